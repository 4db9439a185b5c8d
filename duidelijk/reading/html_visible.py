"""What a reader sees of an HTML page, and which part of it is the page's own text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from duidelijk.reading.headings import LONG_CELL
from duidelijk.reading.html_tree import HEADINGS, Event

_NEVER = frozenset({
    "script", "style", "title", "template", "noscript", "svg", "math", "button", "select", "input",
    "textarea", "datalist", "option", "optgroup", "output", "progress", "meter", "iframe", "object",
    "embed", "applet", "audio", "video", "canvas", "map", "noembed", "noframes", "frameset", "rp",
})  # fmt: skip
_AROUND = frozenset({"nav", "aside", "search", "menu"})
_AROUND_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu",
    "menubar", "toolbar",
})  # fmt: skip
_TITLES = frozenset({*HEADINGS, "summary", "dt"})
_SECTIONS = frozenset({"main", "article", "section", "blockquote"})
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader-(?:text|only)|element-invisible)(?=\s|$)"
)
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:cookies?[_-]?(?:banner|bar|balk|melding|notice|consent|wall|popup|overlay|dialog|message)"
    r"|breadcrumbs?|kruimelpad|broodkruimels?|skip-?(?:links?|to-content))(?=[\s_-]|$)"
)
_TOOLS = re.compile(
    r"(?:^|\s)(?:cookie-(?:law-info-bar|modal|compliance(?:-banner)?)|eu-cookie-compliance-banner|cc-window"
    r"|cybotcookiebotdialog|onetrust-(?:banner|consent)-sdk"
    r"|rsbtn|addtoany\w*|a2a_kit|sharethis|share|social-?share|share-?(?:buttons?|links?|bar)|deel-deze-pagina"
    r"|pagination|pager|feedback(?:-?form)?|page-feedback|entry-meta"
    r"|top-?nav|navbar|(?:top|hoofd|sub|mega)-?menu|main-?(?:menu|nav|navigation))(?=\s|$)"
)
"""Whole names of what is no text of the page: cookie notices, buttons to share or to listen, and menus."""
_EDGES = re.compile(r"(?:^|\s)(?:site|page)[-_]?footer(?=\s|$)|(?:^|\s)site[-_]?header(?=\s|$)")
_EDGE_IDS = frozenset({"header", "footer"})
_CONTENT = re.compile(
    r"(?:^|\s)(?:main|content|inhoud|(?:main|page)[_-]?(?:content|inhoud)|hoofdinhoud)(?=\s|$)"
)
_MAIN_SHARE, _ARTICLE_SHARE, _CONTAINER_SHARE = 0.1, 0.4, 0.5


def visible(
    events: Sequence[Event], first: int, last: int, inside: bool = False, all_of_it: bool = False
) -> Iterator[int]:
    """Indexes of the events from ``first`` to ``last`` that a reader meets.

    ``inside``: within the main part, where a header belongs to the text; ``all_of_it``: menus too.
    """
    at, sections, titles = first, int(inside), 0
    folded = _folded(events)
    while at < last:
        event = events[at]
        if event.kind == "open":
            unseen = _never(event, titles) or (_hidden(event) and event.attributes.get("id") not in folded)
            if unseen or (not all_of_it and _around(event, sections)):
                at = max(event.partner, at) + 1
                continue
        change = {"open": 1, "close": -1}.get(event.kind, 0)
        sections += change * (event.name in _SECTIONS)
        titles += change * (event.name in _TITLES)
        yield at
        at += 1


def _folded(events: Sequence[Event]) -> frozenset[str]:
    """Ids of what a reader can unfold: a button says that it opens and closes them."""
    buttons = (
        event.attributes for event in events if event.kind == "open" and "aria-expanded" in event.attributes
    )
    return frozenset(key for given in buttons for key in given.get("aria-controls", "").split())


def _never(event: Event, titles: int) -> bool:
    """Whether an element is no text, as a button; one that makes a heading fold out is."""
    if event.name == "dialog":
        return "open" not in event.attributes
    return event.name in _NEVER and not (titles > 0 and event.name == "button")


def _hidden(event: Event) -> bool:
    given = event.attributes
    if not given:
        return False
    return (
        given.get("hidden", "until-found").lower() != "until-found"
        or given.get("aria-hidden", "").lower() == "true"
        or bool(_INVISIBLE.search(given.get("style", "")))
        or bool(_UNSEEN.search(given.get("class", "")))
    )


def _around(event: Event, sections: int) -> bool:
    if event.name in _AROUND or (event.name in ("header", "footer") and sections <= 0):
        return True
    given = event.attributes
    if not given:
        return False
    named = f"{given.get('id', '')} {given.get('class', '')}".lower()
    edge = sections <= 0 and (given.get("id", "").lower() in _EDGE_IDS or _EDGES.search(named))
    chrome = _CHROME.search(named) or _TOOLS.search(named)
    return bool(edge or chrome) or given.get("role", "").lower() in _AROUND_ROLES


def main_part(source: str, events: Sequence[Event]) -> tuple[int, int]:
    """First and last index (half-open) of the page's own text: main, the only article, the content or all."""
    seen: list[int] = []
    mains: list[int] = []
    articles: list[int] = []
    containers: list[int] = []
    letters = [0] * (len(events) + 1)
    total = previous = 0
    for at in visible(events, 0, len(events)):
        letters[previous : at + 1] = [total] * (at + 1 - previous)
        previous = at + 1
        event = events[at]
        if event.kind == "text":
            total += len("".join(source[event.start : event.end].split()))
        elif event.kind == "open":
            seen.append(at)
            _sort(event, at, mains, articles, containers)
    letters[previous:] = [total] * (len(letters) - previous)

    def share(at: int) -> float:
        return (letters[events[at].partner] - letters[at]) / total if total else 0.0

    for places, least in (
        (mains, _MAIN_SHARE),
        (_only(articles), _ARTICLE_SHARE),
        (containers, _CONTAINER_SHARE),
    ):
        best = max(places, key=share, default=None)
        if best is not None and share(best) >= least:
            return best, events[best].partner + 1
    return 0, len(events)


def _sort(event: Event, at: int, mains: list[int], articles: list[int], containers: list[int]) -> None:
    given = event.attributes
    if event.name == "main" or given.get("role", "").lower() == "main":
        mains.append(at)
    elif event.name == "article":
        articles.append(at)
    elif event.name in ("div", "section", "td") and any(
        _CONTENT.search(given.get(key, "").lower()) for key in ("id", "class")
    ):
        containers.append(at)


def _only(articles: list[int]) -> list[int]:
    """The article of a page that has just one; several are a list of teasers."""
    return articles if len(articles) == 1 else []


def layout_cells(events: Sequence[Event], indexes: Sequence[int]) -> frozenset[int]:
    """Cells that only put things in their place: they hold a heading, a table or many words, or say so."""
    found: set[int] = set()
    lengths: Counter[int] = Counter()
    tables: list[bool] = []
    cells: list[int] = []
    for index in indexes:
        event = events[index]
        if event.kind == "open" and cells and (event.name in HEADINGS or event.name == "table"):
            found.add(cells[-1])
        if event.kind == "text" and cells:
            lengths[cells[-1]] += event.end - event.start
        elif event.name == "table" and event.kind == "open":
            tables.append(event.attributes.get("role", "").lower() in ("presentation", "none"))
        elif event.name == "table" and event.kind == "close" and tables:
            tables.pop()
        elif event.name in ("td", "th") and event.kind == "open":
            cells.append(index)
            if tables and tables[-1]:
                found.add(index)
        elif event.name in ("td", "th") and event.kind == "close" and cells:
            cells.pop()
    return frozenset(found | {cell for cell, length in lengths.items() if length >= LONG_CELL})
