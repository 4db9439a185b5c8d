"""Records → rows in the tables, and rows → what they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from duidelijk.archive.schema import (
    MEASURES,
    PARTS,
    results,
    rule_counts,
    rulers,
    rules,
    term_counts,
    terms,
)
from duidelijk.model import Pipeline, Record, Ruler


def ruler_in(row: Mapping[Any, Any]) -> Ruler:
    """The ruler in a row of that table."""
    c = rulers.c
    return Ruler(
        row[c.program],
        row[c.rulebook_version],
        Pipeline(row[c.pipeline], row[c.pipeline_version]),
        row[c.profile],
        row[c.settings],
    )


def put(connection: Connection, kept: Mapping[tuple[bytes, bytes, date], Record], now: datetime) -> None:
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
        "settings": ruler.settings,
    }


def _row(record: Record, month: date, ruler_id: int, now: datetime) -> dict[str, Any]:
    grade = record.grade
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
        **{name: getattr(record.measures, name) for name in MEASURES},
    }
