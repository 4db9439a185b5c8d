"""Suggestions into a text: in rounds, to rest, and the same again changes nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from duidelijk import Checker, fix_file
from duidelijk.errors import ReadError
from duidelijk.fixing import Check, best, fixed, safe
from duidelijk.model import Finding, Fixed, Page, Suggestion
from duidelijk.reading import read_bytes
from tests.results import finding, result
from tests.test_properties import TEXTS, few
from tests.test_reading_docx import p, r, word

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
Lists = Mapping[str, tuple[str, ...]]


def findings(text: str, lists: Lists) -> tuple[Finding, ...]:
    """A finding for every place of these words; a suggestion with ``~`` before it isn't safe."""
    found = [
        replace(
            finding(text, f"regel-{words}", *match.span()),
            expected=tuple(Suggestion(each.lstrip("~"), not each.startswith("~")) for each in suggestions),
        )
        for words, suggestions in lists.items()
        for match in re.finditer(words, text)
    ]
    return tuple(sorted(found, key=lambda f: (f.start, f.end, f.rule)))


def checking(lists: Lists, name: str = "a.txt") -> Check:
    """A check that finds exactly these words."""

    def check(data: bytes) -> Page:
        document = read_bytes(data, name)
        found = replace(result(document.text, findings(document.text, lists)), document=document)
        return Page(data, found, ((0, len(document.text)),))

    return check


def text_of(outcome: Fixed) -> str:
    return outcome.after.result.document.text


SAFE = [
    pytest.param({"dient te": ("moet",)}, "U dient te gaan.", "U moet gaan.", id="once"),
    pytest.param({"dient": ("moet",), "te": ("",)}, "U dient te gaan.", "U moet gaan.", id="side-by-side"),
    pytest.param({"dient te": ("~moet",)}, "U dient te gaan.", "U dient te gaan.", id="not-safe"),
    pytest.param({"dient te": ("~hoort te", "moet")}, "U dient te gaan.", "U moet gaan.", id="second-is-safe"),
    pytest.param({"een": ("twee",), "twee": ("drie",)}, "Dit is een dag.", "Dit is drie dag.", id="next-round"),
    pytest.param({"dient": ("moet",), "U dient te gaan": ("Ga",)}, "U dient te gaan.", "U moet te gaan.", id="short-one-first"),
    pytest.param({"een": ("twee",), "twee": ("een",)}, "Dit is een dag.", "Dit is een dag.", id="circle-stays"),
    pytest.param({"nul": ("een",), "een": ("twee",), "twee": ("een",)}, "Dit is nul dag.", "Dit is een dag.", id="way-into-a-circle"),
    pytest.param({"een": ("een een",), "dient te": ("moet",)}, "U dient te gaan, een dag.", "U moet gaan, een dag.", id="endless-rule-is-left-out"),
]  # fmt: skip


@pytest.mark.parametrize(("lists", "text", "expected"), SAFE)
def test_safe_suggestions_are_followed_to_rest(lists: Lists, text: str, expected: str) -> None:
    check = checking(lists)
    once = fixed(check(text.encode()), check, safe)
    assert text_of(once) == expected
    twice = fixed(check(once.after.data), check, safe)
    assert twice.after.data == once.after.data and twice.replaced == ()


def test_all_suggestions_can_be_followed_too() -> None:
    check = checking({"dient te": ("~moet", "hoort te")})
    outcome = fixed(check(b"U dient te gaan."), check, best)
    assert text_of(outcome) == "U moet gaan."
    (done,) = outcome.replaced
    assert (done.rule, done.actual, done.text) == ("regel-dient te", "dient te", "moet")


def test_what_the_file_cannot_have_is_told_and_the_rest_is_done() -> None:
    check = checking({"Circa": ("1.",), "indien": ("als",)}, "a.md")
    outcome = fixed(check(b"Circa drie keer, indien u belt."), check, safe)
    assert text_of(outcome) == "Circa drie keer, als u belt."
    assert len(outcome.refused) == 1 and len(outcome.replaced) == 1


def test_a_short_one_gets_its_turn_where_the_long_one_is_refused() -> None:
    inner = p(r("U ") + r("dient te betalen", "<w:b/>") + r(" voor mei."))
    check = checking(
        {
            "dient te betalen voor mei": ("moet betalen voor mei",),
            "betalen voor": ("overmaken op tijd vóór",),
        },
        "a.docx",
    )
    outcome = fixed(check(word(inner)), check, safe)
    assert text_of(outcome) == "U moet betalen voor mei." and len(outcome.refused) == 1


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*-voor.*")), ids=lambda path: path.name)
@pytest.mark.parametrize("only_safe", [True, False])
def test_fixing_an_example_again_changes_nothing(checker: Checker, path: Path, only_safe: bool) -> None:
    once = checker.fix_file(path, safe=only_safe)
    assert once.replaced and once.before.data == path.read_bytes()
    before, after = once.before.result.grade.score, once.after.result.grade.score
    assert before is not None and after is not None and after > before
    twice = checker.fix_bytes(once.after.data, path.name, safe=only_safe)
    assert twice.after.data == once.after.data and twice.replaced == ()


def test_a_text_and_a_file_from_python(checker: Checker, tmp_path: Path) -> None:
    text = "Indien u vragen heeft over uw paspoort, belt u ons."
    assert text_of(checker.fix_text(text)) == text.replace("Indien", "Als")
    (tmp_path / "brief.md").write_text(text, encoding="utf-8")
    assert fix_file(tmp_path / "brief.md").after.data.decode() == text.replace("Indien", "Als")


def test_a_silenced_rule_stays_silent(checker: Checker) -> None:
    page = "<!-- duidelijk uit: formeel-woord -->\nIndien u vragen heeft over uw paspoort, belt u ons.\n"
    outcome = checker.fix_bytes(page.encode(), "a.md")
    assert outcome.after.data == page.encode()


@few
@given(text=TEXTS)
def test_any_text_comes_to_rest(checker: Checker, text: str) -> None:
    try:
        once = checker.fix_text(text)
    except ReadError:
        return
    twice = checker.fix_bytes(once.after.data, "tekst.txt", genre=once.after.result.document.genre)
    assert twice.after.data == once.after.data
