"""Rows → the sums that a report is made of: of each document the latest version in a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Float,
    LargeBinary,
    MetaData,
    Select,
    Table,
    case,
    func,
    insert,
    literal,
    select,
    tuple_,
)

from duidelijk.archive.rows import ruler_in
from duidelijk.archive.schema import (
    results,
    rule_counts,
    rulers,
    rules,
    term_counts,
    terms,
    total_counts,
    totals,
)
from duidelijk.model import Cell, Count, Period, Ruler

_GOOD = 8.0
_KEYS = ("department", "genre", "template", "ruler_id")
_SUMS = ("texts", "graded", "score_sum", "score_squares", "at_eight", "words", "sentences")


def cells(connection: Connection, period: Period, *, until: date = date.max) -> Iterator[Cell]:
    """The texts in the period by department, genre, template and ruler, with those that were forgotten.

    ``until``: only texts from before that day, and nothing that was forgotten.
    """
    known = rulers_by_id(connection)
    risen = _risen(connection, period, until)
    for row in connection.execute(_sums(period, until)):
        key, sums = tuple(row[:4]), [value or 0 for value in row[4:]]
        yield _cell(key, [*sums, *risen.get(key, (0, 0.0))], known)
    if until == date.max:
        c = totals.c
        keys = [c[name] for name in _KEYS]
        sums_of = [func.sum(c[name]) for name in (*_SUMS, "revised", "revised_points")]
        within = (c.kind == period.kind) & (c.start == period.start)
        for row in connection.execute(select(*keys, *sums_of).where(within).group_by(*keys).order_by(*keys)):
            yield _cell(tuple(row[:4]), list(row[4:]), known)


def counts(
    connection: Connection, period: Period, reach: Mapping[bytes, float], *, until: date = date.max
) -> Iterator[Count]:
    """What was found in those texts, by department, template, rule and term.

    ``reach``: readers by the hash of a document; of others a text has one reader.
    """
    readers = _reach(connection, reach)
    tables = ((rule_counts, "rule_id"), (term_counts, "term_id"))
    for (table, name), names in zip(tables, _names(connection), strict=True):
        query = _counted(period, until, readers, table, name)
        for department, template, id, *sums in connection.execute(query):
            yield _count((department, template, *names[id], *sums))
    if until == date.max:
        c = total_counts.c
        keys = [c.department, c.rule, c.term]
        sums = [func.sum(each) for each in (c.texts, c.findings, c.points)]
        within = (c.kind == period.kind) & (c.start == period.start)
        for row in connection.execute(select(*keys, *sums).where(within).group_by(*keys).order_by(*keys)):
            department, *found = row
            yield _count((department, "", *found, found[2], found[4]))


def first(connection: Connection) -> date | None:
    """The day of the oldest text, or the month of the oldest total."""
    forgotten = select(func.min(totals.c.start)).where(totals.c.kind == "month")
    days = [connection.execute(query).scalar() for query in (select(func.min(results.c.date)), forgotten)]
    return min((day for day in days if day), default=None)


def rulers_by_id(connection: Connection) -> dict[int, Ruler]:
    """Everything that texts were measured with."""
    rows = connection.execute(select(rulers)).mappings()
    return {row[rulers.c.id]: ruler_in(row) for row in rows}


def latest(period: Period, until: date) -> ColumnElement[bool]:
    """Holds for the last version of each document in the period, as far as it is from before ``until``."""
    later = results.alias()
    place, other = (tuple_(t.c.date, t.c.collected, t.c.id) for t in (results, later))
    newer = (
        select(literal(1))
        .where(later.c.document == results.c.document, *_within(later, period), other > place)
        .exists()
    )
    where = ~newer
    for each in (*_within(results, period), results.c.date < until):
        where &= each
    return where


def _within(table: Any, period: Period) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c.date >= period.start, table.c.date < period.end


def _sums(period: Period, until: date) -> Select[Any]:
    c = results.c
    keys = [c[name] for name in _KEYS]
    score = case((c.grade.is_not(None), c.score))
    sums = (
        func.count(),
        func.count(c.grade),
        func.sum(score),
        func.sum(score * score),
        func.sum(case((c.grade >= _GOOD, 1), else_=0)),
        func.sum(c.words),
        func.sum(c.sentences),
    )
    return select(*keys, *sums).where(latest(period, until)).group_by(*keys).order_by(*keys)


def _cell(key: Sequence[Any], sums: Sequence[Any], known: Mapping[int, Ruler]) -> Cell:
    department, genre, template, ruler_id = key
    return Cell(department, genre, template, known[ruler_id], *sums)


def _count(row: Sequence[Any]) -> Count:
    department, template, rule, term, texts, findings, points, readers, reader_points = row
    weighed = float(readers), float(reader_points)
    return Count(department, template, rule, term, texts, int(findings), float(points), *weighed)


def _risen(connection: Connection, period: Period, until: date) -> dict[tuple[Any, ...], tuple[int, float]]:
    """By cell: how many documents have an earlier version in the period, and how many points they rose."""
    c = results.c
    several = (
        select(c.document).where(*_within(results, period)).group_by(c.document).having(func.count() > 1)
    )
    query = (
        select(c.document, *(c[name] for name in _KEYS), c.score, c.grade, c.date)
        .where(*_within(results, period), c.document.in_(several))
        .order_by(c.document, c.date, c.collected, c.id)
    )
    versions: dict[bytes, list[Any]] = {}
    for row in connection.execute(query):
        versions.setdefault(bytes(row.document), []).append(row)
    found: dict[tuple[Any, ...], tuple[int, float]] = {}
    for rows in versions.values():
        graded = [row for row in rows if row.grade is not None and row.ruler_id == rows[-1].ruler_id]
        if len(graded) > 1 and graded[-1] is rows[-1] and rows[-1].date < until:
            key = tuple(rows[-1][1:5])
            number, points = found.get(key, (0, 0.0))
            found[key] = number + 1, points + graded[-1].score - graded[0].score
    return found


def _reach(connection: Connection, reach: Mapping[bytes, float]) -> Table | None:
    """A table for as long as the connection lasts, with the readers of these documents; None for none."""
    if not reach:
        return None
    table = Table(
        "reach",
        MetaData(),
        Column("document", LargeBinary(16), primary_key=True),
        Column("readers", Float, nullable=False),
        prefixes=["TEMPORARY"],
    )
    table.drop(connection, checkfirst=True)
    table.create(connection)
    rows = [{"document": document, "readers": readers} for document, readers in reach.items()]
    connection.execute(insert(table), rows)
    return table


def _counted(period: Period, until: date, readers: Table | None, table: Table, name: str) -> Select[Any]:
    """By department, template and the id of a rule or term what was found."""
    c = table.c
    source: Any = results.join(table, c.result_id == results.c.id)
    weight: Any = literal(1.0)
    if readers is not None:
        source = source.outerjoin(readers, readers.c.document == results.c.document)
        weight = func.coalesce(readers.c.readers, 1.0)
    keys = [results.c.department, results.c.template, c[name]]
    sums = (
        func.count(),
        func.sum(c.findings),
        func.sum(c.points),
        func.sum(weight),
        func.sum(c.points * weight),
    )
    where = latest(period, until)
    return select(*keys, *sums).select_from(source).where(where).group_by(*keys).order_by(*keys)


def _names(connection: Connection) -> tuple[dict[int, tuple[str, str]], dict[int, tuple[str, str]]]:
    """By id: each rule with no term, and each term with its rule."""
    by_id = dict(connection.execute(select(rules.c.id, rules.c.name)).all())
    listed = connection.execute(select(terms.c.id, terms.c.rule_id, terms.c.name))
    whole = {id: (name, "") for id, name in by_id.items()}
    return whole, {id: (by_id[of], name) for id, of, name in listed}
