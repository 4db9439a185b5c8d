"""Who may come in: the right host name, and the token where there is one."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from duidelijk.web import tokens
from duidelijk.web.answers import answer, is_languagetool, path_of, wants_page
from duidelijk.web.problems import Problem
from duidelijk.web.settings import LOCAL, Settings

LOGIN = "/inloggen"
_PUBLIC = ("/healthz", "/v1/openapi.json")
_PAGES = "/controles/"
"""Where addresses that nobody can guess are keys themselves."""


class Guard:
    """Before the app, behind the intake. ``app.state.guesses`` counts the wrong tokens."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through, or says why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        refusal = self._wrong_name(request) or self._from_elsewhere(request) or self._locked(request)
        await (refusal or self._app)(scope, receive, send)

    def _wrong_name(self, request: Request) -> Response | None:
        """Refuses a name that isn't ours: the page of a stranger may have made it up (DNS rebinding).

        With a token, a server that other computers can reach goes by any name: a made-up one has no cookie.
        """
        settings, name = self._settings, _name(request)
        any_name = settings.token and settings.host not in LOCAL and not settings.names
        if name in (*LOCAL, settings.host.lower(), *settings.names) or (any_name and name is not None):
            return None
        return answer(
            request, Problem(421, "Gebruik het adres waarop de server is ingesteld (zie --allow-host).")
        )

    def _from_elsewhere(self, request: Request) -> Response | None:
        """Refuses what the page of another website asks behind its reader's back, other than by a link.

        Such a page can't read the answer, but it could keep the server busy. Browsers tell (Fetch Metadata).
        """
        if is_languagetool(request):
            origin, origins = request.headers.get("origin"), self._settings.origins
            strange = origin is not None and "*" not in origins and origin not in origins
        else:
            told = [request.headers.get(f"sec-fetch-{each}") for each in ("site", "mode", "dest")]
            link = request.method == "GET" and told[1:] == ["navigate", "document"]
            strange = told[0] in ("cross-site", "same-site") and not link
        if not strange or path_of(request) in _PUBLIC:
            return None
        return answer(
            request, Problem(403, "Een andere website vroeg dit. Open de pagina van de server zelf.")
        )

    def _locked(self, request: Request) -> Response | None:
        token, path = self._settings.token, path_of(request)
        if not token or path in (*_PUBLIC, LOGIN) or _is_key(request, path) or request.method == "OPTIONS":
            return None
        cookie = request.cookies.get(tokens.COOKIE, "")
        if cookie and tokens.good_cookie(token, cookie, time.time()):
            return None
        return self._tried(request)

    def _tried(self, request: Request) -> Response | None:
        guesses: tokens.Guesses = request.app.state.guesses
        caller = request.client.host if request.client else ""
        path = path_of(request) if is_languagetool(request) else ""
        tried = [each for each in tokens.given(request, path) if each]
        if tried and guesses.too_many(caller):
            return answer(request, too_many())
        if any(tokens.same(each, self._settings.token) for each in tried):
            return None
        for each in tried:
            guesses.count(caller, each)
        if not tried and wants_page(request) and request.method == "GET":
            return RedirectResponse(request.scope.get("root_path", "") + LOGIN, 303)
        detail = "Stuur het token mee in de kop 'Authorization: Bearer …'."
        return answer(request, Problem(401, detail, {"WWW-Authenticate": "Bearer"}))


def _is_key(request: Request, path: str) -> bool:
    """Whether the address is of one page of a check, and not of the many that end like LanguageTool's."""
    reads = request.method in ("GET", "HEAD") and path.startswith(_PAGES)
    return reads and "/" not in path.removeprefix(_PAGES) and not is_languagetool(request)


def _name(request: Request) -> str | None:
    """The host name that the caller used, without the port; None for one that can't be."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return None


def too_many() -> Problem:
    """The answer to who tries one token after the other."""
    return Problem(429, "U gaf te vaak een verkeerd token. Wacht een minuut.", {"Retry-After": "60"})
