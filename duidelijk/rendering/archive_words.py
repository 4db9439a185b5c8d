"""The archive in words and as flat data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from duidelijk.model import Holdings
from duidelijk.rendering.csv_cells import cell
from duidelijk.rendering.report_words import day


def account(info: Holdings, name: str, keep_months: int) -> str:
    """What is in an archive, for a terminal."""
    lines = [f"Archief: {name}", _texts(info)]
    lines += [f"  {department}: {number}" for department, number in info.departments.items()]
    if info.totals and info.forgotten_before:
        months = "1 maand" if info.totals == 1 else f"{info.totals} maanden"
        before = day(date.fromisoformat(info.forgotten_before))
        lines.append(f"Totalen: {months}, over teksten van vóór {before}")
    if info.rulers > 1:
        lines.append(
            f"Gemeten op {info.rulers} manieren (regelboek, taalmodel, versie, strengheid of instellingen)"
        )
    if info.overrides:
        number = sum(info.overrides.values())
        texts = "1 tekst" if number == 1 else f"{number} teksten"
        reasons = ", ".join(f"{reason} {count}" for reason, count in info.overrides.items())
        lines.append(f"Toch naar buiten: {texts} ({reasons})")
    kept = f"{keep_months} maanden" if keep_months > 1 else "1 maand" if keep_months else "onbeperkt"
    lines += [f"Bewaartermijn: {kept}", "Controle van het archief: in orde"]
    return "\n".join(lines) + "\n"


def _texts(info: Holdings) -> str:
    if not (info.first and info.last):
        return "Teksten: nog geen"
    versions = "1 versie" if info.versions == 1 else f"{info.versions} versies"
    days = f"op {day(info.first)}"
    if info.first != info.last:
        days = f"van {day(info.first)} tot en met {day(info.last)}"
    return f"Teksten: {info.documents}, in {versions}, {days}"


def as_json(rows: Iterable[Mapping[str, Any]]) -> str:
    """A JSON array with one object a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def as_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """A header, and one line per version; counts per rule and term as ``lange-zin=3; jargon=1``."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: cell(_flat(value)) for name, value in row.items()})
    return out.getvalue()


def _flat(value: Any) -> Any:
    if isinstance(value, Mapping):
        return "; ".join(f"{name}={number}" for name, number in value.items())
    return value
