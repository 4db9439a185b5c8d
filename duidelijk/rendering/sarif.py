"""A run as SARIF 2.1.0 (OASIS), as GitHub's code scanning and other readers take it.

Columns are UTF-16 units, the end exclusive. A Word document has no lines: its findings name the paragraph.
Sources: SARIF 2.1.0 errata 01; docs.github.com, SARIF support for code scanning.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from duidelijk.addresses import is_url
from duidelijk.fingerprints import SCHEME
from duidelijk.rendering.positions import Region, Ruler, region, ruler
from duidelijk.rendering.replacing import exact
from duidelijk.rendering.run import HOME, NAME, Note, Run, Text, said, shown_path, texts
from duidelijk.rendering.sarif_rules import LEVELS, descriptors
from duidelijk.source_places import source_range

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_ROOT_MEANS = "De map waarin duidelijk is gestart."
_KEEP_URL = ":/?#[]@!$&'()*+,;=%~"
_KEEP_PATH = "/!$&'()*+,;=@~"
_ENCODINGS: Mapping[str, str] = {"utf-8": "utf-8", "utf-8-sig": "utf-8", "cp1252": "windows-1252"}


def render(run: Run) -> str:
    """One SARIF log with one run. Its results keep the level of their rule; ``blocking`` says what stops."""
    shown = list(texts(run))
    driver = {
        "name": NAME,
        "informationUri": HOME,
        "language": "nl",
        **({"semanticVersion": run.version} if run.version else {}),
        "rules": descriptors(run.rules),
    }
    found = {
        "tool": {"driver": driver},
        "language": "nl",
        "automationDetails": {"id": f"{NAME}/"},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": _ROOT_MEANS}}},
        "invocations": [_invocation(run)],
        "artifacts": [_artifact(text) for text in shown],
        "results": [each for place, text in enumerate(shown) for each in _results(run, text, place)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [found]}, ensure_ascii=False) + "\n"


def uri_of(path: str) -> str:
    """The path as a URI: relative, ``file:///…`` for an absolute one, or the URL that it is."""
    if is_url(path):
        return quote(path, safe=_KEEP_URL, errors="replace")
    if path[1:2] == ":" and path[2:3] == "/":
        return "file:///" + path[:2] + quote(path[2:], safe=_KEEP_PATH, errors="replace")
    return ("file://" if path.startswith("/") else "") + quote(path, safe=_KEEP_PATH, errors="replace")


def _location(path: str, place: int | None = None) -> dict[str, Any]:
    uri = uri_of(path)
    found: dict[str, Any] = {"uri": uri}
    if not is_url(uri) and not uri.startswith("file:"):
        found["uriBaseId"] = _ROOT
    return found if place is None else {**found, "index": place}


def _artifact(text: Text) -> dict[str, Any]:
    """The file, with the grade of its text and what the gate said."""
    source_map, grade = text.result.document.source_map, text.result.grade
    properties: dict[str, Any] = {"grade": grade.value, "level": grade.level}
    if text.verdict:
        properties["verdict"] = {
            "passed": text.verdict.passed,
            "reasons": list(text.verdict.reasons),
            "override": text.verdict.override,
        }
    found = {"location": _location(text.path), "roles": ["analysisTarget"], "properties": properties}
    if source_map.source is not None and source_map.encoding in _ENCODINGS:
        found["encoding"] = _ENCODINGS[source_map.encoding]
    return found


def _invocation(run: Run) -> dict[str, Any]:
    """Whether every file could be read, and what was wrong with those that couldn't."""
    found: dict[str, Any] = {"executionSuccessful": not run.errors}
    if run.errors:
        found["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": message},
                "locations": [
                    {"physicalLocation": {"artifactLocation": _location(shown_path(source, run.base))}}
                ],
            }
            for source, message in run.errors
        ]
    return found


def _results(run: Run, text: Text, place: int) -> Iterator[dict[str, Any]]:
    indexes = {rule.id: index for index, rule in enumerate(run.rules)}
    measure = ruler(text.result.document, "utf-16")
    for note in text.notes:
        location = _location(text.path, place)
        yield {
            "ruleId": note.rule.id,
            "ruleIndex": indexes[note.rule.id],
            "level": LEVELS[note.finding.severity],
            "message": {"text": said(note, text.result)},
            "locations": [_where(text, note, location, measure)],
            "partialFingerprints": {SCHEME: note.name, "primaryLocationLineHash": note.name},
            **(_fixes(text, note, location, measure) if measure else {}),
            "properties": {"severity": note.finding.severity, "blocking": note.stops},
        }


def _where(text: Text, note: Note, location: Mapping[str, Any], measure: Ruler | None) -> dict[str, Any]:
    finding = note.finding
    if measure is None:
        paragraph = {"name": str(finding.place.line), "fullyQualifiedName": f"alinea {finding.place.line}"}
        return {"physicalLocation": {"artifactLocation": location}, "logicalLocations": [paragraph]}
    first, last = source_range(measure.source_map.segments, finding.start, finding.end)
    snippet = (measure.source_map.source or "")[first:last]
    place = {**_region(region(measure, finding.start, finding.end)), "snippet": {"text": snippet}}
    return {"physicalLocation": {"artifactLocation": location, "region": place}}


def _region(place: Region) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fixes(text: Text, note: Note, location: Mapping[str, Any], measure: Ruler) -> dict[str, Any]:
    """Each suggestion that can be made in the file as it is, best first."""
    deleted = _region(region(measure, note.finding.start, note.finding.end))
    fixes = [
        {
            "description": {"text": f"Schrijf ‘{each}’."},
            "artifactChanges": [
                {
                    "artifactLocation": location,
                    "replacements": [{"deletedRegion": deleted, "insertedContent": {"text": each}}],
                }
            ],
        }
        for each in exact(text.result, note.finding)
    ]
    return {"fixes": fixes} if fixes else {}
