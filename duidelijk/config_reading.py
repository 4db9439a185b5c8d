"""The tables of a settings file → Config; strict, all errors at once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from duidelijk.addresses import is_beginning
from duidelijk.config import YOU_HAVE, ArchiveSettings, Config, PathSettings, ReportSettings
from duidelijk.errors import ConfigError
from duidelijk.model import GENRES, PROFILES
from duidelijk.nodes import Node, table


class Reading:
    """One settings file being read: collects problems with their line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.lines, self.problems = path, text.splitlines(), list[str]()

    def config(self, data: Mapping[str, Any]) -> Config:
        self.known(data, ("language", "rules", "words", "path", "suggestions", "archive", "report"))
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
            archive=self.archive(self.table(data, "archive")),
            report=self.report(self.table(data, "report")),
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
        self.known(each, ("glob", "url", "genre", "department", "template", "off", "allow"))
        if ("glob" in each) == ("url" in each):
            self.problem(
                "path",
                'bij [[path]] hoort een glob of een url, en niet allebei, bijvoorbeeld glob = "brieven/**" '
                'of url = "https://www.gemeente.nl/wonen/"',
            )
        return PathSettings(
            glob=self.text(each, "glob") or "",
            url=self.address(each, "url"),
            genre=self.choice(each, "genre", GENRES),  # type: ignore[arg-type]
            department=self.text(each, "department"),
            template=self.text(each, "template") or "",
            off=self.texts(each, "off"),
            allow=self.texts(each, "allow"),
        )

    def address(self, table: Mapping[str, Any], key: str) -> str:
        """The beginning of addresses of web pages."""
        found = self.text(table, key) or ""
        if found and (not is_beginning(found) or "*" in found):
            self.problem(
                key,
                f"'{key}' moet het begin van een webadres zijn, zonder *, ? of #, bijvoorbeeld "
                f'{key} = "https://www.gemeente.nl/wonen/"',
            )
        return found

    def archive(self, table: Mapping[str, Any]) -> ArchiveSettings:
        self.known(table, ("url", "name", "key_file", "keep_months"))
        key_file = self.text(table, "key_file")
        return ArchiveSettings(
            url=self.text(table, "url") or "",
            name=self.text(table, "name") or "",
            key_file=self.path.parent.absolute() / key_file if key_file else None,
            keep_months=int(self.number(table, "keep_months", ArchiveSettings().keep_months, 0, 1200)),
        )

    def report(self, table: Mapping[str, Any]) -> ReportSettings:
        self.known(table, ("organisation", "goal", "goal_year", "residents", "reach"))
        default = ReportSettings()
        residents = self.text(table, "residents")
        reach = (
            self.texts(table, "reach")
            if isinstance(table.get("reach"), list)
            else (self.text(table, "reach"),)
        )
        folder = self.path.parent.absolute()
        return ReportSettings(
            organisation=self.text(table, "organisation") or "",
            goal=self.number(table, "goal", default.goal, 1, 10),
            goal_year=int(self.number(table, "goal_year", default.goal_year, 2000, 2100)),
            residents=folder / residents if residents else None,
            reach=tuple(folder / name for name in reach if name),
        )

    def number(self, table: Mapping[str, Any], key: str, default: float, least: int, most: int) -> float:
        found = table.get(key, default)
        kinds = (int, float) if isinstance(default, float) else (int,)
        if isinstance(found, bool) or not isinstance(found, kinds) or not least <= found <= most:
            whole = "" if isinstance(default, float) else "heel "
            self.problem(key, f"'{key}' moet een {whole}getal zijn van {least} tot en met {most}")
            return default
        return found

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
