"""Questions in a row, and a question under a heading that is one already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Passage, Sentence


_OPENING, _CLOSING = "‘’“„\"'", "”’\"') "


def questions(
    analysis: Analysis,
    *,
    least: int = 3,
    faq_titles: tuple[str, ...] = (),
    faq_questions: int = 3,
) -> Iterator[Hit]:
    """Every ``least`` or more questions in a row, and a question right below a heading that is one.

    Under headings there is silence in a list of questions and answers: a heading with one of ``faq_titles``,
    or ``faq_questions`` or more headings that are questions.
    """
    for passage in analysis.passages:
        yield from _rows(passage, least)
    text = analysis.document.text
    if "?" in text and not _is_faq(analysis.document, faq_titles, faq_questions):
        yield from _below_headings(analysis)


def _rows(passage: Passage, least: int) -> Iterator[Hit]:
    if passage.clean.text.count("?") < least:
        return
    for asking, group in groupby(passage.sentences, key=_is_question):
        row = list(group)
        if asking and len(row) >= least:
            marks = tuple((s.start, s.end) for s in row)
            yield Hit(row[0].start, row[-1].end, {"kind": "rij", "count": len(row)}, len(row), marks)


def _is_question(sentence: Sentence) -> bool:
    """Whether the writer asks something here; another's question stands between quotation marks."""
    text = sentence.span.text.strip()
    return text.rstrip(_CLOSING).endswith("?") and text[0] not in _OPENING


def _headings(document: Document) -> Sequence[str]:
    return [document.text[b.start : b.end].strip() for b in document.blocks if b.kind == "heading"]


def _is_faq(document: Document, titles: tuple[str, ...], least: int) -> bool:
    headings = [document.title, *_headings(document)]
    named = any(title in heading.lower() for heading in headings for title in titles)
    return named or sum(heading.endswith("?") for heading in set(headings)) >= least


def _below_headings(analysis: Analysis) -> Iterator[Hit]:
    """The first sentences right below a heading, or below the title of the text, when both are questions."""
    passages = {p.block.start: p for p in analysis.passages}
    blocks, text = analysis.document.blocks, analysis.document.text
    above = analysis.document.title.strip()
    for block in blocks:
        if block.kind == "heading":
            above = text[block.start : block.end].strip()
            continue
        passage = passages.get(block.start)
        if above.endswith("?") and passage and passage.sentences and _is_question(passage.sentences[0]):
            first = passage.sentences[0]
            yield Hit(first.start, first.end, {"kind": "kop"}, 0.0)
        above = ""
