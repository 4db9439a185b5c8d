"""Tag and dependency decide about part of speech and features; the tree decides which verbs are finite."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from duidelijk.language.morphology import ANY, FINITE, INFINITIVE, DutchMorphology, verb_tag
from duidelijk.language.pipeline import load_pipeline

MODAL, PAST = "WW|pv|tgw|ev", "WW|pv|verl|ev"
PRONOUN, TE, GONE = "VNW|pers|pron|nomin|vol|1|mv", "VZ|init", "WW|vd|vrij|zonder"
READINGS = {
    MODAL: {ANY: ("VERB", "VerbForm=Fin"), "aux": ("AUX", "VerbForm=Fin")},
    INFINITIVE: {ANY: ("VERB", "VerbForm=Inf")},
    FINITE: {ANY: ("VERB", "Number=Plur|VerbForm=Fin")},
}


def component() -> DutchMorphology:
    found = DutchMorphology(spacy.blank("nl").vocab, "morphology")
    found.readings = READINGS
    return found


@pytest.mark.parametrize(
    ("tag", "dep", "pos", "features"),
    [
        (MODAL, "aux", "AUX", "VerbForm=Fin"),
        (MODAL, "ROOT", "VERB", "VerbForm=Fin"),
        (INFINITIVE, "xcomp", "VERB", "VerbForm=Inf"),
        ("onbekend", "ROOT", "", ""),
    ],
)
def test_tag_and_dependency_decide(tag: str, dep: str, pos: str, features: str) -> None:
    morphology = component()
    token = morphology(Doc(morphology.vocab, words=["woord"], tags=[tag], heads=[0], deps=[dep]))[0]
    assert (token.pos_, str(token.morph)) == (pos, features)


@pytest.mark.parametrize(
    ("words", "tags", "heads", "deps", "verb", "expected"),
    [
        ("wij bellen", (PRONOUN, INFINITIVE), (1, 1), ("nsubj", "ROOT"), 1, FINITE),
        ("wij bellen", (PRONOUN, FINITE), (1, 1), ("nsubj", "ROOT"), 1, FINITE),
        ("wij wil bellen", (PRONOUN, MODAL, FINITE), (2, 2, 2), ("nsubj", "aux", "ROOT"), 2, INFINITIVE),
        ("wij wil bellen", (PRONOUN, MODAL, INFINITIVE), (2, 2, 2), ("nsubj", "aux", "ROOT"), 2, INFINITIVE),
        (
            "wij hebben gebeld",
            (PRONOUN, INFINITIVE, GONE),
            (2, 2, 2),
            ("nsubj", "aux", "ROOT"),
            1,
            FINITE,
        ),
        ("te bellen", (TE, INFINITIVE), (1, 1), ("mark", "ROOT"), 1, INFINITIVE),
        ("bellen", (INFINITIVE,), (0,), ("ROOT",), 0, INFINITIVE),
        (
            "helpt wij bellen",
            (MODAL, PRONOUN, INFINITIVE),
            (0, 2, 0),
            ("ROOT", "nsubj", "xcomp"),
            2,
            INFINITIVE,
        ),
    ],
)
def test_the_clause_decides_between_finite_and_infinitive(
    words: str, tags: tuple[str, ...], heads: tuple[int, ...], deps: tuple[str, ...], verb: int, expected: str
) -> None:
    vocab = spacy.blank("nl").vocab
    doc = Doc(vocab, words=words.split(), tags=list(tags), heads=list(heads), deps=list(deps))
    assert verb_tag(doc[verb]) == expected


def test_the_table_survives_the_disk(tmp_path: Path) -> None:
    component().to_disk(tmp_path)
    assert DutchMorphology(spacy.blank("nl").vocab, "morphology").from_disk(tmp_path).readings == READINGS


@pytest.mark.parametrize(
    ("text", "word", "pos", "feature"),
    [
        ("De aanvraag wordt door de gemeente beoordeeld.", "wordt", "AUX", "VerbForm=Fin"),
        ("Wij beoordelen uw aanvraag.", "beoordelen", "VERB", "Number=Plur"),
        ("Wij beoordelen uw aanvragen.", "aanvragen", "NOUN", "Number=Plur"),
    ],
)
def test_in_a_sentence(text: str, word: str, pos: str, feature: str) -> None:
    (token,) = [t for t in load_pipeline()(text) if t.text == word]
    assert token.pos_ == pos
    assert feature in str(token.morph)
