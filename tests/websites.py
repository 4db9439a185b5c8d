"""A website on this computer, for tests of ``scan``: its pages can be changed, slow, huge, broken or forbidden."""

from __future__ import annotations

import gzip
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from unittest.mock import patch

GOOD = "<p>Wij halen uw afval elke week op. U zet de bak om acht uur aan de weg. Belt u ons gerust met vragen.</p>"
POOR = (
    "<p>Teneinde de inzameling van huishoudelijk restafval conform de vigerende afvalstoffenverordening te kunnen "
    "realiseren, dient u de container tijdig en op de daartoe bestemde wijze aan te bieden, waarbij ten aanzien van "
    "de aanbiedlocatie het gestelde in het uitvoeringsbesluit in acht genomen dient te worden.</p>"
)

Special = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True)
class Served:
    """What the website answers at one path; with an ``etag`` or ``modified`` it may answer 304."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str = ""
    modified: str = ""


@dataclass
class Website:
    """The pages by their path, and what was asked so far: path and headers (names in small letters)."""

    port: int
    paths: dict[str, Served | Special] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    scheme: str = "http"

    @property
    def home(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def page(self, path: str, *paragraphs: str, title: str = "Afval", **how: Any) -> None:
        """Puts a page with these paragraphs at the path."""
        body = "\n".join(paragraphs or (GOOD,))
        html = (
            f"<!doctype html><html lang='nl'><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
            f"<main><h1>{title}</h1>\n{body}</main></body></html>"
        )
        self.paths[path] = Served(html.encode(), **how)

    def sitemap(
        self, *entries: str | tuple[str, str], path: str = "/sitemap.xml", packed: bool = False
    ) -> None:
        """Puts a sitemap at the path; entries: paths or addresses, with a lastmod or without."""
        pairs = [each if isinstance(each, tuple) else (each, "") for each in entries]
        rows = [f"<url><loc>{self.at(loc)}</loc>{_lastmod(moment)}</url>" for loc, moment in pairs]
        xml = "".join(rows)
        self.xml(
            path, f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{xml}</urlset>', packed=packed
        )

    def index(self, *paths: str, path: str = "/sitemap.xml") -> None:
        """Puts a sitemap of sitemaps at the path."""
        rows = "".join(f"<sitemap><loc>{self.at(each)}</loc></sitemap>" for each in paths)
        self.xml(
            path, f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'
        )

    def xml(self, path: str, xml: str, *, packed: bool = False) -> None:
        data = f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}'.encode()
        kind = "application/gzip" if packed else "application/xml"
        self.paths[path] = Served(gzip.compress(data) if packed else data, kind)

    def robots(self, *lines: str) -> None:
        self.paths["/robots.txt"] = Served("\n".join(lines).encode(), "text/plain")

    def moved(self, path: str, to: str, status: int = 301) -> None:
        self.paths[path] = Served(status=status, headers={"Location": to})

    def at(self, path: str) -> str:
        return path if not path.startswith("/") else f"{self.home}{path}"

    def pages_asked(self) -> list[str]:
        """The paths that were asked for, without those of robots.txt and sitemaps."""
        return [path for path, _ in self.asked if path != "/robots.txt" and "sitemap" not in path]


def _lastmod(moment: str) -> str:
    return f"<lastmod>{moment}</lastmod>" if moment else ""


@contextmanager
def website(context: Any = None) -> Iterator[Website]:
    """A website with nothing on it; ``context``: of TLS."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # a visitor that hangs up is no news
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    found = Website(server.server_port, scheme="https" if context else "http")
    server.RequestHandlerClass = _handler(found)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        with patch.dict(os.environ, NO_PROXY="127.0.0.1"):
            yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: Website) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            found = site.paths.get(self.path, Served(b"<p>Niet gevonden</p>", status=404))
            if callable(found):
                found(self)
            elif _known(found, headers):
                self._send(Served(status=304, etag=found.etag, modified=found.modified))
            else:
                self._send(found)

        def _send(self, served: Served) -> None:
            self.send_response(served.status)
            for name, value in served.headers.items():
                self.send_header(name, value)
            for name, value in (("ETag", served.etag), ("Last-Modified", served.modified)):
                if value:
                    self.send_header(name, value)
            if served.kind and served.status != 304:
                self.send_header("Content-Type", served.kind)
            if "Content-Length" not in served.headers and served.status != 304:
                self.send_header("Content-Length", str(len(served.body)))
            self.end_headers()
            self.wfile.write(served.body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def _known(served: Served, headers: Mapping[str, str]) -> bool:
    tag, moment = headers.get("if-none-match"), headers.get("if-modified-since")
    return bool(
        (served.etag and tag == served.etag) or (served.modified and not tag and moment == served.modified)
    )
