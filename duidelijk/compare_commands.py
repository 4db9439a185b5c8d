"""The command that puts two versions of a text side by side: ``compare``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from duidelijk.dutch_click import DutchCommand
from duidelijk.errors import DuidelijkError
from duidelijk.jobs import STDIN, STDIN_NAME, bytes_of, checker_for, settings
from duidelijk.shared_options import format_option, shared_options

if TYPE_CHECKING:
    from duidelijk.checker import Checker
    from duidelijk.config import Config
    from duidelijk.model import Comparison, Document

_PATH = click.Path(readable=False)


@click.command(cls=DutchCommand)
@click.argument("old", metavar="OUD", type=_PATH)
@click.argument("new", metavar="NIEUW", type=_PATH)
@format_option
@click.option("--output", metavar="BESTAND", type=_PATH, help="Schrijf de uitvoer naar dit bestand.")
@shared_options
def compare(old: str, new: str, form: str, output: str | None, **options: Any) -> int:
    """Vergelijk twee versies van een tekst: wat is opgelost, en wat is nieuw?

    OUD en NIEUW zijn bestanden (.txt, .md, .html of .docx). Eén van de twee mag '-' zijn: de
    standaardinvoer.
    """
    from duidelijk import output as out

    if old == new == STDIN:
        raise DuidelijkError("Maar één van de twee teksten kan '-' zijn. Geef voor de andere een bestand op.")
    out.check_target(output, [old, new], page_per_document=False)
    config = settings([old, new], options["profile"], options["config_file"])
    documents = [_document(file, config, options) for file in (old, new)]
    checker = checker_for(config, options["pipeline"])
    comparison = checker.compare(*checker.check_documents(documents))
    out.write(output, _rendered(form, comparison, checker, color=output is None and out.colors()))
    return 0


def _document(file: str, config: Config, options: dict[str, Any]) -> Document:
    from duidelijk import reading
    from duidelijk.config import settings_for

    name = (options["stdin_name"] or STDIN_NAME) if file == STDIN else file
    genre = options["genre"] or settings_for(config, name).genre
    return reading.read_bytes(bytes_of(file), name, genre=genre, department=options["department"])


def _rendered(form: str, comparison: Comparison, checker: Checker, *, color: bool) -> str:
    rules = checker.rulebook.rules
    if form == "json":
        from duidelijk.rendering import json

        return json.compared(comparison)
    if form == "html":
        from duidelijk.rendering import comparison_html

        return comparison_html.render(comparison, rules)
    from duidelijk.rendering import comparison_terminal

    return comparison_terminal.render(comparison, rules, color=color)
