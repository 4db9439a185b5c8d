"""A page of Wagtail → the outcome of its check."""

from __future__ import annotations

import logging
from typing import Any

from duidelijk_wagtail.client import Outcome, check
from duidelijk_wagtail.conf import setting

log = logging.getLogger("duidelijk_wagtail")
NOT_SHOWN = "de pagina kon niet worden getoond"


def check_page(page: Any, *, reason: str = "") -> Outcome:
    """The outcome for the page as it is in memory: usually the draft that is about to be published."""
    html = html_of(page)
    if html is None:
        log.warning("not checked: page %s could not be rendered", page.pk)
        return Outcome(problem=NOT_SHOWN)
    return check(html, source=source_of(page), department=department_of(page), reason=reason)


def html_of(page: Any) -> str | None:
    """The page as a visitor gets it, menus and all: the server finds the main part. None if there is none."""
    if not page.is_previewable():
        return None
    try:
        response = page.make_preview_request(preview_mode=page.default_preview_mode)
    except Exception:  # a fault in a template of the website must not stop the editor here
        return None
    kind = response.headers.get("Content-Type", "")
    return response.text if response.status_code == 200 and kind.startswith("text/html") else None


def source_of(page: Any) -> str:
    """The full URL of the page; without a website of its own, only its number."""
    return page.full_url or f"wagtail:{page.pk}"


def department_of(page: Any) -> str:
    name = setting("DEPARTMENT")
    return str(getattr(page, name, "") or "") if name else ""
