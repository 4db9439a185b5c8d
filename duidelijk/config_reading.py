"""The tables of a settings file → Config; strict, all errors at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from duidelijk.addresses import is_beginning
from duidelijk.config import (
    YOU_HAVE,
    ArchiveSettings,
    Config,
    GateSettings,
    OwnLimits,
    PathSettings,
    ReportSettings,
)
from duidelijk.errors import ConfigError
from duidelijk.model import GENRES, PROFILES
from duidelijk.nodes import Node, table
from duidelijk.settings_tables import Table

_TABLES = ("language", "rules", "words", "path", "suggestions", "archive", "report", "gate")
_LIMITS = ("min_grade", "max_fout", "block")
_MOST_FOUT = 100_000
_ONE_OF_BOTH = (
    'bij [[path]] hoort een glob of een url, en niet allebei, bijvoorbeeld glob = "brieven/**" of '
    'url = "https://www.gemeente.nl/wonen/"'
)


def read_config(path: Path, text: str, data: Mapping[str, Any]) -> Config:
    """The settings that this data of the file ``path`` gives; ConfigError with every problem and its line."""
    whole = Table(path, tuple(text.splitlines()), data)
    whole.known(*_TABLES)
    language, rules, words, suggestions = map(whole.table, ("language", "rules", "words", "suggestions"))
    language.known("pipeline")
    suggestions.known("u")
    words.known("allow", "lists")
    own = {id: value for id, value in rules.data.items() if isinstance(value, dict)}
    rules.within({k: v for k, v in rules.data.items() if k not in own}, rules.start).known("off", "profile")
    default = Config()
    config = Config(
        folder=whole.folder,
        pipeline=language.text("pipeline") or default.pipeline,
        profile=rules.choice("profile", PROFILES) or default.profile,
        rules={id: _node(whole, value, whole.line_of(id)) for id, value in own.items()},
        off=rules.texts("off"),
        allow=words.texts("allow"),
        paths=tuple(map(_path, whole.tables("path"))),
        lists=tuple(_list_file(words, name) for name in words.texts("lists")),
        you_have=suggestions.choice("u", YOU_HAVE) or default.you_have,
        archive=_archive(whole.table("archive")),
        report=_report(whole.table("report")),
        gate=_gate(whole.table("gate")),
    )
    if whole.problems:
        raise ConfigError("\n".join(whole.problems))
    return config


def _path(each: Table) -> PathSettings:
    each.known("glob", "url", "genre", "department", "template", "off", "allow", *_LIMITS)
    if ("glob" in each.data) == ("url" in each.data):
        each.problem("path", _ONE_OF_BOTH)
    return PathSettings(
        glob=each.text("glob") or "",
        url=_beginning(each, "url"),
        genre=each.choice("genre", GENRES),  # type: ignore[arg-type]
        department=each.text("department"),
        template=each.text("template") or "",
        off=each.texts("off"),
        allow=each.texts("allow"),
        limits=_limits(each),
    )


def _gate(gate: Table) -> GateSettings:
    gate.known(*_LIMITS, "baseline", "reasons", *GENRES)
    baseline = gate.text("baseline")
    default = GateSettings()
    genres = {genre: gate.table(genre) for genre in GENRES if genre in gate.data}
    for each in genres.values():
        each.known(*_LIMITS)
    return GateSettings(
        limits=_limits(gate),
        genres={genre: _limits(each) for genre, each in genres.items()},
        baseline=gate.folder / baseline if baseline else None,
        reasons=gate.texts("reasons") if "reasons" in gate.data else default.reasons,
    )


def _beginning(table: Table, key: str) -> str:
    """The beginning of addresses of web pages."""
    found = table.text(key) or ""
    if found and (not is_beginning(found) or "*" in found):
        table.problem(
            key,
            f"'{key}' moet het begin van een webadres zijn, zonder *, ? of #, bijvoorbeeld "
            f'{key} = "https://www.gemeente.nl/wonen/"',
        )
    return found


def _limits(table: Table) -> OwnLimits:
    """What this table says about the limits."""
    named = table.data
    return OwnLimits(
        min_grade=table.number("min_grade", 7.0, 1, 10) if "min_grade" in named else None,
        max_fout=int(table.number("max_fout", 0, 0, _MOST_FOUT)) if "max_fout" in named else None,
        block=table.texts("block") if "block" in named else None,
    )


def _archive(table: Table) -> ArchiveSettings:
    table.known("url", "name", "key_file", "keep_months")
    key_file = table.text("key_file")
    return ArchiveSettings(
        url=table.text("url") or "",
        name=table.text("name") or "",
        key_file=table.folder / key_file if key_file else None,
        keep_months=int(table.number("keep_months", ArchiveSettings().keep_months, 0, 1200)),
    )


def _report(table: Table) -> ReportSettings:
    table.known("organisation", "goal", "goal_year", "residents", "reach")
    default = ReportSettings()
    residents = table.text("residents")
    several = isinstance(table.data.get("reach"), list)
    reach = table.texts("reach") if several else (table.text("reach"),)
    return ReportSettings(
        organisation=table.text("organisation") or "",
        goal=table.number("goal", default.goal, 1, 10),
        goal_year=int(table.number("goal_year", default.goal_year, 2000, 2100)),
        residents=table.folder / residents if residents else None,
        reach=tuple(table.folder / name for name in reach if name),
    )


def _list_file(words: Table, name: str) -> Path:
    """The file of a word list, from the folder of the settings; one that isn't there is a problem."""
    path = words.folder / name
    if not os.path.isfile(path):  # noqa: PTH113 (pathlib raises in a closed folder)
        words.problem("lists", f"de woordenlijst '{name}' bestaat niet in de map van {words.path.name}")
    return path


def _node(whole: Table, value: Any, line: int) -> Node:
    """The value with its place: a key stands below the one it belongs to."""
    name = whole.path.name
    if not isinstance(value, dict):
        children = [_node(whole, each, line) for each in value] if isinstance(value, list) else []
        return Node(value, line, line, children, origin=name)
    return table({k: _node(whole, v, whole.line_of(k, line)) for k, v in value.items()}, line, name)
