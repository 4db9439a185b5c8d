"""Plain text: which lines belong together, and what they are."""

from __future__ import annotations

import pytest

from duidelijk.reading import read_bytes, read_text


def shown(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block, white space made single."""
    document = read_text(text)
    assert document.text == text
    return [(b.kind, " ".join(text[b.start : b.end].split())) for b in document.blocks]


WRAPPED = (
    "De gemeente werkt vanaf maandag 3 maart aan de brug over de vaart bij het\n"
    "sportpark. U kunt dan niet over de brug. Fietsers rijden om via de Lage\n"
    "Vaart en het Stationsplein. Het werk duurt ongeveer drie weken, als het\n"
    "weer meewerkt.\n"
)
LINE_ENDS = ("\n", "\r\n")


@pytest.mark.parametrize("end", LINE_ENDS)
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    assert shown(WRAPPED.replace("\n", end)) == [("paragraph", " ".join(WRAPPED.split()))]


def test_indented_lines_and_spaces_at_the_end_change_nothing() -> None:
    indented = "".join(f"        {line}   \n" for line in WRAPPED.splitlines())
    assert shown(indented) == shown(WRAPPED)


@pytest.mark.parametrize(
    "gap",
    ["\n\n", "\n \n\n \n    \n\n", "\f", "\n\f\n"],
    ids=["blank", "many", "form feed", "form feed line"],
)
def test_a_sentence_goes_on_after_a_page_break(gap: str) -> None:
    before, after = (
        "Wij letten op de veiligheid van de weg en zorgen dat iedereen",
        "veilig naar school kan. Dat is goed.",
    )
    [(kind, words)] = shown(f"{WRAPPED.strip()} Dat hopen wij.\n{before}{gap}{after}\n")[-1:]
    assert (kind, words[-len(after) :]) == ("paragraph", after)
    assert before in words


@pytest.mark.parametrize(
    "after", ["Veilig naar school kan dan weer.", "- veilig naar school"], ids=["capital", "item"]
)
def test_a_gap_before_a_capital_or_an_item_is_a_gap(after: str) -> None:
    assert (
        len(shown(f"{WRAPPED}\nWij letten op de veiligheid van de weg en zorgen dat iedereen\n\n{after}"))
        == 3
    )


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Online aanvragen", "U kunt uw paspoort online aanvragen. Dat gaat via onze website."),
        ("Online aanvragen", WRAPPED.strip()),
        ("BELANGRIJK BERICHT", "Uw straat is dicht op 3 maart."),
        ("Heeft u vragen?", "Bel ons op 14 0321."),
        ("Hoe vraagt u subsidie aan", "Vul het formulier in op onze website."),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["right above", "blank line"])
def test_a_short_line_above_a_paragraph_is_a_heading(heading: str, below: str, gap: str) -> None:
    assert shown(f"{heading}{gap}{below}") == [("heading", heading), ("paragraph", " ".join(below.split()))]


@pytest.mark.parametrize("heading", ["Zo betaalt u", "Zo werkt het", "Hoe vraagt u dat aan"])
def test_a_heading_may_end_in_a_function_word_when_it_stands_apart(heading: str) -> None:
    assert shown(f"{heading}\n\nMaak het bedrag over.")[0] == ("heading", heading)


def test_a_heading_of_two_lines() -> None:
    heading = "Besluit op uw aanvraag voor een omgevingsvergunning voor het\nbouwen van een schuur"
    assert shown(f"{heading}\n\n{WRAPPED}")[0] == ("heading", " ".join(heading.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Conform de regeling krijgt u een uitkering",
        "Wij hebben uw brief gelezen.\n\nU krijgt antwoord.",
        "Wij vragen u het volgende:\n\nStuur een kopie van uw paspoort.",
        "Neem contact op met mevrouw A. de\nWit van team Zorg.",
        "Wij hebben uw aanvraag ontvangen op\n3 maart 2026.",
    ],
)
def test_no_heading(text: str) -> None:
    assert "heading" not in [kind for kind, _ in shown(text)]


def test_numbered_headings_get_their_depth() -> None:
    text = "1. Inleiding\n\nDit gaat over opvang.\n\n2. Plan\n\nWij bouwen.\n\n2.1 Geld\n\nDat kost geld."
    document = read_text(text)
    headings = [(text[b.start : b.end], b.level) for b in document.blocks if b.kind == "heading"]
    assert headings == [("Inleiding", 2), ("Plan", 2), ("Geld", 3)]


@pytest.mark.parametrize("sign", ["- ", "• ", "* ", "– ", "", "·\t"])
def test_lists(sign: str) -> None:
    text = f"Neem mee:\n{sign}uw paspoort\n{sign}een pasfoto\n\nU kunt pinnen."
    assert shown(text) == [
        ("paragraph", "Neem mee:"),
        ("item", "uw paspoort"),
        ("item", "een pasfoto"),
        ("paragraph", "U kunt pinnen."),
    ]


@pytest.mark.parametrize("signs", ["1. 2. 3. ", "1) 2) 3) ", "a. b. c. ", "a) b) c) ", "(1)(2)(3)"])
def test_numbered_lists(signs: str) -> None:
    first, second, third = signs[:3], signs[3:6], signs[6:]
    wrapped = "Vul het formulier in en verstuur het\n   voor 1 mei."
    text = f"Doe dit:\n{first}Log in.\n{second}{wrapped}\n{third}Wacht."
    assert [words for kind, words in shown(text) if kind == "item"] == [
        "Log in.",
        "Vul het formulier in en verstuur het voor 1 mei.",
        "Wacht.",
    ]


def test_short_lines_in_a_row_are_a_list() -> None:
    text = "U kunt kiezen:\n\nNoord\n\nZuid\n\nMeer informatie\n\nBel ons op 14 0321."
    assert [kind for kind, _ in shown(text)] == ["paragraph", "item", "item", "heading", "paragraph"]


def test_a_heading_under_a_heading_is_no_list() -> None:
    assert [kind for kind, _ in shown("Afval\n\nGrofvuil\n\nOphalen\n\nWij halen het op.")][:3] == [
        "heading"
    ] * 3


def test_roman_numbers_begin_items_and_initials_do_not() -> None:
    assert shown("II. een vergunning\nIII. een boete") == [("item", "een vergunning"), ("item", "een boete")]
    assert shown("I. de Wit is de wethouder.") == [("paragraph", "I. de Wit is de wethouder.")]


def test_items_over_several_lines_and_the_paragraph_below() -> None:
    text = (
        "- Zo is de lat van de dienstverlening hoger of lager te leggen dan een cijfer.\n"
        "- We kunnen ervoor kiezen om alleen te kijken naar de telefoon (in hoeveel\n"
        "seconden nemen wij op)\n"
        "Wij denken dat het voorstel het beste bijdraagt aan de dienstverlening van de\n"
        "gemeente."
    )
    assert [kind for kind, _ in shown(text)] == ["item", "item", "paragraph"]


def test_a_list_in_a_list() -> None:
    text = "- groente\n  - wortel\n  - prei\n- fruit"
    assert [b.level for b in read_text(text).blocks] == [1, 2, 2, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Het gemeentehuis is open van maandag tot en met vrijdag tussen 9.00\n"
        "- 17.00 uur en op donderdag ook in de avond. U hoeft geen afspraak te\nmaken.",
        "U krijgt de rekening over het jaar 2025 en het besluit daarover op\n"
        "12 maart 2026 en u betaalt dan voor 1 mei.",
    ],
    ids=["dash", "date"],
)
def test_a_line_that_only_begins_like_an_item(text: str) -> None:
    assert [kind for kind, _ in shown(text)] == ["paragraph"]


def test_columns_are_cells() -> None:
    assert shown("Document\tPrijs\nPaspoort\t€ 87") == [
        ("cell", "Document"),
        ("cell", "Prijs"),
        ("cell", "Paspoort"),
        ("cell", "€ 87"),
    ]


def test_loose_lines_are_no_sentence() -> None:
    text = "Openingstijden\nMaandag 9.00 - 17.00 uur\nDinsdag 9.00 - 20.00 uur\nWoensdag gesloten"
    assert [kind for kind, _ in shown(text)] == ["cell"] * 4


def test_page_numbers_and_lines_of_dashes_are_no_text() -> None:
    assert shown("Een tekst.\n-----\nPagina 2 van 4\n\nNog een tekst.") == [
        ("paragraph", "Een tekst."),
        ("footer", "Pagina 2 van 4"),
        ("paragraph", "Nog een tekst."),
    ]


def test_a_text_with_a_paragraph_on_each_line() -> None:
    long = "Wilt u subsidie aanvragen voor een activiteit in de wijk? Dat kan tot 1 oktober op de website."
    assert shown(f"Subsidie\n{long}\nVoorwaarden\n{long}\n{long}") == [
        ("heading", "Subsidie"),
        ("paragraph", long),
        ("heading", "Voorwaarden"),
        ("paragraph", long),
        ("paragraph", long),
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Eén café".encode(), "Eén café"),
        ("\ufeffEén café".encode(), "Eén café"),
        ("Eén café voor € 2 – “mooi”".encode("cp1252"), "Eén café voor € 2 – “mooi”"),
        ("Eén, drieën, financiën, café".encode() + b"\xff", "Eén, drieën, financiën, café\ufffd"),
        (b"Een\r\ntekst\r\n", "Een\r\ntekst\r\n"),
    ],
    ids=["UTF-8", "BOM", "Windows", "one bad byte", "CRLF"],
)  # fmt: skip
def test_encodings(data: bytes, text: str) -> None:
    assert read_bytes(data, "brief.txt").text == text


def test_a_very_long_paragraph_is_cut_so_that_it_can_be_parsed() -> None:
    blocks = read_text("woord " * 50_000).blocks
    assert len(blocks) > 1
    assert max(b.end - b.start for b in blocks) <= 20_000


def test_one_item_below_a_colon_is_an_item() -> None:
    text = "U heeft nodig:\n\n- Een kopie van uw pas\n\nU krijgt de kopie terug."
    assert shown(text)[1] == ("item", "Een kopie van uw pas")
