"""How much a website may ask of this program, and this program of a website."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, after unpacking; times in seconds.

    ``robots``: what is read of robots.txt, at least 500 KiB (RFC 9309, section 2.5). ``sitemap``: 50 MB by
    sitemaps.org. ``depth``: sitemaps within sitemaps. ``whole``: for one reply, from the question to the
    last byte. ``pause``: the longest that a website may ask to wait; ``rest``: the wait where a busy one says
    nothing; ``tries``: how often a busy one is asked once more.
    """

    page: int = 5_000_000
    robots: int = 512 * 1024
    sitemap: int = 50_000_000
    sitemaps: int = 1000
    pages: int = 100_000
    depth: int = 3
    hops: int = 5
    connect: float = 10.0
    read: float = 15.0
    whole: float = 30.0
    whole_sitemap: float = 180.0
    pause: float = 300.0
    rest: float = 10.0
    tries: int = 2
