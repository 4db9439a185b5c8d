"""One website: its robots.txt, its pages, and where it may send us on to."""

from __future__ import annotations

from dataclasses import replace
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit, urlunsplit

from duidelijk.addresses import normal, split
from duidelijk.fetching.client import Ask, Client
from duidelijk.fetching.limits import Limits
from duidelijk.fetching.pacing import Pace
from duidelijk.fetching.replies import Reply
from duidelijk.fetching.robots import Robots, robots_in

_MOVED = (301, 302, 303, 307, 308)
HTML = frozenset({"text/html", "application/xhtml+xml", ""})


class Site:
    """The website that ``home`` is an address of; use it in a ``with``.

    The same host with and without ``www.`` is one website, and so are http and https, but nothing goes from
    https to http. Raises ValueError for an address that isn't one. ``agent``: what the program calls itself.
    """

    def __init__(self, home: str, agent: str, pace: Pace, limits: Limits | None = None) -> None:
        self.home, self.limits = normal(home), limits or Limits()
        self.name = _bare(split(self.home).netloc)
        self.pace = pace
        self._client = Client(agent, pace, self.limits)
        self._robots: dict[str, Robots] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._client.close()

    def has(self, address: str) -> bool:
        """Whether an address (as ``normal`` writes it) is of this website."""
        return _bare(urlsplit(address).netloc) == self.name

    def robots(self, address: str) -> Robots:
        """What robots.txt says at the host of this address; fetched once."""
        parts = urlsplit(address)
        place = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        if place not in self._robots:
            ask = Ask(place, self.limits.robots, self.limits.whole, {}, cut=True)
            self._robots[place] = robots_in(self._followed(ask, asking_leave=False))
            self.pace.slower(self._robots[place].delay)
        return self._robots[place]

    def page(self, address: str, *, etag: str = "", modified: str = "") -> Reply:
        """The reply for a page; status 304 where it is still the version of ``etag`` or ``modified``."""
        headers = {"Accept": "text/html,application/xhtml+xml;q=0.9"}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        return self._followed(Ask(address, self.limits.page, self.limits.whole, headers, HTML))

    def sitemap(self, address: str) -> Reply:
        """The reply for a sitemap, packed or not."""
        headers = {"Accept": "application/xml,text/xml,application/gzip"}
        return self._followed(Ask(address, self.limits.sitemap, self.limits.whole_sitemap, headers))

    def _followed(self, ask: Ask, *, asking_leave: bool = True) -> Reply:
        """The reply, sent on at most ``hops`` times, as long as that stays within the website."""
        for _ in range(self.limits.hops + 1):
            if asking_leave and not self.robots(ask.address).allows(ask.address):
                return Reply(ask.address, trouble="robots")
            reply = self._client.get(ask)
            if reply.status not in _MOVED or reply.trouble:
                return reply
            target = self._target(ask.address, reply.headers.get("location", ""))
            if not target:
                return replace(reply, trouble="elsewhere")
            ask = replace(ask, address=target)
        return replace(reply, trouble="circle")

    def _target(self, address: str, location: str) -> str:
        """Where a page is sent on to; empty for another website, and for http after https."""
        try:
            target = normal(urljoin(address, location))
        except ValueError:
            return ""
        downward = address.startswith("https:") and target.startswith("http:")
        return target if location and self.has(target) and not downward else ""


def _bare(place: str) -> str:
    return place.removeprefix("www.")
