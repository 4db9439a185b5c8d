"""A scan from its sitemap to its outcome: one at a time for a website, or only a look at what there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from duidelijk.config import settings_for
from duidelijk.errors import FetchError
from duidelijk.fetching import Clock, Listing, Pace, Reply, Site
from duidelijk.fetching.choosing import is_pattern, wanted
from duidelijk.fetching.limits import Limits
from duidelijk.fetching.listing import listing_of
from duidelijk.jobs import Jobs
from duidelijk.keeping import Keeper
from duidelijk.model import Scanned, Visit
from duidelijk.scanning import Scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from duidelijk.fetching import Listed

    Choice = Callable[[Sequence[Listed]], list[Listed]]


def scan_website(
    home: str,
    agent: str,
    clock: Clock,
    *,
    archive: str | None,
    rate: float,
    limit: int | None,
    only: Sequence[str],
    without: Sequence[str],
    again: bool,
    dry_run: bool,
    limits: Limits | None = None,
    **options: Any,
) -> Scanned:
    """The website with this sitemap, scanned at ``rate`` pages a second; ``options``: those of Jobs.

    ``only``, ``without``: which pages (see fetching/choosing.py). Raises FetchError where the website can't
    be scanned at all, or another DuidelijkError.
    """
    for each in (*only, *without):
        if not is_pattern(each):
            raise FetchError(
                f"'{each}' kan niet achter --only of --except. Schrijf bijvoorbeeld /nieuws/ of "
                "/nieuws/*.html."
            )
    jobs = Jobs([], stdin_name=None, **options)

    def choose(pages: Sequence[Listed]) -> list[Listed]:
        return wanted(pages, only, without)

    with Site(home, agent, Pace(1 / rate, clock), limits) as site:
        if dry_run:
            return _planned(jobs, site, choose)
        keeper = Keeper(jobs, archive=archive, day=clock.now().astimezone().date())
        scan = Scan(jobs, keeper, site, again=again)
        return _scanned(scan, keeper, site, choose, limit=limit, whole=not (only or without))


def _scanned(
    scan: Scan, keeper: Keeper, site: Site, choose: Choice, *, limit: int | None, whole: bool
) -> Scanned:
    vanished = 0
    try:
        with scan.alone() as mine:
            if not mine:
                raise FetchError(f"Er loopt al een scan van {site.name}. Wacht tot die klaar is.")
            listing = _listing(site)
            todo = scan.begin(choose(listing.pages))
            now = todo[:limit]
            _make(scan.run(now), len(now))
            if not scan.stopped:
                last = now[-1] if len(now) < len(todo) else None
                vanished = scan.end(whole=whole and not (listing.failed or listing.left), last=last)
    finally:
        keeper.finish()
    return _outcome(
        site,
        listing,
        scan.visits,
        archive=keeper.archive.name,
        later=len(todo) - len(now),
        vanished=vanished,
        stopped=scan.stopped,
    )


def _make(visits: Iterator[Visit], total: int) -> None:
    """Lets the visits be made, with a bar for who is watching."""
    from duidelijk.progress import shown

    for _ in shown(range(total), 1):
        if next(visits, None) is None:
            break


def _planned(jobs: Jobs, site: Site, choose: Choice) -> Scanned:
    listing = _listing(site)
    visits = []
    for page in choose(listing.pages):
        allowed = site.robots(page.address).allows(page.address)
        named = jobs.given(page.address)["department"] or settings_for(jobs.config, page.address).department
        kind, why = ("todo", "") if allowed else ("robots", "robots")
        visits.append(Visit(page.address, kind, why, department=named or ""))  # type: ignore[arg-type]
    return _outcome(site, listing, visits)


def _listing(site: Site) -> Listing:
    """The pages in the sitemap; raises FetchError where there are none to read."""
    closed = site.robots(site.home).reply
    if closed is not None:
        raise FetchError(_closed(closed))
    listing = listing_of(site)
    if not listing.pages:
        raise FetchError(_no_pages(site, listing))
    return listing


def _closed(robots: Reply) -> str:
    from duidelijk.rendering.scan_words import trouble

    said = trouble(robots.trouble or "fault", robots.status)
    return (
        f"{robots.address} is niet te lezen: {said}. Zolang dat zo is, haalt duidelijk niets op. Controleer "
        "het adres, of probeer het later opnieuw."
    )


def _no_pages(site: Site, listing: Listing) -> str:
    from duidelijk.rendering.scan_words import trouble

    if listing.failed:
        first = listing.failed[0]
        said = trouble(first.trouble, first.status)
        return f"De sitemap {first.address} is niet te lezen: {said}. Controleer het adres."
    return f"In de sitemap {site.home} staan geen pagina's van {site.name}. Controleer het adres."


def _outcome(site: Site, listing: Listing, visits: Sequence[Visit], **more: Any) -> Scanned:
    return Scanned(
        site=site.name,
        visits=tuple(visits),
        foreign=len(listing.foreign),
        odd=listing.odd,
        doubles=listing.doubles,
        beyond=listing.left,
        sitemaps=tuple((each.address, each.trouble) for each in listing.failed),
        delay=site.pace.delay,
        **more,
    )
