"""The parts of a letter are recognised, and running text is never taken for one."""

from __future__ import annotations

import pytest

from duidelijk.reading import read_bytes, read_text

LETTER = """\
Gemeente Dronten
Afdeling Vergunningen
Postbus 100
8250 AC Dronten

Mevrouw L. van Dijk
De Kaapstander 7
8251 ZZ Dronten

Dronten, 5 oktober 2026
Ons kenmerk: Z-2026-01877
Onderwerp: uw aanvraag voor een vergunning

Geachte mevrouw Van Dijk,

U vroeg ons om een vergunning. Die krijgt u niet.

Met vriendelijke groet,

namens burgemeester en wethouders,

Petra Smit
afdeling Vergunningen

Bijlage: de regels
"""


def kinds(text: str, name: str = "brief.txt") -> list[tuple[str, str]]:
    """Kind and words of each block."""
    document = read_bytes(text.encode(), name)
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def test_a_whole_letter() -> None:
    assert kinds(LETTER) == [
        ("address", "Gemeente Dronten\nAfdeling Vergunningen\nPostbus 100\n8250 AC Dronten"),
        ("address", "Mevrouw L. van Dijk\nDe Kaapstander 7\n8251 ZZ Dronten"),
        ("reference", "Dronten, 5 oktober 2026\nOns kenmerk: Z-2026-01877"),
        ("subject", "Onderwerp: uw aanvraag voor een vergunning"),
        ("salutation", "Geachte mevrouw Van Dijk,"),
        ("paragraph", "U vroeg ons om een vergunning. Die krijgt u niet."),
        ("closing", "Met vriendelijke groet,"),
        ("signature", "namens burgemeester en wethouders,"),
        ("signature", "Petra Smit\nafdeling Vergunningen"),
        ("reference", "Bijlage: de regels"),
    ]


def test_the_same_letter_in_markdown() -> None:
    expected = [kind for kind, _ in kinds(LETTER)]
    assert [kind for kind, _ in kinds(LETTER, "brief.md")] == expected


def test_title_and_genre_of_a_letter() -> None:
    document = read_text(LETTER)
    assert (document.title, document.genre) == ("uw aanvraag voor een vergunning", "brief")


@pytest.mark.parametrize(
    "line",
    [
        "Geachte heer/mevrouw,", "Geachte heer Jansen,", "Geachte bewoner", "Beste bewoners,",
        "Beste Anna,", "Beste Anna", "Beste ouders en verzorgers,", "Hallo Piet,", "Dag mevrouw De Wit,",
        "Goedemiddag,", "L.S.,", "Geachte {{aanhef}},", "Beste [[voornaam]],", "Edelachtbare heer,",
    ],
)  # fmt: skip
def test_salutations(line: str) -> None:
    assert kinds(f"{line}\n\nUw straat gaat open.")[0] == ("salutation", line)


@pytest.mark.parametrize(
    "line",
    [
        "Beste resultaten behaalt u met een goed plan.",
        "Beste kwaliteit",
        "Dag van de ouderen",
        "Dag en nacht open",
        "Hallo wereld van het afval, zo heet het feest van de gemeente en dat is morgen.",
        "Geacht worden deze regels te zijn vervallen.",
    ],
)
def test_no_salutation(line: str) -> None:
    assert "salutation" not in dict(kinds(f"{line}\n\nUw straat gaat open."))


@pytest.mark.parametrize("gap", [" ", "\n"], ids=["same line", "next line"])
def test_text_right_after_the_salutation_is_a_paragraph(gap: str) -> None:
    text = f"Geachte heer Jansen,{gap}Op 3 maart hebben wij uw aanvraag ontvangen. U hoort snel meer."
    assert kinds(text) == [
        ("salutation", "Geachte heer Jansen,"),
        ("paragraph", "Op 3 maart hebben wij uw aanvraag ontvangen. U hoort snel meer."),
    ]


@pytest.mark.parametrize(
    "line", ["Met vriendelijke groet,", "Met vriendelijke groeten", "Hoogachtend,", "Groeten,", "Mvg,"]
)
def test_closings(line: str) -> None:
    assert kinds(f"U krijgt antwoord van ons.\n{line}\nJan Bos\nwethouder") == [
        ("paragraph", "U krijgt antwoord van ons."),
        ("closing", line),
        ("signature", "Jan Bos\nwethouder"),
    ]


def test_a_name_on_the_line_of_the_closing() -> None:
    assert kinds("U hoort van ons.\n\nMet vriendelijke groet, Petra Smit")[1:] == [
        ("closing", "Met vriendelijke groet,"),
        ("signature", "Petra Smit"),
    ]


@pytest.mark.parametrize(
    "line", ["Groeten uit Dronten is een boek.", "Met vriendelijke groet stuurt de buurman u een kaart."]
)
def test_no_closing(line: str) -> None:
    assert kinds(line) == [("paragraph", line)]


def test_text_below_the_signature_stays_text() -> None:
    letter = "Beste Jan,\n\nDit is het.\n\nGroeten,\n\nAnna\nTeam Zorg\n\n"
    below = "Bezwaar maken\n\nBent u het niet eens met ons? Schrijf ons."
    assert kinds(letter + below)[-3:] == [
        ("signature", "Anna\nTeam Zorg"),
        ("heading", "Bezwaar maken"),
        ("paragraph", "Bent u het niet eens met ons? Schrijf ons."),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Datum 3 maart 2026", "reference"),
        ("Datum: 3-3-2026", "reference"),
        ("3 maart 2026", "reference"),
        ("Dronten, {{datum}}", "reference"),
        ("Uw kenmerk: 2026/12", "reference"),
        ("Behandeld door: J. Bos", "reference"),
        ("Betreft: uw bezwaar", "subject"),
        ("Onderwerp Kadernotitie", "subject"),
        ("Aan de bewoners van de Noordwal", "address"),
    ],
)
def test_lines_above_the_salutation(line: str, kind: str) -> None:
    assert kinds(f"{line}\n\nBeste bewoner,\n\nUw straat gaat open.")[0] == (kind, line)


def test_reference_lines_in_columns() -> None:
    columns = "Ons kenmerk     Z/26/12345        Behandeld door  P. de Wit\nDatum\t12 maart 2026"
    subject = "Onderwerp       Uw bezwaar tegen de aanslag"
    document = read_text(f"{columns}\n\n{subject}\n\nBeste bewoner,\n\nUw straat gaat open.")
    shown = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    assert shown[:2] == [("reference", columns), ("subject", subject)]
    assert document.title == "Uw bezwaar tegen de aanslag"


@pytest.mark.parametrize(
    "text",
    [
        "De datum: 3 maart 2026 is voor ons allemaal een mooie dag. Kom ook.",
        "Mevrouw Jansen vroeg ons op 3 maart om hulp bij haar aanvraag. Die gaven wij.",
        "Op 3 maart 2026 beslist de raad. U kunt daarbij zijn.",
        "Het onderwerp van deze brief is de weg. Lees hem goed.",
    ],
)
def test_running_text_above_the_salutation_stays_text(text: str) -> None:
    assert kinds(f"{text}\n\nBeste bewoner,\n\nUw straat gaat open.")[0] == ("paragraph", text)


def test_an_address_and_contact_lines_on_a_page() -> None:
    text = "Kom langs.\n\nBezoekadres\nDe Rede 1\n8251 ER Dronten\n\nTelefoon: 14 0321\n\nU bent welkom."
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "address", "reference", "paragraph"]


def test_an_address_of_template_fields() -> None:
    address = "[[naam]]\n[[straat]] [[huisnummer]]\n[[postcode]] [[plaats]]"
    assert kinds(f"{address}\n\nGeachte {{{{aanhef}}}},\n\nU krijgt geld.")[0] == ("address", address)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("Van: Jan\nAan: Gemeente\nOnderwerp: afval\n\nBeste Jan,\n\nU krijgt antwoord.", "mail"),
        ("Beste Jan,\n\nU krijgt antwoord.", "brief"),
        ("Besluit op bezwaar\n\nHet college verklaart het bezwaar ongegrond.", "besluit"),
        ("Het besluit is genomen.\n\nU hoort van ons.", "onbekend"),
        ("Uw straat gaat open.", "onbekend"),
    ],
)
def test_the_genre_is_guessed(text: str, genre: str) -> None:
    assert read_text(text).genre == genre


def test_a_given_genre_and_department_win() -> None:
    document = read_text("Beste Jan,\n\nU krijgt antwoord.", genre="web", department="Zorg")
    assert (document.genre, document.department) == ("web", "Zorg")
