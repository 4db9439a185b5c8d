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
    r"(?<![\w./@=&?#%€+-])(?<!€ )"
    r"(?:(?P<iban>[A-Z]{2}\d{2}[A-Z]{4}\d{7,18})|(?P<number>(?:[A-Z]{1,3}|\+)?\d{8,}))"
    r"(?![\w/@=&%-]|[.,]\w|\s?(?:euro|EUR)\b)"
)
_CANDIDATE = re.compile(r"\d{7}")
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
            detail = {"kind": kind, "better": better, "alternatives": (better,) if better else ()}
            yield Hit(*passage.clean.range(start, end), detail)


def _grouped(found: re.Match[str], area_codes: tuple[str, ...]) -> tuple[str, str]:
    """The kind of number, and the number in groups where it is known how those go."""
    if found["iban"]:
        return "iban", iban_groups(found["iban"])
    phone = _PHONE.fullmatch(found["number"])
    if phone and phone["abroad"]:
        return "telefoon", f"+31 {phone_groups('0' + phone['rest'], area_codes)[1:]}"
    return ("telefoon", phone_groups(phone[0], area_codes)) if phone else ("nummer", "")
