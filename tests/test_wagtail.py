"""The example site in Wagtail, in a real browser, with the real server of duidelijk behind it.

One site and one server for all tests. Between them stands a relay, that notes what is asked and can misbehave.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from duidelijk.archive import Archive
from tests import relay, servers, services, wagtail_sites
from tests.relay import Relay
from tests.wagtail_sites import CLEAR, UNCLEAR

if TYPE_CHECKING:
    from playwright.sync_api import Page

PASSWORD = "proef-wachtwoord"
START, CLEAR_PAGE, UNCLEAR_PAGE = 3, 4, 5  # as `voorbeeldsite` makes them
REASONS = '[gate]\nreasons = ["spoedbericht", "wettelijke tekst", "citaat", "anders"]\n'


@pytest.fixture(scope="module")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wagtail_sites.make_wagtail_site(tmp_path_factory.mktemp("wagtail"))


@pytest.fixture(scope="module")
def server_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server of duidelijk has its settings and its archive."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "duidelijk.toml").write_text(REASONS, "utf-8")
    return folder


@pytest.fixture(scope="module")
def server(server_folder: Path) -> Iterator[Relay]:
    """The real server, through the relay."""
    places = (
        "--config",
        str(server_folder / "duidelijk.toml"),
        "--archive",
        str(server_folder / "archief.db"),
    )
    with servers.serving("--workers", "1", *places) as behind:
        between = Relay(behind.url)
        between.open()
        yield between
        between.close()


@pytest.fixture(scope="module")
def site(site_folder: Path, server: Relay) -> Iterator[str]:
    """The site; it waits so long that a busy machine does not look like a server that fails."""
    with wagtail_sites.wagtail_site(
        site_folder, DUIDELIJK_URL=server.url, DUIDELIJK_TOKEN="geheim", DUIDELIJK_TIMEOUT="30"
    ) as url:
        yield url


@pytest.fixture(scope="module")
def hasty_site(site_folder: Path, server: Relay) -> Iterator[str]:
    """The same site, that waits for one second."""
    with wagtail_sites.wagtail_site(site_folder, DUIDELIJK_URL=server.url, DUIDELIJK_TIMEOUT="1") as url:
        yield url


class Editor:
    """Someone who is logged in and sends the forms of the admin, as a browser would."""

    def __init__(self, site: str, name: str) -> None:
        self.site = site
        self.client = httpx.Client(base_url=f"{site}/admin/", follow_redirects=True, timeout=60)
        self.client.get("login/")
        self.post("login/", username=name, password=PASSWORD)

    def get(self, path: str) -> httpx.Response:
        return self.client.get(path)

    def post(self, path: str, **fields: Any) -> httpx.Response:
        return self.client.post(
            path, data={"csrfmiddlewaretoken": self.client.cookies["csrftoken"], **fields}
        )

    def add(self, title: str, intro: str, action: str = "publish", **fields: str) -> httpx.Response:
        """A new page in one go; its slug is the title in lower case."""
        return self.post(f"pages/add/home/infopage/{START}/", **page_form(title, intro, action) | fields)

    def start(self, title: str, intro: str) -> int:
        """The number of a new draft."""
        return number_of(self.add(title, intro, action="save"))

    def edit(
        self, number: int, title: str, intro: str, action: str = "publish", **fields: str
    ) -> httpx.Response:
        return self.post(f"pages/{number}/edit/", **page_form(title, intro, action) | fields)

    def draft(self, number: int) -> str:
        """The page as the editor finds it again."""
        return self.get(f"pages/{number}/edit/").text

    def anyway_form(self, number: int, reason: str) -> dict[str, str]:
        """What the form on the page of the check sends now."""
        shown = self.get(f"duidelijk/{number}/").text
        found = re.search(r'name="revision" value="(\d+)"', shown)
        assert found, shown
        return {"revision": found.group(1), "reason": reason}

    def anyway(self, number: int, reason: str) -> httpx.Response:
        return self.post(f"duidelijk/{number}/toch-publiceren/", **self.anyway_form(number, reason))

    def browse(self, page: Page, path: str) -> Page:
        """The same person, in the browser."""
        for name, value in self.client.cookies.items():
            page.context.add_cookies([{"name": name, "value": value, "url": self.site}])
        page.goto(f"{self.site}/admin/{path}")
        return page


def page_form(title: str, intro: str, action: str) -> dict[str, str]:
    counts = {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    text = {
        "title": title,
        "slug": title.lower(),
        "department": "Burgerzaken",
        "intro": intro,
        "body-count": "0",
    }
    return {**counts, "comments-MAX_NUM_FORMS": "", **text, f"action-{action}": "1"}


@pytest.fixture(scope="module")
def editor(site: str) -> Editor:
    """Someone who may publish."""
    return Editor(site, "webredacteur")


@pytest.fixture(scope="module")
def hasty(hasty_site: str) -> Editor:
    """The same person, on the site that waits for one second."""
    return Editor(hasty_site, "webredacteur")


@pytest.fixture(scope="module")
def writer(site: str) -> Editor:
    """Someone who may not."""
    return Editor(site, "schrijver")


def publish_by_hand(page: Page) -> None:
    page.get_by_role("button", name="Meer acties").click()
    page.get_by_role("button", name="Publiceer", exact=True).click()
    page.wait_for_load_state()


def visitor(site: str, slug: str) -> str:
    """What a visitor sees; empty where there is no page."""
    answer = httpx.get(f"{site}/{slug}/")
    return answer.text if answer.status_code == 200 else ""


def number_of(answer: httpx.Response) -> int:
    return int(re.findall(r"/(\d+)/", str(answer.url))[-1])


def words(answer: httpx.Response) -> str:
    """The visible words of a page, more or less."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


# --- By hand


def test_an_unclear_page_stays_a_draft_and_the_editor_sees_why(editor: Editor, browser_page: Page) -> None:
    page = editor.browse(browser_page, f"pages/{UNCLEAR_PAGE}/edit/")
    page.get_by_role("textbox", name="Inleiding").fill(UNCLEAR)
    publish_by_hand(page)
    shown = page.locator("main")
    assert page.url.endswith(f"/admin/duidelijk/{UNCLEAR_PAGE}/")
    assert "Deze pagina is nog niet gepubliceerd" in shown.inner_text()
    assert re.search(r"Het cijfer is \d,\d\. Dat moet minstens 7,0 zijn\.", shown.inner_text())
    assert "‘indien’ klinkt formeel" in shown.inner_text()
    assert "Voorstel: Als" in shown.inner_text()
    assert services.violations(page) == []
    page.get_by_role("link", name="Verbeter de pagina").click()
    assert page.get_by_role("textbox", name="Inleiding").input_value() == UNCLEAR
    assert not visitor(editor.site, "spoedprocedure")


def test_a_clear_page_goes_out_with_its_grade(editor: Editor, browser_page: Page) -> None:
    page = editor.browse(browser_page, f"pages/{CLEAR_PAGE}/edit/")
    page.get_by_role("textbox", name="Inleiding").fill(CLEAR)
    publish_by_hand(page)
    messages = page.locator(".messages").inner_text()
    assert re.search(
        r"De tekst van ‘Paspoort of ID-kaart aanvragen’ mag naar buiten\. Cijfer: \d+,\d\.", messages
    )
    assert "is gepubliceerd" in messages
    assert CLEAR in visitor(editor.site, "paspoort")


def test_with_a_reason_the_page_goes_out_all_the_same(
    editor: Editor, server: Relay, browser_page: Page
) -> None:
    number = number_of(editor.add("Spoed", UNCLEAR))
    page = editor.browse(browser_page, f"duidelijk/{number}/")
    button = page.get_by_role("button", name="Toch publiceren")
    button.click()
    assert page.url.endswith(f"/duidelijk/{number}/")  # without a reason nothing is sent
    page.get_by_label("Wettelijke tekst").check()
    button.click()
    page.wait_for_url("**/admin/pages/**")
    messages = page.locator(".messages").inner_text()
    assert "‘Spoed’ is toch gepubliceerd. Uw reden: wettelijke tekst." in messages
    assert server.asked[-1]["reden"] == "wettelijke tekst"
    assert UNCLEAR in visitor(editor.site, "spoed")


def test_an_unclear_new_text_leaves_what_visitors_see(editor: Editor) -> None:
    number = editor.start("Balie", CLEAR)
    editor.edit(number, "Balie", CLEAR)
    answer = editor.edit(number, "Balie", UNCLEAR)
    assert "Bezoekers zien nog de vorige versie." in words(answer)
    assert CLEAR in visitor(editor.site, "balie")
    assert UNCLEAR in editor.draft(number)


def test_a_page_that_is_made_and_published_in_one_go_is_never_seen_when_it_is_unclear(editor: Editor) -> None:
    answer = editor.add("Nieuw", UNCLEAR)
    assert "Bezoekers zien de pagina nog niet." in words(answer)
    assert not visitor(editor.site, "nieuw")
    assert UNCLEAR in editor.draft(number_of(answer))


def test_a_page_that_is_made_and_published_in_one_go_is_not_seen_during_the_check(
    editor: Editor, server: Relay
) -> None:
    seen: list[str] = []

    def look(handler: Any) -> None:
        seen.append(visitor(editor.site, "haast"))
        relay.answers(500, b"")(handler)

    with server.misbehaving(look):
        editor.add("Haast", CLEAR)
    assert seen == [""]
    assert CLEAR in visitor(editor.site, "haast")


def test_what_the_server_gets_is_the_page_as_a_visitor_sees_it(editor: Editor, server: Relay) -> None:
    editor.add("Vraag", CLEAR)
    asked = server.asked[-1]
    assert sorted(asked) == ["afdeling", "bron", "html", "soort"]
    assert (asked["soort"], asked["afdeling"]) == ("web", "Burgerzaken")
    assert asked["bron"] == "http://127.0.0.1:8000/vraag/"
    assert [line.strip() for line in asked["html"].splitlines() if line.strip()] == [
        line.strip() for line in visitor(editor.site, "vraag").splitlines() if line.strip()
    ]
    assert server.tokens[-1] == "Bearer geheim"


# --- Publishing all the same


def test_without_a_reason_nothing_is_published(editor: Editor) -> None:
    number = number_of(editor.add("Zonder", UNCLEAR))
    answer = editor.anyway(number, "")
    assert "Kies eerst een reden." in words(answer)
    assert "Kies een reden uit de lijst." in words(editor.anyway(number, "zomaar"))
    assert not visitor(editor.site, "zonder")


def test_the_question_for_a_reason_is_accessible_with_its_error(editor: Editor, browser_page: Page) -> None:
    number = number_of(editor.add("Reden", UNCLEAR))
    page = editor.browse(browser_page, f"duidelijk/{number}/")
    page.eval_on_selector_all("main input[type=radio]", "all => all.forEach(each => each.required = false)")
    page.get_by_role("button", name="Toch publiceren").click()
    assert page.get_by_role("alert").inner_text() == "Kies eerst een reden."
    assert services.violations(page) == []


def test_the_archive_counts_the_reason_and_nobody(editor: Editor, server_folder: Path) -> None:
    editor.anyway(number_of(editor.add("Geteld", UNCLEAR)), "anders")
    rows = Archive(str(server_folder / "archief.db"), server_folder).override_rows()
    counted = next(row for row in rows if row["reason"] == "anders")
    assert (counted["department"], counted["genre"], counted["texts"]) == ("Burgerzaken", "web", 1)


def test_sending_the_reason_twice_publishes_once(editor: Editor, server: Relay) -> None:
    number = number_of(editor.add("Dubbel", UNCLEAR))
    form = editor.anyway_form(number, "citaat")
    editor.post(f"duidelijk/{number}/toch-publiceren/", **form)
    asked = len(server.asked)
    again = editor.post(f"duidelijk/{number}/toch-publiceren/", **form)
    assert "Deze versie is al gepubliceerd." in words(again)
    assert not any("reden" in each for each in server.asked[asked:])


def test_a_reason_for_an_older_text_does_not_publish_the_new_one(editor: Editor) -> None:
    number = number_of(editor.add("Ouder", UNCLEAR))
    form = editor.anyway_form(number, "citaat")
    editor.edit(number, "Ouder", UNCLEAR + " Dit staat er nu ook.", action="save")
    answer = editor.post(f"duidelijk/{number}/toch-publiceren/", **form)
    assert "De pagina is intussen veranderd." in words(answer)
    assert not visitor(editor.site, "ouder")


def test_a_writer_who_may_not_publish_can_look_and_no_more(writer: Editor, browser_page: Page) -> None:
    number = writer.start("Schrijver", UNCLEAR)
    page = writer.browse(browser_page, f"duidelijk/{number}/")
    assert page.get_by_role("button", name="Toch publiceren").count() == 0
    assert "Vraag dan iemand die mag publiceren" in page.locator("main").inner_text()
    assert services.violations(page) == []
    assert "je hebt geen toegang" in words(
        writer.post(f"duidelijk/{number}/toch-publiceren/", reason="citaat", revision=1)
    )
    assert not visitor(writer.site, "schrijver")


def test_the_reason_must_come_from_the_page_itself(editor: Editor) -> None:
    path = f"duidelijk/{UNCLEAR_PAGE}/toch-publiceren/"
    assert editor.client.post(path, data={"reason": "citaat"}).status_code == 403
    assert editor.get(path).status_code == 405


# --- Other ways to publish


def test_a_page_for_later_is_checked_when_the_time_is_set(editor: Editor) -> None:
    later = {"go_live_at": "2099-01-01 09:00"}
    answer = editor.add("Later", UNCLEAR, **later)
    assert "Deze pagina is nog niet gepubliceerd" in words(answer)
    answer = editor.anyway(number_of(answer), "spoedbericht")
    assert "‘Later’ wordt gepubliceerd op de tijd die u koos." in words(answer)
    assert not visitor(editor.site, "later")


def test_of_several_pages_the_unclear_ones_are_named_and_nothing_is_published(
    editor: Editor, browser_page: Page
) -> None:
    clear, unclear = editor.start("Samen", CLEAR), editor.start("Apart", UNCLEAR)
    path = f"bulk/wagtailcore/page/publish/?id={clear}&id={unclear}&next=/admin/pages/{START}/"
    page = editor.browse(browser_page, path)
    page.get_by_role("button", name="Ja, publiceer").click()
    shown = page.locator("main").inner_text()
    assert "Er is nog niets gepubliceerd" in shown
    assert "Apart, cijfer" in shown
    assert "Samen" not in shown
    assert services.violations(page) == []
    assert not visitor(editor.site, "samen")
    page.get_by_role("link", name="Publiceer alleen de andere pagina").click()
    page.get_by_role("button", name="Ja, publiceer").click()
    assert "Gecontroleerd: 1 pagina. Alles mag naar buiten." in page.locator(".messages").inner_text()
    assert CLEAR in visitor(editor.site, "samen")
    assert not visitor(editor.site, "apart")


def test_an_approved_page_stays_a_draft_when_it_is_unclear(writer: Editor, editor: Editor) -> None:
    told = writer.add("Akkoord", UNCLEAR, action="submit")
    assert "‘Akkoord’ kan duidelijker." in words(told)
    number = int(re.findall(r"/admin/duidelijk/(\d+)/", told.text)[0])
    approve = {"workflow-action-name": "approve", "action-workflow-action": "true"}
    answer = editor.edit(number, "Akkoord", UNCLEAR, action="workflow-action", **approve)
    assert "Deze pagina is nog niet gepubliceerd" in words(answer)
    assert not visitor(editor.site, "akkoord")
    assert "‘Akkoord’ is goedgekeurd, maar nog niet gepubliceerd." in words(
        editor.get(f"pages/{number}/edit/")
    )


def test_an_approved_page_goes_out_when_it_is_clear(writer: Editor, editor: Editor) -> None:
    told = writer.add("Goed", CLEAR, action="submit")
    assert "De tekst van ‘Goed’ mag naar buiten." in words(told)
    number = int(re.findall(r"/admin/pages/(\d+)/edit/", told.text)[0])
    approve = {"workflow-action-name": "approve", "action-workflow-action": "true"}
    editor.edit(number, "Goed", CLEAR, action="workflow-action", **approve)
    assert CLEAR in visitor(editor.site, "goed")


def test_where_unclear_pages_are_only_advised_about_they_go_out(editor: Editor, browser_page: Page) -> None:
    counts = {
        key: value for key, value in page_form("Start", UNCLEAR, "publish").items() if key != "body-count"
    }
    answer = editor.post(f"pages/{START}/edit/", **{**counts, "slug": "start"})
    assert "‘Start’ kan duidelijker. Cijfer:" in words(answer)
    assert UNCLEAR in httpx.get(f"{editor.site}/").text
    page = editor.browse(browser_page, f"duidelijk/{START}/")
    assert "Deze tekst kan duidelijker" in page.locator("main").inner_text()
    assert page.get_by_role("button", name="Toch publiceren").count() == 0
    assert services.violations(page) == []


# --- A check never stands in the way

RIGHT = {"publiceerbaar": False, "redenen": ["Nee."], "cijfer": 2.0}
FAILURES = {
    "not there": (None, "de server voor de controle is niet bereikbaar"),
    "hangs up": (relay.hangs_up, "de server voor de controle is niet bereikbaar"),
    "says nothing": (relay.waits, "de controle duurde te lang"),
    "drips": (relay.drips, "de controle duurde te lang"),
    "is broken": (relay.answers(500, b"oeps"), "de server antwoordde met code 500"),
    "is busy": (relay.answers(503, b"{}"), "de server heeft het te druk"),
    "knows no such token": (
        relay.answers(401, b"{}"),
        "de server kent deze website niet: het token klopt niet",
    ),
    "sends elsewhere": (relay.answers(307, b"", Location="/x"), "de server antwoordde met code 307"),
    "talks rubbish": (relay.answers(200, b"<html>"), "het antwoord van de server is niet te lezen"),
    "talks nonsense": (relay.answers(200, b"[1]"), "het antwoord van de server is niet te lezen"),
    "says it otherwise": (
        relay.answers(200, b'{"publiceerbaar": "nee"}'),
        "het antwoord van de server is niet te lezen",
    ),
    "leaves things out": (
        relay.answers(200, json.dumps({**RIGHT, "bevindingen": [{}]}).encode()),
        "het antwoord van de server is niet te lezen",
    ),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_server_that_fails_does_not_stop_a_page(failure: str, hasty: Editor, server: Relay) -> None:
    behaviour, problem = FAILURES[failure]
    slug = f"mis{list(FAILURES).index(failure)}"
    with server.misbehaving(behaviour):
        answer = hasty.add(slug, UNCLEAR)
    assert f"De tekst van ‘{slug}’ is niet gecontroleerd: {problem}" in words(answer)
    assert UNCLEAR in visitor(hasty.site, slug)


def test_a_reason_that_the_server_does_not_know_does_not_stop_a_page(editor: Editor, server: Relay) -> None:
    number = number_of(editor.add("Onbekend", UNCLEAR))
    form = editor.anyway_form(number, "anders")
    with server.misbehaving(relay.answers(422, b"{}")):
        answer = editor.post(f"duidelijk/{number}/toch-publiceren/", **form)
    assert "Uw reden is niet geteld." in words(answer)
    assert UNCLEAR in visitor(editor.site, "onbekend")


def test_the_page_of_the_check_says_that_it_could_not_check(
    editor: Editor, browser_page: Page, server: Relay
) -> None:
    number = editor.start("Stil", UNCLEAR)
    with server.misbehaving(relay.answers(500, b"")):
        page = editor.browse(browser_page, f"duidelijk/{number}/")
    assert "U kunt de pagina gewoon publiceren." in page.locator("main").inner_text()
    assert services.violations(page) == []


def test_several_pages_go_out_when_the_server_is_away_and_it_is_asked_once(
    editor: Editor, server: Relay
) -> None:
    numbers = [editor.start(title, UNCLEAR) for title in ("Eerste", "Tweede")]
    asked = len(server.asked)
    with server.misbehaving(relay.answers(500, b"")):
        answer = editor.post(f"bulk/wagtailcore/page/publish/?id={numbers[0]}&id={numbers[1]}&next=/admin/")
    assert "Niet gecontroleerd: 2 pagina’s." in words(answer)
    assert len(server.asked) == asked + 1
    assert UNCLEAR in visitor(editor.site, "eerste")


def test_the_log_of_the_site_holds_no_text(editor: Editor, server: Relay, site_folder: Path) -> None:
    with server.misbehaving(relay.answers(500, b"")):
        editor.add("Logboek", UNCLEAR)
    log = (site_folder / "manage.log").read_text("utf-8")
    assert "not checked: de server antwoordde met code 500" in log
    assert "reisdocument" not in log


# --- Settings


@pytest.mark.parametrize("wrong", [{"DUIDELIJK_MODE": "blokkeren"}, {"DUIDELIJK_URL": "server:8081"}])
def test_settings_that_are_wrong_are_named(wrong: dict[str, str], site_folder: Path) -> None:
    with pytest.raises(AssertionError, match=next(iter(wrong))):
        wagtail_sites.manage(site_folder, "check", **wrong)


def test_the_migrations_are_complete(site_folder: Path) -> None:
    assert "No changes detected" in wagtail_sites.manage(site_folder, "makemigrations", "--check")
