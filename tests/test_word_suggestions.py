"""The first suggestion put in place gives a right sentence; where that isn't certain, there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk import Checker
from duidelijk.language.tabular import rows

RIGHT = [
    ("formeel-woord", "Indien u verhuist, belt u ons.", "Als u verhuist, belt u ons."),
    ("formeel-woord", "De pas is reeds betaald.", "De pas is al betaald."),
    ("formeel-woord", "Bij diefstal dient u aangifte te doen.", "Bij diefstal moet u aangifte doen."),
    ("formeel-woord", "U dient de foto mee te sturen.", "U moet de foto meesturen."),
    ("formeel-woord", "U dient dit goed te keuren.", "U moet dit goedkeuren."),
    ("formeel-woord", "U dient rekening te houden met kou.", "U moet rekening houden met kou."),
    ("formeel-woord", "U diende dit eerder te melden.", "U moest dit eerder melden."),
    ("formeel-woord", "Alle honden dienen aangelijnd te worden.", "Alle honden moeten aangelijnd worden."),
    ("formeel-woord", "De brief dient morgen binnen te zijn.", "De brief moet morgen binnen zijn."),
    ("formeel-woord", "Wenst u te verhuizen?", "Wilt u verhuizen?"),
    ("formeel-woord", "Hij tracht te vluchten.", "Hij probeert te vluchten."),
    ("formeel-woord", "Het college verstrekt u een pas.", "Het college geeft u een pas."),
    ("formeel-woord", "De pas is door ons verstrekt.", "De pas is door ons gegeven."),
    ("formeel-woord", "Er geldt een stringent beleid.", "Er geldt een streng beleid."),
    ("formeel-woord", "De kosteloze hulp stopt.", "De gratis hulp stopt."),
    ("formeel-woord", "Zij is een gehuwde vrouw.", "Zij is een getrouwde vrouw."),
    ("formeel-woord", "U betaalt slechts 3 euro.", "U betaalt maar 3 euro."),
    ("formeel-woord", "Neem indien mogelijk een foto mee.", "Neem als het kan een foto mee."),
    ("datum-notatie", "Medio 2027 is de brug klaar.", "Halverwege 2027 is de brug klaar."),
    ("formeel-woord", "De overige bewoners slapen.", "De andere bewoners slapen."),
    ("voorzetseluitdrukking", "Bel ons met betrekking tot uw pas.", "Bel ons over uw pas."),
    ("voorzetseluitdrukking", "Dit geldt ten aanzien van huisdieren.", "Dit geldt voor huisdieren."),
    ("voorzetseluitdrukking", "Door middel van een code logt u in.", "Met een code logt u in."),
    (
        "voorzetseluitdrukking",
        "U meldt dit door middel van het sturen van een foto.",
        "U meldt dit door het sturen van een foto.",
    ),
    (
        "voorzetseluitdrukking",
        "De keuring gebeurt aan de hand van een lijst.",
        "De keuring gebeurt op basis van een lijst.",
    ),
    (
        "voorzetseluitdrukking",
        "Betaal onder vermelding van uw klantnummer.",
        "Betaal met daarbij uw klantnummer.",
    ),
    (
        "voorzetseluitdrukking",
        "Er komt een wijziging ten aanzien van de markt.",
        "Er komt een wijziging wat betreft de markt.",
    ),
    (
        "voorzetseluitdrukking",
        "De weg is dicht naar aanleiding van een klacht.",
        "De weg is dicht vanwege een klacht.",
    ),
    ("voorzetseluitdrukking", "Op grond van de wet mag dit niet.", "Volgens de wet mag dit niet."),
    ("voorzetseluitdrukking", "Op grond van foto's mag dit niet.", "Op basis van foto's mag dit niet."),
    (
        "voorzetseluitdrukking",
        "U krijgt korting met een maximum van 50 euro.",
        "U krijgt korting tot maximaal 50 euro.",
    ),
    ("formeel-woord", "Zo nodig bellen wij u.", "Als het nodig is, bellen wij u."),
    ("formeel-woord", "Wij bellen u zo nodig.", "Wij bellen u als het nodig is."),
    ("formeel-woord", "Er komt nader onderzoek.", "Er komt verder onderzoek."),
    ("afkorting", "Neem iets mee, bijv. een rekening.", "Neem iets mee, bijvoorbeeld een rekening."),
    ("afkorting", "Breng oude lampen, kabels enz.", "Breng oude lampen, kabels enzovoort."),
    ("afkorting", "I.v.m. de storm is het park dicht.", "Vanwege de storm is het park dicht."),
    (
        "afkorting",
        "U krijgt hulp uit de Wmo.",
        "U krijgt hulp uit de Wet maatschappelijke ondersteuning (Wmo).",
    ),
    ("datum-notatie", "De weg is a.s. maandag dicht.", "De weg is komende maandag dicht."),
    ("formeel-woord", "U mag slechts parkeren met een kaart.", "U mag alleen parkeren met een kaart."),
    ("formeel-woord", "Er is evenwel een probleem.", "Maar er is een probleem."),
    ("formeel-woord", "Uw schrijven is gelezen.", "Uw brief is gelezen."),
    ("verwijswoord", "Het onderhavige plan is klaar.", "Dit plan is klaar."),
    ("aanspreekvorm", "U krijgt een pas. Heb je die al?", "U krijgt een pas. Hebt u die al?"),
    ("aanspreekvorm", "U kunt je huisdier meenemen.", "U kunt uw huisdier meenemen."),
    ("aanspreekvorm", "U kunt je aanmelden.", "U kunt zich aanmelden."),
]  # fmt: skip
NONE = [
    ("formeel-woord", "De verstrekte gegevens kloppen."),
    ("formeel-woord", "Deze uitkering is door u verkregen."),
    ("voorzetseluitdrukking", "Het plan is niet in strijd met het beleid."),
    ("voorzetseluitdrukking", "De prijs staat niet in verhouding tot het werk."),
    ("voorzetseluitdrukking", "De winst komt ten bate van de school."),
    ("formeel-woord", "De grens is nader vastgesteld."),
    ("formeel-woord", "De schade is dusdanig dat het huis leeg moet."),
    ("vage-tijd", "U hoort binnenkort van ons."),
]


@pytest.mark.parametrize(("rule", "before", "after"), RIGHT)
def test_suggestion_gives_a_right_sentence(checker: Checker, rule: str, before: str, after: str) -> None:
    found = [f for f in checker.check_text(before).findings if f.rule == rule]
    assert len(found) == 1
    (finding,) = found
    assert before[: finding.start] + str(finding.expected[0]) + before[finding.end :] == after


@pytest.mark.parametrize(("rule", "text"), NONE)
def test_no_suggestion_where_the_sentence_must_change(checker: Checker, rule: str, text: str) -> None:
    found = [f for f in checker.check_text(text).findings if f.rule == rule]
    assert [f.expected for f in found] == [()]


TABLE = [cells for _, cells in rows(Path(__file__).parent / "gold" / "word_suggestions.tsv")[1:]]
WORD_RULES = {
    "formeel-woord", "jargon", "vreemd-woord", "voorzetseluitdrukking", "verwijswoord", "afkorting",
    "vaag-woord", "beeldspraak", "vage-tijd",
}  # fmt: skip


@pytest.mark.parametrize(("before", "marked", "after"), TABLE)
def test_form_fits_the_sentence(checker: Checker, before: str, marked: str, after: str) -> None:
    """Nouns with their article, adjectives with their ending; the term is what is marked."""
    found = [
        finding
        for finding in checker.check_text(before).findings
        if finding.rule in WORD_RULES and before[finding.marks[0][0] : finding.marks[-1][1]] == marked
    ]
    assert len(found) == 1
    (finding,) = found
    if after == "-":
        assert finding.expected == ()
    else:
        assert before[: finding.start] + str(finding.expected[0]) + before[finding.end :] == after


@pytest.mark.parametrize(("before", "marked", "after"), [row for row in TABLE if row[2] != "-"])
def test_every_suggestion_replaces_the_finding(
    checker: Checker, before: str, marked: str, after: str
) -> None:
    """No finding is left on the same words, and no suggestion leaves two spaces or loses the sentence."""
    for finding in checker.check_text(before).findings:
        for suggestion in finding.expected:
            text = before[: finding.start] + str(suggestion) + before[finding.end :]
            assert "  " not in text
            assert text[0].isupper() or text[0].isdigit()
            assert text.endswith(before[-1])


def test_vague_time_offers_dates_to_choose_from(checker: Checker) -> None:
    (finding,) = checker.check_text("U hoort binnenkort van ons.").findings
    assert finding.choices
    assert all("[" in choice for choice in finding.choices)
