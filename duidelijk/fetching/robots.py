"""robots.txt → what this program may fetch and how fast (RFC 9309)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.fetching.replies import Reply

if TYPE_CHECKING:
    from protego import Protego

TOKEN = "duidelijk"
"""The product token: what a robots.txt calls this program."""


@dataclass(frozen=True, slots=True)
class Robots:
    """What the robots.txt of a website says; ``rules``: None where there is none, so that all may be fetched.

    ``reply``: how it was fetched, where it couldn't be: then nothing may be (RFC 9309, section 2.3.1.4).
    """

    rules: Protego | None = None
    reply: Reply | None = None

    def allows(self, address: str) -> bool:
        """Whether this page may be fetched."""
        return self.reply is None and (self.rules is None or self.rules.can_fetch(address, TOKEN))

    @property
    def delay(self) -> float:
        """The seconds that the website wants between two pages; 0 where it says nothing."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(TOKEN)
        by_rate = rate.seconds / rate.requests if rate and rate.requests else None
        asked = (self.rules.crawl_delay(TOKEN), by_rate)
        return max((each for each in asked if each and math.isfinite(each)), default=0.0)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The addresses of the sitemaps that it names."""
        return tuple(self.rules.sitemaps) if self.rules else ()


def robots_in(reply: Reply) -> Robots:
    """The Robots in the reply to the question for robots.txt.

    None there (a status of 400–499) means that all may be fetched; an error of the website, or no reply,
    that nothing may. So does 429 (too many requests), which is about us and not about the file.
    """
    if reply.status == 200 and not reply.trouble:
        from protego import Protego

        return Robots(Protego.parse(reply.data.decode("utf-8-sig", errors="replace")))
    absent = 400 <= reply.status < 500 and reply.status != 429
    return Robots() if absent else Robots(reply=reply)
