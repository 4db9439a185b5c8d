"""The server as its callers meet it: a real process on 127.0.0.1, with good, bad, slow and hostile requests."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from duidelijk import serve_commands
from duidelijk.web import serving as serving_module
from tests.programs import DUIDELIJK, PROJECT
from tests.servers import TOKEN, Server, serving

TEXT = "Indien u vragen heeft, kunt u bellen."
SECRET = "Xyzzyplugh"  # a word that stands nowhere but in the texts that the tests send
PATIENCE = 60


def until(reached: Callable[[], bool]) -> None:
    for _ in range(PATIENCE * 50):
        if reached():
            return
        time.sleep(0.02)
    raise AssertionError("it never came to that")


@pytest.fixture(scope="module")
def small() -> Iterator[Server]:
    """A server that takes little: one process, one that waits, one second, 100 kB."""
    options = ("--workers", "1", "--queue", "1", "--time-limit", "1", "--body-limit", "0.1")
    with serving(*options) as server:
        yield server


def at(server: Server, path: str = "") -> str:
    return server.local + path


def control(url: str, **body: object) -> httpx.Response:
    return httpx.post(f"{url}/v1/controles", json={"bron": "proef", **body}, timeout=PATIENCE)


# --- starting


@pytest.mark.parametrize(
    ("options", "environment", "said"),
    [
        (["--host", "0.0.0.0"], {}, "Geef daarom een token"),
        (["--host", "::"], {}, "Geef daarom een token"),
        (["--host", "duidelijk.voorbeeld.nl"], {}, "Geef daarom een token"),
        (["--allow-host", "duidelijk.voorbeeld.nl"], {}, "Geef daarom een token"),
        (["--allow-host", "https://x.nl/"], {"DUIDELIJK_TOKEN": TOKEN}, "Geef alleen de naam"),
        (["--root-path", "a b"], {}, "Schrijf bijvoorbeeld /duidelijk."),
        (["--host", "0.0.0.0"], {"DUIDELIJK_TOKEN": "te kort"}, "minstens 16"),
        (["--token-file", "nergens"], {}, "kan niet worden gelezen"),
        (["--host", "192.0.2.1"], {"DUIDELIJK_TOKEN": TOKEN}, "kan niet luisteren op 192.0.2.1"),
        (["--pipeline", "nergens"], {}, "nergens"),
        (["--config", "nergens.toml"], {}, "nergens.toml bestaat niet"),
    ],
)
def test_says_in_one_sentence_why_it_does_not_start(
    tmp_path: Path, options: list[str], environment: dict[str, str], said: str
) -> None:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DUIDELIJK_")}
    done = subprocess.run(
        [*DUIDELIJK, "serve", "--port", "0", *options], capture_output=True, text=True, timeout=PATIENCE,
        cwd=tmp_path, env={**kept, "PYTHONPATH": str(PROJECT), **environment},
    )  # fmt: skip
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said(small: Server) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "duidelijk.cli", "serve", "--port", str(small.port)],
        capture_output=True, text=True, timeout=PATIENCE, cwd=PROJECT,
    )  # fmt: skip
    assert done.returncode == 2
    assert "is de poort al in gebruik?" in done.stderr


def test_stops_kindly_when_it_is_told_to() -> None:
    with serving("--workers", "1") as server:
        assert httpx.get(f"{server.url}/healthz").json() == {"status": "ok", "workers": 1}
        assert server.stop() == 0
        assert "Traceback" not in server.said()


# --- every answer


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/healthz", 200),
        ("/nergens", 404),
        ("/v1/openapi.json", 200),
        ("/v1/controles", 405),
        ("/inloggen", 200),
    ],
)
def test_every_answer_has_safe_headers(server_url: str, path: str, status: int) -> None:
    answer = httpx.get(server_url + path)
    assert answer.status_code == status
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "no-store"
    assert "permissions-policy" in answer.headers
    assert "server" not in answer.headers


def test_a_program_gets_a_problem_and_a_browser_a_page(server_url: str) -> None:
    problem = httpx.get(f"{server_url}/nergens")
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["title"] == "Deze pagina bestaat niet"
    page = httpx.get(f"{server_url}/nergens", headers={"Accept": "text/html,*/*"})
    assert page.headers["content-type"].startswith("text/html")
    assert "<h1>Deze pagina bestaat niet</h1>" in page.text
    assert '<html lang="nl">' in page.text


def test_there_is_no_page_from_elsewhere(server_url: str) -> None:
    for path in ("/docs", "/redoc", "/openapi.json", "/docs/oauth2-redirect"):
        assert httpx.get(server_url + path).status_code == 404


def test_a_name_that_is_not_ours_is_refused(server_url: str) -> None:
    answer = httpx.get(f"{server_url}/healthz", headers={"Host": "kwaad.voorbeeld"})
    assert answer.status_code == 421
    for good in ("localhost", "LOCALHOST:1234", "127.0.0.1", "[::1]:8081"):
        assert httpx.get(f"{server_url}/healthz", headers={"Host": good}).status_code == 200
    for odd in ("[", "a b", "", "127.0.0.1.kwaad.voorbeeld", "127.0.0.1@kwaad.voorbeeld"):
        assert httpx.get(f"{server_url}/healthz", headers={"Host": odd}).status_code in (400, 421)


def test_health_and_counts(server_url: str) -> None:
    control(server_url, tekst=f"{SECRET}. {TEXT}", afdeling="Zonnebloemen", bron="https://x.voorbeeld/geheim")
    counts = httpx.get(f"{server_url}/metrics")
    assert counts.headers["content-type"].startswith("text/plain; version=")
    assert 'duidelijk_requests_total{method="POST",route="/v1/controles",status="200"}' in counts.text
    for name in ("workers 2.0", "busy", "waiting", "restarts_total", "late_total", "refused_total"):
        assert f"duidelijk_{name}" in counts.text
    for private in (SECRET, "Zonnebloemen", "geheim", "voorbeeld"):
        assert private not in counts.text


# --- what is sent wrongly


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400), (b"{", 400), (b"[]", 400), (b"null", 400), (b'"tekst"', 400), (b"\x00", 400),
        (b'{"tekst": "\xff\xfe", "bron": "x"}', 400),
        (b'{"tekst": "\xc3\xa9\xc3", "bron": "x"}', 400),
        (b'{"tekst": "\\ud83c", "bron": "x"}', 400),
        (b'{"tekst": NaN, "bron": "x"}', 400),
        (b'{"tekst": "a", "bron": "x", "opslaan": "ja"}', 400),
        (b'{"tekst": "a", "bron": "x", "soort": "folder"}', 400),
        (b'{"tekst": "a", "bron": "map/a\\u0000b"}', 400),
        (b'{"tekst": "a", "bron": ""}', 400), (b'{"tekst": "a"}', 400), (b'{"bron": "x"}', 400),
        (b'{"tekst": "a", "html": "b", "bron": "x"}', 400),
        (b"[" * 100_000, 400), (b'{"a":' * 100_000, 400),
        (b'{"tekst": ' + b"[" * 50_000 + b"]" * 50_000 + b', "bron": "x"}', 400),
        (b'{"tekst": "a\\u0000b", "bron": "x"}', 200),
        (b'{"html": "' + b"<div>" * 20_000 + b'", "bron": "x"}', 200),
        (b'{"html": "<!DOCTYPE x [<!ENTITY a \\"b\\">]>&a;", "bron": "x"}', 200),
    ],
)  # fmt: skip
def test_a_body_that_is_wrong_gets_an_answer_that_says_so(server_url: str, body: bytes, status: int) -> None:
    headers = {"Content-Type": "application/json"}
    answer = httpx.post(f"{server_url}/v1/controles", content=body, headers=headers, timeout=PATIENCE)
    assert answer.status_code == status, answer.text
    if status != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"].endswith(".")


def test_a_text_in_another_language_is_said(server_url: str) -> None:
    english = (
        "The municipality of this town is happy to tell you that all of the streets will be cleaned. " * 4
    )
    answer = control(server_url, tekst=english)
    assert (answer.status_code, answer.json()["detail"]) == (
        422, "Deze tekst is in het Engels. Geef een Nederlandse tekst.",
    )  # fmt: skip


def raw(server: Server, data: bytes) -> bytes:
    """What the server sends back, until it closes the connection."""
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as line:
        line.settimeout(PATIENCE)
        line.sendall(data)
        found = b""
        with suppress(ConnectionResetError):
            while more := line.recv(65536):
                found += more
        return found


@pytest.mark.parametrize(
    "data",
    [
        b"onzin\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
        b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhallo!",
        b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
    ],
)  # fmt: skip
def test_what_is_no_http_is_refused(small: Server, data: bytes) -> None:
    assert raw(small, data)[:10] in (b"HTTP/1.1 4", b"")
    assert httpx.get(at(small, "/healthz")).status_code == 200


@pytest.mark.parametrize("length", [True, False], ids=["announced", "in pieces"])
def test_a_body_that_is_too_big_is_not_taken_in(small: Server, length: bool) -> None:
    big = b"a" * 3_000_000
    content = big if length else iter([big[:65536]] * 40)
    answer = httpx.post(at(small, "/v1/controles"), content=content, timeout=PATIENCE)
    assert answer.status_code == 413
    assert "0,1 MB" in answer.json()["detail"]


def test_who_announces_a_big_body_hears_at_once_that_it_is_too_big(small: Server) -> None:
    head = b"POST /v1/controles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000000\r\n\r\n"
    assert b"413" in raw(small, head).split(b"\r\n")[0]


def test_who_sends_no_whole_request_is_put_out(small: Server) -> None:
    slow = [socket.create_connection(("127.0.0.1", small.port), PATIENCE) for _ in range(50)]
    try:
        for line in slow:
            line.sendall(b"GET /healthz HTTP/1.1\r\nHost: loc")
        assert httpx.get(at(small, "/healthz")).status_code == 200
        for line in slow:
            line.settimeout(PATIENCE)
            assert line.recv(100) == b""
    finally:
        for line in slow:
            line.close()


def test_who_takes_nothing_of_an_answer_is_put_out() -> None:
    async def scene() -> None:
        loop, connections = asyncio.get_running_loop(), list[Any]()

        def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connections.append(Connection(writer.transport, SimpleNamespace(response_complete=False)))
            writer.write(b"a" * 30_000_000)

        class Connection:
            def __init__(self, transport: asyncio.WriteTransport, cycle: Any) -> None:
                self.transport, self.cycle = transport, cycle

        server = await asyncio.start_server(connected, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        slow = [socket.create_connection(("127.0.0.1", port), PATIENCE) for _ in range(2)]
        while len(connections) < 2:
            await asyncio.sleep(0.01)
        sweep = serving_module.sweeper(connections)
        for _ in range(6):
            await sweep()
            slow[0].setblocking(False)
            left = connections[0].transport.get_write_buffer_size()
            while connections[0].transport.get_write_buffer_size() == left:
                await loop.sock_recv(slow[0], 1_000_000)
        assert [each.transport.is_closing() for each in connections] == [False, True]
        for each in (*slow, server):
            each.close()
        connections[0].transport.abort()

    asyncio.run(scene())


# --- too much, too long, killed


def long_text() -> str:
    """A text that takes more than a second, and is small enough to be sent."""
    return " ".join(
        f"De {n}e aanvraag die door ons is ontvangen wordt conform de regels behandeld." for n in range(1200)
    )


def test_a_text_that_takes_too_long_is_stopped_and_the_next_one_goes_well(small: Server) -> None:
    answer = control(at(small), tekst=long_text())
    assert answer.status_code == 504
    assert "meer dan 1 seconden" in answer.json()["detail"]
    until(lambda: httpx.get(at(small, "/healthz")).status_code == 200)
    assert control(at(small), tekst=TEXT).status_code == 200


def test_many_at_once_get_an_answer_or_hear_that_it_is_busy(small: Server) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(lambda n: control(at(small), tekst=f"{n} {TEXT}"), range(60)))
    assert {answer.status_code for answer in answers} <= {200, 503}
    assert 200 in {answer.status_code for answer in answers}
    for answer in answers:
        if answer.status_code == 503:
            assert answer.headers["retry-after"] == "2"
            assert answer.headers["content-type"] == "application/problem+json"
    assert control(at(small), tekst=TEXT).status_code == 200


def workers_of(server: Server) -> list[int]:
    """The checking processes of a server: the children of its children that have any."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1]) if fields[0] != "Z" else 0
    mothers = [child for child, parent in parents.items() if parent == server.process.pid]
    return [child for child, parent in parents.items() if parent in mothers]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_a_checking_process_that_is_killed_is_replaced(small: Server) -> None:
    (old,) = workers_of(small)
    os.kill(old, signal.SIGKILL)
    until(lambda: old not in workers_of(small))
    assert control(at(small), tekst=TEXT).status_code == 200
    assert workers_of(small) != [old]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_a_server_that_is_killed_leaves_no_process_behind() -> None:
    with serving("--workers", "2") as server:
        children = workers_of(server)
        assert len(children) == 2
        server.process.kill()
        server.process.wait()
        until(lambda: not any(Path(f"/proc/{child}/cwd").exists() for child in children))


# --- what is written down


def test_no_text_and_no_address_is_written_down(small: Server) -> None:
    before = small.said().count("\n")
    httpx.get(at(small, "/v2/check"), params={"language": "nl", "text": f"{SECRET} en {TEXT}"})
    control(at(small), tekst=f"{SECRET} en {TEXT}", bron=f"https://x.voorbeeld/{SECRET}")
    control(at(small), tekst=f"{SECRET} en {TEXT}", soort=SECRET)
    httpx.get(at(small, f"/{SECRET}"), params={"q": SECRET})
    httpx.post(at(small, "/v1/controles"), content=f'{{"tekst": "{SECRET}')
    httpx.request(SECRET.upper(), at(small, f"/{SECRET}"))
    until(lambda: small.said().count("\n") >= before + 6)
    assert SECRET.lower() not in small.said().lower()
    assert "voorbeeld" not in small.said()
    lines = small.said().splitlines()[before:]
    assert all(re.fullmatch(r"[\d-]+ [\d:,]+ INFO (?:[A-Z]+|-) \S+ \d{3} \d+ ms", line) for line in lines)


# --- the token


def test_without_a_token_nothing_is_shown(locked: Server) -> None:
    for path in ("/metrics", "/rapport/2026-10", "/v2/languages", "/v1/nergens", "/nergens", "/"):
        answer = httpx.get(at(locked, path))
        assert answer.status_code == 401, path
        assert answer.headers["www-authenticate"] == "Bearer"
    assert httpx.post(at(locked, "/v2/check"), data={"text": TEXT, "language": "nl"}).status_code == 401
    assert control(at(locked), tekst=TEXT).status_code == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/controles/check"),
        ("GET", "/controles/check?language=nl&text=a"),
        ("POST", "/controles/v2/check"),
        ("GET", "/controles/v2/configinfo"),
        ("POST", "/controles/iets"),
        ("GET", "/controles/a/b"),
    ],
)
def test_only_the_address_of_a_page_is_a_key(locked: Server, method: str, path: str) -> None:
    answer = httpx.request(
        method, at(locked, path), data={"language": "nl", "text": "a"} if method == "POST" else None
    )
    assert answer.status_code == 401


def test_without_a_token_one_can_see_that_it_is_up_and_how_it_works(locked: Server) -> None:
    assert httpx.get(at(locked, "/healthz")).status_code == 200
    assert httpx.get(at(locked, "/v1/openapi.json")).json()["security"] == [{"token": []}]
    assert httpx.options(at(locked, "/v2/check")).status_code == 204


def test_programs_send_the_token_in_a_header(locked: Server) -> None:
    url, body = at(locked, "/v1/controles"), {"tekst": TEXT, "bron": "x"}
    assert httpx.post(url, json=body, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert httpx.post(url, json=body, headers={"Authorization": f"bearer {TOKEN}"}).status_code == 200
    for wrong in (f"Bearer {TOKEN}x", f"Basic {TOKEN}", TOKEN, "Bearer", "Bearer \xe9"):
        answer = httpx.post(url, json=body, headers={"Authorization": wrong.encode("latin-1")})
        assert answer.status_code == 401


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/v2/check", {"username": "duidelijk", "apiKey": TOKEN}),
        (f"/v2/check?apiKey={TOKEN}", {}),
        (f"/{TOKEN}/v2/check", {}),
        (f"/{TOKEN}/v2/v2/check", {}),
    ],
)
def test_clients_of_languagetool_send_the_token_where_they_can(
    locked: Server, path: str, form: dict[str, str]
) -> None:
    answer = httpx.post(at(locked, path), data={"text": TEXT, "language": "nl", **form})
    assert answer.status_code == 200
    assert TOKEN not in locked.said()


def test_a_key_for_languagetool_opens_nothing_else(locked: Server) -> None:
    assert httpx.get(at(locked, f"/metrics?apiKey={TOKEN}")).status_code == 401
    assert httpx.get(at(locked, f"/{TOKEN}/metrics")).status_code == 401


@pytest.mark.skipif(os.name != "posix", reason="rights of files are others here")
@pytest.mark.parametrize(("rights", "warned"), [(0o644, True), (0o640, False), (0o600, False)])
def test_a_token_that_everyone_can_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rights: int, warned: bool
) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN)
    file.chmod(rights)
    assert serve_commands._token(str(file)) == TOKEN
    said = capsys.readouterr().err
    assert ("iedereen op deze computer" in said) is warned
    assert TOKEN not in said


def test_a_writer_logs_in_once(locked: Server) -> None:
    page = {"Accept": "text/html"}
    with httpx.Client(base_url=at(locked)) as browser:
        to_login = browser.get("/metrics", headers=page)
        assert (to_login.status_code, to_login.headers["location"]) == (303, "/inloggen")
        assert 'type="password"' in browser.get("/inloggen", headers=page).text
        wrong = browser.post("/inloggen", data={"token": "mis"}, headers=page)
        assert (wrong.status_code, "Dit token klopt niet." in wrong.text) == (401, True)
        good = browser.post("/inloggen", data={"token": TOKEN}, headers=page)
        assert (good.status_code, good.headers["location"]) == (303, "/")
        cookie = good.headers["set-cookie"]
        assert "HttpOnly" in cookie and "SameSite=strict" in cookie and TOKEN not in cookie
        assert browser.get("/metrics").status_code == 200
        browser.cookies.set("duidelijk", "9999999999.00ff")
    assert httpx.get(at(locked, "/metrics"), cookies={"duidelijk": "9999999999.00ff"}).status_code == 401
    assert httpx.get(at(locked, "/metrics"), cookies={"duidelijk": "x"}).status_code == 401


def test_who_guesses_has_to_wait_and_who_is_mistaken_has_not() -> None:
    url_of = "http://127.0.0.1:{}/metrics".format
    with serving("--workers", "1", DUIDELIJK_TOKEN=TOKEN) as server:
        url = url_of(server.port)
        mistaken = [httpx.get(url, headers={"Authorization": "Bearer oud-token"}) for _ in range(40)]
        assert {answer.status_code for answer in mistaken} == {401}
        guesses = [httpx.get(url, headers={"Authorization": f"Bearer {n}"}) for n in range(40)]
        assert guesses[0].status_code == 401
        assert guesses[-1].status_code == 429
        assert guesses[-1].headers["retry-after"] == "60"
        assert TOKEN not in server.said()


# --- behind a proxy


def test_a_proxy_may_put_the_server_under_a_path() -> None:
    page = {"Accept": "text/html"}
    options = ("--workers", "1", "--root-path", "duidelijk/", "--report-minutes", "1")
    with serving(*options, DUIDELIJK_TOKEN=TOKEN) as server, httpx.Client(base_url=server.url) as browser:
        for before in ("", "/duidelijk"):  # some proxies leave out the path, others don't
            assert browser.get(f"{before}/healthz").status_code == 200
            assert browser.get(f"{before}/metrics").status_code == 401
            assert browser.get(before + "/", headers=page).headers["location"] == "/duidelijk/inloggen"
        good = browser.post("/inloggen", data={"token": TOKEN}, headers=page)
        assert (good.headers["location"], "Path=/duidelijk;" in good.headers["set-cookie"]) == (
            "/duidelijk/",
            True,
        )
        assert 'src="/duidelijk/static/' in browser.get("/duidelijk/").text
        url = browser.post("/duidelijk/v1/controles", json={"bron": "x", "tekst": TEXT}).json()["rapportUrl"]
        assert url.startswith(f"{server.url}/duidelijk/controles/")
        assert browser.get(url).status_code == 200
        assert server.said().count("Warning") == 0


# --- the page of a check


def test_the_page_of_a_check_is_there_for_who_has_its_address(locked: Server) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    body = {"html": "<p>Indien u <b>vragen</b> heeft.</p><script>alert(1)</script>", "bron": "x"}
    outcome = httpx.post(at(locked, "/v1/controles"), json=body, headers=headers).json()
    page = httpx.get(outcome["rapportUrl"])
    assert page.status_code == 200
    assert "Indien" in page.text and "<script" not in page.text
    assert "script-src" not in page.headers["content-security-policy"]
    assert httpx.get(outcome["rapportUrl"][:-1] + "!").status_code == 404


def test_a_server_keeps_no_page_unless_it_is_told_to(server_url: str) -> None:
    assert "rapportUrl" not in control(server_url, tekst=TEXT).json()
    assert httpx.get(f"{server_url}/controles/iets").status_code == 404


def test_the_problems_are_in_dutch_json(server_url: str) -> None:
    body = httpx.get(f"{server_url}/v1/controles").content
    assert set(json.loads(body)) == {"status", "title", "detail"}
