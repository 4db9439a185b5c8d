"""The app: the bench, what stands before every request, and the doors for each kind of caller."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from duidelijk import __version__
from duidelijk.web import answers, health, page
from duidelijk.web.bench import Bench
from duidelijk.web.settings import Settings


def make_app(settings: Settings, bench: Bench) -> FastAPI:
    """The app; the bench starts and stops with it. ``app.state``: ``settings`` and ``bench``."""

    @asynccontextmanager
    async def open_hours(app: FastAPI) -> AsyncIterator[None]:
        await bench.start()
        yield
        await bench.stop()

    app = FastAPI(
        title="duidelijk",
        version=__version__,
        lifespan=open_hours,
        root_path=settings.root_path,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.settings, app.state.bench = settings, bench
    answers.install(app)
    app.include_router(health.router)
    app.include_router(page.router)
    return app
