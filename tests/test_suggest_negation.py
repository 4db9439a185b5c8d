"""Two negations, a pile of helpers and brackets give way to a plain sentence, or nothing is offered."""

from __future__ import annotations

import pytest

from duidelijk import Checker

RULES = {"dubbele-ontkenning", "negatieve-toon", "hulpwerkwoorden", "voorzetselketen", "haakjes"}
PLAIN = [
    (
        "U betaalt de leges (dat kan met pin of contant geld) bij de balie.",
        "U betaalt de leges bij de balie. Dat kan met pin of contant geld.",
    ),
    (
        "Wij kunnen niet uitsluiten dat de veerpont later vertrekt.",
        "Het kan zijn dat de veerpont later vertrekt.",
    ),
    (
        "U krijgt geen korting, tenzij u lid bent van de bibliotheek.",
        "U krijgt alleen korting als u lid bent van de bibliotheek.",
    ),
    ("De directie sluit niet uit dat de bus stopt.", "Volgens de directie kan het zijn dat de bus stopt."),
    (
        "Het is niet onmogelijk dat de bouw van de brug langer duurt.",
        "Het is mogelijk dat de bouw van de brug langer duurt.",
    ),
    ("Wij vinden niet dat de heffing onredelijk is.", "Wij vinden dat de heffing redelijk is."),
    (
        "De eigenaar ontkent dat hij de afvalbak niet heeft opgehaald.",
        "De eigenaar zegt dat hij de afvalbak wel heeft opgehaald.",
    ),
    (
        "Niemand mag in de milieustraat komen zonder afvalpas.",
        "Alleen wie een afvalpas heeft, mag in de milieustraat komen.",
    ),
    ("Wij betwijfelen niet dat uw dochter hard leert.", "Wij geloven dat uw dochter hard leert."),
    (
        "U mag hier niet parkeren, tenzij u een vergunning hebt.",
        "U mag hier alleen parkeren als u een vergunning hebt.",
    ),
    (
        "U mag niet op de stoep parkeren, tenzij er een bord staat.",
        "U mag op de stoep alleen parkeren als er een bord staat.",
    ),
    ("Tenzij u lid bent, krijgt u geen korting.", "Alleen als u lid bent, krijgt u korting."),
    (
        "Wij kunnen u niet helpen, tenzij u de stukken opstuurt.",
        "Wij kunnen u alleen helpen als u de stukken opstuurt.",
    ),
    (
        "U hoeft niet te betalen, tenzij u een aanslag krijgt.",
        "U hoeft alleen te betalen als u een aanslag krijgt.",
    ),
    (
        "Het is niet toegestaan om hier vuur te maken, tenzij u toestemming hebt van de burgemeester.",
        "Het is alleen toegestaan om hier vuur te maken als u toestemming hebt van de burgemeester.",
    ),
    ("U krijgt geen boete, tenzij u te laat betaalt.", "U krijgt alleen een boete als u te laat betaalt."),
    (
        "Wij betalen de kosten niet, tenzij u een bon hebt.",
        "Wij betalen de kosten alleen als u een bon hebt.",
    ),
    ("U mag niet bouwen zonder vergunning.", "U mag alleen bouwen met een vergunning."),
    (
        "Zonder afspraak kunt u niet terecht bij de balie.",
        "Alleen met een afspraak kunt u terecht bij de balie.",
    ),
    (
        "Zonder uw toestemming geven wij geen gegevens door.",
        "Alleen met uw toestemming geven wij gegevens door.",
    ),
    (
        "U krijgt geen toegang zonder geldig identiteitsbewijs.",
        "U krijgt alleen toegang met een geldig identiteitsbewijs.",
    ),
    ("U kunt de aanvraag niet indienen zonder DigiD.", "U kunt de aanvraag alleen indienen met DigiD."),
    ("Dat is niet ongebruikelijk.", "Dat is gebruikelijk."),
    ("Het is niet verboden om hier te vissen.", "Het is toegestaan om hier te vissen."),
    ("Het is niet uitgesloten dat de bus te laat komt.", "Het is mogelijk dat de bus te laat komt."),
    ("Vertraging is niet uitgesloten.", "Vertraging is mogelijk."),
    ("Zo voorkomt u dat u geen geld krijgt.", "Zo zorgt u ervoor dat u geld krijgt."),
    ("Bel ons om te voorkomen dat u niet op tijd bent.", "Bel ons om ervoor te zorgen dat u op tijd bent."),
    ("De weg is nooit onbereikbaar.", "De weg is altijd bereikbaar."),
    (
        "De gemeente vergoedt geen schade, tenzij wij een fout hebben gemaakt.",
        "De gemeente vergoedt alleen schade als wij een fout hebben gemaakt.",
    ),
    (
        "Honden mogen niet loslopen, tenzij een bord zegt dat het mag.",
        "Honden mogen alleen loslopen als een bord zegt dat het mag.",
    ),
    (
        "De container wordt niet geleegd, tenzij de klep dicht is.",
        "De container wordt alleen geleegd als de klep dicht is.",
    ),
    (
        "Wij nemen geen beslissing, tenzij alle stukken binnen zijn.",
        "Wij nemen alleen een beslissing als alle stukken binnen zijn.",
    ),
    (
        "Zonder handtekening kunnen wij uw aanvraag niet behandelen.",
        "Alleen met een handtekening kunnen wij uw aanvraag behandelen.",
    ),
    (
        "Zonder geldige parkeervergunning mag u hier niet parkeren.",
        "Alleen met een geldige parkeervergunning mag u hier parkeren.",
    ),
    ("Honden mogen niet zonder lijn in het park.", "Honden mogen alleen met een lijn in het park."),
    (
        "U krijgt geen vergoeding, tenzij u de bon bewaart.",
        "U krijgt alleen een vergoeding als u de bon bewaart.",
    ),
    (
        "U ontvangt geen bericht van ons, tenzij er iets verandert.",
        "U ontvangt alleen bericht van ons als er iets verandert.",
    ),
    ("De school is niet bereikbaar, tenzij u omrijdt.", "De school is alleen bereikbaar als u omrijdt."),
    (
        "Wij sturen u geen nieuwe pas, tenzij u daarom vraagt.",
        "Wij sturen u alleen een nieuwe pas als u daarom vraagt.",
    ),
    (
        "U mag de schuur niet verhuren, tenzij de gemeente dat goedvindt.",
        "U mag de schuur alleen verhuren als de gemeente dat goedvindt.",
    ),
    (
        "Het college vergoedt de kosten niet, tenzij u die vooraf hebt gemeld.",
        "Het college vergoedt de kosten alleen als u die vooraf hebt gemeld.",
    ),
    (
        "Uw buurman ontkent dat hij geen vergunning heeft.",
        "Uw buurman zegt dat hij wel een vergunning heeft.",
    ),
    (
        "De gemeente sluit niet uit dat er nog meer bomen worden gekapt.",
        "Volgens de gemeente kan het zijn dat er nog meer bomen worden gekapt.",
    ),
    ("Ik kan helaas niet uitsluiten dat het geluid terugkomt.", "Het kan zijn dat het geluid terugkomt."),
    (
        "Niemand krijgt een uitkering zonder geldig identiteitsbewijs.",
        "Alleen wie een geldig identiteitsbewijs heeft, krijgt een uitkering.",
    ),
    ("Niemand kan zonder begeleiding naar binnen.", "Alleen wie begeleiding heeft, kan naar binnen."),
    (
        "Het is niet ongebruikelijk dat een onderzoek zes weken duurt.",
        "Het is gebruikelijk dat een onderzoek zes weken duurt.",
    ),
    ("De kosten zijn niet onbelangrijk.", "De kosten zijn belangrijk."),
    ("Uw bezwaar is niet ongegrond.", "Uw bezwaar is gegrond."),
    ("Het is niet onverstandig om een kopie te maken.", "Het is verstandig om een kopie te maken."),
    ("Uw afspraak zou eventueel verplaatst kunnen worden.", "Uw afspraak kan misschien verplaatst worden."),
    (
        "De schade aan de lantaarnpaal zal door een monteur bekeken moeten worden.",
        "De schade aan de lantaarnpaal moet door een monteur bekeken worden.",
    ),
    ("Er zal een bodemonderzoek moeten worden gedaan.", "Er moet een bodemonderzoek worden gedaan."),
    (
        "Uw aanvragen zullen opnieuw moeten worden beoordeeld.",
        "Uw aanvragen moeten opnieuw worden beoordeeld.",
    ),
    (
        "Zou u dit formulier willen laten invullen door uw werkgever?",
        "Wilt u dit formulier laten invullen door uw werkgever?",
    ),
    (
        "Wij denken dat het plan zal moeten worden aangepast.",
        "Wij denken dat het plan moet worden aangepast.",
    ),
    ("U zult de schuur moeten laten afbreken.", "U moet de schuur laten afbreken."),
    (
        "De vergunning voor het plaatsen van een hek langs de rand van het perceel van de buren is klaar.",
        "De vergunning om een hek te plaatsen langs de rand van het perceel van de buren is klaar.",
    ),
    (
        "Neem een bewijs mee (bijvoorbeeld een loonstrook of een jaaropgave van uw werk).",
        "Neem een bewijs mee, bijvoorbeeld een loonstrook of een jaaropgave van uw werk.",
    ),
    (
        "Doe twee lepels zout in het water (dat is ongeveer dertig gram).",
        "Doe twee lepels zout in het water. Dat is ongeveer dertig gram.",
    ),
    (
        "U krijgt geld terug (de hoogte hangt af van uw inkomen).",
        "U krijgt geld terug. De hoogte hangt af van uw inkomen.",
    ),
    (
        "Wij kijken naar alle uitgaven (huur, zorgverzekering, boodschappen, kleding en vervoer).",
        "Wij kijken naar alle uitgaven: huur, zorgverzekering, boodschappen, kleding en vervoer.",
    ),
    (
        "Alle winkels zijn open (met uitzondering van de winkels in de Kerkstraat).",
        "Alle winkels zijn open, met uitzondering van de winkels in de Kerkstraat.",
    ),
]
NOT_SURE = [
    "Uw zoon kan zich niet zonder ouder inschrijven.",
    "Er is geen reden om uw zorg niet te verlengen.",
    "U heeft nooit geweigerd te werken.",
    "U kunt niet meer bezwaar maken, tenzij u een goede reden hebt.",
    "Uw aanvraag is niet onvolledig.",
    "U hoeft niet zonder hulp te blijven.",
    "U krijgt geen uitkering, tenzij u geen werk hebt.",
    "U kunt zonder afspraak niet bij de balie terecht.",
    "Wij keuren uw plan niet goed zonder toestemming van de buren.",
    "Het zwembad is niet open, tenzij het warmer is dan 20 graden.",
    "U hoeft ons niet te bellen, tenzij u niet kunt komen.",
    "Wij ontkennen niet dat er fouten zijn gemaakt.",
    "Wij kunnen overlast niet uitsluiten.",
    "De politie weigert niet om te helpen.",
    "De straat blijft niet onbereikbaar.",
    "Dat is niet onaardig bedoeld.",
    "De kans daarop is niet onwaarschijnlijk.",
    "U mag niet, tenzij u achttien bent, alleen naar binnen.",
    "De bijdrage had vorige maand al moeten worden betaald.",
    "De eigen bijdrage zou niet hoeven te worden betaald.",
    "De bus (die op zondag niet rijdt) stopt bij het gemeentehuis.",
    "Breng uw oude matras weg (zonder hoes, bodem en losse poten).",
]


def offered(checker: Checker, text: str) -> list[str]:
    """The text with the suggestion of each finding of these rules in its place."""
    found = [f for f in checker.check_text(text).findings if f.rule in RULES]
    return [text[: f.start] + str(f.expected[0]) + text[f.end :] for f in found if f.expected]


@pytest.mark.parametrize(("text", "better"), PLAIN)
def test_a_sentence_says_what_is_so(checker: Checker, text: str, better: str) -> None:
    assert better in offered(checker, text)


@pytest.mark.parametrize("text", NOT_SURE)
def test_silent_where_it_is_not_certain(checker: Checker, text: str) -> None:
    assert offered(checker, text) == []
