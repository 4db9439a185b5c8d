"""The commands that show the rules: ``rules`` and ``explain``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from duidelijk.dutch_click import DutchCommand
from duidelijk.errors import DuidelijkError, OutputError

if TYPE_CHECKING:
    from duidelijk.model import Rule


def _own_rules(profile: str | None = None) -> tuple[Rule, ...]:
    """The rules as the settings of this folder have them."""
    from duidelijk import rulebook
    from duidelijk.config import config_for

    config = config_for([])
    return rulebook.of(replace(config, profile=profile or config.profile)).rules


@click.command(cls=DutchCommand)
@click.option("--pages", metavar="MAP", help="Schrijf in deze map een pagina per regel (Markdown).")
def rules(pages: str | None) -> None:
    """Toon alle regels, zoals ze in deze map gelden."""
    from duidelijk.rendering.rules import listing

    if pages is None:
        click.echo(listing(_own_rules()), nl=False)
        return
    from duidelijk import output
    from duidelijk.rendering.rule_pages import pages as pages_of

    if not Path(pages).is_dir():
        raise OutputError(f"De map '{pages}' bestaat niet. Maak die eerst, of kies een andere map.")
    strict = {rule.id: rule for rule in _own_rules("streng")}
    for name, text in pages_of(_own_rules(), strict).items():
        output.write(str(Path(pages) / name), text)


def _rule_names(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    return [rule.id for rule in _own_rules() if rule.id.startswith(begun)]


@click.command(cls=DutchCommand)
@click.argument("rule", metavar="REGEL", shell_complete=_rule_names)
def explain(rule: str) -> None:
    """Leg een regel uit: reden, bron en voorbeelden."""
    from duidelijk.rendering.rules import explanation

    found = next((own for own in _own_rules() if own.id == rule), None)
    if found is None:
        raise DuidelijkError(f"De regel '{rule}' bestaat niet. Bekijk alle regels met: duidelijk rules.")
    click.echo(explanation(found), nl=False)
