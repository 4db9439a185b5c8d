"""A server that stands between a website and the real server of duidelijk: it passes on, notes, and can misbehave."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

Behaviour = Callable[[BaseHTTPRequestHandler], None]


class Relay:
    """``url``: where it listens. ``asked``: the bodies that came in. ``target``: the server behind it."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.asked: list[dict[str, Any]] = []
        self.tokens: list[str | None] = []
        self.behaviour: Behaviour | None = None
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._server: ThreadingHTTPServer | None = None

    def open(self) -> None:
        self._server = _Server(("127.0.0.1", self.port), _handler(self))
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def close(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
        self._server = None

    @contextmanager
    def misbehaving(self, behaviour: Behaviour | None) -> Iterator[None]:
        """Answers like this for a while; None: does not listen at all."""
        self.behaviour = behaviour
        if behaviour is None:
            self.close()
        try:
            yield
        finally:
            self.behaviour = None
            if self._server is None:
                self.open()


class _Server(ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


def _handler(relay: Relay) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            relay.asked.append(json.loads(body))
            relay.tokens.append(self.headers["Authorization"])
            if relay.behaviour:
                return relay.behaviour(self)
            headers = {"Content-Type": self.headers["Content-Type"]}
            answer = httpx.post(relay.target + self.path, content=body, headers=headers, timeout=30)
            return reply(self, answer.status_code, answer.content)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def reply(handler: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        **headers,
    }.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# --- Ways to misbehave


def answers(status: int, body: bytes, **headers: str) -> Behaviour:
    return lambda handler: reply(handler, status, body, **headers)


def hangs_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


def waits(handler: BaseHTTPRequestHandler) -> None:
    """Until the client has left."""
    handler.rfile.read(1)


def drips(handler: BaseHTTPRequestHandler) -> None:
    """One byte at a time, so that no single read takes long."""
    handler.send_response(200)
    handler.end_headers()
    pause = threading.Event()
    try:
        while not pause.wait(0.2):
            handler.wfile.write(b" ")
    except OSError:
        return
