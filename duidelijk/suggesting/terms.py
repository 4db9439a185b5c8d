"""Listed term → the words that can stand in its place as they are, or that a message can only name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.inflection import verb_forms
from duidelijk.language.matching import Match
from duidelijk.language.te_infinitive import TeInfinitive, obligation, te_infinitive
from duidelijk.model import Entry, Lexicon
from duidelijk.suggesting.adjectives import adjective_change
from duidelijk.suggesting.articles import READER
from duidelijk.suggesting.change import Change
from duidelijk.suggesting.contrast import CONTRASTS, contrast_change
from duidelijk.suggesting.editing import text_with
from duidelijk.suggesting.infinitives import bare, joined_infinitives
from duidelijk.suggesting.nouns import noun_change
from duidelijk.suggesting.pointing import is_pointing, pointing_change
from duidelijk.suggesting.wording import opens

if TYPE_CHECKING:
    from spacy.tokens import Doc


_OWN_TE = frozenset({"om", "door", "zonder", "teneinde", "alvorens", "na", "tot", "voor"})
_FAMILIAR = frozenset({"je", "jij", "jou", "jouw", "jullie"})
_CLAUSE = ("als het ", "als dat ", "als u ")


def placeholders(entry: Entry) -> tuple[str, ...]:
    """Alternatives with a blank such as ``[datum]``: the writer must choose."""
    return tuple(text for text in entry.alternatives if "[" in text)


def replacement(doc: Doc, match: Match) -> Change:
    """What may stand in place of the match, and of the words around it that change with it."""
    entry, flags = match.entry, match.context.flags
    nothing = Change(match.tokens[0], _last(doc, match))
    if entry.pos in {"DET", "ADJ"} and is_pointing(entry.alternatives):
        return pointing_change(doc, match, entry.alternatives)
    if entry.term in CONTRASTS:
        return contrast_change(doc, nothing.first)
    if "zinsbouw" in flags:
        return nothing
    whole = _usable(doc, entry)
    if entry.pos == "VERB":
        asks = entry.term.endswith(" te")
        texts = _obliged(doc, match.tokens[-2], entry) if asks else ()
        return Change(nothing.first, nothing.last, texts)
    explained = entry.state == "leg-uit" and "ruil" not in flags
    if entry.pos == "NOUN":
        return noun_change(doc, match, whole, explained)
    if entry.pos == "ADJ":
        return adjective_change(doc, match, whole, explained)
    return Change(nothing.first, nothing.last, () if explained else _with_comma(doc, nothing, whole))


def _with_comma(doc: Doc, change: Change, texts: tuple[str, ...]) -> tuple[str, ...]:
    """*Als het nodig is, bellen wij u*: a clause that opens the sentence, before the finite verb."""
    after = doc[change.last + 1] if change.last + 1 < len(doc) else None
    if after is None or after.is_sent_start or not is_finite(after) or not opens(doc[change.first]):
        return texts
    return tuple(f"{text}," if text.startswith(_CLAUSE) else text for text in texts)


def _usable(doc: Doc, entry: Entry) -> tuple[str, ...]:
    """The alternatives without a blank; none with *u* in a text that says *je*."""
    whole = tuple(text for text in entry.alternatives if "…" not in text and "[" not in text)
    if {t.lower_ for t in doc}.isdisjoint(_FAMILIAR):
        return whole
    return tuple(text for text in whole if READER.isdisjoint(text.split()))


def _last(doc: Doc, match: Match) -> int:
    """The index of the last word that a replacement covers."""
    if match.entry.term.endswith(" te"):
        found = te_infinitive(doc, match.tokens[-2])
        if found:
            more = [each.infinitive for each in joined_infinitives(doc, found)]
            return max((*more, match.tokens[-1] if found.particle is None else found.infinitive))
    return match.tokens[-1]


def _obliged(doc: Doc, verb: int, entry: Entry) -> tuple[str, ...]:
    """The words up to the last infinitive, with another verb and without *te*."""
    found = te_infinitive(doc, verb)
    more = tuple(joined_infinitives(doc, found)) if found else ()
    if doc[verb].tag_.startswith("WW|od") or _has_more(doc, found, more):
        return ()
    texts = obligation(doc, verb, entry.alternatives)
    if not found or not more or not texts:
        return texts
    changes = {**bare(doc, (found, *more)), verb: texts[0].split(" ")[0]}
    return (text_with(doc[verb : more[-1].infinitive + 1], changes),)


def _has_more(doc: Doc, found: TeInfinitive | None, more: Sequence[TeInfinitive]) -> bool:
    """Whether another *te* further on may belong to the same verb: it would be left behind."""
    if found is None:
        return False
    last = more[-1].infinitive if more else found.infinitive
    for token in doc[last + 1 : doc[last].sent.end]:
        if token.lower_ in _OWN_TE or token.tag_.startswith(("VG|onder", "VNW|betr")) or "|pv|" in token.tag_:
            return False
        if token.lower_ == "te" and token.i + 1 < len(doc) and doc[token.i + 1].tag_.startswith("WW|inf"):
            return True
    return False


def taken_apart(parts: tuple[str, ...], deeds: Lexicon) -> str:
    """How to begin without a compound of these parts: *formulier om … aan te vragen*, *systeem voor …*.

    ``deeds`` (naamwoord, werkwoord) tells which noun is a deed.
    """
    *others, head = parts
    verb = deeds.rows.get(others[-1], {}).get("werkwoord", "")
    return f"{head} om … {verb_forms(verb).te_infinitive}" if verb else f"{head} voor …"
