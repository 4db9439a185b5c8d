"""What the writer's page gets from the server: places as a browser counts, files as text, and back."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from duidelijk import reading
from duidelijk.errors import ReadError
from duidelijk.model import Document
from duidelijk.rendering import editable
from duidelijk.transferring import transfer
from duidelijk.web import page_work
from duidelijk.web.desk import Desk
from duidelijk.web.settings import Recipe

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".docx", ".html", ".md", ".txt"})


@pytest.fixture(scope="module")
def desk(checker) -> Desk:
    return Desk(checker, Recipe())


def asked(desk: Desk, text: str, name: str = page_work.PLAIN, **more: str) -> dict:
    body = json.dumps({"tekst": text, "naam": name, **more}).encode()
    return json.loads(page_work.checked(desk, body).body)


def opened(desk: Desk, path: Path) -> dict:
    return json.loads(page_work.opened(desk, path.read_bytes(), path.name).body)


def cut(text: str, start: int, end: int) -> str:
    """``start:end`` of the text as a browser counts."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def changed(text: str, changes: list[list]) -> str:
    for start, end, new in sorted(changes, reverse=True):
        size = len(text.encode("utf-16-le")) // 2
        text = cut(text, 0, start) + new + cut(text, end, size)
    return text


TEXTS = {
    "plain": ("Indien u belt, is dit reeds bekend.", page_work.PLAIN),
    "emoji": ("🏛️ Indien u 👩‍👩‍👧 belt, is dit 🏛️ reeds bekend.", page_work.PLAIN),
    "soft hyphen": ("Par\u00adkeren is in\u00addien u belt reeds bekend.", page_work.PLAIN),
    "NUL": ("Dit \0 is \0\0 reeds bekend.", page_work.PLAIN),
    "wrapped": ("Wij hebben dit gedaan ten\nbehoeve van u. Dit is reeds\nbekend.", page_work.PLAIN),
    "markdown": ("# Kop 🏛️\n\n**Indien** u [belt](/bel), is dit *reeds* bekend.\n\n- reeds dit\n- reeds dat\n", page_work.MARKDOWN),
    "front matter": ("---\ntitle: Een titel\n---\n\nDit is reeds bekend.\n", page_work.MARKDOWN),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
def test_places_are_those_of_the_text_in_the_editor(desk: Desk, case: str) -> None:
    text, name = TEXTS[case]
    found = asked(desk, text, name)["bevindingen"]
    assert "reeds" in [finding["citaat"] for finding in found]
    for finding in found:
        bare = cut(text, finding["van"], finding["tot"]).replace("*", "")
        assert " ".join(bare.split()) == finding["citaat"]
        assert all(finding["van"] <= a < b <= finding["tot"] for a, b in finding["stukken"])


@pytest.mark.parametrize("case", TEXTS)
def test_a_suggestion_changes_only_its_words(desk: Desk, case: str) -> None:
    text, name = TEXTS[case]
    found = [f for f in asked(desk, text, name)["bevindingen"] if f["citaat"] == "reeds"]
    for finding in found:
        new = changed(text, finding["voorstellen"][0]["wijzigingen"])
        assert new == cut(text, 0, finding["van"]) + "al" + cut(text, finding["tot"], 10**6)


def test_a_suggestion_that_markdown_cannot_have_says_why(desk: Desk) -> None:
    text = "Wij doen dit **ten** behoeve [van](/x) u en de buurt."
    (finding,) = [f for f in asked(desk, text, page_work.MARKDOWN)["bevindingen"] if "behoeve" in f["citaat"]]
    assert finding["voorstellen"][0]["wijzigingen"] == [] and finding["voorstellen"][0]["reden"]


def test_the_checklist_stands_apart(desk: Desk) -> None:
    letter = "Geachte heer,\n\n" + "Wij hebben uw brief gelezen en wij denken er over na. " * 6
    found = asked(desk, letter)
    assert found["soort"] == "brief" and found["geheel"]
    assert not {f["regel"] for f in found["geheel"]} & {f["regel"] for f in found["bevindingen"]}
    assert asked(desk, letter, soort="onbekend")["geheel"] == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "# ", "---\n", "- "])
def test_a_text_that_has_only_begun_is_no_mistake(desk: Desk, text: str) -> None:
    for name in (page_work.PLAIN, page_work.MARKDOWN):
        found = asked(desk, text, name)
        assert found["cijfer"] is None and found["bevindingen"] == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"tekst": 5}', b"\xff\xfe"])
def test_a_request_that_is_no_draft_is_refused(desk: Desk, body: bytes) -> None:
    with pytest.raises(ReadError, match="Laad de pagina opnieuw"):
        page_work.checked(desk, body)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_opened_file_has_the_grade_and_the_findings_of_the_file(desk: Desk, checker, path: Path) -> None:
    text = opened(desk, path)
    found = asked(desk, text["tekst"], text["naam"], soort=text["soort"])
    whole = checker.check_file(path)
    assert abs(found["cijfer"] - whole.grade.value) <= 0.1
    assert len(found["bevindingen"]) + len(found["geheel"]) == len(whole.findings)
    assert found["soort"] == whole.document.genre


MARKED = {
    "heading": "<h2>Een kop</h2><p>Een zin die hier staat.</p>",
    "list": "<p>Neem mee:</p><ul><li>uw paspoort<ul><li>of uw kaart</li></ul></li><li>een foto</li></ul><p>Tot dan.</p>",
    "link": '<p>Kijk op <a href="/x(1)">onze pagina</a> voor meer.</p>',
    "signs": "<p># geen kop</p><p>1. geen lijst</p><p>Een * en _ en [x] en `y` en &lt;b&gt;.</p><h2>Kop</h2><p>Zin.</p>",
    "quote": "<h2>Kop</h2><blockquote><p>Een citaat van iemand.</p></blockquote><p>Zin.</p>",
    "table": "<h2>Kop</h2><table><tr><td>Maandag</td><td>9.00 tot 12.00 uur</td></tr></table><p>Dit is een zin.</p>",
}


def said(document: Document) -> list[tuple[bool, bool, str]]:
    """The words of each block, and whether it is a heading or an item."""
    return [
        (
            block.kind == "heading",
            block.kind == "item",
            " ".join(document.text[block.start : block.end].split()),
        )
        for block in document.blocks
    ]


@pytest.mark.parametrize("case", MARKED)
def test_a_web_page_keeps_its_headings_lists_and_links(desk: Desk, case: str) -> None:
    data = f"<!doctype html><html lang=nl><body>{MARKED[case]}</body></html>".encode()
    before = reading.read_bytes(data, "a.html")
    text = json.loads(page_work.opened(desk, data, "a.html").body)
    after = reading.read_draft(text["tekst"], text["naam"])
    assert said(after) == said(before)
    assert [after.text[e.start : e.end] for e in after.links] == [
        before.text[e.start : e.end] for e in before.links
    ]


def test_a_page_header_is_not_the_writers_text() -> None:
    document = reading.read_file(EXAMPLES / "afwijzing-parkeervergunning-voor.docx")
    assert "De Rede 1" in document.text
    assert "De Rede 1" not in editable.as_text(document) + editable.as_markdown(document)


def rewritten(desk: Desk, path: Path, text: str, name: str) -> tuple[str, list[str]]:
    fields = {
        "tekst": text,
        "naam": name,
        "origineel": path.name,
        "bestand": b64encode(path.read_bytes()).decode(),
    }
    found = json.loads(page_work.rewritten(desk, json.dumps(fields).encode()).body)
    return reading.read_bytes(b64decode(found["bestand"]), path.name).text, found["nietVerwerkt"]


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.suffix in {".docx", ".html"}], ids=lambda path: path.name
)
def test_a_text_in_which_nothing_changed_leaves_its_file_as_it_was(desk: Desk, path: Path) -> None:
    text = opened(desk, path)
    assert rewritten(desk, path, text["tekst"], text["naam"]) == (reading.read_file(path).text, [])


def test_new_words_go_into_the_file_they_came_from(desk: Desk) -> None:
    path = EXAMPLES / "afwijzing-parkeervergunning-voor.docx"
    text = opened(desk, path)
    new = text["tekst"].replace("Ingevolge", "Volgens").replace("doch", "maar")
    found, left = rewritten(desk, path, f"{new}\nEen nieuwe alinea.\n", text["naam"])
    assert "Volgens artikel 4" in found and "maar vormen" in found and left == ["Een nieuwe alinea."]


def test_a_passage_that_should_go_is_named() -> None:
    old = reading.read_text("Een eerste alinea van u.\n\nEen tweede alinea van u.\n\nEen derde.")
    moved = transfer(old, reading.read_text("Een eerste alinea van u.\n\nEen derde."))
    assert moved.edits == () and moved.left == ("Een tweede alinea van u.",)
