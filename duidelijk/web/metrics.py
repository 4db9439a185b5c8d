"""Counts for Prometheus: how many requests of each kind, how long they took, and how the bench is doing."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from duidelijk.web.bench import Bench
from duidelijk.web.replies import Reply

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30)
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_NOW = {
    "ready": ("workers", "Controleprocessen die er zijn."),
    "busy": ("busy", "Controleprocessen die bezig zijn."),
    "waiting": ("waiting", "Verzoeken in de wachtrij."),
}
_SO_FAR = {
    "restarts": "Controleprocessen die zijn vervangen omdat ze stopten.",
    "late": "Teksten die te veel tijd kostten.",
    "refused": "Verzoeken die niet in de wachtrij pasten.",
}


def known(method: str) -> str:
    """The method of a request; a dash for one that a caller made up."""
    return method if method in _METHODS else "-"


class Desks:
    """What the bench itself counts, asked when someone looks."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def collect(self) -> Iterator[Metric]:
        """One number each."""
        for key, (name, what) in _NOW.items():
            yield GaugeMetricFamily(f"duidelijk_{name}", what, getattr(self._bench, key))
        for name, what in _SO_FAR.items():
            yield CounterMetricFamily(f"duidelijk_{name}", what, getattr(self._bench, name))


class Metrics:
    """The counts of one server, in a registry of its own."""

    def __init__(self, bench: Bench) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "duidelijk_requests", "Verzoeken.", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "duidelijk_request_seconds",
            "Hoe lang een verzoek duurt, in seconden.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._registry.register(Desks(bench))

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts one request."""
        self._requests.labels(known(method), route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def reply(self) -> Reply:
        """All counts in Prometheus' text format."""
        return Reply(generate_latest(self._registry), CONTENT_TYPE_LATEST)
