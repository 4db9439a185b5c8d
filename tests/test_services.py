"""The services that other tests lean on, each tried for real."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.services import postgres_database, violations

CLEAR = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Rapport</title></head>
<body><main><h1>Rapport</h1><p>Duidelijk voor iedereen.</p>{more}</main></body></html>"""


def test_postgres_remembers_what_it_is_told(postgres_archive_url: str) -> None:
    engine = create_engine(postgres_archive_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE afdeling (naam text, cijfer numeric)"))
        connection.execute(text("INSERT INTO afdeling VALUES ('Café België €', 7.5)"))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT naam, cijfer FROM afdeling")).all() == [("Café België €", 7.5)]
    engine.dispose()


def test_postgres_is_set_up_in_utf8_and_sorts_the_same_everywhere(postgres_archive_url: str) -> None:
    engine = create_engine(postgres_archive_url)
    with engine.connect() as connection:
        shown = [
            connection.scalar(text(f"SHOW {name}")) for name in ("server_encoding", "lc_collate", "fsync")
        ]
    engine.dispose()
    assert shown == ["UTF8", "C", "off"]


def test_two_databases_on_one_server_do_not_see_each_other(postgres_url: str) -> None:
    with postgres_database(postgres_url) as one, postgres_database(postgres_url) as other:
        engines = [create_engine(one), create_engine(other)]
        with engines[0].begin() as connection:
            connection.execute(text("CREATE TABLE brief (n int)"))
        found = [_tables(engine) for engine in engines]
        assert found == [["brief"], []]


def test_a_database_is_dropped_while_someone_is_still_connected(postgres_url: str) -> None:
    with postgres_database(postgres_url) as url:
        connection = create_engine(url).connect()
        assert connection.scalar(text("SELECT 1")) == 1
    engine = create_engine(postgres_url)
    with engine.connect() as again:
        names = again.scalars(text("SELECT datname FROM pg_database WHERE NOT datistemplate")).all()
    engine.dispose()
    assert names == ["postgres"]


def test_a_clear_page_has_no_violations(browser_page, tmp_path: Path) -> None:
    browser_page.goto(_file(tmp_path, CLEAR.format(more="")))
    assert browser_page.title() == "Rapport"
    assert violations(browser_page) == []


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "image-alt"),
        ("<p style='color: #bbb; background: #fff'>Te licht.</p>", "color-contrast"),
        ("<select><option>Maart</option></select>", "select-name"),
        ("<h4>Een stap te veel</h4>", "heading-order"),
    ],
)
def test_a_barrier_is_named_with_its_place(browser_page, tmp_path: Path, more: str, rule: str) -> None:
    browser_page.goto(_file(tmp_path, CLEAR.format(more=more)))
    found = violations(browser_page)
    assert len(found) == 1, found
    assert found[0].startswith(f"{rule} (") and more.split()[0].strip("<").split(">")[0] in found[0]


def test_a_page_reaches_this_machine_by_its_number_and_no_other_name(browser_page) -> None:
    with _website() as (port, asked):
        failed: list[str] = []
        browser_page.on("requestfailed", lambda request: failed.append(request.url))
        browser_page.goto(f"http://127.0.0.1:{port}/pagina")
        browser_page.wait_for_load_state("networkidle")
    assert "/binnen.png" in asked
    assert "/buiten.png" not in asked
    assert failed == [f"http://localhost:{port}/buiten.png"]


def test_a_page_opens_no_socket_to_elsewhere(browser_page) -> None:
    with _website() as (port, asked):
        browser_page.goto(f"http://127.0.0.1:{port}/leeg")
        state = browser_page.evaluate(
            "port => new Promise(done => { const socket = new WebSocket(`ws://localhost:${port}/socket`);"
            " socket.onclose = () => done(socket.readyState); })",
            port,
        )
    assert state == 3
    assert "/socket" not in asked


def _tables(engine) -> list[str]:
    with engine.connect() as connection:
        found = connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).all()
    engine.dispose()
    return list(found)


def _file(folder: Path, page: str) -> str:
    path = folder / "pagina.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@contextmanager
def _website() -> Iterator[tuple[int, list[str]]]:
    """The port of a small site on this machine, and the paths it was asked for."""
    asked: list[str] = []

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            outside = f"http://localhost:{self.server.server_port}/buiten.png"
            images = f"<img src=/binnen.png><img src={outside}>" if self.path == "/pagina" else ""
            body = f"<!doctype html><title>Site</title>{images}".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port, asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
