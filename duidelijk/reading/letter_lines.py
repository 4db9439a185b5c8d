"""What a single line of a letter is, by its words."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from duidelijk.months import MONTHS
from duidelijk.reading.wordlist import addressees, letter_words

_MONTH = "|".join(MONTHS)
_FIELD = r"\{\{[^}\n]*\}\}|\[\[[^\]\n]*\]\]|«[^»\n]*»"
_PLACE = rf"(?:[^\W\d_][\w' .()-]*|{_FIELD}),\s+"
_DATE = re.compile(
    rf"(?:{_PLACE})?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s+)?"
    rf"(?:\d{{1,2}}\s+(?:{_MONTH})\s+(?:\d{{4}}|{_FIELD})|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})"
    rf"|{_PLACE}(?:{_FIELD})|(?:\{{\{{|\[\[|«)\s*\w*datum\w*\s*(?:\}}\}}|\]\]|»)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    rf"(?:NL-)?[1-9]\d{{3}}\s?[A-Z]{{2}}\s{{1,3}}(?:[^\W\d_][\w'’ ().-]*|{_FIELD})"
    r"|(?:\{\{|\[\[|«)[^\n}\]»]*(?:post|zip)_?-?code[^\n]*"
)
_SPLIT_AFTER = 60
_ENDS = re.compile(r"""[.!?…:;]['"”’»)\]]*$""")
_LONGEST = 100
_VALUE = re.compile(r"[0-9{«\[]")
_ALWAYS = ("geacht", "hooggeacht", "weledel", "edelachtbare", "excellentie", "l.s.", "ls")


@cache
def _begin(part: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in letter_words(part))
    return re.compile(rf"(?:{words})(?![\w-])", re.IGNORECASE)


def is_date(line: str) -> bool:
    """Whether nothing but a date stands here, or a place and a date."""
    return bool(_DATE.fullmatch(line))


def is_postcode(line: str) -> bool:
    """Whether the line is the postcode and place of an address."""
    return bool(_POSTCODE.fullmatch(line))


def is_loose(line: str, longest: int = _LONGEST) -> bool:
    """Whether the line is short and doesn't end as a sentence does."""
    return len(line) <= longest and not _ENDS.search(line)


def begins(line: str, part: str) -> bool:
    """Whether the line begins with a word of this part of a letter."""
    return bool(_begin(part).match(line))


def label(line: str, part: str, colon: bool) -> int:
    """Length of a label like ``Ons kenmerk:`` at the start of the line, 0 if there is none.

    Without ``colon`` a wide space, a capital or a number after the label will do.
    """
    found = _begin(part).match(line)
    if found is None:
        return 0
    rest = line[found.end() :]
    if mark := re.match(r"\s*:\s*", rest):
        return found.end() + mark.end()
    if colon or not is_loose(line):
        return 0
    if wide := re.match(r"\t\s*|\s{2,}", rest):
        return found.end() + wide.end()
    if part == "reference" and not _VALUE.search(rest):
        return 0
    value = re.match(r"\s+(?=[A-ZÀ-Þ0-9{«\[])", rest)
    return found.end() + value.end() if value else 0


def whole_label(line: str) -> Literal["reference", "subject"] | None:
    """Whether the line is nothing but a label, as in a column beside what it names."""
    words = line.rstrip(" :").lower()
    parts: tuple[Literal["reference", "subject"], ...] = ("reference", "subject")
    return next((part for part in parts if words in letter_words(part)), None)


def salutation(line: str) -> int:
    """Length of the salutation the line begins with, its comma included; 0 if there is none."""
    found = _begin("salutation").match(line)
    if found is None:
        return 0
    comma = re.search(r",(?=\s|$)|!(?=\s*$)", line[found.end() : found.end() + _SPLIT_AFTER])
    end = found.end() + comma.end() if comma else len(line)
    if _more_addressees(line[end:]):
        end = len(line)
    words = line[found.end() : end].strip(" ,!:").split()
    always = line.lower().startswith(_ALWAYS)
    alone = end == len(line)
    if not comma and (not is_loose(line, _SPLIT_AFTER) or line.endswith(",") or len(words) > 8):
        return 0
    addressed = any(word.lower().strip(",") in addressees() for word in words)
    named = (
        bool(words) and len(words) <= 5 and words[-1][:1].isupper() | words[-1].startswith(("{", "[", "«"))
    )
    if always:
        return end if words or found.end() == len(line.rstrip(" ,!:")) else 0
    if alone and comma:
        return end
    return end if addressed or (named and (bool(comma) or len(words) <= 3) and _greets(line)) else 0


def _more_addressees(rest: str) -> bool:
    """Whether the salutation goes on behind its first comma: *Geachte heer, mevrouw,*."""
    words = rest.strip(" ,").split()
    named = all(word.lower() in addressees() or word[:1].isupper() for word in words)
    return bool(words) and named and rest.endswith(",")


def _greets(line: str) -> bool:
    return line.lower().startswith(("beste", "lieve", "hallo", "hoi"))


def closing(line: str) -> int:
    """Length of the closing (``Met vriendelijke groet,``) that the line begins with; 0 if there is none."""
    found = _begin("closing").match(line)
    if found is None:
        return 0
    mark = re.match(r"\s*[,.!]?\s*", line[found.end() :])
    end = found.end() + (mark.end() if mark else 0)
    if end == len(line):
        return end
    named = "," in line[found.end() : end] and is_loose(line, _LONGEST) and len(line[end:].split()) <= 6
    return end if named and not line[end].islower() else 0
