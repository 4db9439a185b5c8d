"""Lines and columns point at the words in the source, in each unit, whatever the source is made of."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk.model import Document
from duidelijk.reading import read_bytes, read_text
from duidelijk.rendering.positions import Region, Unit, region, ruler
from tests.test_reading_docx import p, r, word

UNITS: tuple[Unit, ...] = ("code point", "utf-16", "utf-8")
BEFORE, AFTER = "Wij sturen u deze brief omdat u een", "heeft gevraagd aan de gemeente."
_LINE_END = re.compile(r"\r\n?|\n")


def where(document: Document, words: str, unit: Unit, end: str = "") -> Region:
    """The region of the words, or from the words up to and with ``end``."""
    start = document.text.index(words)
    measure = ruler(document, unit)
    assert measure is not None
    last = document.text.index(end, start) + len(end) if end else start + len(words)
    return region(measure, start, last)


def cut(data: bytes, place: Region, unit: Unit) -> str:
    """What stands in the file at that place, counted in the unit without the help of the program.

    A byte order mark counts in bytes, and isn't there in characters.
    """
    source = data.decode("utf-8" if unit == "utf-8" else "utf-8-sig")
    codec, size = {"code point": ("utf-32-le", 4), "utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1)}[unit]
    starts = [0, *(each.end() for each in _LINE_END.finditer(source))]
    first = len(source[: starts[place.line - 1]].encode(codec)) + (place.column - 1) * size
    last = len(source[: starts[place.end_line - 1]].encode(codec)) + (place.end_column - 1) * size
    return source.encode(codec)[first:last].decode(codec)


@dataclass(frozen=True)
class Word:
    """A word as it is read, and as it is written in text, Markdown and HTML."""

    read: str
    plain: str
    page: str


WORDS = st.sampled_from(
    [
        Word("besluit", "besluit", "besluit"),
        Word("financiële", "financiële", "financi&euml;le"),
        Word("één", "één", "&#233;&#xE9;n"),
        Word("🏛️", "🏛️", "🏛️"),
        Word("🏛", "🏛", "&#x1F3DB;"),
        Word("R&D", "R&D", "R&amp;D"),
        Word("vergunning", "vergunning", "vergun<b>ning</b>"),
        Word("cafe\u0301", "cafe\u0301", "cafe&#769;"),
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
MARKS = st.sampled_from([b"", b"\xef\xbb\xbf"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4)


def shown(written: str) -> str:
    """What a reader sees of a piece of a page."""
    return html.unescape(re.sub("<[^>]*>", "", written))


def read_words(paragraphs: list[list[Word]]) -> list[str]:
    return [f"{BEFORE} {' '.join(word.read for word in words)} {AFTER}" for words in paragraphs]


def check_every_word(data: bytes, document: Document) -> None:
    """Every word of the text is found back in the file, in every unit."""
    for unit in UNITS:
        measure = ruler(document, unit)
        assert measure is not None
        for found in re.finditer(r"\S+", document.text):
            written = cut(data, region(measure, *found.span()), unit)
            assert shown(written) == found[0]


@settings(deadline=None, max_examples=40)
@given(paragraphs=TEXTS, end=ENDS, mark=MARKS)
def test_words_of_a_text_are_where_the_region_says(
    paragraphs: list[list[Word]], end: str, mark: bytes
) -> None:
    source = (end * 2).join(
        f"{BEFORE} {' '.join(word.plain for word in words)} {AFTER}" for words in paragraphs
    )
    data = mark + source.encode()
    check_every_word(data, read_bytes(data, "a.txt"))


@settings(deadline=None, max_examples=40)
@given(paragraphs=TEXTS, end=ENDS, mark=MARKS)
def test_words_of_a_page_are_where_the_region_says(
    paragraphs: list[list[Word]], end: str, mark: bytes
) -> None:
    inside = end.join(
        f"<p class='🏛'>{BEFORE}{end}  {' '.join(word.page for word in words)} <i>{AFTER}</i></p>"
        for words in paragraphs
    )
    data = mark + f"<!DOCTYPE html>{end}<html><body>é{end}<main>{inside}</main></body></html>".encode()
    document = read_bytes(data, "a.html")
    assert all(each in document.text for each in read_words(paragraphs))
    check_every_word(data, document)


@settings(deadline=None, max_examples=40)
@given(paragraphs=TEXTS, end=st.sampled_from(["\n", "\r\n"]), mark=MARKS)
def test_words_of_markdown_are_where_the_region_says(
    paragraphs: list[list[Word]], end: str, mark: bytes
) -> None:
    blocks = [
        f"- **{BEFORE}** {' '.join(word.plain for word in words)}{end}  *{AFTER}*" for words in paragraphs
    ]
    data = mark + f"# É 🏛️{end}{end}{end.join(blocks)}{end}".encode()
    document = read_bytes(data, "a.md")
    for unit in UNITS:
        measure = ruler(document, unit)
        assert measure is not None
        for found in re.finditer(r"\S+", document.text):
            assert cut(data, region(measure, *found.span()), unit) == found[0]


@pytest.mark.parametrize(
    ("unit", "columns"), [("code point", (4, 11)), ("utf-16", (5, 12)), ("utf-8", (8, 15))]
)
def test_a_column_counts_in_its_own_unit(unit: Unit, columns: tuple[int, int]) -> None:
    found = where(read_text(f"é🏛 besluit en {BEFORE} besluit {AFTER}"), "besluit", unit)
    assert found == Region(1, columns[0], 1, columns[1])


def test_a_byte_order_mark_counts_in_bytes_on_the_first_line_alone() -> None:
    source = f"Besluit: {BEFORE} besluit\n{AFTER}"
    document = read_bytes(b"\xef\xbb\xbf" + source.encode(), "a.txt")
    assert where(document, "Besluit", "utf-8") == Region(1, 4, 1, 11)
    assert where(document, "Besluit", "utf-16") == Region(1, 1, 1, 8)
    assert where(document, "heeft", "utf-8") == Region(2, 1, 2, 6)


def test_words_over_two_lines_end_on_the_second() -> None:
    document = read_text(f"{BEFORE} ten\r\nbehoeve van besluit {AFTER}")
    assert where(document, "ten", "utf-16", end="behoeve van") == Region(1, 37, 2, 12)


def test_words_at_the_end_of_a_line_end_on_that_line() -> None:
    document = read_text(f"{BEFORE} besluit\n{AFTER}")
    assert where(document, "besluit", "utf-16") == Region(1, 37, 1, 44)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("financi&euml;le", "financiële"),
        ("vergun\u00adning", "vergun\u00adning"),
        ("vergun<b>ning</b>", "vergunning"),
        ("<b>vergun</b>ning", "vergunning"),
        ("R&amp;D", "R&D"),
    ],
)
def test_a_region_runs_from_the_first_character_to_the_last_as_written(written: str, words: str) -> None:
    data = f"<p>{BEFORE} {written} {AFTER}</p>".encode()
    document = read_bytes(data, "a.html")
    seen = words if words in document.text else words.replace("\u00ad", "")
    found = cut(data, where(document, seen, "utf-8"), "utf-8")
    assert found == written.removesuffix("</b>").removeprefix("<b>")


def test_a_file_in_an_older_encoding_counts_characters_and_bytes_of_utf_8() -> None:
    document = read_bytes(f"Eén besluit. {BEFORE} besluit {AFTER}".encode("cp1252"), "a.txt")
    assert where(document, "besluit", "code point").column == 5
    assert where(document, "besluit", "utf-8").column == 6


def test_a_word_document_has_no_lines() -> None:
    document = read_bytes(word(p(r(f"{BEFORE} besluit {AFTER}"))), "a.docx")
    assert all(ruler(document, unit) is None for unit in UNITS)


def test_a_long_line_of_many_signs_is_measured_at_once() -> None:
    """Each place is looked up, not counted from the start of the line again."""
    document = read_text(f"{BEFORE} {'één 🏛️ ' * 20_000}{AFTER}")
    measure = ruler(document, "utf-8")
    assert measure is not None
    assert [region(measure, at, at + 3).line for at in range(40, len(document.text) - 40, 7)]
