"""Figures, dates, amounts and numbers → the notation that reads best."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection

from duidelijk.model import Lexicon

_CENTURY = 2000
_GROUPED_FROM = 5
_LEAP_YEAR = 2000
_LARGE = (("duizend", 1000), ("honderd", 100))
_NAMING = ("N|", "SPEC", "TW", "WW|inf|nom")
_MOBILE = "06"
_MINUTES_BEHIND = re.compile(r"(?<=\d)\s?(?:uur\s|[uh]\s?)(?=[0-5]\d$)", re.IGNORECASE)
_NO_SIGN = re.compile(r"^(\d\d)(\d\d)(?=\suur)")
_UNIT = re.compile(r"(?<=\d)\s?(?:uur|hrs?|[uh])(?!\w)\.?", re.IGNORECASE)
_SERVICE = ("0800", "0900", "0906", "0909")


def full_date(day: int, month: int, year: int | None, months: Lexicon) -> str:
    """*3 april 2025*; empty for a day that doesn't exist."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]:
        return ""
    name = next(row["maand"] for row in months.rows.values() if int(row["nummer"]) == month)
    return f"{day} {name}" + (f" {year}" if year else "")


def placed(date: str, tag_before: str) -> tuple[str, ...]:
    """A date in the place of *d.d.* + date: *van* behind a noun, *op* behind a verb or as first words."""
    if not tag_before or tag_before.startswith("WW|vd"):
        return (f"op {date}",)
    if tag_before.startswith(("N|eigen", "SPEC")):
        return ()
    return (f"van {date}",) if tag_before.startswith(_NAMING) else ()


def part_of(word: str, moment: str, months: Lexicon, moments: Lexicon) -> str:
    """*half mei 2025*, *halverwege het voorjaar van 2025*; empty where it isn't certain."""
    row, first, year = moments.rows[word], moment.split()[0].lower(), moment.split()[-1]
    if first in months.rows:
        return f"{row['beter']} {moment}"
    kind = moments.rows.get(first, {}).get("soort", "")
    if kind == "periode" and year.isdigit():
        moment = f"{moments.rows[first]['beter']} {first} van {year}"
    elif kind == "periode":
        moment = f"{moments.rows[first]['beter']} {moment}"
    sure = kind != "dag" and (not kind or row["beter"] != row["anders"])
    return f"{row['anders']} {moment}" if sure else ""


def full_year(year: str, earliest: int, latest: int) -> int:
    """A year of two figures as one of four, 0 where that would be a year outside these two."""
    whole = int(year) if len(year) > 2 else _CENTURY + int(year)
    return whole if earliest <= whole <= latest else 0


def number_of(word: str, numbers: Lexicon) -> int | None:
    """What a number in letters stands for (*honderdvijftig*); None for another word."""
    row = numbers.rows.get(word)
    if row is not None:
        return int(row["waarde"])
    for large, factor in _LARGE:
        before, found, after = word.partition(large)
        if found:
            times = number_of(before, numbers) if before else 1
            rest = _rest(after.removeprefix("en"), numbers) if after else 0
            return None if times is None or rest is None else times * factor + rest
    return None


def _rest(word: str, numbers: Lexicon) -> int | None:
    return 1 if word in {"een", "één"} else number_of(word, numbers)


def in_figures(number: int) -> str:
    """*15*, *2.500*, *1.250.000*."""
    return f"{number:,}".replace(",", ".")


def grouped(figures: str) -> str:
    """A number in figures with a point in every thousand; one of four figures stays as it is."""
    if "." in figures or len(figures) < _GROUPED_FROM:
        return figures
    return in_figures(int(figures))


def amount(figures: str, cents: str, behind: bool) -> str:
    """*€ 25.000*, *€ 12,50*; ``behind``: *25.000 euro*, with the word behind it."""
    number = grouped(figures) + (f",{cents}" if cents.isdigit() and cents != "00" else "")
    return f"{number} euro" if behind else f"€ {number}"


def iban_groups(iban: str) -> str:
    """*NL99 BANK 0123 4567 89*."""
    return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))


def phone_groups(figures: str, area_codes: Collection[str]) -> str:
    """*0321 38 89 11*, *030 123 45 67*, *06 12 34 56 78*; ``area_codes``: those of three figures."""
    if figures.startswith(_SERVICE):
        return " ".join((figures[:4], *_tail(figures[4:])))
    if figures.startswith(_MOBILE):
        return " ".join((_MOBILE, *_pairs(figures[2:])))
    code = 3 if figures[:3] in area_codes else 4
    return " ".join((figures[:code], *_tail(figures[code:])))


def _pairs(figures: str) -> list[str]:
    return [figures[at : at + 2] for at in range(0, len(figures), 2)]


def _tail(figures: str) -> list[str]:
    """Groups of two, with one of three first where the number is odd."""
    odd = 3 if len(figures) % 2 else 0
    return [part for part in (figures[:odd], *_pairs(figures[odd:])) if part]


def clock(text: str, sign: str) -> str:
    """*14u* → *14 uur*, *14:00u* → *14:00 uur*, *14u30* → *14.30 uur*; with this sign, or as it was."""
    plain = _MINUTES_BEHIND.sub(sign or ".", text.strip())
    plain = _NO_SIGN.sub(rf"\1{sign or '.'}\2", plain)
    return with_sign(_UNIT.sub("", plain).strip(), sign) + " uur"


def with_sign(text: str, sign: str) -> str:
    """The same times with this sign between hours and minutes; as they were where it is empty."""
    return re.sub(r"(?<=\d)[.:](?=[0-5]\d(?!\d))", sign, text) if sign else text
