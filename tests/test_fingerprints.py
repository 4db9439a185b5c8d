"""The name of a finding stays the same while the finding does, and tells it from all others."""

from __future__ import annotations

import pytest

from duidelijk.fingerprints import fingerprints
from duidelijk.model import Finding
from tests.results import finding, result


def named(text: str, *words: str, rule: str = "w", whole: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of findings on these words, each where it first stands after the one before."""
    found: list[Finding] = []
    at = 0
    for word in words:
        at = text.index(word, at)
        found.append(finding(text, rule, at, at + len(word)))
        at += len(word)
    return fingerprints(result(text, tuple(found)), whole=whole)


@pytest.mark.parametrize(
    "other",
    [
        "Nieuwe regel.\n\nWij doen dat reeds.",
        "Wij doen dat niet, maar reeds.",
        "WIJ DOEN DAT REEDS.",
        "Wij doen dat re\u00adeds.",
        "Wij doen dat ree\u200bds.",
    ],
)
def test_a_finding_keeps_its_name_when_only_the_text_around_it_or_its_dress_changes(other: str) -> None:
    word = next(w for w in ("reeds", "REEDS", "re\u00adeds", "ree\u200bds") if w in other)
    assert named(other, word) == named("Wij doen dat reeds.", "reeds")


def test_words_over_two_lines_are_the_same_words() -> None:
    assert named("Het is\r\n  ten behoeve\r\n  van u.", "ten behoeve\r\n  van") == named(
        "Het is ten behoeve van u.", "ten behoeve van"
    )


def test_a_letter_of_one_character_is_the_same_as_a_letter_and_its_accent() -> None:
    assert named("e\u0301e\u0301n", "e\u0301e\u0301n") == named("één", "één")


def test_findings_with_the_same_words_have_different_names_and_count_on() -> None:
    once, twice = named("reeds", "reeds"), named("reeds reeds", "reeds", "reeds")
    assert len({*twice}) == 2 and twice[0] == once[0]


@pytest.mark.parametrize(("one", "other"), [("reeds", "thans"), ("en", "een")])
def test_other_words_have_another_name(one: str, other: str) -> None:
    assert named(one, one) != named(other, other)


def test_another_rule_has_another_name() -> None:
    assert named("reeds", "reeds") != named("reeds", "reeds", rule="z")


def test_only_the_marked_words_count() -> None:
    short, long = "wordt gedaan", "wordt door ons gedaan"
    one = finding(short, "z", 0, 12, (0, 5), (6, 12))
    other = finding(long, "z", 0, 21, (0, 5), (15, 21))
    assert fingerprints(result(short, (one,))) == fingerprints(result(long, (other,)))


def test_a_rule_about_the_whole_text_has_one_name_whatever_it_marks() -> None:
    assert named("Een brief.", "Een", rule="o", whole=("o",)) == named(
        "Iets anders.", "Iets", rule="o", whole=("o",)
    )


def test_a_text_without_findings_has_no_names() -> None:
    assert named("Niets.") == ()
