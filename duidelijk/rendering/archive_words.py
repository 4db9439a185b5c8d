"""The archive in words and as flat data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from duidelijk.rendering.report_words import day

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def account(info: Any, name: str, keep_months: int) -> str:
    """What is in an archive (its Info), for a terminal."""
    lines = [f"Archief: {name}", _texts(info)]
    lines += [f"  {department}: {number}" for department, number in info.departments.items()]
    if info.totals:
        months = "1 maand" if info.totals == 1 else f"{info.totals} maanden"
        before = day(date.fromisoformat(info.forgotten_before))
        lines.append(f"Totalen: {months}, over teksten van vóór {before}")
    if info.rulers > 1:
        lines.append(f"Gemeten op {info.rulers} manieren (regelboek, taalmodel, versie of strengheid)")
    kept = f"{keep_months} maanden" if keep_months > 1 else "1 maand" if keep_months else "onbeperkt"
    lines += [f"Bewaartermijn: {kept}", "Controle van het archief: in orde"]
    return "\n".join(lines) + "\n"


def _texts(info: Any) -> str:
    if not info.first:
        return "Teksten: nog geen"
    versions = "1 versie" if info.versions == 1 else f"{info.versions} versies"
    days = f"op {day(info.first)}"
    if info.first != info.last:
        days = f"van {day(info.first)} tot en met {day(info.last)}"
    return f"Teksten: {info.documents}, in {versions}, {days}"


def as_json(rows: Iterable[Mapping[str, Any]]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """One line per version; counts per rule and term as ``lange-zin=3; jargon=1``."""
    out = io.StringIO()
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, Mapping):
        return "; ".join(f"{name}={number}" for name, number in value.items())
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
