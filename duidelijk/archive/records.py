"""A Result → its Record: the numbers that are kept, and nothing of what the text says."""

from __future__ import annotations

from collections import Counter
from datetime import date
from hashlib import sha256

from duidelijk.archive.keys import document_hash, version_hash
from duidelijk.config import PathSettings
from duidelijk.model import NO_DEPARTMENT, Document, Override, Pipeline, Record, Result, Ruler, Tally

_FIRST_YEAR = 2000
_LONGEST = 120
_LONGEST_TERM = 200
_LONGEST_REASON = 80


def record_of(
    result: Result,
    *,
    key: bytes,
    identity: str,
    program: str,
    settings: PathSettings,
    today: date,
    day: date | None,
    template: str,
) -> Record:
    """The numbers of a Result; ``day`` and ``template`` come before what the document says.

    ``program``: the version of duidelijk, of which major and minor count. ``settings``: those that hold for
    it. Without any date it's ``today``.
    """
    document, grade = result.document, result.grade
    stated = day or day_stated(document, today)
    gains = {gain.rule: gain.points for gain in grade.gains}
    spoken = Counter(each.rule for each in result.findings)
    listed = Counter((each.rule, each.term[:_LONGEST_TERM]) for each in result.findings if each.term)
    return Record(
        document=document_hash(key, identity),
        version=version_hash(key, document),
        department=label(document.department) or NO_DEPARTMENT,
        genre=document.genre,
        template=label(template or document.template),
        date=stated or today,
        dated=stated is not None,
        grade=grade,
        measures=result.measures,
        rules={rule: Tally(count, gains.get(rule, 0.0)) for rule, count in sorted(spoken.items())},
        terms=dict(sorted(listed.items())),
        ruler=ruler_of(result.rulebook_version, result.pipeline, result.profile, program, settings),
    )


def override_of(document: Document, reason: str) -> Override:
    """What is counted of a text that was published all the same."""
    return Override(
        label(document.department) or NO_DEPARTMENT, document.genre, label(reason)[:_LONGEST_REASON]
    )


def ruler_of(
    rulebook_version: str, pipeline: Pipeline, profile: str, program: str, settings: PathSettings
) -> Ruler:
    """What texts are measured with; a third number in the version of the program doesn't change grades."""
    version = ".".join(program.split(".")[:2])
    named = Pipeline(label(pipeline.name)[:80], label(pipeline.version)[:40])
    return Ruler(version, rulebook_version, named, profile, _digest(settings))


def _digest(settings: PathSettings) -> str:
    """A short name for what is off and what is allowed, which raise a grade; empty for nothing."""
    silent = [sorted({*settings.off}), sorted({word.casefold() for word in settings.allow})]
    return sha256(repr(silent).encode()).hexdigest()[:12] if any(silent) else ""


def day_stated(document: Document, today: date) -> date | None:
    """The day that the document says it is of; None for one that can't be: before 2000, or far ahead."""
    day = document.date
    return day if day and _FIRST_YEAR <= day.year <= today.year + 1 else None


def label(name: str | None) -> str:
    """A name of a department or a template on one line, as long as fits."""
    return " ".join("".join(char if char.isprintable() else " " for char in name or "").split())[:_LONGEST]
