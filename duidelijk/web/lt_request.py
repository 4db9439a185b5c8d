"""A request as LanguageTool's clients send it → what must be checked, and how.

The parameters are those of LanguageTool's HTTP API (class ApiV2 in its source); unknown ones are ignored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from duidelijk.model import Segment

LEVELS = ("default", "picky")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}", re.ASCII)
_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 200
_WRITTEN = re.compile(rb"[\x00-\x20\x7f-\xff]")
"""What an encoded form never holds."""
_NAMES = (
    "language|text|data|username|apiKey|dicts|motherTongue|preferredVariants|level|mode|enabledOnly|"
    "enabledRules|disabledRules|enabledCategories|disabledCategories"
)
_FIELD = re.compile(rf"(?:^|&)({_NAMES})=")


class RefusedError(Exception):
    """The request can't be done; ``status``: of the answer."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings a client wants to see; ids of rules, and names of categories in lower case."""

    picky: bool = False
    only: bool = False
    rules: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    no_rules: frozenset[str] = frozenset()
    no_categories: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: the text without markup, and where each stretch of it stands in ``whole``, with markup."""

    text: str
    whole: str
    segments: tuple[Segment, ...]
    language: str
    wanted: Wanted


def asked(query: bytes, body: bytes, media_type: str, limit: int) -> Asked:
    """The request in a query string and a form; raises RefusedError for one that isn't good.

    ``limit``: the most characters of a text.
    """
    if body and media_type not in ("", _FORM, "text/plain"):
        raise RefusedError(415, f"Stuur de gegevens als {_FORM}.")
    given = _fields(query) | _fields(body)
    language = given.get("language", "").strip()
    if not language:
        raise RefusedError(400, "Missing 'language' parameter. Kies bijvoorbeeld language=nl.")
    if language.lower() != "auto" and not _LANGUAGE.fullmatch(language):
        raise RefusedError(400, "Deze taalcode bestaat niet. Kies uit: nl, nl-NL, nl-BE, auto.")
    pieces = _pieces(given)
    length = sum(len(text) for text, _, _ in pieces)
    if length > limit:
        raise RefusedError(
            413,
            f"Your text exceeds the limit of {limit} characters: de tekst heeft er {length}. Deel hem op.",
        )
    return _laid_out(pieces, language, _wanted(given))


def _fields(data: bytes) -> dict[str, str]:
    """The fields of a form; of a name that comes twice the first."""
    try:
        form = data.decode("utf-8")
        if _WRITTEN.search(data):
            return _as_written(form)
        pairs = parse_qsl(form, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError:
        raise RefusedError(400, "De gegevens zijn geen UTF-8. Stuur ze als UTF-8.") from None
    except ValueError:
        raise RefusedError(400, "Er zijn te veel velden.") from None
    return dict(reversed(pairs))


def _as_written(form: str) -> dict[str, str]:
    """The fields of a form that isn't encoded: LibreOffice 7.4 sends the text as it is, with ``&`` and ``%``.

    So a field begins where a known name stands, and ends where the next one begins.
    """
    _, *parts = _FIELD.split(form)
    return dict(zip(reversed(parts[::2]), reversed(parts[1::2]), strict=True))


Piece = tuple[str, str, bool]
"""What is written, how it reads, and whether it's text."""


def _pieces(given: Mapping[str, str]) -> list[Piece]:
    if ("text" in given) == ("data" in given):
        raise RefusedError(400, "Missing 'text' or 'data' parameter: geef een van beide, en niet allebei.")
    if "text" in given:
        return [(given["text"], given["text"], True)]
    data = _data(given["data"])
    if ("text" in data) == ("annotation" in data):
        raise RefusedError(400, "In 'data' hoort 'text' of 'annotation', en niet allebei.")
    if "text" in data:
        text = _string(data, "text")
        return [(text, text, True)]
    annotation = data["annotation"]
    if not isinstance(annotation, list):
        raise RefusedError(400, "'annotation' moet een lijst zijn.")
    return [_piece(each) for each in annotation]


def _data(source: str) -> dict[str, Any]:
    try:
        data = json.loads(source)
    except (ValueError, RecursionError):
        raise RefusedError(400, "'data' is geen geldige JSON.") from None
    if not isinstance(data, dict):
        raise RefusedError(400, "'data' moet een JSON-object zijn.")
    return data


def _piece(each: Any) -> Piece:
    if not isinstance(each, dict) or ("text" in each) == ("markup" in each):
        raise RefusedError(400, "Elk deel van 'annotation' heeft 'text' of 'markup', en niet allebei.")
    if "text" in each:
        if "interpretAs" in each:
            raise RefusedError(400, "'interpretAs' hoort bij 'markup', niet bij 'text'.")
        text = _string(each, "text")
        return text, text, True
    return _string(each, "markup"), _string(each, "interpretAs") if "interpretAs" in each else "", False


def _string(data: Mapping[str, Any], key: str) -> str:
    if not isinstance(data[key], str):
        raise RefusedError(400, f"'{key}' moet een tekst zijn.")
    return str(data[key])


def _laid_out(pieces: list[Piece], language: str, wanted: Wanted) -> Asked:
    """The pieces behind each other, as they are written and as they read."""
    segments, start, source = list[Segment](), 0, 0
    for written, read, _ in pieces:
        end, source_end = start + len(read), source + len(written)
        if read:
            segments.append(Segment(start, end, source, source_end))
        start, source = end, source_end
    text = "".join(read for _, read, _ in pieces)
    whole = "".join(written for written, _, _ in pieces)
    for each in (text, whole):
        if any("\ud800" <= char <= "\udfff" for char in each):
            raise RefusedError(400, "In de tekst staan halve tekens. Stuur hele tekens.")
    return Asked(text, whole, tuple(segments), language, wanted)


def _wanted(given: Mapping[str, str]) -> Wanted:
    level = given.get("level", "").lower() or LEVELS[0]
    if level not in LEVELS:
        raise RefusedError(400, f"Dit niveau bestaat niet. Kies uit: {', '.join(LEVELS)}.")
    wanted = Wanted(
        picky=level == "picky",
        only=given.get("enabledOnly", "").lower() in ("true", "yes"),
        rules=_listed(given, "enabledRules"),
        categories=_listed(given, "enabledCategories"),
        no_rules=_listed(given, "disabledRules"),
        no_categories=_listed(given, "disabledCategories"),
    )
    if wanted.only and not (wanted.rules or wanted.categories):
        raise RefusedError(400, "Bij enabledOnly=true hoort enabledRules of enabledCategories.")
    return wanted


def _listed(given: Mapping[str, str], key: str) -> frozenset[str]:
    return frozenset(name.strip().lower() for name in given.get(key, "").split(",") if name.strip())
