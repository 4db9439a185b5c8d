"""Tokens: where a caller may give one, whether it's the right one, and who tries too many."""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from urllib.parse import unquote_plus

from starlette.requests import Request

LEAST = 16
"""Characters in a token."""
COOKIE = "duidelijk"
WEEK = 7 * 24 * 3600
_KEY = re.compile(rb"(?:^|&)apiKey=([^&]{1,600})")
_EACH = 2
"""Tokens in one place of a request: whoever puts in more is guessing."""
_MOST, _WINDOW, _CALLERS = 20, 60.0, 10_000


def given(request: Request, path: str = "") -> Iterator[str]:
    """The tokens that a caller gives: in the header, and for LanguageTool's clients in the form or the path.

    Such clients can't send a header: some fill in an ``apiKey``, some know nothing but the address.
    ``path``: of the request of such a client.
    """
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and token:
        yield token.strip()
    if path:
        for data in (request.state.body, request.scope["query_string"]):
            for found in islice(_KEY.finditer(data), _EACH):
                yield unquote_plus(found[1].decode("ascii", "replace"))
        yield from islice((part for part in path.split("/")[:-1] if len(part) >= LEAST), _EACH)


def same(one: str, other: str) -> bool:
    """Whether they are equal, in a time that tells nothing."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def cookie_value(token: str, until: int) -> str:
    """What a browser keeps instead of the token: good until then (seconds since 1970)."""
    return f"{until}.{_signed(token, until)}"


def good_cookie(token: str, value: str, now: float) -> bool:
    """Whether this server gave the cookie, with this token, not too long ago."""
    until, _, signature = value.partition(".")
    if not until.isascii() or not until.isdigit() or len(until) > 12:
        return False
    return int(until) > now and same(signature, _signed(token, int(until)))


def _signed(token: str, until: int) -> str:
    return hmac.new(token.encode(), f"cookie {until}".encode(), sha256).hexdigest()


class Guesses:
    """Counts the different wrong tokens of a caller: a wrong setting gives the same one, a guesser others.

    ``clock``: seconds that only go up.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wrong: dict[str, tuple[float, set[bytes]]] = {}

    def too_many(self, caller: str) -> bool:
        """Whether this caller must wait."""
        since, tried = self._wrong.get(caller, (0.0, set()))
        return len(tried) >= _MOST and self._clock() - since < _WINDOW

    def count(self, caller: str, token: str) -> None:
        """Remembers that this one was wrong."""
        now = self._clock()
        since, tried = self._wrong.get(caller, (now, set[bytes]()))
        if now - since >= _WINDOW:
            since, tried = now, set()
        if len(tried) < _MOST:
            tried.add(sha256(token.encode("utf-8", "replace")).digest()[:8])
        if caller not in self._wrong and len(self._wrong) >= _CALLERS:
            self._wrong.clear()
        self._wrong[caller] = since, tried
