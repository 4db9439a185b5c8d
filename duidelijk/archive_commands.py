"""The commands for the archive: ``collect``, ``rescore`` and ``archive``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from duidelijk.dutch_click import DutchCommand, DutchGroup
from duidelijk.errors import DuidelijkError
from duidelijk.jobs import Jobs, settings
from duidelijk.keeping import Keeper
from duidelijk.opening import opened
from duidelijk.shared_options import Day, archive_option, saving_options, shared_options

if TYPE_CHECKING:
    from duidelijk.archive import Archive, Saved

_PATH = click.Path(readable=False)
_config_option = click.option(
    "--config", "config_file", metavar="BESTAND", type=_PATH, help="Instellingen (duidelijk.toml)."
)


@click.command(cls=DutchCommand)
@click.argument("files", nargs=-1, required=True, metavar="BESTANDEN...", type=_PATH)
@shared_options
@saving_options
@click.option("--again", is_flag=True, help="Controleer ook teksten die al in het archief staan.")
def collect(
    files: tuple[str, ...],
    archive: str | None,
    day: date | None,
    template: str | None,
    again: bool,
    **options: Any,
) -> int:
    """Controleer teksten en bewaar de cijfers in het archief.

    Het archief bewaart geen tekst, geen bestandsnaam en geen naam van een schrijver. Stopt de opdracht
    halverwege? Geef haar opnieuw: wat al bewaard is, wordt overgeslagen.
    """
    jobs = Jobs(files, **options)
    keeper = Keeper(jobs, archive=archive, day=day, template=template)
    for _ in keeper.kept(jobs.results() if again else jobs.results(keeper.new)):
        pass
    click.echo(saved_line(keeper.finish(), keeper.archive))
    return 2 if jobs.errors else 0


def agreed(question: str) -> bool:
    """Whether the user says yes; anything but yes is no."""
    answer: str = click.prompt(
        f"{question} [j/N]", default="n", show_default=False, err=True, prompt_suffix=" "
    )
    return answer.strip().lower() in ("j", "ja", "y", "yes")


def saved_line(saved: Saved, archive: Archive) -> str:
    """What was saved and where: ``Bewaard: 12 teksten (10 nieuw, 2 al bekend)``."""
    total = saved.new + saved.changed + saved.known
    kinds = ((saved.new, "nieuw"), (saved.changed, "veranderd"), (saved.known, "al bekend"))
    parts = ", ".join(f"{number} {kind}" for number, kind in kinds if number)
    texts = "1 tekst" if total == 1 else f"{total} teksten"
    return f"Bewaard: {texts}{f' ({parts})' if parts else ''} in {archive.name}."


@click.command(cls=DutchCommand)
@click.argument("files", nargs=-1, required=True, metavar="BESTANDEN...", type=_PATH)
@shared_options
@archive_option
def rescore(files: tuple[str, ...], archive: str | None, **options: Any) -> int:
    """Geef teksten in het archief opnieuw een cijfer, na een nieuw regelboek of taalmodel.

    BESTANDEN zijn de teksten van toen. Alleen teksten die sindsdien niet zijn veranderd, tellen mee.
    """
    jobs = Jobs(files, **options)
    keeper = Keeper(jobs, archive=archive, create=False)
    done = sum(keeper.rescored(result) for result in jobs.results(keeper.outdated))
    keeper.archive.close()
    texts = "1 tekst kreeg" if done == 1 else f"{done} teksten kregen"
    click.echo(f"{texts} een nieuw cijfer.{_left_alone(len(jobs.paths) - len(jobs.errors) - done)}")
    return 2 if jobs.errors else 0


def _left_alone(number: int) -> str:
    if not number:
        return ""
    if number == 1:
        return " 1 tekst niet: die had al het nieuwste cijfer, of staat niet in het archief."
    return f" {number} teksten niet: die hadden al het nieuwste cijfer, of staan niet in het archief."


@click.group(cls=DutchGroup)
def archive() -> None:
    """Bekijk het archief, zet de cijfers in een tabel of vergeet teksten."""


@archive.command()
@archive_option
@_config_option
def info(archive: str | None, config_file: str | None) -> int:
    """Toon wat er in het archief staat."""
    from duidelijk.rendering.archive_words import account

    config = settings([], None, config_file)
    with opened(config, archive, create=False) as found:
        click.echo(account(found.info(), found.name, config.archive.keep_months), nl=False)
    return 0


@archive.command()
@archive_option
@_config_option
@click.option("--format", "form", type=click.Choice(("csv", "json")), default="csv", help="csv of json.")
@click.option("--output", metavar="BESTAND", type=_PATH, help="Schrijf de uitvoer naar dit bestand.")
@click.option("--overrides", is_flag=True, help="Toon hoe vaak teksten toch naar buiten gingen, en waarom.")
def export(
    archive: str | None, config_file: str | None, form: str, output: str | None, overrides: bool
) -> int:
    """Toon alle cijfers als tabel, met één regel per versie van een tekst."""
    from duidelijk import output as out
    from duidelijk.rendering.archive_words import as_csv, as_json

    out.check_target(output, [], page_per_document=False)
    with opened(settings([], None, config_file), archive, create=False) as found:
        rows = found.override_rows() if overrides else found.rows()
        columns = found.override_columns if overrides else found.columns
        out.write(output, as_csv(rows, columns) if form == "csv" else as_json(rows))
    return 0


@archive.command()
@archive_option
@_config_option
@click.option("--before", type=Day(), metavar="DATUM", help="Vergeet teksten van vóór deze dag.")
@click.option("--department", metavar="AFDELING", help="Vergeet alles van deze afdeling, ook de totalen.")
@click.option("--yes", is_flag=True, help="Vraag niet om bevestiging.")
def forget(
    archive: str | None, config_file: str | None, before: date | None, department: str | None, yes: bool
) -> int:
    """Vergeet teksten. Hun totalen per maand blijven, behalve met --department."""
    if (before is None) == (department is None):
        raise DuidelijkError("Zeg wat u wilt vergeten: geef --before of --department, en niet allebei.")
    with opened(settings([], None, config_file), archive, create=False) as found:
        number = found.forgettable(before=before, department=department)
        if department and department not in found.departments():
            raise DuidelijkError(f"De afdeling '{department}' staat niet in het archief.")
        texts = "1 versie van een tekst" if number == 1 else f"{number} versies van teksten"
        if not yes and not agreed(f"{texts} uit het archief {found.name} vergeten?"):
            raise click.Abort
        gone = found.forget_before(before) if before else found.forget_department(department or "")
    stay = "De totalen blijven." if before else "Ook de totalen zijn weg."
    versions = "1 versie" if gone.versions == 1 else f"{gone.versions} versies"
    click.echo(f"Vergeten: {versions}. {stay}")
    return 0
