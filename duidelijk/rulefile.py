"""One rule file → Rule, with what a profile or an organisation changes; every mistake with its line."""

from __future__ import annotations

import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from duidelijk import yaml_lines
from duidelijk.checks import Parameter, parameters
from duidelijk.errors import RulebookError
from duidelijk.language.tabular import lexicon, word_list
from duidelijk.model import BLOCK_KINDS, GENRES, PROFILES, SEVERITIES, Rule
from duidelijk.nodes import Node, NodeReader, merged
from duidelijk.rule_examples import read_examples

CATEGORIES = ("woorden", "zinnen", "opbouw", "toon")
_STRICT = "streng"
_HEADER = ("title", "check", "severity", "scope", "genres", "message", "why", "source")
_MORE = ("yields", "checklist", "settings", _STRICT, "examples")
_NEEDED = ("title", "check", "severity", "message", "why", "source", "examples")
_CHANGES = ("severity", "scope", "genres", "message", "why")
"""What a profile or an organisation may change, next to the settings of the check."""
_TYPES: dict[str, type] = {"int": int, "float": float, "str": str, "bool": bool}


def read_rule(
    path: Path,
    wordlists: Path,
    errors: list[str],
    *,
    profile: str = PROFILES[0],
    settings: Node | None = None,
) -> Rule | None:
    """The rule in a file as a profile has it, with an organisation's settings; None when it has errors."""
    category, name = path.parent.name, f"rules/{path.parent.name}/{path.name}"
    before = len(errors)
    try:
        node = yaml_lines.read(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        errors.append(f"{name}:{problem}")
        return None
    reader = NodeReader(name, node, errors)
    if category not in CATEGORIES:
        reader.fault(None, f"de map {category!r} bestaat niet; kies uit: {', '.join(CATEGORIES)}")
    if not isinstance(node.plain, dict):
        reader.fault(None, "een regel bestaat uit sleutels en waarden, zoals title: Lange zin")
        return None
    known = parameters(reader.value("check", str, ""))
    _check_keys(reader, known)
    strict = node.get(_STRICT) if profile == _STRICT and reader.value(_STRICT, dict) else None
    for change in filter(None, (strict, settings)):
        _check_change(reader, change, known or {})
        reader.node = merged(reader.node, change)
    rule = Rule(
        id=path.stem,
        category=category,
        title=reader.value("title", str, ""),
        check=reader.value("check", str, ""),
        severity=_severity(reader),
        scope=reader.names("scope", BLOCK_KINDS, ("paragraph", "item", "quote")),  # type: ignore[arg-type]
        genres=reader.names("genres", GENRES, GENRES),  # type: ignore[arg-type]
        message=_message(reader),
        why=reader.value("why", str, ""),
        source=reader.value("source", str, ""),
        params=_params(reader, known or {}, wordlists),
        examples=read_examples(reader),
        yields=tuple(map(str, reader.value("yields", list, []))),
        checklist=reader.value("checklist", bool, False),
        settings=_settings(reader, known or {}),
    )
    return rule if len(errors) == before else None


def _check_keys(reader: NodeReader, known: Mapping[str, Parameter] | None) -> None:
    for key in _NEEDED:
        if reader.node.get(key) is None:
            reader.fault(None, f"de sleutel {key!r} ontbreekt")
    if known is None:
        if check := reader.node.get("check"):
            reader.fault(check, f"de controle {check.plain!r} bestaat niet")
        return
    reader.known(reader.node, (*_HEADER, *_MORE, *known))
    if strict := reader.node.get(_STRICT):
        reader.value(_STRICT, dict)
        reader.known(strict, (*_CHANGES, *known))
    for key, parameter in known.items():
        if parameter.required and reader.node.get(key) is None:
            reader.fault(None, f"de sleutel {key!r} ontbreekt")


def _check_change(reader: NodeReader, change: Node, known: Mapping[str, Parameter]) -> None:
    """Notes what can't be changed, and messages that ask for words which this rule doesn't give."""
    reader.known(change, (*_CHANGES, *known))
    message = change.get("message")
    if message is None:
        return
    own = _message(reader)
    given = {kind: _blanks(text) or set() for kind, text in own.items()}
    texts = message.items() if isinstance(message.plain, dict) else [(kind, message) for kind in own]
    for kind, at in texts:
        blanks = _blanks(str(at.plain))
        if kind not in given:
            reader.fault(at, f"de melding {kind!r} bestaat niet; kies uit: {', '.join(given)}", key=True)
        elif blanks is None:
            reader.fault(at, "in deze melding klopt een accolade niet; schrijf bijvoorbeeld {words}")
        elif unknown := sorted(blanks - given[kind] - {"actual"}):
            allowed = ", ".join(sorted({"actual", *given[kind]}))
            reader.fault(at, f"deze melding kan {{{unknown[0]}}} niet invullen; kies uit: {allowed}")


def _blanks(message: str) -> set[str] | None:
    """The names between braces in a message; None when a brace is wrong."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}
    except ValueError:
        return None


def _severity(reader: NodeReader) -> dict[float, Any]:
    found = reader.value("severity", (str, dict))
    if found is None:
        return {}
    steps = {float("-inf"): found} if isinstance(found, str) else found
    right: dict[float, Any] = {}
    for least, severity in steps.items():
        try:
            right[float(least)] = severity
        except ValueError:
            severity = ""
        if severity not in SEVERITIES:
            reader.fault(
                reader.node["severity"], f"deze ernst bestaat niet; kies uit: {', '.join(SEVERITIES)}"
            )
    return dict(sorted(right.items()))


def _message(reader: NodeReader) -> dict[str, str]:
    found = reader.value("message", (str, dict))
    if isinstance(found, dict):
        return {str(kind): str(text) for kind, text in found.items()}
    return {"": found or ""}


def _settings(reader: NodeReader, known: Mapping[str, Parameter]) -> dict[str, str]:
    """What each setting means, in Dutch; ``severity`` is what its thresholds count."""
    node = reader.node.get("settings")
    if node is None:
        return {}
    reader.known(node, ("severity", *known))
    return {str(name): str(text) for name, text in reader.value("settings", dict, {}).items()}


def _params(reader: NodeReader, known: Mapping[str, Parameter], wordlists: Path) -> dict[str, Any]:
    params: dict[str, Any] = {}
    for key, parameter in known.items():
        found = reader.node.get(key)
        if found is not None:
            params[key] = _param(reader, key, parameter.type, wordlists)
    return params


def _param(reader: NodeReader, key: str, kind: str, wordlists: Path) -> Any:
    if kind in {"WordList", "Lexicon"}:
        return _listed(reader, reader.node[key], kind, reader.value(key, str, ""), wordlists)
    if kind == "tuple[WordList, ...]":
        names = reader.value(key, list, [])
        lists = [_listed(reader, reader.node[key], "WordList", str(name), wordlists) for name in names]
        return tuple(each for each in lists if each is not None)
    if kind == "tuple[str, ...]":
        return tuple(reader.value(key, list, []))
    expected = _TYPES[kind]
    value = reader.value(key, (int, float) if expected is float else expected)
    return float(value) if expected is float and value is not None else value


def _listed(reader: NodeReader, at: Node, kind: str, name: str, wordlists: Path) -> Any:
    try:
        return word_list(name, wordlists) if kind == "WordList" else lexicon(name, wordlists)
    except RulebookError as problem:
        found = str(problem).splitlines()
        if found[0].endswith("bestaat niet"):
            reader.fault(at, f"de lijst wordlists/{name}.tsv bestaat niet")
        else:
            reader.errors += [fault for fault in found if fault not in reader.errors]
        return None
