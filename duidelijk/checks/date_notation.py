"""Dates and times in another notation than *3 april 2025* and *14.00 uur*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.around import in_brackets, is_line, is_numbered, tokens_of, words_before
from duidelijk.language.dates import Relative, WrittenDate, dates, may_place, placing_words, relatives
from duidelijk.language.silence import is_quoted
from duidelijk.language.times import WrittenTime, short_times, split_times, whole_times
from duidelijk.model import Hit, Lexicon
from duidelijk.suggesting.notation import clock, full_date, full_year, part_of, placed, with_sign

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Passage

_TIP, _PLAIN = 1.0, 2.0
_DIGIT = re.compile(r"\d")
_OTHER_SIGN = {".": ":", ":": "."}
_LATEST_MONTH = 12
_BARE_DAY = re.compile(
    r"\b(?:op|vanaf|voor|vóór|tot|rond|na|uiterlijk|per)\s+den?\s+(?P<day>(?:[12]?\d|3[01])(?:e|s?te|de|s?ten))(?!\w)",
    re.IGNORECASE,
)
_NO_NOUN = ("WW|pv", "LET", "VNW|pers", "VG|")


def date_notation(
    analysis: Analysis,
    *,
    months: Lexicon,
    moments: Lexicon,
    numbered: tuple[str, ...] = (),
    dated: tuple[str, ...] = (),
    time_sign: str = "",
    earliest: int = 2010,
    latest: int = 2039,
) -> Iterator[Hit]:
    """Every date and time that isn't written in full (value 2), and the rarer sign in times (value 1).

    ``time_sign``: ``.`` or ``:``, then the other is found (value 2); empty: either, but only one in a text.
    Silent: quotations, lines like *Datum: 3-4-2025*, what follows a word of ``numbered`` (*zaaknummer*), and
    *3.4.25* or a date with the year first unless a word of ``dated`` stands before it (*op*). A year of two
    figures is read as one from ``earliest`` up to ``latest``.
    """
    placing = set(map(id, analysis.passages_with(placing_words(months, moments))))
    passages = [p for p in analysis.passages if id(p) in placing or _DIGIT.search(p.clean.text)]
    sign = time_sign or _usual_sign(passages)
    for passage in passages:
        text = passage.clean.text
        found = list(dates(text, months))
        for date in found:
            if _is_date(text, date, numbered, dated) and not _is_other(text, date.start, date.end):
                yield _date_hit(passage, date, months, earliest, latest)
        placed_here = id(passage) in placing or may_place(text)
        for relative in relatives(text, months, moments) if placed_here else ():
            inside = any(date.start <= relative.start < date.end for date in found)
            if not inside and not is_quoted(text, relative.start, relative.end):
                yield _relative_hit(passage, relative, months, moments)
        for start, end in _bare_days(passage) if placed_here else ():
            yield Hit(*passage.clean.range(start, end), {"kind": "moment"}, _PLAIN)
        yield from _times(passage, sign, bool(time_sign))


def _bare_days(passage: Passage) -> Iterator[tuple[int, int]]:
    """*op de 15e*: an ordinal in figures with no noun behind it."""
    text = passage.clean.text
    for found in _BARE_DAY.finditer(text):
        _, last = tokens_of(passage.doc, *found.span("day"))
        after = passage.doc[last.i + 1].tag_ if last.i + 1 < len(passage.doc) else "LET"
        if after.startswith(_NO_NOUN) and not is_quoted(text, *found.span()):
            yield found.span("day")


def _is_other(text: str, start: int, end: int) -> bool:
    """A quotation, or a line with nothing else."""
    return is_quoted(text, start, end) or is_line(text, start, end)


def _is_date(text: str, date: WrittenDate, numbered: tuple[str, ...], dated: tuple[str, ...]) -> bool:
    """Whether it is a date and not the number of a case, a version or a paragraph."""
    if date.lead or date.kind not in {"cijfers", "jaartal-eerst"}:
        return True
    if is_numbered(text, date.start, numbered):
        return False
    doubtful = date.kind == "jaartal-eerst" or (date.separator == "." and len(date.year) == 2)
    return not doubtful or any(word in dated for word in words_before(text, date.start))


def _date_hit(passage: Passage, date: WrittenDate, months: Lexicon, earliest: int, latest: int) -> Hit:
    year = full_year(date.year, earliest, latest) if len(date.year) == 2 else int(date.year or 0)
    text = full_date(date.day, date.month, year or None, months)
    if date.year and not year:
        text = ""
    start = _with_article(passage.clean.text, date) if date.kind == "rang" else date.start
    offered = _placed(passage, date, text) if text else ()
    unsure = date.kind in {"cijfers", "zonder-jaar"} and len(date.year) < 3 and date.day <= _LATEST_MONTH
    detail: dict[str, object] = {"kind": "onbekend", "better": offered[0] if offered else text}
    if text and unsure:
        detail |= {"kind": "onzeker", "choices": offered}
    elif text:
        detail |= {"kind": "datum", "alternatives": offered, "safe": True}
    first, last = passage.clean.range(start, date.end)
    return Hit(first, last, detail, _PLAIN, (passage.clean.range(date.start, date.end),))


def _with_article(text: str, date: WrittenDate) -> int:
    """Where *de 3e april* begins."""
    article = re.search(r"\bden?\s+$", text[: date.start], re.IGNORECASE)
    return article.start() if article and not date.lead else date.start


def _placed(passage: Passage, date: WrittenDate, text: str) -> tuple[str, ...]:
    """The date as it can stand there: *d.d.* becomes *van* behind a noun and *op* behind a verb."""
    if not date.lead or in_brackets(passage.clean.text, date.start, date.end):
        return (text,)
    first, _ = tokens_of(passage.doc, date.start, date.end)
    before = first.nbor(-1).tag_ if first.i and not first.is_sent_start else ""
    return placed(text, before)


def _relative_hit(passage: Passage, relative: Relative, months: Lexicon, moments: Lexicon) -> Hit:
    better = _better(passage.clean.text, relative, months, moments)
    kind = relative.kind if better else "moment"
    detail = {"kind": kind, "better": better, "alternatives": (better,) if better else ()}
    return Hit(*passage.clean.range(relative.start, relative.end), detail, _PLAIN)


def _better(text: str, relative: Relative, months: Lexicon, moments: Lexicon) -> str:
    """*half mei*, *afgelopen maandag*, *komend weekend*."""
    if relative.kind == "deel":
        return part_of(relative.word, relative.moment, months, moments)
    if relative.kind == "maand":
        return _month(relative, months)
    if relative.kind == "dag":
        return moments.rows[relative.word]["beter"]
    if relative.kind == "moment":
        return ""
    last = relative.moment.lower()
    if words_before(text, relative.start) == ["op"]:
        return ""
    neuter = moments.rows.get(last, {}).get("beter") == "het"
    after_article = words_before(text, relative.start)[-1:] in (["het"], ["de"], ["dit"], ["deze"])
    stem = (
        "afgelopen" if relative.kind == "voorbij" else "komend" if neuter and not after_article else "komende"
    )
    return f"{stem} {relative.moment.lower()}"


def _month(relative: Relative, months: Lexicon) -> str:
    """*september 2025*; empty for a year of two figures."""
    name, year = months.rows[relative.word.rstrip(".")]["maand"], relative.moment
    return f"{name} {year}".strip() if len(year) != 2 else ""


def _usual_sign(passages: list[Passage]) -> str:
    """The sign of most times in the text, the first one where both are as frequent; else empty."""
    signs = [time.sign for p in passages for time in whole_times(p.clean.text)]
    return max(dict.fromkeys(signs), key=signs.count, default="")


def _times(passage: Passage, sign: str, wanted: bool) -> Iterator[Hit]:
    text = passage.clean.text
    for time in short_times(text):
        if not is_quoted(text, time.start, time.end):
            yield _time_hit(passage, time, clock(text[time.start : time.end], sign), "tijd", _PLAIN)
    for time in split_times(text):
        if not _counts_on(passage, time):
            yield _time_hit(passage, time, clock(text[time.start : time.end], sign), "tijd", _PLAIN)
    for time in whole_times(text):
        if time.sign == _OTHER_SIGN.get(sign):
            better = with_sign(text[time.start : time.end], sign)
            yield _time_hit(
                passage, time, better, "teken" if wanted else "mengsel", _PLAIN if wanted else _TIP
            )


def _counts_on(passage: Passage, time: WrittenTime) -> bool:
    """*om 14 uur 30 mensen*: the second number counts what follows."""
    _, last = tokens_of(passage.doc, time.start, time.end)
    after = passage.doc[last.i + 1] if last.i + 1 < len(passage.doc) else None
    return after is not None and after.tag_.startswith(("N|", "ADJ|prenom"))


def _time_hit(passage: Passage, time: WrittenTime, better: str, kind: str, value: float) -> Hit:
    start, end = passage.clean.range(time.start, time.end)
    return Hit(start, end, {"kind": kind, "better": better, "alternatives": (better,), "safe": True}, value)
