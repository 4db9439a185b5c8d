"""Places where a text speaks about itself or about others instead of to its reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from duidelijk.checks.set_phrases import phrase_hit
from duidelijk.language.formulas import found_formulas
from duidelijk.language.silence import is_cited
from duidelijk.model import PROSE, Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Passage, Sentence

_LETTERS = frozenset({"brief", "mail", "besluit"})
_ARTICLES = frozenset({"de", "onze"})
_SHORTEST = 5
_FARTHEST = 8
_TIP, _PLAIN = 1.0, 2.0


def reader_address(
    analysis: Analysis,
    *,
    phrases: Lexicon,
    sets: Lexicon,
    groups: Lexicon,
    everyone: tuple[str, ...],
    duties: tuple[str, ...],
    readers: tuple[str, ...] = (),
    musts: tuple[str, ...] = (),
    senders: tuple[str, ...] = (),
    addressing: tuple[str, ...] = ("u", "uw"),
    in_a_row: int = 3,
    least_share: float = 0.3,
    least_words: int = 60,
) -> Iterator[Hit]:
    """Value 1: *wij sturen u*, and the sentence that makes ``in_a_row`` with ``senders`` as first words.

    Value 2: *wij verzoeken u* (``phrases``, by their ``ernst``); in a letter a word of ``everyone`` with one
    of ``groups`` (*elke inwoner*) as the subject of one of ``duties``; and the first sentence of a letter of
    ``least_words`` words that has fewer than ``least_share`` words of ``addressing`` per sentence. Value 1:
    such a subject of ``musts`` in a text of unknown genre, and one of ``readers`` without *elke* beside
    such a verb. A web page may speak about others.
    """
    for found in found_formulas(analysis, phrases, sets):
        yield phrase_hit(found)
    yield from _in_a_row(analysis, senders, in_a_row)
    letter = analysis.document.genre in _LETTERS or any(
        p.block.kind == "salutation" for p in analysis.everything
    )
    if letter or analysis.document.genre == "onbekend":
        wanted, value = (duties, _PLAIN) if letter else (musts, _TIP)
        yield from _third_persons(analysis, groups, everyone, wanted, value)
        yield from _readers(analysis, readers, wanted)
    if letter:
        yield from _distant(analysis.within(PROSE), addressing, least_share, least_words)


def _in_a_row(analysis: Analysis, senders: Sequence[str], least: int) -> Iterator[Hit]:
    row = 0
    previous: Passage | None = None
    for passage in analysis.everything:
        if passage.block.kind != "paragraph" or (previous and previous.block.kind != "paragraph"):
            row = 0
        previous = passage
        for sentence in passage.sentences if passage.block.kind == "paragraph" else ():
            opening = _opening(sentence, senders)
            row = row + 1 if opening else 0
            if opening and row == least:
                start = sentence.span.start_char
                place = sentence.clean.range(start, start + len(opening))
                yield Hit(*place, {"kind": "rij", "number": least, "phrase": opening}, _TIP)


def _opening(sentence: Sentence, senders: Sequence[str]) -> str:
    """The words of the sender at the start of a sentence."""
    if not sentence.units:
        return ""
    start = sentence.span.start_char
    text = sentence.clean.text[start : start + max(map(len, senders), default=0) + 1].lower()
    return next((s for s in senders if text.startswith(s) and not text[len(s) : len(s) + 1].isalnum()), "")


def _third_persons(
    analysis: Analysis, groups: Lexicon, everyone: tuple[str, ...], duties: tuple[str, ...], value: float
) -> Iterator[Hit]:
    for sentence, token in analysis.with_form(everyone):
        noun = _group(sentence, token, groups)
        verb = _verb(sentence, token, noun, duties) if noun is not None else None
        if noun is not None and verb is not None and not is_cited(sentence, token):
            start, end = sentence.range(token, noun)
            yield Hit(start, end, {"kind": "groep", "phrase": f"{token.text} {noun.text}"}, value)


def _readers(analysis: Analysis, readers: tuple[str, ...], musts: tuple[str, ...]) -> Iterator[Hit]:
    """*Bewoners moeten …*, *moeten de bewoners …*: the group right beside the verb of what it must do."""
    for sentence, noun in analysis.with_form(readers):
        start, doc = sentence.span.start, sentence.span.doc
        first = doc[noun.i - 1] if noun.i > start and doc[noun.i - 1].lower_ in _ARTICLES else noun
        opens = first.i == start or doc[first.i - 1].lower_ in musts or doc[first.i - 1].text == ","
        after = doc[noun.i + 1].lower_ if noun.i + 1 < sentence.span.end else ""
        told = after in musts or (first.i > start and doc[first.i - 1].lower_ in musts)
        if opens and told and not is_cited(sentence, noun):
            place = sentence.range(first, noun)
            yield Hit(*place, {"kind": "groep", "phrase": doc[first.i : noun.i + 1].text}, _TIP)


def _group(sentence: Sentence, first: Token, groups: Lexicon) -> Token | None:
    """The noun right behind *elke*, with at most an adjective between; not the object of a preposition."""
    doc, end = sentence.span.doc, sentence.span.end
    before = doc[first.i - 1].tag_ if first.i > sentence.span.start else ""
    if before.startswith("VZ"):
        return None
    for i in range(first.i + 1, min(first.i + 4, end)):
        if doc[i].tag_.startswith("N|") or doc[i].lower_ in groups.rows:
            return doc[i] if _is_group(doc[i].lower_, groups) else None
    return None


def _is_group(form: str, groups: Lexicon) -> bool:
    endings = (form[at:] for at in range(len(form) - _SHORTEST + 1))
    return any(ending in groups.rows for ending in endings)


def _verb(sentence: Sentence, first: Token, noun: Token, duties: tuple[str, ...]) -> Token | None:
    """The duty right before the group (*moet elke inwoner*), or behind it before another finite verb."""
    doc = sentence.span.doc
    if first.i > sentence.span.start and doc[first.i - 1].lower_ in duties:
        return doc[first.i - 1]
    for token in doc[noun.i + 1 : min(noun.i + 1 + _FARTHEST, sentence.span.end)]:
        if token.lower_ in duties:
            return token
        if token.tag_.startswith("WW|pv") and not _in_aside(noun, token):
            return None
    return None


def _in_aside(noun: Token, verb: Token) -> bool:
    """*alle bewoners die hier wonen*: the verb of a clause about the noun."""
    return any(t.tag_.startswith("VNW|betr") for t in noun.doc[noun.i + 1 : verb.i])


def _distant(
    analysis: Analysis, addressing: tuple[str, ...], least_share: float, least_words: int
) -> Iterator[Hit]:
    told = [s for s in analysis.sentences() if s.units]
    words = sum(len(s.units) for s in told)
    if words < least_words:
        return
    spoken = sum(1 for _ in analysis.with_form(addressing))
    if spoken < least_share * len(told):
        first = _first(analysis) or told[0]
        yield Hit(
            first.start, first.end, {"kind": "afstand", "number": spoken, "sentences": len(told)}, _PLAIN
        )


def _first(analysis: Analysis) -> Sentence | None:
    """The first sentence behind the salutation."""
    greeted = next((p.block.start for p in analysis.everything if p.block.kind == "salutation"), -1)
    return next((s for s in analysis.sentences() if s.units and s.block.start > greeted), None)
