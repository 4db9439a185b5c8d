"""Single facts about letter sentences: reading them, and listing those that a pipeline gets wrong.

`python -m training.single_facts [PIPELINE] > tests/gold/facts_shortfalls.txt`
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from duidelijk.language.pipeline import EMBEDDED, load_pipeline

GOLD = Path(__file__).parent.parent / "tests" / "gold"
KINDS = ("tag", "lemma", "dep")
HEADER = "# Feiten uit facts.txt die nl_duidelijk nog niet weet: zin, woord, soort feit."


@dataclass(frozen=True, slots=True)
class Fact:
    """What is expected of one word; `tag` is a prefix, the others list right answers with a slash between."""

    sentence: str
    word: str
    kind: str
    expected: str

    @property
    def key(self) -> tuple[str, str, str]:
        """How the list of shortfalls names it."""
        return self.sentence, self.word, self.kind


def lines_of(path: Path) -> list[str]:
    """The lines that hold something."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_facts(path: Path = GOLD / "facts.txt") -> Iterator[Fact]:
    """Facts in file order; a sentence stands on a line of its own, its words after a tab."""
    sentence = ""
    for line in lines_of(path):
        if not line.startswith("\t"):
            sentence = line
            continue
        word, *cells = line.strip().split("\t")
        yield from (Fact(sentence, word, k, c) for k, c in zip(KINDS, cells, strict=True) if c != "-")


def read_shortfalls(path: Path = GOLD / "facts_shortfalls.txt") -> set[tuple[str, str, str]]:
    """Sentence, word and kind of the facts that the embedded pipeline is known to get wrong."""
    cells = (line.split("\t") for line in lines_of(path))
    return {(sentence, word, kind) for sentence, word, kind in cells}


def answer(nlp: Language, fact: Fact) -> str:
    """What the pipeline says of the word; empty where no token is this word."""
    token = next((t for t in nlp(fact.sentence) if t.text == fact.word), None)
    return "" if token is None else {"tag": token.tag_, "lemma": token.lemma_, "dep": token.dep_}[fact.kind]


def is_right(fact: Fact, given: str) -> bool:
    """Does the answer fit the fact?"""
    return given.startswith(fact.expected) if fact.kind == "tag" else given in fact.expected.split("/")


def shortfalls(nlp: Language, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts that this pipeline gets wrong."""
    return (fact for fact in facts if not is_right(fact, answer(nlp, fact)))


def main(arguments: list[str]) -> None:
    """Print the list of shortfalls, and the share that is right on standard error."""
    facts = list(read_facts())
    wrong = list(shortfalls(load_pipeline(arguments[0] if arguments else EMBEDDED), facts))
    print("\n".join([HEADER, *("\t".join(fact.key) for fact in wrong)]))
    print(f"{100 - 100 * len(wrong) / len(facts):.1f} % of {len(facts)} facts", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
