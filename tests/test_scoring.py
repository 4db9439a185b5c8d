"""The grade: one direction, explained, never lower after mending."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk import Checker, scoring
from duidelijk.language.analysis import analyse_all
from duidelijk.measuring import count, graded, measured, mended
from duidelijk.model import Finding, Measures
from duidelijk.reading import read_text
from duidelijk.scoring import PARTS, grade
from tests.results import MEASURES, finding, rule

RULES = {
    each.id: each
    for each in (rule("w", "woorden"), rule("z", "zinnen"), rule("o", "opbouw"), rule("t", "toon"))
}
TEXT = "Een tekst van een gemeente."
LETTER = (
    "Geachte heer,\n\nNaar aanleiding van uw aanvraag delen wij u mede dat het college heeft besloten de door u "
    "verzochte vergunning te verlenen, met inachtneming van de voorschriften die in de bijlage zijn opgenomen.\n\n"
    "De leges dienen binnen dertig dagen te worden voldaan. Indien u niet tijdig betaalt, wordt een aanmaning "
    "verzonden. Tegen dit besluit kan binnen zes weken bezwaar worden gemaakt.\n\nMet vriendelijke groet,\n\nJan"
)
EASY = (
    "Geachte heer,\n\nU mag de boom kappen. Wij geven u hiervoor een vergunning.\n\nBetaal de kosten binnen 30 dagen. "
    "Betaalt u te laat? Dan sturen wij u een brief. Bent u het niet eens met ons besluit? Schrijf ons dan binnen "
    "6 weken een brief. Hebt u vragen? Bel ons op 14 0321.\n\nMet vriendelijke groet,\n\nJan"
)
findings_lists = st.lists(
    st.builds(
        lambda rule, severity: finding(TEXT, rule, 0, 3, severity=severity),
        st.sampled_from("wzot"),
        st.sampled_from(("tip", "waarschuwing", "fout")),
    ),
    max_size=30,
)


def score(checker: Checker, text: str) -> float:
    found = checker.check_text(text).grade.score
    assert found is not None
    return found


@given(findings_lists, st.data())
def test_mending_a_finding_never_lowers_the_grade(findings: list[Finding], data: st.DataObject) -> None:
    kept = [f for f in findings if data.draw(st.booleans())]
    before, after = grade(MEASURES, findings, RULES).score, grade(MEASURES, kept, RULES).score
    assert before is not None and after is not None and after >= before


@given(findings_lists)
def test_the_parts_explain_the_score(findings: list[Finding]) -> None:
    found = grade(MEASURES, findings, RULES)
    assert found.score == pytest.approx(10 + sum(found.parts.values()))
    assert tuple(found.parts) == PARTS
    assert all(points <= 0 for points in found.parts.values())
    assert found.value is not None and 1 <= found.value <= 10


@given(findings_lists)
def test_the_gains_are_the_best_three_and_each_comes_after_the_one_before(findings: list[Finding]) -> None:
    found = grade(MEASURES, findings, RULES)
    gains = found.gains
    assert found.score is not None
    assert len(gains) == min(3, len({f.rule for f in findings}))
    assert all(gain.points >= 0 for gain in gains)
    reached = [found.score, *(gain.after for gain in gains)]
    assert [b - a for a, b in pairwise(reached)] == pytest.approx([g.points for g in gains])


HARDER = [
    {"lint": 60.0, "lint_level": 4},
    {"lix": 55.0},
    {"counted_words_per_sentence": 20.0},
    {"length_as_read": 25.0},
    {"word_frequency": 4.0},
    {"commas_per_100_words": 9.0},
    {"marks_per_100_words": 4.0},
    {"loose_per_100_words": 2.0},
    {"gaps_per_100_words": 2.0},
    {"abstract_per_100_words": 20.0},
    {"passives_per_100_words": 5.0},
    {"personal_per_100_words": 0.0},
]
GOOD = replace(
    MEASURES, length_as_read=12.0, commas_per_100_words=1.0, marks_per_100_words=0.0, loose_per_100_words=0.0,
    gaps_per_100_words=0.0, abstract_per_100_words=8.0, passives_per_100_words=0.0, personal_per_100_words=4.0,
)  # fmt: skip


@pytest.mark.parametrize("change", HARDER, ids=lambda change: next(iter(change)))
def test_a_harder_measure_lowers_the_grade(change: dict[str, float]) -> None:
    easy, hard = (grade(each, (), RULES).score for each in (GOOD, replace(GOOD, **change)))  # type: ignore[arg-type]
    assert easy is not None and hard is not None and hard < easy


def test_the_level_is_read_from_the_measures_of_reading_ease() -> None:
    def level(lint: float, lix: float, words: float, read: float) -> str | None:
        measures = replace(
            MEASURES, lint=lint, lix=lix, counted_words_per_sentence=words, length_as_read=read
        )
        return grade(measures, (), RULES).level

    # medians per level of 179 texts with a CEFR label
    assert level(16.4, 22.6, 7.8, 9.5) == "A1"
    assert level(23.7, 26.5, 9.1, 10.6) == "A2"
    assert level(30.4, 29.4, 10.3, 12.0) == "B1"
    assert level(48.4, 42.6, 13.5, 15.2) == "B2"
    assert level(58.0, 48.8, 16.7, 19.0) == "C1"


@pytest.mark.parametrize(("level", "share"), [(1, 0.14), (2, 0.29), (3, 0.53), (4, 0.78)])
def test_the_share_of_adults_goes_with_the_level_of_lint(level: int, share: float) -> None:
    assert grade(replace(MEASURES, lint_level=level), (), RULES).share_struggling == share


def test_a_short_text_has_a_score_but_no_grade() -> None:
    found = grade(replace(MEASURES, words=39, counted_words=39), (), RULES)
    assert (found.value, found.level, found.share_struggling) == (None, None, None)
    assert found.score is not None


def test_a_text_without_sentences_has_neither() -> None:
    found = grade(replace(MEASURES, words=0, sentences=0, counted_words=0), (), RULES)
    assert found.value is None and found.score is None


def test_in_a_decision_legal_parts_count_for_less() -> None:
    legal = {"wetsartikel": rule("wetsartikel", "opbouw")}
    findings = [finding(TEXT, "wetsartikel", 0, 3)] * 3
    letter, decision = (grade(GOOD, findings, legal, genre=genre).score for genre in ("brief", "besluit"))
    assert letter is not None and decision is not None and decision > letter


# --- on real texts ---


def test_the_clear_letter_has_the_higher_grade(checker: Checker) -> None:
    hard, easy = checker.check_text(LETTER).grade, checker.check_text(EASY).grade
    assert hard.value is not None and easy.value is not None
    assert hard.value < 6 < 8 <= easy.value


@pytest.mark.parametrize("text", [LETTER, EASY], ids=["hard", "easy"])
def test_the_same_text_twice_has_nearly_the_same_grade(checker: Checker, text: str) -> None:
    assert score(checker, f"{text}\n\n{text}") == pytest.approx(score(checker, text), abs=0.3)


def test_long_and_short_texts_of_one_kind_have_nearly_the_same_grade(checker: Checker) -> None:
    things = "boom tuin fiets straat school winkel park brug pand plein".split()
    lines = [
        f"De gemeente verleent een vergunning voor de {thing} en verzoekt u de kosten te voldoen."
        for thing in things
    ]
    assert score(checker, " ".join(lines)) == pytest.approx(score(checker, " ".join(lines[:3])), abs=0.3)


@pytest.mark.parametrize(
    "more",
    [
        "Gemeente Dronten\nPostbus 100\n8250 AC Dronten\n\n{}",
        "{}\n\n> De ingevolge het bepaalde in artikel 4:5 Awb vereiste bescheiden dienen te worden overgelegd.",
        "{}\n\n| Jaar | Tarief |\n| --- | --- |\n| 2025 | € 12 |\n| 2026 | € 14 |",
    ],
    ids=["address", "quotation", "table"],
)  # fmt: skip
def test_what_is_no_running_text_hardly_changes_the_grade(checker: Checker, more: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = "\n\n".join(EASY.split("\n\n")[1:3])
    paths = [tmp_path / "kort.md", tmp_path / "lang.md"]
    for path, content in zip(paths, (text, more.format(text)), strict=True):
        path.write_text(content, encoding="utf-8")
    without, with_ = (checker.check_file(path).grade.score for path in paths)
    assert with_ == pytest.approx(without, abs=0.25)


def test_a_longer_name_hardly_changes_the_grade(checker: Checker) -> None:
    longer = LETTER.replace("het college", "het college van Sint-Michielsgestel")
    assert score(checker, longer) == pytest.approx(score(checker, LETTER), abs=0.25)


def test_repeating_easy_sentences_helps_no_more_than_writing_them_once(checker: Checker) -> None:
    easy = "\n\nWij helpen u graag. U kunt ons bellen."
    assert score(checker, LETTER + easy * 10) == pytest.approx(score(checker, LETTER + easy), abs=0.4)


def test_a_heading_alone_has_a_score_when_it_is_a_sentence(checker: Checker) -> None:
    assert checker.check_text("Onderwerp: U krijgt een brief van ons").grade.score is not None


def test_mending_everything_that_can_be_mended_raises_the_grade(checker: Checker) -> None:
    fixed = checker.fix_text(LETTER, safe=False)
    before, after = fixed.before.result.grade.score, fixed.after.result.grade.score
    assert before is not None and after is not None and after > before


def test_the_first_gain_is_the_text_scored_again_without_those_findings(checker: Checker) -> None:
    (analysis,) = analyse_all([read_text(LETTER)], checker._nlp, checker.pipeline)
    rules = {each.id: each for each in checker.rulebook.rules}
    counts = count(analysis)
    found = checker.check_text(LETTER)
    findings = graded(counts, found.findings, rules)
    first, *others = found.grade.gains
    mended_ = [f for f in findings if f.rule == first.rule]
    rest = [f for f in findings if f.rule != first.rule]
    after = grade(measured(counts, mended(counts, mended_, rules)), rest, rules, genre=found.document.genre)
    assert after.score == pytest.approx(first.after)
    assert first.findings == len(mended_) and len(others) == 2


def mended_measures(checker: Checker, text: str, rule_id: str) -> tuple[Measures, Measures]:
    """The measures of a text as it is, and with the findings of this rule mended."""
    (analysis,) = analyse_all([read_text(text)], checker._nlp, checker.pipeline)
    rules = {each.id: each for each in checker.rulebook.rules}
    counts = count(analysis)
    findings = [f for f in checker.check_text(text).findings if f.rule == rule_id]
    assert findings
    return measured(counts, counts.total), measured(counts, mended(counts, findings, rules))


@pytest.mark.parametrize(
    ("rule_id", "text", "lower", "higher"),
    [
        ("lange-zin", "Wij sturen u deze brief omdat u in het afgelopen jaar twee keer een aanvraag hebt gedaan voor een vergunning en wij daarover nog vragen hebben.", "counted_words_per_sentence length_as_read lix lint_dependency_length", ""),
        ("formeel-woord", "Indien u dit wilt, geven wij onverwijld een antwoord op uw vraag.", "", "word_frequency lint_word_frequency"),
        ("lijdende-vorm", "De brief wordt door de gemeente verstuurd.", "passives_per_100_words passive_share", ""),
        ("naamwoordstijl", "Wij gaan over tot het plaatsen van een hek en het verrichten van betalingen.", "abstract_per_100_words", ""),
        ("haakjes", "De kosten (deze staan ook allemaal in de bijlage bij deze brief) zijn hoog.", "marks_per_100_words", ""),
    ],
)  # fmt: skip
def test_mending_changes_what_the_finding_is_about(
    checker: Checker, rule_id: str, text: str, lower: str, higher: str
) -> None:
    before, after = mended_measures(checker, text, rule_id)
    for name in lower.split():
        assert getattr(after, name) < getattr(before, name), name
    for name in higher.split():
        assert getattr(after, name) > getattr(before, name), name


def test_mending_the_only_words_leaves_their_mean_as_it_is(checker: Checker) -> None:
    before, after = mended_measures(checker, "Dit is noodzakelijk.", "formeel-woord")
    assert after.word_frequency == before.word_frequency is not None


def test_a_long_paragraph_counts_also_when_a_sentence_of_it_is_repeated(checker: Checker) -> None:
    things = "boom tuin fiets straat school winkel park brug pand plein weg bank muur deur kast stoel".split()
    lines = [f"De gemeente kijkt morgen in de wijk naar de {thing} van de bewoners." for thing in things]
    whole, again = (checker.check_text(" ".join(each)).grade.parts for each in (lines, [*lines, lines[3]]))
    assert again["opbouw"] <= whole["opbouw"] < 0


def test_the_rules_and_checks_that_the_grade_names_exist(checker: Checker) -> None:
    rules = checker.rulebook.rules
    assert set(scoring._LEGAL) <= {each.id for each in rules}
    assert scoring._STYLE | {"sentence-length", "passive", "nominal-style", "brackets"} <= {
        r.check for r in rules
    }
