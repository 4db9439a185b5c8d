"""Takes in the body of a request: not too big, not too slow, and only as long as the caller is there."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from duidelijk.web.answers import answer
from duidelijk.web.problems import Problem

PATIENCE = 20.0
"""Seconds in which a body must be in."""
_HELD = 16
"""How many bodies of the biggest size may be held at a time, all requests together."""
_DRAIN = 3.0
"""Seconds in which a body that is too big is read and dropped, so that the caller gets to see the answer."""


class Intake:
    """Before the app: it gets the whole body in ``request.state.body``; a caller who hangs up stops it."""

    def __init__(self, app: ASGIApp, *, limit: int, patience: float = PATIENCE) -> None:
        self._app, self._limit, self._patience = app, limit, patience
        self._held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        parts: list[bytes] = []
        try:
            try:
                self._check(_announced(scope))
                if await self._is_whole(receive, parts):
                    parts[:] = [b"".join(parts)]
                    await self._go(scope, parts[0], receive, send)
            finally:
                self._held -= sum(map(len, parts))
        except Problem as problem:
            await _refuse(scope, receive, send, problem)

    def _check(self, size: int, more: int = 0) -> None:
        """Raises Problem for a body of this size, or where there is no room for ``more`` bytes.

        Only bytes that are here take room: who announces much and sends little keeps no one else out.
        """
        if size > self._limit:
            limit = f"{self._limit / 1_000_000:g}".replace(".", ",")
            raise Problem(413, f"Dit is meer dan {limit} MB. Deel de tekst op, of stuur minder tegelijk.")
        if self._held + more > _HELD * self._limit:
            raise Problem(
                503,
                "Er komt te veel tegelijk binnen. Probeer het over een paar seconden opnieuw.",
                {"Retry-After": "2"},
            )

    async def _is_whole(self, receive: Receive, parts: list[bytes]) -> bool:
        """Whether the whole body came in, in ``parts``; not when the caller is gone."""
        size = 0
        try:
            async with asyncio.timeout(self._patience):
                while (message := await receive())["type"] != "http.disconnect":
                    part = message.get("body", b"")
                    size += len(part)
                    self._check(size, len(part))
                    self._held += len(part)
                    parts.append(part)
                    if not message.get("more_body", False):
                        return True
        except TimeoutError:
            raise Problem(408, "De tekst kwam niet op tijd binnen. Probeer het opnieuw.") from None
        return False

    async def _go(self, scope: Scope, body: bytes, receive: Receive, send: Send) -> None:
        """Lets the app answer, and stops it as soon as the caller hangs up."""
        scope.setdefault("state", {})["body"] = body
        going = asyncio.ensure_future(self._app(scope, _again(body), send))
        hangs_up = asyncio.ensure_future(_hangs_up(receive))
        try:
            await asyncio.wait({going, hangs_up}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            hangs_up.cancel()
            if not going.done():
                going.cancel()
        await asyncio.gather(going, return_exceptions=True)
        if not going.cancelled() and (problem := going.exception()):
            raise problem


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value[:15])
    return 0


def _again(body: bytes) -> Receive:
    """Gives the app the body that has been read, and after that nothing."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if messages:
            return messages.pop()
        return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]

    return receive


async def _hangs_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _refuse(scope: Scope, receive: Receive, send: Send, problem: Problem) -> None:
    """Says what is wrong and closes the connection; what still comes in is dropped for a short while."""
    response = answer(Request(scope), problem)
    headers: Any = [*response.raw_headers, (b"connection", b"close")]
    await send({"type": "http.response.start", "status": response.status_code, "headers": headers})
    await send({"type": "http.response.body", "body": response.body, "more_body": True})
    try:
        async with asyncio.timeout(_DRAIN):
            while (message := await receive())["type"] == "http.request" and message.get("more_body"):
                pass
    except TimeoutError:
        pass
    await send({"type": "http.response.body", "body": b"", "more_body": False})
