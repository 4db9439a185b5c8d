"""``/v2``: what LanguageTool's clients ask, whatever stands before it in their address."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from duidelijk.web import languagetool
from duidelijk.web.answers import bench_of, sent, settings_of
from duidelijk.web.replies import as_json, refused

router = APIRouter(include_in_schema=False)
_NO_WORDS = "Deze server bewaart geen woorden per gebruiker. Zet eigen woorden in duidelijk.toml."
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept",
    "Access-Control-Max-Age": "86400",
}


@router.options("/check")
@router.options("/{before:path}/check")
@router.options("/{before:path}v2/{rest:path}")
async def preflight(request: Request) -> Response:
    """What a browser asks before it sends a text."""
    headers = dict(_PREFLIGHT)
    if request.headers.get("access-control-request-private-network"):
        headers["Access-Control-Allow-Private-Network"] = "true"
    return Response(status_code=204, headers=headers)


@router.api_route("/check", methods=["GET", "POST"])
@router.api_route("/{before:path}/check", methods=["GET", "POST"])
async def check(request: Request) -> Response:
    """The matches in a text."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    query, body = request.scope["query_string"], request.state.body
    limit = settings_of(request).text_limit
    return sent(await bench_of(request).ask(languagetool.checked, query, body, media_type, limit))


@router.get("/{before:path}v2/languages")
async def languages() -> Response:
    """The languages: Dutch only."""
    return sent(as_json(languagetool.languages()))


@router.get("/{before:path}v2/info")
async def info() -> Response:
    """Which program this is."""
    return sent(as_json(languagetool.info()))


@router.get("/{before:path}v2/maxtextlength")
async def most(request: Request) -> Response:
    """The most characters of a text."""
    return sent(languagetool.most(settings_of(request).text_limit))


@router.get("/{before:path}v2/configinfo")
async def configured(request: Request) -> Response:
    """The rules."""
    limit = settings_of(request).text_limit
    return sent(await bench_of(request).ask(languagetool.configured, limit))


@router.api_route("/{before:path}v2/words", methods=["GET", "POST"])
@router.api_route("/{before:path}v2/words/{what}", methods=["GET", "POST"])
async def words() -> Response:
    """There are no lists of words per user here."""
    return sent(refused(403, _NO_WORDS))


@router.api_route("/{before:path}v2/{rest:path}", methods=["GET", "POST"])
async def unknown() -> Response:
    """Whatever else such a client might ask."""
    return sent(refused(404, "Unsupported action. Deze server kent dit adres niet."))
