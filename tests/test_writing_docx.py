"""Other words in a Word document: only words in ``w:t`` change, in the formatting in which they stood."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from duidelijk.model import Edit
from duidelijk.reading import read_bytes
from duidelijk.writing import opened, write
from tests.test_reading_docx import (
    DELETED,
    INSERTED,
    STYLES,
    TEXT_BOX,
    cell,
    field,
    p,
    packed,
    r,
    row,
    table,
    word,
)

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BOLD, ITALIC = "<w:b/>", "<w:i/>"
DUTCH, ENGLISH = '<w:lang w:val="nl-NL"/>', '<w:lang w:val="en-US"/>'


def written(data: bytes, *changes: tuple[str, str]) -> tuple[bytes, list[str]]:
    """The new bytes and the reasons of refusals; each change names words that stand in the text once."""
    document = read_bytes(data, "brief.docx")
    edits = []
    for old, new in changes:
        assert document.text.count(old) == 1, document.text
        at = document.text.index(old)
        edits.append(Edit(at, at + len(old), new))
    result, refused = write(opened(data, document), edits)
    return result, [each.reason for each in refused]


def body(data: bytes) -> str:
    part = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    found = re.search("<w:body>(.*)</w:body>", part, re.DOTALL)
    assert found
    return found[1]


SPELLING = '<w:proofErr w:type="spellStart"/>'
MARK = '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>'
KEPT = [
    pytest.param(r("U dient te betalen."), ("dient te", "moet"), r("U moet betalen."), id="one-run"),
    pytest.param(
        r("U ") + r("dient", BOLD) + r(" te betalen."), ("dient te", "moet"),
        r("U ") + r("moet", BOLD) + r(" betalen."), id="bold-stays",
    ),
    pytest.param(
        r("U die") + r("nt", DUTCH) + SPELLING + r(" te be", ENGLISH) + MARK + r("talen."), ("dient te betalen", "moet overmaken"),
        r("U moet") + r("", DUTCH) + SPELLING + r(" overmaken", ENGLISH) + MARK + r("."), id="runs-that-look-the-same",
    ),
    pytest.param(
        r("Voor ") + r("1 mei", BOLD) + r(" dient u te betalen."), ("Voor 1 mei dient u te betalen", "U moet voor 1 mei betalen"),
        r("U moet voor ") + r("1 mei", BOLD) + r(" betalen."), id="words-around-bold",
    ),
    pytest.param(r("A &amp; B &lt; C, indien u belt."), ("indien", "als & < als"), r("A &amp; B &lt; C, als &amp; &lt; als u belt."), id="signs"),
    pytest.param(r("Bel ") + field("REF x", "circa") + r(" drie keer indien nodig."), ("indien", "als"), r("Bel ") + field("REF x", "circa") + r(" drie keer als nodig."), id="beside-a-field"),
    pytest.param(r("U krijgt ") + INSERTED + DELETED + r("gelijk indien u belt."), ("indien", "als"), r("U krijgt ") + INSERTED + DELETED + r("gelijk als u belt."), id="beside-tracked-changes"),
    pytest.param(
        f'{r("Zie ")}<w:hyperlink w:anchor="a">{r("de site")}</w:hyperlink>{r(" indien nodig.")}', ("Zie de site indien", "Lees de site als"),
        f'{r("Lees ")}<w:hyperlink w:anchor="a">{r("de site")}</w:hyperlink>{r(" als nodig.")}', id="around-a-link",
    ),
    pytest.param(r("Bel ons indien") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" u wilt."), ("indien u wilt", "als u wilt"), r("Bel ons als") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" u wilt."), id="note-sign-stays"),
    pytest.param(r("Beste buren,") + "<w:r><w:br/></w:r>" + r("indien u belt, helpen wij u."), ("indien", "als"), r("Beste buren,") + "<w:r><w:br/></w:r>" + r("als u belt, helpen wij u."), id="behind-a-line-break"),
    pytest.param(r("weg ", "<w:vanish/>") + r("Bel ons indien u wilt."), ("indien", "als"), r("weg ", "<w:vanish/>") + r("Bel ons als u wilt."), id="hidden-stays"),
    pytest.param('<w:r><w:t>Indien u belt.</w:t></w:r>', ("Indien", "Als"), '<w:r><w:t xml:space="preserve">Als u belt.</w:t></w:r>', id="space-is-kept"),
    pytest.param(f"<w:smartTag>{r('Indien')}</w:smartTag>{r(' u belt.')}", ("Indien", "Als"), f"<w:smartTag>{r('Als')}</w:smartTag>{r(' u belt.')}", id="smart-tag"),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "change", "expected"), KEPT)
def test_only_the_words_that_change_are_touched(inner: str, change: tuple[str, str], expected: str) -> None:
    data, reasons = written(word(p(inner)), change)
    assert (body(data), reasons) == (p(expected), [])


UNREACHABLE, FORMATTING = "ligt vast", "opmaak"
REFUSED = [
    pytest.param(p(r("U ") + r("dient te betalen", BOLD) + r(" voor mei.")), ("U dient te betalen voor", "Betaal vóór"), FORMATTING, id="bold-would-go"),
    pytest.param(p(r("Wij sturen ") + r("dinsdag", BOLD) + r(" een brief.")), ("Wij sturen dinsdag een brief", "Dinsdag sturen wij een brief"), FORMATTING, id="bold-word-would-move"),
    pytest.param(p(r("Bel ons ") + field("REF x", "indien") + r(" nodig.")), ("indien", "als"), UNREACHABLE, id="field"),
    pytest.param(p(r("Bel ons ") + f'<w:fldSimple w:instr="REF x">{r("indien")}</w:fldSimple>' + r(" nodig.")), ("indien", "als"), UNREACHABLE, id="simple-field"),
    pytest.param(p(r("Bel ons ") + f'<w:hyperlink w:anchor="a">{r("indien")}</w:hyperlink>' + r(" nodig.")), ("indien", "als"), UNREACHABLE, id="link"),
    pytest.param(p(r("Bel ons ") + f'<w:ins w:author="a">{r("indien")}</w:ins>' + r(" nodig.")), ("indien", "als"), UNREACHABLE, id="tracked"),
    pytest.param(p(r("Bel ons ten ") + DELETED + r("aanzien van de pas.")), ("ten aanzien van", "over"), UNREACHABLE, id="over-a-deletion"),
    pytest.param(p(r("Bel ons ten") + "<w:r><w:br/></w:r>" + r("aanzien van de pas.")), ("ten\naanzien van", "over"), UNREACHABLE, id="over-a-line-break"),
    pytest.param(p(r("Neem mee: een pas, een foto en geld.")), ("mee: een pas, een foto en geld.", "mee:\n- een pas\n- een foto\n- geld"), "opsomming", id="list"),
    pytest.param(
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="x"/></w:sdtPr><w:sdtContent>{p(r("Bel ons indien nodig."))}</w:sdtContent></w:sdt>',
        ("indien", "als"), UNREACHABLE, id="bound-control",
    ),
    pytest.param(
        p(r("Beste buren, welkom.")) + p(f"<w:r><mc:AlternateContent><mc:Choice>{TEXT_BOX.replace('In het kader', 'Bel indien nodig.')}</mc:Choice>"
        f"<mc:Fallback>{TEXT_BOX}</mc:Fallback></mc:AlternateContent></w:r>"),
        ("indien", "als"), UNREACHABLE, id="text-box-in-two-versions",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "change", "reason"), REFUSED)
def test_what_cannot_be_kept_is_refused_with_a_reason(
    inner: str, change: tuple[str, str], reason: str
) -> None:
    data = word(inner)
    same, reasons = written(data, change)
    assert same == data
    assert len(reasons) == 1 and reason in reasons[0]


def test_cells_styles_and_controls_around_paragraphs_are_no_hindrance() -> None:
    inner = p(r("Bel ons indien nodig."))
    control = f"<w:sdt><w:sdtContent>{p(r('Schrijf ons derhalve snel.'))}</w:sdtContent></w:sdt>"
    data = word(table(row(cell(inner), cell(p(r("b"))))) + control, styles=STYLES)
    new, reasons = written(data, ("indien", "als"), ("derhalve", "dus"))
    assert reasons == []
    assert body(new) == body(data).replace("indien", "als").replace("derhalve", "dus")


def test_every_other_part_stays_byte_for_byte() -> None:
    data = (EXAMPLES / "vergunning-dakkapel-voor.docx").read_bytes()
    new, reasons = written(data, ("Tevens", "Ook"))
    old_parts, new_parts = (zipfile.ZipFile(BytesIO(each)) for each in (data, new))
    assert reasons == [] and old_parts.namelist() == new_parts.namelist()
    for info in old_parts.infolist():
        expected = old_parts.read(info.filename)
        if info.filename == "word/document.xml":
            expected = expected.replace(b"<w:t>Tevens", b'<w:t xml:space="preserve">Ook')
        assert new_parts.read(info.filename) == expected
        assert new_parts.getinfo(info.filename).date_time == info.date_time


def test_another_program_opens_the_new_document_and_finds_the_formatting(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("U ")
    paragraph.add_run("dient").bold = True
    paragraph.add_run(" het formulier op te sturen.")
    document.add_table(1, 1).cell(0, 0).text = "Bel ons indien u een vraag heeft over de pas."
    document.save(str(tmp_path / "brief.docx"))
    data, reasons = written(
        (tmp_path / "brief.docx").read_bytes(),
        ("dient het formulier op te sturen", "moet het formulier opsturen"),
        ("indien", "als"),
    )
    assert reasons == []
    again = docx.Document(BytesIO(data))
    runs = [(run.text, run.bold) for run in again.paragraphs[0].runs]
    assert runs == [("U ", None), ("moet", True), (" het formulier opsturen.", None)]
    assert again.tables[0].cell(0, 0).text == "Bel ons als u een vraag heeft over de pas."


def with_parts(data: bytes, **more: bytes) -> bytes:
    archive = zipfile.ZipFile(BytesIO(data))
    parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return packed(parts | {name.replace("__", "/"): content for name, content in more.items()})


SENTENCE = p(r("Bel ons indien u een vraag heeft."))


def test_a_signed_document_stays() -> None:
    data = with_parts(word(SENTENCE), _xmlsignatures__sig1=b"<x/>")
    same, reasons = written(data, ("indien", "als"))
    assert same == data and "ondertekend" in reasons[0]


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_document_in_an_odd_encoding_stays(encoding: str) -> None:
    whole = zipfile.ZipFile(BytesIO(word(SENTENCE))).read("word/document.xml").decode()
    part = f'<?xml version="1.0" encoding="{encoding}"?>{whole}'.encode(encoding)
    data = with_parts(word(SENTENCE), **{"word__document.xml": part})
    same, reasons = written(data, ("indien", "als"))
    assert same == data and len(reasons) == 1


def test_formatting_in_endless_layers_is_read() -> None:
    deep = "<w:x>" * 5000 + "</w:x>" * 5000
    data = word(p(r("Bel ons ") + r("indien", deep) + r(" nodig, graag.")))
    new, reasons = written(data, ("indien", "als"))
    assert reasons == [] and body(new) == body(data).replace("indien", "als")


def test_headers_and_notes_are_read_but_stay() -> None:
    note = f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">{p(r("Een noot."))}</w:footnote></w:footnotes>'
    data = word(SENTENCE, footnotes=note)
    same, reasons = written(data, ("Een noot", "Noot"))
    assert same == data and UNREACHABLE in reasons[0]
