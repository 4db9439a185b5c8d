"""Around everything: safe headers on every answer, a line in the log, and the counts for ``/metrics``."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from duidelijk.complaints import fault
from duidelijk.web import logs
from duidelijk.web.answers import answer, is_api, is_languagetool
from duidelijk.web.metrics import Metrics, known
from duidelijk.web.problems import Problem, stopping
from duidelijk.web.v1_models import VERSION

GONE = 499
"""The status in the log of a caller who hung up."""
PAGE_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFE = {
    "content-security-policy": PAGE_CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",
}


class Journal:
    """The outermost layer.

    ``origins``: the web pages that may read answers of the LanguageTool part. ``root``: where a proxy puts
    the server.
    """

    def __init__(self, app: ASGIApp, *, metrics: Metrics, origins: tuple[str, ...], root: str = "") -> None:
        self._app, self._metrics, self._origins, self._root = app, metrics, origins, root
        self._log = logging.getLogger(logs.NAME)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request; whatever goes wrong below is an answer too, and never a text in the log."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["root_path"] = self._root
        request, began, status = Request(scope), time.perf_counter(), 0

        async def dressed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": [*_with(message["headers"], self._extra(request))]}
            await send(message)

        try:
            await self._app(scope, receive, dressed)
        except asyncio.CancelledError:  # only at the end of the server, when the work takes too long
            if not status:
                await answer(request, stopping())(scope, receive, dressed)
        except Exception as problem:
            self._log.error(fault(problem))
            if not status:
                await answer(request, Problem(500, fault(problem)))(scope, receive, dressed)
        finally:
            self._note(request, status or GONE, time.perf_counter() - began)

    def _extra(self, request: Request) -> dict[str, str]:
        if is_languagetool(request):
            return {**SAFE, **cors(request, self._origins), "cross-origin-resource-policy": "cross-origin"}
        return {**SAFE, "api-version": VERSION} if is_api(request) else SAFE

    def _note(self, request: Request, status: int, seconds: float) -> None:
        """Method, the kind of address, status and time: no address, no question, no caller."""
        route = request.scope.get("route")
        kind = "/v2" if is_languagetool(request) else getattr(route, "path", "-")
        self._metrics.count(request.method, kind, status, seconds)
        self._log.info("%s %s %d %.0f ms", known(request.method), kind, status, seconds * 1000)


def cors(request: Request, origins: tuple[str, ...]) -> dict[str, str]:
    """What lets a web page or an add-on read an answer; that holds nothing but what it sent itself."""
    if "*" in origins:
        return {"access-control-allow-origin": "*"}
    origin = request.headers.get("origin", "")
    return {"vary": "Origin", **({"access-control-allow-origin": origin} if origin in origins else {})}


def _with(headers: Iterable[tuple[bytes, bytes]], extra: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """The headers, and those of the others that aren't there yet."""
    own = list(headers)
    names = {name.lower() for name, _ in own}
    more = [(name.encode(), value.encode()) for name, value in extra.items()]
    return [*own, *(each for each in more if each[0] not in names)]
