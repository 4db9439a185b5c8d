"""The grade: one direction, explained, never lower after mending."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.model import Finding
from duidelijk.scoring import grade
from tests.results import MEASURES, finding

CATEGORIES = {"w": "woorden", "z": "zinnen", "o": "opbouw", "t": "toon"}
TEXT = "Een tekst van een gemeente."
findings_lists = st.lists(
    st.builds(
        lambda rule, severity: finding(TEXT, rule, 0, 3, severity=severity),
        st.sampled_from("wzot"),
        st.sampled_from(("tip", "waarschuwing", "fout")),
    ),
    max_size=30,
)


@given(findings_lists, st.data())
def test_mending_a_finding_never_lowers_the_grade(findings: list[Finding], data: st.DataObject) -> None:
    kept = [f for f in findings if data.draw(st.booleans())]
    before, after = grade(MEASURES, findings, CATEGORIES).score, grade(MEASURES, kept, CATEGORIES).score
    assert before is not None and after is not None and after >= before


@given(findings_lists)
def test_the_parts_explain_the_score(findings: list[Finding]) -> None:
    found = grade(MEASURES, findings, CATEGORIES)
    assert found.score == pytest.approx(max(1.0, 10 + sum(found.parts.values())))
    assert all(points <= 0 for points in found.parts.values())
    assert found.value is not None and 1 <= found.value <= 10


@given(findings_lists)
def test_the_gains_name_each_rule_once_biggest_first(findings: list[Finding]) -> None:
    gains = grade(MEASURES, findings, CATEGORIES).gains
    assert sorted(g.rule for g in gains) == sorted({f.rule for f in findings})
    assert [g.points for g in gains] == sorted((g.points for g in gains), reverse=True)
    assert all(g.points >= 0 for g in gains)


def test_an_easier_text_gets_a_higher_grade_and_a_lower_level() -> None:
    easy = grade(replace(MEASURES, flesch_douma=83.0, words_per_sentence=8.5), (), CATEGORIES)
    hard = grade(replace(MEASURES, flesch_douma=40.0, words_per_sentence=20.0), (), CATEGORIES)
    assert easy.value is not None and hard.value is not None and easy.value > hard.value
    assert (easy.level, hard.level) == ("A2", "C1")


def test_a_short_text_has_a_score_but_no_grade() -> None:
    found = grade(replace(MEASURES, words=39), (), CATEGORIES)
    assert found.value is None and found.level is None and found.score is not None


def test_a_text_without_sentences_has_neither() -> None:
    found = grade(replace(MEASURES, words=0, sentences=0), (), CATEGORIES)
    assert found.value is None and found.score is None
