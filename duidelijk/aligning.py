"""Two versions of a text → which token of the old one is which of the new one, also in moved text.

After P. Heckel, *A technique for isolating differences between files* (CACM 21-4, 1978): what occurs once in
both texts is the same, and so are its equal neighbours. Here: once as a row of four tokens; what was edited
between such rows is aligned in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise

NONE = -1
_ROW = 4
"""So many equal tokens in a row are the same text, wherever they stand."""
_CELLS = 4_000
"""Up to so many pairs of tokens a stretch without unique words is aligned word by word, else it's halved."""
_TOKEN = re.compile(r"\w+|[^\w\s]|\s*\n\s*")

Region = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words, marks and line breaks of a text, case-folded, and where each starts and ends."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def inside(self, start: int, end: int) -> range:
        """The tokens that touch ``start:end``; the next one where none do, and none after the last."""
        first, last = bisect_left(self.ends, start + 1), bisect_left(self.starts, end)
        return range(first, min(max(last, first + 1), len(self.texts)))


@dataclass(frozen=True, slots=True)
class Alignment:
    """``image``: for each old token the new one that it is, else NONE.

    An edited passage lies between rows that stayed the same. ``new_passage``: the number of the passage that
    a new token is in, else NONE; ``old_passages``: the ones that an old token's passage may have become.
    """

    old: Tokens
    new: Tokens
    image: tuple[int, ...]
    old_passages: tuple[frozenset[int], ...]
    new_passage: tuple[int, ...]


def aligned(old: str, new: str) -> Alignment:
    """The alignment of two texts, in time about proportional to their length."""
    one, two = _tokens(old), _tokens(new)
    image = _rows(one.texts, two.texts)
    for region in list(_facing(image, len(two.texts))):
        _fill(one.texts, two.texts, region, image)
    return Alignment(one, two, tuple(image), *_passages(image, len(two.texts)))


def _tokens(text: str) -> Tokens:
    found = [(m[0].casefold() if m[0].strip() else "\n", *m.span()) for m in _TOKEN.finditer(text)]
    texts, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return Tokens(texts, starts, ends)


def _rows(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """The image of each row of tokens that occurs once in both texts, and of its equal neighbours."""
    image, taken = [NONE] * len(old), [False] * len(new)
    for i, j in _once(old, new, (0, len(old), 0, len(new)), _ROW):
        if image[i] != NONE or taken[j]:
            continue
        while i and j and old[i - 1] == new[j - 1] and image[i - 1] == NONE and not taken[j - 1]:
            i, j = i - 1, j - 1
        while i < len(old) and j < len(new) and old[i] == new[j] and image[i] == NONE and not taken[j]:
            image[i], taken[j] = j, True
            i, j = i + 1, j + 1
    return image


def _once(old: Sequence[str], new: Sequence[str], region: Region, size: int) -> list[tuple[int, int]]:
    """Where rows of ``size`` tokens start that occur once in both, in the order of the old text."""
    ours, theirs = _places(old, region[0], region[1], size), _places(new, region[2], region[3], size)
    return [(i, theirs[row]) for row, i in ours.items() if i != NONE and theirs.get(row, NONE) != NONE]


def _places(texts: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    """Each row of tokens and where it starts; NONE for one that occurs more than once."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(start, end - size + 1):
        row = tuple(texts[at : at + size])
        places[row] = NONE if row in places else at
    return places


def _facing(image: Sequence[int], length: int) -> Iterator[Region]:
    """Each stretch of old tokens without image, and the new one after the same token, or before it."""
    taken = sorted({j for j in image if j != NONE} | {NONE, length})
    given: set[tuple[int, int]] = set()
    for free, group in groupby(range(len(image)), key=lambda i: image[i] == NONE):
        if not free:
            continue
        stretch = list(group)
        left = image[stretch[0] - 1] if stretch[0] else NONE
        right = image[stretch[-1] + 1] if stretch[-1] + 1 < len(image) else length
        after = taken[bisect_left(taken, left + 1)]
        before = taken[bisect_left(taken, right) - 1]
        sides = [(left + 1, after), (before + 1, right)]
        if free_side := next((side for side in sides if side[0] < side[1] and side not in given), None):
            given.add(free_side)
            yield stretch[0], stretch[-1] + 1, *free_side


def _fill(old: Sequence[str], new: Sequence[str], region: Region, image: list[int]) -> None:
    """Aligns a stretch in order: equal ends, then what occurs once, then word by word."""
    todo = [region]
    while todo:
        a, a_end, b, b_end = todo.pop()
        while a < a_end and b < b_end and old[a] == new[b]:
            image[a] = b
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            image[a_end] = b_end
        left = (a, a_end, b, b_end)
        if anchors := _increasing(_once(old, new, left, 1) or _once(old, new, left, _ROW)):
            cuts = [(a, b), *anchors, (a_end, b_end)]
            todo += [(i, k, j, n) for (i, j), (k, n) in pairwise(cuts)]
        elif 0 < (a_end - a) * (b_end - b) <= _CELLS:
            words = SequenceMatcher(None, old[a:a_end], new[b:b_end], autojunk=False)
            for i, j, size in words.get_matching_blocks():
                image[a + i : a + i + size] = range(b + j, b + j + size)
        elif a < a_end and b < b_end:
            half, other = (a + a_end) // 2, (b + b_end) // 2
            todo += [(a, half, b, other), (half, a_end, other, b_end)]


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs that rises on both sides."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(last[place - 1] if place else NONE)
        tails[place : place + 1], last[place : place + 1] = [j], [at]
    chosen: list[tuple[int, int]] = []
    at = last[-1] if last else NONE
    while at != NONE:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _passages(image: Sequence[int], length: int) -> tuple[tuple[frozenset[int], ...], tuple[int, ...]]:
    """The passages of each old token and the passage of each new one (see Alignment)."""
    solid = _solid(image)
    stayed = {image[i] for i, firm in enumerate(solid) if firm}
    numbers, new = 0, []
    for j in range(length):
        numbers += j not in stayed and (j == 0 or j - 1 in stayed)
        new.append(NONE if j in stayed else numbers)
    old: list[frozenset[int]] = []
    for firm, group in groupby(range(len(image)), key=solid.__getitem__):
        stretch = list(group)
        left = image[stretch[0] - 1] + 1 if stretch[0] else 0
        right = (image[stretch[-1] + 1] if stretch[-1] + 1 < len(image) else length) - 1
        beside = {new[j] for j in (left, right) if 0 <= j < length} - {NONE}
        old += [frozenset() if firm else frozenset(beside)] * len(stretch)
    return tuple(old), tuple(new)


def _solid(image: Sequence[int]) -> list[bool]:
    """Which old tokens stand in a row that stayed the same."""
    solid: list[bool] = []
    for _, group in groupby(range(len(image)), key=lambda i: image[i] - i if image[i] != NONE else None):
        stretch = list(group)
        solid += [image[stretch[0]] != NONE and len(stretch) >= _ROW] * len(stretch)
    return solid
