"""Remarks in a text that silence a rule: ``duidelijk uit: lange-zin`` and ``duidelijk aan: lange-zin``."""

from __future__ import annotations

import re

_REMARK = re.compile(r"\s*duidelijk:?\s+(?P<what>uit|aan)\b\s*:?(?P<rules>.*)", re.DOTALL | re.IGNORECASE)


def remark(comment: str) -> tuple[bool, tuple[str, ...]] | None:
    """Whether a comment turns rules on, and which (``*`` = all); None for any other comment."""
    found = _REMARK.fullmatch(comment)
    if found is None:
        return None
    named = re.split(r"[\s,]+", found["rules"] or "")
    return found["what"].lower() == "aan", tuple(rule.lower() for rule in named if rule) or ("*",)
