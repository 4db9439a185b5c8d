"""What every answer gets on its way out, whatever happens below."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, cast

import pytest

from duidelijk.web import logs
from duidelijk.web.bench import Bench
from duidelijk.web.journal import Journal
from duidelijk.web.metrics import Metrics

SECRET = "Geachte heer Jansen"


async def never(scope: Any, receive: Any, send: Any) -> None:
    await asyncio.get_running_loop().create_future()


async def fails(scope: Any, receive: Any, send: Any) -> None:
    raise RuntimeError(SECRET)


def heard(app: Any, *, stop: bool) -> list[dict[str, Any]]:
    """The messages of the answer; ``stop``: the server stops while the app is at work."""
    found: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        found.append(message)

    async def scene() -> None:
        journal = Journal(app, metrics=Metrics(cast(Bench, None)), origins=("*",))
        scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
        going = asyncio.ensure_future(journal(scope, never, send))  # type: ignore[arg-type]
        await asyncio.sleep(0)
        if stop:
            going.cancel()
        await going

    asyncio.run(scene())
    return found


@pytest.mark.parametrize(
    ("app", "stop", "status", "said"),
    [(never, True, 503, "De server stopt nu."), (fails, False, 500, "Er zit een fout in het programma zelf")],
    ids=["stop", "fault"],
)
def test_whatever_happens_the_answer_is_a_safe_problem(
    app: Any, stop: bool, status: int, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    start, body = heard(app, stop=stop)
    headers = dict(start["headers"])
    assert start["status"] == status
    assert headers[b"content-type"] == b"application/problem+json"
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert said in body["body"].decode()
    assert SECRET not in body["body"].decode() + caplog.text


def test_a_library_that_logs_a_fault_logs_no_words_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    kept = {name: logging.getLogger(name).handlers for name in (logs.NAME, "uvicorn.error", "asyncio")}
    try:
        logs.start()
        try:
            raise ValueError(SECRET)
        except ValueError:
            logging.getLogger("asyncio").exception("future: %r", SECRET, stack_info=True)
            logging.getLogger("uvicorn.error").exception("Exception in ASGI application: " + SECRET)
    finally:
        for name, handlers in kept.items():
            logging.getLogger(name).handlers, logging.getLogger(name).propagate = handlers, True
    said = capsys.readouterr().err
    assert "ValueError in test_journal.py" in said
    assert SECRET not in said
