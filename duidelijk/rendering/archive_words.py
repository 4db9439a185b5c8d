"""The archive in words and as flat data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def account(info: Any, name: str, keep_months: int) -> str:
    """What is in an archive, for a terminal."""
    lines = [f"Archief: {name}"]
    if info.first:
        lines.append(
            f"Teksten: {info.documents}, in {info.versions} versies, van {info.first} tot en met {info.last}"
        )
    else:
        lines.append("Teksten: nog geen")
    lines += [f"  {department}: {number}" for department, number in info.departments.items()]
    if info.totals:
        months = "1 maand" if info.totals == 1 else f"{info.totals} maanden"
        lines.append(f"Totalen: van {months}, van teksten van vóór {info.forgotten_before}")
    if info.rulers > 1:
        lines.append(f"Gemeten met {info.rulers} versies van het regelboek of het taalmodel")
    kept = f"{keep_months} maanden" if keep_months else "zonder einde"
    lines += [f"Bewaartermijn: {kept}", "Controle van het archief: in orde"]
    return "\n".join(lines) + "\n"


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
