"""A verb is AUX where it helps another word, VERB elsewhere."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from duidelijk.language.auxiliaries import mark_auxiliaries


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
def test_dependency_decides(found: str, dep: str, expected: str) -> None:
    doc = Doc(spacy.blank("nl").vocab, words=["woord"], pos=[found], heads=[0], deps=[dep])
    assert mark_auxiliaries(doc)[0].pos_ == expected
