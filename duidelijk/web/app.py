"""The app: the bench, what stands before every request, and the doors for each kind of caller."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware import Middleware

from duidelijk import __version__
from duidelijk.web import answers, controles_api, health, languagetool_api, login, page, reports_page, shown
from duidelijk.web.bench import Bench
from duidelijk.web.guard import Guard
from duidelijk.web.intake import Intake
from duidelijk.web.journal import Journal
from duidelijk.web.metrics import Metrics
from duidelijk.web.settings import Settings
from duidelijk.web.shown import Pages
from duidelijk.web.tokens import Guesses


def make_app(settings: Settings, bench: Bench, ready: Callable[[], None] = lambda: None) -> FastAPI:
    """The app; the bench starts and stops with it, and ``ready`` is called when it has started.

    ``app.state``: ``settings``, ``bench``, ``metrics``, ``guesses``, ``shelf`` and ``pages``. A request
    has its body in ``request.state.body``.
    """

    @asynccontextmanager
    async def open_hours(app: FastAPI) -> AsyncIterator[None]:
        await bench.start()
        ready()
        yield
        await bench.stop()

    metrics = Metrics(bench)
    app = FastAPI(
        title="duidelijk",
        version=__version__,
        lifespan=open_hours,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        middleware=[
            Middleware(Journal, metrics=metrics, origins=settings.origins, root=settings.root_path),
            Middleware(Intake, limit=settings.body_limit),
            Middleware(Guard, settings=settings),
        ],
    )
    app.state.settings, app.state.bench, app.state.metrics = settings, bench, metrics
    app.state.guesses, app.state.shelf = Guesses(time.monotonic), reports_page.Shelf()
    app.state.pages = Pages(settings.report_minutes, time.monotonic)
    answers.install(app)
    for router in (
        health.router,
        page.router,
        controles_api.router,
        controles_api.hidden,
        reports_page.router,
        shown.router,
        login.router,
        languagetool_api.router,
    ):
        app.include_router(router)
    return app
