"""Rules on whole letters and pages: their thresholds, genres, anchors and strict profile."""

from __future__ import annotations

import pytest

from duidelijk import Checker, checking, reading
from duidelijk.checks.list_form import list_form
from duidelijk.language.analysis import analyse
from duidelijk.language.asking import is_instruction, words_of
from duidelijk.language.requesting import sorts
from duidelijk.language.tabular import lexicon
from duidelijk.model import Finding, Genre
from duidelijk.rulebook import load
from tests.trees import ADV, DET, INF, NOUN, PRON, PRT, PV, tree

LETTER_RULES = ("kernboodschap", "actie-en-termijn", "contactgegevens")
ALL = (*LETTER_RULES, "tussenkopjes", "lijst", "lengte")


def found(
    checker: Checker, rule: str, text: str, genre: Genre | None = "brief", profile: str = "standaard"
) -> tuple[Finding, ...]:
    own = load(profile=profile).rule(rule)
    assert own is not None
    document = reading.read_text(text, genre=genre)
    return checking.find([own], analyse(document, checker._nlp, checker.pipeline))[0]


def letter(*paragraphs: str, subject: str = "", below: str = "") -> str:
    head = f"Onderwerp: {subject}\n\n" if subject else ""
    body = "\n\n".join(paragraphs)
    return f"{head}Geachte heer Bos,\n\n{body}\n\nMet vriendelijke groet,\n\nAnne de Wit{below}\n"


def prose(words: int) -> str:
    """So many words in sentences of ten."""
    sentence = "De trein naar de stad rijdt elke dag op tijd. "
    return (sentence * (words // 10 + 1))[: len(sentence) * (words // 10)].strip()


@pytest.mark.parametrize("rule", ALL)
def test_all_are_silent_where_the_genre_is_unknown(checker: Checker, rule: str) -> None:
    text = f"Inleiding\n\n{prose(1200)}\n\n- een;\n- twee;\n\nStuur het formulier op."
    assert found(checker, rule, text, "onbekend") == ()


@pytest.mark.parametrize("rule", LETTER_RULES)
def test_rules_for_letters_are_silent_on_a_page(checker: Checker, rule: str) -> None:
    assert found(checker, rule, "De raad heeft een wet gemaakt. Stuur het formulier op.", "web") == ()


# lengte

LENGTHS: list[tuple[Genre, int]] = [("brief", 450), ("mail", 250), ("web", 1000), ("besluit", 900)]


@pytest.mark.parametrize(("genre", "most"), LENGTHS)
def test_each_genre_has_its_own_length(checker: Checker, genre: Genre, most: int) -> None:
    assert found(checker, "lengte", letter(prose(most)), genre) == ()
    (finding,) = found(checker, "lengte", letter(prose(most + 10)), genre)
    assert finding.actual == "De trein naar de stad rijdt elke dag op tijd."
    assert str(most) in finding.message


def test_strict_profile_wants_shorter_letters(checker: Checker) -> None:
    (finding,) = found(checker, "lengte", letter(prose(310)), profile="streng")
    assert finding.severity == "waarschuwing"


# tussenkopjes


@pytest.mark.parametrize(
    ("genre", "words", "missing"),
    [("brief", 140, 0), ("brief", 150, 1), ("mail", 190, 0), ("mail", 200, 1), ("besluit", 150, 1)],
)
def test_headings_are_missed_from_a_number_of_words(
    checker: Checker, genre: Genre, words: int, missing: int
) -> None:
    text = letter(prose(60), prose(words - 60))
    assert len(found(checker, "tussenkopjes", text, genre)) == missing


def test_heading_should_come_behind_the_introduction(checker: Checker) -> None:
    text = letter(prose(20), prose(30), f"Morgen gaat de bus niet. {prose(100)}")
    (finding,) = found(checker, "tussenkopjes", text)
    assert (finding.actual, finding.severity) == ("Morgen gaat de bus", "waarschuwing")


def test_long_stretch_below_a_heading_gets_one_in_the_middle(checker: Checker) -> None:
    parts = ("U krijgt een pas.", "Wat gaan wij doen?", prose(130), f"Morgen gaat de bus niet. {prose(120)}")
    (finding,) = found(checker, "tussenkopjes", letter(*parts))
    assert finding.actual == "Morgen gaat de bus"
    assert found(checker, "tussenkopjes", letter(*parts[:3], prose(110))) == ()


@pytest.mark.parametrize(
    ("heading", "severity"),
    [
        ("Overige informatie", "tip"),
        ("2. Algemeen", "tip"),
        ("Wat moet u doen?", None),
        ("Informatie over de bus", None),
    ],
)
def test_heading_that_says_nothing_is_a_tip(checker: Checker, heading: str, severity: str | None) -> None:
    text = letter("U krijgt een nieuwe pas.", heading, "De pas komt met de post. U hoeft niets te doen.")
    assert [f.severity for f in found(checker, "tussenkopjes", text)] == ([severity] if severity else [])


def test_title_of_a_page_is_no_heading_in_it(checker: Checker) -> None:
    assert len(found(checker, "tussenkopjes", f"Bus en trein\n\n{prose(80)}\n\n{prose(80)}", "web")) == 1


# lijst


@pytest.mark.parametrize(
    ("items", "profile", "hits"), [(7, "standaard", 0), (8, "standaard", 1), (6, "streng", 1)]
)
def test_a_list_has_a_number_of_items_at_most(checker: Checker, items: int, profile: str, hits: int) -> None:
    text = "Neem mee:\n\n" + "\n".join(f"- een sleutel voor deur {n}" for n in range(items))
    assert len(found(checker, "lijst", text, "web", profile)) == hits


def test_each_semicolon_is_marked(checker: Checker) -> None:
    text = "Neem mee:\n\n- een jas;\n- een tas; en\n- een zaklamp."
    (finding,) = found(checker, "lijst", text, "web", "streng")
    assert [text[start:end] for start, end in finding.marks] == [";", ";"]


def test_most_is_a_setting(checker: Checker) -> None:
    document = reading.read_text("Neem mee:\n\n- een jas\n- een tas\n- een zaklamp", genre="web")
    hits = list_form(analyse(document, checker._nlp, checker.pipeline), most=2)
    assert [hit.detail["kind"] for hit in hits] == ["veel"]


# kernboodschap

BACKGROUND = "De raad heeft vorig jaar een nieuwe verordening vastgesteld."
OPENINGS = [
    ("U krijgt een vergoeding van € 40.", True),
    ("Wij hebben besloten het plein te bestraten.", True),
    ("Uw paspoort verloopt binnenkort.", True),
    ("Helaas kunnen wij uw klacht niet oplossen.", True),
    ("De Kerkweg is van 3 mei tot en met 9 mei afgesloten.", True),
    ("Wij beginnen op 12 mei met het snoeien van de bomen.", True),
    ("Wilt u ons voor 1 juni laten weten of u komt?", True),
    ("Wij verzoeken u de sleutel terug te brengen.", True),
    ("U bent van harte welkom op ons spreekuur.", True),
    ("Kom naar de open dag in het zwembad.", True),
    ("U vroeg om een spiegel in de bocht. Wij plaatsen geen spiegel.", True),
    ("U voldoet niet aan de regels.", True),
    ("Uit onderzoek blijkt dat u samenwoont.", True),
    ("Hierbij delen wij u mee dat u te veel heeft ontvangen.", True),
    ("Wij zijn van plan uw pand te sluiten.", True),
    ("Wij verwachten u op het stadhuis.", True),
    ("Wij hebben uw betaling nog niet gezien.", True),
    ("U vroeg om een bank bij de vijver. Die bank komt er.", True),
    ("Hieronder leest u waarom u geen geld krijgt.", True),
    ("Hierbij bevestigen wij de ontvangst van uw klacht.", False),
    ("Uw klacht is in behandeling genomen door een medewerker.", False),
    ("Uw woning is vorige week bezocht door een inspecteur.", False),
    ("Daarbij is geconstateerd dat zich in de tuin een schuur bevindt.", False),
    ("U ontvangt informatie over het park.", False),
    ("Bij brief van 4 mei heeft u verzocht om een bank.", False),
    (BACKGROUND, False),
    ("Uw brief van 4 mei hebben wij ontvangen.", False),
    ("Uw aanvraag is op 4 mei ontvangen.", False),
    ("U ontvangt deze brief omdat u in de wijk woont.", False),
    ("Wij informeren u graag over de plannen met het park.", False),
    ("In deze brief kunt u lezen hoe het park ontstond.", False),
    ("Uw wijk is in de jaren zeventig gebouwd.", False),
    ("Wij werken aan een groene en veilige buurt.", False),
    ("Op 1 januari 2024 is de Omgevingswet in werking getreden.", False),
    ("Heeft u vragen? Dan kunt u bellen.", False),
]


@pytest.mark.parametrize(("opening", "tells"), OPENINGS, ids=[text for text, _ in OPENINGS])
def test_opening_tells_what_the_letter_means(checker: Checker, opening: str, tells: bool) -> None:
    assert (found(checker, "kernboodschap", letter(f"{opening} {BACKGROUND}")) == ()) is tells


@pytest.mark.parametrize(
    ("subject", "tells"),
    [
        ("u krijgt geen vergunning", True),
        ("betaal uw aanslag voor 1 juni", True),
        ("afwijzing van uw aanvraag", True),
        ("uw aanvraag bijzondere bijstand", False),
        ("beëindiging van uw huur", True),
        ("aanvraag verlenging van uw pas", False),
        ("parkeren", False),
    ],
)
def test_subject_line_may_tell_it_too(checker: Checker, subject: str, tells: bool) -> None:
    text = letter(f"{BACKGROUND} Het park ligt aan de vaart.", subject=subject)
    assert (found(checker, "kernboodschap", text) == ()) is tells


def test_news_must_come_in_the_first_words(checker: Checker) -> None:
    for words, hits in ((30, 0), (60, 1)):
        (text,) = (letter(f"{prose(words)} U krijgt een pas."),)
        assert len(found(checker, "kernboodschap", text)) == hits
    assert (
        len(found(checker, "kernboodschap", letter(f"{prose(30)} U krijgt een pas."), profile="streng")) == 1
    )


# actie-en-termijn

REQUESTS = [
    "Stuur ons het ingevulde formulier.",
    "Vul de vragenlijst in.",
    "Wilt u het bedrag overmaken?",
    "Zou u ons kunnen laten weten of u komt?",
    "Wij verzoeken u de gevraagde gegevens te verstrekken.",
    "U wordt verzocht het strookje te retourneren.",
    "U moet de schutting verwijderen.",
    "De bewijsstukken dienen te worden overgelegd.",
    "Gelieve de sleutel in te leveren.",
    "Graag ontvangen wij uw reactie.",
    "Het is belangrijk dat u het contract ondertekent.",
    "Stuurt u ons een kopie van de akte.",
    "De ontbrekende akte dient u alsnog over te leggen.",
    "Voor de beoordeling zijn de ontbrekende stukken nodig.",
    "Bewoners worden verzocht de kelder op te ruimen.",
    "Het college verzoekt u het hek te verwijderen.",
    "U bent verplicht om uw gegevens te verstrekken.",
    "U stuurt het contract naar ons terug.",
    "Wij wijzen u erop dat u het restant nog moet betalen.",
    "Wij verwachten uw betaling op onze rekening.",
    "Betaling dient te geschieden door overmaking.",
    "Bel ons om een afspraak te maken.",
    "Wilt u de lijst aan ons terugsturen?",
    "Laat u ons weten of u komt?",
    "Stuur ons de loonstroken van de laatste 3 maanden.",
    "Wij verzoeken u de op 3 mei toegezonden lijst in te vullen.",
    "Maak een afspraak op 14 0321, van maandag tot en met vrijdag van 9.00 tot 12.00 uur.",
    "De haag dient door de eigenaar te worden teruggesnoeid.",
    "Wilt u de sleutels bij ons brengen?",
    "U moet uw adres nog wijzigen.",
    "Controleer uw gegevens.",
    "Vaar uw boot naar een eigen ligplaats.",
    "Gaarne ontvang ik een exemplaar retour.",
    "Wij zien uw reactie met belangstelling tegemoet.",
    "Mogen wij u vragen de brief te vertalen?",
    "U voldoet dit bedrag onverwijld.",
    "Het is nodig dat u schriftelijk iets verklaart.",
    "Het niet bestede deel dient te worden teruggestort.",
]


@pytest.mark.parametrize("request_", REQUESTS)
def test_request_without_a_date_is_found(checker: Checker, request_: str) -> None:
    (finding,) = found(checker, "actie-en-termijn", letter(f"Er ligt een plan. {request_}"))
    assert finding.actual == request_


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize("term", ["Dat kan tot 1 mei.", "Doe dit binnen twee weken.", "Uiterlijk vrijdag."])
def test_request_with_a_date_beside_it_is_not(checker: Checker, request_: str, term: str) -> None:
    assert found(checker, "actie-en-termijn", letter(f"Er ligt een plan. {request_} {term}")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Heeft u vragen? Bel ons op 14 0321.",
        "Als u gaat verhuizen, geef dat dan aan ons door.",
        "Bel ons gerust als u meer wilt weten.",
        "U kunt het formulier ook mailen.",
        "Wij sturen u een nieuwe pas.",
        "De stukken moeten door de notaris worden ondertekend.",
        "U hoeft het formulier niet in te leveren.",
        "Bel ons op 14 0321.",
        "Op uw verzoek snoeien wij de heg.",
        "Er is u gevraagd om een foto te sturen.",
        "Wij zien u graag op het stadhuis.",
        "Wij ontvangen u graag op het gemeentehuis.",
        "Geef wijzigingen in uw gezin aan ons door.",
        "De kraam moet na elf uur verwijderd zijn.",
        "Betaalt u niet, dan sturen wij een aanmaning.",
        "Vul het formulier in aan de balie en neem uw pas mee.",
        "U kunt een pas aanvragen. Vul daarvoor het formulier in.",
        "Heeft u schade? Kijk op onze site. Of meld de schade met de app.",
        "Voor de vergunning gelden deze voorwaarden. U moet het terrein opruimen.",
        "U kunt bezwaar maken. Stuur uw brief naar het college.",
        "De brug moet worden gesloopt.",
        "Uw aanvraag moet nog worden beoordeeld.",
        "U dient er rekening mee te houden dat de waarde verandert.",
        "Betreft uw brief over het plein.",
        "Let op de drempel. Bewaar deze brief goed.",
        "U moet uw bank zelf bellen.",
        "Wilt u de foto’s bekijken? Wilt u iemand spreken? Dan kunt u bellen.",
    ],
)
def test_what_is_free_or_not_asked_of_the_reader_needs_no_date(checker: Checker, text: str) -> None:
    assert found(checker, "actie-en-termijn", letter(f"Er ligt een plan. {text}")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Voor 3 juni regelt u een aantal dingen. U maakt een lijst. U moet de lijst ook ondertekenen.",
        "Op 3 juni komt de monteur. Maak de kast leeg. Verwijder de planken.",
        "Lever de sleutel in bij uw eerste bezoek.",
        "Geef uw keuze deze week aan ons door.",
        "Vul de lijst in voordat u begint.",
        "Stuur de stukken op.\n\nHebben wij voor 3 juni niets ontvangen? Dan stopt uw aanvraag.",
        "Stuur de stukken op.\n\nDaarvoor heeft u twee weken de tijd.",
        "Zo betaalt u voor 3 juni\n\nMaak het bedrag over. Zet uw naam erbij.",
    ],
)
def test_date_elsewhere_counts_for_the_same_task(checker: Checker, text: str) -> None:
    assert found(checker, "actie-en-termijn", letter(f"Er ligt een plan. {text}")) == ()


@pytest.mark.parametrize(
    "below",
    [
        "De arts komt op 20 maart bij u langs.",
        "U moet de rekening voor 3 juni betalen.",
        "Wij nemen binnen acht weken een besluit.",
    ],
)
def test_date_of_something_else_in_another_paragraph_does_not(checker: Checker, below: str) -> None:
    text = letter("Er ligt een plan. Stuur ons een kopie van uw pas.", below)
    assert [f.actual for f in found(checker, "actie-en-termijn", text)] == ["Stuur ons een kopie van uw pas."]


def test_a_date_of_the_sender_is_no_date_for_the_reader(checker: Checker) -> None:
    text = letter("Stuur ons de tekening. U krijgt binnen drie weken antwoord.")
    assert len(found(checker, "actie-en-termijn", text)) == 1


def test_a_date_in_the_past_is_no_term(checker: Checker) -> None:
    text = letter("Op 3 mei vroeg u een pas aan. Stuur ons een pasfoto.")
    assert len(found(checker, "actie-en-termijn", text)) == 1


# contactgegevens


@pytest.mark.parametrize(
    ("line", "severities"),
    [
        ("Bel ons op 14 0321.", []),
        ("Bel (0321) 38 89 11.", []),
        ("Bel +31 6 12345678.", []),
        ("Bel naar 0321-38 89 11.", []),
        ("Bel Els Bos, 0321 38 89 11.", []),
        ("Bel +31 (0)321 38 89 11.", []),
        ("Bel 0031 321 388911.", []),
        ("Bel 0321/388911 of 14-0321.", []),
        ("Bel 0800-1234.", []),
        ("Het nummer is 2026-0123456789.", ["waarschuwing"]),
        ("Betaal op NL99BANK0123456789.", ["waarschuwing"]),
        ("Mail naar zorg@voorbeeldgemeente.nl.", []),
        ("Chat met ons op www.voorbeeldgemeente.nl.", []),
        ("Dit bericht komt van noreply@voorbeeldgemeente.nl.", ["waarschuwing"]),
        ("Betaal op NL99 BANK 0123 4567 89.", ["waarschuwing"]),
        ("De bijeenkomst is op 03-04-2026 om 10.00 uur.", ["waarschuwing"]),
        ("Schrijf naar Postbus 100, 8250 AC Dronten.", ["tip"]),
        ("Voor vragen kunt u zich wenden tot ondergetekende.", ["tip"]),
    ],
)
def test_ways_to_ask_something(checker: Checker, line: str, severities: list[str]) -> None:
    findings = found(checker, "contactgegevens", letter("U krijgt een pas.", line))
    assert [(f.severity, f.actual) for f in findings] == [(severity, line) for severity in severities]


def test_number_below_the_signature_counts(checker: Checker) -> None:
    text = letter("U krijgt een pas.", below="\nTelefoon: 14 0321")
    assert found(checker, "contactgegevens", text) == ()


@pytest.mark.parametrize(
    "line", ["Behandeld door: A. Bos, 14 0321", "Telefoon 0321 38 89 11", "Tel. 14 0321"]
)
def test_labelled_line_above_the_salutation_counts(checker: Checker, line: str) -> None:
    assert found(checker, "contactgegevens", f"{line}\n\n{letter('U krijgt een pas.')}") == ()


def test_name_below_a_letter_without_closing_is_not_marked(checker: Checker) -> None:
    text = "Geachte heer Bos,\n\nU krijgt een pas.\n\nNamens het college,\n\nA. Bos\nteamleider\n"
    assert [f.actual for f in found(checker, "contactgegevens", text)] == ["U krijgt een pas."]


@pytest.mark.parametrize(
    ("genre", "named"), [("brief", "De brief"), ("mail", "De mail"), ("besluit", "Het besluit")]
)
@pytest.mark.parametrize("rule", ["contactgegevens", "actie-en-termijn"])
def test_message_names_the_genre(checker: Checker, rule: str, genre: Genre, named: str) -> None:
    (finding,) = found(checker, rule, letter("Stuur ons het formulier."), genre)
    assert finding.message.startswith(named)


# doubtful parses


def test_instruction_is_known_by_form_whatever_the_label() -> None:
    sentence = tree(
        ("Lever", NOUN, "nsubj", 2, "lever"),
        ("de", DET, "det", 2, "de"),
        ("sleutel", NOUN, "ROOT", 2, "sleutel"),
        ("in", PRT, "case", 2, "in"),
    )
    assert list(sorts(sentence, lexicon("grammatica/verzoeken"))) == ["sturen"]


def test_verb_in_front_with_its_subject_is_no_instruction() -> None:
    sentence = tree(
        ("Sturen", PV, "ROOT", 0, "sturen"),
        ("wij", PRON, "nsubj", 0, "wij"),
        ("dat", PRON, "obj", 0, "dat"),
        ("later", ADV, "advmod", 4, "laat"),
        ("opsturen", INF, "xcomp", 0, "opsturen"),
    )
    assert not is_instruction(words_of(sentence))
