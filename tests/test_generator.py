"""The generated letter sentences: right trees, and the same ones each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.generator.generate import TEMPLATES, sentences
from training.generator.lexicon import nouns, verbs
from training.generator.phrases import Part, gold, join, text, word
from training.gold import read_table, validate


def test_trees_are_valid(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    blocks = (gold(phrase, phenomenon) for phenomenon, phrase in sentences(300, 7))
    path.write_text("\n".join(blocks), encoding="utf8")
    assert list(validate(path, read_table())) == []


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert list(sentences(40, 3)) == list(sentences(40, 3))
    assert list(sentences(40, 3)) != list(sentences(40, 4))


def test_every_template_is_used() -> None:
    found = {phenomenon for phenomenon, _ in sentences(800, 5)}
    assert found == {phenomenon for _, phenomenon, _ in TEMPLATES}


def test_no_sentence_comes_twice() -> None:
    found = [text(phrase.words) for _, phrase in sentences(400, 2)]
    assert len(found) == len(set(found))


def test_lexicon_is_rich() -> None:
    assert len({noun for items in nouns().values() for noun in items}) >= 300
    assert sum(len(verbs(kind)) for kind in ("trans", "intr", "refl")) >= 200


@pytest.mark.parametrize("kind", ["trans", "intr", "refl"])
def test_verbs_name_known_classes(kind: str) -> None:
    for verb in verbs(kind):
        assert {*verb.objects, *verb.complement} <= {*nouns(), "@"}


def test_joining_keeps_heads() -> None:
    det, noun = word("de", "LID|bep|stan|rest"), word("brief", "N|soort|ev|basis|zijd|stan")
    phrase = join([Part(det, "det"), Part(noun, "", "head")])
    assert (phrase.head, phrase.words[0].head, phrase.words[0].dep) == (1, 1, "det")
