"""A web page → Document: the page's own text, without menus and margins."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from duidelijk.model import GENRES, Document, Genre
from duidelijk.reading.builder import TextBuilder
from duidelijk.reading.html_blocks import written
from duidelijk.reading.html_tokens import tokens
from duidelijk.reading.html_tree import Event, nested
from duidelijk.reading.html_visible import main_part, visible
from duidelijk.reading.source_map import line_starts


def read_html(source: str, name: str) -> Document:
    """The document in an HTML page or fragment; never fails, a page without words gives an empty text.

    Genre: what ``<meta name="duidelijk:soort">`` says, else web. Remarks like
    ``<!-- duidelijk uit: lange-zin -->`` become suppressions.
    """
    events = nested(tokens(source))
    starts = line_starts(source)
    builder = _written(source, events, starts)
    metas = _metas(events)
    return Document(
        source=name,
        title=_title(source, events, builder),
        genre=_genre(metas.get("duidelijk:soort", "")),
        department=metas.get("duidelijk:afdeling") or None,
        text=builder.text(),
        blocks=tuple(builder.blocks),
        links=tuple(builder.links),
        source_map=builder.source_map(starts),
        suppressions=builder.suppressions(),
    )


def _written(source: str, events: Sequence[Event], starts: tuple[int, ...]) -> TextBuilder:
    """The main part; a page with nothing but menus and margins is read whole."""
    first, last = main_part(source, events)
    remarks = [i for i in range(first) if events[i].kind == "comment"]
    builder = written(source, events, [*remarks, *visible(events, first, last, inside=first > 0)], starts)
    if builder.blocks:
        return builder
    return written(source, events, list(visible(events, 0, len(events), all_of_it=True)), starts)


def _title(source: str, events: Sequence[Event], builder: TextBuilder) -> str:
    """The page title; the heading alone where the title only adds the name of the site to it."""
    text = builder.text()
    titles = [i for i, event in enumerate(events) if event.kind == "open" and event.name == "title"]
    title = _words(source, events, titles[0]) if titles else ""
    headings = [b for b in builder.blocks if b.kind == "heading"]
    top = next((b for b in headings if b.level == 1), None)
    heading = " ".join(text[top.start : top.end].split()) if top else ""
    if not title or (heading and title.startswith(heading)):
        first = headings[0] if headings else None
        return heading or (" ".join(text[first.start : first.end].split()) if first else "")
    return title


def _words(source: str, events: Sequence[Event], at: int) -> str:
    texts = [e for e in events[at : events[at].partner] if e.kind == "text"]
    return " ".join(unescape("".join(source[e.start : e.end] for e in texts)).split())


def _metas(events: Sequence[Event]) -> dict[str, str]:
    found: dict[str, str] = {}
    for event in events:
        if event.kind == "void" and event.name == "meta" and "content" in event.attributes:
            found.setdefault(event.attributes.get("name", "").lower(), event.attributes["content"].strip())
    return found


def _genre(named: str) -> Genre:
    return next((genre for genre in GENRES if genre == named.lower()), "web")
