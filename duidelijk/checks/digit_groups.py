"""Long rows of figures without a space: account, phone and case numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.around import is_line
from duidelijk.language.silence import is_quoted
from duidelijk.model import Hit
from duidelijk.suggesting.notation import iban_groups, phone_groups

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis

_ROW = re.compile(
    r"(?:(?<=\btel\.)|(?<=\bnr\.)|(?<![\w./@=&?#%€+-]))(?<!€ )"
    r"(?:(?P<iban>[A-Z]{2}\d{2}\s?[A-Z]{4}\s?\d{7,18})"
    r"|(?:(?:\+31|0031)[\s-]?(?:\(0\)\s?)?[1-9](?:\d{0,2}\s?[-–]?\s?)\d{6,8}"
    r"|(?:\(0\d{1,3}\)|0[1-9]\d{0,2})\s?[-–]?\s?\d{6,8})"
    r"|(?P<number>\+?\d{8,}))"
    r"(?![\w/@=&%-]|[.,]\w|\s?(?:euro|EUR)\b)"
)
_LOCAL_ZERO, _SIGNS = re.compile(r"(?<=31)\s?\(0\)"), re.compile(r"[\s()–-]")
_CANDIDATE = re.compile(r"\d{6}")
_PHONE = re.compile(r"(?:0|(?P<abroad>\+31|0031))(?P<rest>[1-9]\d{8})|0[89]00\d{7}")


def digit_groups(analysis: Analysis, *, area_codes: tuple[str, ...] = (), least: int = 9) -> Iterator[Hit]:
    """Every account number, phone number or other number of ``least`` figures or more without groups.

    ``area_codes``: those of three figures (*030*); other phone numbers have one of four. Silent: quotations,
    addresses of pages, and a line with nothing but the number and a label.
    """
    for passage in analysis.passages:
        text = passage.clean.text
        if not _CANDIDATE.search(text):
            continue
        for found in _ROW.finditer(text):
            start, end = found.span()
            figures = sum(map(str.isdigit, found[0]))
            if figures < least or is_quoted(text, start, end) or is_line(text, start, end):
                continue
            kind, better = _grouped(found, area_codes)
            detail = {
                "kind": kind,
                "better": better,
                "alternatives": (better,) if better else (),
                "safe": True,
            }
            yield Hit(*passage.clean.range(start, end), detail)


def _figures(number: str) -> str:
    """A phone number without its brackets, lines and spaces: *+31(0)321-388911* → *+31321388911*."""
    return _SIGNS.sub("", _LOCAL_ZERO.sub("", number))


def _grouped(found: re.Match[str], area_codes: tuple[str, ...]) -> tuple[str, str]:
    """The kind of number, and the number in groups where it is known how those go."""
    if found["iban"]:
        return "iban", iban_groups(re.sub(r"\s", "", found["iban"]))
    phone = _PHONE.fullmatch(_figures(found[0]))
    if phone and phone["abroad"]:
        return "telefoon", f"+31 {phone_groups('0' + phone['rest'], area_codes)[1:]}"
    return ("telefoon", phone_groups(phone[0], area_codes)) if phone else ("nummer", "")
