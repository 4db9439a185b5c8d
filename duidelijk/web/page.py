"""The writer's page ``/`` and what it asks the server while somebody writes; nothing is kept."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from duidelijk.rendering import writing_page
from duidelijk.web import page_work
from duidelijk.web.answers import bench_of, sent, settings_of

STATIC = Path(__file__).with_name("static")
_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_LIMIT = 60.0
"""Seconds for a text of many pages, the first time that it is checked."""

router = APIRouter(include_in_schema=False)


@router.get("/")
async def page(request: Request) -> Response:
    """The page itself."""
    nonce = secrets.token_urlsafe(18)
    root = request.scope.get("root_path", "")
    html = writing_page.render(nonce=nonce, root=root, limit=settings_of(request).body_limit)
    return HTMLResponse(html, headers={"Content-Security-Policy": _CSP.format(nonce=nonce)})


@router.get("/static/{name}")
async def static(request: Request, name: str) -> Response:
    """One of the page's files; 304 where the browser has it already."""
    answer = await _files().get_response(name, request.scope)
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@cache
def _files() -> StaticFiles:
    return StaticFiles(directory=STATIC)


@router.post("/pagina/controle")
async def check(request: Request) -> Response:
    """The findings and the grade of the text in the editor."""
    return sent(await bench_of(request).ask(page_work.checked, request.state.body, limit=_LIMIT))


@router.post("/pagina/bestand")
async def opened(request: Request) -> Response:
    """The file in the body, called as the header ``X-Bestandsnaam`` says, as a text for the editor."""
    name = unquote(request.headers.get("x-bestandsnaam", ""))
    return sent(await bench_of(request).ask(page_work.opened, request.state.body, name, limit=_LIMIT))


@router.post("/pagina/verslag")
async def report(request: Request) -> Response:
    """The annotated page."""
    answer = sent(await bench_of(request).ask(page_work.annotated, request.state.body, limit=_LIMIT))
    answer.headers["Content-Disposition"] = 'attachment; filename="verslag.html"'
    return answer


@router.post("/pagina/origineel")
async def rewritten(request: Request) -> Response:
    """The file that was opened with the words that are in the editor now."""
    return sent(await bench_of(request).ask(page_work.rewritten, request.state.body, limit=_LIMIT))
