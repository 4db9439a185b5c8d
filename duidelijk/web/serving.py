"""Runs the server until it's told to stop."""

from __future__ import annotations

import gc
import signal

import uvicorn

from duidelijk.web import logs
from duidelijk.web.app import make_app
from duidelijk.web.bench import Bench
from duidelijk.web.nursery import Nursery
from duidelijk.web.settings import Settings


def run(settings: Settings) -> int:
    """Serves until SIGTERM or Ctrl-C; the exit code. Raises DuidelijkError where the settings are wrong."""
    logs.start()
    nursery = Nursery(settings.recipe)
    nursery.start()
    gc.enable()
    bench = Bench(nursery, workers=settings.workers, queue=settings.queue, time_limit=settings.time_limit)
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(settings, bench),
            host=settings.host,
            port=settings.port,
            server_header=False,
            access_log=False,
            log_config=None,
            timeout_graceful_shutdown=15,
        )
    )
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)  # uvicorn listens, and gives it back when it has stopped
    server.run()
    return 0 if server.started else 2
