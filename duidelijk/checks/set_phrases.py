"""Set phrases of official letters, where they stand as such."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.formulas import Found, found_formulas
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Sentence


def set_phrases(
    analysis: Analysis, *, phrases: Lexicon, sets: Lexicon, last_sentences: int = 10
) -> Iterator[Hit]:
    """Every phrase of the list, with its ``ernst`` as value.

    Column ``waar``: *begin* only in the first sentence of the text or behind the salutation, *slot* only in
    the last ``last_sentences``, else anywhere. ``soort`` chooses the message, ``beter`` is named in it and
    ``vervang`` may stand in the place of exactly these words.
    """
    places: dict[str, set[int]] = {}
    for found in found_formulas(analysis, phrases, sets):
        if not places:
            places = {"begin": _first(analysis), "slot": _last(analysis, last_sentences)}
        where = found.row.get("waar", "")
        if not where or id(found.sentence) in places[where]:
            yield phrase_hit(found)


def phrase_hit(found: Found) -> Hit:
    """The hit of a phrase; its words are named without the capital that starts a sentence."""
    start, end = found.range
    row = found.row
    detail = {
        "kind": row["soort"],
        "phrase": found.text,
        "better": row.get("beter", ""),
        "alternatives": tuple(filter(None, row.get("vervang", "").split("|"))),
    }
    return Hit(start, end, detail, float(row.get("ernst") or 0))


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
