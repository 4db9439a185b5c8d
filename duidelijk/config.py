"""duidelijk.toml or [tool.duidelijk] → Config; strict, all errors at once."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from duidelijk.addresses import below, is_address
from duidelijk.errors import ConfigError
from duidelijk.model import PROFILES, Genre, Limits
from duidelijk.nodes import Node

FILE = "duidelijk.toml"
YOU_HAVE = ("u hebt", "u heeft")
REASONS = ("spoedbericht", "wettelijke tekst", "citaat", "anders")
"""Why a text may be published all the same, unless the settings name other reasons."""


@dataclass(frozen=True, slots=True)
class OwnLimits:
    """The limits that one table names; None for what it leaves as it was (see ``Limits``)."""

    min_grade: float | None = None
    max_fout: int | None = None
    block: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What holds for the files that match ``glob``, relative to the folder of duidelijk.toml.

    Or, with ``url``, for the web pages whose address begins with it.
    """

    glob: str
    genre: Genre | None = None
    department: str | None = None
    template: str = ""
    off: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    url: str = ""
    limits: OwnLimits = OwnLimits()


@dataclass(frozen=True, slots=True)
class GateSettings:
    """When a text may be published: the limits for all texts and per genre, and what goes around them.

    ``given``: limits from a command, before all others. ``baseline``: the file with what was there already
    (None: the usual one, if it is there). ``reasons``: for publishing all the same.
    """

    limits: OwnLimits = OwnLimits()
    genres: Mapping[Genre, OwnLimits] = field(default_factory=dict)
    given: OwnLimits = OwnLimits()
    baseline: Path | None = None
    reasons: tuple[str, ...] = REASONS


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """Where the numbers are kept: a file or a database URL (empty: the usual place), and how long.

    ``name``: what the folder of the settings is called in an archive that more computers share.
    ``key_file``: what the hashes are made with (None: the usual place). ``keep_months``: 0 = for ever.
    """

    url: str = ""
    name: str = ""
    key_file: Path | None = None
    keep_months: int = 24


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """What the monthly report says about the organisation; the goal is a grade at the end of a year.

    ``residents``, ``reach``: CSV files with the grades of residents and with the numbers of readers.
    """

    organisation: str = ""
    goal: float = 8.0
    goal_year: int = 2027
    residents: Path | None = None
    reach: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; the defaults are the ones without a file.

    ``rules``: by id, what is changed in a rule. ``lists``: the organisation's own word lists. ``you_have``:
    which of ``YOU_HAVE`` a suggestion says.
    """

    folder: Path | None = None
    pipeline: str = "nl_duidelijk"
    profile: str = PROFILES[0]
    rules: Mapping[str, Node] = field(default_factory=dict)
    off: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    paths: tuple[PathSettings, ...] = ()
    lists: tuple[Path, ...] = ()
    you_have: str = YOU_HAVE[0]
    archive: ArchiveSettings = ArchiveSettings()
    report: ReportSettings = ReportSettings()
    gate: GateSettings = GateSettings()


def find_config(start: Path) -> Config:
    """The nearest duidelijk.toml, or pyproject.toml with [tool.duidelijk], from ``start`` upwards."""
    for folder in (start, *start.parents):
        if os.path.isfile(folder / FILE):  # noqa: PTH113 (pathlib raises in a closed folder)
            return load_config(folder / FILE)
        project = folder / "pyproject.toml"
        if os.access(project, os.R_OK) and "[tool.duidelijk" in _text(project):
            return load_config(project)
    return Config()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def config_for(files: Iterable[str]) -> Config:
    """The settings for these files: from the folder that holds them all upwards, else from here upwards."""
    here = Path.cwd()
    try:
        common = os.path.commonpath([_folder(here / file) for file in files] or [str(here)])
    except ValueError:
        common = str(here)
    found = find_config(Path(common))
    return found if found.folder else find_config(here)


def _folder(path: Path) -> str:
    """The folder itself, or the folder of a file, without ``..``."""
    whole = os.path.abspath(path)  # noqa: PTH100
    return whole if Path(whole).is_dir() else str(Path(whole).parent)


def load_config(path: Path) -> Config:
    """The settings in this file; ConfigError with every problem and its line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except FileNotFoundError:
        raise ConfigError(f"Het bestand {path} bestaat niet. Controleer de naam achter --config.") from None
    except OSError:
        raise ConfigError(f"Het bestand {path} kan niet worden gelezen. Controleer de rechten.") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path.name} is niet opgeslagen als UTF-8. Sla het op als UTF-8.") from None
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"line (\d+)", str(problem))
        place = f"{path.name}:{line[1]}" if line else path.name
        raise ConfigError(
            f"{place}: dit is geen geldige TOML. Kijk naar de haken, de aanhalingstekens en dubbele namen. "
            "Aanhalingstekens zijn recht. In de naam van een bestand staat / en geen \\."
        ) from None
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("duidelijk", {})
    from duidelijk.config_reading import read_config

    return read_config(path, text, data)


def settings_for(config: Config, source: str) -> PathSettings:
    """What holds for one source: the general settings and those of every matching path, the last one wins.

    For the address of a web page the paths with ``url`` count, for a file those with ``glob``.
    """
    found = PathSettings(source, off=config.off, allow=config.allow)
    for settings in _matching(config, source):
        found = replace(
            found,
            genre=settings.genre or found.genre,
            department=settings.department or found.department,
            template=settings.template or found.template,
            off=(*found.off, *settings.off),
            allow=(*found.allow, *settings.allow),
            limits=_over(found.limits, settings.limits),
        )
    return found


def _matching(config: Config, source: str) -> list[PathSettings]:
    if not config.paths:
        return []
    if is_address(source):
        return [each for each in config.paths if each.url and below(source, each.url)]
    import pathspec

    name, globs = _relative(source, config.folder), [each for each in config.paths if each.glob]
    return [each for each in globs if pathspec.GitIgnoreSpec.from_lines([each.glob]).match_file(name)]


def limits_for(config: Config, source: str, genre: Genre) -> Limits:
    """What a text must meet: a command goes before a path, a path before a genre, a genre before the rest."""
    gate = config.gate
    found = _over(gate.limits, gate.genres.get(genre, OwnLimits()))
    found = _over(_over(found, settings_for(config, source).limits), gate.given)
    min_grade = Limits().min_grade if found.min_grade is None else found.min_grade
    return Limits(min_grade, found.max_fout, found.block or ())


def _over(below: OwnLimits, above: OwnLimits) -> OwnLimits:
    """The limits of ``above``, and those of ``below`` that it doesn't name."""
    named = {each.name: value for each in fields(above) if (value := getattr(above, each.name)) is not None}
    return replace(below, **named)


def _relative(source: str, folder: Path | None) -> str:
    path = Path(os.path.abspath(source))  # noqa: PTH100 (without ..)
    if folder and path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    return Path(source).as_posix()
