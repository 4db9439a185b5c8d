"""What a writer sees of sentences where rules meet, or where words look like what they aren't."""

from __future__ import annotations

import pytest

from duidelijk import Checker

WORDS = {"formeel-woord", "jargon", "naamwoordstijl"}


def shown(checker: Checker, text: str, *rules: str) -> list[tuple[str, list[str]]]:
    """Rule and underlined words of every finding by these rules."""
    return [
        (f.rule, [text[start:end] for start, end in f.marks])
        for f in checker.check_text(text).findings
        if f.rule in rules
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wij dragen zorg voor de planten.",
        "De gemeente zal zorgdragen voor het herstel van de stoep.",
        "De controle zal geschieden door de politie.",
        "De levering geschiedt in mei.",
        "De arts verricht onderzoek naar de oorzaak.",
        "Wij gaan over tot invordering van het bedrag.",
    ],
)
def test_one_phenomenon_gives_one_finding(checker: Checker, text: str) -> None:
    marks = [mark for f in checker.check_text(text).findings if f.rule in WORDS for mark in f.marks]
    taken = [i for start, end in marks for i in range(start, end)]
    assert taken and len(taken) == len(set(taken))


def test_the_phrase_speaks_where_both_have_a_suggestion(checker: Checker) -> None:
    found = checker.check_text("De inspecteur doet onderzoek naar de oorzaak.").findings
    offered = [(f.rule, [e.text for e in f.expected]) for f in found]
    assert offered == [("naamwoordstijl", ["onderzoekt de oorzaak"])]


def test_without_a_suggestion_the_longer_phrase_speaks(checker: Checker) -> None:
    found = shown(checker, "Wij gaan over tot invordering van het bedrag.", *WORDS)
    assert found == [("naamwoordstijl", ["gaan over tot invordering"])]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (
            "De door u in uw aanvraag aangevoerde en met een werkgeversverklaring onderbouwde "
            "omstandigheden zijn door ons beoordeeld.",
            ["De", "omstandigheden"],
        ),
        (
            "Wij schrijven u op het adres aan de Meerpaal waar u nu met uw twee kinderen woont in.",
            ["schrijven", "in"],
        ),
        ("Het op maandag in de raadszaal door u gehouden pleidooi was kort.", ["Het", "pleidooi"]),
    ],
)
def test_both_halves_of_a_brace_are_underlined(checker: Checker, text: str, marks: list[str]) -> None:
    assert shown(checker, text, "tangconstructie") == [("tangconstructie", marks)]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("dubbele-ontkenning", "Een handtekening mag niet ontbreken."),
        (
            "tangconstructie",
            "Maak op de kopie uw burgerservicenummer onleesbaar, ook in de rij onderaan.",
        ),
        ("tangconstructie", "Hij legt het op de door hem gekozen tafel."),
        ("lijdende-vorm", "De tuin is omgeven door een hoge heg."),
        ("dubbele-ontkenning", "Daar waar zonder kelder gebouwd wordt mag het water niet stijgen."),
        ("naamwoordstijl", "U dient het verzoek in bij de rechtbank."),
        ("lijdende-vorm", "Daardoor worden de tuinen kleiner en gaat er land verloren."),
        ("lijdende-vorm", "In het akkoord staat: “De school wordt in 2027 gebouwd.”"),
        ("dubbele-ontkenning", "Volgens het ‘Besluit niet in betekenende mate’ is een toets niet nodig."),
        ("lijdende-vorm", "Zij zijn strikt genomen nog geen lid."),
        ("lijdende-vorm", "De kelder is vannacht ondergelopen."),
        ("aanspreekvorm", "De bibliotheek is open tot 17.00 u. Neem je pas mee."),
    ],
)
def test_what_only_looks_like_it_stays_silent(checker: Checker, rule: str, text: str) -> None:
    assert shown(checker, text, rule) == []


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("De lift is door een personeelstekort niet gerepareerd.", ""),
        ("De lift is door de monteur niet gerepareerd.", "de monteur"),
    ],
)
def test_only_who_can_act_is_named_as_the_doer(checker: Checker, text: str, doer: str) -> None:
    (found,) = [f for f in checker.check_text(text).findings if f.rule == "lijdende-vorm"]
    assert found.message.endswith(f"Begin met wie het doet: ‘{doer}’." if doer else "begin daarmee.")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "U krijgt deze brief omdat u in mei een subsidie hebt aangevraagd en wij nog niet weten "
            "hoeveel leden uw vereniging heeft.",
            "‘en’",
        ),
        (
            "Neem deze papieren mee naar de balie: alle oude paspoorten die u nog thuis hebt, een foto die "
            "voldoet aan de eisen, en bij een kind een brief van de ouder die niet mee kan komen.",
            None,
        ),
    ],
    ids=["between-clauses", "never-in-a-list-behind-a-colon"],
)
def test_a_long_sentence_is_cut_where_a_clause_begins(checker: Checker, text: str, cut: str | None) -> None:
    (finding,) = (f for f in checker.check_text(text).findings if f.rule == "lange-zin")
    assert finding.message.endswith(f"knippen bij {cut}." if cut else "Maak er twee of meer zinnen van.")
