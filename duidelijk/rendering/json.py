"""Results as JSON, schema 1 (docs/schema.json), and comparisons (docs/schema-compare.json)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from duidelijk.model import Comparison, Finding, Grade, Result, Suppression, Verdict

SCHEMA = 1


def render(
    results: Sequence[Result],
    errors: Sequence[tuple[str, str]],
    context: Mapping[str, Any],
    verdicts: Sequence[Verdict] | None = None,
) -> str:
    """One JSON object for all documents; ``context``: pipeline, rulebook_version and profile of the run.

    ``verdicts``: of the gate, one per document.
    """
    return json.dumps(as_data(results, errors, context, verdicts), ensure_ascii=False, indent=2) + "\n"


def as_data(
    results: Sequence[Result],
    errors: Sequence[tuple[str, str]],
    context: Mapping[str, Any],
    verdicts: Sequence[Verdict] | None = None,
) -> dict[str, Any]:
    """The same as plain Python data."""
    documents = [_document(result) for result in results]
    for document, result, verdict in zip(documents, results, verdicts or (), strict=bool(verdicts)):
        document["verdict"] = _verdict(verdict, result)
    return {
        "schema": SCHEMA,
        **context,
        "documents": documents,
        "errors": [{"source": source, "message": message} for source, message in errors],
    }


def compared(comparison: Comparison) -> str:
    """Two versions of a text as one JSON object."""
    after = comparison.after
    data = {
        "schema": SCHEMA,
        "pipeline": {"name": after.pipeline.name, "version": after.pipeline.version},
        "rulebook_version": after.rulebook_version,
        "profile": after.profile,
        "before": _text(comparison.before),
        "after": _text(after),
        "solved": [_finding(finding) for finding in comparison.solved],
        "added": [_finding(finding) for finding in comparison.added],
        "kept": [{"before": _finding(old), "after": _finding(new)} for old, new in comparison.kept],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _document(result: Result) -> dict[str, Any]:
    return {
        **_text(result),
        "findings": [_finding(finding) for finding in result.findings],
        "unused_suppressions": [_suppression(each) for each in result.unused_suppressions],
    }


def _verdict(verdict: Verdict, result: Result) -> dict[str, Any]:
    """What the gate says; ``stopping``: places in the list of findings."""
    places = {id(finding): place for place, finding in enumerate(result.findings)}
    return {
        "passed": verdict.passed,
        "reasons": list(verdict.reasons),
        "stopping": [places[id(finding)] for finding in verdict.stopping],
        "override": verdict.override or None,
        "remarks": list(verdict.remarks),
    }


def _text(result: Result) -> dict[str, Any]:
    document = result.document
    return {
        "source": document.source,
        "title": document.title,
        "genre": document.genre,
        "department": document.department,
        "text": document.text,
        "grade": _grade(result.grade),
        "measures": {name: _rounded(value) for name, value in asdict(result.measures).items()},
    }


def _grade(grade: Grade) -> dict[str, Any]:
    return {
        "value": grade.value,
        "score": _rounded(grade.score),
        "level": grade.level,
        "share_struggling": _rounded(grade.share_struggling),
        "parts": {name: _rounded(points) for name, points in grade.parts.items()},
        "gains": [
            {
                "rule": gain.rule,
                "findings": gain.findings,
                "points": _rounded(gain.points),
                "after": _rounded(gain.after),
            }
            for gain in grade.gains
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "start": finding.start,
        "end": finding.end,
        "actual": finding.actual,
        "marks": [list(mark) for mark in finding.marks],
        "expected": [{"text": each.text, "safe": each.safe} for each in finding.expected],
        "choices": list(finding.choices),
        "answers": [
            {"choice": a.choice, "start": a.start, "end": a.end, "text": a.text} for a in finding.answers
        ],
        "message": finding.message,
        "why": finding.why,
        "place": {"line": finding.place.line, "column": finding.place.column},
    }


def _suppression(each: Suppression) -> dict[str, Any]:
    place = each.place and {"line": each.place.line, "column": each.place.column}
    return {"rule": each.rule, "word": each.word or None, "place": place}


def _rounded(value: float | None) -> float | None:
    return round(value, 4) if isinstance(value, float) else value
