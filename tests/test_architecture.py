"""The rooms of the house: imports run one way, nothing happens at import, no room prints."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent / "duidelijk"
MODULES = {
    ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(HOUSE.rglob("*.py"))
}
ROOMS = {([*name.split("."), ""])[1] for name in MODULES}
NOUNS = {"model", "errors"}
DOORS = {
    "cli",
    "rule_commands",
    "word_commands",
    "fix_commands",
    "compare_commands",
    "archive_commands",
    "report_commands",
    "gate_commands",
    "baseline_commands",
    "scan_commands",
    "scan_run",
    "scanning",
    "serve_commands",
    "keeping",
    "fix_dialog",
    "shared_options",
    "jobs",
    "complaints",
    "output",
    "progress",
    "dutch_click",
    "web",
}
FRONT = {"", "checker", "report"}
"""The front door for Python; the doors stand before it, the rooms behind it."""

LIBRARY = {"rulebook", "rulefile", "rule_examples", "own_rows", "own_words", "vocabulary", "settings_file"}
"""What knows the rules, the lists and the settings; the rooms behind it don't."""

MAY_NOT = {
    "rendering": {"language", "checks", "checking", "reading", "suggesting", "spacy"} | LIBRARY,
    "checks": {"rendering", "checking", "reading", "scoring", "measuring", "gate"} | LIBRARY,
    "reading": {"checks", "checking", "suggesting", "rendering", "scoring", "measuring", "spacy"} | LIBRARY,
    "writing": {"checks", "checking", "suggesting", "rendering", "scoring", "measuring", "language", "spacy"}
    | LIBRARY,
    "fixing": {"checks", "checking", "suggesting", "rendering", "language", "spacy"} | LIBRARY,
    "proposing": {"checks", "checking", "suggesting", "rendering", "language", "spacy"} | LIBRARY,
    "aligning": {"checks", "checking", "suggesting", "rendering", "reading", "language", "spacy"} | LIBRARY,
    "comparing": {"checks", "checking", "suggesting", "rendering", "reading", "language", "spacy"} | LIBRARY,
    "language": {"checks", "checking", "suggesting", "rendering", "scoring", "measuring", "reading"}
    | LIBRARY,
    "suggesting": {"checking", "rendering", "scoring", "measuring", "reading"} | LIBRARY,
    "scoring": {"language", "rendering", "reading", "spacy"},
    "archive": {"language", "checks", "checking", "suggesting", "rendering", "reading", "spacy"} | LIBRARY,
    "fetching": ROOMS - {"", "model", "errors", "addresses", "fetching"} | {"spacy", "sqlalchemy"},
    "leveling": {"language", "rendering", "reading", "spacy"},
    "reporting": ROOMS - {"", "model", "errors", "months", "reporting"}
    | {"sqlalchemy", "sqlite3", "scipy", "spacy", "time"},
    "gate": {"language", "checks", "checking", "suggesting", "rendering", "reading", "archive", "spacy"}
    | LIBRARY,
    "baseline": {"language", "checks", "checking", "suggesting", "rendering", "reading", "archive", "spacy"}
    | LIBRARY,
}
ALLOWED = {("reading", "language.tabular")}
"""A list of words in a TSV is read the same way everywhere."""


def room(module: str) -> str:
    return ([*module.split("."), ""])[1]


def imports(path: Path) -> Iterator[str]:
    """Every module that this file names in an import, also within functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from [each for each in inside if each in MODULES] or [node.module]


@cache
def named(module: str) -> frozenset[str]:
    """What a module imports: rooms of the house by their name, other packages by theirs."""
    found = set()
    for each in imports(MODULES[module]):
        own = each.split(".")[0] == "duidelijk"
        if own and (room(module), each.removeprefix("duidelijk.")) in ALLOWED:
            continue
        found.add(room(each) if own else each.split(".")[0])
    return frozenset(found - {room(module)})


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_run_one_way(module: str) -> None:
    here = room(module)
    if here in NOUNS:
        assert named(module) & {room(each) for each in MODULES} <= NOUNS
    elif here in FRONT:
        assert not named(module) & DOORS
    elif here not in DOORS:
        assert not named(module) & (DOORS | FRONT - {here})
        assert not named(module) & MAY_NOT.get(here, set())


def test_only_the_workshop_loads_the_pipeline() -> None:
    using = {
        room(m) for m in MODULES if "spacy" in named(m) or "wordfreq" in named(m) or "textstat" in named(m)
    }
    assert using <= {"language", "checks", "suggesting", "proving", "measuring"}


@pytest.mark.parametrize("module", sorted(m for m in MODULES if room(m) not in DOORS))
def test_no_room_prints_or_stops_the_program(module: str) -> None:
    calls = [
        n.func
        for n in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8")))
        if isinstance(n, ast.Call)
    ]
    assert not [c.id for c in calls if isinstance(c, ast.Name) and c.id in {"print", "exit", "quit", "input"}]
    assert not named(module) & {"logging", "click"}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_are_small(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("module", ["duidelijk", "duidelijk.cli", "duidelijk.model", "duidelijk.config"])
def test_nothing_heavy_is_loaded_at_import(module: str) -> None:
    heavy = "spacy", "thinc", "numpy", "wordfreq", "textstat", "jinja2", "yaml", "markdown_it"
    code = f"import sys, {module}; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


SCRIPTS = {"duidelijk.archive.migrations.env"}
"""What a library runs as a script, and nothing imports."""


@pytest.mark.parametrize("module", sorted(m for m in {*MODULES} - SCRIPTS if room(m) not in {"language", ""}))
def test_import_says_nothing(module: str) -> None:
    calls = [
        n for n in ast.parse(MODULES[module].read_text(encoding="utf-8")).body if isinstance(n, ast.Expr)
    ]
    assert not [ast.unparse(n) for n in calls if not isinstance(n.value, ast.Constant)]
