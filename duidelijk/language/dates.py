"""Text → the dates in it that aren't written in full, and the words that place a moment (*jl.*, *medio*)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from duidelijk.model import Lexicon

_LEAD = re.compile(r"(?<!\w)(?P<lead>d\.\s?d\.|dd\.?|de\s+dato)\s+$", re.IGNORECASE)
_FAR = 12
_DIGITS = re.compile(r"\d+")
_FREE = r"(?<![\w.,:/€+–-])"
_FIGURES = r"(?P<day>\d{1,2})(?P<sep>\s?[-–/.]\s?)(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|[’']?\d\d)"
_ISO = r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)"
_END = r"(?![\w/]|[.,:–-]\d|-\w)"
_PASSED = r"jl|j\.l|ll|l\.l|jongstleden"
_COMING = r"a\.s|as(?=\.)|aanstaande"
_RANK = r"e|s?te|de|s?ten|den"
_GOES_ON = r"(?=[,;:)]|\s+[a-z\d(€])"
"""What shows that a full stop belongs to a shortened word and ends no sentence."""
_TRAIL = rf"(?:,?\s+(?P<trail>{_PASSED}|{_COMING})\b(?:\.(?-i:{_GOES_ON}))?(?!\w))?"
_NO_YEAR = re.compile(
    r"\b(?:op|vóór|voor|na|vanaf|per|uiterlijk|dd?|d\.d\.|tot|tot en met|t/m|sinds|van|rond|tussen|omstreeks)"
    r"\s+(?:[a-z]{2,5}dag\s+)?"
    r"(?P<date>(?P<day>\d{1,2})[-/](?P<month>\d{1,2}))(?![\w/%]|[-–.,:/][’']?\d)"
    rf"(?P<placed>\s+(?:{_PASSED}|a\.s)\b)?",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[’']\d\d|\d[-/](?:19|20)\d\d\b|\d(?:e|de|den|ste|sten)\b")
_LATEST_MONTH, _LATEST_DAY = 12, 31
_PAST_WORDS = frozenset(_PASSED.replace("\\", "").split("|"))


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in the text; ``year`` is empty where there is none.

    ``kind``: cijfers, jaartal-eerst, zonder-jaar, afgekort, nul, rang or woorden. ``lead``: *d.d.* before
    it; ``trail``: *jl.* or *a.s.* behind it; ``separator``: the sign between its figures.
    """

    start: int
    end: int
    kind: str
    day: int
    month: int
    year: str
    lead: str
    trail: str
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """*maandag jl.*, *a.s. week*, *medio mei*: ``word`` is what places it, ``moment`` what is placed.

    ``kind``: voorbij, komend, deel, maand for *sept. 2024* (the month and the year), dag for *do. 5 mei*, or
    moment for *de 3e dezer*.
    """

    start: int
    end: int
    kind: str
    word: str
    moment: str


def dates(text: str, months: Lexicon) -> Iterator[WrittenDate]:
    """The dates that are written in figures or shortened, in text order."""
    done = 0
    for number in _DIGITS.finditer(text):
        found = _full(months).match(text, number.start()) if number.start() >= done else None
        if found is not None:
            done = found.end()
            lead = _LEAD.search(text, max(0, found.start() - _FAR), found.start())
            date = _in_words(found, lead, months) if found["name"] else _in_figures(found, lead)
            if date is not None:
                yield date
    for found in _NO_YEAR.finditer(text):
        day, month = int(found["day"]), int(found["month"])
        sure = bool(found["placed"]) or day > _LATEST_MONTH or "0" in (found["day"][0], found["month"][0])
        if sure and _exists(day, month):
            yield WrittenDate(*found.span("date"), "zonder-jaar", day, month, "", "", "")


@cache
def _full(months: Lexicon) -> re.Pattern[str]:
    names = "|".join(sorted(months.rows, key=len, reverse=True))
    words = (
        rf"(?P<number>\d{{1,2}})(?P<rank>{_RANK})?\s+(?P<name>{names})\b"
        rf"(?:\.(?-i:{_GOES_ON}))?(?:\s+(?P<its_year>(?:19|20)\d\d|[’']\d\d(?!\w)))?"
    )
    return re.compile(f"{_FREE}(?:{_FIGURES}|{_ISO}|{words}){_END}{_TRAIL}", re.IGNORECASE)


def _exists(day: int, month: int) -> bool:
    return 1 <= day <= _LATEST_DAY and 1 <= month <= _LATEST_MONTH


def _in_figures(found: re.Match[str], lead: re.Match[str] | None) -> WrittenDate | None:
    if found["iso"]:
        year, month, day = found["iso"].split("-")
        kind, separator = "jaartal-eerst", "-"
    else:
        year, month, day = found["year"], found["month"], found["day"]
        kind, separator = "cijfers", found["sep"].strip()
    year = year.lstrip("’'")
    if not _exists(int(day), int(month)):
        return None
    start, before = (lead.start(), lead["lead"]) if lead else (found.start(), "")
    trail = (found["trail"] or "").lower()
    return WrittenDate(start, found.end(), kind, int(day), int(month), year, before, trail, separator)


def _in_words(found: re.Match[str], lead: re.Match[str] | None, months: Lexicon) -> WrittenDate | None:
    name, number = found["name"].lower(), found["number"]
    row = months.rows[name]
    short = name != row["maand"]
    year = found["its_year"] or ""
    short = short or year[:1] in ("’", "'")
    kind = "rang" if found["rank"] else "afgekort" if short else "nul" if number[0] == "0" else "woorden"
    start, before = (lead.start(), lead["lead"]) if lead else (found.start(), "")
    trail = (found["trail"] or "").lower()
    month = int(row["nummer"])
    if not _exists(int(number), month) or (kind == "woorden" and not before and not trail):
        return None
    return WrittenDate(start, found.end(), kind, int(number), month, year.lstrip("’'"), before, trail)


def relatives(text: str, months: Lexicon, moments: Lexicon) -> Iterator[Relative]:
    """What *jl.*, *a.s.*, *medio* and the like say about a day, a month or another period."""
    for found in _relative(months, moments).finditer(text):
        if found["part"]:
            yield Relative(*found.span(), "deel", found["part"].lower(), found["what"])
        elif found["coming"]:
            yield Relative(*found.span(), "komend", "a.s.", found["coming"])
        elif found["month"]:
            yield Relative(*found.span(), "maand", found["month"].lower(), found["year"].lstrip("’'"))
        elif found["lone"]:
            if found["lone"].islower():
                yield Relative(*found.span("lone"), "maand", found["lone"], "")
        elif found["figures"]:
            month, year = re.split("[-/]", found["figures"])
            name = next(row["maand"] for row in months.rows.values() if int(row["nummer"]) == int(month))
            yield Relative(*found.span("figures"), "maand", name, year)
        elif found["weekday"]:
            yield Relative(*found.span("weekday"), "dag", found["weekday"].lower().rstrip("."), "")
        elif found["rank"]:
            yield Relative(*found.span("rank"), "moment", "", "")
        else:
            kind = "voorbij" if found["how"].lower() in _PAST_WORDS else "komend"
            yield Relative(*found.span(), kind, found["how"], found["moment"])


@cache
def placing_words(months: Lexicon, moments: Lexicon) -> frozenset[str]:
    """The forms without which nothing is said relative to a moment, as the tokenizer may leave them."""
    short = {month for month, row in months.rows.items() if month != row["maand"]}
    parts = {word for word, row in moments.rows.items() if row["soort"] in {"deel", "dag-kort"}}
    words = {*short, *parts, *_PAST_WORDS, "a.s", "as", "aanstaande", "dezer"}
    return frozenset({*words, *(f"{word}." for word in words)})


def may_place(text: str) -> bool:
    """Whether there is a short year (*'25*) or an ordinal in figures (*15e*)."""
    return _SIGN.search(text) is not None


@cache
def _relative(months: Lexicon, moments: Lexicon) -> re.Pattern[str]:
    kinds: dict[str, list[str]] = {}
    for word, row in moments.rows.items():
        kinds.setdefault(row["soort"], []).append(word)
    whole = [m for m in months.rows if m == months.rows[m]["maand"]]
    named = "|".join([*whole, *kinds["dag"], *kinds["periode"]])
    short = "|".join(sorted((m for m in months.rows if m not in whole), key=len, reverse=True))
    part, pointer = "|".join(kinds["deel"]), "|".join(kinds["wijzer"])
    every, weekday = "|".join([*whole, short]), "|".join(kinds["dag-kort"])
    return re.compile(
        rf"(?<![\w-])(?P<part>{part})\s+(?P<what>(?:(?:{pointer})\s+)?(?:{named})(?:\s(?:19|20)\d\d)?|(?:19|20)\d\d|'\d\d)\b"
        rf"|(?<![\w-])a\.?s\.\s+(?P<coming>{named})\b"
        rf"|(?<![\w-])(?P<moment>{named})\s+(?P<how>{_PASSED}|{_COMING})\b(?:\.(?-i:{_GOES_ON}))?(?!\w)"
        rf"|(?<![\w-])(?P<month>(?:{every})(?=\.?\s+[’'])|(?:{short})(?=\.?\s+[12]))\.?\s+(?P<year>(?:19|20)\d\d|[’']\d\d)\b"
        rf"|(?<![\w-])(?:begin|eind|half|medio|ultimo|vanaf|sinds|per|in)\s+(?P<lone>(?!jan\b(?!\.))(?:{short})\b(?:\.(?-i:{_GOES_ON}))?)(?!\w)(?!\s+\d)"
        rf"|\b(?:tot|in|vanaf|sinds|per)\s+(?P<figures>(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d)(?![\w/-])"
        rf"|(?<![\w-])(?P<weekday>(?:{weekday})\b\.?)\s+(?=\d{{1,2}}\s+(?:{every})\b|\d{{1,2}}[-/]\d)"
        rf"|{_FREE}(?<!elke )(?<!iedere )(?P<rank>\d{{1,2}}(?:(?:{_RANK})?\s+dezer(?:\s+maand)?"
        rf"|(?:{_RANK})\s+van\s+de(?:ze)?\s+maand))\b",
        re.IGNORECASE,
    )
