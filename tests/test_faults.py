"""The faults of ``tests/programs.py``, ``tests/faults.py`` and ``tests/damage.py`` do what they say, tried on a plain SQLite file."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.damage import DAMAGE, LATER, READABLE, UNREADABLE, make_newer, scramble_page, settled
from tests.faults import fill, locked, shut, small_disk, without_privilege
from tests.programs import counts, dying_at, kill_when, run, says

pytestmark = pytest.mark.skipif(os.name != "posix", reason="these faults are those of Linux and macOS")
PYTHON = (sys.executable, "-c")
COUNT = "SELECT count(*) FROM brief"
WRITER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=30)
for n in range(int(sys.argv[2])):
    with connection:
        connection.execute("INSERT INTO brief (inhoud) VALUES (?)", ["x" * 500])
    print(f"opgeslagen: {n + 1}", file=sys.stderr)
"""
ENDLESS = 10**9


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A sound archive of 200 letters, in WAL mode."""
    return make_database(tmp_path / "archief.sqlite")


def make_database(path: Path, letters: int = 200) -> Path:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE brief (id INTEGER PRIMARY KEY, inhoud TEXT)")
        connection.executemany("INSERT INTO brief (inhoud) VALUES (?)", [["x" * 500]] * letters)
    return path


def ask(path: Path, query: str = COUNT):
    with closing(sqlite3.connect(path, timeout=0)) as connection:
        return connection.execute(query).fetchone()[0]


# --- Running and killing


def test_a_run_tells_its_exit_code_and_both_streams() -> None:
    ended = run("import sys; print('uit'); print('fout', file=sys.stderr); sys.exit(3)", program=PYTHON)
    assert (ended.code, ended.output, ended.errors) == (3, "uit\n", "fout\n")


def test_a_run_is_of_duidelijk_unless_told_otherwise() -> None:
    ended = run("--version")
    assert ended.code == 0 and "duidelijk" in ended.output


def test_what_is_killed_at_a_number_of_rows_has_at_least_those_rows(database: Path) -> None:
    ended = kill_when(counts(database, COUNT, 230), WRITER, database, ENDLESS, program=PYTHON)
    assert ended.code == -9
    assert ask(database) >= 230
    assert ask(database, "PRAGMA integrity_check") == "ok"


def test_what_is_killed_at_a_line_on_stderr_had_come_that_far(database: Path) -> None:
    ended = kill_when(says("opgeslagen: 20\n"), WRITER, database, ENDLESS, program=PYTHON)
    assert ended.code == -9 and "opgeslagen: 20\n" in ended.errors
    assert ask(database) >= 220


@pytest.mark.parametrize("database_name", ["nergens.sqlite", "leeg.sqlite"])
def test_a_count_waits_for_a_database_that_is_not_there_yet(tmp_path: Path, database_name: str) -> None:
    reached = counts(tmp_path / database_name, COUNT, 1)
    assert not reached("")
    assert list(tmp_path.iterdir()) == []
    make_database(tmp_path / database_name)
    assert reached("")


def test_a_program_that_ends_too_early_to_be_killed_fails_the_test(database: Path) -> None:
    with pytest.raises(AssertionError, match="ended before"):
        kill_when(says("nooit"), WRITER, database, 1, program=PYTHON)


def test_a_program_dies_at_every_step_in_turn(tmp_path: Path) -> None:
    (tmp_path / "stappen.py").write_text(
        "import sys\nfrom sqlalchemy import create_engine, text\n"
        "with create_engine('sqlite:///' + sys.argv[1]).begin() as c:\n"
        "    c.execute(text('INSERT INTO brief (inhoud) VALUES (1)'))\n"
        "    c.execute(text('INSERT INTO brief (inhoud) VALUES (2)'))\n"
    )
    codes, rows = [], []
    for step in (1, 2, 3, 4):
        place, program = tmp_path / f"{step}.sqlite", dying_at(step, "stappen")
        make_database(place, letters=0)
        codes.append(run(place, program=program, env={"PYTHONPATH": str(tmp_path)}).code)
        rows.append(ask(place))
    assert codes == [-9, -9, -9, 0]
    assert rows == [0, 0, 0, 2]


# --- A full disk


def test_a_small_disk_gets_full_and_takes_more_when_room_is_made(tmp_path: Path) -> None:
    with small_disk(tmp_path, 1024 * 1024) as disk:
        database = make_database(disk / "archief.sqlite")
        ballast = fill(disk, leave=200_000)
        full = run(WRITER, database, 500, program=PYTHON)
        assert full.code == 1 and "database or disk is full" in full.errors
        assert ask(database) == 200 + full.errors.count("opgeslagen:") > 200
        ballast.unlink()
        before = ask(database)
        assert run(WRITER, database, 5, program=PYTHON).code == 0
        assert ask(database) == before + 5
        assert ask(database, "PRAGMA integrity_check") == "ok"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_may_not_grow_is_an_error_and_loses_nothing(database: Path) -> None:
    limit = settled(database).stat().st_size + 20_000
    ended = run(WRITER, database, 500, program=PYTHON, file_size=limit)
    assert ended.code == 1 and "disk I/O error" in ended.errors
    assert ask(database) == 200 + ended.errors.count("opgeslagen:")


# --- Damage


@pytest.mark.parametrize("how", UNREADABLE)
def test_damage_is_an_error_to_sqlite(database: Path, how: str) -> None:
    UNREADABLE[how](database)
    with pytest.raises(sqlite3.DatabaseError):
        assert ask(database, "PRAGMA integrity_check") == "ok" or ask(
            database, "SELECT sum(length(inhoud)) FROM brief"
        )
        raise sqlite3.DatabaseError("integrity_check complains")


@pytest.mark.parametrize("how", READABLE)
def test_a_strange_database_is_sound_to_sqlite(database: Path, how: str) -> None:
    READABLE[how](database)
    assert ask(database, "PRAGMA integrity_check") == "ok"


@pytest.mark.parametrize("how", DAMAGE)
def test_damage_is_the_same_every_time_and_leaves_one_file(tmp_path: Path, how: str) -> None:
    contents = []
    for name in ("een", "twee"):
        folder = tmp_path / name
        folder.mkdir()
        DAMAGE[how](make_database(folder / "archief.sqlite"))
        assert [path.name for path in folder.iterdir()] == ["archief.sqlite"]
        contents.append((folder / "archief.sqlite").read_bytes())
    assert contents[0] == contents[1]


def test_noise_can_be_aimed_at_a_table(database: Path) -> None:
    scramble_page(database, "brief")
    with pytest.raises(sqlite3.DatabaseError, match="malformed"):
        ask(database)


def test_a_newer_schema_keeps_the_rows(database: Path) -> None:
    make_newer(database)
    assert ask(database) == 200
    assert ask(database, "SELECT version_num FROM alembic_version") == LATER


# --- Locks and permissions


def test_a_locked_database_can_be_read_and_not_written_until_it_is_let_go(database: Path) -> None:
    with locked(database):
        assert ask(database) == 200
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            ask(database, "INSERT INTO brief (inhoud) VALUES ('') RETURNING id")
    assert run(WRITER, database, 1, program=PYTHON).code == 0


def test_an_exclusive_lock_without_wal_also_stops_readers(database: Path) -> None:
    ask(database, "PRAGMA journal_mode = DELETE")
    with locked(database, "EXCLUSIVE"), pytest.raises(sqlite3.OperationalError, match="locked"):
        ask(database)
    assert ask(database) == 200


@pytest.mark.parametrize(
    ("mode", "program", "code"),
    [
        (0o500, "import os, sys; os.listdir(sys.argv[1])", 0),
        (0o500, "import sys; open(sys.argv[1] + '/nieuw', 'w')", 1),
        (0o000, "import os, sys; os.listdir(sys.argv[1])", 1),
        (0o700, "import sys; open(sys.argv[1] + '/nieuw', 'w')", 0),
    ],
)
def test_a_shut_folder_stops_a_program(tmp_path: Path, mode: int, program: str, code: int) -> None:
    with shut(tmp_path, mode):
        ended = run(program, tmp_path, program=PYTHON, prefix=without_privilege())
    assert ended.code == code
    assert code == 0 or "PermissionError" in ended.errors
    assert os.access(tmp_path, os.R_OK | os.W_OK)
