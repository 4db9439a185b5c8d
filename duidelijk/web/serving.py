"""Runs the server until it's told to stop."""

from __future__ import annotations

import gc
import signal
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any
from weakref import WeakKeyDictionary, ref

import uvicorn
from fastapi import FastAPI

from duidelijk.errors import DuidelijkError
from duidelijk.web import logs
from duidelijk.web.app import make_app
from duidelijk.web.bench import Bench
from duidelijk.web.nursery import Gone, Nursery
from duidelijk.web.settings import Settings

_CONNECTIONS = 1000
"""Connections at a time; who comes next hears that it's too busy."""
_FILES = 4096
_SWEEP, _STUCK = 5.0, 4


def run(settings: Settings, started: Callable[[str], None]) -> None:
    """Serves until SIGTERM or Ctrl-C; ``started`` hears the address.

    Raises DuidelijkError where the settings are wrong or the address is taken.
    """
    logs.start()
    _allow_files()
    listener = _listener(settings)
    nursery = Nursery(settings.recipe)
    _load(nursery)
    bench = Bench(nursery, workers=settings.workers, queue=settings.queue, time_limit=settings.time_limit)
    app = make_app(settings, bench, lambda: started(_address(listener)))
    server = uvicorn.Server(_config(settings, app))
    server.config.callback_notify = sweeper(server.server_state.connections)
    gc.freeze()  # what is loaded stays; looking through it costs a start and a stop
    gc.enable()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)  # uvicorn listens, and gives it back when it has stopped
    server.run(sockets=[listener])


def _load(nursery: Nursery) -> None:
    try:
        nursery.start()
    except (Gone, OSError):
        raise DuidelijkError(
            "Het laden is niet gelukt. Misschien is er te weinig geheugen. Probeer het opnieuw."
        ) from None


def _config(settings: Settings, app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        backlog=2048,
        timeout_keep_alive=5,
        timeout_notify=int(_SWEEP),
        timeout_graceful_shutdown=int(settings.time_limit) + 5,
    )


def _listener(settings: Settings) -> socket.socket:
    """The socket, bound before all that takes time; raises DuidelijkError when that can't be."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except (OSError, OverflowError):
        raise DuidelijkError(
            f"De server kan niet luisteren op {settings.host}, poort {settings.port}. Klopt het adres "
            "achter --host? Of is de poort al in gebruik? Kies dan een andere met --port."
        ) from None


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _allow_files() -> None:
    """Lets the process have as many connections open as the server allows, where the system lets it."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def sweeper(connections: Iterable[Any]) -> Any:
    """What ends connections of callers who are too slow.

    They have sent no whole request for two rounds, or have taken nothing of an answer for four.
    """
    seen: WeakKeyDictionary[Any, Callable[[], Any]] = WeakKeyDictionary()
    stuck: WeakKeyDictionary[Any, tuple[int, int]] = WeakKeyDictionary()

    async def sweep() -> None:
        for each in list(connections):
            left = each.transport.get_write_buffer_size()
            before, rounds = stuck.get(each, (0, 0))
            stuck[each] = left, (rounds + 1 if left and left == before else 0)
            cycle = getattr(each, "cycle", None)
            if stuck[each][1] >= _STUCK:
                each.transport.abort()
            elif cycle is not None and not cycle.response_complete:
                seen.pop(each, None)
            elif each in seen and seen[each]() is cycle:
                each.transport.close()
            else:
                seen[each] = _nothing if cycle is None else ref(cycle)

    return sweep


def _nothing() -> None:
    """What there is to remember of a connection that has sent nothing yet."""
