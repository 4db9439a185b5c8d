"""``/controles/…``: the page of a check, for a few minutes and only in memory.

Off unless the server is told otherwise. The address can't be guessed, so it is a key itself: an editor of a
website can open it without a token.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from duidelijk.web.answers import sent
from duidelijk.web.replies import HTML, Reply

router = APIRouter(include_in_schema=False)
_CSP = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
_MOST_PAGES, _MOST_BYTES = 500, 50_000_000


class Pages:
    """Pages with the time until which they're there. ``clock``: seconds that only go up."""

    def __init__(self, minutes: int, clock: Callable[[], float]) -> None:
        self._seconds, self._clock = 60.0 * minutes, clock
        self._pages: dict[str, tuple[float, bytes]] = {}

    def name(self) -> str:
        """A name for a new page that nobody can guess; empty when pages aren't kept."""
        return secrets.token_urlsafe(24) if self._seconds else ""

    def keep(self, name: str, page: bytes) -> None:
        """Keeps the page; of too many the oldest ones go."""
        self._pages[name] = self._clock() + self._seconds, page
        while self._stale() or len(self._pages) > _MOST_PAGES or self._size() > _MOST_BYTES:
            del self._pages[next(iter(self._pages))]

    def page(self, name: str) -> bytes | None:
        """The page with this name, if it's still there."""
        while self._stale():
            del self._pages[next(iter(self._pages))]
        return self._pages.get(name, (0.0, None))[1]

    def _stale(self) -> bool:
        return bool(self._pages) and next(iter(self._pages.values()))[0] < self._clock()

    def _size(self) -> int:
        return sum(len(page) for _, page in self._pages.values())


@router.get("/controles/{name}")
async def page(request: Request, name: str) -> Response:
    """The text with all findings."""
    pages: Pages = request.app.state.pages
    found = pages.page(name)
    if found is None:
        raise HTTPException(404)
    response = sent(Reply(found, HTML))
    response.headers["Content-Security-Policy"] = _CSP
    return response
