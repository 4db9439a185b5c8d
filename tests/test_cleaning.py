"""Text as the pipeline reads it, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.language.cleaning import clean

JOINED = [
    ("een gewone zin", "een gewone zin"),
    ("de gemeente\nDronten", "de gemeente Dronten"),
    ("de gemeente\r\nDronten", "de gemeente Dronten"),
    ("de gemeente  \n      Dronten", "de gemeente Dronten"),
    ("maat-\nschappelijk", "maatschappelijk"),
    ("maat-\r\n   schappelijk", "maatschappelijk"),
    ("in-\nen uitgaand", "in- en uitgaand"),
    ("voor-\nof achterdeur", "voor- of achterdeur"),
    ("de 0-\nmeting", "de 0-meting"),
    ("par\u00adkeer\u00advergunning", "parkeervergunning"),
    ("niet\u00a0hier", "niet hier"),
    ("een\u200bwoord", "eenwoord"),
    ("café\u0301", "café\u0301"),
    ("cafe\u0301 open", "café open"),
    ("Let op" + "!" * 99, "Let op" + "!" * 99),
    ("zo (" + "<*" * 5000 + "hier", "zo " + "-" * 10_001 + "hier"),
]


@pytest.mark.parametrize(("raw", "expected"), JOINED)
def test_lines_are_joined_and_invisible_characters_left_out(raw: str, expected: str) -> None:
    assert clean(raw, 0, len(raw)).text == expected


def test_a_word_broken_over_two_lines_leads_back_to_both_halves() -> None:
    raw = "Uw maat-\nschappelijk werk"
    cleaned = clean(raw, 0, len(raw))
    at = cleaned.text.index("maatschappelijk")
    start, end = cleaned.range(at, at + len("maatschappelijk"))
    assert raw[start:end] == "maat-\nschappelijk"


def test_a_letter_with_a_combining_accent_leads_back_whole() -> None:
    raw = "een cafe\u0301 open"
    cleaned = clean(raw, 0, len(raw))
    start, end = cleaned.range(cleaned.text.index("café"), cleaned.text.index("café") + 4)
    assert raw[start:end] == "cafe\u0301"


@given(st.text(), st.text(), st.text())
def test_every_clean_character_leads_back_to_itself(before: str, middle: str, after: str) -> None:
    text = before + middle + after
    cleaned = clean(text, len(before), len(before) + len(middle))
    for i, char in enumerate(cleaned.text):
        start, end = cleaned.range(i, i + 1)
        assert len(before) <= start < end <= len(before) + len(middle)
        source = text[start:end]
        assert (char == " " and source[0].isspace()) or unicodedata.normalize("NFC", source).startswith(char)
