"""Notation: laws, dates, numbers, capitals, links and questions; what the examples of the rules can't show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from duidelijk import Checker, checking, reading
from duidelijk.language.analysis import analyse
from duidelijk.language.numbers import noun_counted
from duidelijk.language.tabular import lexicon
from duidelijk.model import Document, Finding
from duidelijk.rulebook import load
from duidelijk.suggesting.notation import (
    amount,
    clock,
    full_date,
    iban_groups,
    number_of,
    part_of,
    phone_groups,
    placed,
)
from tests.trees import ADJ, NOUN, PV, tree

CARDINAL = "TW|hoofd|prenom|stan"
THREE_DIGIT_CODES = ("030", "088")


def findings(
    checker: Checker, id: str, document: Document, profile: str = "standaard", **params: Any
) -> tuple[Finding, ...]:
    rule = load(profile=profile).rule(id)
    assert rule is not None
    own = replace(rule, params={**rule.params, **params})
    return checking.find([own], analyse(document, checker._nlp, checker.pipeline))[0]


def found(checker: Checker, id: str, text: str, **params: Any) -> list[str]:
    return [f.actual for f in findings(checker, id, reading.read_text(text), **params)]


SEVERITIES = [
    ("wetsartikel", "Dit mag van artikel 4 van de Jeugdwet.", ["waarschuwing"]),
    ("wetsartikel", "Dit mag van artikel 4, derde lid, van de Jeugdwet.", ["fout"]),
    ("wetsartikel", "Dit mag van artikel 4, derde lid.", ["waarschuwing"]),
    ("wetsartikel", "Dit mag. Deze regel staat in artikel 4, derde lid, van de Jeugdwet.", ["tip"]),
    ("wetsartikel", "Deze regel staat in artikel 4 van de Jeugdwet. Dit mag.", ["waarschuwing"]),
    ("getal-notatie", "Er zijn twaalf plekken en dertien kinderen.", ["tip", "waarschuwing"]),
    ("getal-notatie", "Er zijn tien tot twintig plekken.", ["waarschuwing"]),
    ("getal-notatie", "U krijgt € 10,00 of € 10000,00.", ["tip", "waarschuwing"]),
    ("hoofdletters", "Dat mag NIET. Dat MAG ECHT NIET.", ["tip", "waarschuwing"]),
    ("datum-notatie", "Kom om 9u. Of kom om 9.00 uur, of om 9:30 uur.", ["waarschuwing", "tip"]),
]


@pytest.mark.parametrize(("id", "text", "severities"), SEVERITIES)
def test_severity_grows_with_the_phenomenon(
    checker: Checker, id: str, text: str, severities: list[str]
) -> None:
    assert [f.severity for f in findings(checker, id, reading.read_text(text))] == severities


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("getal-notatie", "Er zijn twaalf plekken vrij."),
        ("hoofdletters", "Dat mag NIET van de buurman."),
        ("cijferreeks", "Bel 0321388911 voor een afspraak."),
        ("vragen", "Wie bent u? Waar woont u? Wat doet u?"),
        ("wetsartikel", "Het mag. Dit staat in artikel 4 van de wet."),
    ],
)
def test_tips_are_warnings_in_the_strict_profile(checker: Checker, id: str, text: str) -> None:
    document = reading.read_text(text)
    assert {f.severity for f in findings(checker, id, document)} == {"tip"}
    assert {f.severity for f in findings(checker, id, document, "streng")} == {"waarschuwing"}


MIXED = "Wij zijn open van 9.00 tot 12.00 uur. Op dinsdag ook tot 20:00 uur."
TIMES = [
    ("", MIXED, ["20:00 uur"]),
    ("", "Kom om 9:30 uur. Of kom om 10.30 uur.", ["10.30 uur"]),
    ("", "Kom om 9:30 uur. Of kom om 10:30 uur.", []),
    (".", "Kom om 9:30 uur. Of kom om 10.30 uur.", ["9:30 uur"]),
    (":", MIXED, ["9.00 tot 12.00 uur"]),
]


@pytest.mark.parametrize(("sign", "text", "marked"), TIMES)
def test_the_sign_in_times_is_a_setting(checker: Checker, sign: str, text: str, marked: list[str]) -> None:
    assert found(checker, "datum-notatie", text, time_sign=sign) == marked


def test_the_wanted_sign_is_offered(checker: Checker) -> None:
    document = reading.read_text("Kom om 14:00u of om 15u30.")
    offered = [str(f.expected[0]) for f in findings(checker, "datum-notatie", document, time_sign=".")]
    assert offered == ["14.00 uur", "15.30 uur"]


DOUBTFUL_DATES = [
    ("De brief is van 25-04-25.", ["25 april 2025"], ()),
    ("De brief is van 03-04-25.", [], ("3 april 2025",)),
    ("De brief is van 25-04-85.", [], ()),
    ("De brief is van 31-02-2025 of zo.", [], ()),
    ("De brief is van 03-04-2025.", ["3 april 2025"], ()),
]


@pytest.mark.parametrize(("text", "expected", "choices"), DOUBTFUL_DATES)
def test_only_a_certain_date_is_offered(
    checker: Checker, text: str, expected: list[str], choices: tuple[str, ...]
) -> None:
    finding = next(iter(findings(checker, "datum-notatie", reading.read_text(text))), None)
    offered = [str(each) for each in finding.expected] if finding else []
    assert offered == expected
    assert (finding.choices if finding else ()) == choices


def test_years_of_two_figures_are_read_within_the_set_period(checker: Checker) -> None:
    document = reading.read_text("De brief is van 25-04-45.")
    assert not findings(checker, "datum-notatie", document)[0].expected
    offered = findings(checker, "datum-notatie", document, latest=2050)[0].expected
    assert [str(each) for each in offered] == ["25 april 2045"]


def test_a_date_over_two_lines_is_found_where_it_stands(checker: Checker) -> None:
    text = "Wij kregen van u de brief d.d. 3\napril 2025 over de lantaarnpaal in uw straat bij de school."
    (finding,) = findings(checker, "datum-notatie", reading.read_text(text))
    assert finding.actual == "d.d. 3\napril 2025" == text[finding.start : finding.end]
    assert [str(each) for each in finding.expected] == ["van 3 april 2025"]


def test_the_full_stop_of_the_sentence_is_no_part_of_the_date(checker: Checker) -> None:
    text = "U sprak ons op 12 maart jl. Wij belden u op 3 apr. En op 4 apr. kwam u langs."
    assert found(checker, "datum-notatie", text) == ["12 maart jl", "3 apr", "4 apr."]


@pytest.mark.parametrize(("small", "severity"), [(12, "tip"), (3, "waarschuwing")])
def test_what_a_small_number_is_can_be_set(checker: Checker, small: int, severity: str) -> None:
    document = reading.read_text("U mag vier keer komen.")
    assert [f.severity for f in findings(checker, "getal-notatie", document, small=small)] == [severity]


def test_a_number_counts_the_noun_behind_its_adjectives() -> None:
    sentence = tree(
        ("Vier", CARDINAL, "nummod", 2, "vier"),
        ("nieuwe", "ADJ|prenom|basis|met-e|stan", "amod", 2, "nieuw"),
        ("bakken", NOUN, "nsubj", 3, "bak"),
        ("staan", PV, "ROOT", 3, "staan"),
    )
    noun = noun_counted(sentence.span[0])
    assert noun is not None and noun.text == "bakken"


def test_a_number_without_a_noun_counts_nothing_whatever_the_labels() -> None:
    sentence = tree(
        ("Vier", CARDINAL, "nummod", 2, "vier"),
        ("is", PV, "cop", 2, "zijn"),
        ("genoeg", ADJ, "ROOT", 2, "genoeg"),
    )
    assert noun_counted(sentence.span[0]) is None


LETTER = (
    "Geachte heer Bos,\n\nU krijgt geld.{between}\n\nDat staat bij ons in artikel 4 van de Jeugdwet, en meer."
)


@pytest.mark.parametrize(
    ("between", "speaks"),
    [
        ("", True),
        ("\n\nWetsartikelen", False),
        ("\n\nBijlage", False),
        ("\n\nBijlage: regels", False),
        ("\n\nWat zegt de wet?\n\nVeel.\n\nWat nu?", True),
        ("\n\nBijlage\n\nVeel.\n\nWat nu?", False),
    ],
)
def test_articles_may_stand_below_a_heading_about_the_law_and_in_an_annex(
    checker: Checker, between: str, speaks: bool
) -> None:
    document = reading.read_text(LETTER.format(between=between), genre="brief")
    assert bool(findings(checker, "wetsartikel", document)) is speaks


def test_a_line_about_annexes_above_a_letter_begins_no_annex(checker: Checker) -> None:
    document = reading.read_text("Bijlagen: 2\n\n" + LETTER.format(between=""), genre="brief")
    assert findings(checker, "wetsartikel", document)


def page(body: str) -> Document:
    return reading.read_bytes(body.encode(), "pagina.html")


LINKS = [
    ('<a href="/a">Aanvragen</a> en <a href="/a/">aanvragen »</a>', []),
    ('<a href="http://www.x.nl">Aanvragen</a> en <a href="https://x.nl/">aanvragen</a>', []),
    ('<a href="/a">Aanvragen</a> en <a href="/b">aanvragen »</a>', ["Aanvragen", "aanvragen"]),
    ('<a href="/a#een">Tarieven</a> en <a href="/a#twee">tarieven</a>', ["Tarieven", "tarieven"]),
    ('<a href="/a">→ Lees  meer</a>', ["Lees  meer"]),
    ('<a href="/a">Klik hier voor het formulier</a>', ["Klik hier voor het formulier"]),
    ('<a href="MAILTO:a@b.nl?subject=Vraag">mail</a>', ["mail"]),
]


@pytest.mark.parametrize(("links", "marked"), LINKS)
def test_links_are_compared_by_their_words_and_target(
    checker: Checker, links: str, marked: list[str]
) -> None:
    document = page(f"<p>U leest hier van alles: {links}. Dat is handig voor u.</p>")
    hits = [" ".join(f.actual.split()) for f in findings(checker, "linktekst", document)]
    assert hits == [" ".join(mark.split()) for mark in marked]


def test_a_hidden_mail_address_is_in_the_message(checker: Checker) -> None:
    document = page('<p>Stuur ons dan <a href="mailto:balie@dronten.nl?subject=Pas">een bericht</a>.</p>')
    assert "balie@dronten.nl." in findings(checker, "linktekst", document)[0].message


def test_how_long_an_address_may_be_is_a_setting(checker: Checker) -> None:
    document = page('<p>Kijk op <a href="/a">www.dronten.nl/afval/kalender</a> voor de dagen.</p>')
    assert not findings(checker, "linktekst", document)
    assert findings(checker, "linktekst", document, longest_address=20)


@pytest.mark.parametrize(
    ("least", "text", "rows"),
    [
        (3, "Wie? Wat? Waar? Wij weten het.", 1),
        (3, "Wie? Wat? Dat weten wij. Waar?", 0),
        (2, "Wie? Wat? Dat weten wij. Waar?", 1),
        (3, "‘Wie bent u?’ ‘Wat doet u?’ ‘Waar woont u?’ Dat vragen wij.", 0),
    ],
)
def test_questions_in_a_row_are_counted(checker: Checker, least: int, text: str, rows: int) -> None:
    assert len(found(checker, "vragen", text, least=least)) == rows


ANSWERS = "{heading}\n\nWilt u een pas? Dan belt u ons. Wij sturen de pas naar uw huis."


@pytest.mark.parametrize(
    ("headings", "speaks"),
    [(["Hoe krijg ik een pas?"], 1), (["Een pas"], 0), (["Hoe?", "Wanneer?", "Waarom?"], 0)],
)
def test_a_page_of_questions_and_answers_is_silent(
    checker: Checker, headings: list[str], speaks: int
) -> None:
    text = "\n\n".join(ANSWERS.format(heading=heading) for heading in headings)
    assert len(found(checker, "vragen", text)) == speaks


CAPITALS = [
    ("BEL DE GEMEENTE DRONTEN VANDAAG.", []),
    ("BEL UW BUURMAN VANDAAG.", ["Bel uw buurman vandaag"]),
    ("U MOET UW IBAN NOEMEN.", ["U moet uw IBAN noemen"]),
    ("Wij zijn DICHT OP 5 MEI.", ["dicht op 5 mei"]),
]


@pytest.mark.parametrize(("text", "expected"), CAPITALS)
def test_small_letters_are_only_offered_where_no_name_can_get_lost(
    checker: Checker, text: str, expected: list[str]
) -> None:
    (finding,) = findings(checker, "hoofdletters", reading.read_text(text))
    offered = [str(each) for each in finding.expected]
    assert offered == expected


NUMBERS = [
    ("twee", 2),
    ("eenentwintig", 21),
    ("tweeëndertig", 32),
    ("honderdvijftig", 150),
    ("honderdeen", 101),
    ("driehonderdvijfentwintig", 325),
    ("vijfentwintigduizend", 25000),
    ("tweeduizendvijfhonderd", 2500),
    ("eenheid", None),
    ("duizenden", None),
    ("tweede", None),
]


@pytest.mark.parametrize(("word", "number"), NUMBERS)
def test_numbers_in_letters(word: str, number: int | None) -> None:
    assert number_of(word, lexicon("grammatica/getallen")) == number


@pytest.mark.parametrize(
    ("figures", "grouped"),
    [
        ("0321388911", "0321 38 89 11"),
        ("0301234567", "030 123 45 67"),
        ("0881234567", "088 123 45 67"),
        ("0612345678", "06 12 34 56 78"),
        ("08001234567", "0800 123 45 67"),
    ],
)
def test_phone_numbers_in_groups(figures: str, grouped: str) -> None:
    assert phone_groups(figures, THREE_DIGIT_CODES) == grouped


def test_account_numbers_in_groups() -> None:
    assert iban_groups("NL99BANK0123456789") == "NL99 BANK 0123 4567 89"


@pytest.mark.parametrize(
    ("figures", "cents", "behind", "text"),
    [
        ("25.000", "00", False, "€ 25.000"),
        ("260", "-", False, "€ 260"),
        ("12", "50", False, "€ 12,50"),
        ("1250000", "", True, "1.250.000 euro"),
        ("1500", "", True, "1500 euro"),
    ],
)
def test_amounts(figures: str, cents: str, behind: bool, text: str) -> None:
    assert amount(figures, cents, behind) == text


@pytest.mark.parametrize(
    ("text", "sign", "plain"),
    [
        ("14u", "", "14 uur"),
        ("14:00u", "", "14:00 uur"),
        ("14:00 u.", ".", "14.00 uur"),
        ("14u30", "", "14.30 uur"),
        ("14 uur 30", ":", "14:30 uur"),
        ("9u-17u", "", "9-17 uur"),
    ],
)
def test_times(text: str, sign: str, plain: str) -> None:
    assert clock(text, sign) == plain


@pytest.mark.parametrize(
    ("word", "moment", "plain"),
    [
        ("medio", "mei", "half mei"),
        ("medio", "mei 2026", "half mei 2026"),
        ("medio", "2026", "halverwege 2026"),
        ("medio", "voorjaar 2026", "halverwege het voorjaar van 2026"),
        ("medio", "volgende week", "halverwege volgende week"),
        ("ultimo", "december", "eind december"),
        ("ultimo", "zomer", ""),
        ("medio", "maandag", ""),
    ],
)
def test_parts_of_a_period(word: str, moment: str, plain: str) -> None:
    assert part_of(word, moment, lexicon("grammatica/maanden"), lexicon("grammatica/tijdwoorden")) == plain


@pytest.mark.parametrize(
    ("tag", "offered"),
    [(NOUN, ("van 3 mei",)), ("WW|vd|vrij|zonder", ("op 3 mei",)), ("", ("op 3 mei",)), ("LET", ())],
)
def test_dd_becomes_a_preposition_that_fits(tag: str, offered: tuple[str, ...]) -> None:
    assert placed("3 mei", tag) == offered


@pytest.mark.parametrize(
    ("day", "month", "year", "text"),
    [(3, 4, 2025, "3 april 2025"), (3, 4, None, "3 april"), (29, 2, 2025, ""), (29, 2, None, "29 februari")],
)
def test_full_dates(day: int, month: int, year: int | None, text: str) -> None:
    assert full_date(day, month, year, lexicon("grammatica/maanden")) == text
