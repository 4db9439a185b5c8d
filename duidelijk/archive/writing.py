"""Records → rows, a batch in one go: each version of a document once a month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from duidelijk.archive.schema import (
    MEASURES,
    PARTS,
    facts,
    results,
    rule_counts,
    rulers,
    rules,
    term_counts,
    terms,
)
from duidelijk.model import Genre, Pipeline, Record, Ruler

FORGOTTEN = "forgotten_before"
"""The day before which texts were forgotten, and only their totals are left."""


@dataclass(frozen=True, slots=True)
class Saved:
    """How many texts came in: new documents, new versions, known ones, and ones from before what is kept."""

    new: int = 0
    changed: int = 0
    known: int = 0
    too_old: int = 0

    def __add__(self, other: Saved) -> Saved:
        return Saved(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Known:
    """A version of a document before it is checked; ``day``: None where none was stated."""

    document: bytes
    version: bytes
    department: str
    genre: Genre
    template: str
    day: date | None
    ruler: Ruler


def save(connection: Connection, records: Sequence[Record], now: datetime) -> Saved:
    """Keeps the records; of one version twice the latter, of a version without a date the first day."""
    forgotten = fact(connection, FORGOTTEN)
    oldest = date.fromisoformat(forgotten) if forgotten else date.min
    there = _there(connection, records)
    kept: dict[tuple[bytes, bytes, date], Record] = {}
    new, changed, old = set(), set(), 0
    for record in records:
        versions = there.get(record.document, {})
        dates = versions.get(record.version, [])
        if dates and not record.dated:
            record = replace(record, date=min(dates), dated=False)
        if record.date < oldest:
            old += 1
            continue
        kept[record.document, record.version, month_of(record.date)] = record
        if not versions:
            new.add(record.document)
        elif not dates:
            changed.add(record.document)
        there.setdefault(record.document, {}).setdefault(record.version, []).append(record.date)
    _replace(connection, kept, now)
    fresh = len(new) + len(changed - new)
    return Saved(len(new), len(changed - new), len(records) - old - fresh, old)


def is_there(connection: Connection, like: Known) -> bool:
    """Whether such a version is kept already, measured with the same ruler."""
    c = results.c
    where = [c.document == like.document, c.version == like.version, c.genre == like.genre]
    if like.day:
        where.append(c.month == month_of(like.day))
    query = select(*rulers.c).join(results, rulers.c.id == c.ruler_id).where(*where)
    return any(ruler_in(row) == like.ruler for row in connection.execute(query).mappings())


def is_outdated(connection: Connection, like: Known) -> bool:
    """Whether such a version is kept, measured with another ruler."""
    c = results.c
    query = select(*rulers.c).join(results, rulers.c.id == c.ruler_id)
    query = query.where(c.document == like.document, c.version == like.version)
    return any(ruler_in(row) != like.ruler for row in connection.execute(query).mappings())


def touched(connection: Connection, like: Known, now: datetime) -> None:
    """Gives the last row of a version that is kept already the department, template and day of now."""
    c = results.c
    where = [c.document == like.document, c.version == like.version]
    if like.day:
        where.append(c.month == month_of(like.day))
    last = connection.execute(select(c.id).where(*where).order_by(c.date.desc())).scalars().first()
    new = {"department": like.department, "template": like.template, "collected": now}
    if like.day:
        new |= {"date": like.day, "dated": True}
    connection.execute(update(results).where(c.id == last).values(new))


def rescored(connection: Connection, record: Record, now: datetime) -> int:
    """Gives every row of this version new numbers, where it had other rules or another pipeline; how many."""
    where = (results.c.document == record.document) & (results.c.version == record.version)
    rows = connection.execute(
        select(results, rulers).join(rulers, rulers.c.id == results.c.ruler_id).where(where)
    ).mappings()
    stale = [row for row in rows if ruler_in(row) != record.ruler]
    for row in stale:
        own = {name: row[results.c[name]] for name in ("department", "template", "date", "dated")}
        key = (record.document, record.version, row[results.c.month])
        _replace(connection, {key: replace(record, **own)}, row[results.c.collected])
    return len(stale)


def ruler_in(row: Mapping[Any, Any]) -> Ruler:
    """The ruler in a row of that table."""
    c = rulers.c
    return Ruler(
        row[c.program],
        row[c.rulebook_version],
        Pipeline(row[c.pipeline], row[c.pipeline_version]),
        row[c.profile],
    )


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def fact(connection: Connection, name: str) -> str | None:
    """What the archive knows under this name."""
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


def state(connection: Connection, name: str, value: str) -> None:
    """Lets the archive know this under that name."""
    if connection.execute(update(facts).where(facts.c.name == name).values(value=value)).rowcount == 0:
        connection.execute(insert(facts).values(name=name, value=value))


def _there(connection: Connection, records: Sequence[Record]) -> dict[bytes, dict[bytes, list[date]]]:
    """By document and version the dates of what is kept of these documents."""
    found: dict[bytes, dict[bytes, list[date]]] = {}
    documents = {record.document for record in records}
    c = results.c
    for row in connection.execute(select(c.document, c.version, c.date).where(c.document.in_(documents))):
        found.setdefault(bytes(row[0]), {}).setdefault(bytes(row[1]), []).append(row[2])
    return found


def _replace(connection: Connection, kept: Mapping[tuple[bytes, bytes, date], Record], now: datetime) -> None:
    """Puts these rows in the place of those of the same document, version and month."""
    if not kept:
        return
    c = results.c
    rows = connection.execute(
        select(c.id, c.document, c.version, c.month).where(c.document.in_({key[0] for key in kept}))
    )
    gone = [id for id, document, version, month in rows if (bytes(document), bytes(version), month) in kept]
    if gone:
        connection.execute(delete(results).where(c.id.in_(gone)))
    ids = _ids(connection, rulers, [_ruler_row(record.ruler) for record in kept.values()])
    rows_in = [
        _row(record, month, ids[tuple(_ruler_row(record.ruler).values())], now)
        for (_, _, month), record in kept.items()
    ]
    made = connection.execute(insert(results).returning(c.id, sort_by_parameter_order=True), rows_in)
    _counts(connection, list(zip(made.scalars(), kept.values(), strict=True)))


def _counts(connection: Connection, records: Sequence[tuple[int, Record]]) -> None:
    names = {rule for _, record in records for rule in record.rules}
    made = _ids(connection, rules, [{"name": name} for name in sorted(names)])
    rule_ids = {name: id for (name,), id in made.items()}
    listed = sorted({term for _, record in records for term in record.terms})
    term_ids = _ids(connection, terms, [{"rule_id": rule_ids[rule], "name": term} for rule, term in listed])
    spoken = [
        {"result_id": id, "rule_id": rule_ids[rule], "findings": tally.findings, "points": tally.points}
        for id, record in records
        for rule, tally in record.rules.items()
    ]
    found = [
        {
            "result_id": id,
            "term_id": term_ids[rule_ids[rule], term],
            "findings": count,
            "points": record.rules[rule].points * count / record.rules[rule].findings,
        }
        for id, record in records
        for (rule, term), count in record.terms.items()
    ]
    for table, rows in ((rule_counts, spoken), (term_counts, found)):
        if rows:
            connection.execute(insert(table), rows)


def _ids(
    connection: Connection, table: Table, wanted: Iterable[dict[str, Any]]
) -> dict[tuple[Any, ...], int]:
    """The id of each of these rows by its values; those that aren't there yet are made."""
    rows = {tuple(row.values()): row for row in wanted}
    if not rows:
        return {}
    columns = [table.c[name] for name in next(iter(rows.values()))]
    query = select(table.c.id, *columns).where(columns[-1].in_({key[-1] for key in rows}))
    known = {tuple(row[1:]): row[0] for row in connection.execute(query)}
    missing = [row for key, row in rows.items() if key not in known]
    if missing:
        connection.execute(insert(table), missing)
        known = {tuple(row[1:]): row[0] for row in connection.execute(query)}
    return {key: known[key] for key in rows}


def _ruler_row(ruler: Ruler) -> dict[str, Any]:
    return {
        "program": ruler.program,
        "rulebook_version": ruler.rulebook_version,
        "pipeline": ruler.pipeline.name,
        "pipeline_version": ruler.pipeline.version,
        "profile": ruler.profile,
    }


def _row(record: Record, month: date, ruler_id: int, now: datetime) -> dict[str, Any]:
    grade, measures = record.grade, asdict(record.measures)
    return {
        "document": record.document,
        "version": record.version,
        "month": month,
        "date": record.date,
        "dated": record.dated,
        "collected": now,
        "department": record.department,
        "genre": record.genre,
        "template": record.template,
        "ruler_id": ruler_id,
        "grade": grade.value,
        "score": grade.score,
        "level": grade.level,
        "share_struggling": grade.share_struggling,
        **{f"part_{name}": grade.parts.get(name) for name in PARTS},
        **{name: measures[name] for name in MEASURES},
    }
