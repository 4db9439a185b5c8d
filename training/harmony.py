"""One scheme for all sentences: that of the development files and of published Dutch pipelines.

Parts of the training trees come from another version of the converter, which differs on three points.
"""

from __future__ import annotations

from dataclasses import replace

from training.sentences import Sentence

NO_GENDER = "N|eigen|ev|basis|genus|stan"  # unknown to the annotators' lexicon; elsewhere names have a gender
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
CLAUSAL = frozenset({"cop", "nsubj", "nsubj:pass", "csubj", "aux", "aux:pass"})
INDEFINITE = "VNW|onbep|det|stan|prenom|zonder|evon"  # elk, ieder


def harmonized(sentence: Sentence) -> Sentence:
    """The sentence with `amod` for adverbs at nominals (*ook de gemeente*), and no tag `genus`."""
    pairs = zip(sentence.xpos, sentence.feats, strict=True)
    return replace(
        sentence,
        xpos=tuple("" if tag == NO_GENDER else tag for tag in sentence.xpos),
        feats=tuple("" if tag == INDEFINITE else feats for tag, feats in pairs),
        deps=tuple(_label(sentence, i) for i in range(len(sentence.words))),
    )


def _label(sentence: Sentence, i: int) -> str:
    head = sentence.heads[i]
    if sentence.deps[i] != "advmod" or sentence.upos[i] != "ADV" or sentence.upos[head] not in NOMINAL:
        return sentence.deps[i]
    around = zip(sentence.heads, sentence.deps, strict=True)
    clausal = sentence.deps[head] == "root" or any(h == head and dep in CLAUSAL for h, dep in around)
    return "advmod" if clausal else "amod"
