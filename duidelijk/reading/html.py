"""A web page → Document: the page's own text, without menus and margins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from duidelijk.model import GENRES, Document
from duidelijk.reading.builder import TextBuilder
from duidelijk.reading.days import day_said
from duidelijk.reading.html_blocks import written
from duidelijk.reading.html_tokens import tokens
from duidelijk.reading.html_tree import Event, nested
from duidelijk.reading.html_visible import main_part, visible
from duidelijk.reading.letters import is_letter, with_parts
from duidelijk.reading.source_map import line_starts


def read_html(source: str, name: str) -> Document:
    """The document in an HTML page or fragment; never fails, a page without words gives an empty text.

    Genre: what ``<meta name="duidelijk:soort">`` says, else web; onbekend for a letter, whose own words say
    more. Department, date and template stand in the same way. Remarks like
    ``<!-- duidelijk uit: lange-zin -->`` become suppressions.
    """
    events = nested(tokens(source))
    starts = line_starts(source)
    builder = _written(source, events, starts)
    metas = _metas(events)
    day, misdated = day_said(metas.get("duidelijk:datum", ""))
    given = _words(source, events, "title")
    document = Document(
        source=name,
        title=given,
        genre="onbekend",
        department=metas.get("duidelijk:afdeling") or None,
        text=builder.text(),
        blocks=tuple(builder.blocks),
        links=tuple(builder.links),
        source_map=builder.source_map(starts),
        suppressions=builder.suppressions(),
        date=day,
        template=metas.get("duidelijk:sjabloon", ""),
        misdated=misdated,
    )
    letter = is_letter(with_parts(document))
    stated = next((genre for genre in GENRES if genre == metas.get("duidelijk:soort", "").lower()), None)
    return replace(
        document,
        title=given if letter else _title(given, builder),
        genre=stated or ("onbekend" if letter else "web"),
    )


def _written(source: str, events: Sequence[Event], starts: tuple[int, ...]) -> TextBuilder:
    """The main part; a page with nothing but menus and margins is read whole."""
    first, last = main_part(source, events)
    remarks = [i for i in range(first) if events[i].kind == "comment"]
    builder = written(source, events, [*remarks, *visible(events, first, last, inside=first > 0)], starts)
    if builder.blocks:
        return builder
    return written(source, events, list(visible(events, 0, len(events), all_of_it=True)), starts)


def _title(given: str, builder: TextBuilder) -> str:
    """The title of the page; its main heading where the title only adds the name of the site to it."""
    top = next((block for block in builder.blocks if block.kind == "heading" and block.level == 1), None)
    heading = " ".join(builder.text()[top.start : top.end].split()) if top else ""
    return heading if heading and given.startswith(heading) else given or heading


def _words(source: str, events: Sequence[Event], name: str) -> str:
    """The words in the first element with this name."""
    for at, event in enumerate(events):
        if event.kind == "open" and event.name == name:
            texts = [source[e.start : e.end] for e in events[at : event.partner] if e.kind == "text"]
            return " ".join(unescape("".join(texts)).split())
    return ""


def _metas(events: Sequence[Event]) -> dict[str, str]:
    found: dict[str, str] = {}
    for event in events:
        if event.kind == "void" and event.name == "meta" and "content" in event.attributes:
            found.setdefault(event.attributes.get("name", "").lower(), event.attributes["content"].strip())
    return found
