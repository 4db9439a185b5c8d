"""Words that stand far apart come together, in right Dutch, or not at all."""

from __future__ import annotations

import pytest

from duidelijk import Checker

RULES = {"tangconstructie"}
OPENED = [
    (
        "Het bestuur heeft na overleg met de bewoners over de parkeerplaatsen een besluit genomen.",
        "Het bestuur heeft een besluit genomen na overleg met de bewoners over de parkeerplaatsen.",
    ),
    (
        "De door u op 12 mei bij het wijkteam ingeleverde stukken zijn compleet.",
        "De stukken die u op 12 mei bij het wijkteam hebt ingeleverd, zijn compleet.",
    ),
    (
        "Het op de hoek van de Molenweg en de Vaart staande gebouw wordt een school.",
        "Het gebouw dat op de hoek van de Molenweg en de Vaart staat, wordt een school.",
    ),
    (
        "Wij hebben de door u op 3 maart bij ons ingediende aanvraag afgewezen.",
        "Wij hebben de aanvraag afgewezen die u op 3 maart bij ons hebt ingediend.",
    ),
    (
        "De door de gemeente in het jaar 2023 aan u verstrekte subsidie moet u terugbetalen.",
        "De subsidie die de gemeente in het jaar 2023 aan u heeft verstrekt, moet u terugbetalen.",
    ),
    (
        "Het op 3 maart door ons van u ontvangen formulier is niet volledig.",
        "Het formulier dat wij op 3 maart van u hebben ontvangen, is niet volledig.",
    ),
    (
        "In de op 12 april door de commissie gehouden vergadering is uw bezwaar besproken.",
        "In de vergadering die de commissie op 12 april heeft gehouden, is uw bezwaar besproken.",
    ),
    (
        "Uw op 3 maart bij de gemeente ingediende aanvraag is afgewezen.",
        "De aanvraag die u op 3 maart bij de gemeente hebt ingediend, is afgewezen.",
    ),
    (
        "Wij sturen u de door u op 4 mei bij de balie ingeleverde foto terug.",
        "Wij sturen u de foto terug die u op 4 mei bij de balie hebt ingeleverd.",
    ),
    (
        "De door de aannemer tijdens de werkzaamheden in uw straat geplaatste borden blijven staan.",
        "De borden die de aannemer tijdens de werkzaamheden in uw straat heeft geplaatst, blijven staan.",
    ),
    (
        "Wij hebben uw verzoek om een gehandicaptenparkeerplaats voor uw woning aan de Lindelaan vorige week ontvangen.",
        "Uw verzoek om een gehandicaptenparkeerplaats voor uw woning aan de Lindelaan hebben wij vorige week ontvangen.",
    ),
    (
        "U moet de rekening voor het onderzoek van uw hond bij de dierenarts in Lelystad zelf betalen.",
        "De rekening voor het onderzoek van uw hond bij de dierenarts in Lelystad moet u zelf betalen.",
    ),
    (
        "Het wijkteam mag dit alleen na een gesprek met de ouders van het kind besluiten.",
        "Het wijkteam mag dit alleen besluiten na een gesprek met de ouders van het kind.",
    ),
    (
        "Daarom kan de school pas na de laatste dag van de vakantie de roosters sturen.",
        "Daarom kan de school de roosters pas sturen na de laatste dag van de vakantie.",
    ),
    (
        "De wijkraad heeft voor de verdeling van het geld onder de clubs drie voorstellen gemaakt.",
        "De wijkraad heeft drie voorstellen gemaakt voor de verdeling van het geld onder de clubs.",
    ),
    (
        "U kunt binnen zes weken na de datum van deze brief bezwaar maken.",
        "U kunt bezwaar maken binnen zes weken na de datum van deze brief.",
    ),
    (
        "Wij willen met alle bewoners van de wijk over de nieuwe speelplek praten.",
        "Wij willen praten met alle bewoners van de wijk over de nieuwe speelplek.",
    ),
    (
        "De werkzaamheden worden door de aannemer in de eerste week van de maand juni uitgevoerd.",
        "De werkzaamheden worden door de aannemer uitgevoerd in de eerste week van de maand juni.",
    ),
    (
        "Wij hebben op basis van de gegevens uit uw aanvraag en de bijlagen uw bijdrage berekend.",
        "Wij hebben uw bijdrage berekend op basis van de gegevens uit uw aanvraag en de bijlagen.",
    ),
    (
        "Wij zullen u na afloop van de procedure met een brief over de uitkomst informeren.",
        "Wij zullen u informeren na afloop van de procedure met een brief over de uitkomst.",
    ),
    (
        "Het college heeft op grond van artikel 5 van de verordening uw aanvraag om bijzondere bijstand afgewezen.",
        "Het college heeft uw aanvraag om bijzondere bijstand afgewezen op grond van artikel 5 van de verordening.",
    ),
    (
        "Wij hebben uw klacht over het gedrag van de medewerker van de milieustraat naar de klachtencommissie gestuurd.",
        "Uw klacht over het gedrag van de medewerker van de milieustraat hebben wij naar de klachtencommissie gestuurd.",
    ),
    (
        "De klantmanager neemt binnen twee weken na ontvangst van uw aanvraag telefonisch contact met u op.",
        "De klantmanager neemt telefonisch contact met u op binnen twee weken na ontvangst van uw aanvraag.",
    ),
    (
        "De op 12 februari door de gemeenteraad vastgestelde verordening staat op onze website.",
        "De verordening die de gemeenteraad op 12 februari heeft vastgesteld, staat op onze website.",
    ),
    (
        "U krijgt de in januari door u te veel betaalde belasting terug.",
        "U krijgt de belasting terug die u in januari te veel hebt betaald.",
    ),
    (
        "Het door uw huisarts op ons verzoek ingevulde formulier hebben wij ontvangen.",
        "Het formulier dat uw huisarts op ons verzoek heeft ingevuld, hebben wij ontvangen.",
    ),
    (
        "De in deze brief en in de bijlage genoemde bedragen zijn zonder btw.",
        "De bedragen die in deze brief en in de bijlage zijn genoemd, zijn zonder btw.",
    ),
    (
        "Deze door de aannemer zonder vergunning geplaatste container moet weg.",
        "De container die de aannemer zonder vergunning heeft geplaatst, moet weg.",
    ),
    (
        "De kosten van het door u bij de gemeente gehuurde zaaltje betaalt u vooraf.",
        "De kosten van het zaaltje dat u bij de gemeente huurt, betaalt u vooraf.",
    ),
    (
        "Een door de buurman op uw grond geplaatste schutting mag u niet zelf weghalen.",
        "Een schutting die de buurman op uw grond heeft geplaatst, mag u niet zelf weghalen.",
    ),
    (
        "Wij verwijzen naar de door ons op 3 maart aan u gestuurde brief.",
        "Wij verwijzen naar de brief die wij op 3 maart aan u hebben gestuurd.",
    ),
    (
        "Neem de door u ingevulde en ondertekende formulieren mee.",
        "Neem de formulieren mee die u hebt ingevuld en ondertekend.",
    ),
    (
        "Wij hebben op 4 mei in het gemeentehuis met uw begeleider over uw situatie gesproken.",
        "Wij hebben op 4 mei in het gemeentehuis met uw begeleider gesproken over uw situatie.",
    ),
    (
        "U moet binnen twee weken na de dagtekening van deze beschikking het volledige bedrag betalen.",
        "U moet het volledige bedrag betalen binnen twee weken na de dagtekening van deze beschikking.",
    ),
    (
        "Wij hebben uw aanvraag voor een traplift en een aangepaste badkamer in goede orde ontvangen.",
        "Uw aanvraag voor een traplift en een aangepaste badkamer hebben wij in goede orde ontvangen.",
    ),
    (
        "De afvalinzamelaar zet de container na het legen op dezelfde plek aan de weg terug.",
        "De afvalinzamelaar zet de container na het legen terug op dezelfde plek aan de weg.",
    ),
    (
        "Wij nemen na het einde van de bezwaartermijn zo snel mogelijk contact met u op.",
        "Wij nemen zo snel mogelijk contact met u op na het einde van de bezwaartermijn.",
    ),
    (
        "Het waterschap heeft in verband met de lage waterstand in de sloten een sproeiverbod ingesteld.",
        "Het waterschap heeft een sproeiverbod ingesteld in verband met de lage waterstand in de sloten.",
    ),
    (
        "Wij hebben naar aanleiding van uw brief van 12 februari een onderzoek ingesteld.",
        "Wij hebben een onderzoek ingesteld naar aanleiding van uw brief van 12 februari.",
    ),
    (
        "U kunt tot uiterlijk 1 december van dit jaar een nieuwe aanvraag indienen.",
        "U kunt een nieuwe aanvraag indienen tot uiterlijk 1 december van dit jaar.",
    ),
    (
        "De gemeente heeft vanwege de hoge kosten van het onderhoud het zwembad gesloten.",
        "De gemeente heeft het zwembad gesloten vanwege de hoge kosten van het onderhoud.",
    ),
    (
        "Wij hebben de door u in uw brief van 3 mei genoemde argumenten bekeken.",
        "Wij hebben de argumenten bekeken die u in uw brief van 3 mei hebt genoemd.",
    ),
    (
        "De ambtenaar zal u tijdens het gesprek op het gemeentehuis naar uw plannen vragen.",
        "De ambtenaar zal u tijdens het gesprek op het gemeentehuis vragen naar uw plannen.",
    ),
    (
        "Het college kan in bijzondere gevallen van de regels in deze verordening afwijken.",
        "Het college kan in bijzondere gevallen afwijken van de regels in deze verordening.",
    ),
    (
        "U moet de wijziging van uw inkomen binnen een week aan ons doorgeven.",
        "De wijziging van uw inkomen moet u binnen een week aan ons doorgeven.",
    ),
    (
        "De commissie heeft op grond van de stukken en het gesprek met u een advies gegeven.",
        "De commissie heeft een advies gegeven op grond van de stukken en het gesprek met u.",
    ),
    (
        "Wij hebben de kosten van de begrafenis van uw moeder al aan de uitvaartondernemer betaald.",
        "De kosten van de begrafenis van uw moeder hebben wij al aan de uitvaartondernemer betaald.",
    ),
    (
        "De inspecteur heeft bij de controle van uw bedrijf op 4 april drie gebreken gevonden.",
        "De inspecteur heeft op 4 april drie gebreken gevonden bij de controle van uw bedrijf.",
    ),
    (
        "De wijkagent gaat samen met een medewerker van de gemeente alle bewoners van de straat bezoeken.",
        "De wijkagent gaat alle bewoners van de straat bezoeken samen met een medewerker van de gemeente.",
    ),
    (
        "De eigenaar moet op eigen kosten binnen drie maanden na dit besluit de schuur afbreken.",
        "De eigenaar moet op eigen kosten de schuur afbreken binnen drie maanden na dit besluit.",
    ),
    (
        "Het in artikel 4 van de verordening genoemde bedrag is dit jaar hoger.",
        "Het bedrag dat in artikel 4 van de verordening is genoemd, is dit jaar hoger.",
    ),
    (
        "De nog niet door u terugbetaalde lening moet u voor 1 juli aflossen.",
        "De lening die u nog niet hebt terugbetaald, moet u voor 1 juli aflossen.",
    ),
    (
        "De door de rechtbank Midden-Nederland op 8 mei gedane uitspraak kunt u online lezen.",
        "De uitspraak die de rechtbank Midden-Nederland op 8 mei heeft gedaan, kunt u online lezen.",
    ),
    (
        "De in het park en langs het water geplante bomen komen uit onze kwekerij.",
        "De bomen die in het park en langs het water zijn geplant, komen uit onze kwekerij.",
    ),
    (
        "Het met steun van de provincie in 2019 gebouwde fietspad krijgt een nieuwe laag asfalt.",
        "Het fietspad dat met steun van de provincie in 2019 is gebouwd, krijgt een nieuwe laag asfalt.",
    ),
    (
        "De gemeenteraad heeft in zijn vergadering van 12 maart het bestemmingsplan voor het centrum vastgesteld.",
        "De gemeenteraad heeft het bestemmingsplan voor het centrum vastgesteld in zijn vergadering van 12 maart.",
    ),
    (
        "U krijgt de te veel betaalde belasting binnen acht weken na dit besluit terug.",
        "U krijgt de te veel betaalde belasting terug binnen acht weken na dit besluit.",
    ),
]
NOT_SURE = [
    "Uw in de maanden maart en april te veel betaalde huur krijgt u terug.",
    "De wethouder legt het plan voor een nieuwe school in het noorden van het dorp morgen uit.",
    "Wij sturen alle eigenaren van een woning met een rieten dak binnen drie weken een folder toe.",
    "U moet uw oude paspoort bij het ophalen van uw nieuwe paspoort aan de medewerker van de balie geven.",
    "Wij halen het grofvuil op de eerste maandag van de maand tussen 8.00 en 12.00 uur op.",
    "U mag uw auto vanaf 1 juli zonder vergunning niet meer in de straten rond het station parkeren.",
    "Wij kunnen uw op 4 april bij ons binnengekomen bezwaar niet behandelen.",
    "U moet het formulier samen met een kopie van uw paspoort voor 1 juni opsturen.",
    "Ik heb uw brief over de geluidsoverlast van het café naast uw woning met aandacht gelezen.",
    "Wij hebben uw kind voor het nieuwe schooljaar op de wachtlijst van de school geplaatst.",
    "U mag uw hond in het park aan de Kerkstraat niet los laten lopen.",
    "Wij zullen het door u gevraagde document na ontvangst van de betaling opsturen.",
    "Ik wil u graag voor een gesprek over uw re-integratie op ons kantoor aan de Kade uitnodigen.",
    "De voor het plaatsen van de container benodigde vergunning vraagt u bij ons aan.",
    "Een voor het hele gezin bedoelde voorstelling begint om 14.00 uur.",
    "De gemeente stuurt de door beide partners ondertekende overeenkomst binnen een week op.",
    "Wij kunnen u op dit moment nog geen duidelijkheid over de precieze datum geven.",
    "U kunt uw mening over het plan tot 1 mei met een zienswijze aan ons laten weten.",
    "De bewoners hebben vorige week tijdens een bijeenkomst in het buurthuis hun zorgen geuit.",
    "Het wijkteam gaat de komende weken bij alle ouderen in uw buurt langs.",
]


def offered(checker: Checker, text: str) -> list[str]:
    """The text with the suggestion of each finding of these rules in its place."""
    found = [f for f in checker.check_text(text).findings if f.rule in RULES]
    return [text[: f.start] + str(f.expected[0]) + text[f.end :] for f in found if f.expected]


@pytest.mark.parametrize(("text", "better"), OPENED)
def test_a_brace_is_opened(checker: Checker, text: str, better: str) -> None:
    assert better in offered(checker, text)


@pytest.mark.parametrize("text", NOT_SURE)
def test_silent_where_it_is_not_certain(checker: Checker, text: str) -> None:
    assert offered(checker, text) == []
