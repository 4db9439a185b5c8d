"""duidelijk.toml or [tool.duidelijk] → Config; strict, all errors at once."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from duidelijk.errors import ConfigError
from duidelijk.model import GENRES, PROFILES, Genre
from duidelijk.nodes import Node, table

FILE = "duidelijk.toml"
YOU_HAVE = ("u hebt", "u heeft")


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What holds for the files that match ``glob``, relative to the folder of duidelijk.toml."""

    glob: str
    genre: Genre | None = None
    department: str | None = None
    off: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


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
    return _Reading(path, text).config(data)


def settings_for(config: Config, source: str) -> PathSettings:
    """What holds for one source: the general settings and those of every matching path, the last one wins."""
    found = PathSettings(source, off=config.off, allow=config.allow)
    if not config.paths:
        return found
    import pathspec

    name = _relative(source, config.folder)
    for settings in config.paths:
        if pathspec.GitIgnoreSpec.from_lines([settings.glob]).match_file(name):
            found = replace(
                found,
                genre=settings.genre or found.genre,
                department=settings.department or found.department,
                off=(*found.off, *settings.off),
                allow=(*found.allow, *settings.allow),
            )
    return found


def _relative(source: str, folder: Path | None) -> str:
    path = Path(source).absolute()
    if folder and path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    return Path(source).as_posix()


class _Reading:
    """One settings file being read: collects problems with their line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.lines, self.problems = path, text.splitlines(), list[str]()

    def config(self, data: Mapping[str, Any]) -> Config:
        self.known(data, ("language", "rules", "words", "path", "suggestions"))
        language, rules, words = (self.table(data, k) for k in ("language", "rules", "words"))
        suggestions = self.table(data, "suggestions")
        self.known(language, ("pipeline",))
        self.known(suggestions, ("u",))
        own = {id: value for id, value in rules.items() if isinstance(value, dict)}
        self.known({key: value for key, value in rules.items() if key not in own}, ("off", "profile"))
        self.known(words, ("allow", "lists"))
        default = Config()
        config = Config(
            folder=self.path.parent.absolute(),
            pipeline=self.text(language, "pipeline") or default.pipeline,
            profile=self.choice(rules, "profile", PROFILES) or default.profile,
            rules={id: self.node(value, self.line_of(id)) for id, value in own.items()},
            off=self.texts(rules, "off"),
            allow=self.texts(words, "allow"),
            paths=self.paths(data),
            lists=tuple(map(self.list_file, self.texts(words, "lists"))),
            you_have=self.choice(suggestions, "u", YOU_HAVE) or default.you_have,
        )
        if self.problems:
            raise ConfigError("\n".join(self.problems))
        return config

    def paths(self, data: Mapping[str, Any]) -> tuple[PathSettings, ...]:
        found = data.get("path", [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self.problem("path", "schrijf dit als [[path]], met dubbele haken")
            return ()
        return tuple(map(self.path_settings, found))

    def path_settings(self, each: Mapping[str, Any]) -> PathSettings:
        self.known(each, ("glob", "genre", "department", "off", "allow"))
        if "glob" not in each:
            self.problem("path", 'bij [[path]] hoort een glob, bijvoorbeeld glob = "brieven/**"')
        return PathSettings(
            glob=self.text(each, "glob") or "",
            genre=self.choice(each, "genre", GENRES),  # type: ignore[arg-type]
            department=self.text(each, "department"),
            off=self.texts(each, "off"),
            allow=self.texts(each, "allow"),
        )

    def list_file(self, name: str) -> Path:
        """The file of a word list, from the folder of the settings; one that isn't there is a problem."""
        path = self.path.parent.absolute() / name
        if not os.path.isfile(path):  # noqa: PTH113 (pathlib raises in a closed folder)
            self.problem("lists", f"de woordenlijst '{name}' bestaat niet in de map van {self.path.name}")
        return path

    def node(self, value: Any, line: int) -> Node:
        """The value with its place: a key stands below the one it belongs to."""
        if not isinstance(value, dict):
            children = [self.node(each, line) for each in value] if isinstance(value, list) else []
            return Node(value, line, line, children, origin=self.path.name)
        return table({k: self.node(v, self.line_of(k, line)) for k, v in value.items()}, line, self.path.name)

    def line_of(self, key: str, after: int = 1) -> int:
        """The first line from ``after`` on that begins with this key, else ``after`` itself."""
        pattern = re.compile(rf"^\s*\[*(?:[\w.]+\.)?[\"']?{re.escape(key)}\b")
        lines = enumerate(self.lines[after - 1 :], after)
        return next((n for n, text in lines if pattern.match(text)), after)

    def problem(self, key: str, what: str) -> None:
        self.problems.append(f"{self.path.name}:{self.line_of(key)}: {what}.")

    def known(self, table: Mapping[str, Any], names: tuple[str, ...]) -> None:
        for key in table:
            if key not in names:
                self.problem(key, f"onbekende sleutel '{key}'; bekend: {', '.join(names)}")

    def table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        found = data.get(key, {})
        if isinstance(found, dict):
            return found
        self.problem(key, f"schrijf dit als een tabel: [{key}]")
        return {}

    def text(self, table: Mapping[str, Any], key: str) -> str | None:
        found = table.get(key)
        if found is not None and (not isinstance(found, str) or not found):
            self.problem(key, f"'{key}' moet een tekst tussen aanhalingstekens zijn")
            return None
        return found

    def texts(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        found = table.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, str) and each for each in found):
            self.problem(key, f"'{key}' moet een lijst van teksten zijn, bijvoorbeeld {key} = [\"...\"]")
            return ()
        return tuple(found)

    def choice(self, table: Mapping[str, Any], key: str, names: tuple[str, ...]) -> str | None:
        found = self.text(table, key)
        if found is not None and found not in names:
            self.problem(key, f"onbekende waarde '{found}' voor '{key}'; bekend: {', '.join(names)}")
            return None
        return found
