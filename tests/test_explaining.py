"""Difficult terms that a text explains are silent; the same terms without an explanation aren't."""

from __future__ import annotations

import pytest

from duidelijk import Checker

EXPLAINED = [
    "U krijgt een last onder dwangsom. Dit betekent dat u het hek moet weghalen.",
    "U krijgt een last onder dwangsom. Dat houdt in dat u het hek moet weghalen.",
    "U krijgt een last onder dwangsom. Dat wil zeggen: haal het hek weg, anders betaalt u.",
    "U mag uw mening geven. Dat heet een zienswijze.",
    "U mag uw mening geven. Dat noemen wij een zienswijze.",
    "Uw mening, ook wel zienswijze genoemd, is belangrijk.",
    "Stuur ons uw mening (zienswijze).",
    "Stuur ons uw zienswijze (uw mening).",
    "Een peildatum is de dag waarop wij kijken hoeveel geld u heeft.",
    "Met een peildatum bedoelen wij de dag waarop wij kijken.",
    "Wat is een peildatum?",
    "Onder een peildatum verstaan wij de dag waarop wij kijken.",
    "Met zienswijze wordt uw mening bedoeld.",
    "U kunt een zienswijze geven. Zo heet uw mening over een plan.",
    "Een ander zorgt dan even voor uw man. Men noemt dit respijtzorg.",
    "Een dwangsom wil zeggen dat u geld kwijt bent.",
    "Respijtzorg betekent: iemand anders zorgt even voor uw man.",
    "U betaalt leges – het bedrag dat wij vragen voor ons werk.",
    "Op 1 januari kijken wij hoeveel uw huis waard is. Dat is de waardepeildatum.",
    "De griffier is jarig. Een griffier is iemand die de raad helpt.",
    "Wij sturen u een beschikking. Dat is een brief met ons besluit. De beschikking is twee jaar geldig.",
]
UNEXPLAINED = [
    "U krijgt een last onder dwangsom. Dat is vervelend voor u.",
    "Uw zienswijze is op 3 mei bij ons binnengekomen.",
    "Stuur uw zienswijze (zie bijlage 2) naar ons.",
    "De beschikking is gisteren verstuurd.",
    "Uw indicatie loopt af op 1 juni.",
    "Wat u doet na de peildatum, telt niet mee.",
    "Onder de beschikking staat een handtekening.",
    "Neem mee: uw beschikking, uw pas en een foto.",
]


@pytest.mark.parametrize("text", EXPLAINED)
def test_explained_term_is_silent(checker: Checker, text: str) -> None:
    assert [f.actual for f in checker.check_text(text).findings if f.rule == "jargon"] == []


@pytest.mark.parametrize("text", UNEXPLAINED)
def test_unexplained_term_is_found(checker: Checker, text: str) -> None:
    assert [f.actual for f in checker.check_text(text).findings if f.rule == "jargon"] != []


def test_term_that_needs_explaining_speaks_once(checker: Checker) -> None:
    findings = checker.check_text("U betaalt leges. De leges betaalt u aan de balie.").findings
    assert [f.start for f in findings if f.rule == "jargon"] == [10]


@pytest.mark.parametrize(
    "text",
    [
        "Het is 10 min. lopen van het station Zwolle CS.",
        "Voetbalclub v.v. Flevo speelt tegen s.v. Almere.",
        "Mevrouw A. v.d. Berg woont in Alphen a/d Rijn.",
        "De tuin is 80 m² en u mag daar 30 km/u rijden.",
        "De Wmo is de wet voor hulp bij u thuis.",
        "De APV, dat zijn de regels van de gemeente, verbiedt dit.",
    ],
)
def test_name_unit_or_explained_abbreviation_is_silent(checker: Checker, text: str) -> None:
    assert [f.actual for f in checker.check_text(text).findings if f.rule == "afkorting"] == []


@pytest.mark.parametrize("text", ["Betaal min. € 5.", "De Wmo is veranderd.", "Uw Wmo-budget is gestegen."])
def test_abbreviation_is_found(checker: Checker, text: str) -> None:
    assert [f.actual for f in checker.check_text(text).findings if f.rule == "afkorting"] != []
