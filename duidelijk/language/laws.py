"""Text → the places in it that refer to an article of a law, or to a law as a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.around import token_from
from duidelijk.model import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NUMBER = r"(?:[A-Z]\s)?\d+(?:[.:]\d+)*[a-z]{0,2}\b|[IVX]+\b"
_ORDINAL = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|\d+e|laatste)"
)
_JOIN = r"(?:,?\s+(?:en|of|tot en met|t/m|juncto|jo\.?)\s+|,\s*)"
_PART = (
    rf"(?:(?:het\s+)?{_ORDINAL}(?:{_JOIN}{_ORDINAL})*\s+(?:lid|volzin)|(?:lid|leden)\s+\d+\w?(?:{_JOIN}\d+\b)*"
    rf"|aanhef|(?:onder(?:deel|delen)?|sub|letter)\s+(?:\d{{1,2}}°?|[a-z]{{1,2}})\b(?:{_JOIN}(?:onder\s+)?[a-z]\b)*)"
)
_ARTICLE = re.compile(
    rf"\b(?:(?:artikel(?:en)?|artt?\.?)\s+|artt?\.)(?:{_NUMBER})(?:{_JOIN}(?:artikel(?:en)?\s+)?(?:{_NUMBER})(?!\s+(?!van\b|uit\b|lid\b|onder|sub\b|tot\b)[a-z]{{3}}))*"
    rf"(?P<parts>(?:(?:,\s*|\s+)(?:en\s+)?{_PART})*)(?P<of>,?\s+(?:van|uit)\s+(?:(?:de|het|deze|dit|onze|die|uw)\s+)?|,?\s+)?",
    re.IGNORECASE,
)
_DIVISION = re.compile(
    r"(?:\b(?:hoofdstuk|afdeling|titel|paragraaf|bijlage)\s+|§\s?)(?:[\d.]+\w?|[IVX]+\b),?\s+"
    r"(?:(?:van|uit|bij)\s+)?(?:(?:de|het|deze|onze)\s+)?",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    rf"\b(?:het\s+)?(?:{_ORDINAL}\s+(?:lid|volzin)|(?:lid|leden)\s+\d+\w?(?:{_JOIN}\d+\b)*)"
    r"\s+van\s+(?:dit|dat|genoemd|bovengenoemd|voornoemd)\s+(?:wets)?artikel\b",
    re.IGNORECASE,
)
_ENDS_IN_YEAR = re.compile(r"\s(?:19|20)\d\d(?:-(?:19|20)\d\d)?$")
_ARTICLE_WORD = re.compile(r"(?:De|Het|Deze|Onze|Uw|In|Volgens|Ook)\s")
_NO_LAW = re.compile(
    r"plan\b|\s(?:in|uit|van|per|sinds|voor|tot|vanaf|na)\s\d{4}$|\s\d{1,2}\s[a-z]{3,9}\s\d{4}$"
)
_PLAIN_DIVISION = re.compile(r"[a-z]*(?:wet|verordening|wetboek|regeling|reglement|beleidsregels?)\b")
_OWN_NAME = re.compile(
    r"[A-Z][\w’'-]*(?:wet|verordening|besluit|wetboek|regeling|reglement|plan)\b"
    r"|(?P<open>(?:[A-Z][\w’'-]*\s)?(?:[Ww]et|Besluit|Verordening|Regeling|Reglement|Wetboek"
    r"|Beleidsregels?|[Nn]adere regels|Richtlijn|Verdrag)\b)"
)
_PLAIN_NAME = re.compile(
    r"(?P<of_law>[a-z]{3,})?(?:wet|verordening|besluit|wetboek|regeling|reglement|beleidsregels?)\b"
)
_YEAR = re.compile(r"\s(?:19|20)\d\d\b")
_GOES_ON = ("N|", "ADJ|", "SPEC", "TW")
_JOINING = ("VG|neven", "VZ|init", "LID|bep")
_LONGEST_NAME = 10


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to law: ``law`` and ``parts`` say whether it names the law, and a part of the article.

    ``reason``: the words before a law without an article (*gelet op*), else empty; ``source`` is what the
    article belongs to, in small letters, where no law is named. ``dated``: a law with its year and no more.
    """

    start: int
    end: int
    law: bool
    parts: bool
    reason: str = ""
    source: str = ""
    dated: bool = False


def references(doc: Doc, text: str, laws: Lexicon, reasons: Lexicon) -> Iterator[Reference]:
    """Articles with a number, in text order, then chapters of a law and laws given as a reason."""
    taken: list[tuple[int, int]] = []
    for found in _ARTICLE.finditer(text):
        reference = _article(doc, text, found, laws)
        taken.append((reference.start, reference.end))
        yield reference
    for found in _PARAGRAPH.finditer(text):
        taken.append(found.span())
        yield Reference(*found.span(), False, True)
    for pattern in (_DIVISION, _reason(reasons)):
        for found in pattern.finditer(text):
            end = _name_end(doc, text, found.end(), laws)
            if pattern is _DIVISION and end == found.end() and not found[0].lower().startswith("bijlage"):
                plain = _PLAIN_DIVISION.match(text, end)
                end = plain.end() if plain else end
            inside = any(start <= found.end() <= until for start, until in taken)
            if end > found.end() and not inside:
                reason = found["reason"].lower() if pattern is not _DIVISION else ""
                taken.append((found.start(), end))
                yield Reference(found.start(), end, True, False, " ".join(reason.split()))
    yield from _dated(doc, text, laws, taken)


def may_be_dated(text: str) -> bool:
    """Whether there is a year, as in the name of many a law."""
    return _YEAR.search(text) is not None


def _behind_article(text: str, at: int) -> int:
    article = _ARTICLE_WORD.match(text, at)
    return article.end() if article else at


def _dated(doc: Doc, text: str, laws: Lexicon, taken: list[tuple[int, int]]) -> Iterator[Reference]:
    """*De Verordening jeugdhulp 2023 bepaalt*: a law with its year, without an article or a reason."""
    if not may_be_dated(text):
        return
    starts = {m.start() for pattern in (_OWN_NAME, _names(laws)) for m in pattern.finditer(text)}
    for at in sorted(starts):
        start = _behind_article(text, at)
        if (start and text[start - 1].isalnum()) or any(s <= start < e for s, e in taken):
            continue
        end = _name_end(doc, text, start, laws)
        end = end if _ENDS_IN_YEAR.search(text[start:end]) else _whole_name(doc, end)
        name = text[start:end]
        if _ENDS_IN_YEAR.search(name) and not _NO_LAW.search(name):
            taken.append((start, end))
            yield Reference(start, end, True, False, dated=True)


@cache
def _reason(reasons: Lexicon) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, reasons.rows), key=len, reverse=True)).replace("\\ ", r"\s+")
    return re.compile(rf"\b(?P<reason>{words})\s+(?:(?:de|het)\s+)?(?=[A-Z])", re.IGNORECASE)


def _article(doc: Doc, text: str, found: re.Match[str], laws: Lexicon) -> Reference:
    end = _name_end(doc, text, found.end(), laws)
    parts = bool(found["parts"].strip())
    if end > found.end():
        return Reference(found.start(), end, True, parts)
    named = (found["of"] or "").split()
    plain = _PLAIN_NAME.match(text, found.end())
    if plain and (named or plain["of_law"]):
        return Reference(found.start(), plain.end(), bool(plain["of_law"]), parts)
    source = re.match(r"\w+", text[found.end() :])
    belongs = source[0].lower() if named and named[0] != "," and source else ""
    bare = found.end("parts") if parts else found.start("parts")
    return Reference(found.start(), bare, False, parts, "", belongs)


def _name_end(doc: Doc, text: str, at: int, laws: Lexicon) -> int:
    """Where the name of a law that begins here ends; ``at`` itself when none begins here."""
    known = _names(laws).match(text, at)
    own = _OWN_NAME.match(text, at)
    ends = [match.end() for match in (known, own) if match]
    if not ends:
        return at
    end = max(ends)
    if own and own["open"]:
        end = _whole_name(doc, end)
    year = _YEAR.match(text, end)
    return year.end() if year else end


@cache
def _names(laws: Lexicon) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(laws.rows, key=len, reverse=True))
    return re.compile(rf"(?:{names})(?![\w-])")


def _whole_name(doc: Doc, end: int) -> int:
    """The end of *Wet op de lijkbezorging*: nouns and adjectives go on, and what joins them."""
    at = token_from(doc, end)
    limit = min(len(doc), at + _LONGEST_NAME)
    for token in doc[at:limit]:
        if (token.tag_.startswith(_GOES_ON) or token.text[0].isupper()) and not token.lower_.startswith(
            "artikel"
        ):
            end = token.idx + len(token)
            if _ENDS_IN_YEAR.search(f" {token.text}"):
                break
        elif token.is_sent_start or not token.tag_.startswith(_JOINING):
            break
    return end
