"""Problems → answers: problem+json for programs, a small page for a browser."""

from __future__ import annotations

import logging
from html import escape
from typing import cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from duidelijk.complaints import fault
from duidelijk.errors import ArchiveError, DuidelijkError
from duidelijk.web.bench import Bench
from duidelijk.web.problems import JSON, Problem

_DETAILS = {
    404: "Controleer het adres. Let op: aan het eind staat geen schuine streep.",
    405: "Dit adres kent deze methode niet.",
}
_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body><main><h1>{title}</h1><p>{detail}</p></main></body>
</html>
"""


def bench_of(request: Request) -> Bench:
    """The bench of this server."""
    return cast(Bench, request.app.state.bench)


def install(app: FastAPI) -> None:
    """Lets the app answer with problems, whatever goes wrong."""
    app.add_exception_handler(Problem, lambda request, it: answer(request, cast(Problem, it)))
    app.add_exception_handler(DuidelijkError, lambda request, it: answer(request, problem_of(it)))
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_request)
    app.add_exception_handler(Exception, _of_fault)


def problem_of(error: Exception) -> Problem:
    """A mistake that the caller can mend, as a problem; an archive that doesn't work is the server's."""
    return Problem(503 if isinstance(error, ArchiveError) else 422, str(error))


def answer(request: Request, problem: Problem) -> Response:
    """The answer that says what is wrong, in the form that the caller reads."""
    if "text/html" in request.headers.get("accept", ""):
        page = _PAGE.format(title=escape(problem.title), detail=escape(problem.detail))
        return Response(page, problem.status, dict(problem.headers), "text/html")
    return Response(problem.as_json(), problem.status, dict(problem.headers), JSON)


def _of_http(request: Request, error: Exception) -> Response:
    status = cast(HTTPException, error).status_code
    headers = cast(HTTPException, error).headers or {}
    return answer(request, Problem(status, _DETAILS.get(status, "Controleer het verzoek."), headers))


def _of_request(request: Request, error: Exception) -> Response:
    return answer(request, Problem(400, "Controleer de velden van het verzoek."))


def _of_fault(request: Request, error: Exception) -> Response:
    said = fault(error)
    logging.getLogger("duidelijk").error(said)
    return answer(request, Problem(500, said))
