"""What fetching gives: the reply of a website, and the pages in its sitemap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Trouble = Literal[
    "", "robots", "elsewhere", "kind", "gone", "closed", "fault", "busy", "slow", "big", "broken",
    "unreachable", "unsafe", "circle", "private",
]  # fmt: skip
"""Why there is no page; empty where nothing is wrong.

Not asked: ``robots`` forbids it. Not a page of this website: ``elsewhere`` (sent to another website, or
from https to http), ``kind`` (not HTML). The website says no: ``gone`` (404, 410), ``closed`` (401, 403),
``fault`` (another status), ``busy`` (429, 503: come back later). It went wrong: ``slow``, ``big``, ``broken``
(no HTTP, or half a reply), ``unreachable``, ``unsafe`` (TLS), ``circle`` (sent on and on), ``private`` (to
the own network, from a website outside).
"""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the website answered; ``address``: the one that answered in the end.

    ``status``: 0 without a reply. ``headers``: names in small letters. ``pause``: seconds that the website
    asks to wait, where that is too long.
    """

    address: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    data: bytes = b""
    trouble: Trouble = ""
    pause: float = 0.0

    @property
    def kind(self) -> str:
        """The media type, such as ``text/html``; empty where it isn't told."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The character set that the header names, or empty."""
        _, _, rest = self.headers.get("content-type", "").partition(";")
        named = [each.partition("=") for each in rest.split(";")]
        return next(
            (value.strip(" \"'") for name, _, value in named if name.strip().lower() == "charset"), ""
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in a sitemap; ``lastmod`` as it stands there, or empty."""

    address: str
    lastmod: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The pages in a sitemap, each once, in order, and what was left out.

    ``foreign``: addresses of other websites; ``odd``: what isn't an address; ``doubles``: addresses that were
    there already; ``left``: pages beyond the most that are read. ``failed``: sitemaps that couldn't be read.
    """

    pages: tuple[Listed, ...]
    foreign: tuple[str, ...] = ()
    odd: int = 0
    doubles: int = 0
    left: int = 0
    failed: tuple[Reply, ...] = ()
