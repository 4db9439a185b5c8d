"""What the report asks of the archive, and what is known of the number of readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from duidelijk.model import Cell, Count, Period


class Numbers(Protocol):
    """Where the numbers come from; of each document the latest version in a period counts."""

    def cells(self, period: Period) -> Sequence[Cell]:
        """The grades of a period, grouped by department, genre, template and ruler."""

    def counts(self, period: Period, reach: Mapping[bytes, float]) -> Sequence[Count]:
        """What was found in a period, by department, template, rule and term.

        ``reach``: readers by document hash; a document that isn't in it has one reader.
        """

    def first(self) -> date | None:
        """The date of the oldest text, None when there is none."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people read a text: by template label, and by document hash.

    The readers of a template are spread evenly over its texts in the period.
    """

    templates: Mapping[str, float] = field(default_factory=dict)
    documents: Mapping[bytes, float] = field(default_factory=dict)
