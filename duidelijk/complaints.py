"""What the command says when something is wrong: one Dutch sentence, never the text of a letter."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

_SHOWN = 3


def complain(message: str, code: int = 2) -> int:
    """Says ``message`` on stderr, without anything that steers a terminal; gives the exit code."""
    plain = "".join(
        char if char.isprintable() or char == "\n" else "\N{REPLACEMENT CHARACTER}" for char in message
    )
    click.echo(f"duidelijk: {plain}", err=True)
    return code


def fault(problem: Exception, source: str = "") -> str:
    """The sentence for a fault of the program: kind and place, not its words, which may quote a letter."""
    trace = problem.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" in {Path(trace.tb_frame.f_code.co_filename).name}, regel {trace.tb_lineno}" if trace else ""
    begin = f"{source}: " if source else ""
    kind = type(problem).__name__
    return f"{begin}Er zit een fout in het programma zelf ({kind}{place}). Meld dit aan de makers."


def few_names(names: Sequence[str]) -> str:
    """The first names, each as it can be shown, and how many more there are: ``'a', 'b', 'c' en nog 4``."""
    first = ", ".join(f"'{one_line(name)}'" for name in names[:_SHOWN])
    return f"{first} en nog {len(names) - _SHOWN}" if len(names) > _SHOWN else first


def one_line(name: str) -> str:
    """The name of a file as it can be shown on one line of a terminal, whatever bytes it is made of."""
    shown = os.fsencode(name).decode("utf-8", errors="replace")
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in shown)
