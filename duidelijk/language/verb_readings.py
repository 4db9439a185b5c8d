"""What the tree decides about verbs: AUX or VERB, and whether a form in -en is finite or an infinitive."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

NAME = "duidelijk_verb_readings"
HELPING = frozenset({"aux", "aux:pass", "cop"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
VERBS = frozenset({"AUX", "VERB"})
INFINITIVE, FINITE = "WW|inf|vrij|zonder", "WW|pv|tgw|mv"
FEATURES = {INFINITIVE: "VerbForm=Inf", FINITE: "Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin"}


@Language.component(
    NAME, assigns=["token.pos", "token.tag", "token.morph"], requires=["token.tag", "token.dep"]
)
def read_verbs(doc: Doc) -> Doc:
    """The doc with AUX for verbs that are `aux`, `aux:pass` or `cop` and VERB for others, as in the treebank.

    *Wij bellen* has a subject and no helper: finite. *Wij willen bellen* has a finite helper: an infinitive.
    """
    for token in doc:
        if token.pos_ in VERBS:
            token.pos_ = "AUX" if token.dep_ in HELPING else "VERB"
            tag = _tag(token)
            if tag != token.tag_:
                token.tag_ = tag
                token.set_morph(FEATURES[tag])  # type: ignore[attr-defined]
    return doc


def _tag(verb: Token) -> str:
    if verb.tag_ not in FEATURES:
        return verb.tag_
    main = verb.head if verb.dep_ in HELPING else verb
    others = [token for token in (main, *main.children) if token.i != verb.i]
    if main.dep_ == "xcomp" or any(token.lower_ == "te" for token in (*main.children, *verb.children)):
        return verb.tag_
    if any(t.tag_.startswith("WW|pv") and (t.dep_ in HELPING or t.i == main.i) for t in others):
        return INFINITIVE
    return FINITE if any(t.dep_ in SUBJECTS for t in others) else verb.tag_
