"""Places where a text speaks about itself or about others instead of to its reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from duidelijk.checks.set_phrases import phrase_hit
from duidelijk.language.formulas import Found, found_formulas
from duidelijk.language.reader_groups import Group, Wanted, group_at, groups_that_must
from duidelijk.language.silence import is_cited
from duidelijk.model import PROSE, Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Passage, Sentence

_LETTERS = frozenset({"brief", "mail", "besluit"})
_ARTICLES = frozenset({"de", "het", "ons"})
_TIP, _PLAIN = 1.0, 2.0


def reader_address(
    analysis: Analysis,
    *,
    phrases: Lexicon,
    sets: Lexicon,
    groups: Lexicon,
    everyone: tuple[str, ...],
    duties: tuple[str, ...],
    musts: tuple[str, ...] = (),
    requests: tuple[str, ...] = (),
    asking: tuple[str, ...] = (),
    askers: tuple[str, ...] = (),
    senders: tuple[str, ...] = (),
    addressing: tuple[str, ...] = ("u", "uw"),
    in_a_row: int = 3,
    least_share: float = 0.3,
    least_words: int = 60,
) -> Iterator[Hit]:
    """Value 1: *wij sturen u*, and the sentence that makes ``in_a_row`` with ``senders`` as first words.

    Value 2: *wij verzoeken u* (``phrases``, by their ``ernst``); in a letter a word of ``everyone`` with one
    of ``groups`` (*elke inwoner*) as the subject of ``duties``, ``musts`` or ``requests`` (*is verplicht*);
    and the first sentence of a letter of ``least_words`` words that has fewer than ``least_share`` words of
    ``addressing`` per sentence. Value 1: one of ``groups`` without *elke* as the subject of ``musts``, and
    any of them in a text of unknown genre. ``asking``: verbs by which one of ``askers`` asks such a group.
    In a letter that says so little to its reader, ``duties`` count as ``musts``. Silent about
    groups: a web page, and a sentence with one of ``addressing``, which is about others.
    """
    for found in found_formulas(analysis, phrases, sets):
        yield replace(phrase_hit(found), seen=(found.sentence, _words(found), found.row["beter"]))
    yield from _in_a_row(analysis, senders, in_a_row)
    letter = analysis.document.genre in _LETTERS or any(
        p.block.kind == "salutation" for p in analysis.everything
    )
    distant = list(_distant(analysis.within(PROSE), addressing, least_share, least_words)) if letter else []
    if letter or analysis.document.genre == "onbekend":
        every = frozenset(duties) if letter else frozenset[str]()
        any_group = frozenset(musts) | (every if distant else frozenset[str]())
        wanted = Wanted(groups, frozenset(everyone), every, any_group, frozenset(requests), letter)
        found_groups = chain(groups_that_must(analysis, wanted), _asked(analysis, wanted, asking, askers))
        yield from _third_persons(found_groups, addressing, _PLAIN if letter else _TIP)
    yield from distant


def _words(found: Found) -> tuple[Token, ...]:
    """The words of a phrase."""
    return tuple(t for t in found.sentence.span if found.start <= t.idx < found.end)


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


def _third_persons(groups: Iterable[Group], addressing: Sequence[str], value: float) -> Iterator[Hit]:
    """The groups in sentences that do not speak to the reader as well."""
    for group in groups:
        sentence, first, noun = group.sentence, group.first, group.noun
        spoken = any(token.lower_ in addressing for token in sentence.span)
        if not spoken and not is_cited(sentence, first, noun):
            detail = {"kind": "groep", "phrase": noun.doc[first.i : noun.i + 1].text}
            yield Hit(*sentence.range(first, noun), detail, value if group.everyone else _TIP)


def _asked(
    analysis: Analysis, wanted: Wanted, asking: Sequence[str], askers: Sequence[str]
) -> Iterator[Group]:
    """*De gemeente vraagt alle ouders … te …*: the group behind the verb, or behind its sender."""
    for sentence, verb in analysis.with_form(asking):
        words = {token.lower_ for token in sentence.span}
        if "te" not in words or words.isdisjoint(askers):
            continue
        at, last = verb.i + 1, sentence.span.end - 1
        if at < last and (verb.doc[at].lower_ in askers or verb.doc[at + 1].lower_ in askers):
            at += 2 if verb.doc[at].lower_ in _ARTICLES else 1
        group = group_at(sentence, at, wanted)
        if group is not None:
            yield group


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
