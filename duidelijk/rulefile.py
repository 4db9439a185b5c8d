"""One rule file → Rule, with what a profile or an organisation changes; every mistake with its line."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from duidelijk import yaml_lines
from duidelijk.checks import Parameter, parameters
from duidelijk.errors import RulebookError
from duidelijk.language.tabular import lexicon, word_list
from duidelijk.model import BLOCK_KINDS, GENRES, PROFILES, SEVERITIES, Example, Rule
from duidelijk.nodes import Node, NodeReader, merged

CATEGORIES = ("woorden", "zinnen", "opbouw", "toon")
LEAST_EXAMPLES = 5
FORMATS = ("text", "html", "md")
_STRICT = "streng"
_HEADER = ("title", "check", "severity", "scope", "genres", "message", "why", "source", _STRICT, "examples")
_NEEDED = ("title", "check", "severity", "message", "why", "source", "examples")
_CHANGES = ("severity", "scope", "genres", "message", "why")
"""What a profile or an organisation may change, next to the settings of the check."""
_EXAMPLE = ("bad", "good", "suggests", "because", "genre", "profile", "format")
_TYPES: dict[str, type] = {"int": int, "float": float, "str": str, "bool": bool}
_MARK = re.compile(r"\\\[\[|\[\[|\]\]")


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
    strict = (
        node.get(_STRICT)
        if profile == _STRICT and isinstance(reader.value(_STRICT, dict, {}), dict)
        else None
    )
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
        examples=_examples(reader),
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
    reader.known(reader.node, (*_HEADER, *known))
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


def _examples(reader: NodeReader) -> tuple[Example, ...]:
    node = reader.node.get("examples")
    if node is None:
        return ()
    for item in node.children:
        reader.known(item, _EXAMPLE)
    examples = tuple(_example(reader, item) for item in node.children)
    bad = sum(bool(e.marks) for e in examples)
    if examples and (bad < LEAST_EXAMPLES or len(examples) - bad < LEAST_EXAMPLES):
        found = f"{bad} foute en {len(examples) - bad} goede voorbeelden"
        reader.fault(node, f"{found}; van elk zijn er minstens {LEAST_EXAMPLES} nodig", key=True)
    return examples


def _example(reader: NodeReader, item: Node) -> Example:
    sides = [key for key in ("bad", "good") if item.get(key) is not None]
    text, marks = marked(str(item[sides[0]].plain) if sides else "")
    if len(sides) != 1 or bool(marks) != (sides == ["bad"]):
        reader.fault(item, "een voorbeeld is fout (bad) en heeft [[haken]], of goed (good) en heeft ze niet")
    for key, known in (("genre", GENRES), ("profile", PROFILES), ("format", FORMATS)):
        if at := item.get(key):
            reader.choice(at, key, at.plain, known)
    plain = {key: child.plain for key, child in item.items()}
    return Example(
        text,
        marks,
        suggests=tuple(map(str, plain.get("suggests", ()))),
        because=str(plain.get("because", "")),
        genre=plain.get("genre"),
        profile=plain.get("profile", PROFILES[0]),
        format=plain.get("format", FORMATS[0]),
    )


def marked(raw: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    r"""The text without its ``[[marks]]``, and where they were; ``\[[`` is a literal ``[[``."""
    text, marks, start, done = "", [], -1, 0
    for sign in _MARK.finditer(raw):
        wanted = start >= 0 if sign[0] == "]]" else start < 0
        if sign[0] != "\\[[" and not wanted:
            continue
        text, done = text + raw[done : sign.start()], sign.end()
        if sign[0] == "[[":
            start = len(text)
        elif sign[0] == "]]":
            marks.append((start, len(text)))
            start = -1
        else:
            text += "[["
    return text + raw[done:], tuple(marks)
