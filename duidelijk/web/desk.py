"""The desk in a checking process: takes work from its connection, does it, and sends the answer back.

This module and all that works at the desk never import the web framework: a checking process stays small.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any

from duidelijk.complaints import fault
from duidelijk.errors import DuidelijkError
from duidelijk.web.settings import Recipe

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from duidelijk.checker import Checker

_WARMING_UP = (
    "Geachte heer Jansen,\n\nIndien u vragen heeft over het besluit, kunt u contact opnemen met de gemeente. "
    "De aanvraag, die op 3 maart door u is ingediend, wordt binnen zes weken behandeld. U dient het "
    "formulier te ondertekenen en op te sturen.\n\nMet vriendelijke groet,\n\nAfdeling Vergunningen"
)
_SOON = ("duidelijk.web.languagetool", "duidelijk.web.controles", "duidelijk.reading.html")
_ARCHIVE = ("duidelijk.archive", "duidelijk.archive.records", "alembic.command")
"""What the first request would otherwise wait for."""
_ROOM = 80_000
"""Characters of parsed text that stay in memory: a writer's next request holds nearly the same text."""
_MINUTES = 300.0
"""After so many seconds, what wasn't asked again is forgotten; after twice as many, everything else too."""


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """What lies ready for all work: the Checker, loaded, and what it was made with."""

    checker: Checker
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a piece of work: its value, or what was wrong with the request (``error``, by its class).

    ``fault``: the program itself failed; kind and place, never words of a text.
    """

    value: Any = None
    error: Exception | None = None
    fault: str = ""


def ready(recipe: Recipe) -> Desk:
    """A desk with everything loaded and used once; raises DuidelijkError where the settings are wrong."""
    from duidelijk.jobs import checker_for

    desk = Desk(checker_for(recipe.config, recipe.pipeline, remember=_ROOM), recipe)
    desk.checker.judge(desk.checker.check_text(_WARMING_UP))
    for each in (*_SOON, *(_ARCHIVE if recipe.has_archive else ())):
        import_module(each)
    gc.collect()
    gc.freeze()
    return desk


def serve(desk: Desk, connection: Connection) -> None:
    """Does what comes in, a ``(function, arguments)`` at a time, until the caller or the memory is gone."""
    forgot = monotonic()
    while True:
        try:
            if not connection.poll(_MINUTES) or monotonic() - forgot > _MINUTES:
                desk.checker.forget()
                forgot = monotonic()
            if not connection.poll():
                continue
            work, args = connection.recv()
        except (EOFError, OSError):
            return
        try:
            connection.send(_done(desk, work, args))
        except (OSError, MemoryError):  # the end of the process gives all memory back
            return


def _done(desk: Desk, work: Any, args: tuple[Any, ...]) -> Answer:
    try:
        return Answer(work(desk, *args))
    except DuidelijkError as problem:
        return Answer(error=problem)
    except MemoryError:
        raise
    except Exception as problem:
        return Answer(fault=fault(problem))
