"""``/rapport/2026-10``: the report on a month, a quarter or a year."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from duidelijk.web import reports
from duidelijk.web.answers import bench_of, sent
from duidelijk.web.bench import Bench
from duidelijk.web.replies import Reply

router = APIRouter(include_in_schema=False)
_CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
_LIMIT = 60.0
"""Seconds that a report may take."""
_FRESH = 60.0
"""Seconds that a report is kept for who asks next."""
_MOST = 12


class Shelf:
    """The reports that were just made; one is made at a time, so that texts can be checked meanwhile."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._made: dict[str, tuple[float, Reply]] = {}
        self._one = asyncio.Lock()

    async def report(self, bench: Bench, month: str) -> Reply:
        """The report on this month."""
        async with self._one:
            at, reply = self._made.get(month, (0.0, None))
            if reply is None or self._clock() - at > _FRESH:
                reply = await bench.ask(reports.page, month, limit=_LIMIT)
                if len(self._made) >= _MOST:
                    self._made.clear()
                self._made[month] = self._clock(), reply
            return reply


@router.get("/rapport/{maand}")
async def report(request: Request, maand: str) -> Response:
    """The report as a page."""
    shelf: Shelf = request.app.state.shelf
    response = sent(await shelf.report(bench_of(request), maand))
    response.headers["Content-Security-Policy"] = _CSP
    return response
