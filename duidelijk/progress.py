"""A progress bar on stderr, for work that takes more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

_PATIENCE = 1.0
T = TypeVar("T")


def shown(items: Sequence[T], together: int) -> Iterator[Sequence[T]]:
    """The items, ever more at a time, up to ``together``; a bar appears when the work takes over a second."""
    groups = list(_groups(items, together))
    if len(groups) < 2 or not sys.stderr.isatty():
        yield from groups
        return
    started = time.monotonic()
    left = iter(groups)
    done = 0
    for group in left:
        yield group
        done += len(group)
        if time.monotonic() - started > _PATIENCE:
            with click.progressbar(length=len(items), label="Controleren", file=sys.stderr) as bar:
                bar.update(done)
                for rest in left:
                    yield rest
                    bar.update(len(rest))


def _groups(items: Sequence[T], together: int) -> Iterator[Sequence[T]]:
    at, size = 0, min(2, together)
    while at < len(items):
        yield items[at : at + size]
        at, size = at + size, min(2 * size, together)
