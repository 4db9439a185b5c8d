"""Analysis → how the text speaks to its reader: *u* or *je*, and which words do that."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis

FORMAL = frozenset({"u", "uw", "uzelf", "uwe"})
SENDER = frozenset({"we", "wij", "ons", "onze"})
INFORMAL = frozenset({"je", "jij", "jou", "jouw", "jullie", "jezelf", "jijzelf"})


def reader_of(analysis: Analysis) -> str:
    """*je* for a text that says so more often than *u*, else *u*."""
    formal = sum(1 for _ in analysis.with_form(FORMAL))
    informal = sum(1 for _ in analysis.with_form(INFORMAL))
    return "je" if informal > formal else "u"
