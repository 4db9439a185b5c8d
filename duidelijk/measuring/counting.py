"""Analysis → what can be counted of each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from duidelijk.language import frequency
from duidelijk.language.addressing import FORMAL, INFORMAL, SENDER
from duidelijk.language.difficulty import ease
from duidelijk.language.grammar import all_passives
from duidelijk.language.lint_words import subtlex_zipf
from duidelijk.language.sentence_shape import ends_open, has_verb, is_gap, is_loose, is_mark, is_verbless
from duidelijk.measuring import lint
from duidelijk.measuring.tally import LONG, Counted, Counts, Tally, Word, summed, word_sums
from duidelijk.model import BlockKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_RUNNING: tuple[BlockKind, ...] = ("paragraph", "item")
_INSTEAD: tuple[BlockKind, ...] = ("quote", "subject", "heading", "salutation", "closing")
"""Counted when a text has no running text."""
_APART: tuple[BlockKind, ...] = ("quote", "cell")
_LONG_WORD = 6
"""A word with more letters than this is long for LIX (Björnsson 1968)."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_READER = FORMAL | INFORMAL
_READER_WEIGHT = 0.25


def count(analysis: Analysis) -> Counts:
    """What can be counted of a document."""
    groups = list(_groups(analysis.within(_RUNNING).sentences()))
    kinds: tuple[BlockKind, ...] = _RUNNING
    if not groups:
        kinds = _INSTEAD
        loose = analysis.within(kinds).sentences()
        groups = [group for group in _groups(loose) if any(map(has_verb, group))]
    passive = {s.start: len(found) for s, found in all_passives(analysis.within(kinds))}
    seen: set[tuple[str, ...]] = set()
    counted: list[Counted] = []
    left_out = [
        (b.start, b.end) for b in analysis.document.blocks if b.kind in _APART and b.kind not in kinds
    ]
    for group in groups:
        key = tuple(t.lower_ for sentence in group for t in sentence.span if not (t.is_punct or t.is_space))
        if key and key in seen:
            left_out.append((group[0].start, group[-1].end))
            continue
        seen.add(key)
        counted.append(_counted(group, passive))
    every = [sentence for group in groups for sentence in group]
    words = sum(len(sentence.units) for sentence in every)
    total = summed(each.tally for each in counted)
    return Counts(words, len(every), tuple(counted), tuple(left_out), total)


def _groups(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Each sentence with a verb, and the loose pieces behind it: *Omdat u verhuisd bent.*"""
    for _, block in groupby((s for s in sentences if s.units), key=lambda s: s.block):
        group: list[Sentence] = []
        for sentence in block:
            if group and not (has_verb(group[0]) and is_loose(sentence)):
                yield group
                group = []
            group.append(sentence)
        yield group


def _counted(group: Sequence[Sentence], passive: Mapping[int, int]) -> Counted:
    if group[0].block.kind == "item" and not any(map(has_verb, group)):
        return Counted(group[0].start, group[-1].end, Tally(), ())
    tokens = [list(sentence.span) for sentence in group]
    parts = [word for each, inside in zip(group, tokens, strict=True) for word in _words(each, inside)]
    pairs = zip(group, tokens, strict=True)
    tallies = [_tally(each, inside, passive.get(each.start, 0)) for each, inside in pairs]
    leads_in = tokens[-1][-1].text == ":"
    lengths = Tally() if leads_in else _lengths(group, tokens)
    total = summed((lengths, word_sums(parts), *tallies))
    return Counted(group[0].start, group[-1].end, total, tuple(parts))


def _lengths(group: Sequence[Sentence], tokens: Sequence[Sequence[Token]]) -> Tally:
    """What a sentence adds to the means over sentences, together with the loose pieces behind it."""
    found = [lint.features(inside) for inside in tokens]
    words = sum(len(sentence.units) for sentence in group)
    dependency = [each.dependency for each in found if each.dependency is not None]
    density = [each.density for each in found if each.density is not None]
    return Tally(
        read_words=words,
        read_sentences=1,
        squares=words**2,
        dependency=sum(dependency),
        dependencies=len(dependency),
        density=sum(density),
        densities=len(density),
    )


def _tally(sentence: Sentence, tokens: Sequence[Token], passives: int) -> Tally:
    """What a sentence adds to the other sums, besides its content words."""
    spoken = [token for token in tokens if token.is_alpha]
    lowered = [token.lower_ for token in tokens]
    kinds = [kind for token in tokens if (kind := lint.noun_kind(token))]
    return Tally(
        words=len(sentence.units),
        sentences=1,
        longer=len(sentence.units) > LONG,
        spoken=len(spoken),
        syllables=frequency.syllables(token.text for token in spoken),
        long_words=sum(len(t) > _LONG_WORD and not _is_counted(t) for t in spoken),
        concrete=kinds.count("c"),
        nouns=len(kinds),
        commas=lowered.count(","),
        marks=sum(map(is_mark, tokens)) + ends_open(sentence),
        loose=is_verbless(sentence),
        gaps=sum(map(is_gap, tokens)),
        passives=passives,
        passive_sentences=passives > 0,
        personal=_personal(lowered) if has_verb(sentence) else 0,
    )


def _personal(forms: Sequence[str]) -> float:
    return sum(form in SENDER for form in forms) + _READER_WEIGHT * sum(form in _READER for form in forms)


def _is_counted(token: Token) -> bool:
    """Whether it is one of the words that a clearer word can replace."""
    return token.pos_ in _CONTENT or lint.is_manner(token)


def _words(sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Word]:
    for token in tokens:
        if not _is_counted(token):
            continue
        looked_up = lint.counted_word(token)
        spoken = token.is_alpha
        yield Word(
            *sentence.range(token, token),
            long=spoken and len(token) > _LONG_WORD,
            frequency=subtlex_zipf(looked_up) if looked_up else None,
            ease=ease(token.lower_, token.lemma_.lower()).zipf if spoken and token.pos_ in _CONTENT else None,
        )
