"""The page where a writer gives the token once: ``/inloggen``."""

from __future__ import annotations

import time
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from duidelijk.web import tokens
from duidelijk.web.answers import page
from duidelijk.web.guard import LOGIN, too_many
from duidelijk.web.settings import Settings

router = APIRouter(include_in_schema=False)
_FORM = """<form method="post">
<p><label for="token">Token</label><br>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus></p>
<p><button>Inloggen</button></p>
</form>
<p>Een token is een lang, geheim woord. U krijgt het van uw beheerder.</p>"""


@router.get(LOGIN)
async def ask() -> Response:
    """The page with the form."""
    return page("Inloggen", _FORM)


@router.post(LOGIN)
async def log_in(request: Request) -> Response:
    """Gives the browser a cookie that only this server can read, and shows the writer's page."""
    settings: Settings = request.app.state.settings
    guesses: tokens.Guesses = request.app.state.guesses
    caller = request.client.host if request.client else ""
    if guesses.too_many(caller):
        raise too_many()
    given = parse_qs(request.state.body[:2000].decode("utf-8", "replace"), max_num_fields=10)
    token = given.get("token", [""])[0].strip()
    if not settings.token or not tokens.same(token, settings.token):
        guesses.count(caller, token)
        return page("Inloggen", f'<p role="alert">Dit token klopt niet. Probeer het opnieuw.</p>{_FORM}', 401)
    response = RedirectResponse(request.scope.get("root_path", "") + "/", 303)
    response.set_cookie(
        tokens.COOKIE,
        tokens.cookie_value(settings.token, int(time.time()) + tokens.WEEK),
        max_age=tokens.WEEK,
        path=request.scope.get("root_path", "") or "/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return response
