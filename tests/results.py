"""Results built by hand, for tests of the rooms after the bench."""

from __future__ import annotations

from duidelijk.model import (
    Block,
    Document,
    Finding,
    Grade,
    Measures,
    Pipeline,
    Place,
    Result,
    Rule,
    Suggestion,
)
from duidelijk.reading.source_map import identity_map, place_of

MEASURES = Measures(
    120,
    9,
    13.3,
    0.2,
    62.0,
    4.9,
    0.1,
    0.1,
    2.5,
    lix=38.0,
    lint=41.0,
    lint_level=2,
    counted_words=120,
    counted_words_per_sentence=13.3,
)
GRADE = Grade(6.4, 6.4321, "B2", None, {"leesgemak": -1.2}, ())


def rule(id: str, category: str) -> Rule:
    return Rule(id, category, id.capitalize(), "", {}, (), (), {}, "Omdat.", "", {}, ())


RULES = [rule("w", "woorden"), rule("z", "zinnen"), rule("o", "opbouw"), rule("t", "toon")]


def finding(
    text: str, rule: str, start: int, end: int, *more: tuple[int, int], severity: str = "fout"
) -> Finding:
    """A finding on ``start:end``; ``more`` are marks when it isn't underlined as a whole."""
    return Finding(
        rule, severity, start, end, text[start:end], more or ((start, end),),  # type: ignore[arg-type]
        (Suggestion("anders", True),), (), f"Let op {rule}.", "Omdat.", place_of(identity_map(text), start),
    )  # fmt: skip


def result(text: str, findings: tuple[Finding, ...] = (), blocks: tuple[Block, ...] | None = None) -> Result:
    shown = (Block("paragraph", 0, 0, len(text)),) if blocks is None and text else blocks or ()
    document = Document("brief.txt", "Brief", "brief", None, text, shown, (), identity_map(text))
    return Result(
        document, findings, MEASURES, GRADE, (), "standaard", "abc", Pipeline("nl_duidelijk", "1.0")
    )


__all__ = ["GRADE", "MEASURES", "RULES", "Block", "Place", "finding", "result", "rule"]
