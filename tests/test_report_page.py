"""The report as a page: its sentences, its charts with their tables, and nothing hostile."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from duidelijk.model import NO_DEPARTMENT, Change, Estimate, Goal, Pace, Period, Point, Report
from duidelijk.rendering.name_places import places
from duidelijk.rendering.report_figures import key_figures
from duidelijk.rendering.report_html import render
from duidelijk.rendering.report_rows import department_rows, pace_lines, task_rows
from duidelijk.rendering.report_summary import sentences
from duidelijk.rendering.report_words import (
    day,
    due,
    moment,
    period_name,
    points_line,
    share,
    signed,
    some,
    whole,
)
from tests.report_sample import NEW, OLD, TASKS, department, empty, month, moved, point, report
from tests.test_page import Page

HOSTILE = "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "=1+1", "\u202eabc & 'd'"
NOW = point(12, 400, 6.4)
SAMPLE = replace(report(), now=NOW, last_period=None, last_year=None, pace=Pace(month(6), None, None))


def expecting(value: float) -> Pace:
    return Pace(month(6), 0.8, Estimate(value, value - 0.4, value + 0.4, 0.2, 400))


def quarter(number: int) -> Period:
    starts = [date(2026, 3 * each + 1, 1) for each in range(4)]
    return Period("quarter", starts[number - 1], starts[number])


def graded(texts: int, count: int) -> Point:
    return replace(point(12, texts, 6.0), graded=count, estimate=None)


def before(number: int, texts: int, value: float, **changes) -> dict:
    """The changes that put this point before now, and no other."""
    then = replace(point(number, texts, value), **changes)
    return {"trend": (then, NOW), "before": then if number == 11 else point(11, 0, 0)}


UP, DOWN, SAME = moved(0.3), moved(-0.3), moved(0.1, certain=False)
UP_YEAR = moved(0.9, since=month(0))
LATE = Goal(8.0, date(2026, 6, 30))


HOW = [
    ({"now": point(12, 0, 0)}, "In oktober zijn er geen teksten gemeten, dus is er geen cijfer."),
    ({"now": point(12, 1, 6)}, "In oktober is er maar 1 tekst gemeten: dat is te weinig voor een cijfer."),
    (
        {"now": point(12, 3, 6)},
        "In oktober zijn er maar 3 teksten gemeten: dat is te weinig voor een cijfer.",
    ),
    (
        {"now": graded(9, 3)},
        "In oktober konden maar 3 teksten een cijfer krijgen: dat is te weinig voor een cijfer.",
    ),
    (
        {"now": graded(9, 1)},
        "In oktober kon maar 1 tekst een cijfer krijgen: dat is te weinig voor een cijfer.",
    ),
    (
        {"now": graded(9, 0)},
        "In oktober kon geen enkele tekst een cijfer krijgen: dat is te weinig voor een cijfer.",
    ),
    (
        {"trend": (NOW,), "before": point(11, 0, 0), "earlier": point(0, 0, 0)},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: dat is de eerste meting, en ons doel is een 8.",
    ),
    (
        before(5, 90, 6),
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4, en ons doel is een 8.",
    ),
    (
        before(11, 3, 6),
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: niet te vergelijken met september door te weinig teksten, en ons doel is een 8.",
    ),
    (
        before(11, 90, 6, rulers=(OLD,)),
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: niet te vergelijken met september door een nieuw regelboek, en ons doel is een 8.",
    ),
    (
        {"last_period": UP},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: aantoonbaar hoger dan in september, en ons doel is een 8.",
    ),
    (
        {"last_period": DOWN},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: aantoonbaar lager dan in september, terwijl ons doel een 8 is.",
    ),
    (
        {"last_period": SAME},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: niet aantoonbaar anders dan in september, en ons doel is een 8.",
    ),
    (
        {"last_period": SAME, "last_year": UP_YEAR},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: aantoonbaar hoger dan een jaar eerder, en ons doel is een 8.",
    ),
    (
        {"last_period": UP, "last_year": DOWN},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: aantoonbaar hoger dan in september, en ons doel is een 8.",
    ),
    (
        {"last_year": moved(0.1, certain=False, since=month(0))},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: niet aantoonbaar anders dan een jaar eerder, en ons doel is een 8.",
    ),
    (
        {"last_period": UP, "pace": expecting(8.6)},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: aantoonbaar hoger dan in september, en een 8 is eind 2027 haalbaar.",
    ),
    (
        {"last_period": DOWN, "pace": expecting(7.9)},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: aantoonbaar lager dan in september, maar een 8 is eind 2027 mogelijk, al is dat niet zeker.",
    ),
    (
        {"last_period": UP, "pace": expecting(7.3)},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: aantoonbaar hoger dan in september, maar zo halen wij eind 2027 geen 8.",
    ),
    (
        {"last_period": SAME, "pace": expecting(7.3)},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: niet aantoonbaar anders dan in september, en zo halen wij eind 2027 geen 8.",
    ),
    (
        {"last_period": UP, "now": point(12, 400, 8.2)},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 8,2: aantoonbaar hoger dan in september, en ons doel van een 8 is gehaald.",
    ),
    (
        {"last_period": DOWN, "now": point(12, 400, 8.2)},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 8,2: aantoonbaar lager dan in september, maar ons doel van een 8 is gehaald.",
    ),
    (
        {"last_period": UP, "goal": LATE},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: aantoonbaar hoger dan in september, maar ons doel van een 8 is niet gehaald.",
    ),
    (
        {"period": quarter(3), "last": quarter(2), "last_period": replace(UP, since=quarter(2))},
        "Voor duidelijkheid kregen onze teksten gemiddeld een 6,4: aantoonbaar hoger dan in het tweede kwartaal, en ons doel is een 8.",
    ),
]


@pytest.mark.parametrize(("changes", "said"), HOW)
def test_the_first_sentence_says_how_we_are_doing(changes: dict, said: str) -> None:
    assert sentences(replace(SAMPLE, **changes))[0] == said


def having(*found: tuple[str, Change | None, Change | None]) -> Report:
    """The sample with only these departments, each with its change since last month and since last year."""
    made = tuple(
        replace(department("Belastingen"), name=name, last_period=last, last_year=year)
        for name, last, year in found
    )
    return replace(SAMPLE, departments=made)


FEW = replace(department("Griffie"), name="Griffie")
WHO = [
    (having(("A", UP, None)), "De afdeling A schrijft aantoonbaar duidelijker dan in september."),
    (
        having(("A", UP, UP_YEAR), ("B", UP, None)),
        "De afdelingen A en B schrijven aantoonbaar duidelijker dan in september, en geen enkele afdeling schrijft aantoonbaar minder duidelijk.",
    ),
    (
        having(*((name, UP, None) for name in "ABCDEFG")),
        "De afdelingen A, B, C en 4 andere schrijven aantoonbaar duidelijker dan in september, "
        "en geen enkele afdeling schrijft aantoonbaar minder duidelijk.",
    ),
    (
        having(("A", DOWN, None), ("B", SAME, None)),
        "De afdeling A schrijft aantoonbaar minder duidelijk dan in september, en geen enkele afdeling schrijft aantoonbaar duidelijker.",
    ),
    (having(("A", DOWN, None)), "De afdeling A schrijft aantoonbaar minder duidelijk dan in september."),
    (
        having(("A", DOWN, None), ("B", SAME, UP_YEAR), ("C", UP, None)),
        "De afdeling C schrijft aantoonbaar duidelijker dan in september, de afdeling B schrijft aantoonbaar "
        "duidelijker dan een jaar eerder, en de afdeling A schrijft aantoonbaar minder duidelijk dan in september.",
    ),
    (
        having(("A", SAME, None), ("B", None, None)),
        "Bij geen enkele afdeling is het verschil met september aantoonbaar.",
    ),
    (
        having(("A", SAME, SAME), ("B", SAME, None)),
        "Bij geen enkele afdeling is het verschil met september of met een jaar eerder aantoonbaar.",
    ),
    (having(("A", SAME, None)), "Bij de afdeling A is het verschil met september niet aantoonbaar."),
    (
        replace(having(("A", None, None)), departments=(FEW,)),
        "Elke afdeling heeft te weinig teksten om te zien of zij duidelijker schrijft.",
    ),
    (
        replace(
            having(),
            departments=(
                replace(
                    department("Belastingen"),
                    trend=(point(12, 90, 6),),
                    before=point(11, 0, 0),
                    last_period=None,
                ),
            ),
        ),
        "Of een afdeling duidelijker schrijft, is pas na een volgende meting te zeggen.",
    ),
    (
        replace(
            having(),
            departments=(
                replace(
                    department("Belastingen"),
                    before=replace(point(11, 90, 6), rulers=(replace(NEW, program="0.2"),)),
                    last_period=None,
                ),
            ),
        ),
        "Of een afdeling duidelijker schrijft, is nu niet te zeggen: er is een nieuwe versie van het programma.",
    ),
    (
        replace(
            having(),
            departments=(replace(department("Belastingen"), before=point(11, 3, 6), last_period=None),),
        ),
        "Of een afdeling duidelijker schrijft, is niet te zeggen: in september waren er te weinig teksten.",
    ),
    (
        having((NO_DEPARTMENT, UP, None)),
        "Bij de teksten staat geen afdeling, dus kunnen wij afdelingen niet vergelijken.",
    ),
    (
        having((NO_DEPARTMENT, DOWN, None), ("A", UP, None)),
        "De afdeling A schrijft aantoonbaar duidelijker dan in september.",
    ),
    (having(), "Bij de teksten staat geen afdeling, dus kunnen wij afdelingen niet vergelijken."),
    (empty(), "Zonder teksten kunnen wij afdelingen niet vergelijken."),
]


@pytest.mark.parametrize(("shown", "said"), WHO)
def test_the_second_sentence_says_who_improved_and_who_got_worse(shown: Report, said: str) -> None:
    assert sentences(shown)[1] == said


FIRST = [
    (
        TASKS[0],
        "Herschrijf eerst het sjabloon ‘Aanslag gemeentelijke belastingen’ van Belastingen (nu een 5,4): "
        "dat helpt 31.400 lezers.",
    ),
    (
        TASKS[1],
        "Schrijf eerst ‘als’ in plaats van ‘indien’: dat helpt 42.000 lezers.",
    ),
    (TASKS[2], "Pak eerst ‘Lijdende vorm’ aan: dat helpt 18.300 lezers."),
    (TASKS[3], "Leg eerst ‘zienswijze’ uit: dat helpt 12.000 lezers."),
    (
        TASKS[4],
        "Schrijf eerst ‘over’ of ‘voor’ in plaats van ‘betreffende’: dat helpt 9.150 lezers.",
    ),
    (
        TASKS[7],
        "Schrijf eerst ‘daarom’ in plaats van ‘derhalve’: dat helpt 300 lezers.",
    ),
    (
        replace(TASKS[7], readers=1.0),
        "Schrijf eerst ‘daarom’ in plaats van ‘derhalve’: dat helpt 1 lezer.",
    ),
]


@pytest.mark.parametrize(("task", "said"), FIRST)
def test_the_third_sentence_says_what_to_do_first(task, said: str) -> None:
    assert sentences(replace(SAMPLE, tasks=(task,)))[2] == said


def test_without_reach_the_third_sentence_counts_texts() -> None:
    said = sentences(replace(SAMPLE, tasks=(TASKS[3],), weighed=False))[2]
    assert said == "Leg eerst ‘zienswijze’ uit: dat helpt in 48 teksten."


def test_without_tasks_or_texts_the_third_sentence_says_so() -> None:
    assert sentences(replace(SAMPLE, tasks=()))[2] == "Er is nu niets dat wij als eerste moeten aanpakken."
    assert sentences(empty())[2] == "Verzamel eerst teksten: dan staat hier wat de meeste lezers helpt."


FIGURES = [
    ({}, 0, "6,4", ("bijna zeker tussen 6,3 en 6,5", "384 teksten")),
    ({"now": point(12, 3, 6)}, 0, "te weinig teksten", ("3 teksten",)),
    ({"now": point(12, 0, 6)}, 0, "geen teksten", ()),
    ({"last_period": UP}, 1, "+0,3", ("met september 2026 (aantoonbaar)", "met een jaar eerder: niet te vergelijken (nieuw regelboek)")),
    ({"last_period": DOWN, "last_year": UP_YEAR}, 1, "−0,3", ("met september 2026 (aantoonbaar)", "met een jaar eerder: +0,9 (aantoonbaar)")),
    ({"last_period": SAME, "last_year": UP_YEAR}, 1, "+0,9", ("met een jaar eerder (aantoonbaar)", "met september 2026: geen aantoonbaar verschil")),
    ({"last_period": SAME, "year_ago": month(11)}, 1, "geen aantoonbaar verschil", ("met september 2026",)),
    ({"trend": (NOW,), "before": point(11, 0, 0), "earlier": point(0, 0, 0)}, 1, "geen eerdere meting", ("met september 2026", "met een jaar eerder: geen eerdere meting")),
    ({}, 2, "10\u00a0%", ("38 van de 384 teksten",)),
    ({"now": graded(9, 0)}, 2, "geen cijfers", ()),
    ({}, 3, "nog niet te zeggen", ("daarvoor zijn meer metingen nodig", "doel: gemiddeld een 8")),
    ({"pace": expecting(7.3)}, 3, "7,3", ("als het tempo sinds april 2026 gelijk blijft", "tussen 6,9 en 7,7", "doel: gemiddeld een 8")),
    ({"goal": LATE}, 3, "8", ()),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "place", "figure", "notes"), FIGURES)
def test_four_figures_stand_beside_the_sentences(
    changes: dict, place: int, figure: str, notes: tuple
) -> None:
    found = key_figures(replace(SAMPLE, **changes))[place]
    assert (found.figure, found.notes) == (figure, notes)


def test_a_department_shows_why_it_has_no_difference() -> None:
    rows = {row.name: row for row in department_rows(report(), ["" for _ in report().departments])}
    assert [said for _, said, _ in rows["Griffie"].changes] == ["te weinig teksten"] * 2
    assert rows["Griffie"].why == "te weinig teksten"
    assert [said for _, said, _ in rows["Vergunningen"].changes] == [
        "+0,6 (aantoonbaar)",
        "niet te vergelijken: nieuw regelboek",
    ]
    assert rows["Belastingen"].changes[0] == ("Verschil met september", "geen aantoonbaar verschil", False)


def test_the_work_list_says_in_plain_words_what_a_task_brings() -> None:
    tasks = report().tasks
    rows = [row for each in tasks for _, _, (row,) in task_rows(replace(report(), tasks=(each,)))]
    assert (rows[3].what, rows[3].audience, rows[3].gain) == (
        "Leg ‘zienswijze’ uit",
        "48 teksten, samen 12.000 lezers",
        "gemiddeld 0,3 punt erbij",
    )
    assert (rows[0].gain, rows[7].audience, rows[7].gain) == (
        "gemiddeld 2,1 punten erbij; nu gemiddeld een 5,4",
        "1 tekst met 300 lezers",
        "–",
    )
    assert rows[1].places == "Belastingen, Sociaal domein, Burgerzaken en 2 andere"


def test_the_pace_is_told_with_its_uncertainty() -> None:
    assert list(pace_lines(report())) == [
        "Ons doel is een 8, eind 2027.",
        "Sinds april 2026 stijgt het cijfer met 0,8 punt per jaar.",
        "Blijft dat zo, dan is het cijfer eind 2027 een 7,3 (tussen 6,8 en 7,8).",
        "In deze periode zijn 34 teksten herschreven: gemiddeld 0,8 punt erbij.",
    ]
    assert list(pace_lines(empty())) == ["Ons doel is een 8, eind 2027."]


def test_months_and_numbers_are_written_out_in_dutch() -> None:
    year = Period("year", date(2026, 1, 1), date(2027, 1, 1))
    assert [period_name(each) for each in (month(5), quarter(3), year)] == [
        "maart 2026",
        "derde kwartaal van 2026",
        "2026",
    ]
    assert [moment(each) for each in (month(5), quarter(3), year)] == ["maart", "het derde kwartaal", "2026"]
    assert moment(quarter(1), year=True) == "het eerste kwartaal van 2026"
    assert [due(Goal(8.0, each)) for each in (date(2027, 12, 31), date(2028, 1, 1), date(2027, 7, 1))] == [
        "eind 2027",
        "begin 2028",
        "op 1 juli 2027",
    ]
    assert (day(date(2026, 8, 9)), whole(12000.4), share(45, 100), share(0, 0)) == (
        "9 augustus 2026",
        "12.000",
        "45\u00a0%",
        "–",
    )
    assert [signed(each) for each in (0.64, -0.64, 0.04, -0.001)] == ["+0,6", "−0,6", "+0,04", "0,0"]
    assert [points_line(each) for each in (0.4, 1.0, 1.5)] == ["0,4 punt", "1,0 punt", "1,5 punten"]
    assert [some(list(names)) for names in ("A", "AB", "ABCD", "ABCDE")] == [
        "A",
        "A en B",
        "A, B, C en D",
        "A, B, C en 2 andere",
    ]


SPOTS = [
    ("alone, on the right", [(100, 50, "Griffie")], ["right"]),
    ("another close to its right", [(100, 50, "Griffie"), (130, 50, "Archief")], ["left", "right"]),
    ("no room on the left", [(5, 50, "Griffie"), (35, 50, "Archief")], ["above", "right"]),
    (
        "nowhere",
        [(5, 50, "Griffie"), *((35, y, "x" * 40) for y in (38, 50, 63))],
        ["", "right", "right", "right"],
    ),
]


@pytest.mark.parametrize(("spots", "sides"), [each[1:] for each in SPOTS], ids=[each[0] for each in SPOTS])
def test_names_in_a_chart_never_cover_each_other(spots: list, sides: list) -> None:
    assert places(spots, [], 300) == sides


@pytest.fixture(scope="module")
def html() -> str:
    return render(report())


@pytest.fixture(scope="module")
def hostile() -> str:
    """The page of an organisation whose every name is an attack."""
    sample = report()
    names = (*HOSTILE, *(f"Afdeling {each}" for each in HOSTILE))
    departments = tuple(
        replace(each, name=name) for each, name in zip(sample.departments, names, strict=True)
    )
    points = tuple(
        replace(each, department=name) for each, name in zip(sample.funnel.points, names, strict=False)
    )
    return render(
        replace(
            sample,
            organisation=HOSTILE[0],
            departments=departments,
            funnel=replace(sample.funnel, points=points),
            terms=tuple(replace(each, term=name) for each, name in zip(sample.terms, HOSTILE, strict=False)),
            tasks=tuple(
                replace(each, name=name, instead=(name,))
                for each, name in zip(sample.tasks, HOSTILE, strict=False)
            ),
            titles=dict.fromkeys(sample.titles, HOSTILE[1]),
        )
    )


def test_the_same_report_gives_the_same_page(html: str) -> None:
    assert render(report()) == html


def test_the_page_stands_alone(html: str) -> None:
    assert html.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert not re.search(r"https?:|//\w|<script|<link|<img|@import|url\((?!#)", html)


def test_names_are_text_and_never_markup(hostile: str) -> None:
    tags = {tag for tag, _ in Page(hostile).tags}
    assert not tags & {"script", "img", "a:href"}
    assert not [name for _, found in Page(hostile).tags for name in found if name.startswith("on")]
    assert "\u202e" not in hostile
    assert "=1+1" in hostile


@pytest.mark.parametrize("page", ["html", "hostile"])
def test_ids_are_unique_and_links_lead_somewhere(page: str, request: pytest.FixtureRequest) -> None:
    found = Page(request.getfixturevalue(page))
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    named = [
        attrs[key]
        for _, attrs in found.tags
        for key in ("aria-labelledby", "aria-describedby")
        if key in attrs
    ]
    assert named and set(named) <= set(found.ids)


def test_every_chart_has_a_name_a_description_and_a_table(html: str) -> None:
    charts = re.findall(r"<svg [^>]*>(.*?)</svg>", html, re.DOTALL)
    assert charts
    assert all(
        re.match(r"<title id=[^>]*>[^<]+</title><desc id=[^>]*>[^<]+</desc>", chart) for chart in charts
    )
    assert html.count('role="img"') == len(charts)
    figures = re.findall(r"<figure.*?</figure>", html, re.DOTALL)
    assert len(figures) == 4
    assert all(re.search(r"</svg>.*<table", figure, re.DOTALL) for figure in figures)


def test_charts_keep_their_text_and_say_nothing_twice_to_a_screen_reader(html: str) -> None:
    assert ">inwoners over de dienstverlening</text>" in html
    assert ">nieuw regelboek</text>" in html
    assert "graphics-" not in html


def test_tables_have_a_caption_and_scopes(html: str) -> None:
    tables = re.findall(r"<table.*?</table>", html, re.DOTALL)
    assert all("<caption" in table for table in tables)
    assert all("scope=" in head for head in re.findall(r"<th .*?>", html))


def test_headings_go_down_one_step_at_a_time(html: str) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_report_without_texts_is_a_page_too() -> None:
    page = render(empty())
    assert "<svg" not in page
    for line in (
        "Er zijn nog geen cijfers om te tekenen.",
        "Er zijn geen afdelingen met teksten.",
        "De werklijst is leeg.",
    ):
        assert line in page
    assert "None" not in page
