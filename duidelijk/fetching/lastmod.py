"""What a sitemap says of the last change: can it be believed?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_TRUSTED = timedelta(days=7)
_DAY = timedelta(days=1)


def still_same(lastmod: str, before: str, fetched: datetime, now: datetime) -> bool:
    """Whether a page is the same as when it was fetched, by its ``lastmod`` now and ``before`` (W3C dates).

    Both times are in UTC, without a zone. A day doesn't say when on that day, so a page fetched on the day of
    its change may have changed after. After a week it isn't believed: not every site keeps it well.
    """
    if not lastmod or lastmod != before or now - fetched > _TRUSTED:
        return False
    latest = _latest(lastmod)
    return latest is not None and latest < fetched


def _latest(lastmod: str) -> datetime | None:
    """The last moment that it can mean, in UTC; None for what isn't a date."""
    try:
        if len(lastmod) <= len("2026-10-14"):
            return datetime.combine(date.fromisoformat(lastmod), datetime.min.time()) + 2 * _DAY
        moment = datetime.fromisoformat(lastmod)
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment + _DAY
    except (ValueError, OverflowError):
        return None
