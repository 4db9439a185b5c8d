"""*niet … tenzij*, *niet … zonder* → *alleen … als*, *alleen … met*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import clause_of, finite_verb, is_finite, is_noun, is_verb
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.rewording import Rewording
from duidelijk.suggesting.wording import Rewrite, beside, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

PLAIN_DENIAL = frozenset({"niet", "geen", "nooit"})
_NEGATORS = frozenset({"niet", "geen", "nooit", "niemand", "niets", "niks", "nergens", "zonder", "tenzij"})
_OTHER = frozenset({"moeten", "hoeven", "willen", "zullen"})
_POSSIBLE = frozenset(
    {"mogelijk", "toegestaan", "nodig", "verplicht", "geldig", "strafbaar", "bereikbaar", "open", "terecht"}
)
_FARTHEST = 6


def unless(negator: Token, tenzij: Token) -> Iterator[Rewrite]:
    """*U krijgt alleen korting als u lid bent*, *Alleen als u lid bent, krijgt u korting*."""
    first = tenzij.i < negator.i
    clause = _clause_of_unless(tenzij)
    if (
        not clause
        or beside(tenzij) == "dan"
        or _others((negator, tenzij))
        or tenzij.sent.text.strip().endswith("?")
    ):
        return
    if not first and (clause[-1].i + 1 < tenzij.sent.end - 1 or not tenzij.nbor(-1).is_punct):
        return
    edits = Rewording(tenzij.doc)
    if not _denied(negator, edits, "" if first else "alleen"):
        return
    edits.put(tenzij, "alleen als" if first else "als")
    if not first and beside(tenzij, -1) == ",":
        edits.put(tenzij.nbor(-1), "")
    yield from edits.rewrite()


def _clause_of_unless(tenzij: Token) -> list[Token]:
    """The words of its clause, if that has a finite verb and denies nothing itself."""
    predicate = tenzij.head
    words = sorted(predicate.subtree, key=lambda t: t.i) if predicate != tenzij else []
    words = [t for t in words if t.i >= tenzij.i]
    while words and words[-1].is_punct:
        words.pop()
    plain = finite_verb(predicate) is not None and not any(t.lower_ in _NEGATORS for t in words[1:])
    return words if plain and words[0] == tenzij else []


def _others(pair: tuple[Token, ...]) -> bool:
    """Whether the sentence has another negation, or words between brackets or quotation marks."""
    return any((t.lower_ in _NEGATORS and t not in pair) or t.text in '()"“”‘’;:' for t in pair[0].sent)


def _denied(negator: Token, edits: Rewording, only: str) -> bool:
    """Puts *alleen* (or nothing) in the place of the negation; False where its reach isn't certain."""
    if negator.i + 1 >= negator.sent.end:
        return False
    after = negator.nbor()
    if negator.lower_ == "geen" and any(t.lower_ == "meer" for t in negator.sent):
        return False
    if negator.lower_ == "geen":
        article = article_of(phrase_from(after))
        if article is None:
            return False
        edits.put(negator, joined(only, article))
        return True
    if after.lower_ == "meer":
        edits.put(after, "")
        return _put(negator, edits, f"{only} nog" if only else "nog")
    bare = negator.doc[after.i + 1 : after.i + 3]
    if only and after.tag_.startswith("VZ") and len(bare) == 2 and is_noun(bare[0]) and is_verb(bare[1]):
        edits.put(negator, only)  # *niet in behandeling genomen*: the phrase is one with its verb
        return True
    return _put(negator, edits, only)


def _put(negator: Token, edits: Rewording, text: str) -> bool:
    """*alleen* in its place before the verbs; a phrase may stand between: *niet | op de stoep | parkeren*."""
    at = negator.i + 1
    doc, end = negator.doc, negator.sent.end
    while at < end and at in edits.texts:
        at += 1
    if at >= end:
        return False
    if _is_edge(doc[at]):
        edits.put(negator, text)
        return True
    return doc[at].tag_.startswith("VZ") and _put_behind(negator, at, edits, text)


def _put_behind(negator: Token, at: int, edits: Rewording, text: str) -> bool:
    """*alleen* behind the phrase that starts at token ``at``, before the verbs."""
    doc, end = negator.doc, negator.sent.end
    stop = at
    while stop < end and not doc[stop].tag_.startswith("WW") and not doc[stop].is_punct:
        stop += 1
    phrase = doc[at:stop]
    whole = (
        stop < end and len(phrase) <= _FARTHEST and not any(t.tag_.startswith(("BW", "VG")) for t in phrase)
    )
    if not whole or not is_noun(phrase[-1]):
        return False
    edits.put(negator, "")
    if text and doc[stop].tag_.startswith("WW"):
        edits.insert(doc[stop], text)
    elif text:
        edits.append(phrase[-1], text)
    return True


def _is_edge(token: Token) -> bool:
    """Where the words before the verbs of a clause end."""
    closes = token.tag_.startswith("WW") and not is_finite(token)
    state = (
        token.lower_ in _POSSIBLE
        or token.lower_ == "te"
        or token.tag_ == "VZ|fin"
        or token.dep_ == "compound:prt"
    )
    return closes or state or token.is_punct or (is_finite(token) and clause_of(token).dep_ != "ROOT")


def phrase_from(first: Token) -> list[Token]:
    """Adjectives and noun behind *geen* or *zonder*."""
    doc = first.doc
    found: list[Token] = []
    for token in doc[first.i : min(first.i + 4, first.sent.end)]:
        if is_noun(token):
            return [*found, token]
        if not token.tag_.startswith(
            ("ADJ|prenom", "VNW|bez", "LID", "VNW|aanw", "WW|vd|prenom", "ADJ|vrij")
        ):
            return []
        found.append(token)
    return []


def article_of(phrase: list[Token]) -> str | None:
    """*een* or nothing before a noun that loses *geen* or *zonder*; None where that isn't certain."""
    if not phrase:
        return None
    noun = phrase[-1]
    if phrase[0].tag_.startswith(("LID", "VNW|bez", "VNW|aanw")) or "|mv" in noun.tag_:
        return "" if phrase[0].lower_ != "enkele" else None
    row = row_of(noun)
    return None if row is None else row[0]


def row_of(noun: Token) -> tuple[str, str] | None:
    """Article and *hebben* of a listed noun, or of the last part of a compound."""
    rows = lexicon("grammatica/lidwoord-een").rows
    form = noun.lower_
    listed = next((rows[form[at:]] for at in range(max(1, len(form) - 2)) if form[at:] in rows), None)
    return None if listed is None else (listed["lidwoord"], listed["hebben"])


def without(negator: Token, zonder: Token) -> Iterator[Rewrite]:
    """*U mag alleen bouwen met een vergunning*, *Alleen met een afspraak kunt u terecht*."""
    phrase = phrase_from(zonder.nbor()) if zonder.i + 1 < zonder.sent.end else []
    article = article_of(phrase)
    if article is None or row_of(phrase[-1]) is None or not _allows(negator, zonder, phrase):
        return
    edits = Rewording(zonder.doc)
    if negator.lower_ == "niemand":
        yield from _nobody(negator, zonder, phrase, edits)
    elif negator.lower_ in PLAIN_DENIAL and _with(negator, zonder, joined("met", article), edits):
        yield from edits.rewrite()


def _allows(negator: Token, zonder: Token, phrase: list[Token]) -> bool:
    """Whether it says what can be, now: not what must or was, nor asked, nor with one thing of several."""
    verb = finite_verb(clause_of(negator))
    if verb is None or "|verl|" in verb.tag_ or verb.lemma_.lower() in _OTHER:
        return False
    several = beside(phrase[-1]) in {"en", "of", ",", "die", "dat"}
    done = any(t.tag_.startswith("WW|vd") and t.head == verb for t in zonder.sent)
    asks = zonder.sent.text.strip().endswith("?")
    return not (several or done or asks or _others((negator, zonder)))


def _with(negator: Token, zonder: Token, met: str, edits: Rewording) -> bool:
    """Puts *met* for *zonder* and *alleen* for the negation, or before *met* where that comes first."""
    edits.put(zonder, met)
    if zonder.i < negator.i:
        edits.put(zonder, f"alleen {met}")
        return _denied(negator, edits, "")
    if negator.i + 1 == zonder.i:
        edits.put(negator, "alleen")
        return negator.lower_ != "geen"
    return _denied(negator, edits, "alleen")


def _nobody(niemand: Token, zonder: Token, phrase: list[Token], edits: Rewording) -> Iterator[Rewrite]:
    """*Alleen wie een pas heeft, mag naar binnen*"""
    row = row_of(phrase[-1])
    front = niemand.i == niemand.sent.start and niemand.i + 1 < niemand.sent.end and is_finite(niemand.nbor())
    belongs = beside(phrase[-1]) in {"van", "voor", "om"}
    if row is None or row[1] != "ja" or not front or belongs:
        return
    thing = joined(article_of(phrase) or "", text_of(phrase))
    edits.put(niemand, f"alleen wie {thing} heeft,")
    for token in (zonder, *phrase):
        edits.put(token, "")
    yield from edits.rewrite()
