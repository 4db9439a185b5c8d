"""Listed adjective → another one in the same form, or other words where the sentence has room for them.

The list of adjectives says where each alternative may stand: before a noun, after *is*, beside a verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.adjective_forms import comparative, inflected, places, superlative
from duidelijk.language.inflection import with_e
from duidelijk.language.matching import Match
from duidelijk.suggesting.agreement import POSSESSIVE
from duidelijk.suggesting.change import Change, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

_COPULAS = frozenset("zijn worden blijven lijken blijken heten schijnen raken vinden achten".split())
_DEFINITE = frozenset("de het deze dit die dat elk elke ieder iedere een geen alle".split()) | POSSESSIVE
_NOMINAL = ("N|", "SPEC", "ADJ|prenom", "ADJ|vrij", "WW|vd|prenom", "WW|od|prenom", "TW|hoofd")
_DEGREE = frozenset(
    {"zeer", "heel", "erg", "meer", "minder", "meest", "minst", "zo", "te", "even", "hoe", "hoogst"}
)


def adjective_change(doc: Doc, match: Match, alternatives: Sequence[str], explained: bool) -> Change:
    """A listed adjective with each alternative that fits; ``explained``: with the term behind it in brackets."""
    first, last = match.tokens[0], match.tokens[-1]
    place = _place(doc, first, last)
    found = [_edits(doc, match, text, place) for text in alternatives] if place else []
    edits = [each for each in found if each]
    if explained:
        edits = [
            _with_term(doc, each, first, last) for each in edits if place == "gezegde" and len(each) == 1
        ]
    return changed(doc, first, last, edits)


def _place(doc: Doc, first: int, last: int) -> str:
    """Where the adjective stands, in the words of the list; empty where that isn't certain."""
    token = doc[last]
    after = doc[last + 1] if last + 1 < len(doc) and not doc[last + 1].is_sent_start else None
    if after is not None and (after.text == "-" or (token.text.endswith("-"))):
        return ""
    if _is_before_noun(token, after):
        return "voor"
    if token.lower_.endswith("e") or "|prenom|" in token.tag_:
        return ""
    if (
        after is not None
        and token.head == after
        and after.tag_.startswith(("ADJ", "BW", "WW|vd|prenom", "WW|od|prenom"))
    ):
        return "vergrotend" if "|comp" in after.tag_ or after.lower_ in {"meer", "minder"} else "graad"
    if (
        after is not None
        and ("|comp" in after.tag_ or after.lower_ in {"meer", "minder"})
        and token.dep_ == "advmod"
    ):
        return "vergrotend"
    return _free_place(token)


def _is_before_noun(token: Token, after: Token | None) -> bool:
    if after is None or not after.tag_.startswith(_NOMINAL):
        return False
    if "|prenom|" in token.tag_ or token.dep_ == "amod":
        return token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN", "X", "VERB", "ADJ"}
    return token.lower_.endswith("e") and after.tag_.startswith("N|")


def _free_place(token: Token) -> str:
    """*is duidelijk* or *duidelijk zeggen*."""
    if any(child.dep_ == "cop" for child in token.children):
        return "gezegde"
    if token.dep_ == "xcomp" and token.head.lemma_ in _COPULAS:
        return "gezegde"
    if token.dep_ == "conj" and token.head.pos_ == "ADJ":
        return _free_place(token.head)
    if token.dep_ in {"advmod", "obl"} and token.head.pos_ == "VERB":
        return "werkwoord"
    return ""


def _edits(doc: Doc, match: Match, text: str, place: str) -> dict[int, str]:
    first, last = match.tokens[0], match.tokens[-1]
    allowed = places(text)
    before = doc[first - 1] if first > doc[first].sent.start else None
    if before is not None and before.lower_ in _DEGREE and (" " in text or "vergrotend" in allowed):
        return {}
    words = ""
    if place == "voor":
        if "voor" in allowed:
            words = _same_form(doc[last].lower_, match.entry.term, text)
        elif "zonder-lidwoord" in allowed and not _has_determiner(doc, first):
            words = text if doc[last].lower_.endswith("e") else ""
        elif "achter" in allowed:
            return _behind_noun(doc, first, last, text)
    elif place in allowed:
        words = _same_form(doc[last].lower_, match.entry.term, text)
    return {**dict.fromkeys(range(first, last), ""), last: words} if words else {}


def _same_form(form: str, term: str, text: str) -> str:
    """The alternative in the form that the term has here; empty for a form that isn't known."""
    base = term.rpartition(" ")[2]
    longer, most = comparative(base), superlative(base)
    more, best = comparative(text), superlative(text)
    forms = {
        base: text,
        with_e(base): inflected(text),
        longer: more,
        with_e(longer): with_e(more) if more and " " not in more else "",
        most: best,
        with_e(most): with_e(best) if best and " " not in best else best and f"meest {inflected(text)}",
        base + "s": text + "s" if " " not in text and inflected(text) != text else "",
    }
    return forms.get(form, "")


def _has_determiner(doc: Doc, first: int) -> bool:
    before = doc[first - 1] if first else None
    return before is not None and (
        before.lower_ in _DEFINITE
        or before.tag_.startswith(("LID", "VNW|bez", "TW|hoofd", "ADJ|prenom", "WW|vd|prenom"))
    )


def _behind_noun(doc: Doc, first: int, last: int, text: str) -> dict[int, str]:
    """*een gewaarmerkte kopie* → *een kopie met een stempel*, where nothing else stands behind the noun."""
    noun = doc[last + 1]
    after = doc[last + 2] if last + 2 < len(doc) and not doc[last + 2].is_sent_start else None
    closed = after is None or after.is_punct or after.tag_.startswith(("WW", "VG|onder", "BW"))
    if not noun.tag_.startswith("N|soort") or not closed or (after is not None and after.text in "-'’"):
        return {}
    return {**dict.fromkeys(range(first, last + 1), ""), noun.i: f"{noun.text} {text}"}


def _with_term(doc: Doc, edits: dict[int, str], first: int, last: int) -> dict[int, str]:
    return {**edits, last: f"{edits[last]} ({doc[first : last + 1].text.lower()})"}
