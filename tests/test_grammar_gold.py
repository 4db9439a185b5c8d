"""Sentence rules on sentences labelled by hand: what they must find, and where they must be silent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from duidelijk import Checker
from duidelijk.language.tabular import lexicon
from duidelijk.model import Finding

GOLD = Path(__file__).parent / "gold"
RULES = ("lange-zin", "lijdende-vorm", "tangconstructie", "dubbele-ontkenning", "naamwoordstijl")
MORE_RULES = ("lange-alinea", "aanspreekvorm", "vage-tijd")
FILES = {
    "grammar_sentences": RULES,
    "grammar_sentences_unseen": RULES,
    "second_opinion": (*RULES, *MORE_RULES),
    "second_opinion_more": (*RULES, *MORE_RULES),
}
GROUPS = {
    "own": ("grammar_sentences", "grammar_sentences_unseen"),
    "second": ("second_opinion", "second_opinion_more"),
}
CASES = [(group, rule) for group, files in GROUPS.items() for rule in FILES[files[0]]]
INSTEAD = {  # one phenomenon gives one finding
    "naamwoordstijl": frozenset({"formeel-woord", "jargon"}),
    "dubbele-ontkenning": frozenset({"negatieve-toon"}),
}
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.85
Judged = list[tuple[str, frozenset[str], tuple[Finding, ...]]]


def labelled(name: str) -> list[tuple[str, frozenset[str]]]:
    """Every sentence with the rules that must speak; none means that all must be silent."""
    lines = (GOLD / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith(("#", "sentence\t"))]
    return [(sentence, frozenset(filter(None, rules.split(",")))) for sentence, rules in cells]


@pytest.fixture(scope="module")
def judged(checker: Checker) -> dict[str, Judged]:
    return {
        group: [
            (text, rules, checker.check_text(text).findings) for f in files for text, rules in labelled(f)
        ]
        for group, files in GROUPS.items()
    }


@pytest.mark.parametrize(("group", "least"), [("own", 300), ("second", 350)])
def test_gold_knows_only_these_rules_and_holds_many_silent_sentences(group: str, least: int) -> None:
    cases = [case for name in GROUPS[group] for case in labelled(name)]
    assert {rule for _, rules in cases for rule in rules} == set(FILES[GROUPS[group][0]])
    assert len(cases) >= least
    assert sum(not rules for _, rules in cases) >= least / 3


@pytest.mark.parametrize(("group", "rule"), CASES)
def test_few_false_alarms(judged: dict[str, Judged], group: str, rule: str) -> None:
    """Of the sentences a rule speaks about as fout or waarschuwing, nearly all deserve it."""
    spoken = [
        (text, rule in wanted)
        for text, wanted, findings in judged[group]
        if any(f.rule == rule and (f.severity != "tip" or rule in MORE_RULES) for f in findings)
    ]
    counts = Counter(right for _, right in spoken)
    alarms = [text for text, right in spoken if not right]
    assert counts[True] / len(spoken) >= LEAST_PRECISION, alarms


@pytest.mark.parametrize(("group", "rule"), CASES)
def test_most_is_found(judged: dict[str, Judged], group: str, rule: str) -> None:
    speak = {rule} | INSTEAD.get(rule, frozenset())
    wanted = [(text, findings) for text, rules, findings in judged[group] if rule in rules]
    missed = [text for text, findings in wanted if not any(f.rule in speak for f in findings)]
    assert 1 - len(missed) / len(wanted) >= LEAST_RECALL, missed


def test_lists_of_the_grammar_are_large_and_clean() -> None:
    verbs = lexicon("grammatica/naamwoord-werkwoord").rows
    assert len(verbs) >= 150
    assert all(row["werkwoord"].split()[-1].endswith("n") for row in verbs.values())
