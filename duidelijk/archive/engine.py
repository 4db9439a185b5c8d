"""A file or URL → an engine on an archive with the newest tables; each trouble is one Dutch sentence."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from duidelijk.archive.schema import HEAD
from duidelijk.errors import ArchiveError

PATIENCE = 30.0
"""Seconds to wait for another program that is writing."""
_BUSY = "Het archief {} is bezet door een ander programma. Probeer het straks opnieuw."
_CLOSED = (
    "In het archief {} mag u niet schrijven. Vraag de beheerder om toestemming. Wilt u alleen lezen? "
    "Kopieer het archief dan eerst."
)
_ADVICE = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: "De schijf met het archief {} is vol. Maak ruimte en geef de opdracht opnieuw. "
    "Wat al bewaard was, blijft bewaard.",
    sqlite3.SQLITE_IOERR: "Het archief {} kan niet worden geschreven. Misschien is de schijf vol. "
    "Wat al bewaard was, blijft bewaard.",
    sqlite3.SQLITE_CANTOPEN: "Het archief {} kan niet worden geopend. Bestaat de map, en mag u er "
    "schrijven? Wilt u alleen lezen? Kopieer het archief dan eerst.",
    sqlite3.SQLITE_READONLY: _CLOSED,
    sqlite3.SQLITE_PERM: _CLOSED,
    sqlite3.SQLITE_CORRUPT: "Het archief {} is beschadigd. Zet een reservekopie terug.",
    sqlite3.SQLITE_NOTADB: "{} is geen archief van duidelijk, of het is beschadigd.",
}
_UNREACHABLE = (
    "De database {} is niet te bereiken. Controleer het adres, de naam en het wachtwoord. Draait de server?"
)
_OTHER = "Er gaat iets mis met het archief {}. Wat al bewaard was, blijft bewaard."
_STATES = {
    "08": _UNREACHABLE,
    "28": _UNREACHABLE,
    "3D": _UNREACHABLE,
    "57P": _UNREACHABLE,
    "55P03": _BUSY,
    "40": _BUSY,
    "53100": _ADVICE[sqlite3.SQLITE_FULL],
    "42501": _CLOSED,
    "25006": _CLOSED,
}
"""What PostgreSQL's SQLSTATE begins with, and what to say of it (its manual, appendix A)."""
_LOCK = 7_305_184
"""The number of the lock that lets one program write at a time (PostgreSQL)."""


def url_of(place: str, folder: Path) -> URL:
    """The URL of a file (seen from ``folder``) or a database; ArchiveError for one that can't be used."""
    if "://" not in place:
        return URL.create("sqlite", database=str((folder / Path(place).expanduser()).absolute()))
    try:
        url = make_url(place)
    except (ArgumentError, ValueError):
        raise ArchiveError(
            "Het adres van het archief klopt niet. Schrijf de naam van een bestand, of bijvoorbeeld "
            "postgresql://naam@server/duidelijk."
        ) from None
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql") or (
        url.get_backend_name() == "sqlite" and (not url.database or url.database.startswith((":", "file:")))
    ):
        raise ArchiveError("Het archief kan alleen in SQLite (een bestand) of in PostgreSQL staan.")
    return url


def file_of(url: URL) -> Path | None:
    """The file of an archive in SQLite."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def name_of(url: URL) -> str:
    """What to call it in a message: the file, or the URL without its password."""
    file = file_of(url)
    return f"'{file}'" if file else f"'{url.set(password=None, query={}).render_as_string()}'"


def engine_for(url: URL, *, create: bool) -> Engine:
    """An engine on an archive whose tables are the newest; ``create``: make it where there is none.

    Raises ArchiveError where there is none, or something else, and for one of a newer program.
    """
    file = file_of(url)
    if file and not os.path.isfile(file) and not create:  # noqa: PTH113 (pathlib raises in a closed folder)
        raise ArchiveError(
            f"Er is nog geen archief in {name_of(url)}. Maak het met: duidelijk collect BESTANDEN."
        )
    try:
        engine = create_engine(url, connect_args=_arguments(url), pool_pre_ping=file is None)
    except (ImportError, NoSuchModuleError):
        raise ArchiveError(
            "Voor PostgreSQL is nog een onderdeel nodig. Installeer dat met: pip install '.[postgres]'."
        ) from None
    event.listen(engine, "connect", _prepared if file else _left)
    event.listen(engine, "begin", _begun if file else _left)
    with told(url):
        _brought_up(engine, url, create=create)
        if file:
            _write_ahead(engine)
    return engine


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turns every trouble with the database into an ArchiveError; none of them quotes what was written."""
    try:
        yield
    except DBAPIError as problem:
        raise ArchiveError(_sentence(problem, url)) from None


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection to ask with."""
    with told(engine.url), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection whose changes are kept all together at the end, or not at all; one at a time has it."""
    with told(engine.url), engine.execution_options(writes=True).begin() as connection:
        if not file_of(engine.url):
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        yield connection


def _arguments(url: URL) -> dict[str, Any]:
    if file_of(url):
        return {"timeout": PATIENCE}
    return {"connect_timeout": 10, "options": f"-c lock_timeout={PATIENCE * 1000:.0f}"}


def _left(*_: Any) -> None:
    """PostgreSQL needs nothing of its own."""


def _prepared(connection: sqlite3.Connection, _: Any) -> None:
    """Sets what SQLite keeps per connection; what is forgotten is wiped from the file."""
    connection.isolation_level = None
    for setting in ("foreign_keys=ON", "secure_delete=ON", "synchronous=FULL", "cache_size=-65536"):
        connection.execute(f"PRAGMA {setting}")


def _write_ahead(engine: Engine) -> None:
    """Turns the log on that lets others read while one writes; it stays on in the file.

    A disk that can't have it, such as one that may only be read, goes without.
    """
    until = time.monotonic() + PATIENCE
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        if connection.exec_driver_sql("PRAGMA journal_mode").scalar() != "wal":
            while not _logs(connection) and time.monotonic() < until:
                time.sleep(0.05)
        connection.exec_driver_sql("BEGIN")


def _logs(connection: Connection) -> bool:
    """Whether it could be asked: another program may be busy just now."""
    try:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    except OperationalError as problem:
        return getattr(problem.orig, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY
    return True


def _begun(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _brought_up(engine: Engine, url: URL, *, create: bool) -> None:
    """Makes the tables, or brings them to the newest form, in one go."""
    with engine.begin() as connection:
        if _version(connection, url) == HEAD:
            return
    if not create and _is_empty(engine):
        raise ArchiveError(f"In {name_of(url)} staat nog niets. Vul het met: duidelijk collect BESTANDEN.")
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with writing(engine) as connection:
        version = _version(connection, url)
        known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
        if version and version not in known:
            raise ArchiveError(
                f"Het archief {name_of(url)} is gemaakt met een nieuwere versie van het programma. "
                "Installeer de nieuwste versie."
            )
        if version != HEAD:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _is_empty(engine: Engine) -> bool:
    with engine.begin() as connection:
        return not inspect(connection).get_table_names()


def _version(connection: Connection, url: URL) -> str | None:
    """The migration that the archive is at; raises ArchiveError for the database of another program."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables or "rulers" not in tables:
        raise ArchiveError(
            f"{name_of(url)} is van een ander programma. Kies een andere plek voor het archief. Er is niets "
            "veranderd."
        )
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _sentence(problem: DBAPIError, url: URL) -> str:
    code = getattr(problem.orig, "sqlite_errorcode", None)
    if code is not None:
        sentence = _ADVICE.get(code & 0xFF, _OTHER)
    else:
        state = getattr(problem.orig, "sqlstate", None) or "08"
        sentence = next((said for begin, said in _STATES.items() if state.startswith(begin)), _OTHER)
    return sentence.format(name_of(url))
