"""The tables of a settings file, read value by value: what is wrong is kept, with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file ``path``: its values, the line (from 1) it begins at, and all that is wrong.

    ``lines``: those of the file. Every method that gives a value gives the default for one that is wrong.
    """

    path: Path
    lines: tuple[str, ...]
    data: Mapping[str, Any]
    start: int = 1
    problems: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """The folder that names of files are seen from."""
        return self.path.parent.absolute()

    def known(self, *names: str) -> None:
        """Notes a problem for every key with another name."""
        for key in self.data:
            if key not in names:
                self.problem(key, f"onbekende sleutel '{key}'; bekend: {', '.join(names)}")

    def problem(self, key: str, what: str) -> None:
        """Notes a problem on the line of this key."""
        self.problems.append(f"{self.path.name}:{self.line_of(key)}: {what}.")

    def line_of(self, key: str, after: int = 0) -> int:
        """The first line from ``after`` on (or of this table) that this key begins, else ``after`` itself."""
        after = after or self.start
        pattern = re.compile(rf"^\s*\[*(?:[\w.]+\.)?[\"']?{re.escape(key)}\b")
        lines = enumerate(self.lines[after - 1 :], after)
        return next((n for n, text in lines if pattern.match(text)), after)

    def within(self, data: Mapping[str, Any], start: int) -> Table:
        """A part of this table, or this table with other values."""
        return Table(self.path, self.lines, data, start, self.problems)

    def table(self, key: str) -> Table:
        """The table under a key; an empty one where there is none."""
        found = self.data.get(key, {})
        if isinstance(found, dict):
            return self.within(found, self.line_of(key))
        self.problem(key, f"schrijf dit als een tabel: [{key}]")
        return self.within({}, self.start)

    def tables(self, key: str) -> tuple[Table, ...]:
        """The tables that are written as ``[[key]]``, in order."""
        found = self.data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self.problem(key, f"schrijf dit als [[{key}]], met dubbele haken")
            return ()
        header = re.compile(rf"^\s*\[\[\s*(?:[\w.]+\.)?{re.escape(key)}\s*\]\]")
        starts = [n for n, text in enumerate(self.lines, 1) if header.match(text)]
        starts += [self.start] * (len(found) - len(starts))
        return tuple(map(self.within, found, starts))

    def text(self, key: str) -> str | None:
        """A text that isn't empty."""
        found = self.data.get(key)
        if found is not None and (not isinstance(found, str) or not found):
            self.problem(key, f"'{key}' moet een tekst tussen aanhalingstekens zijn")
            return None
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        found = self.data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, str) and each for each in found):
            self.problem(key, f"'{key}' moet een lijst van teksten zijn, bijvoorbeeld {key} = [\"...\"]")
            return ()
        return tuple(found)

    def choice(self, key: str, names: tuple[str, ...]) -> str | None:
        """A text that is one of these names."""
        found = self.text(key)
        if found is not None and found not in names:
            self.problem(key, f"onbekende waarde '{found}' voor '{key}'; bekend: {', '.join(names)}")
            return None
        return found

    def number(self, key: str, default: float, least: int, most: int) -> float:
        """A number within these bounds; a whole one where the default is."""
        found = self.data.get(key, default)
        kinds = (int, float) if isinstance(default, float) else (int,)
        if isinstance(found, bool) or not isinstance(found, kinds) or not least <= found <= most:
            whole = "" if isinstance(default, float) else "heel "
            self.problem(key, f"'{key}' moet een {whole}getal zijn van {least} tot en met {most}")
            return default
        return found
