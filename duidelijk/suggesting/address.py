"""*je* → *u* and back, where the form is certain: the pronoun, and the verb that goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from duidelijk.suggesting.change import Change

if TYPE_CHECKING:
    from spacy.tokens import Token

_INVERTED: Mapping[str, str] = {
    "heb": "heeft", "ben": "bent", "kun": "kunt", "kan": "kunt", "wil": "wilt", "zul": "zult", "zal": "zult",
    "mag": "mag", "moet": "moet", "had": "had", "was": "was", "ga": "gaat", "sta": "staat", "doe": "doet",
    "zie": "ziet", "weet": "weet", "zou": "zou", "kon": "kon", "moest": "moest", "wilde": "wilde",
    "hoef": "hoeft",
}  # fmt: skip
_FOLLOWING: Mapping[str, str] = {"hebt": "heeft", "kan": "kunt", "zal": "zult", "wil": "wilt"}
_PLURAL = frozenset({"jullie"})


def formal(token: Token) -> Change:
    """*je* and its kin as *u*, *uw* or *zich*."""
    form, at = token.lower_, token.i
    if form == "jouw" or _is_possessive(token):
        return Change(at, at, ("uw",))
    if form in {"jezelf", "jijzelf"}:
        return Change(at, at, ("uzelf",))
    if form == "jou":
        return Change(at, at, ("u",))
    if form in _PLURAL:
        return Change(at, at)
    return _reflexive(token) or _subject(token) or Change(at, at)


def informal(token: Token) -> Change:
    """*uw* as *je*; *u* only where no verb changes with it."""
    if token.lower_ == "uw":
        return Change(token.i, token.i, ("je",))
    return Change(token.i, token.i)


def _is_possessive(token: Token) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    noun = after is not None and after.pos_ in {"NOUN", "ADJ", "NUM"}
    asked = token.sent.text.rstrip().endswith("?") and token.i == token.sent.start + 1
    owns = token.dep_ == "nmod:poss" and ("bez" in token.tag_ or not asked)
    return token.lower_ == "je" and owns and noun


def _reflexive(token: Token) -> Change | None:
    """*U kunt je aanmelden* and *je kunt je pas meenemen*: the clause has its subject before the verb."""
    if not _has_subject(token):
        return None
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    kind = after.pos_ if after is not None else "PUNCT"
    if kind in {"NOUN", "ADJ"}:
        return Change(token.i, token.i, ("uw",))
    infinitive = kind == "VERB" and after is not None and after.lower_.endswith("en")
    return Change(token.i, token.i, ("zich",) if infinitive or kind in {"ADP", "ADV", "PUNCT"} else ())


def _has_subject(token: Token) -> bool:
    for i in range(token.i - 1, max(-1, token.i - 5), -1):
        before = token.doc[i]
        if before.is_punct or before.lower_ in {"u", "je", "jij"}:
            return not before.is_punct
    return False


def _subject(token: Token) -> Change | None:
    doc, at = token.doc, token.i
    if token.dep_ not in {"nsubj", "nsubj:pass"}:
        return None
    before = doc[at - 1] if at > token.sent.start else None
    after = doc[at + 1] if at + 1 < len(doc) else None
    if before is not None and before.lower_ in _INVERTED:
        return Change(at - 1, at, (f"{_INVERTED[before.lower_]} u",))
    if before is not None and before.pos_ in {"VERB", "AUX"}:
        return _behind_verb(before, after, at)
    if after is not None and after.lower_ in _FOLLOWING:
        return Change(at, at + 1, (f"u {_FOLLOWING[after.lower_]}",))
    if (
        after is not None
        and after.pos_ in {"VERB", "AUX"}
        and after.lower_ in {"bent", "kunt", "moet", "mag", "wilt", "zult"}
    ):
        return Change(at, at, ("u",))
    return (
        Change(at, at, ("u",))
        if after is not None and after.lower_.endswith("t") and after.pos_ == "VERB"
        else None
    )


def _behind_verb(verb: Token, after: Token | None, at: int) -> Change | None:
    """*Neem je pas mee* → *uw*, *Meld je aan* → *u*, *Krijg je geld?* → *krijgt u*."""
    opens, asks = verb.i == verb.sent.start, verb.sent.text.rstrip().endswith("?")
    kind = after.pos_ if after is not None else ""
    if opens and not asks and kind in {"NOUN", "ADJ", "PROPN"}:
        return Change(at, at, ("uw",))
    if opens and not asks and kind in {"ADP", "ADV", "PUNCT"}:
        return Change(at, at, ("u",))
    return _with_t(verb, at)


def _with_t(verb: Token, at: int) -> Change | None:
    """*krijg je* → *krijgt u*; nothing for a past tense, whose form isn't certain."""
    if "verl" in verb.tag_:
        return None
    form = verb.lower_ if verb.lower_.endswith("t") else verb.lower_ + "t"
    return Change(at - 1, at, (f"{form} u",))
