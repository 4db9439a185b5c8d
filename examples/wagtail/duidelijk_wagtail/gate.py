"""May this page be published, and what does the editor hear about it?"""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import Page

from duidelijk_wagtail.checking import check_page
from duidelijk_wagtail.client import Outcome
from duidelijk_wagtail.conf import OFF, STOP, mode_for


def may_be_published(page: Any) -> bool:
    """For places without an editor to talk to. Anything but a page may always be published."""
    if not isinstance(page, Page) or mode_for(page) != STOP:
        return True
    return check_page(page).publishable


def judge(request: Any, page: Any, *, reason: str = "") -> bool:
    """Whether the page may be published; tells the editor how clear it is, or why that is not known."""
    mode = mode_for(page)
    if mode == OFF:
        return True
    outcome = check_page(page, reason=reason)
    if mode == STOP and not outcome.publishable:
        return False
    tell(request, page, outcome, reason=reason)
    return True


def tell(request: Any, page: Any, outcome: Outcome, *, reason: str = "") -> None:
    """One friendly line for the editor."""
    title, more = page.get_admin_display_title(), [messages.button(url_of(page), "Bekijk waarom")]
    if outcome.problem:
        kept = " Uw reden is niet geteld." if reason else ""
        messages.warning(request, f"De tekst van ‘{title}’ is niet gecontroleerd: {outcome.problem}.{kept}")
    elif reason:
        return  # whoever publishes all the same has just seen the outcome
    elif not outcome.publishable:
        messages.warning(request, f"‘{title}’ kan duidelijker.{grade_of(outcome)}", buttons=more)
    else:
        messages.success(request, f"De tekst van ‘{title}’ mag naar buiten.{grade_of(outcome)}")


def grade_of(outcome: Outcome) -> str:
    return "" if outcome.grade is None else f" Cijfer: {outcome.grade:.1f}.".replace(".", ",", 1)


def url_of(page: Any) -> str:
    return reverse("duidelijk:page", args=(page.pk,))


def hide_until_published(page: Any) -> None:
    """A page that is made and published in one go is live before Wagtail asks us. Nobody may see it yet."""
    if page.live and page.live_revision_id is None:
        page.live = False
        page.has_unpublished_changes = True
        page.save(update_fields=["live", "has_unpublished_changes"], clean=False)


def is_held_back(page: Any) -> bool:
    """Whether the newest version was approved and yet not published: because it is unclear."""
    newest = page.latest_revision
    if mode_for(page) != STOP or newest is None or newest.pk == page.live_revision_id:
        return False
    state = page.workflow_states.select_related("current_task_state").order_by("-created_at").first()
    if state is None or state.status != state.STATUS_APPROVED or state.current_task_state is None:
        return False
    return newest.created_at <= state.current_task_state.finished_at and newest.approved_go_live_at is None


def tell_held_back(request: Any, page: Any) -> None:
    title, more = page.get_admin_display_title(), [messages.button(url_of(page), "Bekijk waarom")]
    said = f"‘{title}’ is goedgekeurd, maar nog niet gepubliceerd. De tekst is nog niet duidelijk genoeg."
    messages.warning(request, said, buttons=more)
