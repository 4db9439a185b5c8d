"""Services that some tests need: a PostgreSQL server of their own, and a browser that sees no network.

Where a service is missing, the tests that need it are skipped and say why. ``.ci/services`` installs both.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
ROLE = "duidelijk"
PATIENCE = 60  # seconds before a server that does not come up is a failure
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")
INSTALL = "not installed here; .ci/services installs it"
REACHABLE = ("file:", "http://127.0.0.1:", "data:", "blob:", "about:")


# --- PostgreSQL


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of the database ``postgres`` on a new server, which stops afterwards; skips where there is none.

    The server listens on a socket in a directory of its own, so it meets no other server.
    """
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    binaries, account = _binaries(), _account()
    home = Path(tempfile.mkdtemp(prefix="duidelijk-pg-"))
    try:
        if account:
            shutil.chown(home, account["user"], account["group"])
        _initialise(binaries, home, account)
        with _running(binaries, home, account):
            yield postgres_url(home, "postgres")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def postgres_database(server: str) -> Iterator[str]:
    """The URL of a new, empty database on the server, dropped afterwards whoever is still connected."""
    name = f"archief_{secrets.token_hex(6)}"
    _execute(server, f"CREATE DATABASE {name} TEMPLATE template0")
    try:
        yield server.replace("/postgres?", f"/{name}?")
    finally:
        _execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def postgres_url(home: Path, database: str) -> str:
    return f"postgresql+psycopg://{ROLE}@/{database}?host={home}"


def _binaries() -> Path:
    """The folder with the newest ``initdb`` and ``postgres``: Debian's, or else those on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: _major(path.parts[-3]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    folder = Path(found).resolve().parent if found else None
    if folder is None or not (folder / "postgres").exists():
        pytest.skip(f"a PostgreSQL server is {INSTALL}")
    return folder


def _major(version: str) -> int:
    return int(version) if version.isdigit() else 0


def _account() -> dict[str, Any]:
    """For ``subprocess``: who runs the server. PostgreSQL refuses root."""
    if not ROOT:
        return {}
    import pwd

    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in known:
            return {"user": known[name].pw_uid, "group": known[name].pw_gid, "extra_groups": []}
    return pytest.skip("PostgreSQL refuses root, and there is no user postgres or nobody")


def _initialise(binaries: Path, home: Path, account: dict[str, Any]) -> None:
    arguments = ("--username", ROLE, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync")
    done = subprocess.run(
        [binaries / "initdb", "--pgdata", home / "data", *arguments],
        cwd=home, env=_environment(), capture_output=True, text=True, **account,
    )  # fmt: skip
    assert done.returncode == 0, f"initdb failed:\n{done.stdout}{done.stderr}"


@contextmanager
def _running(binaries: Path, home: Path, account: dict[str, Any]) -> Iterator[None]:
    settings = [word for setting in (*QUICK, f"unix_socket_directories={home}") for word in ("-c", setting)]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            [*_leash(), binaries / "postgres", "-D", home / "data", *settings],
            cwd=home, env=_environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, **account,
        )  # fmt: skip
    try:
        _await(server, home)
        yield
    finally:
        _stop(server)


def _leash() -> tuple[str, ...]:
    """On Linux the server also stops when the tests are killed and nothing is cleaned up."""
    return ("setpriv", "--pdeathsig", "INT") if shutil.which("setpriv") else ()


def _environment() -> dict[str, str]:
    """Nothing that points to another server, or to a language that has to be installed."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C"}


def _await(server: subprocess.Popen[bytes], home: Path) -> None:
    import psycopg

    for _ in range(PATIENCE * 20):
        try:
            psycopg.connect(host=str(home), user=ROLE, dbname="postgres").close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None:
                break
            time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{(home / 'log').read_text(errors='replace')}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """First the fast stop, which does not wait for clients; then the immediate one."""
    for how in (signal.SIGINT, signal.SIGQUIT):
        server.send_signal(how)
        try:
            server.wait(30)
            return
        except subprocess.TimeoutExpired:
            continue
    server.kill()
    server.wait()


def _execute(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(server.replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(statement)


# --- A browser

FLAGS = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window; skips where it or Playwright is missing."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = shutil.which("chromium")
    if program is None:
        pytest.skip(f"Chromium is {INSTALL}")
    _try_driver()
    flags = [*FLAGS, "--no-sandbox"] if ROOT else [*FLAGS]
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=flags)
        try:
            yield browser
        finally:
            browser.close()


def _try_driver() -> None:
    """Skips where a library is missing that Playwright's own driver needs."""
    import playwright

    node = Path(playwright.__file__).parent / "driver" / "node"
    done = subprocess.run([node, "--version"], capture_output=True, text=True) if node.exists() else None
    if done is not None and done.returncode:
        pytest.skip(f"Playwright does not start ({done.stderr.strip().split(': ', 1)[-1]}); see .ci/services")


@contextmanager
def fresh_page(browser: Browser) -> Iterator[Page]:
    """A page without a past, that reaches files and 127.0.0.1 and nothing else."""
    context = browser.new_context(locale="nl-NL", service_workers="block")
    context.route("**/*", _local_only)
    try:
        yield context.new_page()
    finally:
        context.close()


def _local_only(route: Route) -> None:
    if route.request.url.startswith(REACHABLE):
        route.continue_()
    else:
        route.abort("blockedbyclient")


def violations(page: Page) -> list[str]:
    """What axe holds against the page: one line per rule and element, empty when nothing."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = axe.Axe().run(page).response["violations"]
    return [_line(violation, node) for violation in found for node in violation["nodes"]]


def _line(violation: dict[str, Any], node: dict[str, Any]) -> str:
    where = " ".join(str(part) for part in node["target"])
    return f"{violation['id']} ({violation['impact']}): {violation['help']} – {where}: {node['html']}"
