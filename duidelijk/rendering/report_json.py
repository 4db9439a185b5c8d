"""A Report as JSON, schema 1 (docs/schema-report.json)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from duidelijk.model import Report
from duidelijk.rendering.report_summary import sentences

SCHEMA = 1


def render(report: Report) -> str:
    """One JSON object: the report with the names of its fields, and its three sentences as ``summary``."""
    found = {"schema": SCHEMA, "summary": list(sentences(report)), **_plain(report)}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    """The value as plain Python data: dates as ISO 8601, numbers with four decimals."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 4) if isinstance(value, float) else value
