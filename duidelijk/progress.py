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
    """The items, some at a time; a bar appears once the work has taken over a second."""
    groups = [items[at : at + together] for at in range(0, len(items), together)]
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
