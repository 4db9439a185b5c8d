"""``/v1``: the API by the Dutch API Design Rules, and the document that describes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from duidelijk.rendering.run import HOME
from duidelijk.web import controles
from duidelijk.web.answers import bench_of, sent, settings_of
from duidelijk.web.problems import JSON, Problem
from duidelijk.web.replies import as_json
from duidelijk.web.shown import Pages
from duidelijk.web.v1_models import VERSION, Controle, ControleVerzoek, Probleem

DOCUMENT = "/v1/openapi.json"
router = APIRouter()
hidden = APIRouter(include_in_schema=False)
_WRONG = {
    400: "Het verzoek klopt niet.",
    401: "Het token ontbreekt of klopt niet.",
    408: "Het verzoek kwam niet op tijd binnen.",
    409: "U vroeg om opslaan, maar de server heeft geen archief.",
    413: "De tekst is te groot.",
    415: "De inhoud is geen JSON.",
    422: "De tekst kan niet worden gecontroleerd, bijvoorbeeld omdat hij niet in het Nederlands is.",
    429: "Er is te vaak een verkeerd token gegeven.",
    500: "Er zit een fout in het programma zelf.",
    503: "Het is te druk, of het controleren stopte. De kop `Retry-After` zegt na hoeveel seconden u "
    "het weer kunt proberen.",
    504: "Het controleren duurde te lang.",
}
_VERSION_HEADER = {
    "API-Version": {
        "description": "De versie van de API.",
        "schema": {"type": "string", "examples": [VERSION]},
        "required": True,
    }
}
_TEXT = """\
Controleert teksten van gemeenten op duidelijke taal (B1). De server bewaart geen tekst.

**Gebruikt u deze API voor het publiceren?** Wacht dan hoogstens 3 seconden op een antwoord. Komt er geen
antwoord, of krijgt u een fout? Publiceer de pagina dan gewoon. Een taalcontrole mag een spoedbericht nooit
tegenhouden.
"""


def _problem(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Probleem"}
    return {"description": _WRONG[status], "headers": _VERSION_HEADER, "content": {JSON: {"schema": schema}}}


@router.post(
    "/v1/controles",
    operation_id="controleer",
    summary="Controleer een tekst",
    description="Geeft het cijfer, het niveau en alle bevindingen, en zegt of de tekst naar buiten mag.",
    tags=["controles"],
    response_description="De uitkomst van de controle.",
    responses={
        200: {"model": Controle, "headers": _VERSION_HEADER},
        **{status: _problem(status) for status in _WRONG},
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ControleVerzoek"}}},
        }
    },
)
async def check(request: Request) -> Response:
    """Checks the text in the body."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Problem(415, "Stuur het verzoek als application/json.")
    pages: Pages = request.app.state.pages
    name = pages.name()
    url = str(request.url_for("page", name=name)) if name else ""
    reply, page = await bench_of(request).ask(controles.checked, request.state.body, url)
    if page:
        pages.keep(name, page)
    return sent(reply)


@hidden.get(DOCUMENT)
async def document(request: Request) -> Response:
    """The OpenAPI document, for every program to read."""
    root, settings = request.scope.get("root_path", ""), settings_of(request)
    found = described(
        request.app.routes,
        root=root,
        email=settings.contact,
        reasons=settings.recipe.config.gate.reasons,
        locked=bool(settings.token),
    )
    response = sent(as_json(found))
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _only(one: str, other: str) -> dict[str, Any]:
    return {"required": [one], "properties": {one: {"type": "string"}, other: {"type": "null"}}}


def described(
    routes: Any, *, root: str = "", email: str = "", reasons: Sequence[str] = (), locked: bool = False
) -> dict[str, Any]:
    """The OpenAPI document; ``root``: where a proxy puts the server, ``email``: for questions, ``reasons``:
    those that the settings allow, ``locked``: whether a token is asked for.
    """
    found = get_openapi(
        title="duidelijk",
        version=VERSION,
        summary="Duidelijke taal voor gemeenten",
        description=_TEXT,
        routes=routes,
        servers=[{"url": root or "/", "description": "Deze server"}],
        tags=[{"name": "controles", "description": "Teksten controleren op duidelijke taal."}],
        contact={
            "name": "De beheerder van deze server" if email else "De makers van duidelijk",
            "url": HOME,
            **({"email": email} if email else {}),
        },
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    )
    _, models = models_json_schema(
        [(model, "validation") for model in (ControleVerzoek, Probleem)],
        ref_template="#/components/schemas/{model}",
    )
    parts = found.setdefault("components", {})
    parts["schemas"] = {**parts.get("schemas", {}), **models["$defs"]}
    request = parts["schemas"]["ControleVerzoek"]
    request["oneOf"] = [_only("tekst", "html"), _only("html", "tekst")]
    request["properties"]["reden"]["anyOf"] = [{"type": "string", "enum": [*reasons]}, {"type": "null"}]
    if locked:
        parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        found["security"] = [{"token": []}]
    return found
