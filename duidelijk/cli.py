"""De opdracht ``duidelijk``: arguments in, exit codes out; the rooms do the work."""

from __future__ import annotations

import errno
import gc
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from duidelijk import __version__
from duidelijk.archive_commands import archive, collect, rescore, saved_line
from duidelijk.baseline_commands import baseline
from duidelijk.compare_commands import compare
from duidelijk.complaints import complain, fault
from duidelijk.dutch_click import DutchGroup, sentence
from duidelijk.errors import DuidelijkError, RulebookError
from duidelijk.fix_commands import fix
from duidelijk.gate_commands import gate
from duidelijk.jobs import Jobs
from duidelijk.keeping import Keeper
from duidelijk.model import SEVERITIES
from duidelijk.rendering.formats import FORMATS
from duidelijk.report_commands import report
from duidelijk.rule_commands import explain, rules
from duidelijk.scan_commands import scan
from duidelijk.serve_commands import serve
from duidelijk.shared_options import every_format_option, saving_options, shared_options
from duidelijk.word_commands import words

if TYPE_CHECKING:
    from duidelijk.model import Result

_PATH = click.Path(readable=False)
_SHELLS = ("bash", "zsh", "fish", "powershell")


def main() -> None:
    """Runs the command line and exits: 0 done, 1 not clear enough, 2 could not do it."""
    gc.disable()  # until all is loaded: looking for rubbish among what stays costs 5 % of a start
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    sys.exit(_run())


def _run() -> int:
    """The exit code; whatever goes wrong is said in one sentence."""
    try:
        code = cli.main(standalone_mode=False, prog_name="duidelijk")
        if sys.stdout:
            sys.stdout.flush()
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.exceptions.NoArgsIsHelpError as problem:
        click.echo(problem.format_message(), err=True)
        code = 2
    except click.ClickException as problem:
        code = complain(sentence(problem))
    except RulebookError as problem:
        code = complain(f"Het regelboek klopt niet. Verbeter eerst dit:\n{problem}")
    except DuidelijkError as problem:
        code = complain(str(problem), problem.exit_code)
    except (KeyboardInterrupt, click.Abort):
        code = complain("Gestopt.", 130)
    except BrokenPipeError:
        code = 0
    except Exception as problem:
        full = isinstance(problem, OSError) and problem.errno == errno.ENOSPC
        code = complain("De schijf is vol. Maak eerst ruimte." if full else fault(problem))
    _close_stdout()
    return code if isinstance(code, int) else 0


def _close_stdout() -> None:
    """What can't be written any more is dropped, so that Python doesn't try again when it stops."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=DutchGroup,
    commands=[
        rules,
        explain,
        words,
        fix,
        compare,
        gate,
        baseline,
        collect,
        scan,
        rescore,
        report,
        archive,
        serve,
    ],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="duidelijk %(version)s", help="Toon de versie.")
def cli() -> None:
    """Controleert brieven en webteksten op duidelijke taal (B1)."""


@cli.command()
@click.argument("files", nargs=-1, required=True, metavar="BESTANDEN...", type=_PATH)
@shared_options
@every_format_option
@click.option(
    "--output", metavar="BESTAND", type=_PATH, help="Schrijf de uitvoer naar dit bestand (of naar deze map)."
)
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Geef code 1 bij een melding van deze ernst.")
@click.option("--by-department", is_flag=True, help="Toon een tabel per afdeling.")
@click.option("--save", is_flag=True, help="Bewaar de cijfers in het archief.")
@saving_options
def check(
    files: tuple[str, ...],
    form: str,
    output: str | None,
    fail_on: str | None,
    by_department: bool,
    save: bool,
    archive: str | None,
    day: date | None,
    template: str | None,
    **options: Any,
) -> int:
    """Controleer teksten en toon wat duidelijker kan.

    BESTANDEN zijn bestanden of mappen; '-' is de standaardinvoer. Leest .txt, .md, .html en .docx.
    """
    from duidelijk import output as out

    if not save and (archive or day or template):
        raise DuidelijkError("Met --archive, --date of --template hoort ook --save.")
    jobs = Jobs(files, **options)
    out.check_target(output, jobs.paths, page_per_document=form == "html")
    keeper = Keeper(jobs, archive=archive, day=day, template=template) if save else None
    results = list(keeper.kept(jobs.results()) if keeper else jobs.results())
    if form == "html" and output and Path(output).is_dir():
        out.write_pages(output, {r.document.source: _html(r) for r in results})
    elif form in FORMATS:
        out.write_run(output, form, jobs.run(results))
    elif results or form == "json":
        out.write(
            output, _rendered(form, results, jobs, by_department, color=output is None and out.colors())
        )
    jobs.remark(results)
    if keeper:
        click.echo(saved_line(keeper.finish(), keeper.archive), err=True)
    if jobs.errors:
        return 2
    if fail_on:
        failing = SEVERITIES[SEVERITIES.index(fail_on) :]  # type: ignore[arg-type]
        return int(any(finding.severity in failing for result in results for finding in result.findings))
    return 0


def _rendered(form: str, results: list[Result], jobs: Jobs, by_department: bool, *, color: bool) -> str:
    if form == "json":
        from duidelijk.rendering import json

        return json.render(results, jobs.errors, jobs.context())
    if form == "html":
        return _html(results[0])
    from duidelijk.rendering import terminal

    titles = jobs.titles()
    if by_department:
        return terminal.by_department(results, titles)
    return "\n".join(terminal.render(result, titles, color=color) for result in results)


def _html(result: Result) -> str:
    from duidelijk.rendering.html import render
    from duidelijk.rulebook import load

    return render(result, load().rules)


@cli.command()
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Toon het script dat opdrachten aanvult met de tab-toets.

    Voor bash: zet  eval "$(duidelijk completion bash)"  in ~/.bashrc.
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise DuidelijkError(
            f"Aanvullen werkt hier niet voor {shell}. Werk click bij tot minstens versie 8.5."
        )
    click.echo(found(cli, {}, "duidelijk", "_DUIDELIJK_COMPLETE").source())


if __name__ == "__main__":
    main()
