"""A noun that does the work of a verb becomes that verb, in right Dutch, or nothing is offered."""

from __future__ import annotations

import pytest

from duidelijk import Checker

RULES = {"naamwoordstijl"}
VERBS = [
    ("De gemeente heeft de verplichting om u te helpen.", "De gemeente moet u helpen."),
    (
        "Bewoners die gebruik maken van de regeling, krijgen korting.",
        "Bewoners die de regeling gebruiken, krijgen korting.",
    ),
    (
        "De ouders dragen de verantwoordelijkheid voor hun kind.",
        "De ouders zijn verantwoordelijk voor hun kind.",
    ),
    ("Veel gezinnen maken gebruik van de speelplek.", "Veel gezinnen gebruiken de speelplek."),
    (
        "De gemeente en de provincie maken een inschatting van de kosten.",
        "De gemeente en de provincie schatten de kosten in.",
    ),
    ("Maak je gebruik van de bibliotheek?", "Gebruik je de bibliotheek?"),
    ("U maakt hierbij gebruik van DigiD.", "U gebruikt hierbij DigiD."),
    ("Wij hebben geen gebruik gemaakt van uw gegevens.", "Wij hebben uw gegevens niet gebruikt."),
    ("Zij namen een beslissing over het park.", "Zij beslisten over het park."),
    (
        "De uitbetaling van uw studiekosten vindt in juni plaats.",
        "Uw studiekosten worden in juni uitbetaald.",
    ),
    ("Wij gaan binnenkort over tot invordering van het bedrag.", "Wij innen binnenkort."),
    (
        "Het college neemt vóór 1 juli een beslissing over uw pleegzorg.",
        "Het college beslist vóór 1 juli over uw pleegzorg.",
    ),
    (
        "Het college neemt nog geen besluit over uw aanvraag.",
        "Het college beslist nog niet over uw aanvraag.",
    ),
    ("U kunt gebruikmaken van de bus voor ouderen.", "U kunt de bus voor ouderen gebruiken."),
    ("U maakt gebruik van de regeling voor ouderen.", "U gebruikt de regeling voor ouderen."),
    ("Wij nemen uw klacht over het zwembad in behandeling.", "Wij behandelen uw klacht over het zwembad."),
    ("De brandweer doet onderzoek naar de oorzaak.", "De brandweer onderzoekt de oorzaak."),
    (
        "De brandweer doet een grondig onderzoek naar de oorzaak van de brand.",
        "De brandweer onderzoekt de oorzaak van de brand grondig.",
    ),
    (
        "Het jeugdteam brengt volgende week een bezoek aan uw gezin.",
        "Het jeugdteam bezoekt volgende week uw gezin.",
    ),
    ("Er wordt een controle uitgevoerd van uw woning.", "Uw woning wordt gecontroleerd."),
    ("Er is onderzoek gedaan naar de kwaliteit van het water.", "De kwaliteit van het water is onderzocht."),
    (
        "In juni wordt een inspectie uitgevoerd van de speeltoestellen.",
        "In juni worden de speeltoestellen geïnspecteerd.",
    ),
    (
        "Er wordt binnen acht weken een besluit genomen over uw bezwaar.",
        "Er wordt binnen acht weken beslist over uw bezwaar.",
    ),
    (
        "Een besluit over uw bezwaar wordt binnen acht weken genomen.",
        "Over uw bezwaar wordt binnen acht weken beslist.",
    ),
    ("U moet opgave doen van uw inkomsten.", "U moet uw inkomsten opgeven."),
    (
        "De commissie brengt advies uit aan het college over uw bezwaar.",
        "De commissie adviseert het college over uw bezwaar.",
    ),
    (
        "Als u gebruik wilt maken van deze regeling, moet u zich aanmelden.",
        "Als u deze regeling wilt gebruiken, moet u zich aanmelden.",
    ),
    (
        "Om gebruik te maken van de regeling moet u inwoner zijn.",
        "Om de regeling te gebruiken moet u inwoner zijn.",
    ),
    ("Wij plegen elk jaar onderhoud aan de bruggen.", "Wij onderhouden elk jaar de bruggen."),
    (
        "De bouw van de nieuwe school kan in 2025 plaatsvinden.",
        "De nieuwe school kan in 2025 worden gebouwd.",
    ),
    ("De plaatsing van de borden heeft gisteren plaatsgevonden.", "De borden zijn gisteren geplaatst."),
    ("U kunt een verzoek indienen om kwijtschelding.", "U kunt vragen om kwijtschelding."),
    ("Het Rijk levert een bijdrage aan de kosten.", "Het Rijk draagt bij aan de kosten."),
    ("Wij voeren overleg met de bewoners over het plan.", "Wij overleggen met de bewoners over het plan."),
    ("Wij doen een voorstel voor een nieuw speelplein.", "Wij stellen een nieuw speelplein voor."),
    ("Wilt u gebruikmaken van deze mogelijkheid?", "Wilt u deze mogelijkheid gebruiken?"),
    (
        "De verkoop van de woningen vindt plaats via een makelaar.",
        "De woningen worden verkocht via een makelaar.",
    ),
    (
        "De vergunning is nodig voordat de sloop van het pand plaatsvindt.",
        "De vergunning is nodig voordat het pand wordt gesloopt.",
    ),
    (
        "Bij het ontbreken van een handtekening nemen wij de aanvraag niet in behandeling.",
        "Bij het ontbreken van een handtekening behandelen wij de aanvraag niet.",
    ),
    ("Maak gebruik van de gratis fietsenstalling.", "Gebruik de gratis fietsenstalling."),
    (
        "Wij hebben besloten om onderzoek te doen naar de overlast.",
        "Wij hebben besloten om de overlast te onderzoeken.",
    ),
    ("Wij maken optimaal gebruik van de ruimte.", "Wij gebruiken de ruimte optimaal."),
    (
        "Het college heeft een besluit genomen om de weg af te sluiten.",
        "Het college heeft besloten om de weg af te sluiten.",
    ),
    ("Gisteren maakten wij al melding van dit plan.", "Gisteren meldden wij dit plan al."),
    (
        "De monteur voert op dinsdag de reparatie van uw ketel uit.",
        "De monteur repareert op dinsdag uw ketel.",
    ),
    (
        "Tijdens het gesprek maken wij samen een inschatting van de kosten.",
        "Tijdens het gesprek schatten wij de kosten samen in.",
    ),
    ("In het najaar vindt de kap van de bomen plaats.", "In het najaar worden de bomen gekapt."),
    (
        "De evaluatie van de regeling vindt volgend jaar plaats.",
        "De regeling wordt volgend jaar geëvalueerd.",
    ),
    ("De betaling van de leges geschiedt vooraf.", "De leges worden vooraf betaald."),
    (
        "U kunt bezwaar maken als wij een besluit nemen over uw uitkering.",
        "U kunt bezwaar maken als wij beslissen over uw uitkering.",
    ),
    (
        "Nadat wij een beslissing hebben genomen over uw aanvraag, krijgt u een brief.",
        "Nadat wij hebben beslist over uw aanvraag, krijgt u een brief.",
    ),
    ("Heeft u gebruikgemaakt van de regeling?", "Heeft u de regeling gebruikt?"),
    (
        "Wilt u gebruik maken van de belbus? Bel dan een dag van tevoren.",
        "Wilt u de belbus gebruiken? Bel dan een dag van tevoren.",
    ),
    (
        "Wij nemen uw aanvraag pas in behandeling als u de leges hebt betaald.",
        "Wij behandelen uw aanvraag pas als u de leges hebt betaald.",
    ),
    ("Wij stellen een onderzoek in naar de klacht van uw buren.", "Wij onderzoeken de klacht van uw buren."),
    (
        "De adviesraad heeft advies uitgebracht over de nieuwe verordening.",
        "De adviesraad heeft geadviseerd over de nieuwe verordening.",
    ),
    ("De adviesraad brengt advies uit aan de wethouder.", "De adviesraad adviseert de wethouder."),
    ("De school levert een bijdrage aan het feest.", "De school draagt bij aan het feest."),
    (
        "De vrijwilligers dragen de verantwoordelijkheid voor het gebouw.",
        "De vrijwilligers zijn verantwoordelijk voor het gebouw.",
    ),
    (
        "De aannemer maakt maandag een begin met de werkzaamheden.",
        "De aannemer begint maandag met de werkzaamheden.",
    ),
    (
        "Bij het verlengen van uw rijbewijs betaalt u 42 euro.",
        "Als u uw rijbewijs verlengt, betaalt u 42 euro.",
    ),
    (
        "U betaalt 42 euro bij het verlengen van uw rijbewijs.",
        "U betaalt 42 euro als u uw rijbewijs verlengt.",
    ),
    (
        "U betaalt bij het verlengen van uw rijbewijs 42 euro.",
        "U betaalt 42 euro als u uw rijbewijs verlengt.",
    ),
    (
        "U moet bij het aanvragen van een paspoort een pasfoto meenemen.",
        "U moet een pasfoto meenemen als u een paspoort aanvraagt.",
    ),
    (
        "Na het indienen van de aanvraag krijgt u binnen acht weken een brief van ons.",
        "Nadat u de aanvraag hebt ingediend, krijgt u binnen acht weken een brief van ons.",
    ),
    (
        "U krijgt binnen twee weken na het indienen van uw aanvraag bericht.",
        "U krijgt bericht binnen twee weken nadat u uw aanvraag hebt ingediend.",
    ),
    (
        "Het plaatsen van een schutting langs de weg is verboden.",
        "Een schutting plaatsen langs de weg is verboden.",
    ),
    ("Het niet betalen van de boete is strafbaar.", "De boete niet betalen is strafbaar."),
    ("Het invullen van de vragenlijst duurt 15 minuten.", "De vragenlijst invullen duurt 15 minuten."),
    (
        "Het geven van namen aan straten is een taak van de gemeente.",
        "Namen geven aan straten is een taak van de gemeente.",
    ),
    (
        "U heeft een vergunning nodig voor het kappen van een boom.",
        "U heeft een vergunning nodig om een boom te kappen.",
    ),
    (
        "Voor het kappen van een boom heeft u een vergunning nodig.",
        "Om een boom te kappen, heeft u een vergunning nodig.",
    ),
    (
        "Voor het aanvragen van een paspoort maakt u een afspraak.",
        "Om een paspoort aan te vragen, maakt u een afspraak.",
    ),
    (
        "Voor het aanvragen van een paspoort betaalt u 70 euro.",
        "Als u een paspoort aanvraagt, betaalt u 70 euro.",
    ),
    (
        "Voor het behandelen van uw aanvraag hebben wij uw loonstrook nodig.",
        "Om uw aanvraag te behandelen, hebben wij uw loonstrook nodig.",
    ),
    (
        "Door het invullen van het formulier op onze website vraagt u de bijdrage aan.",
        "Door het formulier op onze website in te vullen, vraagt u de bijdrage aan.",
    ),
    (
        "U mag niet beginnen zonder het aanvragen van een vergunning.",
        "U mag niet beginnen zonder een vergunning aan te vragen.",
    ),
    (
        "Bij het beoordelen van uw aanvraag kijken wij naar uw inkomen.",
        "Als wij uw aanvraag beoordelen, kijken wij naar uw inkomen.",
    ),
    (
        "Bij het controleren van uw gegevens hebben wij een fout gevonden.",
        "Toen wij uw gegevens controleerden, hebben wij een fout gevonden.",
    ),
    (
        "Voor het verstrijken van de termijn moet u reageren.",
        "Voordat de termijn verstrijkt, moet u reageren.",
    ),
    ("Wij verzoeken u tot het betalen van de aanslag.", "Wij verzoeken u om de aanslag te betalen."),
    (
        "Het college heeft besloten tot het sluiten van de straat.",
        "Het college heeft besloten om de straat te sluiten.",
    ),
    ("Wij helpen u bij het invullen van het formulier.", "Wij helpen u om het formulier in te vullen."),
    (
        "U kunt de app gebruiken voor het melden van een losse stoeptegel.",
        "U kunt de app gebruiken om een losse stoeptegel te melden.",
    ),
    (
        "Neem uw oude paspoort mee bij het ophalen van uw nieuwe paspoort.",
        "Neem uw oude paspoort mee als u uw nieuwe paspoort ophaalt.",
    ),
    (
        "Tijdens het invullen van het formulier kunt u even stoppen.",
        "Terwijl u het formulier invult, kunt u even stoppen.",
    ),
    (
        "U kunt bellen in plaats van het sturen van een brief.",
        "U kunt bellen in plaats van een brief te sturen.",
    ),
    (
        "Wij adviseren het plaatsen van een rookmelder in elke kamer.",
        "Wij adviseren om een rookmelder in elke kamer te plaatsen.",
    ),
    ("U krijgt subsidie voor het isoleren van uw woning.", "U krijgt subsidie om uw woning te isoleren."),
    (
        "Met het ondertekenen van dit formulier geeft u ons toestemming.",
        "Door dit formulier te ondertekenen, geeft u ons toestemming.",
    ),
    (
        "Wij hebben uw toestemming nodig voor het opvragen van uw gegevens bij de Belastingdienst.",
        "Wij hebben uw toestemming nodig om uw gegevens bij de Belastingdienst op te vragen.",
    ),
    (
        "U kunt een vergunning voor het plaatsen van een container online aanvragen.",
        "U kunt een vergunning online aanvragen om een container te plaatsen.",
    ),
    (
        "Het tijdig inleveren van de formulieren is belangrijk.",
        "De formulieren tijdig inleveren is belangrijk.",
    ),
    (
        "Bij het inleveren van uw oude identiteitskaart krijgt u een nieuwe.",
        "Als u uw oude identiteitskaart inlevert, krijgt u een nieuwe.",
    ),
    (
        "Neem bij het afhalen van uw rijbewijs uw oude rijbewijs mee.",
        "Neem uw oude rijbewijs mee als u uw rijbewijs afhaalt.",
    ),
    (
        "Voor het ophalen van uw paspoort hoeft u geen afspraak te maken.",
        "Om uw paspoort op te halen, hoeft u geen afspraak te maken.",
    ),
    (
        "Het aanleveren van de gevraagde gegevens is verplicht.",
        "De gevraagde gegevens aanleveren is verplicht.",
    ),
    (
        "Na het ontvangen van uw formulier nemen wij contact met u op.",
        "Nadat wij uw formulier hebben ontvangen, nemen wij contact met u op.",
    ),
    (
        "Bij het verwerken van uw gegevens houden wij ons aan de wet.",
        "Als wij uw gegevens verwerken, houden wij ons aan de wet.",
    ),
    (
        "Voor het aanleggen van een inrit hebt u een vergunning nodig.",
        "Om een inrit aan te leggen, hebt u een vergunning nodig.",
    ),
    ("U bent verplicht tot het betalen van de leges.", "U bent verplicht om de leges te betalen."),
    (
        "Door het tijdig betalen van de aanslag voorkomt u extra kosten.",
        "Door de aanslag tijdig te betalen, voorkomt u extra kosten.",
    ),
    (
        "Door het niet invullen van het formulier loopt uw aanvraag vertraging op.",
        "Als u het formulier niet invult, loopt uw aanvraag vertraging op.",
    ),
    (
        "U kunt zonder het maken van een afspraak langskomen.",
        "U kunt langskomen zonder een afspraak te maken.",
    ),
    ("Wij vragen u om het invullen van de vragenlijst.", "Wij vragen u om de vragenlijst in te vullen."),
    (
        "Het kappen van bomen in uw eigen tuin mag meestal zonder vergunning.",
        "Bomen kappen in uw eigen tuin mag meestal zonder vergunning.",
    ),
    ("Het opzeggen van de huur moet schriftelijk.", "De huur opzeggen moet schriftelijk."),
    (
        "Wij gebruiken uw gegevens alleen voor het behandelen van uw aanvraag.",
        "Wij gebruiken uw gegevens alleen om uw aanvraag te behandelen.",
    ),
    (
        "U vraagt een vergunning aan voor het plaatsen van een steiger.",
        "U vraagt een vergunning aan om een steiger te plaatsen.",
    ),
    (
        "Het college heeft opdracht gegeven voor het slopen van de school.",
        "Het college heeft opdracht gegeven om de school te slopen.",
    ),
    (
        "U heeft toestemming nodig van de eigenaar voor het schilderen van de gevel.",
        "U heeft toestemming nodig van de eigenaar om de gevel te schilderen.",
    ),
    (
        "De mogelijkheid tot het indienen van een zienswijze eindigt op 3 mei.",
        "De mogelijkheid om een zienswijze in te dienen eindigt op 3 mei.",
    ),
    ("Let op bij het oversteken van de weg.", "Let op als u de weg oversteekt."),
    (
        "Houd bij het plaatsen van de container rekening met het verkeer.",
        "Houd rekening met het verkeer als u de container plaatst.",
    ),
    (
        "Vermeld bij het betalen van de rekening altijd het kenmerk.",
        "Vermeld altijd het kenmerk als u de rekening betaalt.",
    ),
    (
        "Als u hulp nodig hebt bij het invullen van het formulier, kunt u ons bellen.",
        "Als u hulp nodig hebt om het formulier in te vullen, kunt u ons bellen.",
    ),
    (
        "Voor het berekenen van uw bijdrage gebruiken wij uw inkomen van vorig jaar.",
        "Om uw bijdrage te berekenen, gebruiken wij uw inkomen van vorig jaar.",
    ),
    (
        "Het schoonhouden van de stoep is een taak van de bewoner.",
        "De stoep schoonhouden is een taak van de bewoner.",
    ),
    (
        "Direct na het indienen van uw aanvraag ontvangt u een bevestiging.",
        "Direct nadat u uw aanvraag hebt ingediend, ontvangt u een bevestiging.",
    ),
    (
        "Vóór het indienen van uw aanvraag kunt u een gesprek met ons voeren.",
        "Voordat u uw aanvraag indient, kunt u een gesprek met ons voeren.",
    ),
    (
        "Vier weken voor het aflopen van uw indicatie belt u ons.",
        "Vier weken voordat uw indicatie afloopt, belt u ons.",
    ),
    (
        "In plaats van het betalen van een boete kunt u een cursus volgen.",
        "In plaats van een boete te betalen, kunt u een cursus volgen.",
    ),
    ("De buurt helpt bij het onderhouden van het groen.", "De buurt helpt om het groen te onderhouden."),
    ("Het maken van bezwaar is gratis.", "Bezwaar maken is gratis."),
    (
        "Het maken van een afspraak kan via de website of per telefoon.",
        "Een afspraak maken kan via de website of per telefoon.",
    ),
    ("Wij overwegen het verlagen van de snelheid.", "Wij overwegen om de snelheid te verlagen."),
    ("Het vergroten van de veiligheid is ons doel.", "De veiligheid vergroten is ons doel."),
]
NOT_SURE = [
    "Wij maken vaak gebruik van vrijwilligers.",
    "Wij hebben uw aanvraag in behandeling genomen.",
    "De aannemer voert in mei herstelwerkzaamheden uit.",
    "Daarna vindt de beoordeling van uw aanvraag plaats door de consulent.",
    "De politie ging niet over tot vrijlating.",
    "De monteur voert op dinsdag een reparatie uit aan uw ketel.",
    "De gemeenteraad neemt donderdag een definitieve beslissing over het zwembad.",
    "De wijkverpleegkundige maakt een inschatting van de hulp die u nodig hebt.",
    "De regeling waarvan u gebruik maakt, stopt op 1 januari.",
    "Het snoeien van bomen gebeurt in maart.",
    "U betaalt 30 euro voor het behandelen van uw aanvraag.",
    "Door het sluiten van de weg moet u omrijden.",
    "De vergunning voor het bouwen van een schuur die hoger is dan drie meter is geweigerd.",
    "De aannemer is verantwoordelijk voor het schoonmaken van de straat.",
    "Lees de uitleg goed door voor het invullen van het formulier.",
    "De kosten voor het vervangen van de deur zijn voor de huurder.",
    "De aannemer gaat in juni door met het plaatsen van de damwand.",
    "Na het ondertekenen van de overeenkomst sturen wij u een kopie.",
    "Het is verboden om zonder het aanvragen van een vergunning een boom te kappen.",
    "Bij het verhuizen van uw ouders moet u veel regelen.",
    "Het voeren van een hond in het park is niet toegestaan.",
    "Wij zijn verantwoordelijk voor het legen van de containers.",
    "De kosten van het ophalen van grofvuil zijn 25 euro.",
    "Voor het legen van een container betaalt u 6 euro.",
    "Bij het legen van de container wordt het gewicht gemeten.",
    "De vergunning geldt voor het plaatsen van een steiger.",
    "Wij wijzen u op het belang van het bewaren van uw bonnen.",
    "Omdat u bij het indienen van uw aanvraag geen loonstrook hebt gestuurd, vragen wij u die nog te sturen.",
    "Het ontvangen van post op uw oude adres stopt na een jaar.",
    "Na het sluiten van de markt ruimen wij het plein op.",
    "Tot het verstrijken van de termijn kunt u reageren.",
    "Bij het opmaken van de akte moeten beide partners aanwezig zijn.",
    "Het in behandeling nemen van uw aanvraag kost tijd.",
    "Uw partner kan bij het aanvragen van bijstand samen met u tekenen.",
    "U moet het plaatsen van zonnepanelen bij ons melden.",
    "Ik raad u het lezen van de brief aan.",
    "Ons doel is het vergroten van de veiligheid.",
]


def offered(checker: Checker, text: str) -> list[str]:
    """The text with the suggestion of each finding of these rules in its place."""
    found = [f for f in checker.check_text(text).findings if f.rule in RULES]
    return [text[: f.start] + str(f.expected[0]) + text[f.end :] for f in found if f.expected]


@pytest.mark.parametrize(("text", "better"), VERBS)
def test_a_noun_becomes_its_verb(checker: Checker, text: str, better: str) -> None:
    assert better in offered(checker, text)


@pytest.mark.parametrize("text", NOT_SURE)
def test_silent_where_it_is_not_certain(checker: Checker, text: str) -> None:
    assert offered(checker, text) == []
