"""A Word document as a reader sees it: words whole, changes accepted, every block of the right kind."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk.errors import ReadError
from duidelijk.model import Document
from duidelijk.reading import read_bytes
from duidelijk.reading.docx import read_docx
from duidelijk.reading.source_map import place_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(*found: tuple[str, str, str]) -> str:
    """A .rels part of (id, kind, target)."""
    mode = {"hyperlink": 'TargetMode="External"'}
    lines = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}" {mode.get(kind, "")}/>'
        for key, kind, target in found
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{lines}</Relationships>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def word(body: str, *found: tuple[str, str, str], **parts: str) -> bytes:
    """A .docx with this body; ``parts`` are other parts in word/, without .xml."""
    own = [(name, name.rstrip("0123456789"), f"{name}.xml") for name in parts]
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("main", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(*found, *own),
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def read(body: str, *found: tuple[str, str, str], **parts: str) -> Document:
    return read_docx(word(body, *found, **parts), "brief.docx")


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


def words(document: Document) -> list[str]:
    return [text for _, _, text in blocks(document)]


def p(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str | None) -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


INSERTED = f'<w:ins w:author="a">{r("niet ")}</w:ins>'
DELETED = '<w:del w:author="a"><w:r><w:delText>wel </w:delText></w:r></w:del>'
TEXT_BOX = f"<w:txbxContent>{p(r('In het kader'))}</w:txbxContent>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        pytest.param(r("ver") + r("gun", "<w:i/>") + r("ning"), "vergunning", id="runs-split-no-word"),
        pytest.param(
            r("U krijgt ") + INSERTED + DELETED + r("gelijk."), "U krijgt niet gelijk.", id="tracked"
        ),
        pytest.param(
            f"<w:moveFrom>{r('oud ')}</w:moveFrom><w:moveTo>{r('nieuw ')}</w:moveTo>{r('hier')}",
            "nieuw hier",
            id="moved",
        ),
        pytest.param(r("Zichtbaar") + r(" geheim", "<w:vanish/>"), "Zichtbaar", id="hidden-out"),
        pytest.param(r("Toch", '<w:vanish w:val="0"/>'), "Toch", id="hidden-switched-off"),
        pytest.param(r("een") + "<w:r><w:tab/></w:r>" + r("twee"), "een\ttwee", id="tab"),
        pytest.param(r("een") + "<w:r><w:br/></w:r>" + r("twee"), "een\ntwee", id="line-break"),
        pytest.param(r("e") + "<w:r><w:noBreakHyphen/></w:r>" + r("mail"), "e\u2011mail", id="hard-hyphen"),
        pytest.param(r("ver") + "<w:r><w:softHyphen/></w:r>" + r("der"), "ver\u00adder", id="soft-hyphen"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(" ja"), "✓ ja", id="symbol"),
        pytest.param(f"<w:smartTag>{r('Dronten')}</w:smartTag>", "Dronten", id="smart-tag"),
        pytest.param(f"<w:sdt><w:sdtContent>{r('Dronten')}</w:sdtContent></w:sdt>", "Dronten", id="control"),
        pytest.param(f"<w:customXml>{r('Dronten')}</w:customXml>", "Dronten", id="custom-xml"),
        pytest.param(r("Beste ") + field("MERGEFIELD Naam", "«Naam»"), "Beste «Naam»", id="merge-field"),
        pytest.param(
            r("Beste ") + field('MERGEFIELD "Voor naam" \\* Upper', None), "Beste «Voor naam»", id="no-result"
        ),
        pytest.param(
            f'<w:fldSimple w:instr=" MERGEFIELD Plaats ">{r("«Plaats»")}</w:fldSimple>{r(".")}',
            "«Plaats».",
            id="simple",
        ),
        pytest.param(field("DATE", "3 mei 2026"), "3 mei 2026", id="other-field-shows-result"),
        pytest.param(field("MACROBUTTON NoMacro [Klik hier]", None) + r("!"), "«Klik hier»!", id="prompt"),
        pytest.param(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            f"<w:sdtContent>{r('Kies een datum.')}</w:sdtContent></w:sdt>",
            "«Kies een datum»",
            id="empty-control",
        ),
        pytest.param(
            f'<w:commentRangeStart w:id="0"/>{r("tekst")}<w:r><w:commentReference w:id="0"/></w:r>',
            "tekst",
            id="comment",
        ),
    ],
)
def test_a_paragraph_reads_as_on_the_page(inner: str, text: str) -> None:
    assert words(read(p(inner))) == [text]


STYLES = f"""<w:styles {SPACES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Dronten blauw"/>
  <w:basedOn w:val="Kop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Buiten"><w:name w:val="Los"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>
<w:style w:type="paragraph" w:styleId="Vet"><w:name w:val="Vet"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Koptekst"><w:name w:val="header"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Opsom"><w:name w:val="Opsom"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
</w:styles>"""


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def numbered(level: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


@pytest.mark.parametrize(
    ("properties", "kind", "level"),
    [
        pytest.param("", "paragraph", 0, id="plain"),
        pytest.param(styled("Kop2"), "heading", 2, id="built-in-name"),
        pytest.param(styled("Eigen"), "heading", 2, id="based-on-a-heading"),
        pytest.param(styled("Buiten"), "heading", 3, id="outline-level-of-the-style"),
        pytest.param('<w:outlineLvl w:val="0"/>', "heading", 1, id="outline-level-of-its-own"),
        pytest.param('<w:outlineLvl w:val="9"/>', "paragraph", 0, id="outline-level-body-text"),
        pytest.param(styled("Heading3"), "heading", 3, id="style-that-is-not-described"),
        pytest.param(styled("Koptekst"), "paragraph", 0, id="koptekst-is-no-kop"),
        pytest.param(styled("Rond"), "paragraph", 0, id="style-based-on-itself"),
        pytest.param(styled("Inhopg1"), "reference", 0, id="table-of-contents"),
        pytest.param(styled("Opsom"), "item", 2, id="list-by-style"),
        pytest.param(styled("ListBullet2"), "item", 2, id="list-by-style-name"),
        pytest.param(styled("Lijstalinea"), "item", 1, id="dutch-list-style"),
        pytest.param(numbered(0), "item", 1, id="list-by-hand"),
        pytest.param(styled("Opsom") + numbered(0, 0), "paragraph", 0, id="taken-out-of-the-list"),
        pytest.param(styled("Kop2") + numbered(0), "heading", 2, id="numbered-heading"),
    ],
)
def test_the_style_says_what_a_paragraph_is(properties: str, kind: str, level: int) -> None:
    assert blocks(read(p(r("Wij helpen u."), properties), styles=STYLES)) == [(kind, level, "Wij helpen u.")]


def bold(text: str) -> str:
    return r(text, "<w:b/>")


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param(
            bold("Wat moet ") + bold("u doen?"), [("heading", 1, "Wat moet u doen?")], id="all-bold"
        ),
        pytest.param(
            bold("Wat moet u doen?") + "<w:r><w:br/></w:r>" + r("Stuur ons een brief."),
            [("heading", 1, "Wat moet u doen?"), ("paragraph", 0, "Stuur ons een brief.")],
            id="bold-first-line",
        ),
        pytest.param(r("Kosten", '<w:u w:val="single"/>'), [("heading", 1, "Kosten")], id="underlined"),
        pytest.param(r("Kosten", '<w:u w:val="none"/>'), None, id="not-underlined"),
        pytest.param(bold("Let op.") + r(" Neem uw paspoort mee."), None, id="partly-bold"),
        pytest.param(bold("U moet vóór 1 mei betalen."), None, id="a-bold-sentence"),
        pytest.param(bold("Geachte mevrouw,"), None, id="a-salutation"),
        pytest.param(
            bold("Gemeente Dronten") + "<w:r><w:br/></w:r>" + bold("Postbus 100"), None, id="two-bold-lines"
        ),
        pytest.param(bold("een twee drie vier vijf zes zeven acht negen tien elf"), None, id="long"),
    ],
)
def test_a_short_bold_line_is_a_heading(inner: str, expected: list[Any] | None) -> None:
    found = blocks(read(p(inner)))
    if expected is None:
        assert "heading" not in [kind for kind, _, _ in found]
    else:
        assert found == expected


def test_bold_by_style_and_hidden_by_style_count() -> None:
    document = read(
        p(r("Openingstijden"), styled("Vet")) + p(r("a") + r("b", '<w:rStyle w:val="Weg"/>')), styles=STYLES
    )
    assert blocks(document) == [("heading", 1, "Openingstijden"), ("paragraph", 0, "a")]


def cell(*inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inner)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


LONG = " ".join(["U moet uw paspoort op tijd ophalen."] * 8)


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            table(row(cell(p(r("a"))), cell(p(r("b"))))),
            [("cell", 0, "a"), ("cell", 0, "b")],
            id="cells-in-order",
        ),
        pytest.param(
            table(
                row(cell(p(r("a")), properties='<w:vMerge w:val="restart"/>'), cell(p(r("b")))),
                row(cell(p(r("a")), properties="<w:vMerge/>"), cell(p(r("c")))),
            ),
            [("cell", 0, "a"), ("cell", 0, "b"), ("cell", 0, "c")],
            id="merged-cells-once",
        ),
        pytest.param(
            table(row(cell(p(r("a")), table(row(cell(p(r("b"))), cell(p(r("c")))))), cell(p(r("d"))))),
            [("cell", 0, "a"), ("cell", 0, "b"), ("cell", 0, "c"), ("cell", 0, "d")],
            id="table-in-a-table",
        ),
        pytest.param(
            table(row(cell(p(r("Let op: u moet betalen."))))),
            [("paragraph", 0, "Let op: u moet betalen.")],
            id="frame",
        ),
        pytest.param(
            table(
                row(cell(p(r("a"))), cell(p(r("b")))),
                row(cell(p(r("c"))), cell(p(r("d"))), properties="<w:del/>"),
            ),
            [("cell", 0, "a"), ("cell", 0, "b")],
            id="deleted-row",
        ),
        pytest.param(
            table(row(cell(p(r("Kop"), '<w:outlineLvl w:val="0"/>'), p(r("Tekst."))), cell(p(r("d"))))),
            [("heading", 1, "Kop"), ("paragraph", 0, "Tekst."), ("cell", 0, "d")],
            id="cell-with-a-heading",
        ),
        pytest.param(
            table(row(cell(p(r("Wij.")), p(r(LONG))), cell(p(r("d"))))),
            [("paragraph", 0, "Wij."), ("paragraph", 0, LONG), ("cell", 0, "d")],
            id="cell-with-running-text",
        ),
    ],
)
def test_tables_give_cells(body: str, expected: list[Any]) -> None:
    assert blocks(read(body)) == expected


@pytest.mark.parametrize(
    ("inner", "target"),
    [
        pytest.param(
            f'<w:hyperlink r:id="x">{r("deze ")}{r("pagina")}</w:hyperlink>',
            "https://dronten.nl",
            id="external",
        ),
        pytest.param(
            f'<w:hyperlink w:anchor="uitleg">{r("deze pagina")}</w:hyperlink>', "#uitleg", id="bookmark"
        ),
        pytest.param(
            field('HYPERLINK "https://dronten.nl/a b" \\o "tip"', "deze pagina"),
            "https://dronten.nl/a b",
            id="field",
        ),
    ],
)
def test_a_link_covers_its_words(inner: str, target: str) -> None:
    document = read(p(r("Kijk op ") + inner + r(".")), ("x", "hyperlink", "https://dronten.nl"))
    assert words(document) == ["Kijk op deze pagina."]
    assert [(document.text[k.start : k.end], k.target) for k in document.links] == [("deze pagina", target)]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{TEXT_BOX}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{TEXT_BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert words(read(p(r("Bo") + f"<w:r>{both}</w:r>" + r("ven")) + p(r("Onder")))) == [
        "Boven",
        "In het kader",
        "Onder",
    ]


def test_an_old_text_box_is_read_too() -> None:
    assert words(read(p(f"<w:r><w:pict><v:textbox>{TEXT_BOX}</v:textbox></w:pict></w:r>"))) == [
        "In het kader"
    ]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    assert words(read(p(r("U krijgt "), "<w:rPr><w:del/></w:rPr>") + p(r("geld.")))) == ["U krijgt geld."]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param(r("a") + "<w:r><w:br/><w:br/></w:r>" + r("b"), ["a", "b"], id="empty-line"),
        pytest.param(r("a") + '<w:r><w:br w:type="page"/></w:r>' + r("b"), ["a", "b"], id="new-page"),
        pytest.param(r("  "), [], id="only-spaces"),
        pytest.param(r("- ") + r("een paspoort"), ["een paspoort"], id="typed-bullet"),
        pytest.param(
            r("Neem mee:") + "<w:r><w:br/></w:r>" + r("• een foto"),
            ["Neem mee:", "een foto"],
            id="bullet-line",
        ),
        pytest.param(r("-5 graden"), ["-5 graden"], id="minus-sign"),
    ],
)
def test_paragraphs_begin_and_end_where_a_reader_sees_it(inner: str, expected: list[str]) -> None:
    assert words(read(p(inner))) == expected


HEADER = f"<w:hdr {SPACES}>{p(r('Gemeente Dronten'))}</w:hdr>"
FOOTER = f"<w:ftr {SPACES}>{p(r('Pagina 1'))}</w:ftr>"
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
    '<w:headerReference w:type="even" r:id="header2"/><w:headerReference w:type="first" r:id="header3"/>'
    '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
)


def test_page_headers_and_footers_come_once_after_the_body() -> None:
    first = HEADER.replace("Gemeente Dronten", "Alleen vooraan")
    document = read(p(r("Tekst.")) + SECTION, header1=HEADER, header2=HEADER, header3=first, footer1=FOOTER)
    expected = [("paragraph", 0, "Tekst."), ("header", 0, "Gemeente Dronten"), ("footer", 0, "Pagina 1")]
    assert blocks(document) == expected


def test_a_first_page_header_is_read_where_it_is_switched_on() -> None:
    section = SECTION.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    first = HEADER.replace("Gemeente Dronten", "Alleen vooraan")
    document = read(p(r("Tekst.")) + section, header1=HEADER, header2=HEADER, header3=first, footer1=FOOTER)
    assert words(document) == ["Tekst.", "Gemeente Dronten", "Alleen vooraan", "Pagina 1"]


def test_notes_come_last_without_the_line_above_them() -> None:
    notes = (
        f'<w:footnotes {SPACES}><w:footnote w:type="separator" w:id="-1">{p(r("streep"))}</w:footnote>'
        f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>" + r(" Artikel 4:84 Awb."))}</w:footnote>'
        "</w:footnotes>"
    )
    document = read(p(r("Tekst") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r(".")), footnotes=notes)
    assert blocks(document) == [("paragraph", 0, "Tekst."), ("footer", 0, "Artikel 4:84 Awb.")]


def test_a_place_is_the_paragraph_and_the_character_in_it() -> None:
    document = read(p(r("Eerste.")) + p("") + p(r("  Der") + r("de alinea.")))
    place = place_of(document.source_map, document.text.index("alinea"))
    assert (place.line, place.column) == (3, 9)


def made() -> Any:
    document = docx.Document()
    document.add_heading("Uw paspoort", 1)
    document.add_paragraph("U kunt uw paspoort ophalen.")
    document.add_paragraph("een foto", style="List Bullet")
    document.add_paragraph("een oud paspoort", style="List Bullet 2")
    return document


def saved(document: Any) -> bytes:
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def test_a_document_of_word_itself_reads_in_order() -> None:
    document = read_docx(saved(made()), "a.docx")
    assert blocks(document) == [
        ("heading", 1, "Uw paspoort"),
        ("paragraph", 0, "U kunt uw paspoort ophalen."),
        ("item", 1, "een foto"),
        ("item", 2, "een oud paspoort"),
    ]
    assert (document.title, document.genre, document.department) == ("", "onbekend", None)


def test_properties_give_title_and_genre() -> None:
    document = made()
    document.core_properties.title = "Paspoort aanvragen"
    document.core_properties.category = "Brief"
    found = read_docx(saved(document), "a.docx")
    assert (found.title, found.genre) == ("Paspoort aanvragen", "brief")


def test_a_property_of_its_own_gives_the_department() -> None:
    custom = '<Properties><property name="Afdeling"><x>Publiekszaken</x></property></Properties>'
    top = relations(
        ("m", "officeDocument", "word/document.xml"), ("c", "custom-properties", "docProps/custom.xml")
    )
    parts = {
        "_rels/.rels": top,
        "docProps/custom.xml": custom,
        "word/document.xml": f"<w:document {SPACES}><w:body>{p(r('Tekst.'))}</w:body></w:document>",
    }
    assert read_docx(packed(parts), "a.docx").department == "Publiekszaken"


def test_a_letter_of_separate_lines_has_its_parts() -> None:
    lines = [
        "Gemeente Dronten",
        "De Rede 1",
        "8251 ER Dronten",
        "Geachte heer Jansen,",
        "U krijgt een paspoort.",
    ]
    lines += ["Met vriendelijke groet,", "M. de Vries"]
    document = read_bytes(word("".join(p(r(line)) for line in lines)), "brief.docx")
    kinds = ["address"] * 3 + ["salutation", "paragraph", "closing", "signature"]
    assert document.genre == "brief"
    assert [(b.kind, document.text[b.start : b.end]) for b in document.blocks] == list(
        zip(kinds, lines, strict=True)
    )


def test_strict_word_documents_are_read() -> None:
    data = word(p(r("Tekst.")))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    strict = bytes(parts["word/document.xml"]).replace(
        W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert words(read_docx(packed(parts | {"word/document.xml": strict}), "a.docx")) == ["Tekst."]


DOCTYPE = f'<!DOCTYPE w [<!ENTITY x "y">]><w:document {SPACES}><w:body>{p(r("&x;"))}</w:body></w:document>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"geen zip", "beschadigd", id="no-zip"),
        pytest.param(packed({"iets.txt": "x"}), "geen Word-document", id="another-zip"),
        pytest.param(packed({"word/document.xml": "<w:document"}), "beschadigd", id="broken-xml"),
        pytest.param(packed({"word/document.xml": b"\xff\xfe\x00"}), "beschadigd", id="odd-bytes"),
        pytest.param(packed({"word/document.xml": DOCTYPE}), "DOCTYPE", id="doctype"),
        pytest.param(packed({"word/document.xml": " " * 5000 + DOCTYPE}), "DOCTYPE", id="doctype-far-down"),
        pytest.param(
            packed({"word/document.xml": DOCTYPE.encode("utf-16")}), "DOCTYPE", id="doctype-in-utf-16"
        ),
        pytest.param(word(p(r("x")))[:-30], "beschadigd", id="cut-off"),
    ],
)
def test_a_bad_document_gives_one_clear_sentence(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read_docx(data, "brief.docx")


def test_deep_nesting_is_read() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + p(r("Diep.")) + "</w:sdtContent></w:sdt>" * 5000
    assert words(read(deep)) == ["Diep."]


def test_a_field_that_never_ends_hides_no_other_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert words(read(p(begin + r("a")) + p(r("Tekst.")))) == ["Tekst."]


PIECES = st.sampled_from(
    [
        *(r("Een zin. "), bold("Vet"), r("\u00ad"), r("😀 é"), INSERTED, DELETED),
        *("<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", f"<w:r>{TEXT_BOX}</w:r>"),
        *(field("MERGEFIELD N", "x"), f'<w:hyperlink w:anchor="a">{r("link")}</w:hyperlink>'),
    ]
)
BODIES = st.lists(st.lists(PIECES, max_size=6).map(lambda pieces: p("".join(pieces))), max_size=6)


@settings(max_examples=60, deadline=None)
@given(BODIES)
def test_blocks_tile_the_text_and_every_letter_has_a_place(bodies: list[str]) -> None:
    document = read("".join(bodies))
    assert "\n\n".join(words(document)) == document.text
    assert all(text == text.strip() for text in words(document))
    places = [place_of(document.source_map, at) for b in document.blocks for at in range(b.start, b.end)]
    assert places == sorted(places, key=lambda place: (place.line, place.column))
    assert len(set(places)) == len(places)
