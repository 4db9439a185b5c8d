"""Whatever goes wrong with the archive: nothing lost, nothing doubled, and one clear sentence."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event

from duidelijk.archive import Archive, engine
from duidelijk.errors import ArchiveError
from duidelijk.reading import find_files
from tests.damage import READABLE, UNREADABLE, make_empty, scramble_page, settled
from tests.faults import fill, locked, shut, small_disk, without_privilege
from tests.programs import dying_at, run, run_at_once
from tests.records import BATCH, NOW, OCTOBER, many, record
from tests.services import postgres_database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and permissions as on POSIX")

TEXTS = 12
SAVING = (sys.executable, "-m", "tests.records")
OPENING = "from pathlib import Path; from duidelijk.archive import Archive; import sys;"


def texts(place: str | Path) -> int:
    with Archive(str(place), Path("/")) as archive:
        return sum(cell.texts for cell in archive.cells(OCTOBER))


def rows(database: Path) -> dict[str, int]:
    """How many rows each table has, and how many of them have lost what they belong to."""
    with closing(sqlite3.connect(database)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counted = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return counted


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    place = tmp_path / "archief.db"
    with Archive(str(place), tmp_path, create=True) as archive:
        archive.save(many(200), NOW)
    return settled(place)


# --- Killed half-way


@pytest.mark.parametrize("start", range(4))
def test_killed_at_any_step_nothing_is_lost_or_doubled(tmp_path: Path, start: int) -> None:
    """A quarter of the steps each: whole batches are there, or nothing, and a second go completes them."""
    step, code, seen = 1 + start, -9, set()
    while code == -9:
        place = tmp_path / f"{step}.db"
        code = run(place, str(TEXTS), program=dying_at(step, "tests.records")).code
        if place.exists() and "results" in rows(place):
            saved = rows(place)["results"]
            seen.add(saved)
            assert saved in {*range(0, TEXTS, BATCH), TEXTS}
            assert rows(place)["rule_counts"] == saved
        assert run(place, str(TEXTS), program=SAVING).code == 0
        assert rows(place)["results"] == rows(place)["rule_counts"] == TEXTS
        step += 12
    assert code == 0
    assert TEXTS in seen


def test_killed_while_forgetting_it_happened_wholly_or_not(filled: Path, tmp_path: Path) -> None:
    forgetting = (
        f"{OPENING} Archive(sys.argv[1], Path('/')).forget_before(__import__('datetime').date(2026, 11, 1))"
    )
    (tmp_path / "forgetting.py").write_text(forgetting)
    original = filled.read_bytes()
    step, code, seen = 1, -9, set()
    while code == -9:
        filled.write_bytes(original)
        code = run(
            filled, program=dying_at(step, "forgetting"), env={"PYTHONPATH": f"{tmp_path}:{Path.cwd()}"}
        ).code
        assert texts(filled) == 200
        seen.add(rows(filled)["results"])
        step += 5
    assert seen == {0, 200}


# --- A full disk


def test_on_a_full_disk_what_was_saved_stays(tmp_path: Path) -> None:
    with small_disk(tmp_path, 4_000_000) as disk:
        place = disk / "archief.db"
        assert run(place, str(TEXTS), program=SAVING).code == 0
        ballast = fill(disk, leave=40_960)
        ended = run("collect", "examples", "--archive", place)
        assert ended.code == 2
        assert "De schijf met het archief" in ended.errors or "Misschien is de schijf vol" in ended.errors
        assert ended.errors.count("\n") == 1
        ballast.unlink()
        assert texts(place) == TEXTS
        assert run("collect", "examples", "--archive", place, "--date", "2026-10-14").code == 0
        assert texts(place) == TEXTS + len(find_files([Path("examples")]))


def test_a_file_that_may_not_grow_keeps_what_it_had(filled: Path) -> None:
    ended = run("collect", "examples", "--archive", filled, file_size=40_000)
    assert ended.code == 2
    assert "Wat al bewaard was, blijft bewaard." in ended.errors
    assert texts(filled) == 200


# --- Two at once


def test_two_programs_that_make_the_archive_at_once_make_one(tmp_path: Path) -> None:
    place = tmp_path / "archief.db"
    commands = [(place, str(TEXTS)), (place, str(TEXTS))] * 2
    assert [ended.code for ended in run_at_once(*commands, program=SAVING)] == [0] * 4
    assert rows(place)["results"] == rows(place)["rule_counts"] == TEXTS


def test_two_programs_at_once_in_postgresql(postgres_archive_url: str) -> None:
    commands = [(postgres_archive_url, str(TEXTS))] * 4
    ended = run_at_once(*commands, program=SAVING)
    assert [each.code for each in ended] == [0] * 4, ended[0].errors
    assert texts(postgres_archive_url) == TEXTS


def test_two_databases_are_two_archives(postgres_url: str, postgres_archive_url: str) -> None:
    with postgres_database(postgres_url) as other:
        assert run(other, "3", program=SAVING).code == 0
        with pytest.raises(ArchiveError, match="staat nog niets"):
            texts(postgres_archive_url)
        assert texts(other) == 3


# --- Locked, closed or damaged


def test_a_lock_that_stays_is_told(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    with Archive(str(filled), Path("/")) as archive, locked(filled):
        with pytest.raises(ArchiveError, match="is bezet door een ander programma"):
            archive.save(many(3), NOW)
        assert sum(cell.texts for cell in archive.cells(OCTOBER)) == 200, "reading goes on"
    assert texts(filled) == 200


def test_where_no_log_can_be_had_the_archive_goes_without(tmp_path: Path) -> None:
    place = f"sqlite:///file:{tmp_path}/archief.db?vfs=unix-dotfile&uri=true"
    made = create_engine(place)
    event.listen(made, "begin", engine._begun)
    event.listen(made, "connect", engine._prepared)
    engine._write_ahead(made)
    with made.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"


def test_what_postgresql_cannot_keep_is_no_server_that_is_away(postgres_archive_url: str) -> None:
    with Archive(postgres_archive_url, Path("/"), create=True) as archive:
        with pytest.raises(ArchiveError, match="Er gaat iets mis met het archief"):
            archive.save([record(rules={"r" * 200: (1, 0.1)})], NOW)
        assert archive.save(many(3), NOW).new == 3


def test_every_sentence_about_trouble_is_one() -> None:
    for said in (*engine._ADVICE.values(), *engine._STATES.values(), engine._OTHER):
        words = said.format("'a.db'").split()
        assert words[-1][-1] in ".?"
        assert all(pair != pair_before for pair_before, pair in pairwise(pairwise(words)))
        assert [*zip(words, words[2:], strict=False)].count(("Wat", "Wat")) == 0


def test_a_lock_in_postgresql_is_told(postgres_archive_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.2)
    with Archive(postgres_archive_url, Path("/"), create=True) as archive:
        with engine.writing(archive._engine), pytest.raises(ArchiveError, match="is bezet"):
            archive.save(many(3), NOW)
        assert archive.save(many(3), NOW).new == 3


def test_a_lock_that_goes_is_waited_for(filled: Path) -> None:
    with Archive(str(filled), Path("/")) as archive:
        with locked(filled):
            pass
        assert archive.save(many(3), NOW).known == 3


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "dicht"
    folder.mkdir()
    with shut(folder):
        ended = run("collect", "examples", "--archive", folder / "a.db", prefix=without_privilege())
    assert ended.code == 2
    assert "mag u er schrijven?" in ended.errors
    assert list(folder.iterdir()) == []


def test_an_archive_that_may_only_be_read_is_told_how_to_read_it(filled: Path) -> None:
    before = filled.read_bytes()
    filled.chmod(0o444)
    with shut(filled.parent):
        for arguments in (("archive", "info"), ("collect", "examples")):
            done = run(*arguments, "--archive", filled, prefix=without_privilege())
            assert done.code == 2
            assert "Kopieer het archief dan eerst." in done.errors
    assert filled.read_bytes() == before


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "dicht"
    folder.mkdir()
    with shut(folder, 0):
        for arguments in (("archive", "info"), ("collect", "examples")):
            ended = run(*arguments, "--archive", folder / "a.db", prefix=without_privilege())
            assert (ended.code, "programma zelf" in ended.errors) == (2, False)


@pytest.mark.parametrize("how", UNREADABLE.values(), ids=UNREADABLE)
def test_a_damaged_archive_is_told_and_left_alone(filled: Path, how: Callable[[Path], None]) -> None:
    how(filled)
    before = filled.read_bytes()
    ended = run("archive", "info", "--archive", filled)
    assert ended.code == 2
    assert "beschadigd" in ended.errors
    assert ended.errors.count("\n") == 1
    assert filled.read_bytes() == before


def test_a_report_on_a_damaged_table_is_told(filled: Path) -> None:
    scramble_page(filled, "results")
    with Archive(str(filled), Path("/")) as archive, pytest.raises(ArchiveError, match="beschadigd"):
        for month in range(1, 13):
            archive.forget_before(date(2027, month, 1))
            list(archive.rows())


@pytest.mark.parametrize(
    ("how", "message"),
    [
        (READABLE["another program's database"], "van een ander programma"),
        (READABLE["a newer schema"], "met een nieuwere versie van het programma"),
    ],
    ids=["another program's", "newer"],
)
def test_what_is_no_archive_of_this_version_is_told(
    filled: Path, how: Callable[[Path], None], message: str
) -> None:
    how(filled)
    before = filled.read_bytes()
    for arguments in (("archive", "info"), ("collect", "examples")):
        ended = run(*arguments, "--archive", filled)
        assert (ended.code, message in ended.errors) == (2, True)
    assert filled.read_bytes() == before


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    place = tmp_path / "archief.db"
    make_empty(place)
    with pytest.raises(ArchiveError, match="staat nog niets"):
        texts(place)
    assert run(place, str(TEXTS), program=SAVING).code == 0
    assert texts(place) == TEXTS


def test_a_server_that_was_away_for_a_moment_is_found_again(
    postgres_url: str, postgres_archive_url: str
) -> None:
    with Archive(postgres_archive_url, Path("/"), create=True) as archive:
        archive.save(many(3), NOW)
        with create_engine(postgres_url).connect() as server:
            server.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'archief%%'"
            )
        assert archive.save(many(3), NOW).known == 3
        assert sum(cell.texts for cell in archive.cells(OCTOBER)) == 3
