"""What a room for one format offers to whoever writes: its runs, and the way back to bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from duidelijk.writing.runs import Placed, Run


@dataclass(frozen=True, slots=True)
class Splice:
    """Other characters for ``start:end`` of the source, for the run with number ``run``."""

    start: int
    end: int
    text: str
    run: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that can be written.

    ``splice`` makes a splice of a placed change, or raises Unwritable; ``join`` makes the bytes of all
    splices. ``lists``: whether a list can be put in the block at an offset. ``plain``: a text without any
    markup, in which nothing but the words counts.
    """

    runs: tuple[Run, ...]
    splice: Callable[[Placed], Splice]
    join: Callable[[Sequence[Splice]], bytes]
    lists: Callable[[int], bool]
    plain: bool = False
