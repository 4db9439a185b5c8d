"""What a checking process gives back to be sent as it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

JSON = "application/json"
TEXT = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its body in bytes, and its media type."""

    body: bytes
    media_type: str = JSON
    status: int = 200


def as_json(data: Any) -> Reply:
    """The data as JSON in UTF-8."""
    return Reply(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def refused(status: int, why: str) -> Reply:
    """What LanguageTool's clients show when something is wrong with a request."""
    return Reply(f"Error: {why}".encode(), TEXT, status)
