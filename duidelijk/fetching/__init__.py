"""The messenger: fetches the pages of one website, politely; knows HTTP and sitemaps, and no language."""

from duidelijk.fetching.answers import Answer, Listed, Listing, Trouble
from duidelijk.fetching.limits import Limits
from duidelijk.fetching.pacing import Clock, Pace
from duidelijk.fetching.site import Site

__all__ = ["Answer", "Clock", "Limits", "Listed", "Listing", "Pace", "Site", "Trouble"]
