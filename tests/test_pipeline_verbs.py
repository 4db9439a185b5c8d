"""The tree decides about verbs: AUX where they help, finite where they have a subject and no helper."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from duidelijk.language.verb_readings import FINITE, INFINITIVE, read_verbs

MODAL, PAST = "WW|pv|tgw|ev", "WW|pv|verl|ev"
PRONOUN, PREPOSITION = "VNW|pers|pron|nomin|vol|1|mv", "VZ|init"


@pytest.mark.parametrize(
    ("found", "dep", "expected"),
    [
        ("VERB", "aux", "AUX"),
        ("VERB", "aux:pass", "AUX"),
        ("AUX", "cop", "AUX"),
        ("AUX", "ROOT", "VERB"),
        ("VERB", "conj", "VERB"),
        ("NOUN", "aux", "NOUN"),
        ("ADJ", "ROOT", "ADJ"),
    ],
)
def test_dependency_decides_between_aux_and_verb(found: str, dep: str, expected: str) -> None:
    doc = Doc(spacy.blank("nl").vocab, words=["woord"], pos=[found], heads=[0], deps=[dep])
    assert read_verbs(doc)[0].pos_ == expected


@pytest.mark.parametrize(
    ("words", "tags", "heads", "deps", "verb", "expected"),
    [
        ("wij bellen", [PRONOUN, INFINITIVE], [1, 1], ["nsubj", "ROOT"], 1, FINITE),
        ("wij bellen", [PRONOUN, FINITE], [1, 1], ["nsubj", "ROOT"], 1, FINITE),
        ("wij wil bellen", [PRONOUN, MODAL, FINITE], [2, 2, 2], ["nsubj", "aux", "ROOT"], 2, INFINITIVE),
        ("wij wil bellen", [PRONOUN, MODAL, INFINITIVE], [2, 2, 2], ["nsubj", "aux", "ROOT"], 2, INFINITIVE),
        (
            "wij hebben gebeld",
            [PRONOUN, INFINITIVE, "WW|vd|vrij|zonder"],
            [2, 2, 2],
            ["nsubj", "aux", "ROOT"],
            1,
            FINITE,
        ),
        ("te bellen", [PREPOSITION, INFINITIVE], [1, 1], ["mark", "ROOT"], 1, INFINITIVE),
        ("bellen", [INFINITIVE], [0], ["ROOT"], 0, INFINITIVE),
        (
            "helpt wij bellen",
            [MODAL, PRONOUN, INFINITIVE],
            [0, 2, 0],
            ["ROOT", "nsubj", "xcomp"],
            2,
            INFINITIVE,
        ),
        ("wij belde", [PRONOUN, PAST], [1, 1], ["nsubj", "ROOT"], 1, PAST),
    ],
)
def test_the_clause_decides_between_finite_and_infinitive(
    words: str, tags: list[str], heads: list[int], deps: list[str], verb: int, expected: str
) -> None:
    pos = ["VERB" if tag.startswith("WW") else "X" for tag in tags]
    vocab = spacy.blank("nl").vocab
    doc = read_verbs(Doc(vocab, words=words.split(), tags=tags, pos=pos, heads=heads, deps=deps))
    assert doc[verb].tag_ == expected
    if expected != tags[verb]:
        assert str(doc[verb].morph) == (
            "VerbForm=Inf" if expected == INFINITIVE else "Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin"
        )
