"""What holds for every suggestion: it fits its span, leaves the rest alone, and makes nothing worse."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from duidelijk import Checker
from duidelijk.model import SEVERITIES, Finding
from tests.test_properties import TEXTS, checked, few

GOLD = Path(__file__).parent / "gold"
LETTERS = sorted((GOLD / "letters").glob("*.txt"))
SENTENCES = [
    row.split("\t")[2]
    for row in (GOLD / "rulebook_sentences.tsv").read_text(encoding="utf-8").splitlines()
    if row.count("\t") >= 2 and not row.startswith(("#", "set\t"))
][::7]


def applied(text: str, finding: Finding) -> str:
    return text[: finding.start] + str(finding.expected[0]) + text[finding.end :]


def weight(findings: tuple[Finding, ...], rule: str) -> int:
    """How much a rule finds: heavier findings count for more."""
    return sum(SEVERITIES.index(f.severity) + 1 for f in findings if f.rule == rule)


def suggested(checker: Checker, text: str) -> list[Finding]:
    result = checked(checker, text)
    return [f for f in result.findings if f.expected] if result else []


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_applying_a_suggestion_leaves_the_other_findings_at_their_words(
    checker: Checker, letter: Path
) -> None:
    text = letter.read_text(encoding="utf-8")
    before = checker.check_text(text, genre="brief").findings
    for finding in [f for f in before if f.expected]:
        new = applied(text, finding)
        shift = len(new) - len(text)
        for other in before:
            if other.end <= finding.start:
                assert new[other.start : other.end] == other.actual
            elif other.start >= finding.end:
                assert new[other.start + shift : other.end + shift] == other.actual


@pytest.mark.parametrize("text", SENTENCES)
def test_a_suggestion_mends_more_than_it_breaks(checker: Checker, text: str) -> None:
    for finding in suggested(checker, text):
        assert text[finding.start : finding.end] == finding.actual
        after = checker.check_text(applied(text, finding)).findings
        before = checker.check_text(text).findings
        assert weight(after, finding.rule) <= weight(before, finding.rule), applied(text, finding)


@few
@given(text=TEXTS)
def test_every_suggestion_gives_a_text_that_can_be_checked(checker: Checker, text: str) -> None:
    for finding in suggested(checker, text):
        assert str(finding.expected[0]) != finding.actual
        assert str(finding.expected[0]).strip() == str(finding.expected[0]) != ""
        new = applied(text, finding)
        assert checker.check_text(new).document.text == new
