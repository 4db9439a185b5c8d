"""Dutch compound → its parts: *afvalbak* is *afval* and *bak*, *kinderopvangtoeslag* has three.

Of all ways to cut a word into known parts, the one with the most common and the fewest parts is taken, unless
the word itself is more likely. After Koehn & Knight (2003), *Empirical methods for compound splitting*, with
word classes and linking letters.
"""

from __future__ import annotations

from functools import lru_cache

from duidelijk.language.compound_parts import Part, head, infinitive_of, is_prefix, modifier, noun_lemma
from duidelijk.language.frequency import zipf
from duidelijk.language.lemmas import embedded_table

SHORTEST, LONGEST = 6, 60
_CUT = 2.2
"""What every part costs, in Zipf, besides being rare."""
_WHOLE, _PER_ZIPF = 12.5, 1.3
"""What a word costs that isn't cut: the more common, the less."""
_LONG, _PER_LETTER = 12, 0.9
"""A word with more letters than this is seldom a single one."""
_FROZEN = 3.85
"""From this Zipf on, a part is no longer felt to be a compound: *voorstel*, *maatregel*."""
_SHORT_HEAD = 6


def parts_of(word: str) -> tuple[str, ...]:
    """The lemmas of the parts of a word in small letters; the word alone when it isn't a compound."""
    return tuple(part.lemma for part in split(word))


@lru_cache(maxsize=50_000)
def split(word: str) -> tuple[Part, ...]:
    """The parts of a word, first to last; the word itself as the only part when it isn't a compound.

    ``word`` is in small letters, of at most 60; longer ones aren't split.
    """
    whole = (Part(word, word, 0.0, zipf(word)),)
    if not SHORTEST <= len(word) <= LONGEST:
        return whole
    lemma = noun_lemma(word)
    cost, parts = _cheapest(word)
    if len(parts) < 2 or cost > _uncut(word, lemma) or any(part.lemma in {word, lemma} for part in parts):
        return whole
    if (lemma != word and len(split(lemma)) == 1) or _is_derived(lemma, parts) or word in _compared():
        return whole
    return tuple(finer for part in parts for finer in _finer(part))


def _uncut(word: str, lemma: str) -> float:
    return _WHOLE - _PER_ZIPF * max(zipf(word), zipf(lemma), 1.0) + _PER_LETTER * max(0, len(word) - _LONG)


def _finer(part: Part) -> tuple[Part, ...]:
    """The parts of a part that is itself a compound."""
    if is_prefix(part) or zipf(part.lemma) >= _FROZEN or infinitive_of(part.lemma):
        return (part,)
    inner = split(part.lemma)
    return inner if len(inner) > 1 else (part,)


def _is_derived(word: str, parts: tuple[Part, ...]) -> bool:
    """*rapportering* is *rapporteren* with *-ing*, not *rapport* and *ring*."""
    verb = word.endswith("ing") and word[:-3] + "en" in embedded_table().forms["WW|inf"]
    return verb and len(parts) == 2 and len(parts[1].text) < _SHORT_HEAD


def _compared() -> dict[str, str]:
    """Comparatives: *goedkoper* is no *koper*."""
    return embedded_table().forms["ADJ|comp"]  # type: ignore[return-value]


def _cheapest(word: str) -> tuple[float, tuple[Part, ...]]:
    """The cheapest way to cut a word in two or more, and its cost; no parts when there is none."""
    size = len(word)
    ways: list[tuple[float, tuple[Part, ...]] | None] = [(0.0, ())] + [None] * size
    for end in range(2, size + 1):
        for start in range(end - 1):
            before = ways[start]
            if before is None or end - start == size:
                continue
            part = _part(word, start, end)
            if part is None or (start and is_prefix(part)):
                continue
            cost = before[0] + part.cost + _CUT
            way = ways[end]
            if way is None or cost < way[0]:
                ways[end] = cost, (*before[1], part)
    return ways[size] or (0.0, ())


def _part(word: str, start: int, end: int) -> Part | None:
    """The reading of a stretch, without the hyphens around it."""
    piece = word[start:end]
    if "-" not in piece:
        return head(piece) if end == len(word) else modifier(piece)
    bare = piece.removeprefix("-") if start else piece
    bare = bare.removesuffix("-") if end < len(word) else bare
    if not bare or "-" in bare:
        return None
    if end == len(word):
        return head(bare)
    apart = piece.endswith("-")
    return modifier(bare) or (Part(bare, bare, 1.0, zipf(bare)) if apart and bare.isalnum() else None)
