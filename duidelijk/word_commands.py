"""The commands for word lists: ``words explain``, ``words check`` and ``words import``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from duidelijk.dutch_click import DutchCommand, DutchGroup
from duidelijk.errors import ConfigError, DuidelijkError, OutputError

if TYPE_CHECKING:
    from duidelijk.config import Config
    from duidelijk.own_rows import OwnWord

_FILE = click.Path(readable=False)


@click.group(cls=DutchGroup)
def words() -> None:
    """Bekijk woorden, en controleer uw eigen woordenlijst."""


@words.command(cls=DutchCommand, name="explain")
@click.argument("word", metavar="WOORD...", nargs=-1, required=True)
def explain_word(word: tuple[str, ...]) -> None:
    """Vertel wat het programma van een woord vindt, en waarom."""
    from duidelijk.rendering.word_facts import word_facts
    from duidelijk.rulebook import of
    from duidelijk.vocabulary import facts

    term = " ".join(" ".join(word).split())
    if not term:
        raise DuidelijkError(
            "U heeft geen woord ingevuld. Geef een woord, bijvoorbeeld: duidelijk words explain leges."
        )
    click.echo(word_facts(facts(term, of(_settings()).rules)), nl=False)


@words.command(cls=DutchCommand)
@click.argument("files", metavar="[BESTANDEN...]", nargs=-1, type=_FILE)
def check(files: tuple[str, ...]) -> None:
    """Controleer uw woordenlijsten. Noemt u er geen? Dan de lijsten in duidelijk.toml."""
    from duidelijk.own_words import read_own
    from duidelijk.rulebook import of
    from duidelijk.vocabulary import remarks

    config = _settings()
    paths = tuple(map(Path, files)) or config.lists
    if not paths:
        raise ConfigError("Er is geen woordenlijst. Geef een bestand, of noem er een in duidelijk.toml.")
    for path in paths:
        click.echo(_counted(path.name, read_own([path])))
    every = read_own(paths)
    for remark in remarks(every, of(replace(config, lists=paths)).rules):
        click.echo(f"Let op: {remark}")


def _counted(file: str, own: tuple[OwnWord, ...]) -> str:
    """*woorden.xlsx: 12 woorden, alles klopt (vervang: 8, leg uit: 3, mag: 1).*"""
    counts = [
        (state, sum(word.entry.state == state for word in own)) for state in ("vervang", "leg-uit", "mag")
    ]
    parts = ", ".join(f"{state.replace('-', ' ')}: {count}" for state, count in counts)
    return f"{file}: {len(own)} {'woord' if len(own) == 1 else 'woorden'}, alles klopt ({parts})."


@words.command(cls=DutchCommand, name="import")
@click.argument("file", metavar="BESTAND", type=_FILE)
@click.option("--output", metavar="BESTAND", type=_FILE, help="Naam van de nieuwe lijst (.tsv).")
@click.option("--replace", "again", is_flag=True, help="Vervang de lijst als die er al is.")
def import_words(file: str, output: str | None, again: bool) -> None:
    """Neem een lijst uit Excel of CSV over, en zet die in duidelijk.toml."""
    from duidelijk import output as out
    from duidelijk.own_rows import as_table
    from duidelijk.own_words import read_own
    from duidelijk.settings_file import with_list

    own = read_own([Path(file)])
    settings = _settings_file()
    target = Path(output) if output else settings.parent / f"{Path(file).stem}.tsv"
    if target.absolute() == Path(file).absolute():
        raise OutputError(f"'{target.name}' is al een lijst. Noem hem in {settings.name}, bij [words] lists.")
    if target.suffix.lower() != ".tsv":
        raise OutputError(f"De naam '{target.name}' kan niet. De naam van de lijst moet eindigen op .tsv.")
    out.check_target(str(target), [], page_per_document=False)
    if target.exists() and not again:
        raise OutputError(
            f"'{target}' bestaat al. Kies een andere naam met --output, of vervang hem met --replace."
        )
    changed = with_list(settings, target, Path(file))
    out.write(str(target), as_table(own))
    if changed is not None:
        out.write(str(settings), changed)
    click.echo(_counted(target.name, own))
    click.echo(f"De lijst staat in {target.name}. De naam van de lijst staat ook in {settings.name}.")


def _settings() -> Config:
    from duidelijk.config import config_for

    return config_for([])


def _settings_file() -> Path:
    """The duidelijk.toml that holds here, or the place where a new one goes."""
    from duidelijk.config import FILE

    folder = _settings().folder or Path.cwd()
    return folder / FILE
