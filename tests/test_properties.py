"""What holds for any text: no crash, exact offsets, the same bytes, and a page that shows the same text."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidelijk import Checker
from duidelijk.errors import ReadError
from duidelijk.model import Result
from duidelijk.rendering import html, json, terminal
from duidelijk.rulebook import load
from tests.test_cli import SCHEMA
from tests.test_page import Page

WORDS = st.sampled_from(
    "Indien u de brief d.d. 3 mei 2026 i.v.m. het ten behoeve van dient te worden 🏛️ cafe\u0301 par\u00adkeer {{naam}} "
    "[[datum]] «adres» wordt door ons niet afgewezen tenzij zonder . , ? : ; ( ) \" ' € 14 0321 je uw z.s.m. "
    "maat-\nschappelijk \r\n \n\n \t - 1. # Geachte heer, Met vriendelijke groet, https://x.nl/a?b=c&d "
    "\u202e \u200b \ufeff \x0c \u2028 é 𝒳 👩‍👩‍👧 ..... ---- <b> </b> &amp; ]]>".split(" ")
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=30).map("\n".join),
    st.text(max_size=200),
    st.text(st.characters(categories=("P", "Z", "C", "M")), max_size=60),
)
few = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def checked(checker: Checker, text: str) -> Result | None:
    """The result, or None where the text is refused with a sentence."""
    try:
        return checker.check_text(text)
    except ReadError as problem:
        assert str(problem).endswith(".")
        return None


@few
@given(text=TEXTS)
def test_every_finding_quotes_the_text_at_its_offsets(checker: Checker, text: str) -> None:
    result = checked(checker, text)
    if result is None:
        return
    assert result.document.text == text
    for finding in result.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.actual
        assert all(finding.start <= start < end <= finding.end for start, end in finding.marks)
        assert finding.place.line >= 1 and finding.place.column >= 1


@few
@given(text=TEXTS)
def test_every_rendering_shows_any_text(checker: Checker, text: str) -> None:
    result = checked(checker, text)
    if result is None:
        return
    rules = load().rules
    shown = html.render(result, rules)
    assert Page(shown).text == text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    assert html.render(result, rules) == shown
    context = {"pipeline": {"name": "x", "version": "1"}, "rulebook_version": "1", "profile": "standaard"}
    jsonschema.validate(json.as_data([result], [], context), SCHEMA)
    terminal.render(result, {rule.id: rule.title for rule in rules})


@pytest.mark.parametrize("prefix", ["", "\ufeff", "🏛️ ", "e\u0301 ", "\r\n\r\n", "par\u00adkeer "])
def test_offsets_hold_after_awkward_characters(checker: Checker, prefix: str) -> None:
    text = f"{prefix}Wij schrijven u ten aanzien van uw paspoort."
    found = [f.actual for f in checker.check_text(text).findings]
    assert "ten aanzien van" in found


def test_words_broken_over_lines_are_found_whole(checker: Checker) -> None:
    text = "Wij schrijven u met betrek-\nking tot uw paspoort en\nten\naanzien van uw kaart."
    found = [f.actual for f in checker.check_text(text).findings]
    assert "met betrek-\nking tot" in found and "ten\naanzien van" in found


def test_checking_one_text_does_not_change_the_next(checker: Checker) -> None:
    text = "U dient het formulier op te sturen."
    before = checker.check_text(text)
    checker.check_text("Iets heel anders, met Indien en d.d. erin.")
    assert checker.check_text(text) == before
