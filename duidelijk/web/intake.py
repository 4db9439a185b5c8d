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
        announced = _announced(scope)
        expected = min(announced or 0, self._limit)
        try:
            if announced and announced > self._limit:
                raise self._too_big()
            if self._held + expected > _HELD * self._limit:
                raise Problem(
                    503,
                    "Er komt te veel tegelijk binnen. Probeer het over een paar seconden opnieuw.",
                    {"Retry-After": "2"},
                )
            self._held += expected
            try:
                body = await self._body(receive)
                if body is not None:
                    await self._go(scope, body, receive, send)
            finally:
                self._held -= expected
        except Problem as problem:
            await _refuse(scope, receive, send, problem)

    async def _body(self, receive: Receive) -> bytes | None:
        """The whole body; None when the caller is gone."""
        parts, size = list[bytes](), 0
        try:
            async with asyncio.timeout(self._patience):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return None
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    if size > self._limit:
                        raise self._too_big()
                    if not message.get("more_body", False):
                        return b"".join(parts)
        except TimeoutError:
            raise Problem(408, "De tekst kwam niet op tijd binnen. Probeer het opnieuw.") from None

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

    def _too_big(self) -> Problem:
        size = f"{self._limit / 1_000_000:g}".replace(".", ",")
        return Problem(413, f"Dit is meer dan {size} MB. Deel de tekst op, of stuur minder tegelijk.")


def _announced(scope: Scope) -> int | None:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value[:15])
    return None


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
