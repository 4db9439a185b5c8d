"""Numbers in letters, long numbers without points, and amounts of money with signs too many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.around import is_numbered, tokens_of
from duidelijk.language.numbers import (
    Amount,
    amounts,
    is_counted,
    is_part_of,
    is_spelled_amount,
    joined_number,
    money_behind,
    noun_before,
    noun_counted,
    repeated,
)
from duidelijk.language.silence import is_name, is_quoted
from duidelijk.model import Hit, Lexicon
from duidelijk.suggesting.notation import amount, grouped, in_figures, number_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Passage, Sentence

_TIP, _PLAIN = 1.0, 2.0
_ONE = frozenset({"een", "één"})


def number_notation(
    analysis: Analysis,
    *,
    numbers: Lexicon,
    phrases: Lexicon,
    numbered: tuple[str, ...] = (),
    small: int = 12,
) -> Iterator[Hit]:
    """Numbers in letters before a noun (value 1 up to ``small``, else 2), long numbers (2) and amounts (1).

    ``phrases``: fixed expressions in which a number stays a word. ``numbered``: words behind which a number
    counts nothing (*groep acht*, *zaaknummer*). Silent too: quotations and names.
    """
    for passage in analysis.passages:
        yield from _amounts(passage, numbered)
    taken: set[tuple[int, int]] = set()
    for sentence, token in _in_letters(analysis, numbers):
        hit = _word_hit(sentence, token, numbers, numbered, small)
        if hit is None or (hit.start, hit.end) in taken or _is_silent(sentence, token, phrases):
            continue
        taken.add((hit.start, hit.end))
        yield hit


def _in_letters(analysis: Analysis, numbers: Lexicon) -> Iterator[tuple[Sentence, Token]]:
    """The words tagged as a cardinal number that are no figures."""
    for sentence, token in analysis.with_tag("TW|hoofd"):
        if token.is_alpha and number_of(token.lower_, numbers):
            yield sentence, token


def _is_silent(sentence: Sentence, token: Token, phrases: Lexicon) -> bool:
    text = sentence.clean.text
    if is_quoted(text, token.idx, token.idx + len(token)) or is_spelled_amount(text, token.idx):
        return True
    return is_name(token.doc, token.i) or is_part_of(text, token, phrases)


def _word_hit(
    sentence: Sentence, token: Token, numbers: Lexicon, numbered: tuple[str, ...], small: int
) -> Hit | None:
    """The hit of a number that counts a noun, alone or with another (*twee of drie dagen*)."""
    first, last = joined_number(token, numbers)
    closing = repeated(last)
    noun = noun_counted(closing) or noun_before(first)
    if noun is None or _is_label(first, numbered):
        return None
    values = [1 if t.lower_ in _ONE else number_of(t.lower_, numbers) for t in (first, last)]
    euro = money_behind(noun) if noun.i == closing.i + 1 else None
    start, end = sentence.range(first, euro or closing)
    money = f" {noun.doc[noun.i : euro.i + 1].text}" if euro else ""
    better = _in_figures(first, last, [value for value in values if value]) + money
    detail = {"kind": "woord", "better": better, "alternatives": (better,), "safe": True}
    return Hit(start, end, detail, _PLAIN if max(filter(None, values)) > small else _TIP)


def _is_label(number: Token, numbered: tuple[str, ...]) -> bool:
    """Whether the noun before a number says that it counts nothing: *groep acht*, not *per week acht*."""
    before = number.nbor(-1) if number.i > number.sent.start else None
    if before is None or not before.tag_.startswith("N|") or before.lower_ not in numbered:
        return False
    lead = before.nbor(-1) if before.i > number.sent.start else None
    return lead is None or not (
        lead.lower_ == "per" or lead.tag_.startswith(("LID", "VNW|aanw", "VNW|onbep"))
    )


def _in_figures(first: Token, last: Token, values: list[int]) -> str:
    if first == last:
        return in_figures(values[0])
    return f"{in_figures(values[0])} {first.doc[first.i + 1].text} {in_figures(values[-1])}"


def _amounts(passage: Passage, numbered: tuple[str, ...]) -> Iterator[Hit]:
    text = passage.clean.text
    for found in amounts(text):
        if _counts(passage, found, numbered) and not is_quoted(text, found.start, found.end):
            yield _amount_hit(passage, found)


def _counts(passage: Passage, found: Amount, numbered: tuple[str, ...]) -> bool:
    """Whether this is an amount of money, or a number that counts the noun behind it."""
    if found.is_money:
        return True
    labelled = is_numbered(passage.clean.text, found.start, numbered)
    return not labelled and is_counted(tokens_of(passage.doc, found.start, found.end)[1])


def _amount_hit(passage: Passage, found: Amount) -> Hit:
    start, end = passage.clean.range(found.start, found.end)
    if found.kind == "zegge":
        return Hit(start, end, {"kind": "zegge", "better": ""}, _TIP)
    better = amount(found.figures, found.cents, found.behind) if found.is_money else grouped(found.figures)
    detail = {"kind": found.kind, "better": better, "alternatives": (better,), "safe": True}
    return Hit(start, end, detail, _PLAIN if found.kind == "lang" else _TIP)
