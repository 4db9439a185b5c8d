"""A run as a Code Quality report of GitLab: one JSON list.

A Word document has no lines; its findings stand at line 1 and name the paragraph.
Source: docs.gitlab.com, Code Quality, report format.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from duidelijk.fingerprints import digest
from duidelijk.model import Severity
from duidelijk.rendering.positions import region, ruler
from duidelijk.rendering.run import GATE, UNREAD, Run, Text, in_full, refused, said, shown_path, texts

_SEVERITIES: Mapping[Severity, str] = {"fout": "major", "waarschuwing": "minor", "tip": "info"}
_BLOCKS, _UNREAD = "blocker", "critical"


def render(run: Run) -> str:
    """A list of all findings; what stops a text is a ``blocker``. Each file has its own fingerprints."""
    found = [each for text in texts(run) for each in _issues(text)]
    found += [_about_file(shown_path(s, run.base), UNREAD, _UNREAD, message) for s, message in run.errors]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _issues(text: Text) -> Iterator[dict[str, Any]]:
    if why := refused(text):
        yield _about_file(text.path, GATE, _BLOCKS, why)
    measure = ruler(text.result.document, "code point")
    for note in text.notes:
        lines = {"begin": 1}
        if measure:
            place = region(measure, note.finding.start, note.finding.end)
            lines = {"begin": place.line, "end": place.end_line}
        yield {
            "description": in_full(note) if measure else said(note, text.result),
            "check_name": note.rule.id,
            "fingerprint": digest(text.path, note.name),
            "severity": _BLOCKS if note.stops else _SEVERITIES[note.finding.severity],
            "location": {"path": text.path, "lines": lines},
        }


def _about_file(path: str, check: str, severity: str, message: str) -> dict[str, Any]:
    return {
        "description": message,
        "check_name": check,
        "fingerprint": digest(path, check),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": 1}},
    }
