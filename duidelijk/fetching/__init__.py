"""The messenger: fetches the pages of one website, politely; knows HTTP and sitemaps, and no language."""

from duidelijk.fetching.limits import Limits
from duidelijk.fetching.pacing import Clock, Pace
from duidelijk.fetching.replies import Listed, Listing, Reply, Trouble
from duidelijk.fetching.site import Site

__all__ = ["Clock", "Limits", "Listed", "Listing", "Pace", "Reply", "Site", "Trouble"]
