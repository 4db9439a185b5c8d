"""All rules on sentences and letters that others labelled before they had seen the rules, or without their norm.

Which rules must reach which figures is the goal of the rule book: of what is called a fout or waarschuwing at
least 95 % right, at least 85 % of what should be found, and at least 95 % of the look-alikes silent.
"""

from __future__ import annotations

import pytest

from benchmarks.labelled import GOLD, Score, labels_in, letters, rows, scores, sentences
from duidelijk import Checker
from duidelijk.rulebook import load

LEAST_PRECISION, LEAST_RECALL, LEAST_SILENT = 0.95, 0.85, 0.95
FEWEST = 5
"""Below this number of cases a share says too little."""
SENTENCES, LETTERS = "rulebook_sentences.tsv", "letters.tsv"
LENGTH = "lange-zin"
"""Labelled from 16 words on; the rule speaks from 19 on (see its file for the reason)."""
SHORT = {"actie-en-termijn": 0.7}
"""Known shortfalls in what is found: requests are worded in more ways than the rule knows."""


def ids() -> set[str]:
    return {rule.id for rule in load().rules}


@pytest.fixture(scope="module")
def table(checker: Checker) -> dict[str, dict[str, Score]]:
    return {
        SENTENCES: scores(list(sentences(checker)), per_text=False),
        LETTERS: scores(list(letters(checker)), per_text=True),
    }


def labelled(name: str) -> list[str]:
    """The rules that must fire somewhere in a file."""
    separator = "|" if name == SENTENCES else ","
    return sorted({rule for row in rows(GOLD / name) for rule, _ in labels_in(row[3], separator)})


CASES = [(name, rule) for name in (SENTENCES, LETTERS) for rule in labelled(name)]


def share(good: int, bad: int) -> float:
    return good / (good + bad) if good + bad >= FEWEST else 1.0


def test_the_labels_name_rules_that_exist_and_leave_many_texts_silent() -> None:
    texts = list(rows(GOLD / SENTENCES))
    assert len(texts) >= 600
    assert sum(not row[3] for row in texts) >= len(texts) / 3
    assert len(list(rows(GOLD / LETTERS))) >= 40
    assert {rule for name in (SENTENCES, LETTERS) for rule in labelled(name)} <= ids()


@pytest.mark.parametrize(("name", "rule"), CASES)
def test_what_is_called_wrong_nearly_always_is(
    table: dict[str, dict[str, Score]], name: str, rule: str
) -> None:
    score = table[name][rule]
    assert share(score.grave_right, len(score.grave_wrong)) >= LEAST_PRECISION, score.grave_wrong


@pytest.mark.parametrize(("name", "rule"), [case for case in CASES if case[1] != LENGTH])
def test_most_of_what_should_be_found_is(table: dict[str, dict[str, Score]], name: str, rule: str) -> None:
    score = table[name][rule]
    assert share(score.found, len(score.missed)) >= SHORT.get(rule, LEAST_RECALL), score.missed


@pytest.mark.parametrize(("name", "rule"), CASES)
def test_what_only_looks_like_it_stays_silent(
    table: dict[str, dict[str, Score]], name: str, rule: str
) -> None:
    score = table[name][rule]
    assert share(score.quiet, len(score.loud)) >= LEAST_SILENT, score.loud
