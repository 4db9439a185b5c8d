"""How a body comes in: callers that hang up, that are slow, and that are too many at a time."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.requests import Request

from duidelijk.web.guard import path_of
from duidelijk.web.intake import Intake
from duidelijk.web.serving import sweeper

Message = dict[str, Any]


def scope(*headers: tuple[bytes, bytes]) -> dict[str, Any]:
    return {"type": "http", "method": "POST", "path": "/v1/controles", "headers": list(headers), "state": {}}


class Caller:
    """Sends these messages and then nothing more; ``heard``: what came back."""

    def __init__(self, *messages: Message) -> None:
        self.messages, self.heard = list(messages), list[Message]()

    async def receive(self) -> Message:
        if self.messages:
            return self.messages.pop(0)
        return await asyncio.get_running_loop().create_future()

    async def send(self, message: Message) -> None:
        self.heard.append(message)


def body(data: bytes = b"{}", *, more: bool = False) -> Message:
    return {"type": "http.request", "body": data, "more_body": more}


GONE = {"type": "http.disconnect"}


def test_who_hangs_up_stops_the_work() -> None:
    stopped: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            stopped.append("work")
            raise

    caller = Caller(body(), GONE)
    asyncio.run(Intake(app, limit=100)(scope(), caller.receive, caller.send))
    assert stopped == ["work"]
    assert caller.heard == []


def test_who_hangs_up_before_the_end_of_the_body_asks_nothing() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError("the app was asked")

    caller = Caller(body(b"{", more=True), GONE)
    asyncio.run(Intake(app, limit=100)(scope(), caller.receive, caller.send))
    assert caller.heard == []


def test_a_body_in_pieces_is_one_body() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        assert scope["state"]["body"] == (await receive())["body"] == b'{"a":1}'
        await send({"type": "done"})

    caller = Caller(body(b'{"a"', more=True), body(b":1}"))
    asyncio.run(Intake(app, limit=100)(scope(), caller.receive, caller.send))
    assert caller.heard == [{"type": "done"}]


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError("the app was asked")

    caller = Caller(body(b"{", more=True))
    asyncio.run(Intake(app, limit=100, patience=0.05)(scope(), caller.receive, caller.send))
    assert caller.heard[0]["status"] == 408
    assert (b"connection", b"close") in caller.heard[0]["headers"]


def test_a_fault_of_the_app_comes_through() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise ValueError

    caller = Caller(body())
    with pytest.raises(ValueError):
        asyncio.run(Intake(app, limit=100)(scope(), caller.receive, caller.send))


LENGTH = (b"content-length", b"100")


@pytest.mark.parametrize("headers", [(LENGTH,), ()], ids=["announced", "in pieces"])
def test_only_so_many_big_bodies_are_held_at_a_time(headers: tuple[tuple[bytes, bytes], ...]) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "done"})

    async def scene() -> None:
        intake = Intake(app, limit=100)
        slow = [Caller(body(b"x" * 100, more=True)) for _ in range(16)]
        going = [asyncio.ensure_future(intake(scope(*headers), each.receive, each.send)) for each in slow]
        await asyncio.sleep(0)
        late = Caller(body(b"x", more=True), body())
        await intake(scope(*headers), late.receive, late.send)
        assert late.heard[0]["status"] == 503
        for each in going:
            each.cancel()
        await asyncio.gather(*going, return_exceptions=True)
        again = Caller(body(b"x"))
        await intake(scope(*headers), again.receive, again.send)
        assert again.heard == [{"type": "done"}]

    asyncio.run(scene())


def test_who_announces_much_and_sends_little_keeps_no_one_out() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "done"})

    async def scene() -> None:
        intake = Intake(app, limit=100)
        idle = [Caller(body(b"x", more=True)) for _ in range(50)]
        going = [asyncio.ensure_future(intake(scope(LENGTH), each.receive, each.send)) for each in idle]
        await asyncio.sleep(0)
        good = Caller(body(b"x" * 100))
        await intake(scope(LENGTH), good.receive, good.send)
        assert good.heard == [{"type": "done"}]
        for each in going:
            each.cancel()
        await asyncio.gather(*going, return_exceptions=True)

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("root", "path", "seen"),
    [
        ("", "/v1/controles", "/v1/controles"),
        ("/duidelijk", "/duidelijk/v1/controles", "/v1/controles"),
        ("/duidelijk", "/v1/controles", "/v1/controles"),
        ("/duidelijk/", "/duidelijk/", "/"),
        ("/duidelijk", "/duidelijker", "/duidelijker"),
    ],
)
def test_a_proxy_may_put_the_server_under_a_path(root: str, path: str, seen: str) -> None:
    assert path_of(Request({"type": "http", "path": path, "root_path": root, "headers": []})) == seen


class Cycle:
    def __init__(self, answered: bool) -> None:
        self.response_complete = answered


class Connection:
    """A connection of uvicorn with its request: None for none yet, else whether that is answered."""

    def __init__(self) -> None:
        self.transport, self.cycle, self.closed = self, None, False

    def close(self) -> None:
        self.closed = True

    def get_write_buffer_size(self) -> int:
        return 0

    def request(self, answered: bool | None) -> None:
        self.cycle = None if answered is None else Cycle(answered)


@pytest.mark.parametrize(
    ("rounds", "closed"),
    [
        ([None, None], True),  # nothing but half a request
        ([None], False),
        ([None, True], False),
        ([True, True, True], False),  # each time another request, answered by now
        ([False, False, False], False),  # being answered
        ([True, "same"], True),  # a request, and then nothing or half a one
        ([False, "same", "same"], False),
        ([True, True, "same"], True),
    ],
)
def test_only_who_sends_no_request_in_two_rounds_is_put_out(
    rounds: list[bool | str | None], closed: bool
) -> None:
    connection = Connection()
    sweep = sweeper([connection])
    for each in rounds:
        if each != "same":
            connection.request(each)  # type: ignore[arg-type]
        asyncio.run(sweep())
    assert connection.closed == closed
