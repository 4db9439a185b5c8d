"""A website scanned: what is fetched, checked and kept, the next night, after a stop, and by two at once."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

from duidelijk import Checker
from duidelijk.archive import Archive
from duidelijk.cli import cli
from duidelijk.dutch_click import sentence
from duidelijk.errors import ArchiveError, DuidelijkError, FetchError
from duidelijk.fetching import Limits
from duidelijk.model import Scanned, Visit
from duidelijk.rendering.scan_rows import as_csv
from duidelijk.rendering.scan_words import account, plan
from duidelijk.scan_run import scan_website
from tests.programs import counts, kill_when, run, run_at_once
from tests.test_cli import duidelijk
from tests.test_fetching import Days
from tests.websites import GOOD, POOR, Served, Website, website

NIGHT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
LONG = GOOD * 4
SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "schema-scan.json").read_text(encoding="utf-8"))
OPTIONS = {
    "archive": "archief.db", "rate": 1.0, "limit": None, "only": (), "without": (), "again": False, "dry_run": False,
    "genre": None, "department": None, "pipeline": None, "profile": None, "config_file": None,
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checker: Checker) -> Iterator[Website]:
    """A website with three pages in two departments; the commands run in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("duidelijk.checker.load_pipeline", lambda _: checker._nlp)
    with website() as found:
        for path in ("/wonen/a", "/wonen/b", "/belasting/c"):
            found.page(path, LONG, f"<p>Dit is pagina {path[-1]}.</p>", etag=f'"{path}"')
        found.sitemap("/wonen/a", "/wonen/b", "/belasting/c")
        (tmp_path / "duidelijk.toml").write_text(
            f'[[path]]\nurl = "{found.home}/wonen/"\ndepartment = "Ruimte"\n\n'
            f'[[path]]\nurl = "{found.home}/belasting"\ndepartment = "Belastingen"\ntemplate = "Aanslag"\n'
        )
        yield found


@pytest.fixture
def days() -> Days:
    return Days(NIGHT)


def scan(
    site: Website, days: Days, *, path: str = "/sitemap.xml", limits: Limits | None = None, **how: Any
) -> Scanned:
    given = {**OPTIONS, **how}
    return scan_website(f"{site.home}{path}", "duidelijk/0.1.0", days.clock(), limits=limits, **given)


def kinds(scanned: Scanned) -> Counter[str]:
    return Counter(each.kind for each in scanned.visits)


def kept() -> list[dict[str, Any]]:
    with Archive("archief.db", Path.cwd()) as archive:
        return list(archive.rows())


def next_night(site: Website, days: Days, nights: int = 1) -> None:
    days.moment = days.moment.replace(hour=3, minute=0, second=0) + timedelta(days=nights)
    site.asked.clear()


# --- A first scan


def test_every_page_is_checked_and_kept_for_its_department(site: Website, days: Days) -> None:
    found = scan(site, days)
    assert kinds(found) == {"new": 3}
    rows = kept()
    assert sorted((row["department"], row["template"]) for row in rows) == [
        ("Belastingen", "Aanslag"), ("Ruimte", ""), ("Ruimte", ""),
    ]  # fmt: skip
    assert {row["date"] for row in rows} == {"2026-11-02"}
    assert {row["genre"] for row in rows} == {"web"}
    assert [each.grade for each in found.visits] == [row["grade"] for row in rows]


def test_nothing_to_read_is_kept_of_a_page(site: Website, days: Days, tmp_path: Path) -> None:
    site.page(
        "/wonen/geheim-adres", "<p>Mevrouw Zwaluwstra belt u. Indien u wilt, belt u haar.</p>", etag='"abc-1"'
    )
    site.sitemap("/wonen/geheim-adres")
    scan(site, days)
    data = b"".join(path.read_bytes() for path in tmp_path.glob("archief.*")).lower()
    assert b"indien" in data and b"ruimte" in data and b'"abc-1"' in data
    for word in (b"zwaluwstra", b"belt", b"geheim-adres", b"127.0.0.1", b"wonen", b"sitemap"):
        assert word not in data


def test_pages_that_are_no_text_are_told_and_not_kept(site: Website, days: Days) -> None:
    site.paths["/a.pdf"] = Served(b"%PDF-1.7", "application/pdf")
    site.page("/leeg", " ")
    site.page("/menu", "<ul></ul><h2>Alleen koppen</h2>")
    site.page(
        "/engels",
        "<p>" + "This is the page of the city and you can read all of it with the others. " * 6 + "</p>",
    )
    site.moved("/oud", "/wonen/a")
    site.robots("User-agent: *", "Disallow: /intern")
    site.sitemap(
        "/wonen/a", "/a.pdf", "/leeg", "/menu", "/engels", "/oud", "/intern/x", "/weg", "https://elders.nl/"
    )
    found = scan(site, days)
    assert [(each.kind, each.why) for each in found.visits] == [
        ("new", ""),
        ("skipped", "kind"),
        ("unread", "Op deze pagina staan geen zinnen, maar alleen koppen, links of een tabel."),
        ("unread", "Op deze pagina staan geen zinnen, maar alleen koppen, links of een tabel."),
        ("unread", "Deze tekst is in het Engels."),
        ("skipped", "double"),
        ("robots", "robots"),
        ("failed", "gone"),
    ]
    assert found.foreign == 1
    assert len(kept()) == 1


def test_a_page_that_moved_is_kept_once_by_its_new_address(site: Website, days: Days) -> None:
    site.moved("/oud-1", "/belasting/nieuw")
    site.moved("/oud-2", "/belasting/nieuw")
    site.page("/belasting/nieuw", LONG)
    site.sitemap("/oud-1", "/oud-2")
    found = scan(site, days)
    assert [(each.kind, each.department) for each in found.visits] == [
        ("new", "Belastingen"),
        ("skipped", ""),
    ]
    assert len(kept()) == 1


def test_a_page_says_itself_what_it_is(site: Website, days: Days) -> None:
    metas = (
        '<meta name="duidelijk:afdeling" content="Zorg"><meta name="duidelijk:sjabloon" content="Product">'
    )
    site.paths["/wonen/a"] = Served(
        f"<html><head>{metas}</head><body><main>{LONG}</main></body></html>".encode()
    )
    scan(site, days)
    assert ("Zorg", "Product") in {(row["department"], row["template"]) for row in kept()}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<p>Wij helpen cliënten in café ’t Hoekje — elke dag.</p>".encode("cp1252"), "text/html"),
        ("<p>Wij helpen cliënten in café ’t Hoekje — elke dag.</p>".encode(), "text/html; charset=iso-8859-1"),
        ("\ufeff<p>Wij helpen cliënten in café ’t Hoekje — elke dag.</p>".encode("utf-16"), "text/html"),
        ("<meta charset='windows-1250'><p>Wij helpen cliënten in café ’t Hoekje — elke dag.</p>".encode("cp1250"), "text/html"),
        ("<p>Wij helpen cliënten in café ’t Hoekje — elke dag.</p>".encode("utf-16-le"), "text/html; charset=UTF-16LE"),
    ],
)  # fmt: skip
def test_a_page_is_read_in_its_own_character_set(body: bytes, kind: str) -> None:
    from duidelijk.reading import read_page

    charset = kind.partition("charset=")[2]
    assert "cliënten in café ’t Hoekje — elke dag" in read_page(body, "https://a.nl/b", charset=charset).text


# --- The next night


def test_a_page_that_did_not_change_is_not_sent_again(site: Website, days: Days) -> None:
    scan(site, days)
    before = kept()
    next_night(site, days)
    assert kinds(scan(site, days)) == {"unchanged": 3}
    assert [headers.get("if-none-match") for path, headers in site.asked if path in site.pages_asked()] == [
        '"/wonen/a"', '"/wonen/b"', '"/belasting/c"',
    ]  # fmt: skip
    after = kept()
    assert [row["date"] for row in after] == ["2026-11-03"] * 3, "it counts as seen"
    assert [row["grade"] for row in after] == [row["grade"] for row in before]


def test_only_a_page_that_changed_is_checked(site: Website, days: Days) -> None:
    scan(site, days)
    next_night(site, days)
    site.page("/wonen/b", POOR, LONG, etag='"nieuw"')
    assert kinds(scan(site, days)) == {"unchanged": 2, "changed": 1}
    assert len(kept()) == 4


def test_a_website_that_knows_no_versions_is_fetched_and_only_checked_when_the_text_changed(
    site: Website, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(2):
        for path in ("/wonen/a", "/wonen/b", "/belasting/c"):
            site.page(path, LONG, f"<p>Dit is pagina {path[-1]}.</p><script>token={at}</script>")
        if at:
            next_night(site, days)
            monkeypatch.setattr(Checker, "check_document", lambda *_: pytest.fail("checked again"))
        assert kinds(scan(site, days)) == ({"same": 3} if at else {"new": 3})
    assert len(kept()) == 3


@pytest.mark.parametrize("moment", ["2026-10-14", "2026-10-14T08:00:00+01:00"])
def test_a_sitemap_that_says_nothing_changed_spares_the_website(
    site: Website, days: Days, moment: str
) -> None:
    site.sitemap(("/wonen/a", moment), ("/wonen/b", moment))
    scan(site, days)
    next_night(site, days)
    assert kinds(scan(site, days)) == {"unchanged": 2}
    assert site.pages_asked() == []
    next_night(site, days)
    site.sitemap(("/wonen/a", "2026-11-03"), ("/wonen/b", moment))
    scan(site, days)
    assert site.pages_asked() == ["/wonen/a"]
    next_night(site, days, 9)
    scan(site, days)
    assert site.pages_asked() == ["/wonen/a", "/wonen/b"], "not believed for ever"


def test_in_a_new_month_every_page_counts_again_without_a_new_check(
    site: Website, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(site, days)
    next_night(site, days, 30)
    monkeypatch.setattr(Checker, "check_document", lambda *_: pytest.fail("checked again"))
    assert kinds(scan(site, days)) == {"unchanged": 3}
    rows = kept()
    assert Counter(row["date"][:7] for row in rows) == {"2026-11": 3, "2026-12": 3}
    november, december = rows[:3], rows[3:]
    for name in ("document", "version", "grade", "rules", "terms", "department"):
        assert [row[name] for row in november] == [row[name] for row in december]
    next_night(site, days)
    scan(site, days)
    assert len(kept()) == 6


@pytest.mark.parametrize(
    "line",
    ['[rules]\noff = ["jargon"]', '[words]\nallow = ["indien"]', '[rules.lange-zin]\nseverity = {10 = "fout"}'],
)  # fmt: skip
def test_other_rules_are_a_reason_to_fetch_every_page(
    site: Website, days: Days, tmp_path: Path, line: str
) -> None:
    scan(site, days)
    settings = tmp_path / "duidelijk.toml"
    settings.write_text(f"{line}\n\n{settings.read_text()}")
    next_night(site, days)
    assert kinds(scan(site, days)) == {"same": 3}
    assert not any("if-none-match" in headers for _, headers in site.asked)
    assert len(kept()) == 3
    next_night(site, days)
    assert kinds(scan(site, days)) == {"unchanged": 3}


def test_another_department_for_a_part_of_the_website_reaches_pages_that_did_not_change(
    site: Website, days: Days, tmp_path: Path
) -> None:
    scan(site, days)
    settings = tmp_path / "duidelijk.toml"
    settings.write_text(settings.read_text().replace("Ruimte", "Wonen en bouwen"))
    next_night(site, days)
    scan(site, days)
    assert Counter(row["department"] for row in kept()) == {"Wonen en bouwen": 2, "Belastingen": 1}


def test_again_takes_nothing_for_known(site: Website, days: Days) -> None:
    scan(site, days)
    next_night(site, days)
    assert kinds(scan(site, days, again=True)) == {"same": 3}
    assert not any("if-none-match" in headers for _, headers in site.asked)


def test_a_page_that_was_forgotten_is_fetched_again(site: Website, days: Days) -> None:
    scan(site, days)
    with Archive("archief.db", Path.cwd()) as archive:
        archive.forget_department("Ruimte")
    next_night(site, days)
    assert kinds(scan(site, days)) == {"unchanged": 1, "new": 2}
    assert [path for path, headers in site.asked if "if-none-match" in headers] == ["/belasting/c"]


def test_pages_that_left_the_sitemap_are_told_once(site: Website, days: Days) -> None:
    scan(site, days)
    site.sitemap("/wonen/a")
    next_night(site, days)
    assert scan(site, days, only=("/wonen",)).vanished == 0
    assert scan(site, days).vanished == 2
    assert scan(site, days).vanished == 0
    assert len(kept()) == 3


def test_two_sitemaps_of_one_website_do_not_miss_each_others_pages(site: Website, days: Days) -> None:
    site.sitemap("/belasting/c", path="/sitemap-2.xml")
    site.sitemap("/wonen/a", "/wonen/b")
    for _ in range(2):
        assert scan(site, days).vanished == scan(site, days, path="/sitemap-2.xml").vanished == 0
    assert len(kept()) == 3


def test_a_page_that_was_kept_by_another_way_of_writing_is_the_same_page(
    site: Website, days: Days, tmp_path: Path
) -> None:
    name = f"{site.home.upper()}/./wonen/a#top.html"
    page = site.paths["/wonen/a"]
    assert isinstance(page, Served)
    (tmp_path / "duidelijk.toml").write_text("")
    done = duidelijk(
        "collect",
        "-",
        "--stdin-name",
        name,
        "--archive",
        "archief.db",
        cwd=tmp_path,
        stdin=page.body,
    )
    assert done.returncode == 0, done.stderr
    site.sitemap("/wonen/a")
    assert kinds(scan(site, days)) == {"same": 1}
    assert len({row["document"] for row in kept()}) == 1


# --- A part of the website, or a look


def test_a_limit_does_the_rest_another_time(site: Website, days: Days) -> None:
    asked = []
    for _ in range(4):
        site.asked.clear()
        found = scan(site, days, limit=2)
        asked.append([path[-1] for path in site.pages_asked()])
        assert found.later == 1
    assert asked == [["a", "b"], ["c", "a"], ["b", "c"], ["a", "b"]]


def test_a_part_of_the_website(site: Website, days: Days) -> None:
    found = scan(site, days, only=("/wonen/",), without=("/wonen/b",))
    assert [each.address for each in found.visits] == [site.at("/wonen/a")]


def test_a_dry_run_fetches_no_page_and_makes_no_archive(site: Website, days: Days, tmp_path: Path) -> None:
    site.robots("User-agent: *", "Disallow: /wonen/b", "Crawl-delay: 5")
    site.sitemap("/wonen/a", "/wonen/b", "/belasting/c", "/anders")
    found = scan(site, days, dry_run=True)
    assert [(each.kind, each.department) for each in found.visits] == [
        ("todo", "Ruimte"), ("robots", "Ruimte"), ("todo", "Belastingen"), ("todo", ""),
    ]  # fmt: skip
    assert site.pages_asked() == [] and found.delay == 5.0
    assert not (tmp_path / "archief.db").exists()


# --- What stops a scan


@pytest.mark.parametrize(
    ("robots", "sitemap", "said"),
    [
        (Served(status=503), None, "robots.txt is niet te lezen: de website heeft het te druk."),
        (Served(status=500), None, "robots.txt is niet te lezen: fout van de website (500)."),
        (
            Served(b"User-agent: *\nDisallow: /"),
            None,
            "sitemap.xml is niet te lezen: robots.txt staat het niet toe.",
        ),
        (None, Served(status=404), "sitemap.xml is niet te lezen: bestaat niet."),
        (None, Served(b"<html>"), "sitemap.xml is niet te lezen: het antwoord is niet te lezen."),
        (None, Served(b"<urlset/>"), "staan geen pagina's van 127.0.0.1"),
    ],
)
def test_a_website_that_cannot_be_scanned_is_told_in_a_sentence(
    site: Website, days: Days, robots: Served | None, sitemap: Served | None, said: str
) -> None:
    site.paths |= {path: put for path, put in (("/robots.txt", robots), ("/sitemap.xml", sitemap)) if put}
    with pytest.raises(FetchError, match=re.escape(said)):
        scan(site, days)
    assert site.pages_asked() == []


def test_a_hundred_failures_in_a_row_stop_the_scan(site: Website, days: Days) -> None:
    site.sitemap("/wonen/a", *[f"/weg/{number}" for number in range(150)])
    found = scan(site, days)
    assert (
        found.stopped
        == "100 pagina's na elkaar zijn mislukt. Daarom is de scan gestopt. Geef de opdracht later opnieuw."
    )
    assert kinds(found) == {"new": 1, "failed": 100}


def test_failures_between_good_pages_do_not_stop_it(site: Website, days: Days) -> None:
    weg = [f"/weg/{number}" for number in range(150)]
    site.sitemap(*weg[:90], "/wonen/a", *weg[90:])
    assert scan(site, days).stopped == ""


@pytest.mark.parametrize(
    ("headers", "stopped", "asked"),
    [
        (
            {"Retry-After": "7200"},
            "De website vraagt om 2 uur te wachten. Daarom is de scan gestopt. Geef de opdracht later opnieuw.",
            1,
        ),
        ({}, "De website heeft het te druk. Daarom is de scan gestopt. Geef de opdracht later opnieuw.", 15),
    ],
)
def test_a_busy_website_stops_the_scan(
    site: Website, days: Days, headers: dict[str, str], stopped: str, asked: int
) -> None:
    pages = [f"/druk/{number}" for number in range(9)]
    site.sitemap(*pages)
    site.paths |= {path: Served(status=429, headers=headers) for path in pages}
    assert scan(site, days).stopped == stopped
    assert len(site.pages_asked()) == asked


def test_a_page_that_makes_the_program_fail_does_not_stop_it(
    site: Website, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = Checker.check_document

    def failing(self: Checker, document: Any) -> Any:
        if "pagina b" in document.text:
            raise RuntimeError("Mevrouw Zwaluwstra")
        return good(self, document)

    monkeypatch.setattr(Checker, "check_document", failing)
    found = scan(site, days)
    assert kinds(found) == {"new": 2, "failed": 1}
    assert "fout in het programma zelf (RuntimeError" in account(found) and "Zwaluwstra" not in account(found)


# --- Broken off, and two at once


def test_a_scan_that_was_broken_off_goes_on(
    site: Website, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = Checker.check_document

    def broken(self: Checker, document: Any) -> Any:
        if "pagina c" in document.text:
            raise KeyboardInterrupt
        return good(self, document)

    monkeypatch.setattr(Checker, "check_document", broken)
    with pytest.raises(KeyboardInterrupt):
        scan(site, days)
    monkeypatch.setattr(Checker, "check_document", good)
    site.asked.clear()
    days.moment += timedelta(hours=2)
    found = scan(site, days)
    assert kinds(found) == {"earlier": 2, "new": 1}
    assert site.pages_asked() == ["/belasting/c"]
    assert {each.department for each in found.visits} == {"Ruimte", "Belastingen"}
    assert len(kept()) == 3
    assert kinds(scan(site, days)) == {"unchanged": 3}, "the next one begins anew"


def test_a_scan_that_was_broken_off_long_ago_begins_anew(
    site: Website, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duidelijk.scanning.Scan.end", lambda *_, **__: 0)
    scan(site, days)
    next_night(site, days, 2)
    assert kinds(scan(site, days)) == {"unchanged": 3}


COMMAND = ("--archive", "archief.db", "--rate", "10")


def test_a_scan_that_is_killed_loses_and_doubles_nothing(site: Website, tmp_path: Path) -> None:
    paths = [f"/wonen/{number}" for number in range(12)]
    for path in paths:
        site.page(path, LONG, f"<p>Dit is pagina {path}.</p>")
    site.sitemap(*paths)
    command = ("scan", f"{site.home}/sitemap.xml", *COMMAND)
    saved = counts(tmp_path / "archief.db", "SELECT count(*) FROM results", 5)
    assert kill_when(saved, *command, cwd=tmp_path).code == -9
    first = site.pages_asked()
    site.asked.clear()
    done = run(*command, cwd=tmp_path)
    assert done.code == 0, done.errors
    assert len(site.pages_asked()) <= 13 - len(first), "at most one page is fetched twice"
    rows = kept()
    assert len(rows) == len({row["document"] for row in rows}) == 12


def test_of_two_scans_at_once_one_gives_way(site: Website, tmp_path: Path) -> None:
    command = ("scan", f"{site.home}/sitemap.xml", *COMMAND)
    done = run_at_once(command, command, cwd=tmp_path)
    assert sorted(each.code for each in done) == [0, 2]
    refused = next(each for each in done if each.code)
    assert refused.errors.endswith(
        f"Er loopt al een scan van 127.0.0.1:{site.port}. Wacht tot die klaar is.\n"
    )
    assert len(kept()) == 3
    assert Counter(site.pages_asked()).most_common(1)[0][1] == 1


def test_the_lock_is_of_one_program_at_a_time(tmp_path: Path) -> None:
    with Archive("archief.db", tmp_path, create=True) as one, Archive("archief.db", tmp_path) as other:
        with one.website(b"a" * 16).alone() as mine, other.website(b"a" * 16).alone() as theirs:
            assert (mine, theirs) == (True, False)
            with other.website(b"b" * 16).alone() as elsewhere:
                assert elsewhere
        with other.website(b"a" * 16).alone() as now:
            assert now


def test_postgres_remembers_pages_as_well(
    site: Website, days: Days, postgres_archive_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIDELIJK_ARCHIVE_KEY", "0123456789abcdef0123456789abcdef")
    assert kinds(scan(site, days, archive=postgres_archive_url)) == {"new": 3}
    next_night(site, days, 30)
    assert kinds(scan(site, days, archive=postgres_archive_url)) == {"unchanged": 3}
    with Archive(postgres_archive_url, tmp_path) as one, Archive(postgres_archive_url, tmp_path) as other:
        assert Counter(str(row["date"])[:7] for row in one.rows()) == {"2026-11": 3, "2026-12": 3}
        with one.website(b"\xff" * 16).alone() as mine, other.website(b"\xff" * 16).alone() as theirs:
            assert (mine, theirs) == (True, False)
        with other.website(b"\xff" * 16).alone() as now:
            assert now


def test_an_archive_of_before_learns_to_remember_pages(site: Website, days: Days, tmp_path: Path) -> None:
    import sqlite3

    scan(site, days)
    with sqlite3.connect(tmp_path / "archief.db") as connection:
        connection.execute("DROP TABLE pages")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
    connection.close()
    next_night(site, days)
    assert kinds(scan(site, days)) == {"same": 3}
    assert len(kept()) == 3


def test_a_folder_without_room_for_the_lock_is_told(tmp_path: Path) -> None:
    with Archive("archief.db", tmp_path, create=True) as archive:
        (tmp_path / f"archief.{(b'a' * 16).hex()[:8]}.slot").mkdir()
        with (
            pytest.raises(ArchiveError, match=r"kan .* niet worden gemaakt"),
            archive.website(b"a" * 16).alone(),
        ):
            pass


# --- The command


def test_the_command_tells_what_it_did(site: Website, tmp_path: Path) -> None:
    site.page("/wonen/b", POOR, LONG)
    site.sitemap("/wonen/a", "/wonen/b", "/belasting/c", "/weg")
    done = run("scan", f"{site.home}/sitemap.xml", *COMMAND, cwd=tmp_path)
    assert (done.code, done.errors) == (0, "")
    shown = done.output.replace(f"127.0.0.1:{site.port}", "www.gemeente.nl").replace(str(tmp_path), "map")
    assert re.sub(r"\d+ +\d+,\d", "x  9,9", re.sub(r" +\d+,\d  h", " 9,9  h", shown)) == SHOWN


SHOWN = """Bewaard: 3 pagina's van www.gemeente.nl.
  3 nieuw
Mislukt: 1 pagina.
  1 × bestaat niet
    http://www.gemeente.nl/weg

Afdeling                         pagina's   woorden cijfer
Belastingen                             1        x  9,9
Ruimte                                  2       x  9,9

De laagste cijfers:
 9,9  http://www.gemeente.nl/wonen/b
 9,9  http://www.gemeente.nl/belasting/c
 9,9  http://www.gemeente.nl/wonen/a

Bewaard in 'map/archief.db'.
"""


def test_the_outcome_comes_as_a_table_and_for_another_program(site: Website, tmp_path: Path) -> None:
    site.sitemap("/wonen/a", "/belasting/c", "/weg")
    command = ("scan", f"{site.home}/sitemap.xml", *COMMAND, "--format")
    done = run(*command, "json", "--output", "scan.json", cwd=tmp_path)
    assert (done.code, done.output) == (0, "")
    data = json.loads((tmp_path / "scan.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, SCHEMA)
    assert (data["counts"]["new"], data["counts"]["failed"], data["stopped"]) == (2, 1, None)


def test_a_table_has_a_line_for_every_page() -> None:
    visits = (
        Visit("https://a.nl/", "new", "", 200, "=1+1", 7.5, 120),
        Visit("https://a.nl/b", "failed", "slow"),
    )
    rows = list(csv.DictReader(io.StringIO(as_csv(Scanned("a.nl", visits)))))
    assert [list(row.values()) for row in rows] == [
        ["https://a.nl/", "new", "", "200", "'=1+1", "7.5", "120"],
        ["https://a.nl/b", "failed", "slow", "", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("todo", "delay", "said"),
    [
        (3, 1.0, "Op te halen: 3 pagina's van a.nl, 1 per seconde. Dat duurt minder dan een minuut."),
        (1, 0.25, "Op te halen: 1 pagina van a.nl, 4 per seconde. Dat duurt minder dan een minuut."),
        (
            600,
            2.5,
            "Op te halen: 600 pagina's van a.nl, 1 per 2,5 seconden. Dat duurt ongeveer 25 minuten.",
        ),
        (3000, 10.0, "Op te halen: 3000 pagina's van a.nl, 1 per 10 seconden. Dat duurt ongeveer 8 uur."),
    ],
)
def test_a_dry_run_says_how_long_a_scan_takes(todo: int, delay: float, said: str) -> None:
    pages = tuple(Visit(f"https://a.nl/{number}", "todo") for number in range(todo))
    assert plan(Scanned("a.nl", pages, delay=delay)).splitlines()[-1] == said


def test_the_website_is_told_who_to_write_to(site: Website, tmp_path: Path) -> None:
    run("scan", f"{site.home}/sitemap.xml", "--dry-run", "--contact", "web@gemeente.nl", cwd=tmp_path)
    assert {headers["user-agent"] for _, headers in site.asked} == {"duidelijk/0.1.0 (+web@gemeente.nl)"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["www.gemeente.nl/sitemap.xml"], "'www.gemeente.nl/sitemap.xml' is geen volledig webadres."),
        (["https://jan:geheim@gemeente.nl/"], "'https://…@gemeente.nl/' is geen volledig webadres."),
        (["ftp://jan:g@heim@gemeente.nl/@"], "'ftp://…@gemeente.nl/@' is geen volledig webadres."),
        (["sitemap.xml"], "is geen volledig webadres."),
        (["https://gemeente.nl/", "--rate", "0"], "Geef een getal van 0.01 tot en met 10."),
        (["https://gemeente.nl/", "--rate", "50"], "Geef een getal van 0.01 tot en met 10."),
        (
            ["https://gemeente.nl/", "--contact", "wij\nHost: a"],
            "Geef achter --contact een e-mailadres of webadres",
        ),
        (["https://gemeente.nl/", "--only", "wonen"], "'wonen' kan niet achter --only of --except."),
        (["https://gemeente.nl/", "--except", ""], "'' kan niet achter --only of --except."),
        (["https://gemeente.nl/", "--output", "geen/map/a.json"], "De map 'geen/map' bestaat niet."),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said in told("scan", *arguments)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["check", "collect", "gate"])
def test_other_commands_say_that_an_address_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.setenv("DUIDELIJK_ARCHIVE", str(tmp_path / "archief.db"))
    assert cli.main([command, "https://www.gemeente.nl/wonen/"], standalone_mode=False) == 2
    said = "'https://www.gemeente.nl/wonen/' is een webadres en geen bestand. Gebruik duidelijk scan"
    assert said in capsys.readouterr().err


def told(*arguments: str) -> str:
    """What the command says is wrong."""
    try:
        cli.main([*arguments], standalone_mode=False, prog_name="duidelijk")
    except DuidelijkError as problem:
        return str(problem)
    except click.ClickException as problem:
        return sentence(problem)
    raise AssertionError("nothing was wrong")


def test_reasons_are_counted_and_a_few_pages_named() -> None:
    gone = tuple(Visit(f"https://a.nl/{number}", "failed", "gone", 404) for number in range(5))
    more = Visit("https://a.nl/x", "failed", "fault", 502)
    shown = account(
        Scanned("a.nl", (*gone, more), "'archief.db'", odd=2, later=1, sitemaps=(("https://a.nl/s", "slow"),))
    )
    assert shown.splitlines() == [
        "Bewaard: 0 pagina's van a.nl.",
        "Mislukt: 6 pagina's.",
        "  5 × bestaat niet",
        "    https://a.nl/0",
        "    https://a.nl/1",
        "    https://a.nl/2",
        "    en nog 2",
        "  1 × fout van de website (502)",
        "    https://a.nl/x",
        "2 regels in de sitemap zijn geen webadres.",
        "1 pagina is voor een volgende keer.",
        "De sitemap https://a.nl/s is niet gelezen: duurt te lang.",
    ]
