"""The command that writes corrected texts: ``fix``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from duidelijk.dutch_click import DutchCommand
from duidelijk.errors import DuidelijkError, OutputError
from duidelijk.jobs import STDIN, STDIN_NAME, bytes_of, checker_for, settings
from duidelijk.shared_options import shared_options

if TYPE_CHECKING:
    from duidelijk.checker import Checker
    from duidelijk.model import Fixed, Page

_PATH = click.Path(readable=False)
_NEW = "-duidelijk"
_NO_TALK = (
    "Het programma kan u hier niets vragen. Gebruik --safe om de veilige voorstellen te verwerken, "
    "of --diff om alleen te kijken."
)


@click.command(cls=DutchCommand)
@click.argument("file", metavar="BESTAND", type=_PATH)
@click.option("--safe", is_flag=True, help="Verwerk alle veilige voorstellen, zonder vragen.")
@click.option("--diff", is_flag=True, help="Toon alleen wat er verandert. Er komt geen nieuw bestand.")
@click.option("--output", metavar="NIEUW", type=_PATH, help="Naam van het nieuwe bestand.")
@shared_options
def fix(file: str, safe: bool, diff: bool, output: str | None, **options: Any) -> int:
    """Verbeter een tekst. Het programma vraagt bij elk voorstel of u het wilt.

    De verbeterde tekst komt in een nieuw bestand. Bij brief.docx heet dat brief-duidelijk.docx. Het oude
    bestand verandert nooit. Een veilig voorstel verandert alleen een woord of een uitdrukking: de volgorde
    en de betekenis blijven gelijk. Met --diff ziet u alle voorstellen, met --safe erbij alleen de veilige.
    BESTAND '-' is de standaardinvoer.
    """
    if not (safe or diff or _can_talk(file)):
        raise DuidelijkError(_NO_TALK)
    name = (options["stdin_name"] or STDIN_NAME) if file == STDIN else file
    data = bytes_of(file)
    target = None if diff else _target(file, output)
    checker = checker_for(settings([file], options["profile"], options["config_file"]), options["pipeline"])
    page = checker.page(data, name, genre=options["genre"], department=options["department"])
    if diff:
        _show(_followed(checker, page, safe), name)
    elif safe:
        fixed = _followed(checker, page, safe)
        _write(fixed, file, target, asked=output is not None)
        _hint(fixed, file, target)
    else:
        _write(_talked(checker, page), file, target, asked=False)
    return 0


def _can_talk(file: str) -> bool:
    return file != STDIN and sys.stdin is not None and sys.stdin.isatty()


def _target(file: str, output: str | None) -> Path | None:
    """Where the new file goes, None for standard output; OutputError where it can't go there."""
    from duidelijk import output as out

    if output is None and file == STDIN:
        return None
    old = Path(file)
    target = old.with_name(f"{old.stem}{_NEW}{old.suffix}") if output is None else Path(output)
    out.check_target(str(target) if output is None else output, [file], page_per_document=False)
    if file != STDIN and target.suffix.lower() != old.suffix.lower():
        raise OutputError(
            f"De naam '{target}' kan niet. De naam van het nieuwe bestand moet ook eindigen op {old.suffix}."
        )
    out.check_new(target)
    return target


def _followed(checker: Checker, page: Page, safe: bool) -> Fixed:
    from duidelijk import fixing

    return fixing.fixed(page, checker.again(page), fixing.safe if safe else fixing.best)


def _talked(checker: Checker, page: Page) -> Fixed:
    from duidelijk import output as out
    from duidelijk.fix_dialog import Talk, held

    titles = {rule.id: rule.title for rule in checker.rulebook.rules}
    word = page.result.document.source.lower().endswith(".docx")
    talk = Talk(
        ask=input,
        say=lambda text: click.echo(text, nl=False),
        titles=titles,
        unit="Alinea" if word else "Regel",
        color=out.colors(),
    )
    return held(page, checker.again(page), talk)


def _show(fixed: Fixed, name: str) -> None:
    from duidelijk import output as out
    from duidelijk.rendering.fixes import diff, stayed

    old = Path(name)
    out.write(None, diff(fixed, old.name, f"{old.stem}{_NEW}{old.suffix}"))
    said = [*([] if fixed.replaced else ["Er verandert niets."]), *stayed(fixed)]
    if said:
        click.echo(" ".join(said), err=True)


def _write(fixed: Fixed, file: str, target: Path | None, *, asked: bool) -> None:
    """Writes the new file, if there is anything new or it was ``asked`` for by name; says what came of it."""
    from duidelijk import output as out
    from duidelijk.rendering.fixes import summary

    to_file = target is not None and (bool(fixed.replaced) or asked)
    if target is None:
        out.write_bytes(fixed.after.data)
    elif to_file:
        out.write_new(target, fixed.after.data, like=None if file == STDIN else Path(file))
    click.echo(summary(fixed, str(target) if to_file else ""), err=target is None)


def _hint(fixed: Fixed, file: str, target: Path | None) -> None:
    """Says how to see the suggestions that aren't safe."""
    from duidelijk.rendering.fixes import left

    if target is not None and (said := left(fixed, str(target) if target.exists() else file)):
        click.echo(said)
