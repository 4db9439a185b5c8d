"""Part of speech and features from tag and dependency, by a table made from the treebank.

The tree also decides whether a verb form in -en is finite: *wij bellen*, *wij willen bellen*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.pipeline.morphologizer import morphologizer_score  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.vocab import Vocab

from duidelijk.language.clauses import HELPING

FACTORY = "duidelijk_morphology"
ANY = "*"
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
INFINITIVE, FINITE = "WW|inf|vrij|zonder", "WW|pv|tgw|mv"
Reading = tuple[str, str]
_FILE = "readings.json"


class DutchMorphology:
    """The pipeline component; it needs tags and dependencies.

    `readings` maps tag → dependency, or `*` for all others → (UPOS, features).
    """

    def __init__(self, vocab: Vocab, name: str) -> None:
        self.vocab, self.name = vocab, name
        self.readings: Mapping[str, Mapping[str, Reading]] = MappingProxyType({})

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            if token.tag_ in (INFINITIVE, FINITE):
                token.tag_ = verb_tag(token)
            known = self.readings.get(token.tag_)
            if known:
                pos, features = known.get(token.dep_) or known[ANY]
                token.pos_ = pos
                token.set_morph(features)  # type: ignore[attr-defined]
        return doc

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """`pos_acc`, `morph_acc` and what else spaCy's morphologizer reports."""
        return dict(morphologizer_score(examples))

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table into the folder `path`."""
        path.mkdir(parents=True, exist_ok=True)
        srsly.write_json(path / _FILE, {tag: dict(known) for tag, known in self.readings.items()})

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> DutchMorphology:
        """Read the table from the folder `path`."""
        found = srsly.read_json(path / _FILE)
        self.readings = {tag: {dep: tuple(r) for dep, r in known.items()} for tag, known in found.items()}
        return self


def verb_tag(verb: Token) -> str:
    """The tag of a plural present or an infinitive: finite with a subject and no finite helper.

    It keeps its own tag after *te*, as `xcomp`, and where there is neither subject nor helper.
    """
    main = verb.head if verb.dep_ in HELPING else verb
    others = [token for token in (main, *main.children) if token.i != verb.i]
    if main.dep_ == "xcomp" or any(token.lower_ == "te" for token in (*main.children, *verb.children)):
        return verb.tag_
    if any(t.tag_.startswith("WW|pv") and (t.dep_ in HELPING or t.i == main.i) for t in others):
        return INFINITIVE
    return FINITE if any(t.dep_ in SUBJECTS for t in others) else verb.tag_


@Language.factory(
    FACTORY,
    assigns=["token.pos", "token.morph", "token.tag"],
    requires=["token.tag", "token.dep"],
    default_score_weights={"pos_acc": 0.5, "morph_acc": 0.5, "morph_per_feat": None},
)
def make_morphology(nlp: Language, name: str) -> DutchMorphology:
    """The factory `duidelijk_morphology`."""
    return DutchMorphology(nlp.vocab, name)
