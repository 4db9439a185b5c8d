"""The word embedding of the embedded pipeline: features of a word's spelling, computed once per form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.lang.lex_attrs import word_shape
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate
from thinc.layers.array_getitem import ints_getitem

SHORTEST_TAIL = 4
COLUMNS = ("form", "tail", "prefix", "suffix", "ending", "shape")
_DOUBLE = frozenset([",,", "''", "``", "„", "“", "”", "‟", "«", "»", '"'])
_SINGLE = str.maketrans("‘’‚`´", "'''''")
_MARKS = {"–": "-", "—": "-", "--": "-", "…": "...", "..": "...", "....": "..."}


def normalized(orth: str) -> str:
    """The form that is looked up: lower case, digits as 0, one kind of quotation mark, dash and ellipsis."""
    form = "".join("0" if c.isdigit() else c for c in orth.lower())
    if form in _DOUBLE:
        return '"'
    form = form.translate(_SINGLE)
    return _MARKS.get(form, form)


def spelling_features(orth: str, known: frozenset[int]) -> tuple[int, ...]:
    """Hashes of one word's features, in the order of `COLUMNS`.

    A form that training hardly saw is "unknown" (0): what is learnt from rare words holds for new ones.
    The tail is the longest known form that the word ends in: the last part of a compound.
    """
    form = normalized(orth)
    key = hash_string(form)
    tails = (hash_string(form[i:]) for i in range(2, len(form) - SHORTEST_TAIL + 1))
    return (
        key if key in known else 0,
        next((tail for tail in tails if tail in known), 0),
        hash_string("p" + form[:3]),
        hash_string("s" + form[-3:]),
        hash_string("e" + form[-5:]),
        hash_string("v" + word_shape(orth if form[:1].isalnum() else form)),
    )


@registry.architectures("duidelijk.SpellingEmbed.v1")  # type: ignore[untyped-decorator]
def spelling_embed(
    width: int, form_rows: int, prefix_rows: int, suffix_rows: int, ending_rows: int, shape_rows: int
) -> Model[list[Doc], list[Any]]:
    """A layer from documents to one vector of `width` per word, from spelling alone.

    Each form in a batch is computed once. The forms that training knows are in `attrs["known"]` (uint64).
    """
    forms: Model[Any, Any] = HashEmbed(width, form_rows, seed=8, dropout=0.0)
    rows = (prefix_rows, suffix_rows, ending_rows, shape_rows)
    affixes: list[Model[Any, Any]] = [
        HashEmbed(width, n, column=i, seed=7 + i, dropout=0.0) for i, n in enumerate(rows, 2)
    ]
    columns = [chain(_column(0), forms), chain(_column(1), forms), *affixes]
    mix: Model[Any, Any] = Maxout(width, width * len(columns), nP=3, dropout=0.0, normalize=True)
    inner: Model[Any, Any] = chain(concatenate(*columns), mix)
    cache: dict[int, tuple[int, ...]] = {}
    known: dict[str, Any] = {"source": None, "forms": frozenset()}

    def features(docs: Sequence[Doc], orths: Any) -> Any:
        if known["source"] is not model.attrs["known"]:
            known.update(source=model.attrs["known"], forms=frozenset(model.attrs["known"].tolist()))
            cache.clear()
        strings = docs[0].vocab.strings
        for orth in orths.tolist():
            if orth not in cache:
                cache[orth] = spelling_features(strings[orth], known["forms"])
        return np.array([cache[orth] for orth in orths.tolist()], dtype="uint64").reshape(-1, len(COLUMNS))

    def forward(
        model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
    ) -> tuple[Any, Callable[..., Any]]:
        words = (
            np.concatenate([doc.to_array("ORTH") for doc in docs]) if docs else np.zeros(0, dtype="uint64")
        )
        orths, places = np.unique(words, return_inverse=True)
        vectors, back = inner(features(docs, orths), is_train)
        index: Any = places.astype("i")
        ends = np.cumsum([len(doc) for doc in docs])[:-1]

        def backprop(gradients: list[Any]) -> list[Doc]:
            total: Any = model.ops.alloc2f(*vectors.shape)
            model.ops.scatter_add(total, index, np.concatenate(gradients))  # type: ignore[arg-type]
            back(total)
            return []

        return np.split(vectors[places], ends), backprop

    def init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:
        inner.initialize()

    model: Model[list[Doc], list[Any]] = Model(
        "spelling_embed",
        forward,
        init=init,
        layers=[inner],
        dims={"nO": width},
        attrs={"known": np.zeros(0, dtype="uint64")},
    )
    return model


def _column(index: int) -> Model[Any, Any]:
    return ints_getitem((slice(0, None), index))
