"""Where each word form, label and tag stands in a document: a check looks only at what concerns it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.attrs import DEP, LEMMA, LOWER, POS, SENT_START, TAG
from spacy.strings import StringStore, get_string_id

from duidelijk.language.wordforms import starts_in

if TYPE_CHECKING:
    from spacy.tokens import Doc

Rows = list[list[int]]
"""Of every token: hashes of its form (in lower case) and lemma, its UPOS, and 1 where a sentence starts."""
Spot = tuple[int, int]
"""Number of a Doc, and of a token in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The spots of each form (in lower case), lemma and label by their hashes in spaCy, and of each tag.

    ``rows``: what the tokens of each Doc are; ``words``: the lemmas as words, by their hashes; ``starts``:
    the first letters of all forms and lemmas.
    """

    forms: Mapping[int, list[Spot]]
    lemmas: Mapping[int, list[Spot]]
    labels: Mapping[int, list[Spot]]
    tags: Mapping[str, list[Spot]]
    rows: Sequence[Rows]
    words: Mapping[int, str]
    starts: frozenset[str]

    def with_form(self, forms: frozenset[str]) -> list[Spot]:
        """The words with one of these forms, in text order."""
        return _found(self.forms, _hashes(forms))

    def with_form_or_lemma(self, hashes: AbstractSet[int]) -> list[Spot]:
        """The words whose form or lemma has one of these hashes, in text order."""
        found = {spot for key in self.forms.keys() & hashes for spot in self.forms[key]}
        found.update(spot for key in self.lemmas.keys() & hashes for spot in self.lemmas[key])
        return sorted(found)

    def with_lemma(self, lemmas: frozenset[str]) -> list[Spot]:
        """The words with one of these lemmas, in text order."""
        return _found(self.lemmas, _hashes(lemmas))

    def with_label(self, labels: frozenset[str]) -> list[Spot]:
        """The words with one of these dependency labels, in text order."""
        return _found(self.labels, _hashes(labels))

    def with_tag(self, starts: tuple[str, ...]) -> list[Spot]:
        """The words whose tag starts with one of these (``WW|pv``), in text order."""
        return sorted(spot for tag, spots in self.tags.items() if tag.startswith(starts) for spot in spots)


def index_of(docs: Sequence[Doc]) -> Index:
    """The index of these Docs."""
    forms: dict[int, list[Spot]] = {}
    lemmas: dict[int, list[Spot]] = {}
    labels: dict[int, list[Spot]] = {}
    tags: dict[int, list[Spot]] = {}
    rows: list[Rows] = []
    for number, doc in enumerate(docs):
        rows.append(doc.to_array([LOWER, LEMMA, POS, SENT_START, DEP, TAG]).tolist())
        for i, (form, lemma, _, _, label, tag) in enumerate(rows[-1]):
            spot = number, i
            forms.setdefault(form, []).append(spot)
            lemmas.setdefault(lemma, []).append(spot)
            labels.setdefault(label, []).append(spot)
            tags.setdefault(tag, []).append(spot)
    strings = docs[0].vocab.strings if docs else StringStore()
    named = {strings[tag]: spots for tag, spots in tags.items()}
    words = {lemma: strings[lemma] for lemma in lemmas}
    starts = starts_in({*words.values(), *(strings[form] for form in forms)})
    return Index(forms, lemmas, labels, named, rows, words, starts)


def _found(spots: Mapping[int, list[Spot]], wanted: AbstractSet[int]) -> list[Spot]:
    return sorted(spot for key in spots.keys() & wanted for spot in spots[key])


@cache
def _hashes(words: frozenset[str]) -> frozenset[int]:
    return frozenset(map(get_string_id, words))
