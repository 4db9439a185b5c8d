"""Every example of every rule: the marked words are found, exactly, and nothing is found in a good one."""

from __future__ import annotations

from functools import cache

import pytest

from duidelijk import Checker, checking, reading
from duidelijk.language.analysis import Analysis, analyse
from duidelijk.model import Example, Finding, Genre, Rule
from duidelijk.rulebook import Rulebook, load

PLACEHOLDERS = ("{", "}")


@cache
def rulebook() -> Rulebook:
    return load()


EXAMPLES = [(rule, example) for rule in rulebook().rules for example in rule.examples]


def genre_of(rule: Rule, example: Example) -> Genre:
    return example.genre or ("onbekend" if "onbekend" in rule.genres else rule.genres[0])


def analysed(checker: Checker, text: str, genre: Genre) -> Analysis:
    return analyse(reading.read_text(text, genre=genre), checker._nlp, checker.pipeline)


def found(checker: Checker, rule: Rule, example: Example) -> tuple[Finding, ...]:
    return checking.find([rule], analysed(checker, example.text, genre_of(rule, example)))[0]


def shown(text: str, spans: set[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in sorted(spans)]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{r.id}-{i}" for i, (r, _) in enumerate(EXAMPLES)]
)
def test_example(checker: Checker, rule: Rule, example: Example) -> None:
    findings = found(checker, rule, example)
    marks = {mark for finding in findings for mark in finding.marks}
    assert shown(example.text, marks) == shown(example.text, set(example.marks)), example.text
    offered = {str(each) for finding in findings for each in finding.expected}
    assert set(example.suggests) <= offered, example.text
    for finding in findings:
        assert example.text[finding.start : finding.end] == finding.actual
        assert not any(mark in finding.message for mark in PLACEHOLDERS), finding.message
        assert finding.message.rstrip("’”")[-1] in ".?!", finding.message


@pytest.mark.parametrize("rule", rulebook().rules, ids=lambda rule: rule.id)
def test_messages_are_whole_sentences(rule: Rule) -> None:
    for text in (*rule.message.values(), rule.why):
        assert text[0].isupper() or text[0] in "‘“{", text
        assert text.rstrip("’”")[-1] in ".?!}", text
    assert rule.source
