"""The command that makes the report from the archive: ``report``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from duidelijk.complaints import few_names
from duidelijk.dutch_click import DutchCommand
from duidelijk.errors import DuidelijkError, OutputError
from duidelijk.jobs import settings
from duidelijk.opening import key_file, opened
from duidelijk.shared_options import archive_option

if TYPE_CHECKING:
    from duidelijk.model import Period, Report

_PATH = click.Path(readable=False)
_FORMS = {
    "month": "een maand, zoals 2026-10",
    "quarter": "een kwartaal, zoals 2026-K4",
    "year": "een jaar, zoals 2026",
}
_FORMATS = ("html", "xlsx", "json", "csv")


@click.command(cls=DutchCommand)
@click.option("--month", metavar="MAAND", help="Een maand, zoals 2026-10. Anders: vorige maand.")
@click.option("--quarter", metavar="KWARTAAL", help="Een kwartaal, zoals 2026-K4.")
@click.option("--year", metavar="JAAR", help="Een jaar, zoals 2026.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="Vorm van het rapport: html, xlsx, json of csv. Anders: naar de naam achter --output, of html.",
)
@click.option("--output", metavar="BESTAND", type=_PATH, help="Schrijf het rapport naar dit bestand.")
@click.option("--residents", metavar="BESTAND", type=_PATH, help="Cijfers van inwoners (CSV).")
@click.option(
    "--reach",
    metavar="BESTAND",
    type=_PATH,
    multiple=True,
    help="Aantallen lezers (CSV); mag meer dan één keer.",
)
@archive_option
@click.option("--config", "config_file", metavar="BESTAND", type=_PATH, help="Instellingen (duidelijk.toml).")
def report(
    month: str | None,
    quarter: str | None,
    year: str | None,
    form: str | None,
    output: str | None,
    residents: str | None,
    reach: tuple[str, ...],
    archive: str | None,
    config_file: str | None,
) -> int:
    """Maak het rapport: hoe duidelijk schrijven de afdelingen?

    Het rapport gaat over vorige maand, of over de maand, het kwartaal of het jaar dat u opgeeft.
    """
    from duidelijk import output as out

    period = _period({"month": month, "quarter": quarter, "year": year})
    form = form or _form_of(output)
    given = [file for file in (residents, *reach) if file]
    out.check_target(output, given, page_per_document=False)
    if form == "xlsx" and output is None:
        raise OutputError("Een rapport voor Excel is geen tekst. Geef met --output de naam van een bestand.")
    config = settings([], None, config_file)
    with opened(config, archive, create=False) as found:
        from duidelijk.report import reach_of, report_on

        files = [Path(file) for file in reach]
        readers, missing = reach_of(found, files, config, key_file(config, found, archive))
        made = report_on(
            found, period, config, residents=Path(residents) if residents else None, reach=readers
        )
    if missing:
        shown = few_names(missing)
        click.echo(f"Let op: niet alles in het bestand met lezers staat in het archief: {shown}.", err=True)
    out.write(output, _rendered(form, made))
    return 0


def _form_of(output: str | None) -> str:
    suffix = Path(output).suffix.lower().removeprefix(".") if output else ""
    return suffix if suffix in _FORMATS else "html"


def _period(given: dict[str, str | None]) -> Period:
    """The period that is asked for; raises DuidelijkError for more than one, or one of another kind."""
    from duidelijk.reporting.periods import month_of, parse, previous

    named = {kind: text for kind, text in given.items() if text}
    if len(named) > 1:
        raise DuidelijkError("Geef één periode: --month, --quarter of --year.")
    for kind, text in named.items():
        found = parse(text)
        if found.kind != kind:
            raise DuidelijkError(f"Achter --{kind} hoort {_FORMS[kind]}. U schreef: {text}.")
        return _begun(found)
    return previous(month_of(date.today()))


def _begun(period: Period) -> Period:
    """The period, with a remark if it isn't over; raises DuidelijkError for one that hasn't begun."""
    today = date.today()
    if period.start > today:
        raise DuidelijkError("Deze periode is nog niet begonnen. Kies een eerdere.")
    if period.end > today:
        click.echo("Let op: deze periode is nog niet voorbij. De cijfers kunnen nog veranderen.", err=True)
    return period


def _rendered(form: str, made: Report) -> str | bytes:
    if form == "xlsx":
        from duidelijk.rendering import report_xlsx

        return report_xlsx.render(made)
    if form == "json":
        from duidelijk.rendering import report_json

        return report_json.render(made)
    if form == "csv":
        from duidelijk.rendering import report_csv

        return report_csv.render(made)
    from duidelijk.rendering import report_html

    return report_html.render(made)
