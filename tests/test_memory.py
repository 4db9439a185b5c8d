"""A Checker that remembers parsed text finds what one without a memory finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from duidelijk.checker import Checker
from duidelijk.language.memory import Memory
from duidelijk.model import Result

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
LETTERS = sorted(path for path in EXAMPLES.glob("*-voor.*"))
LETTER = (EXAMPLES / "herinnering-belasting-voor.txt").read_text(encoding="utf-8")
PARAGRAPHS = LETTER.split("\n\n")


class Counting:
    """A pipeline that says which texts it parsed."""

    def __init__(self) -> None:
        self.parsed: list[str] = []

    def pipe(self, texts: list[str], *, batch_size: int | None = None) -> Iterator[list[str]]:
        self.parsed += texts
        yield from ([text] for text in texts)


@pytest.fixture(scope="module")
def remembering() -> Checker:
    return Checker(remember=20_000)


@pytest.fixture(scope="module")
def forgetting() -> Checker:
    return Checker()


def drafts() -> Iterator[str]:
    """A letter as it is being written: typed, turned round, with a paragraph twice, and changed."""
    yield from ("\n\n".join(PARAGRAPHS[:n]) for n in range(1, len(PARAGRAPHS) + 1))
    yield "\n\n".join(reversed(PARAGRAPHS))
    yield "\n\n".join([*PARAGRAPHS, *PARAGRAPHS])
    yield LETTER.replace("betalen", "voldoen")


@pytest.mark.parametrize("draft", list(drafts()))
def test_a_draft_gives_the_same_result_with_a_memory(
    draft: str, remembering: Checker, forgetting: Checker
) -> None:
    assert remembering.check_text(draft) == forgetting.check_text(draft)


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_a_letter_gives_the_same_result_twice(path: Path, remembering: Checker, forgetting: Checker) -> None:
    first: Result = remembering.check_file(path)
    assert first == remembering.check_file(path) == forgetting.check_file(path)


@pytest.mark.parametrize(
    ("calls", "parsed"),
    [
        ([["a", "b"], ["a", "b"]], ["a", "b"]),
        ([["a", "b"], ["a", "c"]], ["a", "b", "c"]),
        ([["a", "a"], ["a", "a"]], ["a", "a", "a"]),
        ([[], ["a"], []], ["a"]),
        ([["x" * 8], ["y" * 8], ["x" * 8]], ["x" * 8, "y" * 8]),
        ([["x" * 8], ["y" * 8], ["z" * 8], ["x" * 8]], ["x" * 8, "y" * 8, "z" * 8, "x" * 8]),
        ([["x" * 8], ["y" * 8], ["x" * 8, "z" * 8], ["x" * 8]], ["x" * 8, "y" * 8, "z" * 8]),
        ([["x" * 80], ["x" * 80]], ["x" * 80]),
    ],
)
def test_only_text_that_it_does_not_remember_is_parsed(calls: list[list[str]], parsed: list[str]) -> None:
    pipeline = Counting()
    memory = Memory(pipeline, 10)  # type: ignore[arg-type]
    for texts in calls:
        assert list(memory.pipe(texts)) == [[text] for text in texts]
    assert pipeline.parsed == parsed


def test_equal_texts_in_one_call_each_have_a_doc_of_their_own() -> None:
    memory = Memory(Counting(), 10)  # type: ignore[arg-type]
    list(memory.pipe(["a"]))
    first, second = memory.pipe(["a", "a"])
    assert first is not second


def test_after_forgetting_twice_nothing_is_remembered() -> None:
    pipeline = Counting()
    memory = Memory(pipeline, 10)  # type: ignore[arg-type]
    list(memory.pipe(["a"]))
    memory.fade()
    list(memory.pipe(["a"]))
    memory.fade()
    memory.fade()
    list(memory.pipe(["a"]))
    assert pipeline.parsed == ["a", "a"]
