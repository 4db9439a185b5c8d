"""The writer's page, in a real browser, with a real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from duidelijk import reading
from tests import services
from tests.servers import TOKEN, serving
from tests.writing_page import LETTER, Writer, free_port

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


@pytest.fixture
def address(server_url: str) -> str:
    return f"{server_url}/"


@pytest.fixture
def writer(browser_page, address) -> Iterator[Writer]:
    """Somebody who has just come to the page; in the end there was no complaint, and no other site."""
    someone = Writer(browser_page, address).arrive()
    yield someone
    assert someone.complaints == []
    assert {url for url in someone.visited if not url.startswith((address, "blob:"))} == set()


@pytest.fixture
def letter(writer: Writer) -> Writer:
    return writer.write(LETTER)


# --- Marks and the grade


def test_marks_and_a_grade_appear_while_somebody_types(writer: Writer) -> None:
    writer.page.locator(".cm-content").focus()
    writer.page.keyboard.type("Indien u belt. ", delay=5)
    writer.checked()
    assert writer.marked() == ["Indien"]
    assert (
        "40 woorden" in writer.page.locator("#niveau").inner_text()
        or "kort" in writer.page.locator("#niveau").inner_text()
    )
    writer.write(LETTER)
    assert writer.page.locator("#getal").inner_text().replace(",", "").isdigit()
    assert "(schatting)" in writer.page.locator("#niveau").inner_text()
    assert "Met deze" in writer.page.locator("#belofte").inner_text()


def test_an_empty_page_says_what_to_do_and_has_no_grade(writer: Writer) -> None:
    assert writer.page.locator(".begin").is_visible()
    assert not writer.page.locator("#getal").is_visible()
    writer.page.click("text=Bekijk een voorbeeld")
    writer.checked()
    assert not writer.page.locator(".begin").is_visible()
    assert len(writer.marked()) > 10


def test_marks_go_along_with_the_text_before_there_is_an_answer(letter: Writer) -> None:
    letter.page.route("**/pagina/controle", lambda route: None)
    letter.page.keyboard.press("Control+Home")
    letter.page.keyboard.insert_text("Onderwerp 🏛️\n\n")
    assert "Indien" in letter.marked() and "reeds" in letter.marked()


def test_a_word_that_changes_loses_its_mark_at_once(letter: Writer) -> None:
    letter.page.route("**/pagina/controle", lambda route: None)
    before = letter.marked()
    letter.page.locator(".cm-content mark", has_text="reeds").dblclick()
    letter.page.keyboard.insert_text("gisteren")
    assert "reeds" in before and not {"reeds", "gisteren"} & set(letter.marked())


def test_whatever_somebody_does_a_mark_stays_on_words_that_were_marked(letter: Writer) -> None:
    letter.page.route("**/pagina/controle", lambda route: None)
    known = set(letter.marked(".woorden"))
    chance = Random(9)
    keys = ["Enter", "Backspace", "Delete", " ", "a", "🏛️", "Control+Delete", "Control+Z", "Control+Y"]
    for _ in range(60):
        letter.page.keyboard.press(chance.choice(["ArrowLeft", "ArrowDown", "ArrowUp", "Control+ArrowRight"]))
        key = chance.choice(keys)
        letter.page.keyboard.insert_text(key) if key == "🏛️" else letter.page.keyboard.press(key)
        assert set(letter.marked(".woorden")) <= known


def test_an_answer_that_comes_late_marks_the_right_words(letter: Writer) -> None:
    held = []
    letter.page.route("**/pagina/controle", lambda route: held.append(route))
    letter.page.keyboard.press("Control+End")
    letter.page.keyboard.insert_text("Wij sturen u een brief teneinde u te informeren. ")
    letter.asking()
    letter.page.keyboard.press("Control+Home")
    letter.page.keyboard.insert_text("Nieuw: ")
    held[0].continue_()
    letter.page.wait_for_selector(".cm-content mark:has-text('teneinde')")
    assert {"Indien", "reeds", "teneinde"} <= set(letter.marked())


def test_an_answer_to_an_older_text_is_not_shown(letter: Writer) -> None:
    held = []
    letter.page.route(
        "**/pagina/controle", lambda route: held.append(route) if not held else route.continue_()
    )
    letter.page.keyboard.press("Control+End")
    letter.page.keyboard.insert_text("Teneinde u te helpen. ")
    letter.asking()
    letter.page.keyboard.press("Control+A")
    letter.page.keyboard.insert_text("Dit is een gewone zin.")
    letter.checked()
    assert letter.marked() == [] and len(held) == 1


# --- Suggestions


def test_one_click_puts_a_suggestion_in_the_text_and_nothing_else_changes(letter: Writer) -> None:
    before = letter.text()
    letter.open("Indien")
    assert "klinkt formeel" in letter.card().inner_text()
    letter.suggestion("Als").click()
    assert letter.text() == before.replace("Indien", "Als")
    letter.checked()
    assert "Als" not in letter.marked()


def test_where_marks_lie_over_each_other_the_shortest_opens_first(writer: Writer) -> None:
    writer.page.click("text=Bekijk een voorbeeld")
    writer.checked()
    titles = []
    for _ in range(3):
        writer.open("Indien")
        titles.append(writer.card().locator(".titel").inner_text())
    assert titles == ["Formeel woord", "Lange zin", "Formeel woord"]


def test_undo_takes_back_one_suggestion_in_one_step(letter: Writer) -> None:
    before = letter.text()
    for words, better in (("Indien", "Als"), ("reeds", "al")):
        letter.open(words)
        letter.suggestion(better).click()
        letter.checked()
    assert letter.page.evaluate("!document.activeElement.classList.contains('cm-content')")
    letter.page.keyboard.press("Control+Z")
    assert letter.text() == before.replace("Indien", "Als")
    letter.page.keyboard.press("Control+Z")
    assert letter.text() == before
    letter.page.keyboard.press("Control+Y")
    assert letter.text() == before.replace("Indien", "Als")
    letter.page.keyboard.press("Control+Z")
    letter.checked()
    assert {"Indien", "reeds"} <= set(letter.marked())


def test_suggestions_can_be_followed_with_the_keyboard_alone(letter: Writer) -> None:
    before = letter.text()
    letter.page.keyboard.press("Control+Home")
    letter.page.keyboard.press("F8")
    assert "Melding 1 van" in letter.page.locator("#stem").inner_text()
    letter.page.keyboard.press("Alt+Enter")
    assert letter.page.evaluate("document.activeElement.className") == "voorstel"
    letter.page.keyboard.press("Enter")
    assert letter.text() == before.replace("Indien", "Als")
    assert letter.page.evaluate("document.activeElement !== document.body")
    letter.page.keyboard.press("Escape")
    assert letter.page.evaluate("document.activeElement.classList.contains('cm-content')")


def test_a_question_is_asked_and_the_answer_is_put_in_the_text(letter: Writer) -> None:
    letter.open("wordt")
    choices = letter.card().locator(".voorstel")
    assert "Met ‘wij’" in choices.first.inner_text() and "Kies:" in letter.card().inner_text()
    choices.first.click()
    assert "De brief wordt morgen verstuurd" not in letter.text()
    assert "wij" in letter.text().lower().split("behandeld.")[1].split("adres")[0]


def test_a_finding_that_is_put_aside_stays_away_until_it_is_asked_back(letter: Writer) -> None:
    letter.open("reeds")
    letter.page.click("text=Negeer deze melding")
    assert "reeds" not in letter.marked()
    letter.page.locator(".cm-content").press("Control+End")
    letter.write("Dank u wel. ")
    assert "reeds" not in letter.marked()
    letter.page.click("#genegeerd")
    assert "reeds" in letter.marked()


def test_the_grade_says_where_it_went(letter: Writer) -> None:
    letter.open("Indien")
    letter.suggestion("Als").click()
    letter.checked()
    said = letter.page.locator("#richting").inner_text()
    assert "hoger dan toen u begon" in said or "Net zo duidelijk" in said


# --- The list


def opened(writer: Writer) -> str:
    return writer.page.locator(".melding.open .citaat").inner_text()


def test_next_and_previous_follow_the_text_and_go_round(letter: Writer) -> None:
    listed = letter.page.locator("#lijst .citaat").all_inner_texts()
    letter.page.keyboard.press("Control+Home")
    seen = []
    for _ in listed:
        letter.page.keyboard.press("F8")
        seen.append(opened(letter))
    assert seen == listed
    letter.page.keyboard.press("F8")
    assert opened(letter) == listed[0]
    letter.page.keyboard.press("Shift+F8")
    assert opened(letter) == listed[-1]
    letter.page.click(".balk button[aria-label='Vorige melding']")
    assert opened(letter) == listed[-2]


def test_tips_are_folded_until_somebody_wants_them(letter: Writer) -> None:
    letter.write("Teneinde de motivering te verlenen. Wij gaan over tot de beëindiging.")
    assert letter.marked(".tip") == []
    tips = letter.page.locator("#toon-tip")
    assert tips.get_attribute("aria-pressed") == "false" and not tips.inner_text().startswith("0 ")
    tips.click()
    assert letter.marked(".tip")
    for other in ("fout", "waarschuwing"):
        letter.page.click(f"#toon-{other}")
    assert letter.marked() == letter.marked(".tip")


def test_the_kind_of_text_decides_about_the_checklist(letter: Writer) -> None:
    assert letter.page.locator("#geheel").is_visible()
    letter.page.select_option("#soort", "onbekend")
    letter.checked()
    assert not letter.page.locator("#geheel").is_visible()


def test_the_open_card_is_in_sight_below_the_bar_of_the_list(letter: Writer) -> None:
    letter.page.set_viewport_size({"width": 1200, "height": 600})
    for _ in range(letter.page.locator("#lijst > li").count()):
        letter.page.keyboard.press("F8")
        letter.page.wait_for_function(
            """() => document.querySelector(".melding.open").getBoundingClientRect().top
                >= document.querySelector(".balk").getBoundingClientRect().bottom - 1"""
        )


def test_a_gain_leads_to_its_first_finding(letter: Writer) -> None:
    first = letter.page.locator("#winst button").first
    title = first.inner_text()
    first.click()
    assert letter.page.locator(".melding.open .titel").inner_text() == title


# --- Files


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("afwijzing-parkeervergunning-voor.docx", "Ingevolge artikel 4"),
        ("paspoort-aanvragen-voor.html", "# Reisdocumenten"),
        ("uitnodiging-speelplek-voor.md", "# Participatietraject"),
        ("herinnering-belasting-voor.txt", "betalingsherinnering"),
    ],
)
def test_a_file_is_opened_and_checked(writer: Writer, checker, name: str, words: str) -> None:
    writer.page.set_input_files("#bestand", EXAMPLES / name)
    writer.page.wait_for_selector("body:not(.leeg)")
    writer.checked()
    assert words in writer.text()
    wanted = checker.check_file(EXAMPLES / name).grade.value
    assert writer.page.locator("#getal").inner_text() == f"{wanted:.1f}".replace(".", ",")


def test_a_file_can_be_dropped_and_undo_brings_back_the_text(letter: Writer) -> None:
    before = letter.text()
    letter.page.evaluate(
        """() => {
            const transfer = new DataTransfer();
            transfer.items.add(new File(["Indien het regent, blijft u binnen."], "weer.txt"));
            const at = document.querySelector(".cm-content");
            at.dispatchEvent(new DragEvent("dragenter", {dataTransfer: transfer, bubbles: true}));
            at.dispatchEvent(new DragEvent("drop", {dataTransfer: transfer, bubbles: true, cancelable: true}));
        }"""
    )
    letter.page.wait_for_selector(".cm-line:has-text('regent')")
    letter.checked()
    assert letter.marked() == ["Indien"]
    assert not letter.page.locator("#sleep").is_visible()
    letter.page.keyboard.press("Control+Z")
    assert letter.text() == before


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("kapot.docx", b"PK\x03\x04kapot", "beschadigd"),
        ("brief.pdf", b"%PDF-1.7", "Een PDF lezen kan nog niet"),
        ("leeg.txt", b"", "geen tekst"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained_and_the_text_stays(letter: Writer, name, data, said) -> None:
    before = letter.text()
    letter.page.set_input_files("#bestand", {"name": name, "mimeType": "", "buffer": data})
    letter.page.wait_for_selector(f"#bericht-tekst:has-text('{said}')")
    assert letter.text() == before
    letter.page.click("#bericht-dicht")
    assert not letter.page.locator("#bericht").is_visible()


def test_a_file_of_thirty_megabytes_is_not_even_sent(letter: Writer, tmp_path: Path) -> None:
    big = tmp_path / "groot.docx"
    big.write_bytes(b"PK\x03\x04" + bytes(30_000_000))
    letter.page.set_input_files("#bestand", big)
    letter.page.wait_for_selector("#bericht-tekst:has-text('groter dan')")
    assert not [url for url in letter.visited if url.endswith("/bestand")]


def saved(writer: Writer, button: str) -> tuple[str, bytes]:
    writer.page.click("#bewaren summary")
    with writer.page.expect_download() as found:
        writer.page.click(button)
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


def test_the_text_and_the_annotated_page_can_be_saved(letter: Writer) -> None:
    name, data = saved(letter, "#als-tekst")
    assert name.endswith(".txt") and data.decode() == LETTER
    name, page = saved(letter, "#als-verslag")
    assert name.endswith(".html") and b'<mark class="woorden fout">Indien</mark>' in page


def test_a_word_document_gets_the_new_words_and_says_what_it_cannot_have(writer: Writer) -> None:
    writer.page.set_input_files("#bestand", EXAMPLES / "afwijzing-parkeervergunning-voor.docx")
    writer.page.wait_for_selector("body:not(.leeg)")
    writer.checked()
    writer.open("Ingevolge")
    writer.suggestion("Volgens").click()
    writer.page.locator(".cm-content").press("Control+End")
    writer.write("\nNog een nieuwe alinea voor u.\n")
    name, data = saved(writer, "#als-origineel")
    text = reading.read_bytes(data, name).text
    assert name == "afwijzing-parkeervergunning-voor-duidelijk.docx"
    assert "Volgens artikel 4" in text and "Ingevolge" not in text
    assert "Nog een nieuwe alinea voor u." in writer.page.locator("#bericht-tekst").inner_text()


def test_paper_has_the_whole_text_with_numbered_marks_and_notes(letter: Writer) -> None:
    letter.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    text = letter.page.locator(".afdruk-tekst").evaluate("e => e.textContent")
    notes = letter.page.locator(".afdruk-meldingen li").evaluate_all("all => all.map(e => e.textContent)")
    assert "IndienW1" in text and "S. Jonker" not in text
    assert len(notes) == letter.page.locator("#lijst > li").count() and notes[0].startswith(
        "W1 Formeel woord (fout)"
    )
    letter.page.emulate_media(media="print")
    assert not letter.page.locator("#editor").is_visible() and letter.page.locator("#afdruk").is_visible()
    assert letter.page.pdf().startswith(b"%PDF")


# --- Nothing is lost, nothing is kept


def test_nobody_loses_a_text_without_a_warning(letter: Writer) -> None:
    letter.page.reload()
    assert letter.dialogs == ["beforeunload"]


def test_no_warning_for_a_text_that_is_saved(letter: Writer) -> None:
    saved(letter, "#als-tekst")
    letter.page.reload()
    assert letter.dialogs == []


def test_nothing_stays_in_the_browser(letter: Writer) -> None:
    kept = letter.page.evaluate(
        """async () => [localStorage.length, sessionStorage.length, document.cookie,
            (await indexedDB.databases()).length, (await caches.keys()).length]"""
    )
    assert kept == [0, 0, "", 0, 0]
    letter.page.reload()
    letter.checked()
    assert letter.page.locator(".begin").is_visible()


ATTACK = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> 🏛️👩‍👩‍👧 \u202etxet\u202c ]]> {{ 7*7 }} \0 &amp; <b>wij</b>.\n\n"
    "🏛️ Wij hebben 👩‍👩‍👧 reeds gebeld \0 teneinde u te helpen.\n\n<style>body{display:none}</style>\n\nIndien u belt, komt het goed.\n"
)


def test_hostile_text_stays_text_and_its_marks_are_right(writer: Writer) -> None:
    writer.paste(ATTACK)
    assert {"Indien", "reeds", "teneinde"} <= set(writer.marked())
    writer.open("teneinde")
    writer.card().locator(".voorstel").first.click()
    writer.checked()
    assert writer.dialogs == [] and writer.page.locator("body").is_visible()
    assert writer.page.locator("img:not(.cm-widgetBuffer), iframe, main script").count() == 0
    _, data = saved(writer, "#als-tekst")
    assert (
        "teneinde" not in data.decode()
        and "<img src=x onerror=alert(2)> 🏛️👩‍👩‍👧 \u202etxet\u202c" in data.decode()
    )


def test_half_a_character_does_no_harm(writer: Writer) -> None:
    writer.page.locator(".cm-content").focus()
    writer.page.evaluate("document.execCommand('insertText', false, 'Indien \\ud83d u reeds belt.')")
    writer.checked()
    assert writer.marked() == ["Indien", "reeds"]


def test_two_tabs_do_not_know_each_other(letter: Writer, address: str) -> None:
    other = Writer(letter.page.context.new_page(), address).arrive()
    other.write("Teneinde u te helpen.")
    assert "Teneinde" not in letter.text() and other.marked() != letter.marked()
    letter.write("Reeds.")
    assert other.text() == "Teneinde u te helpen."


def test_a_text_in_another_language_is_said_so(writer: Writer) -> None:
    writer.page.locator(".cm-content").focus()
    writer.page.keyboard.insert_text(
        "This is a letter in the English language, and it is about the house that we want to build in the street where you live with your family and all of the other people that are there."
    )
    writer.page.wait_for_selector("#stand[data-stand=fout]")
    assert "Engels" in writer.stand()
    assert "Engels" in writer.page.locator("#niveau").inner_text()
    assert not writer.page.locator("#geen").is_visible()


def test_a_text_in_another_language_has_no_old_grade(letter: Writer) -> None:
    letter.page.locator(".cm-content").focus()
    letter.page.keyboard.press("Control+A")
    letter.page.keyboard.insert_text(
        "This is a letter about the house that we want to build in your street next year. We would like to know what you think of it, and whether you have any questions for us."
    )
    letter.page.wait_for_selector("#stand[data-stand=fout]")
    assert letter.page.locator("#getal").inner_text() == "–"
    assert "Engels" in letter.page.locator("#niveau").inner_text()
    assert not letter.page.locator("#geen").is_visible()
    assert not letter.page.locator("#eerst").is_visible()


def test_when_the_server_is_away_the_text_stays_and_it_goes_on_by_itself(browser_page) -> None:
    port = str(free_port())
    with serving("--workers", "1", "--port", port):
        writer = Writer(browser_page, f"http://127.0.0.1:{port}/").arrive().write(LETTER)
    writer.page.locator(".cm-content").focus()
    writer.page.keyboard.insert_text("Teneinde.")
    writer.page.wait_for_selector("#stand[data-stand=fout]")
    assert writer.stand() == "De server antwoordt niet. Uw tekst staat nog hier."
    assert "Teneinde." in writer.text() and "reeds" in writer.marked()
    outdated = writer.page.locator("#verouderd")
    assert outdated.inner_text() == "Dit cijfer is van vóór uw laatste wijziging."
    with serving("--workers", "1", "--port", port):
        writer.page.wait_for_selector("#stand[data-stand=klaar]", timeout=60_000)
        assert "Teneinde" in writer.marked() and outdated.inner_text() == ""
    assert writer.complaints == []


def test_behind_a_token_the_page_works_once_it_is_given(browser_page, locked) -> None:
    writer = Writer(browser_page, f"{locked.local}/")
    writer.page.goto(writer.address)
    writer.page.fill("input[type=password]", TOKEN)
    writer.page.keyboard.press("Enter")
    writer.page.wait_for_selector(".cm-content")
    writer.checked()
    writer.write(LETTER)
    assert "Indien" in writer.marked()
    writer.page.context.clear_cookies()
    writer.page.keyboard.insert_text("Teneinde.")
    writer.page.wait_for_selector("#stand[data-stand=fout]")
    assert writer.stand().startswith("U bent niet meer ingelogd.")
    assert writer.complaints == []


def test_when_it_is_busy_the_page_says_so_and_tries_again(letter: Writer) -> None:
    busy = {"status": 503, "title": "Dit lukt nu niet", "detail": "Er wachten te veel teksten."}
    headers = {"Content-Type": "application/problem+json", "Retry-After": "1"}
    letter.page.route(
        "**/pagina/controle", lambda r: r.fulfill(status=503, headers=headers, body=json.dumps(busy)), times=1
    )
    letter.page.keyboard.insert_text("Teneinde.")
    letter.page.wait_for_selector("#stand[data-stand=fout]")
    assert letter.stand() == "Er wachten te veel teksten."
    letter.checked()
    assert "Teneinde" in letter.marked()


# --- For everybody

SIZES = {"wide": (1440, 900), "phone": (375, 800), "small": (320, 640), "zoomed": (720, 450)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_against_the_page(writer: Writer, size: str, scheme: str) -> None:
    width, height = SIZES[size]
    writer.page.set_viewport_size({"width": width, "height": height})
    writer.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    assert services.violations(writer.page) == []
    writer.page.click("text=Bekijk een voorbeeld")
    writer.checked()
    writer.page.keyboard.press("F8")
    assert writer.card().is_visible()
    assert services.violations(writer.page) == []
    assert writer.page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_finding_is_in_a_sheet_that_escape_closes(letter: Writer) -> None:
    letter.page.set_viewport_size({"width": 375, "height": 800})
    letter.open("Indien")
    sheet = letter.page.locator("#blad")
    assert sheet.is_visible() and letter.page.locator(".melding.open .kaart").count() == 0
    letter.page.keyboard.press("Shift+F8")
    letter.page.wait_for_function(
        """() => document.querySelector("mark.open").getBoundingClientRect().bottom
            < document.querySelector("#blad").getBoundingClientRect().top"""
    )
    letter.page.keyboard.press("Alt+Enter")
    letter.page.keyboard.press("Escape")
    assert not sheet.is_visible()
    assert letter.page.evaluate("document.activeElement.classList.contains('cm-content')")


def test_everything_that_can_be_pressed_is_big_enough(letter: Writer) -> None:
    letter.open("Indien")
    small = letter.page.locator("button:visible, summary:visible, select:visible").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
    )
    assert small == []


def test_a_screen_reader_hears_the_outcome_after_a_pause_and_not_for_every_key(letter: Writer) -> None:
    letter.page.wait_for_selector("#stem:has-text('Cijfer')", state="attached")
    letter.page.evaluate(
        """() => { window.heard = []; const stem = document.getElementById('stem');
            new MutationObserver(() => window.heard.push(stem.textContent)).observe(stem, {childList: true, characterData: true, subtree: true}); }"""
    )
    letter.page.keyboard.type("Teneinde u te helpen bij dit alles. ", delay=5)
    letter.checked()
    letter.page.wait_for_function("() => window.heard.length > 0")
    assert len(letter.page.evaluate("window.heard")) == 1


def test_a_text_of_twenty_thousand_words_is_drawn_only_where_it_is_seen(writer: Writer) -> None:
    line = "Indien u vragen heeft, dan kunt u ons bellen op dit nummer."
    lines = 1700
    start = len(line) + 1
    found = [_finding(at * start, at * start + 6) for at in range(lines)]
    writer.page.route("**/pagina/controle", lambda route: route.fulfill(json=_outcome(found)))
    writer.paste("\n".join([line] * lines))
    assert writer.page.locator(".cm-line").count() < 300
    assert writer.page.locator("#lijst > li").count() == 150 and writer.page.locator("#meer").is_visible()
    writer.page.keyboard.press("Control+Home")
    writer.page.keyboard.press("Shift+F8")
    assert writer.page.locator("#tel").inner_text() == f"{lines} van {lines}"
    assert writer.page.locator("mark.open").inner_text() == "Indien"


def _finding(start: int, end: int) -> dict:
    better = {"tekst": "Als", "wijzigingen": [[start, end, "Als"]]}
    return {
        "regel": "formeel-woord", "groep": "woorden", "letter": "W", "titel": "Formeel woord", "ernst": "fout", "van": start, "tot": end,
        "stukken": [[start, end]], "citaat": "Indien", "melding": "Formeel.", "waarom": "Omdat.", "voorstellen": [better],
        "keuzes": [], "antwoorden": [],
    }  # fmt: skip


def _outcome(found: list[dict]) -> dict:
    return {
        "cijfer": 5.0, "cijferTekst": "5,0", "cijferRegel": "Cijfer 5,0", "niveau": "niveau B2 (schatting)", "moeite": "", "belofte": "",
        "winst": [], "delen": [], "soort": "brief", "titel": "", "telling": {"fout": len(found), "waarschuwing": 0, "tip": 0},
        "gevonden": "", "omvang": "", "letOp": [], "geheel": [], "bevindingen": found,
    }  # fmt: skip
