"""The baseline as a file: JSON with one line per entry, so that git can merge it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from duidelijk.errors import GateError
from duidelijk.model import SEVERITIES, Recorded

VERSION = 1
_MARK = "duidelijk-basis"
_NAME = re.compile(r"[\w-]{1,100}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{4,64}")


def written(documents: Iterable[Recorded]) -> bytes:
    """The bytes of the file: the same for the same documents, sorted, each entry on its own line.

    A document is ``[name, grade, ruler, text, blocks]``, a finding of it ``[name, rule, severity, hash,
    count]``. The last entry is empty, so that every other line ends with a comma and no line changes because
    of another.
    """
    lines = [_line(entry) for each in sorted(documents, key=_name) for entry in _entries(each)]
    return "\n".join((f'{{"{_MARK}": {VERSION}, "entries": [', *lines, "[]", "]}", "")).encode()


def _name(recorded: Recorded) -> str:
    return recorded.document


def _entries(each: Recorded) -> Iterator[list[Any]]:
    yield [each.document, each.grade, each.ruler, each.text, " ".join(each.blocks)]
    for (rule, hash), (severity, count) in sorted(each.findings.items()):
        yield [each.document, rule, severity, hash, count]


def _line(entry: list[Any]) -> str:
    """A line of the file; a name that isn't UTF-8 is written as JSON escapes it."""
    return json.dumps(entry, ensure_ascii=not _is_utf8(entry[0])) + ","


def _is_utf8(name: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in name)


def read(path: Path) -> list[Recorded]:
    """The documents in the file; raises GateError for one that can't be used, and says why."""
    try:
        data = json.loads(path.read_bytes())
        if isinstance(data, dict) and _newer(data.get(_MARK)):
            raise GateError(
                f"De basis '{path}' is gemaakt met een nieuwere versie van duidelijk. Werk duidelijk bij."
            )
        return _documents(data)
    except OSError:
        raise GateError(f"De basis '{path}' kan niet worden gelezen. Controleer de rechten.") from None
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise GateError(
            f"De basis '{path}' is beschadigd. Zet een oudere versie terug. "
            "Of verwijder het bestand, en maak de basis opnieuw met: duidelijk baseline BESTANDEN."
        ) from None


def _newer(version: object) -> bool:
    return isinstance(version, int) and not isinstance(version, bool) and version > VERSION


def _documents(data: Any) -> list[Recorded]:
    """The documents in this JSON, whatever the order of the lines; raises an error for any other JSON."""
    if data[_MARK] != VERSION:
        raise ValueError
    found: dict[str, Recorded] = {}
    entries = [entry for entry in data["entries"] if entry]
    for entry in (each for each in entries if not _is_finding(each)):
        read_one = _document(*entry)
        known = found.get(read_one.document)
        if known is None or _higher(read_one.grade, known.grade):
            found[read_one.document] = read_one
    for name, rule, severity, hash, count in filter(_is_finding, entries):
        findings: Any = found[name].findings
        _, before = findings.get((rule, hash), (severity, 0))
        findings[_rule(rule), _hash(hash)] = _severity(severity), max(before, _count(count))
    return list(found.values())


def _is_finding(entry: Any) -> bool:
    return isinstance(entry[1], str)


def _document(name: Any, grade: Any, ruler: Any, text: Any, blocks: Any) -> Recorded:
    hashes = tuple(map(_hash, blocks.split()))
    return Recorded(_text(name), _grade(grade), _hash(ruler), _hash(text), hashes, {})


def _higher(one: float | None, other: float | None) -> bool:
    return one is not None and (other is None or one > other)


def _text(value: Any) -> Any:
    if isinstance(value, str) and value:
        return value
    raise ValueError


def _grade(value: Any) -> float | None:
    if value is None or (isinstance(value, (int, float)) and 1 <= value <= 10):
        return value
    raise ValueError


def _count(value: Any) -> int:
    if isinstance(value, int) and value >= 1:
        return value
    raise ValueError


def _hash(value: Any) -> str:
    return _matched(_HASH, value)


def _rule(value: Any) -> str:
    return _matched(_NAME, value)


def _matched(shape: re.Pattern[str], value: Any) -> str:
    if shape.fullmatch(value):
        return str(value)
    raise ValueError


def _severity(value: Any) -> Any:
    return SEVERITIES[SEVERITIES.index(value)]
