"""A passive with a doer is offered in the active voice, in right Dutch, or not at all."""

from __future__ import annotations

import pytest

from duidelijk import Checker
from duidelijk.suggesting.wording import Style

ACTIVE = [
    ("De subsidie is door ons berekend.", "Wij hebben de subsidie berekend."),
    (
        "Volgend jaar wordt de school door de gemeente verbouwd.",
        "Volgend jaar verbouwt de gemeente de school.",
    ),
    ("Het formulier moet door u voor 1 mei worden ingevuld.", "U moet het formulier voor 1 mei invullen."),
    ("U krijgt een brief die door ons is verstuurd.", "U krijgt een brief die wij hebben verstuurd."),
    (
        "Uw aanvraag wordt binnen acht weken door het college beoordeeld.",
        "Het college beoordeelt uw aanvraag binnen acht weken.",
    ),
    (
        "Uw aanvraag, die op 3 maart door ons is ontvangen, wordt door het college beoordeeld.",
        "Het college beoordeelt uw aanvraag, die op 3 maart door ons is ontvangen.",
    ),
    (
        "In het gesprek dat door de consulent met u wordt gevoerd, kunt u vragen stellen.",
        "In het gesprek dat de consulent met u voert, kunt u vragen stellen.",
    ),
    (
        "De kosten die door u zijn gemaakt, worden door ons niet vergoed.",
        "De kosten die u hebt gemaakt, worden door ons niet vergoed.",
    ),
    (
        "U bent door ons op 12 maart schriftelijk uitgenodigd voor een gesprek.",
        "Wij hebben u op 12 maart schriftelijk uitgenodigd voor een gesprek.",
    ),
    (
        "Wij delen u mee dat uw aanvraag door het college is afgewezen.",
        "Wij delen u mee dat het college uw aanvraag heeft afgewezen.",
    ),
    (
        "Kan het formulier ook door mijn partner worden ingevuld?",
        "Kan mijn partner het formulier ook invullen?",
    ),
    ("De weg is gisteren door de aannemer afgesloten.", "De aannemer heeft de weg gisteren afgesloten."),
    (
        "Het plan zal in het voorjaar door de gemeenteraad worden vastgesteld.",
        "De gemeenteraad zal het plan in het voorjaar vaststellen.",
    ),
    (
        "Het bedrag wordt door ons voor 1 juli teruggestort op uw rekening.",
        "Wij storten het bedrag voor 1 juli terug op uw rekening.",
    ),
    (
        "Als het formulier door u niet op tijd wordt ingeleverd, vervalt uw recht op bijstand.",
        "Als u het formulier niet op tijd inlevert, vervalt uw recht op bijstand.",
    ),
    ("De boete werd door de politie opgelegd.", "De politie legde de boete op."),
    (
        "Omdat de container door uw buren was beschadigd, hebben wij een nieuwe geplaatst.",
        "Omdat uw buren de container hadden beschadigd, hebben wij een nieuwe geplaatst.",
    ),
    ("U wordt door de consulent gebeld.", "De consulent belt u."),
    (
        "Ik werd door de gemeente niet geïnformeerd over de bouw.",
        "De gemeente informeerde mij niet over de bouw.",
    ),
    (
        "Elke melding wordt door onze medewerkers serieus genomen.",
        "Onze medewerkers nemen elke melding serieus.",
    ),
    ("Er wordt door de gemeente een nieuw fietspad aangelegd.", "De gemeente legt een nieuw fietspad aan."),
    (
        "De kosten kunnen door de gemeente worden verhaald op de eigenaar.",
        "De gemeente kan de kosten verhalen op de eigenaar.",
    ),
    (
        "Afwijkingen van het plan dienen geaccordeerd te worden door de commissie.",
        "De commissie moet afwijkingen van het plan accorderen.",
    ),
    ("Het bezwaarschrift dient door u te worden ondertekend.", "U moet het bezwaarschrift ondertekenen."),
    ("Het formulier hoeft niet door u te worden ingevuld.", "U hoeft het formulier niet in te vullen."),
    ("Uw gegevens worden door ons gecontroleerd en bewaard.", "Wij controleren en bewaren uw gegevens."),
    (
        "De aanvraag is door ons ontvangen en geregistreerd.",
        "Wij hebben de aanvraag ontvangen en geregistreerd.",
    ),
    (
        "Dit kan vastgesteld worden door een arts of psycholoog.",
        "Een arts of psycholoog kan dit vaststellen.",
    ),
    ("Wij vragen u of de factuur door u al betaald is.", "Wij vragen u of u de factuur al betaald hebt."),
    ("Door de gemeente wordt een nieuw fietspad aangelegd.", "De gemeente legt een nieuw fietspad aan."),
    ("Zij worden door ons op de hoogte gehouden.", "Wij houden hen op de hoogte."),
    (
        "De school werd door de ouders en de leerkrachten gebouwd.",
        "De ouders en de leerkrachten bouwden de school.",
    ),
    (
        "Als de bijdrage niet door u kan worden betaald, belt u ons.",
        "Als u de bijdrage niet kunt betalen, belt u ons.",
    ),
    ("De brieven waren door mij al verstuurd.", "Ik had de brieven al verstuurd."),
    (
        "Uw huishoudelijke hulp wordt vanaf 1 januari door Zorgbureau De Linde gegeven.",
        "Zorgbureau De Linde geeft uw huishoudelijke hulp vanaf 1 januari.",
    ),
    (
        "Tijdens het onderzoek is door de inspecteur vastgesteld dat de schuur te hoog is.",
        "Tijdens het onderzoek heeft de inspecteur vastgesteld dat de schuur te hoog is.",
    ),
    (
        "Vorige maand is door onze afdeling een brief naar u gestuurd.",
        "Vorige maand heeft onze afdeling een brief naar u gestuurd.",
    ),
    (
        "De melding wordt binnen drie werkdagen in behandeling genomen door een medewerker van de gemeente.",
        "Een medewerker van de gemeente neemt de melding binnen drie werkdagen in behandeling.",
    ),
    (
        "Het kind wordt door de school aangemeld bij het samenwerkingsverband.",
        "De school meldt het kind aan bij het samenwerkingsverband.",
    ),
    ("De wijkagent wordt door de buurt gewaardeerd.", "De buurt waardeert de wijkagent."),
    (
        "Mocht de rekening niet door u worden betaald, dan schakelen wij een deurwaarder in.",
        "Mocht u de rekening niet betalen, dan schakelen wij een deurwaarder in.",
    ),
    (
        "De bomen langs de Kerkstraat worden in februari door een hovenier gesnoeid.",
        "Een hovenier snoeit de bomen langs de Kerkstraat in februari.",
    ),
    (
        "Uw bezwaar is door de commissie gegrond verklaard.",
        "De commissie heeft uw bezwaar gegrond verklaard.",
    ),
    ("Wordt de cursus door de bibliotheek gegeven?", "Geeft de bibliotheek de cursus?"),
    ("De cliënt wordt door de consulent begeleid naar werk.", "De consulent begeleidt de cliënt naar werk."),
    ("De uitkering kan door ons worden stopgezet.", "Wij kunnen de uitkering stopzetten."),
    ("De vragen werden door de wethouder beantwoord.", "De wethouder beantwoordde de vragen."),
    (
        "Uw kind wordt door het jeugdteam geholpen als u dat wilt.",
        "Het jeugdteam helpt uw kind als u dat wilt.",
    ),
    (
        "U bent door de rechtbank veroordeeld tot het betalen van een boete.",
        "De rechtbank heeft u veroordeeld tot het betalen van een boete.",
    ),
    (
        "De vergunning is door het college van burgemeester en wethouders op 12 mei geweigerd.",
        "Het college van burgemeester en wethouders heeft de vergunning op 12 mei geweigerd.",
    ),
    ("Dit besluit is genomen door de burgemeester.", "De burgemeester heeft dit besluit genomen."),
    ("De kosten worden niet door de verzekering vergoed.", "De verzekering vergoedt de kosten niet."),
    (
        "De aanvraag zal door ons zo snel mogelijk worden afgehandeld.",
        "Wij zullen de aanvraag zo snel mogelijk afhandelen.",
    ),
    (
        "Daarbij werd door de bewoners aangegeven dat de straat te smal is.",
        "Daarbij gaven de bewoners aan dat de straat te smal is.",
    ),
    (
        "De parkeerplaats wordt door bezoekers van het ziekenhuis gebruikt.",
        "Bezoekers van het ziekenhuis gebruiken de parkeerplaats.",
    ),
    (
        "Het formulier, dat door uw huisarts moet worden ondertekend, vindt u op onze website.",
        "Het formulier, dat uw huisarts moet ondertekenen, vindt u op onze website.",
    ),
    (
        "Nadat uw aanvraag door ons is goedgekeurd, krijgt u de pas.",
        "Nadat wij uw aanvraag hebben goedgekeurd, krijgt u de pas.",
    ),
    (
        "De afspraken die door u en de gemeente zijn gemaakt, staan in het plan.",
        "De afspraken die u en de gemeente hebben gemaakt, staan in het plan.",
    ),
    ("Hoe wordt de eigen bijdrage door het CAK berekend?", "Hoe berekent het CAK de eigen bijdrage?"),
    (
        "De straat is tussen 8.00 en 17.00 uur door de politie afgezet.",
        "De politie heeft de straat tussen 8.00 en 17.00 uur afgezet.",
    ),
    (
        "Uw gegevens worden door de gemeente gebruikt om uw aanvraag te beoordelen.",
        "De gemeente gebruikt uw gegevens om uw aanvraag te beoordelen.",
    ),
    (
        "Als u door de gemeente wordt gevraagd om mee te werken, bent u dat verplicht.",
        "Als de gemeente u vraagt om mee te werken, bent u dat verplicht.",
    ),
    (
        "De leges worden bij u in rekening gebracht door de gemeente.",
        "De gemeente brengt de leges bij u in rekening.",
    ),
    ("De plannen zijn door veel inwoners bekeken.", "Veel inwoners hebben de plannen bekeken."),
    ("De hulp wordt door vrijwilligers gegeven.", "Vrijwilligers geven de hulp."),
    (
        "U wordt binnen een week door een van onze medewerkers teruggebeld.",
        "Een van onze medewerkers belt u binnen een week terug.",
    ),
    ("Uw verzoek wordt door de klachtencommissie behandeld.", "De klachtencommissie behandelt uw verzoek."),
    ("Heeft u een hond? Die moet door u worden aangemeld.", "Heeft u een hond? Die moet u aanmelden."),
    (
        "Vanaf 2026 wordt de huur door de woningcorporatie verhoogd.",
        "Vanaf 2026 verhoogt de woningcorporatie de huur.",
    ),
    (
        "De rolstoel wordt door de leverancier thuis afgeleverd.",
        "De leverancier levert de rolstoel thuis af.",
    ),
    (
        "Omdat de schuur door de vorige eigenaar is gebouwd, hoeft u hem niet af te breken.",
        "Omdat de vorige eigenaar de schuur heeft gebouwd, hoeft u hem niet af te breken.",
    ),
    (
        "Wij controleren of de tuin door u goed wordt onderhouden.",
        "Wij controleren of u de tuin goed onderhoudt.",
    ),
    (
        "Uw gegevens mogen niet door ons worden doorgegeven aan anderen.",
        "Wij mogen uw gegevens niet doorgeven aan anderen.",
    ),
    (
        "De ouders zijn door de school gevraagd om te helpen.",
        "De school heeft de ouders gevraagd om te helpen.",
    ),
    ("De taxi zal door ons worden betaald.", "Wij zullen de taxi betalen."),
    (
        "Ons team wordt elk jaar door een onafhankelijk bureau beoordeeld.",
        "Een onafhankelijk bureau beoordeelt ons team elk jaar.",
    ),
    (
        "De leerling wordt door de leerplichtambtenaar uitgenodigd voor een gesprek op school.",
        "De leerplichtambtenaar nodigt de leerling uit voor een gesprek op school.",
    ),
    ("De bestelling is door mij op 4 maart teruggestuurd.", "Ik heb de bestelling op 4 maart teruggestuurd."),
    ("Wij zijn door de politie gewaarschuwd.", "De politie heeft ons gewaarschuwd."),
    ("Ik ben door u verkeerd begrepen.", "U hebt mij verkeerd begrepen."),
    ("Het wordt door veel bewoners gemist.", "Veel bewoners missen het."),
    (
        "Het water wordt afgesloten als de rekening niet door de huurder wordt betaald.",
        "Het water wordt afgesloten als de huurder de rekening niet betaalt.",
    ),
    (
        "De vraag is of het hek door de gemeente mag worden geplaatst.",
        "De vraag is of de gemeente het hek mag plaatsen.",
    ),
    (
        "De gegevens die door uw werkgever zijn doorgegeven, kloppen niet.",
        "De gegevens die uw werkgever heeft doorgegeven, kloppen niet.",
    ),
    (
        "In de bijlage ziet u welke stukken door ons zijn bekeken.",
        "In de bijlage ziet u welke stukken wij hebben bekeken.",
    ),
    ("De lantaarnpaal zou door de aannemer worden vervangen.", "De aannemer zou de lantaarnpaal vervangen."),
    (
        "De afvalbakken worden op dinsdag en vrijdag door de gemeente geleegd.",
        "De gemeente leegt de afvalbakken op dinsdag en vrijdag.",
    ),
    ("De klacht wordt door een medewerker met u besproken.", "Een medewerker bespreekt de klacht met u."),
    ("Hij wordt door de arts onderzocht.", "De arts onderzoekt hem."),
    ("Jij wordt door de jongerenwerker gebeld.", "De jongerenwerker belt jou."),
    (
        "Wij hopen dat de trap door de verhuurder wordt gerepareerd.",
        "Wij hopen dat de verhuurder de trap repareert.",
    ),
    ("Het besluit kan door de rechter worden vernietigd.", "De rechter kan het besluit vernietigen."),
]

NOT_SURE = [
    "De kosten worden niet door de verzekering, maar door de gemeente vergoed.",
    "De straat is door de storm afgesloten.",
    "De aanvraag is door een fout niet verwerkt.",
    "Het bedrag wordt door middel van een incasso geïnd.",
    "De weg wordt door werkzaamheden afgesloten.",
    "U wordt door deze regels beschermd.",
    "Wordt uw kind geholpen door zijn broer?",
    "De plannen worden door de gemeente gemaakt en liggen daarna ter inzage.",
    "Het huis is door de huurder en zijn vrouw geschilderd.",
    "Door wie wordt de aanvraag behandeld?",
    "Geen bezwaar is door ons ontvangen.",
    "De school die door de ouder wordt gekozen.",
    "De wethouder die door de burgemeester wordt vervangen, gaat met pensioen.",
    "Hij is door zijn werkgever ontslagen.",
    "Geen enkele aanvraag wordt door ons vergeten.",
    "De woning is door de vorige eigenaar en zijn zoon verbouwd.",
    "De hond moet door de eigenaar aan de lijn worden gehouden.",
    "Deze regels zijn door de gemeenteraad op 3 juni vastgesteld en gelden voor iedereen.",
    "De werkzaamheden worden uitgevoerd door aannemersbedrijf Jansen BV en duren tot mei.",
    "Uw verzoek wordt binnen acht weken behandeld.",
]


def offered(checker: Checker, text: str) -> list[str]:
    """The text with the suggestion of each passive in its place."""
    found = [f for f in checker.check_text(text).findings if f.rule == "lijdende-vorm"]
    return [text[: f.start] + str(f.expected[0]) + text[f.end :] for f in found if f.expected]


@pytest.mark.parametrize(("passive", "active"), ACTIVE)
def test_passive_with_a_doer_becomes_active(checker: Checker, passive: str, active: str) -> None:
    assert active in offered(checker, passive)


@pytest.mark.parametrize("text", NOT_SURE)
def test_silent_where_doer_or_order_is_not_certain(checker: Checker, text: str) -> None:
    assert offered(checker, text) == []


def test_without_a_doer_there_is_only_a_question(checker: Checker) -> None:
    (finding,) = [
        f for f in checker.check_text("Uw verzoek wordt behandeld.").findings if f.rule == "lijdende-vorm"
    ]
    assert finding.choices
    assert not finding.expected


@pytest.mark.parametrize(
    ("have", "active"), [("hebt", "U hebt dit gekozen."), ("heeft", "U heeft dit gekozen.")]
)
def test_the_writer_chooses_between_u_hebt_and_u_heeft(checker: Checker, have: str, active: str) -> None:
    own = Checker(pipeline=None)
    own.style = Style(have=have)
    assert offered(own, "Dit is door u gekozen.") == [active]
