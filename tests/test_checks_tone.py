"""Brackets, enumerations, chains, set phrases and tone: thresholds, settings and places in a text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from duidelijk import Checker, checking, reading
from duidelijk.checks.brackets import brackets
from duidelijk.checks.inline_list import inline_list
from duidelijk.checks.preposition_chain import preposition_chain
from duidelijk.checks.set_phrases import set_phrases
from duidelijk.language.analysis import Sentence, analyse
from duidelijk.language.formulas import found_formulas
from duidelijk.model import Genre, Hit, Lexicon, Rule
from duidelijk.rulebook import load
from tests.trees import ADP, DET, NOUN, PRON, PUNCT, PV, analysis, marked, tree

Found = Callable[..., list[str]]


@cache
def rule(name: str, profile: str = "standaard") -> Rule:
    found = load(profile=profile).rule(name)
    assert found is not None
    return found


@pytest.fixture
def found(checker: Checker) -> Found:
    """The marked words of a rule in a text."""

    def marks(name: str, text: str, genre: Genre = "onbekend", profile: str = "standaard") -> list[str]:
        document = reading.read_text(text, genre=genre)
        findings = checking.find([rule(name, profile)], analyse(document, checker._nlp, checker.pipeline))[0]
        return [text[start:end] for finding in findings for start, end in finding.marks]

    return marks


def words(text: str) -> Sentence:
    """A sentence of these words; each has the same dull grammar."""
    listed = text.replace(",", " ,").replace("?", " ?").split()
    rows = [
        (word, PUNCT if word in ",?" else PRON, "ROOT" if i == 0 else "dep", 0, word.lower())
        for i, word in enumerate(listed)
    ]
    return tree(*rows)


def lexicon(*terms: str, **columns: str) -> Lexicon:
    row = {"soort": "x", "ernst": "2", "met": "", "behalve": "", "waar": "", **columns}
    return Lexicon("test", dict.fromkeys(terms, row))


SETS = Lexicon("test", {"wij": {"woorden": "wij/ik"}})


@pytest.mark.parametrize(
    ("term", "text", "phrase"),
    [
        ("laatste waarschuwing", "Dit is de Laatste waarschuwing hier", "Laatste waarschuwing"),
        ("bij niet/geen betaling", "en bij geen betaling dan", "bij geen betaling"),
        ("hopende (dat) u", "hopende u te zien", "hopende u"),
        ("hopende (dat) u", "hopende dat u komt", "hopende dat u"),
        ("~sommeren @wij u", "hierbij sommeer ik u nu", "sommeer ik u"),
        ("in_goede_orde ontvangen", "het is in goede orde ontvangen", "in goede orde ontvangen"),
        ("zonder … niet", "zonder dit lange nummer kan niets niet", "zonder dit lange nummer kan niets niet"),
        ("zonder …2 niet", "zonder dit lange nummer niet", None),
        ("^ naar aanleiding", "Naar aanleiding van iets", "Naar aanleiding"),
        ("^ naar aanleiding", "Het kwam naar aanleiding van iets", None),
    ],
)
def test_how_a_formula_is_written(term: str, text: str, phrase: str | None) -> None:
    hits = [each.text for each in found_formulas(analysis(words(text)), lexicon(term), SETS)]
    assert hits == ([phrase] if phrase else [])


@pytest.mark.parametrize(
    ("company", "unless", "seen"),
    [("u", "", True), ("wij", "", False), ("", "morgen", False), ("", "?", True)],
)
def test_company_of_a_formula(company: str, unless: str, seen: bool) -> None:
    sentence = words("u moet dringend betalen morgen")
    hits = list(
        found_formulas(analysis(sentence), lexicon("dringend betalen", met=company, behalve=unless), SETS)
    )
    assert bool(hits) == seen


def test_longest_formula_speaks() -> None:
    sentence = words("wij hopen u hiermee te hebben")
    hits = list(set_phrases(analysis(sentence), phrases=lexicon("hopen u", "wij hopen u hiermee"), sets=SETS))
    assert marked(sentence, hits) == [["wij hopen u hiermee"]]


def test_formula_with_a_set_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        list(found_formulas(analysis(words("u")), lexicon("@zij gaan"), SETS))


LETTER = "Geachte heer Smit,\n\n{first} {rest}\n\n{last}\n\nHoogachtend,\n\nA. Bos"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LETTER.format(first="Naar aanleiding van uw brief komen wij langs.", rest="U hoeft niets te doen.", last="Tot dan."),
         ["Naar aanleiding van uw brief", "Hoogachtend"]),
        (LETTER.format(first="U krijgt subsidie.", rest="Naar aanleiding van uw brief komen wij langs.", last="Tot dan."),
         ["Hoogachtend"]),
        ("Mocht u nog vragen hebben, bel dan. " + "Dit is een zin over het zwembad. " * 12, []),
        ("Dit is een zin over het zwembad. " * 12 + "Mocht u nog vragen hebben, bel dan.", ["Mocht u nog vragen hebben"]),
    ],
)  # fmt: skip
def test_place_of_opening_and_closing(found: Found, text: str, expected: list[str]) -> None:
    assert found("standaardzin", text, "brief") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gaarne tot nadere toelichting bereid, tekenen wij met hoogachting.",
         ["Gaarne tot nadere toelichting bereid, tekenen wij met hoogachting"]),
        ("Naar aanleiding van uw brief over de volle glasbak delen wij u mede dat hij weggaat.",
         ["Naar aanleiding van uw brief", "delen wij u mede dat"]),
    ],
    ids=["with hardly a word between", "apart"],
)  # fmt: skip
def test_phrases_of_a_sentence_are_one_finding(checker: Checker, text: str, expected: list[str]) -> None:
    document = reading.read_text(text, genre="onbekend")
    (finding,) = checking.find([rule("standaardzin")], analyse(document, checker._nlp, checker.pipeline))[0]
    assert [text[start:end] for start, end in finding.marks] == expected
    assert finding.severity == "fout"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De schuur wordt zonder meer gesloopt na een boete.", ["zonder meer gesloopt na een boete"]),
        ("De boete is € 50. Dat is zonder meer veel.", []),
        ("Betaal op tijd, anders komt er gegarandeerd iemand langs.", ["anders komt er gegarandeerd"]),
        ("Iemand anders komt gegarandeerd langs.", []),
    ],
)
def test_words_that_only_together_are_a_threat(found: Found, text: str, expected: list[str]) -> None:
    assert found("dreigende-toon", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U bracht de brief niet langs.", ["U bracht de brief niet"]),
        ("In maart heeft u de pas nooit opgehaald.", ["heeft u de pas nooit opgehaald"]),
        ("U deed verkeerde dingen in de bak.", ["U deed verkeerde"]),
        ("U kreeg geen pas.", []),
        ("Wij stuurden u de brief niet.", []),
        ("Haalde u de pas niet op?", []),
        ("Als u de pas niet ophaalde, belt u ons.", []),
        ("- U bracht de brief niet langs.", []),
        ("Zij zei: ‘U bracht de brief niet langs.’", []),
    ],
)
def test_deed_of_the_reader(found: Found, text: str, expected: list[str]) -> None:
    assert found("negatieve-toon", text) == expected


def test_severity_of_a_formula_that_can_go(checker: Checker) -> None:
    text = "Hierbij deel ik u mede dat u geld krijgt. Mocht u vragen hebben, bel dan."
    document = reading.read_text(text, genre="onbekend")
    findings = checking.find([rule("standaardzin")], analyse(document, checker._nlp, checker.pipeline))[0]
    assert [f.severity for f in findings] == ["fout", "waarschuwing"]


DUTIES = "U moet bellen. U moet tekenen. U mag niet weglopen. {between}U moet betalen."


@pytest.mark.parametrize(
    ("between", "profile", "expected"),
    [
        ("", "standaard", 1),
        ("De fontein op het plein is mooi en nieuw. " * 18, "standaard", 1),
        ("De fontein op het plein is mooi en nieuw. " * 25, "standaard", 0),
        ("De fontein op het plein is mooi en nieuw. " * 25, "streng", 1),
    ],
    ids=["close", "within 200 words", "far", "strict counts three"],
)
def test_heap_of_duties(found: Found, between: str, profile: str, expected: int) -> None:
    assert len(found("dreigende-toon", DUTIES.format(between=between), profile=profile)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bel ons als u moet wachten. Vraag of u moet tekenen. Zeg wat u moet betalen. Kijk wanneer u moet komen.",
            0,
        ),
        ("Wij moeten bellen. Wij moeten tekenen. Wij moeten betalen. Wij moeten wachten.", 0),
        ("Moet u bellen? Moet u tekenen? Moet u betalen? Moet u wachten?", 0),
        ("Het hek moet dicht. De bak moet leeg. Honden zijn verboden. De poort moet open.", 1),
    ],
)
def test_what_is_a_duty(found: Found, text: str, expected: int) -> None:
    assert len(found("dreigende-toon", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Betaal vandaag!", ["!"]),
        ("U moet vandaag betalen!", ["!"]),
        ("Parkeren is hier verboden!", ["!"]),
        ("Kom ook naar het feest!", []),
        ("Wat een mooie dag!", []),
        ("Op het bord staat: ‘Betaal vandaag!’", []),
    ],
)
def test_exclamation_mark(found: Found, text: str, expected: list[str]) -> None:
    assert found("dreigende-toon", text) == expected


def test_last_warning_in_a_subject_line(found: Found) -> None:
    text = "Onderwerp: laatste waarschuwing\n\nBeste heer Smit,\n\nU parkeert op de stoep."
    assert found("dreigende-toon", text, "brief") == ["laatste waarschuwing"]


@pytest.mark.parametrize(
    ("text", "profile", "expected"),
    [
        ("De hal (naast het oude station) is open.", "standaard", []),
        ("De hal (naast het oude station) is open.", "streng", ["(naast het oude station)"]),
        ("De hal (aan het plein naast de kerk) is open.", "standaard", ["(aan het plein naast de kerk)"]),
        ("De pas (€ 12,50 per stuk) is op 3 maart 2026 klaar.", "standaard", []),
        ("Bel (0321) 38 89 11 als de (1) bak vol is.", "standaard", []),
        ("Hij zei: ‘De hal (aan het plein naast de kerk) is open.’", "standaard", []),
    ],
)
def test_long_brackets(found: Found, text: str, profile: str, expected: list[str]) -> None:
    assert found("haakjes", text, profile=profile) == expected


def test_least_words_of_brackets_is_a_setting() -> None:
    sentence = tree(
        ("Het", DET, "det", 1, "het"),
        ("bad", NOUN, "nsubj", 5, "bad"),
        ("(", PUNCT, "punct", 3, "("),
        ("buiten", ADP, "nmod", 1, "buiten"),
        (")", PUNCT, "punct", 3, ")"),
        ("sluit", PV, "ROOT", 5, "sluiten"),
    )
    text = sentence.span.doc.text
    assert "( buiten )" in text
    assert marked(sentence, list(brackets(analysis(sentence), least=1))) == [["( buiten )"]]
    assert list(brackets(analysis(sentence), least=2)) == []


SHORT = "Neem {} mee."


@pytest.mark.parametrize(
    ("listed", "least", "expected"),
    [
        ("een pen, een schrift, een boek en een tas", 8, True),
        ("een pen, een schrift, een boek en een tas", 10, False),
        ("een pen, een schrift en een tas", 5, False),
        ("een pen, een schrift, een boek plus een tas", 5, False),
    ],
)
def test_size_of_a_list(checker: Checker, listed: str, least: int, expected: bool) -> None:
    document = reading.read_text(SHORT.format(listed))
    hits = list(inline_list(analyse(document, checker._nlp, checker.pipeline), words=least))
    assert bool(hits) == expected


def test_wrong_labels_do_not_hide_a_list() -> None:
    rows = [("Breng", PV, "ROOT", 0, "brengen")]
    for i, noun in enumerate(["verf", "glas", "puin", "hout"]):
        rows += [
            ("de", DET, "dep", 0, "de"),
            ("oude", "ADJ|prenom|basis|met-e", "dep", 0, "oud"),
            (noun, NOUN, "dep", 0, noun),
        ]
        rows += [
            [(",", PUNCT, "punct", 0, ",")],
            [(",", PUNCT, "punct", 0, ",")],
            [("en", "VG|neven", "dep", 0, "en")],
            [],
        ][i]
    sentence = tree(*rows)
    (hit,) = inline_list(analysis(sentence), words=8)
    assert hit.detail["parts"] == 4


def chain(*labels: str) -> list[Hit]:
    """*de kast in de hal van …*: nouns with these labels, each hung on the noun before it."""
    rows = [("Alles", PRON, "nsubj", 1, "alles"), ("ligt", PV, "ROOT", 1, "liggen")]
    for i, label in enumerate(labels):
        at = 2 + 3 * i
        head = at - 1 if label == "nmod" else 1
        rows += [
            ("in", ADP, "case", at + 2, "in"),
            ("de", DET, "det", at + 2, "de"),
            (f"zaal{i}", NOUN, label, head, "zaal"),
        ]
    return list(preposition_chain(analysis(tree(*rows))))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["obl", "nmod", "nmod", "nmod"], 1),
        (["obl", "nmod", "nmod"], 0),
        (["obl", "obl", "nmod", "nmod"], 0),
        (["obl", "nmod", "obl", "nmod", "nmod", "nmod"], 1),
    ],
)
def test_each_phrase_hangs_on_the_noun_before(labels: list[str], expected: int) -> None:
    assert len(chain(*labels)) == expected


PLAIN = "De aannemer legt een nieuw riool onder de straat. "


@pytest.mark.parametrize(
    ("body", "genre", "profile", "expected"),
    [
        (PLAIN * 8, "brief", "standaard", True),
        (PLAIN * 5, "brief", "standaard", False),
        (PLAIN * 8, "web", "standaard", False),
        (PLAIN * 5 + "U parkeert dan op het plein. " * 3, "brief", "standaard", False),
        (PLAIN * 5 + "U parkeert dan op het plein. " * 3, "brief", "streng", True),
    ],
    ids=["letter", "short letter", "web page", "addressed", "strict"],
)
def test_letter_that_hardly_addresses_its_reader(
    found: Found, body: str, genre: Genre, profile: str, expected: bool
) -> None:
    salutation = "Beste bewoner,\n\n" if genre == "brief" else ""
    marks = found("lezer-niet-aangesproken", salutation + body, genre, profile)
    assert marks == ([PLAIN.strip()] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij bellen. De gemeente schrijft. Het college wacht.", ["Het college"]),
        ("Wij bellen. Wij schrijven.\n\nWij wachten. Wij zwaaien.", ["Wij"]),
        ("Wij bellen. U wacht. Wij schrijven. Wij zwaaien.", []),
        ("- Wij bellen.\n- Wij schrijven.\n- Wij wachten.", []),
        ("Wijken zijn groen. Weken duren lang. Wij wachten.", []),
    ],
)
def test_sentences_that_begin_with_the_sender(found: Found, text: str, expected: list[str]) -> None:
    assert found("lezer-niet-aangesproken", text) == expected


def test_everyone_only_in_a_letter(found: Found) -> None:
    text = "Elke inwoner moet zijn afval scheiden."
    assert found("lezer-niet-aangesproken", text, "web") == []
    assert found("lezer-niet-aangesproken", f"Beste inwoner,\n\n{text}", "brief") == ["Elke inwoner"]
