"""One thing that a text calls by several names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.explaining import beside, is_explained
from duidelijk.language.silence import is_own
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

Used = list[tuple["Sentence", "Token"]]


def varying_words(analysis: Analysis, *, sets: Lexicon, least: int = 3) -> Iterator[Hit]:
    """The first use of every word for a thing that the text mostly calls otherwise, by sets of synonyms.

    ``sets``: the plain word, the others with ``|`` between them (column ``leden``), and words after which one
    of them means something else (``niet-na``). The names must be used ``least`` times together. A name that
    the text explains or gives in brackets is silent.
    """
    used: dict[str, dict[str, Used]] = {}
    members = _members(sets)
    for sentence, token in analysis.with_lemma(members):
        lemma = token.lemma_
        for plain in members[lemma] if token.pos_ == "NOUN" else ():
            if _is_use(sentence, token, sets.rows[plain]["niet-na"]):
                used.setdefault(plain, {}).setdefault(lemma, []).append((sentence, token))
    sentences = list(analysis.sentences()) if any(len(names) > 1 for names in used.values()) else []
    for plain, names in used.items():
        if len(names) > 1 and sum(map(len, names.values())) >= least:
            yield from _others(plain, names, sentences)


def _is_use(sentence: Sentence, token: Token, unlike: str) -> bool:
    """Whether it's the writer's own word, and not *eigen bijdrage* or the like."""
    before = token.nbor(-1).lower_ if token.i else ""
    return before not in unlike.split() and is_own(sentence, token)


def _others(plain: str, names: Mapping[str, Used], sentences: list[Sentence]) -> Iterator[Hit]:
    """The first use of all names but the most used one; of two that are used as often the plain one stays."""
    free = {name: uses for name, uses in names.items() if not any(_explained(use, sentences) for use in uses)}
    if len(free) < 2:
        return
    kept = max(free, key=lambda name: (len(free[name]), name == plain))
    for name, uses in free.items():
        if name != kept:
            sentence, token = uses[0]
            start, end = sentence.range(token, token)
            yield Hit(start, end, {"term": name, "kept": kept, "other": token.lower_}, value=len(free))


def _explained(use: tuple[Sentence, Token], sentences: list[Sentence]) -> bool:
    sentence, token = use
    at = next(i for i, each in enumerate(sentences) if each is sentence)
    return is_explained(sentence, token.idx, token.idx + len(token), beside(sentences, at)[1])


@cache
def _members(sets: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Every name with the plain words of the sets that it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for plain, row in sets.rows.items():
        for name in (plain, *(part.strip() for part in row["leden"].split("|"))):
            found[name] = (*found.get(name, ()), plain)
    return found
