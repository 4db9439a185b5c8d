"""*u* and *je* for the same reader in one text: the forms that are in the minority."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from duidelijk.language.addressing import FORMAL, INFORMAL
from duidelijk.language.silence import is_name, is_quoted
from duidelijk.model import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence


_HOUR = re.compile(r"\d{1,3}(?:[.:,]\d\d?)?|/|.*/")


@dataclass(frozen=True, slots=True)
class _Form:
    sentence: Sentence
    token: Token


def mixed_address(analysis: Analysis, *, general: tuple[str, ...] = ()) -> Iterator[Hit]:
    """The words of the rarer form of address by sentence; *je* where both are as frequent. Value: how many.

    Silent: quotations, names (*Mijn buurt*), and *je* for people in general in the phrases of ``general``.
    """
    phrases = re.compile("|".join(map(re.escape, general)), re.IGNORECASE) if general else None
    polite: list[_Form] = []
    familiar: list[_Form] = []
    for sentence, token in analysis.with_form(FORMAL | INFORMAL):
        if _addresses(sentence.clean.text, token, phrases):
            (polite if token.lower_ in FORMAL else familiar).append(_Form(sentence, token))
    if not polite or not familiar:
        return
    minority = familiar if len(familiar) <= len(polite) else polite
    yield from _hits(minority, "u" if minority is familiar else "je")


def _addresses(text: str, token: Token, phrases: re.Pattern[str] | None) -> bool:
    start, end = token.idx, token.idx + len(token)
    if is_quoted(text, start, end):
        return False
    if token.lower_ in FORMAL:
        return not _is_unit(token)
    return not _is_titled(token) and not (
        phrases and any(m.start() <= start < m.end() for m in phrases.finditer(text))
    )


def _is_unit(token: Token) -> bool:
    """*17.00 u* and *km/u*: an hour."""
    before = token.doc[token.i - 1].text if token.i else ""
    return token.text == "u" and _HOUR.fullmatch(before) is not None


def _is_titled(token: Token) -> bool:
    """*Jouw zaken*, *Denk aan je Buren*: capitals of a name."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    titled = after is not None and after.text.istitle() and not after.is_sent_start
    return is_name(token.doc, token.i) or titled


def _hits(forms: Sequence[_Form], wanted: str) -> Iterator[Hit]:
    """One hit for each sentence, with all its words."""
    for _, group in groupby(forms, key=lambda form: id(form.sentence)):
        found = list(group)
        sentence, tokens = found[0].sentence, tuple(form.token for form in found)
        marks = sentence.ranges(tokens)
        detail = {"kind": wanted, "word": tokens[0].text, "wanted": wanted}
        yield Hit(marks[0][0], marks[-1][1], detail, len(forms), marks, seen=(sentence, tokens, wanted))
