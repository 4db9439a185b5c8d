"""The work behind ``/v1/controles``, done in a checking process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from duidelijk import reading
from duidelijk.config import settings_for
from duidelijk.model import SEVERITIES, Finding, Result, Verdict
from duidelijk.rendering.positions import counter
from duidelijk.source_places import source_range
from duidelijk.web import archiving
from duidelijk.web.desk import Desk
from duidelijk.web.problems import BadRequestError
from duidelijk.web.replies import Reply, as_json
from duidelijk.web.v1_models import ControleVerzoek

_WRONG = {
    "missing": "'{field}' ontbreekt",
    "extra_forbidden": "het veld '{field}' bestaat niet",
    "literal_error": "'{field}' moet een van deze zijn: {expected}",
    "string_too_short": "'{field}' is leeg",
    "string_too_long": "'{field}' is te lang: hoogstens {max_length} tekens",
    "string_pattern_mismatch": "in '{field}' staat een teken dat niet kan",
    "string_type": "'{field}' moet een tekst zijn",
    "bool_type": "'{field}' moet true of false zijn",
    "one_text": "geef 'tekst' of 'html', en niet allebei",
    "json_invalid": "dit is geen geldige JSON in UTF-8",
    "model_type": "dit moet een JSON-object zijn",
    "string_unicode": "in '{field}' staan halve tekens",
}


def checked(desk: Desk, body: bytes, url: str = "") -> tuple[Reply, bytes]:
    """The outcome of a check, and the page that will stand at ``url``, if any.

    Raises BadRequestError, or DuidelijkError for a text that can't be checked.
    """
    asked = read(body)
    result = _result(desk, asked)
    verdict = desk.checker.judge(result, reason=asked.reden or "")
    if verdict.override:
        archiving.count_override(desk, result.document, verdict.override)
    if asked.opslaan:
        archiving.save(desk, result)
    outcome = _outcome(desk, asked, result, verdict)
    if not url:
        return as_json(outcome), b""
    from duidelijk.rendering import html

    return as_json({**outcome, "rapportUrl": url}), html.render(
        result, desk.checker.rulebook.rules, verdict
    ).encode()


def read(body: bytes) -> ControleVerzoek:
    """The request; raises BadRequestError, which names fields that are wrong and never what is in them."""
    try:
        return ControleVerzoek.model_validate_json(body)
    except ValidationError as problem:
        found = "; ".join(dict.fromkeys(_said(each) for each in problem.errors()[:5]))
        raise BadRequestError(f"{found[:1].upper()}{found[1:]}.") from None


def _said(error: Any) -> str:
    place = error["loc"]
    known = place[0] if place and place[0] in ControleVerzoek.model_fields else ""
    named = known or (str(place[0])[:40] if place else "")
    words = _WRONG.get(error["type"], "'{field}' klopt niet" if named else "dit verzoek klopt niet")
    return words.format_map(
        {"field": named, "expected": "", "max_length": "", **(error.get("ctx") or {})}
    ).replace(" or ", " of ")


def _result(desk: Desk, asked: ControleVerzoek) -> Result:
    config = desk.checker.config
    genre = asked.soort or settings_for(config, asked.bron).genre
    read = reading.read_text if asked.html is None else reading.read_fragment
    document = read(
        asked.html or asked.tekst or "", source=asked.bron, genre=genre, department=asked.afdeling
    )
    return desk.checker.check_document(document)


def _outcome(desk: Desk, asked: ControleVerzoek, result: Result, verdict: Verdict) -> dict[str, Any]:
    titles = {rule.id: rule.title for rule in desk.checker.rulebook.rules}
    counts = Counter(finding.severity for finding in result.findings)
    units = counter(asked.html or asked.tekst or "", "utf-16")
    stopping = {(each.rule, each.start, each.end) for each in verdict.stopping}
    return {
        "publiceerbaar": verdict.passed,
        "cijfer": result.grade.value,
        "niveau": result.grade.level,
        "redenen": list(verdict.reasons),
        "telling": {severity: counts[severity] for severity in reversed(SEVERITIES)},
        "bevindingen": [_finding(each, result, titles, stopping, units) for each in result.findings],
    }


def _finding(
    finding: Finding,
    result: Result,
    titles: dict[str, str],
    stopping: set[tuple[str, int, int]],
    units: Callable[[int], int],
) -> dict[str, Any]:
    segments = result.document.source_map.segments
    start, end = source_range(segments, finding.start, finding.end) if segments else (0, 0)
    return {
        "regel": finding.rule,
        "titel": titles[finding.rule],
        "ernst": finding.severity,
        "begin": units(start),
        "eind": units(end),
        "tekst": finding.actual,
        "melding": finding.message,
        "waarom": finding.why,
        "suggesties": [each.text for each in finding.expected],
        "tegenhoudend": (finding.rule, finding.start, finding.end) in stopping,
    }
