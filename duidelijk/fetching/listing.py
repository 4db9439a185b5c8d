"""A sitemap, and the sitemaps that it names → the pages of the website."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from urllib.parse import urljoin, urlsplit, urlunsplit

from duidelijk.addresses import normal
from duidelijk.fetching.replies import Listed, Listing, Reply, Trouble
from duidelijk.fetching.site import Site
from duidelijk.fetching.sitemap import Sitemap, sitemap_in
from duidelijk.fetching.unpacking import unpacked


def listing_of(site: Site) -> Listing:
    """The pages in the sitemap at the site's address; a Listing without pages where that can't be read.

    The address of the website itself means the sitemaps that robots.txt names, or else /sitemap.xml.
    """
    collecting = _Collecting(site)
    todo = deque((address, 0) for address in _starts(site))
    asked: set[str] = set()
    while todo:
        address, depth = todo.popleft()
        if address in asked or len(asked) >= site.limits.sitemaps:
            continue
        asked.add(address)
        named = collecting.read(address)[: site.limits.sitemaps]
        todo += ((each, depth + 1) for each in named if depth < site.limits.depth)
    return collecting.listing()


def _starts(site: Site) -> list[str]:
    if site.home.partition("://")[2].partition("/")[2]:
        return [site.home]
    named = [_normal(site.home, each) for each in site.robots(site.home).sitemaps]
    return [each for each in named if each and site.has(each)] or [urljoin(site.home, "/sitemap.xml")]


def _normal(base: str, location: str) -> str:
    """The address as it is always written, as safe as the one it comes from; empty for what isn't one."""
    try:
        address = normal(location)
    except ValueError:
        return ""
    parts = urlsplit(address)
    safer = base.startswith("https:") and parts.scheme == "http" and parts.port is None
    return urlunsplit(parts._replace(scheme="https")) if safer else address


class _Collecting:
    """The pages so far, and what is left out."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._pages: dict[str, Listed] = {}
        self._foreign: dict[str, None] = {}
        self._failed: list[Reply] = []
        self._odd = self._doubles = self._left = 0

    def read(self, address: str) -> list[str]:
        """Keeps the pages of this sitemap; gives the sitemaps that it names."""
        reply = self._site.sitemap(address)
        found = reply.trouble or self._parsed(reply)
        if isinstance(found, str):
            self._failed.append(replace(reply, trouble=found, data=b""))
            return []
        entries = [(each, _normal(reply.address, each.address)) for each in found.entries]
        own = [(each, at) for each, at in entries if self._own(at, each)]
        if found.kind == "index":
            return [at for _, at in own]
        for each, at in own:
            self._page(replace(each, address=at))
        return []

    def _parsed(self, reply: Reply) -> Sitemap | Trouble:
        try:
            data = unpacked(reply.data, self._site.limits.sitemap)
            return "big" if data is None else sitemap_in(data)
        except ValueError:
            return "broken"

    def _own(self, address: str, entry: Listed) -> bool:
        if not address:
            self._odd += 1
        elif not self._site.has(address) and len(self._foreign) < self._site.limits.pages:
            self._foreign[address] = None
        return bool(address) and self._site.has(address)

    def _page(self, page: Listed) -> None:
        if page.address in self._pages:
            self._doubles += 1
        elif len(self._pages) >= self._site.limits.pages:
            self._left += 1
        else:
            self._pages[page.address] = page

    def listing(self) -> Listing:
        """What there is."""
        pages, foreign, failed = tuple(self._pages.values()), tuple(self._foreign), tuple(self._failed)
        return Listing(pages, foreign, self._odd, self._doubles, self._left, failed)
