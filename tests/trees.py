"""Sentences with a grammar given by hand, so that no pipeline is needed."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from duidelijk.language.analysis import Analysis, Passage, Sentence, whole_analysis
from duidelijk.language.cleaning import clean
from duidelijk.language.counting import word_units
from duidelijk.model import Block, Document, Hit, Pipeline, SourceMap

VOCAB = spacy.blank("nl").vocab
PV, INF, VD = "WW|pv|tgw|met-t", "WW|inf|vrij|zonder", "WW|vd|vrij|zonder"
NOUN, NAME, ADJ, ADV = (
    "N|soort|ev|basis|zijd|stan",
    "N|eigen|ev|basis|zijd|stan",
    "ADJ|vrij|basis|zonder",
    "BW",
)
DET, PRON, ADP, PRT, MARK = (
    "LID|bep|stan|rest",
    "VNW|pers|pron|nomin|vol|1|mv",
    "VZ|init",
    "VZ|fin",
    "VG|onder",
)
POSS, PUNCT = "VNW|bez|det|stan|vol|3|ev|prenom|zonder|agr", "LET"
UPOS = {
    "WW": "VERB",
    "N": "NOUN",
    "ADJ": "ADJ",
    "BW": "ADV",
    "LID": "DET",
    "VNW": "PRON",
    "VZ": "ADP",
    "VG": "SCONJ",
}


def tree(*rows: tuple[str, str, str, int, str]) -> Sentence:
    """The sentence of (word, tag, label, index of its head, lemma) rows."""
    tags = [tag for _, tag, _, _, _ in rows]
    labels = [label for _, _, label, _, _ in rows]
    doc = Doc(
        VOCAB,
        words=[word for word, *_ in rows],
        lemmas=[lemma for *_, lemma in rows],
        tags=tags,
        pos=[_upos(tag, label) for tag, label in zip(tags, labels, strict=True)],
        deps=labels,
        heads=[head for _, _, _, head, _ in rows],
    )
    block = Block("paragraph", 0, 0, len(doc.text))
    return Sentence(block, doc[:], clean(doc.text, 0, len(doc.text)), word_units(doc[:]))


def _upos(tag: str, label: str) -> str:
    if tag.startswith("N|eigen"):
        return "PROPN"
    return "AUX" if label in {"aux", "aux:pass", "cop"} else UPOS.get(tag.split("|")[0], "PUNCT")


def analysis(sentence: Sentence) -> Analysis:
    text = sentence.span.doc.text
    document = Document("", "", "onbekend", None, text, (sentence.block,), (), SourceMap(()))
    passage = Passage(sentence.block, sentence.span.doc, sentence.clean, (sentence,))
    return whole_analysis(document, (passage,), Pipeline("test", "1"))


def marked(sentence: Sentence, hits: list[Hit]) -> list[list[str]]:
    text = sentence.span.doc.text
    return [[text[start:end] for start, end in hit.marks or ((hit.start, hit.end),)] for hit in hits]
