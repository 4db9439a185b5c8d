"""Publishing several pages at once: the clear ones may, and the editor sees which ones are not clear."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Any
from urllib.parse import urlencode

from django.template.response import TemplateResponse
from wagtail.admin import messages
from wagtail.models import Page

from duidelijk_wagtail.checking import check_page
from duidelijk_wagtail.client import TOO_LONG, Outcome
from duidelijk_wagtail.conf import OFF, STOP, mode_for

Judged = tuple[Any, Outcome]  # a draft, and what the server says of it
PATIENCE = 20  # seconds for all pages together; a web server often stops a request after 30


def is_about_pages(action: Any) -> bool:
    return issubclass(action.model, Page)


def judge(request: Any, pages: list[Any], action: Any) -> Any:
    """None when all pages may be published, or the response that names the ones that may not."""
    outcomes = list(_outcomes(request, pages, action))
    unclear = [(page, outcome) for page, outcome in outcomes if not outcome.publishable]
    if any(mode_for(page) == STOP for page, _ in unclear):
        return _refused(request, pages, action, [pair for pair in unclear if mode_for(pair[0]) == STOP])
    _tell(request, outcomes, len(unclear))
    return None


def _outcomes(request: Any, pages: list[Any], action: Any) -> Iterator[Judged]:
    """Each draft with its outcome. After one failure, or too long, the others are not asked about."""
    problem, end = "", monotonic() + PATIENCE
    for page in _drafts(request, pages, action):
        if mode_for(page) == OFF:
            continue
        if not problem and monotonic() > end:
            problem = TOO_LONG
        outcome = Outcome(problem=problem) if problem else check_page(page)
        problem = problem or outcome.problem
        yield page, outcome


def _drafts(request: Any, pages: list[Any], action: Any) -> Iterator[Any]:
    below = action.cleaned_form.cleaned_data.get("include_descendants", False)
    for page in pages:
        yield page.get_latest_revision_as_object()
        for child in page.get_descendants().not_live().select_related("latest_revision") if below else ():
            if child.permissions_for_user(request.user).can_publish():
                yield child.get_latest_revision_as_object()


def _refused(request: Any, pages: list[Any], action: Any, unclear: list[Judged]) -> TemplateResponse:
    paths = [page.path for page, _ in unclear]
    clear = [page for page in pages if not any(path.startswith(page.path) for path in paths)]
    again = urlencode([*(("id", page.pk) for page in clear), ("next", action.next_url)])
    context = {
        "unclear": unclear,
        "clear": clear,
        "again": f"{request.path}?{again}",
        "back": action.next_url,
    }
    return TemplateResponse(request, "duidelijk_wagtail/bulk.html", context)


def _tell(request: Any, outcomes: list[Judged], unclear: int) -> None:
    problems = [outcome.problem for _, outcome in outcomes if outcome.problem]
    if problems:
        messages.warning(request, f"Niet gecontroleerd: {_pages(len(problems))}. De reden: {problems[0]}.")
    if unclear:
        messages.warning(request, f"Het kan duidelijker op {_pages(unclear)}.")
    elif outcomes and not problems:
        messages.success(request, f"Gecontroleerd: {_pages(len(outcomes))}. Alles mag naar buiten.")


def _pages(number: int) -> str:
    return "1 pagina" if number == 1 else f"{number} pagina’s"
