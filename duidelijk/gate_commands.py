"""The command that guards publication: ``gate``."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from duidelijk.baseline_commands import jobs_for, tidy
from duidelijk.complaints import few_names
from duidelijk.dutch_click import DutchCommand
from duidelijk.errors import ArchiveError
from duidelijk.rendering.formats import FORMATS
from duidelijk.shared_options import archive_option, every_format_option, shared_options

if TYPE_CHECKING:
    from duidelijk.config import Config
    from duidelijk.jobs import Jobs
    from duidelijk.model import Result, Verdict

_PATH = click.Path(readable=False)
_PLAIN = ("json", *FORMATS)
Judged = list[tuple["Result", "Verdict"]]


class Also(click.ParamType[tuple[str, str]]):
    """A format and the file to write it in, as ``junit=duidelijk.xml``."""

    name = "vorm"
    advice = f" Schrijf bijvoorbeeld junit=duidelijk.xml. De vormen zijn: {', '.join(_PLAIN)}."

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The format and the file."""
        form, _, file = value.partition("=") if isinstance(value, str) else (value[0], "", value[1])
        if form not in _PLAIN or not file:
            self.fail("", param, ctx)
        return form, file


@click.command(cls=DutchCommand)
@click.argument("files", nargs=-1, required=True, metavar="BESTANDEN...", type=_PATH)
@shared_options
@click.option(
    "--min-grade",
    metavar="CIJFER",
    type=click.FloatRange(1, 10),
    help="Laagste cijfer waarmee een tekst naar buiten mag (anders: duidelijk.toml, of 7).",
)
@click.option(
    "--max-fout",
    metavar="AANTAL",
    type=click.IntRange(0, 100_000),
    help="Hoeveel fouten er hoogstens in mogen staan.",
)
@click.option("--baseline", "base", metavar="BESTAND", type=_PATH, help="De basis: wat er al was.")
@click.option("--prune", is_flag=True, help="Haal uit de basis wat is opgelost.")
@click.option(
    "--reason",
    metavar="REDEN",
    envvar="DUIDELIJK_REASON",
    help="Laat de tekst toch naar buiten gaan, om deze reden. Bijvoorbeeld: spoedbericht.",
)
@archive_option
@every_format_option
@click.option("--output", metavar="BESTAND", type=_PATH, help="Schrijf de uitvoer naar dit bestand.")
@click.option(
    "--also",
    metavar="VORM=BESTAND",
    type=Also(),
    multiple=True,
    help="Schrijf ook deze vorm, in dit bestand. Mag meer dan één keer.",
)
@click.option("-q", "--quiet", is_flag=True, help="Toon alleen wat niet lukte. De code zegt de uitkomst.")
def gate(
    files: tuple[str, ...],
    min_grade: float | None,
    max_fout: int | None,
    base: str | None,
    prune: bool,
    reason: str | None,
    archive: str | None,
    form: str,
    output: str | None,
    also: tuple[tuple[str, str], ...],
    quiet: bool,
    **options: Any,
) -> int:
    """Mag deze tekst zo naar buiten? Code 0: ja. Code 1: nog niet duidelijk genoeg.

    BESTANDEN zijn bestanden of mappen; '-' is de standaardinvoer. Code 2: het programma kon een tekst niet
    lezen.
    """
    from duidelijk import output as out

    jobs = jobs_for(files, options, base)
    jobs.config = _limited(jobs.config, min_grade, max_fout)
    out.check_target(output, jobs.paths, page_per_document=form == "html")
    for _, file in also:
        out.check_target(file, jobs.paths, page_per_document=False)
    judged = _judged(jobs, reason)
    _show(judged, jobs, form, output, quiet=quiet)
    for other, file in also:
        _for_programs(judged, jobs, other, file)
    if not quiet:
        _remark(judged, jobs)
    _count(judged, jobs, archive)
    tidy(judged, jobs, prune=prune, quiet=quiet)
    if jobs.errors:
        return 2
    return int(any(not verdict.passed for _, verdict in judged))


def _limited(config: Config, min_grade: float | None, max_fout: int | None) -> Config:
    from duidelijk.config import OwnLimits

    return replace(config, gate=replace(config.gate, given=OwnLimits(min_grade, max_fout)))


def _judged(jobs: Jobs, reason: str | None) -> Judged:
    """Every Result with its Verdict; what can't be is said before any text is read."""
    from duidelijk.gate import known_reason

    why = known_reason(reason, jobs.config.gate.reasons) if reason is not None else ""
    if not jobs.paths:
        return []
    checker = jobs.loaded()
    _ = checker.baseline
    return [(result, checker.judge(result, reason=why)) for result in jobs.results()]


def _show(judged: Judged, jobs: Jobs, form: str, output: str | None, *, quiet: bool) -> None:
    from duidelijk import output as out

    if form == "terminal":
        from duidelijk.rendering.gate_terminal import render

        reasons = jobs.config.gate.reasons
        color = output is None and out.colors()
        titles, in_git = jobs.titles(), bool(os.environ.get("PRE_COMMIT"))  # set by the tool of that name
        told = render(judged, titles, reasons=reasons, committing=in_git, color=color)
        shown = "" if quiet else told
        if shown or output:
            out.write(output, shown)
    elif form == "html":
        _pages(judged, jobs, output)
    else:
        _for_programs(judged, jobs, form, output)


def _for_programs(judged: Judged, jobs: Jobs, form: str, output: str | None) -> None:
    from duidelijk import output as out
    from duidelijk.rendering import json

    results, verdicts = [each for each, _ in judged], [each for _, each in judged]
    if form == "json":
        out.write(output, json.render(results, jobs.errors, jobs.context(), verdicts))
    else:
        out.write_run(output, form, jobs.run(results, verdicts))


def _pages(judged: Judged, jobs: Jobs, output: str | None) -> None:
    """A page per text."""
    from duidelijk import output as out
    from duidelijk.rendering.html import render

    pages = {r.document.source: render(r, jobs.loaded().rulebook.rules, verdict) for r, verdict in judged}
    if output and Path(output).is_dir():
        out.write_pages(output, pages)
    else:
        for page in pages.values():
            out.write(output, page)


def _remark(judged: Judged, jobs: Jobs) -> None:
    """Says what the gate couldn't weigh, what is solved, and how many texts may be published."""
    from duidelijk.rendering.gate_terminal import closing

    remarks: dict[str, list[str]] = {}
    for result, verdict in judged:
        for remark in verdict.remarks:
            remarks.setdefault(remark, []).append(result.document.source)
    for remark, names in remarks.items():
        click.echo(f"Let op bij {few_names(names)}: {remark}", err=True)
    if line := closing([verdict for _, verdict in judged], len(jobs.errors)):
        click.echo(line, err=True)


def _count(judged: Judged, jobs: Jobs, archive: str | None) -> None:
    """Counts in the archive what may be published all the same; no trouble with that stops a text."""
    from duidelijk.overriding import count_overrides

    overridden = [(result, verdict.override) for result, verdict in judged if verdict.override]
    if not overridden:
        return
    try:
        counted = count_overrides(jobs.config, overridden, archive=archive)
    except ArchiveError as problem:
        click.echo(f"Let op: deze reden is niet geteld. {problem}", err=True)
        return
    if counted is None:
        click.echo("Let op: er is geen archief. Deze reden is dus niet geteld.", err=True)
