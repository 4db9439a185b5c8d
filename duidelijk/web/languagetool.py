"""The work behind the LanguageTool-compatible part of the server, done in a checking process.

One paragraph at a time is what many clients send. So a text is never taken for a whole letter: what a letter
as a whole must have is for the writer's page and for ``/v1/controles``.
"""

from __future__ import annotations

from typing import Any

from duidelijk import __version__
from duidelijk.errors import ReadError
from duidelijk.model import Result
from duidelijk.rendering.positions import counter
from duidelijk.source_places import source_range
from duidelijk.web.desk import Desk
from duidelijk.web.lt_matches import CATEGORY, is_wanted, matches
from duidelijk.web.lt_request import Asked, RefusedError, asked
from duidelijk.web.replies import TEXT, Reply, as_json, refused

DUTCH = {"nl": "Dutch", "nl-nl": "Dutch", "nl-be": "Dutch (Belgium)"}
_CODES = {"nl": "nl", "nl-nl": "nl-NL", "nl-be": "nl-BE"}
_BUILT = "2026-11-23 00:00:00 +0000"
_SURE, _UNSURE = 0.99, 0.5

Found = tuple[Result, tuple[tuple[int, int], ...]]


def checked(desk: Desk, query: bytes, body: bytes, media_type: str, limit: int) -> Reply:
    """The answer to ``/check``: the matches, or what is wrong in plain text."""
    try:
        request = asked(query, body, media_type, limit)
    except RefusedError as problem:
        return refused(problem.status, str(problem))
    code = request.language.lower().replace("_", "-")
    found = _found(desk, request) if code == "auto" or code in DUTCH else None
    return as_json(_answer(desk, request, code, found))


def _found(desk: Desk, request: Asked) -> Found | None:
    """What is found in a Dutch text, and its sentences; None in another language."""
    from duidelijk import reading

    try:
        document = reading.read_text(request.text, genre="onbekend")
    except ReadError:
        return None
    return desk.checker.check_sentences(document)


def _answer(desk: Desk, request: Asked, code: str, found: Found | None) -> dict[str, Any]:
    rules = {rule.id: rule for rule in desk.checker.rulebook.rules}
    findings = found[0].findings if found else ()
    sentences = found[1] if found else ()
    shown = [each for each in findings if is_wanted(each, rules[each.rule], request.wanted)]
    units = counter(request.whole, "utf-16")
    spans = [source_range(request.segments, start, end) for start, end in sentences if end > start]
    ranges = [[units(start), units(end)] for start, end in spans]
    return {
        "software": software(),
        "warnings": {"incompleteResults": False},
        "language": _language(request, code, found is not None),
        "matches": matches(shown, request, rules, sentences),
        "sentenceRanges": ranges,
        "extendedSentenceRanges": [
            {"from": start, "to": end, "detectedLanguages": [{"language": "nl", "rate": 1.0}]}
            for start, end in ranges
        ],
    }


def software() -> dict[str, Any]:
    """What says which program answers; every client may count on these fields."""
    return {
        "name": "duidelijk",
        "version": __version__,
        "buildDate": _BUILT,
        "apiVersion": 1,
        "premium": False,
        "status": "",
    }


def _language(request: Asked, code: str, dutch: bool) -> dict[str, Any]:
    """The language that was used; for ``auto`` the one that was found."""
    used = "nl" if code == "auto" else code
    named = {"name": DUTCH.get(used, request.language), "code": _CODES.get(used, request.language)}
    sure = _SURE if dutch or code not in ("auto", *DUTCH) else _UNSURE
    seen = {"name": "Dutch", "code": "nl"} if dutch or code == "auto" else named
    return {**named, "detectedLanguage": {**seen, "confidence": sure, "source": "duidelijk"}}


def languages() -> list[dict[str, str]]:
    """The answer to ``/languages``."""
    return [{"name": name, "code": "nl", "longCode": _CODES[code]} for code, name in DUTCH.items()]


def info() -> dict[str, Any]:
    """The answer to ``/info``."""
    told = {key: value for key, value in software().items() if key not in ("apiVersion", "status")}
    return {"software": {**told, "commit": ""}}


def most(limit: int) -> Reply:
    """The answer to ``/maxtextlength``."""
    return Reply(str(limit).encode(), TEXT)


def configured(desk: Desk, limit: int) -> Reply:
    """The answer to ``/configinfo``: the rules that may speak in a paragraph."""
    rules = [rule for rule in desk.checker.rulebook.rules if not rule.genres or "onbekend" in rule.genres]
    return as_json(
        {
            "software": software(),
            "parameter": {"maxTextLength": limit},
            "rules": [
                {
                    "ruleId": rule.id,
                    "description": rule.title,
                    "categoryId": CATEGORY["id"],
                    "categoryName": CATEGORY["name"],
                    "locQualityIssueType": "style",
                }
                for rule in rules
            ],
        }
    )
