"""Verbs are AUX where they help another word and VERB elsewhere, as the treebank has it by dependency."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

NAME = "duidelijk_auxiliaries"
HELPING = frozenset({"aux", "aux:pass", "cop"})
VERBS = frozenset({"AUX", "VERB"})


@Language.component(NAME, assigns=["token.pos"], requires=["token.pos", "token.dep"])
def mark_auxiliaries(doc: Doc) -> Doc:
    """The doc with `pos_` AUX for verbs that are `aux`, `aux:pass` or `cop`, VERB for other verbs."""
    for token in doc:
        if token.pos_ in VERBS:
            token.pos_ = "AUX" if token.dep_ in HELPING else "VERB"
    return doc
