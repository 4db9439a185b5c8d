"""A run in the Reviewdog Diagnostic Format: one JSON object, columns in bytes of UTF-8, the end exclusive.

Source: reviewdog/proto/rdf/reviewdog.proto.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from duidelijk.rendering.positions import Region, region, ruler
from duidelijk.rendering.replacing import exact
from duidelijk.rendering.run import HOME, NAME, Note, Run, Text, rule_page, said, shown_path, texts

_SEVERITIES: Mapping[str, str] = {"fout": "ERROR", "waarschuwing": "WARNING", "tip": "INFO"}


def render(run: Run) -> str:
    """The findings of all texts; what stops a text, and a text that couldn't be read, is an error."""
    diagnostics = [each for text in texts(run) for each in _diagnostics(text)]
    diagnostics += [_unread(shown_path(source, run.base), message) for source, message in run.errors]
    data = {"source": {"name": NAME, "url": HOME}, "diagnostics": diagnostics}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _diagnostics(text: Text) -> Iterator[dict[str, Any]]:
    measure = ruler(text.result.document, "utf-8")
    for note in text.notes:
        place = region(measure, note.finding.start, note.finding.end) if measure else None
        yield _diagnostic(text, note, place)


def _diagnostic(text: Text, note: Note, place: Region | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": said(note, text.result),
        "location": {"path": text.path},
        "severity": "ERROR" if note.stops else _SEVERITIES[note.finding.severity],
        "code": {"value": note.rule.id, "url": rule_page(note.rule)},
    }
    if place is None:
        return found
    found["location"] = {"path": text.path, "range": _range(place)}
    replacements = exact(text.result, note.finding)
    if replacements:
        found["suggestions"] = [{"range": _range(place), "text": each} for each in replacements]
    return found


def _range(place: Region) -> dict[str, Any]:
    return {
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }


def _unread(path: str, message: str) -> dict[str, Any]:
    return {"message": message, "location": {"path": path}, "severity": "ERROR"}
