"""How the server is doing: ``/healthz``."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from duidelijk.web.answers import bench_of

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def healthz(request: Request) -> JSONResponse:
    """Whether there are checking processes: 200 with ``{"status": "ok"}``, else 503."""
    bench = bench_of(request)
    status = "ok" if bench.ready else "not ready"
    return JSONResponse(
        {"status": status, "workers": bench.ready, "waiting": bench.waiting}, 200 if bench.ready else 503
    )
