"""The moments at which Wagtail asks whether a page may go out, and what the editor sees of it.

Publishing later needs nothing extra: Wagtail asks when the time is set, and locks the page until then.
"""

from __future__ import annotations

from typing import Any

from django.shortcuts import redirect
from django.urls import include, path
from wagtail import hooks
from wagtail.admin.widgets import Button

from duidelijk_wagtail import bulk, gate, views
from duidelijk_wagtail.conf import OFF, mode_for


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    patterns = [
        path("<int:page_id>/", views.show, name="page"),
        path("<int:page_id>/toch-publiceren/", views.publish_anyway, name="publish_anyway"),
    ]
    return [path("duidelijk/", include((patterns, "duidelijk")))]


@hooks.register("before_publish_page")
def before_publish_page(request: Any, page: Any) -> Any:
    """Lets the page go on (None), or shows the editor why it stays a draft."""
    gate.hide_until_published(page)
    if gate.judge(request, page, reason=getattr(request, "duidelijk_reason", "")):
        return None
    return redirect(gate.url_of(page))


@hooks.register("before_bulk_action")
def before_bulk_action(request: Any, action_type: str, pages: list[Any], action: Any) -> Any:
    """The same for several pages at once: all of them, or none and a list of the unclear ones."""
    if action_type != "publish" or not bulk.is_about_pages(action):
        return None
    return bulk.judge(request, pages, action)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def after_saving(request: Any, page: Any) -> Any:
    """A writer who may not publish hears at once how clear the page is; an approver, why it stays a draft."""
    if "action-submit" in request.POST and mode_for(page) != OFF:
        gate.tell(request, page, gate.check_page(page))
    if "action-workflow-action" in request.POST and gate.is_held_back(page):
        return redirect(gate.url_of(page))
    return None


@hooks.register("before_edit_page")
def before_editing(request: Any, page: Any) -> None:
    """Who opens an approved page that stayed a draft, reads that, and where to see why."""
    if request.method == "GET" and gate.is_held_back(page):
        gate.tell_held_back(request, page)


@hooks.register("register_page_header_buttons")
def header_button(
    page: Any, user: Any, next_url: str | None = None, view_name: str | None = None
) -> list[Button]:
    """“Duidelijke taal” in the menu of the page: the check of the draft, at any moment."""
    if page.is_root() or mode_for(page) == OFF or not page.permissions_for_user(user).can_edit():
        return []
    label = "Duidelijke taal"
    return [Button(label, gate.url_of(page), icon_name="glasses", priority=80)]
