"""Every example of every rule: the marked words are found, exactly, and nothing is found in a good one."""

from __future__ import annotations

from functools import cache

import pytest

from duidelijk import Checker, checking, proving, reading
from duidelijk.language.analysis import analyse
from duidelijk.model import PROFILES, Document, Example, Genre, Rule
from duidelijk.reading.source_map import source_offset
from duidelijk.rulebook import Rulebook, load

PLACEHOLDERS = ("{", "}")


@cache
def rulebook(profile: str = PROFILES[0]) -> Rulebook:
    return load(profile=profile)


EXAMPLES = [(rule, example) for rule in rulebook().rules for example in rule.examples]


def genre_of(rule: Rule, example: Example) -> Genre:
    return example.genre or ("onbekend" if "onbekend" in rule.genres else rule.genres[0])


def read(example: Example, genre: Genre) -> Document:
    if example.format == "text":
        return reading.read_text(example.text, genre=genre)
    return reading.read_bytes(example.text.encode(), f"voorbeeld.{example.format}", genre=genre)


def in_source(document: Document, mark: tuple[int, int]) -> tuple[int, int]:
    start, end = mark
    return source_offset(document.source_map, start), source_offset(document.source_map, end - 1) + 1


def shown(text: str, spans: set[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in sorted(spans)]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{r.id}-{i}" for i, (r, _) in enumerate(EXAMPLES)]
)
def test_example(checker: Checker, rule: Rule, example: Example) -> None:
    document = read(example, genre_of(rule, example))
    own = rulebook(example.profile).rule(rule.id) or rule
    analysis = analyse(document, checker._nlp, checker.pipeline)
    found = checking.look([own], analysis)[0]
    findings = proving.with_suggestions(found, analysis, [own], checker._nlp, checker.style)
    marks = {in_source(document, mark) for finding in findings for mark in finding.marks}
    assert shown(example.text, marks) == shown(example.text, set(example.marks)), example.text
    offered = {str(each) for finding in findings for each in finding.expected}
    assert set(example.suggests) <= offered, example.text
    for finding in findings:
        assert document.text[finding.start : finding.end] == finding.actual
        assert not any(mark in finding.message for mark in PLACEHOLDERS), finding.message
        assert finding.message.rstrip("’”")[-1] in ".?!", finding.message


@pytest.mark.parametrize("profile", PROFILES)
def test_messages_are_whole_sentences(profile: str) -> None:
    for rule in rulebook(profile).rules:
        for text in (*rule.message.values(), rule.why):
            assert text[0].isupper() or text[0] in "‘“{", text
            assert text.rstrip("’”")[-1] in ".?!}", text
        assert rule.source
