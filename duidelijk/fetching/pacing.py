"""One page at a time, and not too soon after the one before."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is (in UTC), seconds that go on evenly, and how to wait."""

    now: Callable[[], datetime] = _now
    seconds: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Pace:
    """Lets the requests begin at least ``delay`` seconds after each other."""

    def __init__(self, delay: float, clock: Clock) -> None:
        self.delay, self.clock = delay, clock
        self._last = self._rested = float("-inf")

    def slower(self, delay: float) -> None:
        """At least so many seconds from now on."""
        self.delay = max(self.delay, delay)

    def wait(self) -> None:
        """Waits until the next request may begin."""
        early = max(self._last + self.delay, self._rested) - self.clock.seconds()
        if early > 0:
            self.clock.sleep(early)
        self._last = self.clock.seconds()

    def rest(self, seconds: float) -> None:
        """The next request begins at least so many seconds from now."""
        self._rested = self.clock.seconds() + seconds
