"""What a file says about itself: its date and its template, beside department and genre."""

from __future__ import annotations

from datetime import date

import pytest

from duidelijk.reading import read_bytes
from duidelijk.reading.days import day_of
from duidelijk.reading.docx import read_docx
from tests.test_reading_docx import SPACES, p, packed, r, relations

BODY = "Wij bellen u op maandag. Dan hoort u meer.\n"
DAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    "said",
    [
        "2026-10-14", "2026-10-14T09:30:00Z", "2026-10-14 09:30:00 +0200", "14-10-2026", "14/10/2026", "14.10.2026",
        "14 oktober 2026", "14  Oktober\n2026", " 2026-10-14 ",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(said: str) -> None:
    assert day_of(said) == DAY


@pytest.mark.parametrize(
    "said",
    [
        "",
        "morgen",
        "31-02-2026",
        "2026-13-01",
        "2026",
        "2026-10",
        "14 okt",
        "20261014",
        "14-10-20261",
        "0000-01-01",
    ],
)
def test_what_is_no_day_gives_none(said: str) -> None:
    assert day_of(said) is None


@pytest.mark.parametrize("key", ["datum", "date", "Datum"])
def test_front_matter_gives_date_and_template(key: str) -> None:
    found = read_bytes(f"---\n{key}: 2026-10-14\nsjabloon: Aanslag\n---\n\n{BODY}".encode(), "a.md")
    assert (found.date, found.template) == (DAY, "Aanslag")


def test_a_page_gives_date_and_template() -> None:
    metas = '<meta name="duidelijk:datum" content="14 oktober 2026"><meta name="duidelijk:sjabloon" content="Product">'
    found = read_bytes(f"<html><head>{metas}</head><body><p>{BODY}</p></body></html>".encode(), "a.html")
    assert (found.date, found.template) == (DAY, "Product")


@pytest.mark.parametrize(
    ("custom", "core", "day", "template"),
    [
        ({"datum": "14-10-2026", "Sjabloon": "Aanslag"}, "2025-01-01T00:00:00Z", DAY, "Aanslag"),
        ({}, "2026-10-14T08:00:00Z", DAY, ""),
        ({"datum": "binnenkort"}, "2026-10-14T08:00:00Z", DAY, ""),
        ({}, "", None, ""),
    ],
)
def test_word_gives_its_own_date_or_else_the_day_it_was_saved(
    custom: dict[str, str], core: str, day: date | None, template: str
) -> None:
    own = "".join(f'<property name="{name}"><x>{words}</x></property>' for name, words in custom.items())
    parts = {
        "_rels/.rels": relations(
            ("m", "officeDocument", "word/document.xml"),
            ("c", "custom-properties", "docProps/custom.xml"),
            ("k", "core-properties", "docProps/core.xml"),
        ),
        "docProps/custom.xml": f"<Properties>{own}</Properties>",
        "docProps/core.xml": f'<cp:x xmlns:cp="cp" xmlns:dcterms="d"><dcterms:modified>{core}</dcterms:modified></cp:x>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{p(r('Wij bellen u.'))}</w:body></w:document>",
    }
    found = read_docx(packed(parts), "a.docx")
    assert (found.date, found.template) == (day, template)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_file_that_says_nothing_has_no_date(name: str) -> None:
    found = read_bytes(BODY.encode(), name)
    assert (found.date, found.template) == (None, "")
