"""Chance, with the form of address that a sentence keeps."""

from __future__ import annotations

from random import Random


class Dice(Random):
    """A source of chance that knows whether the sentence says *u*, *je* or *ik*."""

    address: str = "u"

    def start(self) -> None:
        """Choose the form of address of a new sentence."""
        self.address = self.choice(["u"] * 12 + ["je"] * 5 + ["ik"] * 2)
