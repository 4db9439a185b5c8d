"""Text → the times in it: those with a short *u* or *h*, and those in full with their sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HOUR = r"(?:[01]?\d|2[0-4])"
_TIME = rf"{_HOUR}[.:][0-5]\d"
_FREE = r"(?<![\w.,:/€+–-])"
_UNIT = r"(?:[uh]|hrs?)"
_SHORT = re.compile(
    rf"{_FREE}(?:{_HOUR}(?:[.:][0-5]\d)?(?:\s?{_UNIT}\.?)?\s?[-–]\s?)?"
    rf"(?:{_TIME}\s?{_UNIT}|{_HOUR}{_UNIT}(?:[0-5]\d)?|{_HOUR}\s[uh](?=\.))(?![\w’'/+–-])"
    r"(?:\.(?=[,;:)]|\s+[a-z\d(€]))?",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"\b(?:om|tot|vanaf|tussen|rond|na)\s+(?P<time>{_HOUR}\su)(?![\w’'.])(?=[,;:)?!]|\s(?:op|in|bij|tot|en)\b|$)"
)
_SPLIT = re.compile(
    rf"{_FREE}{_HOUR}\s(?:uur|[uh])\s[0-5]\d(?![\w.,:/%-]*\w)|(?<=\bom )(?:[01]\d|2[0-4])[0-5]\d\suur\b",
    re.IGNORECASE,
)
_JOINED = r"(?:\s?[-–]\s?|\s(?:tot(?:\sen\smet)?|t/m|en|of)\s)"
_WHOLE = re.compile(
    rf"{_FREE}{_TIME}(?:{_JOINED}{_TIME})*\s?uur\b|\b(?:om|vanaf|rond)\s(?P<bare>{_TIME})(?![\w.,:%€-]*\w|\s?(?:uur|[-–])|{_JOINED}\d)"
)
_SIGN = re.compile(r"(?<=\d)[.:](?=[0-5]\d)")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A time, or a stretch from one to another; ``sign`` stands between hours and minutes, if at all."""

    start: int
    end: int
    sign: str


def short_times(text: str) -> Iterator[WrittenTime]:
    """*14u*, *14:00u*, *14 u.*, *9-17h*, in text order."""
    if not _DIGIT.search(text):
        return
    for found in _SHORT.finditer(text):
        yield _time(text, *found.span())
    for found in _LOOSE.finditer(text):
        yield _time(text, *found.span("time"))


def split_times(text: str) -> Iterator[WrittenTime]:
    """*14 uur 30* and *om 1430 uur*, in text order."""
    return (_time(text, *found.span()) for found in _SPLIT.finditer(text))


def whole_times(text: str) -> Iterator[WrittenTime]:
    """*14.00 uur*, *9:00 tot 17:00 uur* and *om 14.00*, in text order."""
    if _SIGN.search(text):
        for found in _WHOLE.finditer(text):
            yield _time(text, *found.span("bare" if found["bare"] else 0))


def _time(text: str, start: int, end: int) -> WrittenTime:
    sign = _SIGN.search(text, start, end)
    return WrittenTime(start, end, sign[0] if sign else "")
