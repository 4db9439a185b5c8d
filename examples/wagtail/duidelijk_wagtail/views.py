"""The page of the admin that shows the check of a draft, and the button that publishes it all the same."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from duidelijk_wagtail.checking import check_page
from duidelijk_wagtail.conf import STOP, mode_for
from duidelijk_wagtail.forms import PublishAnywayForm
from duidelijk_wagtail.gate import url_of

SHOWN = 8  # findings; the others are folded


@require_GET
def show(request: Any, page_id: int) -> TemplateResponse:
    """The check of the draft, made anew: nothing of it is kept anywhere."""
    page = _page(page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return _shown(request, page, PublishAnywayForm(initial={"revision": page.latest_revision_id}))


@require_POST
def publish_anyway(request: Any, page_id: int) -> Any:
    """Publishes the draft that the editor has seen the check of, once, and sends the reason to the server."""
    page = _page(page_id)
    permissions = page.permissions_for_user(request.user)
    if not permissions.can_publish() or permissions.page_locked():
        raise PermissionDenied
    form = PublishAnywayForm(request.POST)
    if not form.is_valid():
        return _shown(request, page, form)
    if page.latest_revision_id != form.cleaned_data["revision"]:
        messages.warning(
            request, "De pagina is intussen veranderd. Hier ziet u de controle van de nieuwe tekst."
        )
        return redirect(url_of(page))
    request.duidelijk_reason = form.cleaned_data["reason"]
    return _publish(request, page)


def _publish(request: Any, page: Any) -> Any:
    """As the editor's own button does: all hooks of the website are asked, before and after."""
    draft = page.get_latest_revision_as_object()
    refused = None if _is_out(page) else _ask("before_publish_page", request, draft)
    if refused is not None:
        return refused
    with transaction.atomic():
        page = Page.objects.select_for_update().get(pk=page.pk)
        if _is_out(page):
            messages.info(request, "Deze versie is al gepubliceerd.")
            return redirect("wagtailadmin_pages:edit", page.pk)
        page.latest_revision.publish(user=request.user)
    page = page.specific_class.objects.get(pk=page.pk)
    refused = _ask("after_publish_page", request, page)
    _confirm(request, page)
    return refused or redirect("wagtailadmin_explore", page.get_parent().pk)


def _confirm(request: Any, page: Any) -> None:
    title, why = page.get_admin_display_title(), f"Uw reden: {request.duidelijk_reason}."
    if page.latest_revision.approved_go_live_at:
        return messages.success(request, f"‘{title}’ wordt gepubliceerd op de tijd die u koos. {why}")
    link = [messages.button(page.url, "Bekijk de pagina")] if page.url else []
    return messages.success(request, f"‘{title}’ is toch gepubliceerd. {why}", buttons=link)


def _ask(name: str, request: Any, page: Any) -> Any:
    answers = (hook(request, page) for hook in hooks.get_hooks(name))
    return next((answer for answer in answers if hasattr(answer, "status_code")), None)


def _is_out(page: Any) -> bool:
    """Whether the newest version is what visitors see, or is waiting for its time."""
    revision = page.latest_revision
    waits = revision.approved_go_live_at and revision.approved_go_live_at > timezone.now()
    return bool(waits) or (page.live and page.live_revision_id == revision.pk)


def _page(page_id: int) -> Any:
    return get_object_or_404(
        Page.objects.select_related("latest_revision"), pk=page_id, latest_revision__isnull=False
    )


def _shown(request: Any, page: Any, form: PublishAnywayForm) -> TemplateResponse:
    draft = page.get_latest_revision_as_object()
    outcome, out = check_page(draft), _is_out(page)
    refused = mode_for(draft) == STOP and not outcome.publishable and not out
    findings = sorted(outcome.findings, key=lambda finding: not finding.stops)
    may = page.permissions_for_user(request.user)
    context = {
        "page": draft,
        "outcome": outcome,
        "is_out": out,
        "refused": refused,
        "findings": findings[:SHOWN],
        "more": findings[SHOWN:],
        "form": form,
        "may_publish": refused and may.can_publish() and not may.page_locked(),
    }
    return TemplateResponse(request, "duidelijk_wagtail/page.html", context)
