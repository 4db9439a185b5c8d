"""The options that every command which checks texts has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from duidelijk.errors import DuidelijkError
from duidelijk.model import GENRES, PROFILES
from duidelijk.rendering.formats import FORMATS

_FIRST_YEAR = 2000

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(("terminal", "html", "json")),
    default="terminal",
    help="Vorm van de uitvoer: terminal (standaard), html of json.",
)
every_format_option = click.option(
    "--format",
    "form",
    metavar="VORM",
    type=click.Choice(("terminal", "html", "json", *FORMATS)),
    default="terminal",
    help=f"Vorm van de uitvoer: terminal (standaard), html, json, {', '.join(FORMATS[:-1])} "
    f"of {FORMATS[-1]}.",
)
"""The formats that people read, and those for other programs."""


_stdin_option = click.option("--stdin-name", metavar="NAAM", help="Bestandsnaam bij '-' (standaardinvoer).")


def shared_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with these options; they come as the keyword arguments of ``Jobs``."""
    return _with_shared(command, _stdin_option)


def page_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with those of these options that make sense for web pages."""
    return _with_shared(command)


def _with_shared(command: Callable[..., Any], *more: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(
        (
            click.option("--genre", type=click.Choice(GENRES), help="Soort tekst. Anders: geraden."),
            click.option("--department", metavar="AFDELING", help="Afdeling die de tekst schreef."),
            *more,
            click.option("--pipeline", metavar="NAAM", help="Taalmodel, bijvoorbeeld nl_core_news_md."),
            click.option("--profile", type=click.Choice(PROFILES), help="Hoe streng de regels zijn."),
            click.option(
                "--config",
                "config_file",
                metavar="BESTAND",
                type=click.Path(readable=False),
                help="Instellingen (duidelijk.toml).",
            ),
        )
    ):
        command = option(command)
    return command


class Day(click.ParamType[date]):
    """A day as a Dutch reader or a computer writes it."""

    name = "datum"
    advice = " Schrijf bijvoorbeeld 2026-10-14."

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        from duidelijk.reading.days import day_of

        found = value if isinstance(value, date) else day_of(value)
        if found is None:
            self.fail("", param, ctx)
        last = date.today().year + 1
        if not _FIRST_YEAR <= found.year <= last:
            years = f"{_FIRST_YEAR} tot en met {last}"
            raise DuidelijkError(f"De datum {value} kan niet. Kies een dag in de jaren {years}.")
        return found


archive_option = click.option(
    "--archive", metavar="PLEK", help="Het archief: een bestand of het adres van een database."
)


def saving_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with the options for what goes into the archive."""
    for option in (
        archive_option,
        click.option("--template", metavar="NAAM", help="Sjabloon waarmee de tekst is gemaakt."),
        click.option(
            "--date",
            "day",
            type=Day(),
            metavar="DATUM",
            help="Datum van de tekst. Anders: die in het document, of vandaag.",
        ),
    ):
        command = option(command)
    return command
