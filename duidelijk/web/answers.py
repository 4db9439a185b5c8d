"""Problems and replies → answers: problem+json for programs, a small page for a browser."""

from __future__ import annotations

from html import escape
from typing import cast

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from duidelijk.errors import ArchiveError, DuidelijkError, GateError
from duidelijk.web.bench import Bench
from duidelijk.web.problems import JSON, BadRequestError, NoArchiveError, NotFoundError, Problem
from duidelijk.web.replies import Reply, refused
from duidelijk.web.settings import Settings

_STATUS = {BadRequestError: 400, GateError: 400, NotFoundError: 404, NoArchiveError: 409, ArchiveError: 503}
_DETAILS = {
    404: "Controleer het adres. Let op: aan het eind staat geen schuine streep.",
    405: "Dit adres kent deze methode niet. In de kop Allow staat welke wel kan.",
}
_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – duidelijk</title>
<style>
:root {{ color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }}
body {{ margin: 0 auto; max-width: 36rem; padding: 2rem 1rem; }}
input, button {{ font: inherit; min-height: 2.5rem; padding: 0 .75rem; max-width: 100%; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""
_PAGE_CSP = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def bench_of(request: Request) -> Bench:
    """The bench of this server."""
    return cast(Bench, request.app.state.bench)


def settings_of(request: Request) -> Settings:
    """How this server is set up."""
    return cast(Settings, request.app.state.settings)


def path_of(request: Request) -> str:
    """The path from where the server is, whether a proxy leaves out what stands before it or not."""
    path: str = request.scope["path"]
    root = request.scope.get("root_path", "").rstrip("/")
    return path[len(root) :] if root and path.startswith(f"{root}/") else path


def is_languagetool(request: Request) -> bool:
    """Whether a client of LanguageTool asks: a path that ends in ``/check``, or with ``/v2/`` in it."""
    path = path_of(request)
    return path.endswith("/check") or "/v2/" in path


def is_api(request: Request) -> bool:
    """Whether a program asks by the API in ``/v1``."""
    path = path_of(request)
    return path == "/v1" or path.startswith("/v1/")


def wants_page(request: Request) -> bool:
    """Whether a browser asks, for a person to read."""
    return "text/html" in request.headers.get("accept", "")


def install(app: FastAPI) -> None:
    """Lets the app answer with problems, whatever goes wrong."""
    app.add_exception_handler(Problem, lambda request, it: answer(request, cast(Problem, it)))
    app.add_exception_handler(DuidelijkError, lambda request, it: answer(request, problem_of(it)))
    app.add_exception_handler(HTTPException, _of_http)


def problem_of(error: Exception) -> Problem:
    """A mistake that the caller can mend, as a problem; an archive that doesn't work is the server's."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 422)
    return Problem(status, str(error))


def answer(request: Request, problem: Problem) -> Response:
    """The answer that says what is wrong, in the form that the caller reads."""
    headers = dict(problem.headers)
    if is_languagetool(request):
        reply = refused(problem.status, f"{problem.title}. {problem.detail}")
        return Response(reply.body, reply.status, headers, reply.media_type)
    if wants_page(request) and not is_api(request):
        return page(problem.title, f"<p>{escape(problem.detail)}</p>", problem.status, headers)
    return Response(problem.as_json(), problem.status, headers, JSON)


def page(title: str, body: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A small page; ``body`` is HTML."""
    html = _PAGE.format(title=escape(title), body=body)
    return Response(html, status, {"Content-Security-Policy": _PAGE_CSP, **(headers or {})}, "text/html")


def sent(reply: Reply) -> Response:
    """What a checking process gave back, as it is."""
    return Response(reply.body, reply.status, media_type=reply.media_type)


def _of_http(request: Request, error: Exception) -> Response:
    status = cast(HTTPException, error).status_code
    headers = cast(HTTPException, error).headers or {}
    return answer(request, Problem(status, _DETAILS.get(status, "Controleer het verzoek."), headers))
