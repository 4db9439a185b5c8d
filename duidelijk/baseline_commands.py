"""The command that records what is there already, ``baseline``, and how the gate keeps that tidy."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from duidelijk.dutch_click import DutchCommand
from duidelijk.errors import GateError
from duidelijk.jobs import STDIN, Jobs
from duidelijk.shared_options import shared_options

if TYPE_CHECKING:
    from duidelijk.baseline import Baseline
    from duidelijk.model import Recorded, Result, Verdict

_PATH = click.Path(readable=False)


@click.command(cls=DutchCommand)
@click.argument("files", nargs=-1, required=True, metavar="BESTANDEN...", type=_PATH)
@shared_options
@click.option("--output", metavar="BESTAND", type=_PATH, help="De basis (anders: duidelijk-basis.json).")
def baseline(files: tuple[str, ...], output: str | None, **options: Any) -> int:
    """Leg vast wat er nu is: daarna houdt 'gate' alleen tegen wat slechter wordt.

    Het bestand bevat geen tekst. Geef de opdracht opnieuw als teksten beter zijn geworden. Teksten die u niet
    noemt, blijven erin staan.
    """
    from duidelijk import baseline as room

    jobs = jobs_for(files, options, output)
    if STDIN in jobs.paths and not options["stdin_name"]:
        raise GateError("De standaardinvoer heeft geen naam. Geef die met --stdin-name.")
    base = room.load(jobs.config, create=True)
    assert base is not None
    _check_writable(base.path)
    found = {each.document: each for each in (_recorded(jobs, r, base) for r in jobs.results())}
    rest = {name: each for name, each in base.documents.items() if not base.is_gone(each)}
    if found or rest != base.documents:
        _write(base, rest | found)
    if found:
        click.echo(_recorded_line(found.values(), base.path))
    return 2 if jobs.errors else 0


def jobs_for(files: Sequence[str], options: Mapping[str, Any], base: str | None) -> Jobs:
    """The work, each file once; ``base``: the file of the baseline, before that of the settings."""
    jobs = Jobs(files, **options)
    jobs.paths = list({_real(path): path for path in reversed(jobs.paths)}.values())[::-1]
    if base is not None:
        if not base:
            raise GateError("De naam van de basis is leeg. Geef de naam van een bestand.")
        jobs.config = replace(jobs.config, gate=replace(jobs.config.gate, baseline=Path.cwd() / base))
    return jobs


def _real(path: str) -> str:
    return path if path == STDIN else os.path.realpath(path)


def _recorded(jobs: Jobs, result: Result, base: Baseline) -> Recorded:
    return jobs.loaded().recorded(result, base.folder)


def _recorded_line(found: Iterable[Recorded], path: Path) -> str:
    counts = [sum(number for _, number in each.findings.values()) for each in found]
    texts = "1 tekst" if len(counts) == 1 else f"{len(counts)} teksten"
    findings = "1 melding" if sum(counts) == 1 else f"{sum(counts)} meldingen"
    return f"Vastgelegd: {texts} met {findings}, in '{path}'."


def tidy(judged: Sequence[tuple[Result, Verdict]], jobs: Jobs, *, prune: bool, quiet: bool) -> None:
    """Says how much of the baseline is solved; ``prune``: takes that out of it, and adds nothing."""
    from duidelijk.baseline import pruned

    base = jobs.checker.baseline if jobs.checker else None
    if base is None:
        return
    kept, solved = dict(base.documents), 0
    for result, verdict in judged:
        change = jobs.loaded().since(result)
        if change:
            passed = verdict.passed and not verdict.override
            solved += sum(change.solved.values())
            kept.pop(change.before.document, None)
            left = pruned(change, _recorded(jobs, result, base), passed=passed)
            kept[left.document] = left
    if prune:
        kept = {name: each for name, each in kept.items() if not base.is_gone(each)}
        if kept != base.documents:
            _check_writable(base.path)
            _write(base, kept)
    if solved and not quiet:
        click.echo(_solved_line(solved, prune=prune), err=True)


def _solved_line(solved: int, *, prune: bool) -> str:
    what = "1 melding uit de basis is" if solved == 1 else f"{solved} meldingen uit de basis zijn"
    them = "Die staat" if solved == 1 else "Die staan"
    way = f"{them} er nu niet meer in." if prune else "Werk de basis bij met: duidelijk gate --prune."
    return f"{what} opgelost. {way}"


def _check_writable(path: Path) -> None:
    """Raises GateError, before any work is done, when the baseline can't be written."""
    if path.is_dir():
        raise GateError(f"'{path}' is een map. Geef de naam van een bestand voor de basis.")
    if not path.parent.is_dir():
        raise GateError(f"De map '{path.parent}' bestaat niet. Maak die eerst, of kies een andere map.")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise _unwritable(path, "geen toestemming")


def _unwritable(path: Path, why: str) -> GateError:
    return GateError(f"De basis '{path}' kan niet worden geschreven ({why}). Er is niets veranderd.")


def _write(base: Baseline, documents: Mapping[str, Recorded]) -> None:
    """Writes the baseline, wholly or not at all."""
    from duidelijk.baseline import written
    from duidelijk.output import replace_file

    try:
        replace_file(base.path, written(documents.values()))
    except OSError as problem:
        why = "geen toestemming" if isinstance(problem, PermissionError) else "misschien is de schijf vol"
        raise _unwritable(base.path, why) from None
