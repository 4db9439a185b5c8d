"""How the server is doing: ``/healthz`` for who starts it, ``/metrics`` for who watches it."""

from __future__ import annotations

from typing import cast

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from duidelijk.web.answers import bench_of, sent
from duidelijk.web.metrics import Metrics

router = APIRouter(include_in_schema=False)


@router.api_route("/healthz", methods=["GET", "HEAD"])
async def healthz(request: Request) -> Response:
    """Whether there are checking processes: 200 with ``{"status": "ok"}``, else 503."""
    ready = bench_of(request).ready
    status = "ok" if ready else "niet klaar"
    return JSONResponse({"status": status, "workers": ready}, 200 if ready else 503)


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """The counts for Prometheus."""
    return sent(cast(Metrics, request.app.state.metrics).reply())
