"""Word rules on sentences labelled by hand: what they must find, and where they must be silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk import Checker
from duidelijk.model import Finding

GOLD = Path(__file__).parent / "gold" / "word_sentences.tsv"
RULES = frozenset(
    "formeel-woord jargon vreemd-woord voorzetseluitdrukking verwijswoord afkorting beeldspraak vaag-woord "
    "moeilijk-woord lang-woord vage-tijd".split()
)
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.85
Labelled = tuple[str, list[tuple[str, str]]]


def labelled() -> list[Labelled]:
    """Every sentence with its (rule, words) pairs; none means that all word rules must be silent."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()[1:]
    return [(sentence, _pairs(cell)) for sentence, cell in (line.split("\t") for line in lines)]


def _pairs(cell: str) -> list[tuple[str, str]]:
    pairs = (part.strip().partition(":") for part in cell.split(";") if part.strip())
    return [(rule, words) for rule, _, words in pairs]


def word_findings(checker: Checker, text: str) -> list[tuple[str, str]]:
    return [(f.rule, _marked(f, text)) for f in checker.check_text(text).findings if f.rule in RULES]


def _marked(finding: Finding, text: str) -> str:
    return " … ".join(text[start:end] for start, end in finding.marks)


def overlap(found: tuple[str, str], expected: tuple[str, str]) -> bool:
    words, wanted = found[1].replace(" …", ""), expected[1].replace(" …", "")
    return found[0] == expected[0] and (words in wanted or wanted in words)


@pytest.fixture(scope="module")
def judged(checker: Checker) -> list[tuple[Labelled, list[tuple[str, str]]]]:
    return [(case, word_findings(checker, case[0])) for case in labelled()]


def test_gold_holds_enough_sentences_of_both_kinds() -> None:
    cases = labelled()
    assert len(cases) >= 120
    assert sum(not expected for _, expected in cases) >= 50


def test_few_false_alarms(judged: list[tuple[Labelled, list[tuple[str, str]]]]) -> None:
    alarms = [
        (s, f) for (s, expected), found in judged for f in found if not any(overlap(f, e) for e in expected)
    ]
    total = sum(len(found) for _, found in judged)
    assert 1 - len(alarms) / total >= LEAST_PRECISION, alarms


def test_few_missed(judged: list[tuple[Labelled, list[tuple[str, str]]]]) -> None:
    missed = [
        (s, e) for (s, expected), found in judged for e in expected if not any(overlap(f, e) for f in found)
    ]
    total = sum(len(expected) for (_, expected), _ in judged)
    assert 1 - len(missed) / total >= LEAST_RECALL, missed
