"""The report in a real browser: for everyone, on a screen, a phone and paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duidelijk.rendering.report_html import render
from tests.report_sample import empty, report
from tests.services import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCREENS = {"desktop": (1280, 900), "phone": (375, 800), "zoomed in": (320, 600)}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of a full report and of one without texts."""
    folder = tmp_path_factory.mktemp("rapport")
    for name, made in (("vol", report()), ("leeg", empty())):
        (folder / f"{name}.html").write_text(render(made), encoding="utf-8")
    return {path.stem: path.as_uri() for path in folder.iterdir()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_no_one_is_shut_out(browser_page: Page, pages: dict[str, str], screen: str, scheme: str) -> None:
    browser_page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    width, height = SCREENS[screen]
    browser_page.set_viewport_size({"width": width, "height": height})
    for address in pages.values():
        browser_page.goto(address)
        assert violations(browser_page) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_line_runs_off_the_screen(browser_page: Page, pages: dict[str, str], screen: str) -> None:
    width, height = SCREENS[screen]
    browser_page.set_viewport_size({"width": width, "height": height})
    browser_page.goto(pages["vol"])
    assert browser_page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_every_link_and_table_that_scrolls(
    browser_page: Page, pages: dict[str, str]
) -> None:
    browser_page.set_viewport_size({"width": 375, "height": 800})
    browser_page.goto(pages["vol"])
    browser_page.keyboard.press("Tab")
    assert browser_page.evaluate("document.activeElement.textContent").strip() == "Naar de samenvatting"
    wanted = browser_page.evaluate("document.querySelectorAll('a[href], [tabindex=\"0\"]').length")
    reached = 1
    for _ in range(wanted + 5):
        browser_page.keyboard.press("Tab")
        if browser_page.evaluate("document.activeElement === document.body"):
            break
        reached += 1
    assert reached == wanted


def test_the_first_sheet_of_paper_holds_the_whole_summary(
    browser_page: Page, pages: dict[str, str], tmp_path: Path
) -> None:
    browser_page.goto(pages["vol"])
    browser_page.emulate_media(media="print")
    browser_page.set_viewport_size({"width": 718, "height": 1047})
    foot = browser_page.evaluate(
        "document.querySelector('#samenvatting').closest('section').getBoundingClientRect().bottom"
    )
    assert foot < 1047 / 2, "half an A4"
    browser_page.pdf(path=tmp_path / "rapport.pdf", format="A4")
    assert (tmp_path / "rapport.pdf").stat().st_size > 10_000
