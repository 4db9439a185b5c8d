"""The command that checks a website: ``scan``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from duidelijk import __version__
from duidelijk.addresses import normal, shown
from duidelijk.dutch_click import DutchCommand
from duidelijk.errors import DuidelijkError
from duidelijk.shared_options import archive_option, page_options

if TYPE_CHECKING:
    from duidelijk.model import Scanned

_PATH = click.Path(readable=False)
_FASTEST = 10.0
_CONTACT = re.compile(r"[^\s()<>@]{1,64}@[\w.-]{1,190}|https?://[^\s()<>]{1,250}", re.ASCII)


@click.command(cls=DutchCommand)
@click.argument("sitemap", metavar="WEBADRES")
@page_options
@archive_option
@click.option(
    "--rate",
    metavar="AANTAL",
    type=click.FloatRange(0.01, _FASTEST),
    default=1.0,
    help="Pagina's per seconde (standaard 1).",
)
@click.option("--contact", metavar="ADRES", help="E-mailadres of webadres waar de website u kan bereiken.")
@click.option(
    "--limit", metavar="AANTAL", type=click.IntRange(1, 1_000_000), help="Doe hoogstens zoveel pagina's."
)
@click.option("--only", multiple=True, metavar="BEGIN", help="Alleen pagina's die zo beginnen.")
@click.option("--except", "without", multiple=True, metavar="BEGIN", help="Geen pagina's die zo beginnen.")
@click.option("--again", is_flag=True, help="Controleer ook pagina's die niet zijn veranderd.")
@click.option("--dry-run", is_flag=True, help="Toon welke pagina's er zijn. Haal ze niet op.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("terminal", "json", "csv")),
    default="terminal",
    help="Vorm van de uitkomst: terminal (standaard), json of csv.",
)
@click.option("--output", metavar="BESTAND", type=_PATH, help="Schrijf de uitkomst naar dit bestand.")
def scan(
    sitemap: str, contact: str | None, form: str, output: str | None, dry_run: bool, **options: Any
) -> int:
    """Controleer een website en bewaar de cijfers in het archief.

    WEBADRES is de sitemap, bijvoorbeeld https://www.gemeente.nl/sitemap.xml. Stopt de scan halverwege?
    Geef de opdracht opnieuw. De scan gaat dan verder waar hij was.
    """
    from duidelijk import output as out
    from duidelijk.fetching import Clock
    from duidelijk.scan_run import scan_website

    out.check_target(output, [], page_per_document=False)
    scanned = scan_website(_home(sitemap), _agent(contact), Clock(), dry_run=dry_run, **options)
    out.write(output, _rendered(scanned, form, dry_run=dry_run))
    if scanned.stopped and (output or form != "terminal"):
        click.echo(f"Let op: {scanned.stopped}", err=True)
    return 2 if scanned.stopped or _nothing(scanned) else 0


def _rendered(scanned: Scanned, form: str, *, dry_run: bool) -> str:
    from duidelijk.rendering import scan_rows, scan_words

    if form == "csv":
        return scan_rows.as_csv(scanned)
    if form == "json":
        return scan_rows.as_json(scanned)
    return scan_words.plan(scanned) if dry_run else scan_words.account(scanned)


def _nothing(scanned: Scanned) -> bool:
    """Whether no page at all could be checked."""
    return bool(scanned.visits) and all(each.kind in ("failed", "unread") for each in scanned.visits)


def _home(sitemap: str) -> str:
    try:
        return normal(sitemap)
    except ValueError:
        raise DuidelijkError(
            f"'{shown(sitemap)}' is geen volledig webadres. Schrijf bijvoorbeeld "
            "https://www.gemeente.nl/sitemap.xml, zonder naam en wachtwoord."
        ) from None


def _agent(contact: str | None) -> str:
    """What the program calls itself; with an address where the website can reach the user."""
    if contact is None:
        return f"duidelijk/{__version__}"
    if not _CONTACT.fullmatch(contact):
        raise DuidelijkError("Geef achter --contact een e-mailadres of webadres, zonder spaties en haakjes.")
    return f"duidelijk/{__version__} (+{contact})"
