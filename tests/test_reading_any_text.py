"""Whatever the text: it is read as it is, and its blocks lie in it in order."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from duidelijk.errors import ReadError
from duidelijk.model import BLOCK_KINDS
from duidelijk.reading import read_bytes, read_text
from duidelijk.reading.source_map import place_of

LINES = st.sampled_from(
    [
        "", " ", "Geachte heer Jansen,", "Beste bewoner", "Met vriendelijke groet,", "Jan Bos",
        "Onderwerp: uw brief", "Datum 3 maart 2026", "Postbus 100", "8250 AC Dronten", "- een", "1. Twee",
        "a) drie", "Online aanvragen", "maandag. Dat kan ook online.", "Let op:", "Prijs\t€ 87", "12",
        "1.2 Geld",
        "U kunt uw paspoort aanvragen bij de balie van het gemeentehuis, op", "\f", "-----", "{{naam}}",
        "Cafe\u0301 👩‍👧 par\u00adkeren\u200b", "\u202eabc", "> citaat", "Van: x", "Aan: y", "\0", "x" * 130,
        "namens het college,", "Bijlage: 2", "\ufeff",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(LINES, max_size=25).map("\n".join),
    st.lists(LINES, max_size=25).map("\r\n".join),
    st.text(max_size=200),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read_verbatim_in_blocks_that_lie_in_order(text: str) -> None:
    document = read_text(text)
    assert document.text == text
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(text)
        assert block.kind in BLOCK_KINDS
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        end = block.end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_word_falls_between_two_blocks(text: str) -> None:
    document = read_text(text)
    rest = list(text)
    for block in document.blocks:
        rest[block.start : block.end] = " " * (block.end - block.start)
    between = "".join(rest).split()
    assert all(sum(map(str.isalnum, word)) <= 8 for word in between), between


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.data())
def test_place_counts_lines_as_an_editor_does(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assume(text[max(offset - 1, 0) : offset + 1] != "\r\n")
    place = place_of(read_text(text).source_map, offset)
    lines = re.split(r"\r\n|\r|\n", text[:offset])
    assert (place.line, place.column) == (len(lines), len(lines[-1]) + 1)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a", "a.pdf"]))
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes, name: str) -> None:
    try:
        read_bytes(data, name)
    except ReadError as error:
        assert str(error).startswith(f"{name}: ") and str(error).endswith(".")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ReadError, match=r"^In deze tekst staan tekens die niet bestaan\."):
        read_text("een \ud800 tekst")


@pytest.mark.parametrize("text", ["", " \n", "😀", "…", "\u00ad"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    assert read_text(text).blocks == ()
