"""What the language pipeline must know of letters: one word, one fact (tag, lemma or function) at a time.

The facts stand in tests/gold/facts.txt; those that the embedded pipeline still gets wrong stand in
tests/gold/facts_shortfalls.txt and must leave it once they come out right
(`python -m training.single_facts > tests/gold/facts_shortfalls.txt`).
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from duidelijk.language.pipeline import load_pipeline
from training.single_facts import Fact, answer, is_right, read_facts, read_shortfalls, shortfalls

FACTS = list(read_facts())
SHORTFALLS = read_shortfalls()


@pytest.fixture(scope="module")
def embedded() -> Language:
    return load_pipeline()


def test_there_are_at_least_seventy_facts_and_the_shortfalls_are_among_them() -> None:
    assert len(FACTS) >= 70
    assert {fact.key for fact in FACTS} >= SHORTFALLS


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: "-".join(fact.key))
def test_fact(embedded: Language, fact: Fact, request: pytest.FixtureRequest) -> None:
    if fact.key in SHORTFALLS:
        request.applymarker(pytest.mark.xfail(reason="known shortfall", strict=True))
    given = answer(embedded, fact)
    assert is_right(fact, given), f"{fact.word}: {given or 'no such token'}, expected {fact.expected}"


def test_the_pipeline_that_others_use_speaks_the_same_language() -> None:
    pytest.importorskip("nl_core_news_md", reason="nl_core_news_md is not installed")
    wrong = [fact.key for fact in shortfalls(load_pipeline("nl_core_news_md"), FACTS)]
    assert len(wrong) < 0.4 * len(FACTS), wrong
