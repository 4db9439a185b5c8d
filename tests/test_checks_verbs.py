"""What the examples of the rules on verbs and clauses can't show: thresholds, profiles, doubtful parses."""

from __future__ import annotations

from typing import Any

import pytest

from duidelijk import Checker, checking, reading
from duidelijk.checks.future import future
from duidelijk.checks.impersonal import impersonal
from duidelijk.checks.passive_infinitive import passive_infinitive
from duidelijk.checks.run_up import run_up
from duidelijk.checks.subclauses import subclauses
from duidelijk.checks.verb_stack import verb_stack
from duidelijk.language.analysis import analyse
from duidelijk.language.tabular import lexicon
from duidelijk.model import Finding, Genre
from duidelijk.rulebook import load
from tests.trees import DET, INF, MARK, NOUN, PRON, PV, VD, analysis, marked, tree

AUXILIARIES = lexicon("grammatica/hulpwerkwoorden")
SAYINGS = lexicon("grammatica/vaste-te-infinitieven")
FORMULAS = lexicon("grammatica/onpersoonlijke-formules")
READERS = lexicon("grammatica/lezer-als-derde")
EMPTY = lexicon("grammatica/lege-aanloop")
PHRASES = lexicon("grammatica/formules-aanloop")
SETS = lexicon("grammatica/formule-woorden")
EXPLETIVE = "VNW|aanw|adv-pron|stan|red|3|getal"
RELATIVE = "VNW|betr|pron|stan|vol|persoon|getal"
PLURAL = "WW|pv|tgw|mv"
TE = "VZ|init"


def findings(
    checker: Checker, rule: str, text: str, *, genre: Genre = "onbekend", profile: str = "standaard"
) -> tuple[Finding, ...]:
    found = load(profile=profile).rule(rule)
    assert found is not None
    document = reading.read_text(text, genre=genre)
    return checking.find([found], analyse(document, checker._nlp, checker.pipeline))[0]


def severities(checker: Checker, rule: str, text: str, **how: Any) -> list[str]:
    return [f.severity for f in findings(checker, rule, text, **how)]


def words(finding: Finding, text: str) -> list[str]:
    return [text[start:end] for start, end in finding.marks]


THRESHOLDS = [
    ("hulpwerkwoorden", "Wij vinden dat u dit zou moeten weten.", ["tip"], ["waarschuwing"]),
    ("hulpwerkwoorden", "De boom zou gekapt moeten worden.", ["waarschuwing"], ["fout"]),
    ("toekomende-tijd", "Wij zullen u een brief sturen.", ["tip"], ["waarschuwing"]),
    ("te-infinitief", "De folder is te downloaden.", ["tip"], ["waarschuwing"]),
    ("bijzinnen", "Wij vinden het fijn dat u weet wat u kunt doen.", [], ["waarschuwing"]),
    ("bijzinnen", "U krijgt een brief als uw aanvraag klaar is.", [], []),
    ("lange-aanloop", "Voor een nieuwe pas of een kapotte container belt u ons.", [], ["waarschuwing"]),
    ("men-vorm", "Men mag hier parkeren.", ["fout"], ["fout"]),
    ("men-vorm", "Er wordt hier gebouwd.", ["waarschuwing"], ["waarschuwing"]),
]


@pytest.mark.parametrize(("rule", "text", "usual", "strict"), THRESHOLDS)
def test_severity_in_both_profiles(
    checker: Checker, rule: str, text: str, usual: list[str], strict: list[str]
) -> None:
    assert severities(checker, rule, text) == usual
    assert severities(checker, rule, text, profile="streng") == strict


RUN_UPS = [
    ("eight words", "Voor een nieuwe pas of een kapotte container belt u ons.", 0),
    ("nine words", "Voor een nieuwe pas of een kapotte grijze container belt u ons.", 1),
    ("twelve words of a clause", "Als u een nieuwe pas of een kapotte container heeft, belt u ons.", 0),
    (
        "thirteen words of a clause",
        "Als u een nieuwe pas of een kapotte container in huis heeft staan, belt u ons.",
        1,
    ),
    ("a long subject", "De sleutel van de nieuwe pas en de grijze container ligt hier.", 1),
    ("a date and a time", "Op woensdag 5 november 2025 van 13.00 tot 15.00 uur is de balie open.", 0),
    ("behind a colon", "Let op: voor een nieuwe pas belt u ons.", 0),
    ("an item that ends with its verb", "de sleutel van de nieuwe pas en de grijze container bewaart.", 0),
]


@pytest.mark.parametrize(("text", "count"), [row[1:] for row in RUN_UPS], ids=[row[0] for row in RUN_UPS])
def test_length_of_the_run_up(checker: Checker, text: str, count: int) -> None:
    assert len(findings(checker, "lange-aanloop", text)) == count


OPENINGS = [
    ("Daarnaast is het zo dat de balie dicht is.", "Daarnaast is het zo dat"),
    ("De balie is dicht, maar het is zo dat u kunt bellen.", "het is zo dat"),
    ("Ten overvloede wijzen wij u erop dat de balie dicht is.", "Ten overvloede wijzen wij u erop dat"),
    ("U moet ons laten weten dat u komt.", None),
    ("Wij vragen u te melden dat u komt.", None),
    ("Het is niet zo dat u alles moet betalen.", None),
    ("Het feit dat u te laat bent, is jammer.", None),
]


@pytest.mark.parametrize(("text", "opening"), OPENINGS)
def test_empty_opening(checker: Checker, text: str, opening: str | None) -> None:
    found = findings(checker, "lange-aanloop", text)
    assert [f.actual for f in found] == ([] if opening is None else [opening])


LETTERS: list[tuple[str, Genre, list[str]]] = [
    ("Geachte heer Bos,\n\nDe aanvrager moet tekenen.", "brief", ["aanvrager"]),
    ("Geachte heer Bos,\n\nEen aanvrager moet tekenen.", "brief", []),
    ("Geachte heer Bos,\n\nUw klant moet tekenen.", "brief", []),
    ("De aanvrager moet tekenen.", "brief", ["aanvrager"]),
    ("De aanvrager moet tekenen.", "onbekend", []),
    ("De aanvrager moet tekenen.", "web", []),
]


@pytest.mark.parametrize(("text", "genre", "nouns"), LETTERS)
def test_reader_as_a_noun_only_in_a_letter(
    checker: Checker, text: str, genre: Genre, nouns: list[str]
) -> None:
    assert [f.actual for f in findings(checker, "men-vorm", text, genre=genre)] == nouns


def test_impersonal_passive_has_the_marks_of_the_passive(checker: Checker) -> None:
    text = "Er wordt van u verwacht dat u meewerkt."
    (impersonal_finding,) = findings(checker, "men-vorm", text)
    (passive,) = findings(checker, "lijdende-vorm", text)
    assert words(impersonal_finding, text) == ["Er wordt", "verwacht"]
    covered = {i for start, end in impersonal_finding.marks for i in range(start, end)}
    assert covered >= {i for start, end in passive.marks for i in range(start, end)}


def worked(verb: str, tag: str, *subject: tuple[str, str, str, int, str]) -> list[list[str]]:
    """*Er wordt … gewerkt*, with what may be its subject."""
    rows = [
        ("Er", EXPLETIVE, "advmod", 2 + len(subject), "er"),
        (verb, tag, "aux:pass", 2 + len(subject), "worden"),
        *subject,
        ("gewerkt", VD, "ROOT", 2 + len(subject), "werken"),
    ]
    hits = impersonal(analysis(tree(*rows)), formulas=FORMULAS, readers=READERS)
    return marked(tree(*rows), list(hits))


def test_er_is_impersonal_only_without_a_subject() -> None:
    assert worked("wordt", PV) == [["Er wordt gewerkt"]]
    assert worked("wordt", PV, ("uur", NOUN, "obl", 3, "uur")) == [["Er wordt", "gewerkt"]]
    assert worked("wordt", PV, ("iets", NOUN, "nsubj:pass", 3, "iets")) == []


def test_a_plural_verb_has_a_subject_that_the_parser_missed() -> None:
    assert worked("worden", PLURAL, ("bomen", NOUN, "obl", 3, "boom")) == []


def stacked(*verbs: tuple[str, str, str, int, str]) -> list[list[str]]:
    sentence = tree(*verbs)
    return marked(sentence, list(verb_stack(analysis(sentence), auxiliaries=AUXILIARIES)))


def test_two_finite_verbs_are_no_group_whatever_the_tree_says() -> None:
    joined = (
        ("Dat", MARK, "mark", 4, "dat"),
        ("ze", PRON, "nsubj", 4, "ze"),
        ("kan", PV, "aux", 4, "kunnen"),
        ("moeten", INF, "aux", 4, "moeten"),
        ("wachten", INF, "ROOT", 4, "wachten"),
    )
    assert stacked(*joined) == [["kan moeten wachten"]]
    assert stacked(*joined, ("is", PV, "aux", 4, "zijn")) == []


def test_three_verbs_are_a_pile_only_in_a_subordinate_clause() -> None:
    main = (
        ("Ze", PRON, "nsubj", 3, "ze"),
        ("kan", PV, "aux", 3, "kunnen"),
        ("moeten", INF, "aux", 3, "moeten"),
        ("wachten", INF, "ROOT", 3, "wachten"),
    )
    assert stacked(*main) == []
    perfect = (
        ("Dat", MARK, "mark", 4, "dat"),
        ("ze", PRON, "nsubj", 4, "ze"),
        ("heeft", PV, "aux", 4, "hebben"),
        ("moeten", INF, "aux", 4, "moeten"),
        ("wachten", INF, "ROOT", 4, "wachten"),
    )
    assert stacked(*perfect) == []


def test_te_and_a_helper_in_front_make_one_group() -> None:
    assert stacked(
        ("Dit", PRON, "nsubj", 1, "dit"),
        ("dient", PV, "ROOT", 1, "dienen"),
        ("te", TE, "mark", 5, "te"),
        ("kunnen", INF, "aux", 5, "kunnen"),
        ("worden", INF, "aux:pass", 5, "worden"),
        ("betaald", VD, "xcomp", 1, "betalen"),
    ) == [["dient te kunnen worden betaald"]]


def test_pile_of_verbs_with_zullen_is_left_to_the_other_rule(checker: Checker) -> None:
    text = "De gemeente zal de weg in mei gerepareerd moeten hebben."
    assert [f.rule for f in findings(checker, "hulpwerkwoorden", text)] == ["hulpwerkwoorden"]
    assert findings(checker, "toekomende-tijd", text) == ()


def test_future_takes_the_subject_of_the_clause_before() -> None:
    sentence = tree(
        ("Wij", PRON, "nsubj", 1, "wij"),
        ("komen", PLURAL, "ROOT", 1, "komen"),
        ("en", "VG|neven", "cc", 4, "en"),
        ("zullen", PLURAL, "aux", 4, "zullen"),
        ("helpen", INF, "conj", 1, "helpen"),
    )
    assert marked(sentence, list(future(analysis(sentence), auxiliaries=AUXILIARIES))) == [["zullen"]]


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        ({}, 0),
        ({"senders": ("brug",)}, 1),
        ({"times": "open"}, 1),
        ({"times": "open", "likely": ("open",)}, 0),
    ],
)
def test_settings_of_future(settings: dict[str, Any], count: int) -> None:
    sentence = tree(
        ("De", DET, "det", 1, "de"),
        ("brug", NOUN, "nsubj", 3, "brug"),
        ("zal", PV, "aux", 3, "zullen"),
        ("open", INF, "ROOT", 3, "open"),
    )
    assert len(list(future(analysis(sentence), auxiliaries=AUXILIARIES, **settings))) == count


@pytest.mark.parametrize("label", ["aux", "cop", "aux:pass"])
def test_te_infinitive_whatever_the_label_of_zijn(label: str) -> None:
    sentence = tree(
        ("Dit", PRON, "nsubj", 3, "dit"),
        ("is", PV, label, 3, "zijn"),
        ("te", TE, "mark", 3, "te"),
        ("downloaden", INF, "ROOT", 3, "downloaden"),
    )
    hits = list(passive_infinitive(analysis(sentence), sayings=SAYINGS))
    assert marked(sentence, hits) == [["is te downloaden"]]
    assert list(passive_infinitive(analysis(sentence), sayings=SAYINGS, predicates=("is", "dit"))) == []


def test_an_infinitive_with_subject_and_object_is_active() -> None:
    sentence = tree(
        ("Dit", PRON, "nsubj", 4, "dit"),
        ("is", PV, "aux", 4, "zijn"),
        ("kinderen", NOUN, "obj", 4, "kind"),
        ("te", TE, "mark", 4, "te"),
        ("helpen", INF, "ROOT", 4, "helpen"),
    )
    assert list(passive_infinitive(analysis(sentence), sayings=SAYINGS)) == []


def complaint(tag: str) -> list[list[str]]:
    """*De man die belt omdat hij vindt dat dit duurt, wacht*, with the tag of *die* as given."""
    sentence = tree(
        ("De", DET, "det", 1, "de"),
        ("man", NOUN, "nsubj", 10, "man"),
        ("die", tag, "det", 1, "die"),
        ("belt", PV, "acl:relcl", 1, "bellen"),
        ("omdat", MARK, "mark", 6, "omdat"),
        ("hij", PRON, "nsubj", 6, "hij"),
        ("vindt", PV, "advcl", 3, "vinden"),
        ("dat", MARK, "mark", 9, "dat"),
        ("dit", PRON, "nsubj", 9, "dit"),
        ("duurt", PV, "ccomp", 6, "duren"),
        ("wacht", PV, "ROOT", 10, "wachten"),
    )
    return marked(sentence, list(subclauses(analysis(sentence))))


@pytest.mark.parametrize("tag", [RELATIVE, "VNW|aanw|det|stan|prenom|zonder|rest"])
def test_die_behind_a_noun_opens_a_clause_whatever_its_tag(tag: str) -> None:
    assert complaint(tag) == [["die", "omdat", "dat"]]


def test_settings_of_subclauses(checker: Checker) -> None:
    document = reading.read_text("U komt om te kijken of het werk klaar is, om te helpen.")
    found = analyse(document, checker._nlp, checker.pipeline)
    assert [hit.value for hit in subclauses(found, least_finite=1)] == [3.0]
    assert list(subclauses(found, least_finite=2)) == []
    assert list(subclauses(found, least=4, least_finite=1)) == []


def test_another_finite_verb_before_it_puts_the_main_verb_in_doubt() -> None:
    sentence = tree(
        ("Daarnaast", "BW", "advmod", 8, "daarnaast"),
        ("kunnen", PV, "aux", 8, "kunnen"),
        *((word, NOUN, "obl", 8, word) for word in ("dag", "week", "maand", "jaar", "uur", "eeuw")),
        ("geeft", PV, "ROOT", 8, "geven"),
        ("raad", NOUN, "obj", 8, "raad"),
    )
    assert list(run_up(analysis(sentence), empty=EMPTY, phrases=PHRASES, sets=SETS, least=5)) == []
    rows = [(t.text, "BW" if t.i == 1 else t.tag_, t.dep_, t.head.i, t.lemma_) for t in sentence.span]
    assert [
        hit.value for hit in run_up(analysis(tree(*rows)), empty=EMPTY, phrases=PHRASES, sets=SETS, least=5)
    ] == [8.0]
