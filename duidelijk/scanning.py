"""A website, page by page: fetched, checked, and its numbers into the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from duidelijk.complaints import fault
from duidelijk.config import settings_for
from duidelijk.errors import DuidelijkError, ReadError
from duidelijk.fetching import Listed, Reply, Site
from duidelijk.fetching.lastmod import still_same
from duidelijk.model import Visit, VisitKind

if TYPE_CHECKING:
    from duidelijk.archive.website import Kept, Visited
    from duidelijk.jobs import Jobs
    from duidelijk.keeping import Keeper
    from duidelijk.model import Document

_GOES_ON = timedelta(hours=24)
"""A scan that was broken off longer ago than this begins anew."""
_FAILED_MOST, _BUSY_MOST = 100, 5
_STOPPED = "Daarom is de scan gestopt. Geef de opdracht later opnieuw."
_LONGEST_TAG, _LONGEST_MOMENT = 200, 40
_SKIPPED = ("elsewhere", "kind", "double")


class Scan:
    """One scan of a website; ``again``: as if nothing is known. It goes on where one before was broken off.

    ``visits``: what came of each page so far; ``stopped``: why it ended too soon, as a Dutch sentence.
    """

    def __init__(self, jobs: Jobs, keeper: Keeper, site: Site, *, again: bool = False) -> None:
        self._jobs, self._keeper, self._site, self._again = jobs, keeper, site, again
        self.website = keeper.archive.website(keeper.hashed("site", site.home))
        self.visits: list[Visit] = []
        self.stopped = ""
        self._known: dict[bytes, Visited] = {}
        self._addresses: set[str] = set()

    def alone(self) -> AbstractContextManager[bool]:
        """Whether this is the only scan of the host, and stays so until the end of the ``with``."""
        return self._keeper.archive.website(self._keeper.hashed("host", self._site.name)).alone()

    def begin(self, pages: Sequence[Listed]) -> list[Listed]:
        """The pages that are left to do, from where a scan with a limit ended.

        A page that was seen before this scan was broken off counts at once.
        """
        now = self._now()
        started, last = self.website.started(now, now - _GOES_ON)
        self._known = self.website.visited()
        keys = {page: self._key(page.address) for page in pages}
        self._addresses = {page.address for page in pages}
        done = {page for page in pages if started < now and self._seen_since(started, keys[page])}
        self.visits += [self._earlier(page) for page in pages if page in done]
        first = next((at for at, page in enumerate(pages, 1) if keys[page] == last), 0)
        return [page for page in (*pages[first:], *pages[:first]) if page not in done]

    def _seen_since(self, started: datetime, key: bytes) -> bool:
        return key in self._known and self._known[key].seen >= started

    def run(self, pages: Sequence[Listed]) -> Iterator[Visit]:
        """What comes of each of these pages; ends too soon where the website wants no more."""
        failed = busy = 0
        for page in pages:
            visit = self._visit(page)
            self.visits.append(visit)
            yield visit
            failed = failed + 1 if visit.kind == "failed" else 0
            busy = busy + 1 if visit.why == "busy" else 0
            if failed >= _FAILED_MOST:
                self.stopped = f"{_FAILED_MOST} pagina's na elkaar zijn mislukt. {_STOPPED}"
            if busy >= _BUSY_MOST:
                self.stopped = f"De website heeft het te druk. {_STOPPED}"
            if self.stopped:
                return

    def end(self, *, whole: bool, last: Listed | None = None) -> int:
        """Remembers that the scan is done, with the ``last`` page of its limit; how many pages vanished.

        ``whole``: the sitemap was complete, so that can be known.
        """
        self.website.ended(self._key(last.address) if last else b"")
        gone = self._known.keys() - {self._key(address) for address in self._addresses}
        if not whole or not gone:
            return 0
        self.website.drop(gone)
        return len(gone)

    def _visit(self, page: Listed) -> Visit:
        old, kept = self._as_before(page)
        if old and kept and still_same(page.lastmod, old.lastmod, old.fetched, self._now()):
            return self._unchanged(page, old, kept, old.fetched)
        if old and kept:
            reply = self._site.page(page.address, etag=old.etag, modified=old.modified)
        else:
            reply = self._site.page(page.address)
        if reply.trouble == "busy" and reply.pause:
            self.stopped = _rest(reply.pause)
        if reply.status == 304 and not reply.trouble and old and kept:
            return self._unchanged(page, old, kept, self._now())
        if reply.trouble or reply.status != 200:
            return _without_page(page.address, reply)
        if reply.address != page.address and reply.address in self._addresses:
            return Visit(page.address, "skipped", "double", reply.status)
        self._addresses.add(reply.address)
        return self._read(page, reply)

    def _as_before(self, page: Listed) -> tuple[Visited | None, Kept | None]:
        """How the page was last seen and its numbers, where it was checked then as it would be now."""
        old = None if self._again else self._known.get(self._key(page.address))
        if old is None or old.manner != self._manner(page.address):
            return None, None
        return old, self.website.kept(old.document, old.version)

    def _unchanged(self, page: Listed, old: Visited, kept: Kept, fetched: datetime) -> Visit:
        now = self._now()
        self.website.repeat(replace(kept.known, day=self._keeper.day), now)
        self.website.remember(replace(old, lastmod=page.lastmod, fetched=fetched, seen=now))
        return _kept_visit(page.address, "unchanged", kept)

    def _earlier(self, page: Listed) -> Visit:
        old = self._known[self._key(page.address)]
        kept = self.website.kept(old.document, old.version)
        return _kept_visit(page.address, "earlier", kept) if kept else Visit(page.address, "earlier")

    def _read(self, page: Listed, reply: Reply) -> Visit:
        from duidelijk import reading

        given = self._jobs.given(reply.address)
        try:
            document = reading.read_page(reply.data, reply.address, charset=reply.charset, **given)
            return self._checked(page, reply, self._jobs.loaded().completed(document))
        except ReadError as problem:
            return Visit(
                page.address, "unread", f"{str(problem).partition('. ')[0].rstrip('.')}.", reply.status
            )
        except DuidelijkError:
            raise
        except Exception as problem:
            return Visit(page.address, "failed", fault(problem), reply.status)

    def _checked(self, page: Listed, reply: Reply, document: Document) -> Visit:
        """The document checked and kept, or counted once more where it is as it was."""
        known, now = self._keeper.known(document), self._now()
        if not self._again and self.website.repeat(known, now):
            kind: VisitKind = "same"
        else:
            saved = self._keeper.put(self._jobs.loaded().check_document(document), now)
            kind = "new" if saved.new else "changed" if saved.changed else "same"
        self.website.remember(self._seen(page, reply, known.document, known.version))
        kept = self.website.kept(known.document, known.version)
        return _kept_visit(page.address, kind, kept) if kept else Visit(page.address, kind)

    def _seen(self, page: Listed, reply: Reply, document: bytes, version: bytes) -> Visited:
        from duidelijk.archive.website import Visited

        now, direct = self._now(), reply.address == page.address
        return Visited(
            page=self._key(page.address),
            site=self.website.site,
            document=document,
            version=version,
            manner=self._manner(page.address) if direct else bytes(16),
            etag=_fitting(reply.headers.get("etag", ""), _LONGEST_TAG),
            modified=_fitting(reply.headers.get("last-modified", ""), _LONGEST_MOMENT),
            lastmod=page.lastmod,
            fetched=now,
            seen=now,
        )

    def _manner(self, address: str) -> bytes:
        """What the numbers of a page depend on besides its bytes: the rules and the settings."""
        from duidelijk.archive.records import ruler_of

        checker, settings = self._jobs.loaded(), settings_for(self._jobs.config, address)
        ruler = ruler_of(
            checker.rulebook.version, checker.pipeline, checker.config.profile, self._keeper.program, settings
        )
        names = settings.genre, settings.department, settings.template
        return self._keeper.hashed("manner", repr((ruler, names, self._jobs.given(address))))

    def _key(self, address: str) -> bytes:
        return self._keeper.hashed("page", f"{self._site.home} {address}")

    def _now(self) -> datetime:
        return self._site.pace.clock.now().replace(tzinfo=None)


def _without_page(address: str, reply: Reply) -> Visit:
    why = reply.trouble or "fault"
    kind: VisitKind = "robots" if why == "robots" else "skipped" if why in _SKIPPED else "failed"
    return Visit(address, kind, why, reply.status)


def _kept_visit(address: str, kind: VisitKind, kept: Kept) -> Visit:
    return Visit(address, kind, "", 200, kept.known.department, kept.grade, kept.words)


def _fitting(value: str, most: int) -> str:
    return value if len(value) <= most and value.isascii() and value.isprintable() else ""


def _rest(pause: float) -> str:
    minutes = max(round(pause / 60), 1)
    wait = "1 minuut" if minutes == 1 else f"{minutes} minuten" if minutes < 120 else f"{minutes // 60} uur"
    return f"De website vraagt om {wait} te wachten. {_STOPPED}"
