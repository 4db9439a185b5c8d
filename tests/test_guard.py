"""Who may come in: names that a stranger made up, pages of other websites, and tokens by the dozen."""

from __future__ import annotations

import asyncio
import time
from types import SimpleNamespace
from typing import Any

import pytest

from duidelijk.web.guard import Guard
from duidelijk.web.settings import Settings
from duidelijk.web.tokens import Guesses

TOKEN = "een-heel-lang-geheim-token"


def answered(settings: Settings, path: str = "/", method: str = "GET", **headers: str) -> int:
    """The status of the answer; 200 where the request is let through."""
    return statuses(settings, [path], method, **headers)[0]


def statuses(settings: Settings, paths: list[str], method: str = "GET", **headers: str) -> list[int]:
    heard: list[int] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        heard.append(200)

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            heard.append(message["status"])

    names = {"host": "127.0.0.1:8081", **{name.replace("_", "-"): value for name, value in headers.items()}}
    state = SimpleNamespace(state=SimpleNamespace(guesses=Guesses(time.monotonic)))
    for path in paths:
        scope = {
            "type": "http", "method": method, "path": path, "query_string": b"", "state": {"body": b""},
            "client": ("192.0.2.7", 1), "app": state,
            "headers": [(name.encode(), value.encode()) for name, value in names.items()],
        }  # fmt: skip
        asyncio.run(Guard(app, settings=settings)(scope, None, send))  # type: ignore[arg-type]
    return heard


LOCAL, OUTSIDE = Settings(), Settings(host="0.0.0.0", token=TOKEN)


@pytest.mark.parametrize(
    ("settings", "name", "status"),
    [
        (LOCAL, "127.0.0.1:8081", 200),
        (LOCAL, "kwaad.voorbeeld", 421),
        (Settings(host="127.0.0.2"), "127.0.0.2:8081", 200),
        (Settings(host="127.0.0.2"), "kwaad.voorbeeld", 421),
        (Settings(host="LOCALHOST"), "kwaad.voorbeeld", 421),
        (Settings(host="0:0:0:0:0:0:0:1"), "[::1]:8081", 200),
        (Settings(host="0:0:0:0:0:0:0:1"), "kwaad.voorbeeld", 421),
        (Settings(host="127.0.0.2", names=("duidelijk.voorbeeld.nl",)), "Duidelijk.Voorbeeld.nl", 200),
        (OUTSIDE, "duidelijk.voorbeeld.nl", 200),
        (OUTSIDE, "", 200),
        (OUTSIDE, "[", 421),
        (Settings(host="0.0.0.0", token=TOKEN, names=("duidelijk.voorbeeld.nl",)), "kwaad.voorbeeld", 421),
    ],
)
def test_without_a_token_only_our_own_names_are_good(settings: Settings, name: str, status: int) -> None:
    assert answered(settings, host=name, authorization=f"Bearer {TOKEN}") == status


LINK = {"sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", {"sec_fetch_site": "none", **LINK}, 200),
        ("GET", "/rapport/2026-10", {"sec_fetch_site": "cross-site", **LINK}, 200),
        ("POST", "/pagina/controle", {"sec_fetch_site": "same-origin", "sec_fetch_mode": "cors"}, 200),
        ("POST", "/v1/controles", {}, 200),
        ("GET", "/healthz", {"sec_fetch_site": "cross-site", "sec_fetch_mode": "no-cors"}, 200),
        ("GET", "/v1/openapi.json", {"sec_fetch_site": "cross-site", "sec_fetch_mode": "cors"}, 200),
        ("POST", "/v2/check", {"sec_fetch_site": "cross-site", "origin": "https://kwaad.voorbeeld"}, 200),
        ("GET", "/rapport/2026-10", {"sec_fetch_site": "cross-site", "sec_fetch_dest": "image"}, 403),
        (
            "GET", "/rapport/2026-10",
            {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "iframe"}, 403,
        ),
        ("POST", "/pagina/controle", {"sec_fetch_site": "cross-site", "sec_fetch_mode": "no-cors"}, 403),
        ("POST", "/pagina/bestand", {"sec_fetch_site": "same-site", "sec_fetch_mode": "no-cors"}, 403),
        ("POST", "/inloggen", {"sec_fetch_site": "cross-site", **LINK}, 403),
        ("POST", "/v1/controles", {"sec_fetch_site": "cross-site", **LINK}, 403),
    ],
)  # fmt: skip
def test_another_website_can_link_to_us_and_ask_no_work(
    method: str, path: str, headers: dict[str, str], status: int
) -> None:
    assert answered(LOCAL, path, method, **headers) == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 200), ({"origin": "https://cms.voorbeeld.nl"}, 200), ({"origin": "https://kwaad.voorbeeld"}, 403)],
)
def test_where_pages_are_named_no_other_page_has_texts_checked(headers: dict[str, str], status: int) -> None:
    named = Settings(origins=("https://cms.voorbeeld.nl",))
    assert answered(named, "/v2/check", "POST", **headers) == status


@pytest.mark.parametrize(
    ("paths", "last"),
    [
        (["/oud-en-verlopen-token/v2/check"] * 40, 401),
        ([f"/{n:016}-verkeerd/v2/check" for n in range(40)], 429),
        (["/" + "/".join(f"{n:016}" for n in range(1000)) + "/v2/check", f"/{TOKEN}/v2/check"], 200),
        (["/" + "/".join(f"{n:016}" for n in range(1000)) + f"/{TOKEN}/v2/check"], 401),
    ],
    ids=["the same one", "others", "a mistake", "many in one address"],
)
def test_tokens_in_an_address_are_counted(paths: list[str], last: int) -> None:
    assert statuses(OUTSIDE, paths, "POST")[-1] == last
