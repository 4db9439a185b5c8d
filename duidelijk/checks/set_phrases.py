"""Set phrases of official letters, where they stand as such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.formulas import Found, found_formulas, per_sentence
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Sentence

_BETWEEN = 3
_EMPTY = frozenset({"aanloop"})
"""Phrases that a sentence can do without, whatever comes behind *dat*."""


def set_phrases(
    analysis: Analysis, *, phrases: Lexicon, sets: Lexicon, last_sentences: int = 10
) -> Iterator[Hit]:
    """The phrases of the list, those of one sentence as one hit; the highest ``ernst`` is its value.

    Column ``waar``: *begin* only in the first sentence of the text or behind the salutation, *slot* only in
    the last ``last_sentences``, else anywhere. ``soort`` chooses the message, ``beter`` is named in it and
    ``vervang`` may stand in the place of exactly these words.
    """

    @cache
    def places() -> dict[str, set[int]]:
        return {"begin": _first(analysis), "slot": _last(analysis, last_sentences)}

    def stands(sentence: Sentence, row: Mapping[str, str]) -> bool:
        return not (where := row.get("waar", "")) or id(sentence) in places()[where]

    found = found_formulas(analysis, phrases, sets, stands)
    yield from map(phrases_hit, per_sentence(found))


def phrase_hit(found: Found) -> Hit:
    """The hit of a phrase by itself."""
    return phrases_hit([found])


def phrases_hit(found: Sequence[Found]) -> Hit:
    """The hit of the phrases of one sentence: what the gravest says of it, all of them underlined."""
    gravest = max(found, key=lambda f: float(f.row.get("ernst") or 0))
    parts = _parts(found)
    text, row = gravest.sentence.clean.text, gravest.row
    marks = tuple(gravest.sentence.clean.range(*part) for part in parts)
    detail = {
        "kind": row["soort"],
        "phrase": " … ".join(text[start:end] for start, end in parts),
        "better": row.get("beter", ""),
        "alternatives": tuple(filter(None, row.get("vervang", "").split("|"))) if len(found) == 1 else (),
    }
    opens = len(parts) == 1 and parts[0][0] == gravest.sentence.span.start_char
    seen = (gravest.sentence, parts[0][1]) if opens and row["soort"] in _EMPTY else None
    return Hit(marks[0][0], marks[-1][1], detail, float(row.get("ernst") or 0), marks, seen=seen)


def _parts(found: Sequence[Found]) -> list[tuple[int, int]]:
    """The ranges of the phrases; those with hardly a word between them are one."""
    text = found[0].sentence.clean.text
    parts: list[tuple[int, int]] = []
    for each in found:
        if parts and len(text[parts[-1][1] : each.start].split()) <= _BETWEEN:
            parts[-1] = (parts[-1][0], each.end)
        else:
            parts.append((each.start, each.end))
    return parts


def _first(analysis: Analysis) -> set[int]:
    """The first sentence of the text, and the one behind a salutation."""
    found: set[int] = set()
    waiting = True
    for passage in analysis.everything:
        waiting = waiting or passage.block.kind == "salutation"
        if waiting and passage.block.kind in {"paragraph", "quote"} and (told := _told(passage.sentences)):
            found.add(id(told[0]))
            waiting = False
    return found


def _last(analysis: Analysis, number: int) -> set[int]:
    """The last sentences of the text, and every closing."""
    prose = [s for p in analysis.passages if p.block.kind != "closing" for s in _told(p.sentences)]
    closing = [s for p in analysis.passages if p.block.kind == "closing" for s in p.sentences]
    return {id(s) for s in (*prose[-number:], *closing)}


def _told(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence.units]
