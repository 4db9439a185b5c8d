"""Listed adjective → another one in the same form, or other words where the sentence has room for them.

The list of adjectives says where each alternative may stand: before a noun, after *is*, beside a verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.adjective_forms import comparative, inflected, places, superlative
from duidelijk.language.infinitives import lemma_of
from duidelijk.language.inflection import with_e
from duidelijk.language.matching import Match
from duidelijk.suggesting.agreement import POSSESSIVE
from duidelijk.suggesting.change import Change, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

_THINGS = frozenset({"iets", "niets", "wat", "veel", "weinig"})
_COPULAS = frozenset(
    "zijn worden blijven lijken blijken heten schijnen raken vinden achten hebben maken liggen staan".split()
)
_IS = frozenset("is zijn was waren ben bent blijft blijven lijkt lijken blijkt blijken".split())
_DEFINITE = frozenset("de het deze dit die dat elk elke ieder iedere een geen alle".split()) | POSSESSIVE
_WITH_E = frozenset({"de", "deze", "die"}) | POSSESSIVE
"""After these words an adjective has its ending, also in *de voormalig directeur*."""
_NOMINAL = ("N|", "WW|inf|nom", "SPEC", "ADJ|prenom", "ADJ|vrij", "WW|vd|prenom", "WW|od|prenom", "TW|hoofd")
_DEGREE = frozenset(
    {"zeer", "heel", "erg", "meer", "minder", "meest", "minst", "zo", "te", "even", "hoe", "hoogst"}
)


def adjective_change(doc: Doc, match: Match, alternatives: Sequence[str], explained: bool) -> Change:
    """A listed adjective with each alternative that fits.

    ``explained``: the term stays behind it in brackets.
    """
    first, last = match.tokens[0], match.tokens[-1]
    place = _place(doc, first, last)
    found = [_edits(doc, match, text, place) for text in alternatives] if place else []
    safe = "veilig" in match.context.flags and place != "voor"
    if not any(found) and safe and doc[last].lower_ == match.entry.term:
        found = [{last: text} for text in alternatives]
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
    if first and doc[first - 1].lower_ in _THINGS and token.lower_.endswith("s"):
        return "iets"
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
    if after is None:
        return False
    if "|prenom|" in token.tag_ and token.lower_.endswith("e") and token.head.i > after.i:
        return True
    if not after.tag_.startswith(_NOMINAL):
        return False
    if "|prenom|" in token.tag_ or token.dep_ == "amod":
        return token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN", "X", "VERB", "ADJ"}
    opened = token.i > token.sent.start and token.nbor(-1).lower_ in _DEFINITE - {"dat", "die", "dit", "deze"}
    return (opened or token.lower_.endswith("e")) and after.tag_.startswith(("N|", "WW|inf|nom"))


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
    if not token.tag_.startswith(("ADJ|vrij", "BW", "WW|vd|vrij", "WW|od|vrij")):
        return ""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.tag_.startswith("N|"):
        return ""
    ends = after is None or after.is_punct or after.tag_.startswith(("VG|onder", "WW|pv"))
    return "gezegde" if ends and any(t.lower_ in _IS for t in token.sent) else "vrij"


def _edits(doc: Doc, match: Match, text: str, place: str) -> dict[int, str]:
    """What each word becomes with this alternative; nothing when it has no place here."""
    first, last = match.tokens[0], match.tokens[-1]
    allowed = places(text)
    before = doc[first - 1] if first > doc[first].sent.start else None
    degree = before.lower_ if before is not None else ""
    if degree in _DEGREE and (" " in text or "vergrotend" in allowed):
        return {}
    if "graad" in allowed:
        allowed |= {"vergrotend"}
    if place == "voor" and "voor" not in allowed:
        return _loosely_before(doc, first, last, text, allowed)
    if place != "vrij" and place not in allowed | {"iets"}:
        return {}
    if place == "vrij" and not {"gezegde", "werkwoord"} <= allowed:
        return {}
    words = _in_form(doc, match, text, place)
    edits = {**dict.fromkeys(range(first, last), ""), last: words} if words else {}
    return _compared(edits, before, last, text) if degree in {"meer", "meest"} else edits


def _in_form(doc: Doc, match: Match, text: str, place: str) -> str:
    """The alternative in the form that this place asks for; empty where that isn't certain."""
    first, last = match.tokens[0], match.tokens[-1]
    form, base = doc[last].lower_, match.entry.term.rpartition(" ")[2]
    before = doc[first - 1].lower_ if first else ""
    if form == base and place != "voor":
        return text
    if form == base and (before in _WITH_E or with_e(base) == base):
        ending = _takes_ending(doc, before, last)
        return "" if ending is None else inflected(text) if ending else text
    return _same_form(form, base, text)


def _takes_ending(doc: Doc, before: str, last: int) -> bool | None:
    """Whether an adjective has its *-e* before the noun that follows; None where the gender isn't certain."""
    noun = next((t for t in doc[last + 1 : last + 5] if t.tag_.startswith("N|soort")), None)
    if before in _WITH_E | {"het", "dit", "dat"} or (noun is not None and "|mv" in noun.tag_):
        return True
    if noun is None or before not in {"een", "geen", "elk", "ieder"}:
        return None
    return {"zijd": True, "onz": False}.get(noun.tag_.split("|")[4] if noun.tag_.count("|") > 3 else "")


def _compared(edits: dict[int, str], before: Token | None, last: int, text: str) -> dict[int, str]:
    """*meest omvangrijke* → *grootste*, *meer omvangrijk* → *groter*."""
    if before is None or last not in edits:
        return {}
    new = comparative(text) if before.lower_ == "meer" else superlative(text)
    if not new or " " in new:
        return edits
    return {**edits, before.i: "", last: with_e(new) if edits[last].endswith("e") else new}


def _loosely_before(doc: Doc, first: int, last: int, text: str, allowed: frozenset[str]) -> dict[int, str]:
    """Before a noun: *veel klachten*, *de nodige stukken*, or behind it: *kopie met een stempel*."""
    ending, determined = inflected(text), _has_determiner(doc, first)
    words = ""
    if doc[last].lower_.endswith("e"):
        if "zonder-lidwoord" in allowed:
            many = text == "veel" and "|mv" in doc[last + 1].tag_ and doc[first - 1].lower_ != "een"
            words = text if not determined else ending if many else ""
        elif "met-lidwoord" in allowed and determined and doc[first - 1].lower_ != "een":
            words = ending
    if words:
        return {**dict.fromkeys(range(first, last), ""), last: words}
    return _behind_noun(doc, first, last, text) if "achter" in allowed else {}


def _same_form(form: str, base: str, text: str) -> str:
    """The alternative in the form that the term has here; empty for a form that isn't known."""
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
    closed = after is None or after.is_punct or after.tag_.startswith(("WW", "VG|onder", "BW", "VZ|fin"))
    if not noun.tag_.startswith("N|soort") or not closed or (after is not None and after.text in "-'’(/"):
        return {}
    if noun.lower_ in text.split():
        return {}
    words = _relative(doc, first, noun, text) if text.startswith(("dat ", "die ")) else text
    comma = "," if words != text and after is not None and after.tag_.startswith("WW|pv") else ""
    return (
        {**dict.fromkeys(range(first, last + 1), ""), noun.i: f"{noun.text} {words}{comma}"} if words else {}
    )


def _relative(doc: Doc, first: int, noun: Token, text: str) -> str:
    """*dat nu geldt* for this noun: *die nu geldt*, *die nu gelden*; empty where its gender isn't certain."""
    words = text.split()[1:]
    if noun.tag_.startswith("N|soort|mv"):
        return " ".join(("die", *words[:-1], lemma_of(words[-1], "WW|pv|tgw|met-t") or words[-1]))
    before = doc[first - 1].lower_ if first else ""
    if before in {"de", "deze", "die", "onze"}:
        return " ".join(("die", *words))
    if before in {"het", "dit", "dat", "ons"} or "|onz" in noun.tag_:
        return " ".join(("dat", *words))
    return " ".join(("die", *words)) if "|zijd" in noun.tag_ else ""


def _with_term(doc: Doc, edits: dict[int, str], first: int, last: int) -> dict[int, str]:
    return {**edits, last: f"{edits[last]} ({doc[first : last + 1].text.lower()})"}
