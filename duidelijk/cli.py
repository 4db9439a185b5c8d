"""De opdracht ``duidelijk``: arguments in, exit codes out; the rooms do the work."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from duidelijk import __version__
from duidelijk.dutch_click import DutchGroup, sentence
from duidelijk.errors import DuidelijkError, ReadError, RulebookError
from duidelijk.model import GENRES, SEVERITIES

if TYPE_CHECKING:
    from duidelijk.checker import Checker
    from duidelijk.model import Document, Result

STDIN = "-"
_STDIN_NAME = "tekst.txt"
_TOGETHER = 32
"""How many texts are read and checked at a time."""
_SHELLS = ("bash", "zsh", "fish", "powershell")


def main() -> None:
    """Runs the command line and exits: 0 done, 1 not clear enough, 2 could not do it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    try:
        code = cli.main(standalone_mode=False, prog_name="duidelijk")
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as problem:
        code = _complain(sentence(problem))
    except RulebookError as problem:
        code = _complain(f"Het regelboek klopt niet. Verbeter eerst dit:\n{problem}")
    except DuidelijkError as problem:
        code = _complain(str(problem), problem.exit_code)
    except (KeyboardInterrupt, click.Abort):
        code = _complain("Gestopt.", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as problem:
        code = _complain(f"Er zit een fout in het programma zelf ({_where(problem)}). Meld dit aan de makers.")
    sys.exit(code if isinstance(code, int) else 0)


def _complain(message: str, code: int = 2) -> int:
    click.echo(f"duidelijk: {message}", err=True)
    return code


def _where(problem: Exception) -> str:
    """The kind and place of an unforeseen error; never its text, which may quote a letter."""
    trace = problem.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" in {Path(trace.tb_frame.f_code.co_filename).name}, regel {trace.tb_lineno}" if trace else ""
    return f"{type(problem).__name__}{place}"


@click.group(cls=DutchGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="duidelijk %(version)s", help="Toon de versie.")
def cli() -> None:
    """Controleert brieven en webteksten op duidelijke taal (B1)."""


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command which checks files has."""
    for option in reversed(
        (
            click.argument("files", nargs=-1, required=True, metavar="BESTANDEN..."),
            click.option("--genre", type=click.Choice(GENRES), help="Soort tekst. Anders: geraden."),
            click.option("--department", metavar="AFDELING", help="Afdeling die de tekst schreef."),
            click.option("--stdin-name", metavar="NAAM", help="Bestandsnaam bij '-' (standaardinvoer)."),
            click.option("--pipeline", metavar="NAAM", help="Taalmodel, bijvoorbeeld nl_core_news_md."),
            click.option("--config", "config_file", metavar="BESTAND", help="Instellingen (duidelijk.toml)."),
        )
    ):
        command = option(command)
    return command


@cli.command()
@_shared
@click.option(
    "--format",
    "form",
    type=click.Choice(("terminal", "html", "json")),
    default="terminal",
    help="Vorm van de uitvoer: terminal (standaard), html of json.",
)
@click.option("--output", metavar="BESTAND", help="Schrijf de uitvoer naar dit bestand (of naar deze map).")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Geef code 1 bij een melding van deze ernst.")
@click.option("--by-department", is_flag=True, help="Toon een tabel per afdeling.")
def check(
    files: tuple[str, ...],
    form: str,
    output: str | None,
    fail_on: str | None,
    by_department: bool,
    **options: Any,
) -> int:
    """Controleer teksten en toon wat duidelijker kan.

    BESTANDEN zijn bestanden of mappen; '-' is de standaardinvoer. Leest .txt, .md, .html en .docx.
    """
    from duidelijk import output as out

    jobs = _Jobs(files, **options)
    out.check_target(output, jobs.paths, page_per_document=form == "html")
    results = list(jobs.results())
    if form == "html" and output and Path(output).is_dir():
        out.write_pages(output, {r.document.source: _html(r) for r in results})
    elif results or form == "json":
        out.write(output, _rendered(form, results, jobs, by_department, color=output is None and _color()))
    jobs.remark(results)
    if jobs.errors:
        return 2
    if fail_on:
        failing = SEVERITIES[SEVERITIES.index(fail_on) :]  # type: ignore[arg-type]
        return int(any(finding.severity in failing for result in results for finding in result.findings))
    return 0


def _rendered(form: str, results: list[Result], jobs: _Jobs, by_department: bool, *, color: bool) -> str:
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
@_shared
@click.option(
    "--min-grade",
    type=click.FloatRange(1, 10),
    default=7.0,
    help="Laagste cijfer waarmee een tekst door mag (standaard 7).",
)
def gate(files: tuple[str, ...], min_grade: float, **options: Any) -> int:
    """Mag deze tekst zo naar buiten? Code 0: ja. Code 1: nog niet duidelijk genoeg."""
    from duidelijk.gate import judge

    jobs = _Jobs(files, **options)
    passed = True
    for result in jobs.results():
        verdict = judge(result, min_grade=min_grade)
        passed = passed and verdict.passed
        for reason in verdict.reasons:
            click.echo(f"{result.document.source}: {reason} Bekijk de meldingen met: duidelijk check.")
    return 2 if jobs.errors else 0 if passed else 1


@cli.command()
def rules() -> None:
    """Toon alle regels."""
    from duidelijk.rendering.rules import listing
    from duidelijk.rulebook import load

    click.echo(listing(load().rules), nl=False)


@cli.command()
@click.argument("rule", metavar="REGEL")
def explain(rule: str) -> None:
    """Leg een regel uit: reden, bron en voorbeelden."""
    from duidelijk.rendering.rules import explanation
    from duidelijk.rulebook import load

    found = load().rule(rule)
    if found is None:
        raise DuidelijkError(f"De regel '{rule}' bestaat niet. Bekijk alle regels met: duidelijk rules.")
    click.echo(explanation(found), nl=False)


@cli.command()
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Toon het script dat opdrachten aanvult met de tab-toets.

    Voor bash: zet  eval "$(duidelijk completion bash)"  in ~/.bashrc.
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise DuidelijkError(f"Aanvullen werkt hier niet voor {shell}. Werk click bij naar versie 8.5 of hoger.")
    click.echo(found(cli, {}, "duidelijk", "_DUIDELIJK_COMPLETE").source())


class _Jobs:
    """The files to check: reads and checks them one by one; one bad file doesn't stop the others."""

    def __init__(
        self,
        files: Sequence[str],
        *,
        genre: str | None,
        department: str | None,
        stdin_name: str | None,
        pipeline: str | None,
        config_file: str | None,
    ) -> None:
        from duidelijk import config, reading

        self.errors: list[tuple[str, str]] = []
        self._given = {"genre": genre, "department": department}
        self._stdin_name, self._pipeline = stdin_name, pipeline
        self._config = (
            config.load_config(Path(config_file)) if config_file else config.find_config(Path.cwd().absolute())
        )
        self.paths: list[str] = []
        for file in dict.fromkeys(files):
            try:
                self.paths += [STDIN] if file == STDIN else map(str, reading.find_files([Path(file)]))
            except DuidelijkError as problem:
                self._fail(file, problem)
        self.paths = list(dict.fromkeys(self.paths))
        self.checker: Checker | None = None

    def results(self) -> Iterator[Result]:
        """The Result of each file that could be checked; what couldn't be stands in ``errors``."""
        from duidelijk.progress import shown

        for paths in shown(self.paths, _TOGETHER):
            read = [(path, document) for path in paths if (document := self._read(path))]
            checked = self._checked([document for _, document in read])
            if checked is not None:
                yield from checked
                continue
            for path, document in read:
                yield from self._checked([document], path) or ()

    def _checked(self, documents: list[Document], path: str = "") -> list[Result] | None:
        """Their Results; None where one of them makes the program fail, which is said if it's ``path``."""
        if self.checker is None and documents:
            from duidelijk.checker import Checker

            self.checker = Checker(self._config, self._pipeline)
        try:
            return list(self.checker.check_documents(documents)) if self.checker else []
        except DuidelijkError:
            raise
        except Exception as problem:
            if path:
                self._fail(path, ReadError(f"'{path}' geeft een fout in het programma zelf ({_where(problem)})."))
            return None

    def remark(self, results: list[Result]) -> None:
        """Says which settings silenced nothing, where enough texts were checked to know."""
        if len(results) > 1:
            from duidelijk.checker import unused_settings
            from duidelijk.rendering.words import unused_line

            for each in unused_settings(self._config, results):
                click.echo(f"Let op: {unused_line(each)}.", err=True)

    def titles(self) -> dict[str, str]:
        """The title of each rule by its id."""
        from duidelijk.rulebook import load

        return {rule.id: rule.title for rule in load().rules}

    def context(self) -> dict[str, Any]:
        """Which pipeline, rule book and profile this run used."""
        from duidelijk.rulebook import load

        used = self.checker.pipeline if self.checker else None
        return {
            "pipeline": {
                "name": used.name if used else self._pipeline or self._config.pipeline,
                "version": used.version if used else None,
            },
            "rulebook_version": load().version,
            "profile": self._config.profile,
        }

    def _read(self, path: str) -> Document | None:
        from duidelijk import reading
        from duidelijk.config import settings_for

        given = dict(self._given)
        name = self._stdin_name or _STDIN_NAME if path == STDIN else path
        given["genre"] = given["genre"] or settings_for(self._config, name).genre
        try:
            if path == STDIN:
                data = sys.stdin.buffer.read(reading.WORD_LIMIT + 1)
                return reading.read_bytes(data, name, **given)  # type: ignore[arg-type]
            return reading.read_file(Path(path), **given)  # type: ignore[arg-type]
        except DuidelijkError as problem:
            self._fail(path, problem)
        except Exception as problem:
            self._fail(path, ReadError(f"'{path}' geeft een fout in het programma zelf ({_where(problem)})."))
        return None

    def _fail(self, source: str, problem: DuidelijkError) -> None:
        if not isinstance(problem, ReadError):
            raise problem
        self.errors.append((source, str(problem)))
        _complain(str(problem))


def _color() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


if __name__ == "__main__":
    main()
