"""One request at a time over one connection: within its time, within its size, and to no one else."""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from duidelijk.fetching.limits import Limits
from duidelijk.fetching.pacing import Pace
from duidelijk.fetching.peers import Peers, PrivatePeer
from duidelijk.fetching.replies import Reply, Trouble
from duidelijk.fetching.resting import pause_of
from duidelijk.fetching.unpacking import Unpacker

_BUSY = (429, 503)
_GONE, _CLOSED = (404, 410), (401, 403)


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for; ``most``: bytes, ``whole``: seconds, ``kinds``: media types (empty: any).

    ``cut``: what is longer is read as far as ``most``.
    """

    address: str
    most: int
    whole: float
    headers: Mapping[str, str]
    kinds: frozenset[str] = frozenset()
    cut: bool = False


class Client:
    """Asks a website for things; close it afterwards.

    Proxies and certificates come from the environment, as httpx reads it. No cookie is kept.
    """

    def __init__(self, agent: str, pace: Pace, limits: Limits) -> None:
        self.pace, self._limits = pace, limits
        self.peers = Peers()
        self._runner = asyncio.Runner()
        self._http = httpx.AsyncClient(
            headers={"User-Agent": agent, "Accept-Encoding": "gzip", "Accept-Language": "nl"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=httpx.Timeout(limits.read, connect=limits.connect),
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
        )

    def close(self) -> None:
        """Lets the connection go."""
        with self._runner:
            self._runner.run(self._http.aclose())

    def get(self, ask: Ask) -> Reply:
        """The reply to one question, no redirect followed; asked again where the website is busy."""
        for turn in range(self._limits.tries + 1):
            self.pace.wait()
            reply = self._runner.run(self._asked(ask))
            if reply.status in _BUSY:
                pause = pause_of(reply.headers.get("retry-after", ""), self.pace.clock.now())
                pause = self._limits.rest if pause is None else pause
                if turn == self._limits.tries or pause > self._limits.pause:
                    return replace(reply, pause=pause if pause > self._limits.pause else 0.0)
                self.pace.rest(pause)
            elif reply.trouble != "broken" or turn:
                break
        return reply

    async def _asked(self, ask: Ask) -> Reply:
        try:
            async with asyncio.timeout(ask.whole):
                return await self._answered(ask)
        except (TimeoutError, httpx.TimeoutException):
            return Reply(ask.address, trouble="slow")
        except PrivatePeer:
            return Reply(ask.address, trouble="private")
        except httpx.ConnectError as problem:
            return Reply(ask.address, trouble="unsafe" if _about_tls(problem) else "unreachable")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, zlib.error, ValueError, OSError):
            return Reply(ask.address, trouble="broken")

    async def _answered(self, ask: Ask) -> Reply:
        trace = self.peers.watching(httpx.URL(ask.address).raw_host.decode("ascii"))
        asked = self._http.stream("GET", ask.address, headers=ask.headers, extensions={"trace": trace})
        async with asked as response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            reply = Reply(ask.address, response.status_code, headers)
            trouble = _trouble(reply, ask)
            if trouble or reply.status != 200:
                return replace(reply, trouble=trouble)
            if int(headers.get("content-length", "0")) > ask.most and not ask.cut:
                return replace(reply, trouble="big")
            unpacker = Unpacker(headers.get("content-encoding", ""), ask.most)
            async for piece in response.aiter_raw():
                if not unpacker.add(piece):
                    beginning = unpacker.beginning(ask.most) if ask.cut else b""
                    return replace(reply, data=beginning, trouble="" if ask.cut else "big")
            return replace(reply, data=unpacker.data())


def _trouble(reply: Reply, ask: Ask) -> Trouble:
    status = reply.status
    if status == 200:
        return "kind" if ask.kinds and reply.kind not in ask.kinds else ""
    if status in (301, 302, 303, 304, 307, 308):
        return ""
    if status in _BUSY:
        return "busy"
    return "gone" if status in _GONE else "closed" if status in _CLOSED else "fault"


def _about_tls(problem: BaseException) -> bool:
    """Whether it went wrong in TLS: a certificate that isn't valid, or no common version."""
    at: BaseException | None = problem
    while at is not None:
        if isinstance(at, ssl.SSLError):
            return True
        at = at.__cause__ or at.__context__
    return False
