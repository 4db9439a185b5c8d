"""The command that starts the server: ``serve``."""

from __future__ import annotations

import click

from duidelijk.dutch_click import DutchCommand
from duidelijk.jobs import settings as settings_of

_PATH = click.Path(readable=False)


@click.command(cls=DutchCommand)
@click.option("--host", default="127.0.0.1", metavar="ADRES", help="Het adres (standaard 127.0.0.1).")
@click.option("--port", default=8081, type=click.IntRange(0, 65535), help="De poort (standaard 8081).")
@click.option("--workers", default=2, type=click.IntRange(1, 64), help="Aantal processen (standaard 2).")
@click.option("--config", "config_file", metavar="BESTAND", type=_PATH, help="Instellingen (duidelijk.toml).")
@click.option("--pipeline", metavar="NAAM", help="Taalmodel, bijvoorbeeld nl_core_news_md.")
def serve(host: str, port: int, workers: int, config_file: str | None, pipeline: str | None) -> int:
    """Start een server die teksten controleert, voor andere programma's en in de browser."""
    from duidelijk.web.serving import run
    from duidelijk.web.settings import Recipe, Settings

    recipe = Recipe(settings_of([], None, config_file), pipeline)
    return run(Settings(recipe, host=host, port=port, workers=workers))
