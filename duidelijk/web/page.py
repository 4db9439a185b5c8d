"""The writer's page ``/`` and what it asks the server while somebody writes; nothing is kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.staticfiles import StaticFiles

from duidelijk.model import Genre
from duidelijk.rendering import writing_page
from duidelijk.web import page_work
from duidelijk.web.answers import bench_of

STATIC = Path(__file__).with_name("static")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_GENRES: dict[str, Genre | None] = {"": None, **{genre: genre for genre, _ in writing_page.GENRES}}  # type: ignore[dict-item]
_UNSEEN = {"Cache-Control": "no-store"}

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """The text in the editor: ``naam`` says how to read it, ``soort`` what kind it is (empty: guess)."""

    tekst: str
    naam: str = page_work.PLAIN
    soort: str = ""

    def asked(self) -> tuple[str, str, Genre | None]:
        """What the work of a checking process wants to know."""
        return self.tekst, self.naam, _GENRES.get(self.soort)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The same, and the file that the text came from: its name, and its bytes in base64."""

    tekst: str
    origineel: str
    bestand: str
    naam: str = page_work.PLAIN
    soort: str = ""


@router.get("/")
async def page(request: Request) -> Response:
    """The page itself."""
    nonce = secrets.token_urlsafe(18)
    html = writing_page.render(nonce=nonce, static="static", limit=request.app.state.settings.body_limit)
    return HTMLResponse(html, headers={"Content-Security-Policy": _POLICY.format(nonce=nonce), **_UNSEEN})


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
async def check(request: Request, draft: Draft) -> Response:
    """The findings and the grade (``rendering.page_data``)."""
    found = await bench_of(request).ask(page_work.checked, *draft.asked())
    return JSONResponse(found, headers=_UNSEEN)


@router.post("/pagina/bestand")
async def opened(request: Request) -> Response:
    """The file in the body, called by the header ``X-Bestandsnaam``, as a text for the editor."""
    name = unquote(request.headers.get("x-bestandsnaam", ""))
    found = await bench_of(request).ask(page_work.opened, await request.body(), name)
    return JSONResponse(found, headers=_UNSEEN)


@router.post("/pagina/verslag")
async def report(request: Request, draft: Draft) -> Response:
    """The annotated page, to download."""
    html = await bench_of(request).ask(page_work.annotated, *draft.asked())
    headers = {"Content-Disposition": 'attachment; filename="verslag.html"', **_UNSEEN}
    return HTMLResponse(html, headers=headers)


@router.post("/pagina/origineel")
async def rewritten(request: Request, draft: Rewriting) -> Response:
    """The file that was opened with the words that are in the editor now, as far as it can have them."""
    asked: tuple[Any, ...] = (draft.bestand, draft.origineel, draft.tekst, draft.naam)
    return JSONResponse(await bench_of(request).ask(page_work.rewritten, *asked), headers=_UNSEEN)
