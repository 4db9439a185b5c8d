"""What is in the archive: a short account, and every row as flat data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, distinct, func, select, text

from duidelijk.archive import overrides
from duidelijk.archive.facts import FORGOTTEN, fact
from duidelijk.archive.schema import (
    MEASURES,
    PARTS,
    results,
    rule_counts,
    rulers,
    rules,
    term_counts,
    terms,
    totals,
)
from duidelijk.errors import ArchiveError
from duidelijk.model import Holdings

COLUMNS = (
    *("document", "version", "department", "genre", "template", "date", "collected"),
    *("grade", "score", "level", "share_struggling", *(f"part_{name}" for name in PARTS), *MEASURES),
    *("program", "rulebook_version", "pipeline", "profile", "settings", "rules", "terms"),
)
"""The names in a row, in order."""
_TOGETHER = 500


def info(connection: Connection) -> Holdings:
    """An account of the archive; raises ArchiveError when SQLite finds it damaged."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("PRAGMA quick_check(1)")).scalar()
        if found != "ok":
            raise ArchiveError("Het archief is beschadigd. Zet een reservekopie terug.")
    c = results.c
    documents = func.count(distinct(c.document))
    found = connection.execute(select(documents, func.count(), func.min(c.date), func.max(c.date)))
    number, versions, first, last = found.one()
    departments = select(c.department, documents).group_by(c.department).order_by(c.department)
    months = select(func.count(distinct(totals.c.start))).where(totals.c.kind == "month")
    return Holdings(
        number,
        versions,
        first,
        last,
        departments=dict(connection.execute(departments).all()),
        totals=connection.execute(months).scalar_one(),
        forgotten_before=fact(connection, FORGOTTEN),
        rulers=connection.execute(select(func.count()).select_from(rulers)).scalar_one(),
        overrides=overrides.by_reason(connection),
    )


def rows(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every version, oldest first, with its counts per rule and per listed term."""
    query = (
        select(results, rulers)
        .join(rulers, rulers.c.id == results.c.ruler_id)
        .order_by(results.c.date, results.c.id)
    )
    for some in connection.execute(query).mappings().partitions(_TOGETHER):
        ids = [row[results.c.id] for row in some]
        spoken = _counted(connection, rule_counts, rules, rule_counts.c.rule_id, ids)
        listed = _counted(connection, term_counts, terms, term_counts.c.term_id, ids)
        for row in some:
            id = row[results.c.id]
            yield _row(row) | {"rules": spoken.get(id, {}), "terms": listed.get(id, {})}


def _counted(
    connection: Connection, table: Table, names: Table, of: Column[int], ids: Sequence[int]
) -> dict[int, dict[str, int]]:
    """By result the findings of each rule or term, by name; a term in several lists counts together."""
    found: dict[int, dict[str, int]] = {}
    query = select(table.c.result_id, names.c.name, table.c.findings).join(names, names.c.id == of)
    for id, name, number in connection.execute(
        query.where(table.c.result_id.in_(ids)).order_by(names.c.name)
    ):
        counts = found.setdefault(id, {})
        counts[name] = counts.get(name, 0) + number
    return found


def _row(row: Any) -> dict[str, Any]:
    c = results.c
    return {
        "document": row[c.document].hex(),
        "version": row[c.version].hex(),
        "department": row[c.department],
        "genre": row[c.genre],
        "template": row[c.template],
        "date": row[c.date].isoformat(),
        "collected": row[c.collected].isoformat(timespec="seconds") + "Z",
        **{name: row[c[name]] for name in ("grade", "score", "level", "share_struggling")},
        **{f"part_{name}": row[c[f"part_{name}"]] for name in PARTS},
        **{name: row[c[name]] for name in MEASURES},
        "program": row[rulers.c.program],
        "rulebook_version": row[rulers.c.rulebook_version],
        "pipeline": f"{row[rulers.c.pipeline]} {row[rulers.c.pipeline_version]}",
        "profile": row[rulers.c.profile],
        "settings": row[rulers.c.settings],
    }
