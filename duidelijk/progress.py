"""A progress bar on stderr, for work that takes more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

_PATIENCE = 1.0
T = TypeVar("T")


def shown(items: Sequence[T]) -> Iterator[T]:
    """The items one by one; a bar appears when there are more and the work takes over a second."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    done = iter(items)
    for count, item in enumerate(done, 1):
        yield item
        if time.monotonic() - started > _PATIENCE:
            with click.progressbar(length=len(items), label="Controleren", file=sys.stderr) as bar:
                bar.update(count)
                for rest in done:
                    yield rest
                    bar.update(1)
