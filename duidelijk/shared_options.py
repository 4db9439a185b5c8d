"""The options that every command which checks texts has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from duidelijk.model import GENRES, PROFILES

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(("terminal", "html", "json")),
    default="terminal",
    help="Vorm van de uitvoer: terminal (standaard), html of json.",
)


def shared_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with these options; they come as the keyword arguments of ``Jobs``."""
    for option in reversed(
        (
            click.option("--genre", type=click.Choice(GENRES), help="Soort tekst. Anders: geraden."),
            click.option("--department", metavar="AFDELING", help="Afdeling die de tekst schreef."),
            click.option("--stdin-name", metavar="NAAM", help="Bestandsnaam bij '-' (standaardinvoer)."),
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
