"""The rule book: rules/**/*.yaml and wordlists/ as Rule values; strict, all errors at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from duidelijk import yaml_lines
from duidelijk.checks import Parameter, parameters
from duidelijk.errors import RulebookError
from duidelijk.language.tabular import lexicon, word_list
from duidelijk.model import BLOCK_KINDS, GENRES, SEVERITIES, Example, Rule
from duidelijk.resources import folder
from duidelijk.yaml_lines import Node

CATEGORIES = ("woorden", "zinnen", "opbouw", "toon")
LEAST_EXAMPLES = 5
_HEADER = ("title", "check", "severity", "scope", "genres", "message", "why", "source", "examples")
_NEEDED = ("title", "check", "severity", "message", "why", "source", "examples")
_EXAMPLE = ("bad", "good", "suggests", "because", "genre")
_TYPES: dict[str, type] = {"int": int, "float": float, "str": str, "bool": bool}
_KINDS = {str: "een tekst", list: "een lijst", dict: "een tabel", int: "een heel getal",
          float: "een getal", bool: "true of false"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules by id, in a fixed order, and the version: a digest of every rule and list."""

    rules: tuple[Rule, ...]
    version: str

    def rule(self, id: str) -> Rule | None:
        """The rule with this id."""
        return next((rule for rule in self.rules if rule.id == id), None)


def load(rules: Path | None = None, wordlists: Path | None = None) -> Rulebook:
    """The rule book in these folders (default: the ones that came with the program).

    Raises RulebookError with every problem, one ``file:line: problem`` per line.
    """
    return _load(rules or folder("rules"), wordlists or folder("wordlists"))


@cache
def _load(rules: Path, wordlists: Path) -> Rulebook:
    files = sorted(rules.glob("*/*.yaml"))
    errors: list[str] = [] if files else [f"{rules.name}: hier staan geen regels"]
    loaded = [_rule(path, wordlists, errors) for path in files]
    ids = [path.stem for path in files]
    doubled = [path for path in files if ids.count(path.stem) > 1]
    errors += [f"rules/{path.parent.name}/{path.name}:1: deze regel staat in twee mappen" for path in doubled]
    if errors:
        raise RulebookError("\n".join(errors))
    return Rulebook(tuple(rule for rule in loaded if rule), _version(files, sorted(wordlists.rglob("*.tsv"))))


def _version(rules: list[Path], lists: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in (*rules, *lists):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


class _Reader:
    """One rule file being read: collects errors with their line."""

    def __init__(self, name: str, node: Node, errors: list[str]) -> None:
        self.name, self.node, self.errors = name, node, errors

    def fault(self, line: int, problem: str) -> None:
        self.errors.append(f"{self.name}:{line}: {problem}")

    def value(self, key: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """The value of a key, when it is of this kind."""
        found = self.node.get(key)
        if found is None:
            return default
        if not isinstance(found.plain, kind) or (isinstance(found.plain, bool) and kind in (int, float)):
            kinds = (kind,) if isinstance(kind, type) else kind
            self.fault(found.line, f"'{key}' moet {' of '.join(_KINDS[k] for k in kinds)} zijn")
            return default
        return found.plain

    def names(self, key: str, known: tuple[str, ...], default: tuple[str, ...]) -> tuple[str, ...]:
        """A list of names, each of which must be known."""
        found = self.value(key, list)
        if found is None:
            return default
        for name in found:
            if name not in known:
                self.fault(
                    self.node[key].line, f"{name!r} kan niet bij '{key}'; kies uit: {', '.join(known)}"
                )
        return tuple(found)


def _rule(path: Path, wordlists: Path, errors: list[str]) -> Rule | None:
    category, name = path.parent.name, f"rules/{path.parent.name}/{path.name}"
    before = len(errors)
    try:
        node = yaml_lines.read(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        errors.append(f"{name}:{problem}")
        return None
    reader = _Reader(name, node, errors)
    if category not in CATEGORIES:
        reader.fault(1, f"de map {category!r} bestaat niet; kies uit: {', '.join(CATEGORIES)}")
    if not isinstance(node.plain, dict):
        reader.fault(1, "een regel bestaat uit sleutels en waarden, zoals title: Lange zin")
        return None
    known = parameters(reader.value("check", str, ""))
    _check_keys(reader, known)
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


def _check_keys(reader: _Reader, known: Mapping[str, Parameter] | None) -> None:
    for key in _NEEDED:
        if reader.node.get(key) is None:
            reader.fault(1, f"de sleutel {key!r} ontbreekt")
    if known is None:
        if check := reader.node.get("check"):
            reader.fault(check.line, f"de controle {check.plain!r} bestaat niet")
        return
    allowed = (*_HEADER, *known)
    for key, child in reader.node.items():
        if key not in allowed:
            reader.fault(child.key_line, f"unknown key {key!r}; known: {', '.join(allowed)}")
    for key, parameter in known.items():
        if parameter.required and reader.node.get(key) is None:
            reader.fault(1, f"de sleutel {key!r} ontbreekt")


def _severity(reader: _Reader) -> dict[float, Any]:
    found = reader.value("severity", (str, dict))
    if found is None:
        return {}
    steps = {float("-inf"): found} if isinstance(found, str) else found
    for least, severity in steps.items():
        if not isinstance(least, (int, float)) or severity not in SEVERITIES:
            reader.fault(
                reader.node["severity"].line, f"deze ernst bestaat niet; kies uit: {', '.join(SEVERITIES)}"
            )
    return {float(k): v for k, v in sorted(steps.items())}


def _message(reader: _Reader) -> dict[str, str]:
    found = reader.value("message", (str, dict))
    if isinstance(found, dict):
        return {str(kind): str(text) for kind, text in found.items()}
    return {"": found or ""}


def _params(reader: _Reader, known: Mapping[str, Parameter], wordlists: Path) -> dict[str, Any]:
    params: dict[str, Any] = {}
    for key, parameter in known.items():
        found = reader.node.get(key)
        if found is not None:
            params[key] = _param(reader, key, parameter.type, wordlists)
    return params


def _param(reader: _Reader, key: str, kind: str, wordlists: Path) -> Any:
    if kind in {"WordList", "Lexicon"}:
        return _listed(reader, reader.node[key].line, kind, reader.value(key, str, ""), wordlists)
    if kind == "tuple[str, ...]":
        return tuple(reader.value(key, list, []))
    expected = _TYPES[kind]
    value = reader.value(key, (int, float) if expected is float else expected)
    return float(value) if expected is float and value is not None else value


def _listed(reader: _Reader, line: int, kind: str, name: str, wordlists: Path) -> Any:
    try:
        return word_list(name, wordlists) if kind == "WordList" else lexicon(name, wordlists)
    except RulebookError as problem:
        found = str(problem).splitlines()
        if found[0].endswith("bestaat niet"):
            reader.fault(line, f"de lijst wordlists/{name}.tsv bestaat niet")
        else:
            reader.errors += [fault for fault in found if fault not in reader.errors]
        return None


def _examples(reader: _Reader) -> tuple[Example, ...]:
    examples = []
    for item in reader.node["examples"].children if reader.node.get("examples") else ():
        for key, child in item.items():
            if key not in _EXAMPLE:
                reader.fault(child.key_line, f"unknown key {key!r}; known: {', '.join(_EXAMPLE)}")
        examples.append(_example(reader, item))
    bad = sum(bool(e.marks) for e in examples)
    line = reader.node["examples"].key_line if reader.node.get("examples") else 1
    if examples and (bad < LEAST_EXAMPLES or len(examples) - bad < LEAST_EXAMPLES):
        found = f"{bad} foute en {len(examples) - bad} goede voorbeelden"
        reader.fault(line, f"{found}; van elk zijn er minstens {LEAST_EXAMPLES} nodig")
    return tuple(examples)


def _example(reader: _Reader, item: Node) -> Example:
    sides = [key for key in ("bad", "good") if item.get(key) is not None]
    raw = str(item[sides[0]].plain) if sides else ""
    text, marks = marked(raw)
    if len(sides) != 1 or bool(marks) != (sides == ["bad"]):
        reader.fault(
            item.line, "een voorbeeld is fout (bad) en heeft [[haken]], of goed (good) en heeft ze niet"
        )
    suggests = item["suggests"].plain if item.get("suggests") else []
    because = str(item["because"].plain) if item.get("because") else ""
    genre = item["genre"].plain if item.get("genre") else None
    if genre is not None and genre not in GENRES:
        reader.fault(item["genre"].line, f"het genre {genre!r} bestaat niet; kies uit: {', '.join(GENRES)}")
    return Example(text, marks, tuple(map(str, suggests)), because, genre)


def marked(raw: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    r"""The text without its ``[[marks]]``, and where they were; ``\[[`` is a literal ``[[``."""
    text, marks, start, at = "", [], -1, 0
    while at < len(raw):
        if raw.startswith("\\[[", at):
            text, at = text + "[[", at + 3
        elif raw.startswith("[[", at) and start < 0:
            start, at = len(text), at + 2
        elif raw.startswith("]]", at) and start >= 0:
            marks.append((start, len(text)))
            start, at = -1, at + 2
        else:
            text, at = text + raw[at], at + 1
    return text, tuple(marks)
