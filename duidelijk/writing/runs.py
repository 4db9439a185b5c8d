"""Which words go in which stretch of one formatting, so that bold stays on the words that were bold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from duidelijk.model import Edit
from duidelijk.writing.words import changes, word_count

_TELLING = 3
"""A word of more letters than this says something; a shorter one may stand anywhere."""

UNREACHABLE = "een deel van deze woorden ligt vast, bijvoorbeeld in een veld of een link"
FORMATTING = "de opmaak van deze woorden zou dan veranderen"


class Unwritable(Exception):
    """An edit, or a whole file, that can't be written; the message follows *want* in a sentence."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one formatting that can be written.

    ``level``: how far it stands out; ``apart``: something that stays stands right before it, such as a note.
    """

    start: int
    end: int
    level: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """An edit within the run with number ``run``."""

    start: int
    end: int
    text: str
    run: int


def placed(text: str, edit: Edit, runs: Sequence[Run]) -> tuple[Placed, ...]:
    """The edit as changes of words, each within one run. Raises Unwritable where formatting would move."""
    found: list[Placed] = []
    for change in changes(text, edit):
        found += _placed(text, change, runs)
    if len(_covering(runs, edit.start, edit.end)) > 1:
        _check(text, found, runs)
    return tuple(found)


def _covering(runs: Sequence[Run], start: int, end: int) -> list[int]:
    """Numbers of the runs that hold a character of ``start:end``."""
    first = bisect_right(runs, start, key=lambda run: run.end)
    last = bisect_left(runs, end, key=lambda run: run.start)
    return list(range(first, last))


def _placed(text: str, change: Edit, runs: Sequence[Run]) -> list[Placed]:
    if change.start == change.end:
        return [_inserted(change, runs)]
    change = _slid(text, change, runs)
    numbers = _covering(runs, change.start, change.end)
    pieces = [(max(change.start, runs[n].start), min(change.end, runs[n].end), n) for n in numbers]
    ends = [change.start, *(end for _, end, _ in pieces)]
    if [start for start, _, _ in pieces] != ends[:-1] or ends[-1] != change.end:
        raise Unwritable(UNREACHABLE)
    if len(pieces) == 1:
        return [Placed(change.start, change.end, change.text, numbers[0])]
    return _spread(text, change, pieces, runs)


def _slid(text: str, change: Edit, runs: Sequence[Run]) -> Edit:
    """A deletion, with the space on its other side if that is in the run too: ``**a b** c`` → ``**a** c``."""
    gone = text[change.start : change.end]
    if change.text or len(_covering(runs, change.start, change.end)) < 2:
        return change
    for by, space, other in ((-1, gone[-1:], change.start - 1), (1, gone[:1], change.end)):
        slid = Edit(change.start + by, change.end + by, "")
        within = slid.start >= 0 and len(_covering(runs, slid.start, slid.end)) == 1
        if within and space == " " == text[other : other + 1]:
            return slid
    return change


def _inserted(change: Edit, runs: Sequence[Run]) -> Placed:
    """Within a run; between two of them in the one that stands out least, then in the longest."""
    at = change.start
    first = bisect_left(runs, at, key=lambda run: run.end)
    near = [n for n in range(first, min(first + 2, len(runs))) if runs[n].start <= at <= runs[n].end]
    if not near:
        raise Unwritable(UNREACHABLE)
    return Placed(at, at, change.text, min(near, key=lambda n: (runs[n].level, runs[n].start - runs[n].end)))


def _spread(
    text: str, change: Edit, pieces: Sequence[tuple[int, int, int]], runs: Sequence[Run]
) -> list[Placed]:
    """One word goes where the first word stood, more words where all words stood; other runs lose theirs."""
    wanted = word_count(change.text)
    if wanted and any(runs[n].apart for _, _, n in pieces[1:]):
        raise Unwritable(UNREACHABLE)
    at = 0
    if wanted:
        counts = [word_count(text[start:end]) for start, end, _ in pieces]
        if max(counts) < wanted or (wanted > 1 and max(counts) < sum(counts)):
            raise Unwritable(FORMATTING)
        at = next(i for i, count in enumerate(counts) if count >= wanted)
    return [Placed(a, b, change.text if i == at else "", n) for i, (a, b, n) in enumerate(pieces)]


def _check(text: str, found: Sequence[Placed], runs: Sequence[Run]) -> None:
    """Raises Unwritable where a run would end up empty or take in words from elsewhere."""
    least = min((run.level for run in _together(runs, found)), default=0)
    for number, group in groupby(sorted(found, key=lambda p: p.run), key=lambda p: p.run):
        own, run = list(group), runs[number]
        if _emptied(text, run, own):
            raise Unwritable(FORMATTING)
        if run.level > least and (_grown(text, own) or _moved(text, own, found)):
            raise Unwritable(FORMATTING)
    if any(_mixed(text, chain) for chain in _chains(text, found)):
        raise Unwritable(FORMATTING)


def _together(runs: Sequence[Run], found: Sequence[Placed]) -> Iterator[Run]:
    """The runs that join up with those of the edit: of one block."""
    if not found:
        return
    first, last = min(p.run for p in found), max(p.run for p in found)
    while first and runs[first - 1].end == runs[first].start:
        first -= 1
    while last + 1 < len(runs) and runs[last].end == runs[last + 1].start:
        last += 1
    yield from runs[first : last + 1]


def _emptied(text: str, run: Run, own: Sequence[Placed]) -> bool:
    kept, at = "", run.start
    for each in sorted(own, key=lambda p: (p.start, p.end)):
        kept += text[at : each.start] + each.text
        at = each.end
    return bool(text[run.start : run.end].strip()) and not (kept + text[at : run.end]).strip()


def _grown(text: str, own: Iterable[Placed]) -> bool:
    """Whether words that stand out get more words."""
    return any(word_count(p.text) > word_count(text[p.start : p.end]) for p in own)


def _moved(text: str, own: Sequence[Placed], found: Sequence[Placed]) -> bool:
    """Whether words leave a run that stands out and come back elsewhere."""
    inside = {word for p in own for word in _words(p.text)}
    gone = {word for p in own for word in _words(text[p.start : p.end])} - inside
    come = {word for p in found if p not in own for word in _words(p.text)}
    return bool(gone & come)


def _words(text: str) -> set[str]:
    return {word for word in text.casefold().split() if len(word) > _TELLING}


def _chains(text: str, found: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Changes with nothing but white space between them."""
    chain: list[Placed] = []
    for each in found:
        if chain and text[chain[-1].end : each.start].strip():
            yield chain
            chain = []
        chain.append(each)
    if chain:
        yield chain


def _mixed(text: str, chain: Sequence[Placed]) -> bool:
    """Whether new words in a row stand in several runs and don't take each other's place one by one."""
    new = [p for p in chain if word_count(p.text)]
    one_by_one = all(word_count(p.text) == word_count(text[p.start : p.end]) for p in new)
    return len({p.run for p in new}) > 1 and not one_by_one
