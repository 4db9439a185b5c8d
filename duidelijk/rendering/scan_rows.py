"""A scan as flat data: CSV for a spreadsheet, JSON (docs/schema-scan.json) for another program."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any, get_args

from duidelijk.model import Scanned, Visit, VisitKind
from duidelijk.rendering.csv_cells import cell

SCHEMA = 1
COLUMNS = ("url", "result", "reason", "status", "department", "grade", "words")
_SITEMAP = ("foreign", "odd", "doubles", "beyond", "vanished")


def as_csv(scanned: Scanned) -> str:
    """A header, and one line per page."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for visit in scanned.visits:
        writer.writerow({name: cell(value) for name, value in _row(visit).items()})
    return out.getvalue()


def as_json(scanned: Scanned) -> str:
    """One JSON object: the pages, how many there are of each result, and what was odd about the sitemap."""
    kinds = Counter(each.kind for each in scanned.visits)
    found = {
        "schema": SCHEMA,
        "site": scanned.site,
        "counts": {kind: kinds[kind] for kind in get_args(VisitKind)},
        "sitemap": {name: getattr(scanned, name) for name in _SITEMAP},
        "unread_sitemaps": [{"url": address, "reason": why} for address, why in scanned.sitemaps],
        "later": scanned.later,
        "seconds_between_pages": scanned.delay,
        "stopped": scanned.stopped or None,
        "pages": [_row(visit) for visit in scanned.visits],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _row(visit: Visit) -> dict[str, Any]:
    return {
        "url": visit.address,
        "result": visit.kind,
        "reason": visit.why or None,
        "status": visit.status or None,
        "department": visit.department or None,
        "grade": visit.grade,
        "words": visit.words or None,
    }
