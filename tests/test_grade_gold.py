"""The grade on texts that were written for a level, and on texts before and after an editor.

tests/gold/levels.jsonl: 120 texts, each written for readers of one level (A1–C2). edited_documents.jsonl and
edited_sentences.jsonl: municipal texts and what an editor makes of them. Their writers didn't know the grade.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from duidelijk import Checker
from duidelijk.model import Result
from duidelijk.reading import read_text

GOLD = Path(__file__).parent / "gold"
LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def results(checker: Checker, texts: list[tuple[str, Any]]) -> list[Result]:
    return list(checker.check_documents(read_text(text, genre=genre) for text, genre in texts))


@pytest.fixture(scope="module")
def levelled(checker: Checker) -> tuple[list[str], list[Result]]:
    found = rows("levels.jsonl")
    return [row["level"] for row in found], results(checker, [(row["text"], None) for row in found])


def ranks(values: list[float]) -> np.ndarray:
    """Ranks, with the mean for ties."""
    found = np.array(values)
    return np.array([(found < value).sum() + ((found == value).sum() - 1) / 2 for value in found])


def spearman(values: list[float], others: list[float]) -> float:
    return float(np.corrcoef(ranks(values), ranks(others))[0, 1])


def test_the_estimate_knows_b1_or_easier_from_b2_or_harder(levelled: tuple[list[str], list[Result]]) -> None:
    easy = {"A1", "A2", "B1"}
    right = [(level in easy) == (result.grade.level in easy) for level, result in zip(*levelled, strict=True)]
    assert np.mean(right) >= 0.92


def test_the_grade_follows_the_level_better_than_lint_alone(levelled: tuple[list[str], list[Result]]) -> None:
    levels = [-float(LEVELS.index(level)) for level in levelled[0]]
    grades = [result.grade.score or 0.0 for result in levelled[1]]
    lint = [-(result.measures.lint or 0.0) for result in levelled[1]]
    assert spearman(grades, levels) > spearman(lint, levels) > 0.8


@pytest.mark.parametrize(
    ("name", "least"), [("edited_documents.jsonl", 1.0), ("edited_sentences.jsonl", 0.93)]
)
def test_the_edited_side_has_the_higher_score(checker: Checker, name: str, least: float) -> None:
    found = rows(name)
    before, after = (
        [result.grade.score for result in results(checker, [(row[side], row.get("genre")) for row in found])]
        for side in ("original", "edited")
    )
    right = [b is not None and a is not None and a > b for b, a in zip(before, after, strict=True)]
    assert np.mean(right) >= least


def test_a_text_as_an_editor_delivers_it_has_about_an_8(checker: Checker) -> None:
    texts = [(row["edited"], row["genre"]) for row in rows("edited_documents.jsonl")]
    grades = [result.grade.value for result in results(checker, texts)]
    assert all(grade is not None and grade >= 7 for grade in grades)
    assert 7.7 <= float(np.mean([grade for grade in grades if grade])) <= 8.8


CHEATS = {
    "full stops for commas": lambda text: re.sub(r",\s+(\w)", lambda m: f". {m[1].upper()}", text),
    "no words of more than 9 letters": lambda text: re.sub(r"\b[\w-]{10,}\b ?", "", text),
    "the same easy sentences ten times": lambda text: (
        text + "\n\nWij helpen u graag. U kunt ons bellen." * 10
    ),
    "wij and u everywhere": lambda text: re.sub(r"\.(\s)", r". Wij en u en wij.\1", text),
}


@pytest.mark.parametrize("cheat", CHEATS)
def test_a_trick_doesn_t_make_an_unclear_text_clear(checker: Checker, cheat: str) -> None:
    texts = [(row["original"], row["genre"]) for row in rows("edited_documents.jsonl")]
    before, after = (
        np.mean([result.grade.score for result in results(checker, [(change(t), g) for t, g in texts])])
        for change in (str, CHEATS[cheat])
    )
    assert after - before < 0.9 and after < 6


def test_an_unclear_text_is_not_called_b1(checker: Checker) -> None:
    text = "Restitutie geschiedt na verificatie. Vigerend beleid prevaleert. Retributies zijn verschuldigd. "
    text += "Bescheiden worden geretourneerd. Onverwijlde betaling is geboden. Mutaties behoeven fiattering. "
    text += (
        "Dossiers worden gedeponeerd. Inachtneming is vereist. Afwijzing geschiedt conform de verordening. "
    )
    text += "Bezwaar heeft geen opschortende werking. Invordering volgt terstond. Kosten zijn verhaalbaar."
    grade = checker.check_text(text).grade
    assert grade.value is not None and grade.value < 5.5
    assert grade.level in {"B2", "C1", "C2"}
