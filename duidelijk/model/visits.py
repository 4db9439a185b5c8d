"""What came of a scan: of every page of a website, and of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

VisitKind = Literal[
    "todo", "new", "changed", "same", "unchanged", "earlier", "robots", "skipped", "unread", "failed"
]
"""``todo``: would be fetched. ``new``, ``changed``: checked and kept. ``same``: fetched, the text as before.
``unchanged``: not fetched again, by what the website says. ``earlier``: seen before this scan was broken off.
``robots``: robots.txt forbids it. ``skipped``: not a page of this website. ``unread``: no Dutch sentences.
``failed``: the website gave no page."""

COUNTED: tuple[VisitKind, ...] = ("new", "changed", "same", "unchanged", "earlier")
"""The kinds of which the numbers are in the archive."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One page. ``why``: what was wrong, as fetching calls it, or for ``unread`` a Dutch sentence.

    ``status``: of HTTP, 0 where there was none. ``grade``: None where there is none. ``words``: 0 where the
    page isn't in the archive.
    """

    address: str
    kind: VisitKind
    why: str = ""
    status: int = 0
    department: str = ""
    grade: float | None = None
    words: int = 0


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scan. ``site``: the name of the website; ``archive``: where the numbers are, empty for a dry run.

    ``foreign``, ``odd``, ``doubles``: entries of the sitemap that aren't a page of this website, no address,
    or there twice; ``beyond``: pages over the most that are read; ``later``: pages left for a next time.
    ``vanished``: pages that were in the sitemap before. ``sitemaps``: those that couldn't be read, with what
    was wrong. ``delay``: seconds between two pages. ``stopped``: why it ended too soon, as a Dutch sentence.
    """

    site: str
    visits: tuple[Visit, ...]
    archive: str = ""
    foreign: int = 0
    odd: int = 0
    doubles: int = 0
    beyond: int = 0
    later: int = 0
    vanished: int = 0
    sitemaps: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    stopped: str = ""
