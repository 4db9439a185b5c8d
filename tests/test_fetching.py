"""Pages of a website: fetched politely, within their size and time, from that website and no other."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from duidelijk.addresses import below, is_address, normal
from duidelijk.fetching import Clock, Limits, Listing, Pace, Reply, Site
from duidelijk.fetching.choosing import is_pattern, wanted
from duidelijk.fetching.client import Client
from duidelijk.fetching.lastmod import still_same
from duidelijk.fetching.listing import listing_of
from duidelijk.fetching.peers import Peers, PrivatePeer
from duidelijk.fetching.replies import Listed
from duidelijk.fetching.resting import pause_of
from duidelijk.fetching.robots import robots_in
from duidelijk.fetching.sitemap import sitemap_in
from duidelijk.fetching.unpacking import unpacked
from tests.websites import Served, Website, website

AGENT = "duidelijk/0.1.0 (+webredactie@gemeente.nl)"
SMALL = Limits(page=20_000, sitemap=50_000, robots=1000, whole=5.0, read=0.2, pause=60.0)


@dataclass
class Days:
    """A clock that stands still, except when someone waits; remembers for how long."""

    moment: datetime = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
    waits: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        return Clock(lambda: self.moment, lambda: self.moment.timestamp(), self.sleep)

    def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.moment += timedelta(seconds=seconds)


@pytest.fixture
def site() -> Iterator[Website]:
    with website() as found:
        yield found


@pytest.fixture
def days() -> Days:
    return Days()


def visiting(
    site: Website, days: Days, limits: Limits = SMALL, delay: float = 1.0, path: str = "/sitemap.xml"
) -> Site:
    return Site(f"{site.home}{path}", AGENT, Pace(delay, days.clock()), limits)


def page(site: Website, days: Days, path: str = "/a", limits: Limits = SMALL, **known: str) -> Reply:
    with visiting(site, days, limits) as found:
        return found.page(site.at(path), **known)


def listing(site: Website, days: Days, limits: Limits = SMALL, path: str = "/sitemap.xml") -> Listing:
    with visiting(site, days, limits, path=path) as found:
        return listing_of(found)


# --- Addresses


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("HTTPS://Www.Gemeente.NL", "https://www.gemeente.nl/"),
        ("https://gemeente.nl:443/a", "https://gemeente.nl/a"),
        ("http://gemeente.nl:8080/a", "http://gemeente.nl:8080/a"),
        ("https://gemeente.nl/a#top", "https://gemeente.nl/a"),
        ("https://gemeente.nl/a/./b/../c", "https://gemeente.nl/a/c"),
        ("https://gemeente.nl/a/..", "https://gemeente.nl/"),
        (
            "https://gemeente.nl/%7Ejan/caf%C3%A9?b=1&a=%C3%A9",
            "https://gemeente.nl/~jan/caf%C3%A9?b=1&a=%C3%A9",
        ),
        ("https://gemeente.nl/café", "https://gemeente.nl/caf%C3%A9"),
        ("https://gemeente.nl/a%2Fb", "https://gemeente.nl/a%2Fb"),
        ("https://súdwestfryslân.nl/a", "https://xn--sdwestfrysln-zbb93a.nl/a"),
        ("https://[::1]:8080/a", "https://[::1]:8080/a"),
        (" https://gemeente.nl/a ", "https://gemeente.nl/a"),
    ],
)
def test_an_address_is_written_in_one_way(address: str, expected: str) -> None:
    assert normal(address) == expected
    assert normal(expected) == expected


@pytest.mark.parametrize(
    "address",
    ["", "gemeente.nl", "/a", "//gemeente.nl/a", "ftp://gemeente.nl/", "file:///etc/passwd", "https://", "javascript:a",
     "https://jan:geheim@gemeente.nl/", "https://gemeente.nl/a b", "https://gemeente.nl/a\nb", "https://gemeente.nl:x/",
     "https://gemeente.nl\\@elders.nl/", "https://[::1/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError):
        normal(address)
    assert not below(address, "https://gemeente.nl/")


@pytest.mark.parametrize(
    "source", ["brief.docx", "brieven/https/a.txt", "C:\\brieven\\a.txt", "http:a", "-", ""]
)
def test_a_file_is_no_address(source: str) -> None:
    assert not is_address(source)


# --- Politeness


def test_pages_come_one_second_after_each_other(site: Website, days: Days) -> None:
    for path in ("/a", "/b", "/c"):
        site.page(path)
    with visiting(site, days) as found:
        for path in ("/a", "/b", "/c"):
            assert found.page(site.at(path)).status == 200
    assert days.waits == [1.0, 1.0, 1.0], "robots.txt is the first"


def test_time_spent_on_checking_is_no_time_to_wait(site: Website, days: Days) -> None:
    site.page("/a")
    with visiting(site, days, delay=2.0) as found:
        found.page(site.at("/a"))
        days.moment += timedelta(seconds=1.5)
        found.page(site.at("/a"))
        days.moment += timedelta(seconds=30)
        found.page(site.at("/a"))
    assert days.waits == [2.0, 0.5]


@pytest.mark.parametrize(
    ("lines", "waits"),
    [
        (["User-agent: *", "Crawl-delay: 10"], [10.0]),
        (["User-agent: *", "Crawl-delay: 0.1"], [1.0]),
        (["User-agent: duidelijk", "Crawl-delay: 4", "User-agent: *", "Crawl-delay: 9"], [4.0]),
        (["User-agent: *", "Request-rate: 1/20"], [20.0]),
        (["User-agent: *", "Crawl-delay: veel"], [1.0]),
        (["User-agent: *", "Crawl-delay: inf"], [1.0]),
    ],
)
def test_the_slower_of_robots_txt_and_the_user_wins(
    site: Website, days: Days, lines: list[str], waits: list[float]
) -> None:
    site.robots(*lines)
    site.page("/a")
    page(site, days)
    assert days.waits == waits


def test_a_page_that_robots_txt_forbids_is_not_asked_for(site: Website, days: Days) -> None:
    site.robots(
        "User-agent: *", "Disallow: /intern/", "Allow: /intern/open", "", "User-agent: anders", "Disallow: /"
    )
    for path in ("/intern/a", "/intern/open", "/b"):
        site.page(path)
    assert page(site, days, "/intern/a").trouble == "robots"
    assert page(site, days, "/intern/open").status == page(site, days, "/b").status == 200
    assert site.pages_asked() == ["/intern/open", "/b"]


def test_robots_txt_knows_the_program_by_its_name(site: Website, days: Days) -> None:
    site.robots("User-agent: Duidelijk", "Disallow: /")
    site.page("/a")
    assert page(site, days).trouble == "robots"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_no_robots_txt_means_that_all_may_be_fetched(site: Website, days: Days, status: int) -> None:
    site.paths["/robots.txt"] = Served(b"User-agent: *\nDisallow: /", status=status)
    site.page("/a")
    assert page(site, days).status == 200


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_robots_txt_that_is_broken_means_that_nothing_may(site: Website, days: Days, status: int) -> None:
    site.paths["/robots.txt"] = Served(status=status)
    site.page("/a")
    assert page(site, days).trouble == "robots"
    assert site.pages_asked() == []


def test_no_reply_for_robots_txt_means_that_nothing_may() -> None:
    assert not robots_in(Reply("https://a.nl/robots.txt", trouble="slow")).allows("https://a.nl/b")


def test_a_robots_txt_that_moved_within_the_website_counts(site: Website, days: Days) -> None:
    site.moved("/robots.txt", "/regels/robots.txt")
    site.paths["/regels/robots.txt"] = Served(b"User-agent: *\nDisallow: /a", "text/plain")
    site.page("/a")
    assert page(site, days).trouble == "robots"


def test_of_a_huge_robots_txt_the_beginning_counts(site: Website, days: Days) -> None:
    site.robots("User-agent: *", "Disallow: /a", *["# niets"] * 500)
    site.page("/a")
    assert page(site, days).trouble == "robots"


def test_the_program_says_who_it_is_and_takes_no_cookies(site: Website, days: Days) -> None:
    site.page("/a", headers={"Set-Cookie": "sessie=1; Path=/"})
    with visiting(site, days) as found:
        found.page(site.at("/a"))
        found.page(site.at("/a"))
    for _, headers in site.asked:
        assert headers["user-agent"] == AGENT
        assert "cookie" not in headers and "authorization" not in headers


# --- A busy website


@pytest.mark.parametrize(
    ("headers", "waits"),
    [
        ({"Retry-After": "30"}, [1.0, 30.0]),
        ({"Retry-After": "Mon, 02 Nov 2026 03:00:41 GMT"}, [1.0, 40.0]),
        ({"Retry-After": "0"}, [1.0, 1.0]),
        ({"Retry-After": "straks"}, [1.0, 10.0]),
        ({}, [1.0, 10.0]),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_website_is_asked_again_after_its_pause(
    site: Website, days: Days, headers: dict[str, str], waits: list[float], status: int
) -> None:
    site.page("/a")
    good = site.paths["/a"]

    def busy(handler: Any) -> None:
        site.paths["/a"] = good
        handler._send(Served(status=status, headers=headers))

    site.paths["/a"] = busy
    assert page(site, days).status == 200
    assert days.waits == waits


def test_a_website_that_stays_busy_is_left_alone(site: Website, days: Days) -> None:
    site.paths["/a"] = Served(status=503, headers={"Retry-After": "20"})
    assert page(site, days).trouble == "busy"
    assert days.waits == [1.0, 20.0, 20.0]


def test_a_website_that_wants_a_long_pause_is_not_asked_again(site: Website, days: Days) -> None:
    site.paths["/a"] = Served(status=429, headers={"Retry-After": "3600"})
    found = page(site, days)
    assert (found.trouble, found.pause) == ("busy", 3600.0)
    assert site.pages_asked() == ["/a"] and days.waits == [1.0]


@pytest.mark.parametrize("words", ["", "-5", "1.5", "Mon, 99 Nov 2026 03:00:00 GMT", "١٢"])
def test_a_pause_that_says_nothing_useful(words: str) -> None:
    assert pause_of(words, datetime(2026, 11, 2, tzinfo=UTC)) is None


# --- What comes back


def test_a_page_comes_with_what_the_website_calls_it(site: Website, days: Days) -> None:
    site.page(
        "/a", etag='"v1"', modified="Mon, 02 Nov 2026 03:00:00 GMT", kind='Text/HTML; Charset="ISO-8859-1"'
    )
    found = page(site, days)
    assert (found.kind, found.charset, found.headers["etag"]) == ("text/html", "ISO-8859-1", '"v1"')
    assert found.headers["last-modified"] == "Mon, 02 Nov 2026 03:00:00 GMT"


@pytest.mark.parametrize("known", [{"etag": '"v1"'}, {"modified": "Mon, 02 Nov 2026 03:00:00 GMT"}])
def test_a_page_that_is_known_is_not_sent_again(site: Website, days: Days, known: dict[str, str]) -> None:
    site.page("/a", etag='"v1"', modified="Mon, 02 Nov 2026 03:00:00 GMT")
    found = page(site, days, **known)
    assert (found.status, found.trouble, found.data) == (304, "", b"")


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (404, "gone"),
        (410, "gone"),
        (401, "closed"),
        (403, "closed"),
        (500, "fault"),
        (502, "fault"),
        (204, "fault"),
        (418, "fault"),
    ],
)
def test_a_website_that_says_no(site: Website, days: Days, status: int, trouble: str) -> None:
    site.paths["/a"] = Served(status=status)
    assert (page(site, days).status, page(site, days).trouble) == (status, trouble)


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/png", "text/plain", "application/json", "text/htmlx"]
)
def test_what_is_no_web_page_is_not_read(site: Website, days: Days, kind: str) -> None:
    site.paths["/a"] = Served(b"%PDF-1.7", kind)
    assert (page(site, days).trouble, page(site, days).data) == ("kind", b"")


@pytest.mark.parametrize("kind", ["text/html", "TEXT/HTML;charset=utf-8", "application/xhtml+xml", ""])
def test_what_is_a_web_page(site: Website, days: Days, kind: str) -> None:
    site.page("/a", kind=kind)
    assert page(site, days).data.startswith(b"<!doctype")


def packed(data: bytes, coding: str = "gzip") -> Served:
    body = gzip.compress(data) if coding == "gzip" else zlib.compress(data)
    return Served(body, headers={"Content-Encoding": coding})


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_packed_page_is_unpacked(site: Website, days: Days, coding: str) -> None:
    site.paths["/a"] = packed(b"<p>Wij bellen u.</p>", coding)
    assert page(site, days).data == b"<p>Wij bellen u.</p>"


def unending(handler: Any) -> None:
    """An answer that never ends, without saying how long it is."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<p>Nog meer.</p>" * 500)
    except OSError:
        handler.close_connection = True


@pytest.mark.parametrize(
    "served",
    [
        Served(b"a" * 20_001),
        Served(b"", headers={"Content-Length": "999999999"}),
        packed(b"\0" * 50_000_000),
        packed(gzip.compress(b"\0" * 50_000_000) * 20),
        unending,
    ],
    ids=["too long", "says so", "a bomb", "a bomb in a bomb", "never ends"],
)
def test_a_page_that_is_too_big_is_dropped(site: Website, days: Days, served: Any) -> None:
    site.paths["/a"] = served
    found = page(site, days)
    assert (found.trouble, found.data) == ("big", b"")


def test_a_page_of_just_the_size_is_read(site: Website, days: Days) -> None:
    site.paths["/a"], site.paths["/b"] = Served(b"a" * 20_000), packed(b"a" * 20_000)
    assert len(page(site, days).data) == len(page(site, days, "/b").data) == 20_000


def raw(*pieces: bytes) -> Any:
    """An answer of exactly these bytes."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"".join(pieces))
        handler.close_connection = True

    return answer


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "served",
    [
        raw(b""),
        raw(b"geen http\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Le"),
        raw(HEAD, b"Content-Length: 100\r\n\r\n<p>Half"),
        raw(HEAD, b"Content-Length: veel\r\n\r\n<p>Half"),
        raw(HEAD, b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
        raw(HEAD, b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd"),
        Served(gzip.compress(b"<p>Wij bellen u.</p>" * 99)[:40], headers={"Content-Encoding": "gzip"}),
        Served(b"abc", headers={"Content-Encoding": "br"}),
        Served(b"abc", headers={"Content-Encoding": "gzip, gzip"}),
        raw(HEAD, b"X: ", b"a" * 200_000, b"\r\n\r\n"),
    ],
)  # fmt: skip
def test_a_broken_reply_is_tried_once_more_and_then_left(site: Website, days: Days, served: Any) -> None:
    site.paths["/a"] = served
    assert page(site, days).trouble == "broken"
    assert site.pages_asked() == ["/a", "/a"]


def test_a_connection_that_was_cut_is_made_again(site: Website, days: Days) -> None:
    site.page("/a")
    good = site.paths["/a"]

    def cut(handler: Any) -> None:
        site.paths["/a"] = good
        handler.close_connection = True

    site.paths["/a"] = cut
    assert page(site, days).status == 200


def dripping(handler: Any) -> None:
    """A head that comes letter by letter, so that no single wait is long."""
    import time

    try:
        for letter in b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 10_000:
            handler.wfile.write(bytes([letter]))
            time.sleep(0.01)
    except OSError:
        handler.close_connection = True


def silent(handler: Any) -> None:
    import time

    time.sleep(1)
    handler.close_connection = True


@pytest.mark.parametrize("served", [dripping, silent])
def test_a_page_that_takes_too_long_is_left(site: Website, days: Days, served: Any) -> None:
    site.paths["/a"] = served
    assert page(site, days, limits=replace(SMALL, whole=0.3)).trouble == "slow"


def test_a_website_that_is_not_there(days: Days) -> None:
    with website() as gone:
        pass
    client = Client(AGENT, Pace(1.0, days.clock()), SMALL)
    with closing(client), Site(gone.home, AGENT, Pace(1.0, days.clock()), SMALL) as site:
        assert site.robots(site.home).reply is not None
        assert site.robots(site.home).reply.trouble == "unreachable"


# --- Sent on


def test_a_page_that_moved_within_the_website_is_followed(site: Website, days: Days) -> None:
    site.moved("/a", "b/../c?x=1#y", 302)
    site.page("/c?x=1")
    assert page(site, days).address == site.at("/c?x=1")


@pytest.mark.parametrize(
    "target",
    ["https://elders.nl/", "http://127.0.0.2/a", "http://169.254.169.254/latest/meta-data", "http://127.0.0.1/a",
     "http://localhost:{port}/a", "//elders.nl/a", "file:///etc/passwd", "ftp://127.0.0.1/", "",
     "http://127.0.0.1:{port}@elders.nl/", "http://jan:geheim@127.0.0.1:{port}/b", "gopher://127.0.0.1:{port}/"],
)  # fmt: skip
def test_a_page_that_sends_us_elsewhere_is_not_followed(site: Website, days: Days, target: str) -> None:
    site.moved("/a", target.format(port=site.port))
    site.page("/b")
    assert page(site, days).trouble == "elsewhere"
    assert site.pages_asked() == ["/a"]


def test_a_page_that_sends_us_to_no_address_at_all(site: Website, days: Days) -> None:
    site.moved("/a", "javascript:alert(1)")
    assert page(site, days).trouble == "broken"
    assert set(site.pages_asked()) == {"/a"}


def test_a_page_that_sends_us_round_and_round(site: Website, days: Days) -> None:
    site.moved("/a", "/b")
    site.moved("/b", "/a")
    assert page(site, days).trouble == "circle"
    assert len(site.pages_asked()) == 6


def test_robots_txt_holds_where_we_are_sent(site: Website, days: Days) -> None:
    site.robots("User-agent: *", "Disallow: /intern")
    site.moved("/a", "/intern/b")
    assert page(site, days).trouble == "robots"
    assert site.pages_asked() == ["/a"]


@pytest.mark.parametrize(
    ("home", "address", "same"),
    [
        ("https://www.gemeente.nl/sitemap.xml", "https://gemeente.nl/a", True),
        ("https://gemeente.nl/sitemap.xml", "https://www.gemeente.nl/a", True),
        ("https://gemeente.nl/", "http://gemeente.nl/a", True),
        ("https://gemeente.nl/", "https://gemeente.nl:8443/a", False),
        ("https://gemeente.nl/", "https://mijn.gemeente.nl/a", False),
        ("https://gemeente.nl/", "https://gemeente.nl.elders.nl/a", False),
        ("https://gemeente.nl/", "https://www.elders.nl/a", False),
    ],
)
def test_with_and_without_www_is_one_website(days: Days, home: str, address: str, same: bool) -> None:
    with Site(home, AGENT, Pace(1.0, days.clock())) as site:
        assert site.has(normal(address)) is same


def test_nothing_goes_from_https_to_http(days: Days) -> None:
    with Site("https://gemeente.nl/", AGENT, Pace(1.0, days.clock())) as site:
        assert site._target("https://gemeente.nl/a", "http://gemeente.nl/b") == ""
        assert site._target("http://gemeente.nl/a", "https://gemeente.nl/b") == "https://gemeente.nl/b"


# --- Who is at the other end


@pytest.mark.parametrize(
    ("first", "later", "welcome"),
    [
        ("192.0.43.10", "192.0.43.10", True),
        ("192.0.43.10", "2a00:1450:4001::1", True),
        ("192.0.43.10", "10.0.0.5", False),
        ("192.0.43.10", "127.0.0.1", False),
        ("192.0.43.10", "169.254.169.254", False),
        ("192.0.43.10", "::1", False),
        ("192.0.43.10", "::ffff:10.0.0.5", False),
        ("192.0.43.10", "fe80::1%eth0", False),
        ("192.0.43.10", "100.64.0.1", False),
        ("10.0.0.5", "10.0.0.6", True),
        ("10.0.0.5", "192.0.43.10", True),
        ("127.0.0.1", "127.0.0.1", True),
    ],
)
def test_a_website_outside_never_leads_inside(first: str, later: str, welcome: bool) -> None:
    peers = Peers()
    assert peers.welcome(first)
    assert peers.welcome(later) is welcome


def test_nothing_is_sent_to_a_name_that_suddenly_points_inside(site: Website, days: Days) -> None:
    site.page("/a")
    with visiting(site, days) as found:
        found._client.peers.outside = True
        assert found._client.get(_ask(site.at("/a"))).trouble == "private"
    assert site.asked == []


def test_a_name_with_other_letters_does_not_lead_inside_either(
    site: Website, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *more, **how: asked("127.0.0.1", *more, **how))
    with Site(
        f"http://coördinatie.nl:{site.port}/sitemap.xml", AGENT, Pace(1.0, days.clock()), SMALL
    ) as found:
        found._client.peers.outside = True
        assert found._client.get(_ask(found.home)).trouble == "private"
    assert site.asked == []


def test_a_proxy_may_be_inside(site: Website, days: Days, monkeypatch: pytest.MonkeyPatch) -> None:
    site.page("http://www.gemeente.example/a")
    monkeypatch.setenv("HTTP_PROXY", site.home)
    with Site("http://www.gemeente.example/sitemap.xml", AGENT, Pace(1.0, days.clock()), SMALL) as found:
        found._client.peers.outside = True
        assert found.page("http://www.gemeente.example/a").status == 200


def _ask(address: str) -> Any:
    from duidelijk.fetching.client import Ask

    return Ask(address, 1000, 5.0, {})


def test_private_is_no_network_trouble() -> None:
    assert not issubclass(PrivatePeer, OSError)


# --- Sitemaps


def test_a_sitemap_names_the_pages_and_when_they_changed(site: Website, days: Days) -> None:
    site.sitemap("/a", ("/b", "2026-10-14"), ("/c", "2026-10-14T08:00:00+01:00"), ("/d", "gisteren"))
    assert [(each.address, each.lastmod) for each in listing(site, days).pages] == [
        (site.at("/a"), ""), (site.at("/b"), "2026-10-14"), (site.at("/c"), "2026-10-14T08:00:00+01:00"), (site.at("/d"), ""),
    ]  # fmt: skip


def test_a_sitemap_may_be_packed_or_name_others(site: Website, days: Days) -> None:
    site.index("/sitemap-1.xml", "/sitemap-2.xml.gz", "/sitemap-1.xml", "https://elders.nl/sitemap.xml")
    site.sitemap("/a", "/b", path="/sitemap-1.xml")
    site.sitemap("/c", path="/sitemap-2.xml.gz", packed=True)
    found = listing(site, days)
    assert [each.address for each in found.pages] == [site.at("/a"), site.at("/b"), site.at("/c")]
    assert found.foreign == ("https://elders.nl/sitemap.xml",)


def test_what_is_no_page_of_the_website_is_left_out_and_counted(site: Website, days: Days) -> None:
    site.sitemap(
        "/a", "/a#top", "/b/../a", "https://elders.nl/a", "b.html", "ftp://127.0.0.1/", "mailto:a@b.nl", " "
    )
    found = listing(site, days)
    assert [each.address for each in found.pages] == [site.at("/a")]
    assert (found.foreign, found.odd, found.doubles) == (("https://elders.nl/a",), 4, 2)


def test_sitemaps_in_sitemaps_come_to_an_end(site: Website, days: Days) -> None:
    site.index("/sitemap.xml", "/sitemap-1.xml")
    for number in range(1, 9):
        site.index(f"/sitemap-{number + 1}.xml", path=f"/sitemap-{number}.xml")
    listing(site, days)
    assert [path for path, _ in site.asked if "sitemap" in path] == [
        "/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml",
    ]  # fmt: skip


def test_no_more_pages_and_sitemaps_than_agreed(site: Website, days: Days) -> None:
    site.index(*[f"/sitemap-{number}.xml" for number in range(9)])
    for number in range(9):
        site.sitemap(f"/a{number}", f"/b{number}", path=f"/sitemap-{number}.xml")
    found = listing(site, days, replace(SMALL, sitemaps=4, pages=5))
    assert (len(found.pages), found.left) == (5, 1)


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10)
)


@pytest.mark.parametrize(
    "xml",
    [
        f"{BOMB}]><urlset><url><loc>&a9;</loc></url></urlset>",
        '<!DOCTYPE a SYSTEM "http://127.0.0.1/geheim"><urlset/>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><urlset><url><loc>&b;</loc></url></urlset>',
        "<!DOCTYPE html><html><body>Niet gevonden</body></html>",
        "<urlset><url><loc>https://a.nl/",
        "<rss><channel/></rss>",
        "geen xml",
        "",
        "<urlset>&onbekend;</urlset>",
        f"<urlset>{'<url/>' * 500_001}</urlset>",
    ],
)
def test_a_sitemap_that_is_no_sitemap_or_a_trap(xml: str) -> None:
    with pytest.raises(ValueError):
        sitemap_in(xml.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_sitemap_says_how_it_is_written(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    xml = f'<?xml version="1.0" encoding="{name}"?><urlset><url><loc> https://a.nl/café </loc></url></urlset>'
    assert sitemap_in(xml.encode(encoding)).entries == (Listed("https://a.nl/café"),)


def test_elements_of_other_makers_are_no_pages() -> None:
    xml = (
        '<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:i="urn:image"><s:url><s:loc>https://a.nl/<!-- -->b</s:loc>'
        "<i:image><i:loc>https://a.nl/foto.jpg</i:loc></i:image></s:url><s:other><s:loc>https://a.nl/c</s:loc></s:other></s:urlset>"
    )
    assert sitemap_in(xml.encode()).entries == (Listed("https://a.nl/b"),)


@pytest.mark.parametrize(
    ("path", "put", "trouble"),
    [
        ("/sitemap.xml", Served(b"x" * 60_000, "application/xml"), "big"),
        ("/sitemap.xml.gz", Served(gzip.compress(b"<urlset>" + b" " * 9_000_000), "application/gzip"), "big"),
        ("/sitemap.xml.gz", Served(gzip.compress(b"<urlset/>")[:-9], "application/gzip"), "broken"),
        ("/sitemap.xml", Served(b"<html>", "text/html"), "broken"),
        ("/sitemap.xml", Served(status=404), "gone"),
        ("/sitemap.xml", Served(status=301, headers={"Location": "https://elders.nl/"}), "elsewhere"),
    ],
)
def test_a_sitemap_that_cannot_be_read_is_told(
    site: Website, days: Days, path: str, put: Served, trouble: str
) -> None:
    site.index(path, "/goed-sitemap.xml", path="/sitemap-index.xml")
    site.sitemap("/a", path="/goed-sitemap.xml")
    site.paths[path] = put
    found = listing(site, days, path="/sitemap-index.xml")
    assert [(each.address, each.trouble) for each in found.failed] == [(site.at(path), trouble)]
    assert [each.address for each in found.pages] == [site.at("/a")]


def test_the_address_of_the_website_itself_is_enough(site: Website, days: Days) -> None:
    site.sitemap("/a")
    assert [each.address for each in listing(site, days, path="/").pages] == [site.at("/a")]
    site.sitemap("/b", path="/kaart-sitemap.xml")
    site.robots(f"Sitemap: {site.at('/kaart-sitemap.xml')}", "Sitemap: https://elders.nl/sitemap.xml")
    assert [each.address for each in listing(site, days, path="").pages] == [site.at("/b")]


def test_a_page_in_the_sitemap_is_as_safe_as_the_sitemap() -> None:
    from duidelijk.fetching.listing import _normal

    assert _normal("https://a.nl/sitemap.xml", "http://a.nl/b") == "https://a.nl/b"
    assert _normal("https://a.nl/sitemap.xml", "http://a.nl:8080/b") == "http://a.nl:8080/b"
    assert _normal("http://a.nl/sitemap.xml", "http://a.nl/b") == "http://a.nl/b"


@pytest.mark.parametrize(
    "data", [gzip.compress(b"a" * 10, mtime=0) + b"rommel", gzip.compress(b"a" * 10, mtime=0)]
)
def test_packed_bytes_are_unpacked_up_to_what_was_agreed(data: bytes) -> None:
    assert unpacked(data, 10) == b"a" * 10
    assert unpacked(data, 9) is None
    assert unpacked(b"niet ingepakt", 99) == b"niet ingepakt"


FETCHED = datetime(2026, 11, 2, 3, 0)


@pytest.mark.parametrize(
    ("lastmod", "before", "now", "same"),
    [
        ("2026-10-14", "2026-10-14", FETCHED + timedelta(days=1), True),
        ("2026-10-14T08:00:00+01:00", "2026-10-14T08:00:00+01:00", FETCHED + timedelta(days=1), True),
        ("2026-11-02T02:59:59Z", "2026-11-02T02:59:59Z", FETCHED + timedelta(days=1), True),
        ("2026-10-14", "2026-10-13", FETCHED + timedelta(days=1), False),
        ("", "", FETCHED + timedelta(days=1), False),
        ("2026-11-02", "2026-11-02", FETCHED + timedelta(days=1), False),
        ("2026-11-01", "2026-11-01", FETCHED + timedelta(days=1), False),
        ("2026-11-02T03:00:01Z", "2026-11-02T03:00:01Z", FETCHED + timedelta(days=1), False),
        ("2026-10-14", "2026-10-14", FETCHED + timedelta(days=8), False),
        ("2099-01-01", "2099-01-01", FETCHED + timedelta(days=1), False),
        ("2026", "2026", FETCHED + timedelta(days=1), False),
        ("9999-12-31", "9999-12-31", FETCHED + timedelta(days=1), False),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00", FETCHED + timedelta(days=1), False),
    ],
)
def test_a_sitemap_is_believed_for_a_week_and_not_on_the_day_itself(
    lastmod: str, before: str, now: datetime, same: bool
) -> None:
    assert still_same(lastmod, before, FETCHED, now) is same


@pytest.mark.parametrize(
    ("only", "without", "left"),
    [
        ((), (), "abcd"),
        (("/wonen",), (), "ab"),
        (("/wonen/",), ("/wonen/huren",), "a"),
        (("https://www.gemeente.nl/nieuws/",), (), "d"),
        (("/*/huren*",), (), "b"),
        ((), ("*2026*",), "abcd"),
        ((), ("/nieuws/2026*", "/won"), "abc"),
        (("/wonen", "/nieuws"), (), "abd"),
    ],
)
def test_pages_are_chosen_by_the_beginning_of_their_path(
    only: tuple[str, ...], without: tuple[str, ...], left: str
) -> None:
    paths = {"a": "/wonen/", "b": "/wonen/huren/", "c": "/wonen-in-dronten", "d": "/nieuws/2026-10"}
    pages = [Listed(f"https://www.gemeente.nl{path}") for path in paths.values()]
    kept = wanted(pages, only, [each for each in without if is_pattern(each)])
    assert [page.address for page in kept] == [f"https://www.gemeente.nl{paths[name]}" for name in left]


# --- TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that no one vouches for, with its key in one file."""
    file = tmp_path_factory.mktemp("tls") / "site.pem"
    ask = [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    try:
        subprocess.run(
            ["openssl", *ask, *names, "-keyout", file, "-out", f"{file}.crt"], check=True, capture_output=True
        )
    except FileNotFoundError:
        pytest.skip("openssl is not installed here")
    file.write_bytes(file.read_bytes() + Path(f"{file}.crt").read_bytes())
    return file


def test_a_certificate_that_no_one_vouches_for_is_refused(
    certificate: Path, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with website(context) as site:
        site.page("/a")
        with visiting(site, days) as found:
            closed = found.robots(site.home).reply
            assert closed is not None and closed.trouble == "unsafe"
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
        assert page(site, days).status == 200
