"""The word class of a term that someone wrote down without one."""

from __future__ import annotations

from duidelijk.language.compound_parts import known_forms
from duidelijk.language.compounds import split

_ADVERBIAL = ("BW", "VG", "VZ", "VNW", "LID")
_PARTICLES = tuple(
    "aan achter af bij binnen door in mee na om onder op over samen terug toe uit vast voor weg".split()
)
_SHORTEST_VERB = 5
_ADJECTIVE_ENDINGS = ("ig", "lijk", "isch", "baar", "loos", "ief", "eel", "aal", "zaam")


def word_class(term: str) -> str:
    """UPOS of a word or of the verb phrase that a term is: VERB, NOUN or ADJ, or X for what isn't inflected.

    By the known forms of Dutch, else by the ending. A term of several words is a verb when it ends in an
    infinitive (*in bezit nemen*), a noun when it begins and ends with words that can (*sociaal wijkteam*).
    """
    *before, last = term.lower().split()
    if before:
        return _of_phrase(before, last)
    nouns = _is_noun(last)
    if last in known_forms("WW|inf"):
        return "VERB"
    if last in known_forms("ADJ|basis") and not nouns:
        return "ADJ"
    if any(last in known_forms(kind) for kind in _ADVERBIAL) and not nouns:
        return "X"
    if nouns:
        return "NOUN"
    if last.endswith(("eren", "iseren")):
        return "VERB"
    return "ADJ" if last.endswith(_ADJECTIVE_ENDINGS) else "NOUN"


def lemma_of(form: str) -> str:
    """The word that a known plural, participle or verb form comes from; the form itself where it's a word."""
    if any(form in known_forms(kind) for kind in ("WW|inf", "N|soort|ev", "ADJ|basis", *_ADVERBIAL)):
        return form
    kinds = ("N|soort|mv", "WW|vd", "WW|pv|tgw", "WW|pv|verl")
    return next((known_forms(kind)[form].lower() for kind in kinds if form in known_forms(kind)), form)


def guessed_particle(infinitive: str) -> str:
    """The part that a verb which no list knows seems to be separable at: *op* of *opplussen*."""
    if infinitive in known_forms("WW|inf"):
        return ""
    rests = ((p, infinitive.removeprefix(p)) for p in _PARTICLES if infinitive.startswith(p))
    return next((p for p, rest in rests if rest.endswith("en") and len(rest) >= _SHORTEST_VERB), "")


def _of_phrase(before: list[str], last: str) -> str:
    if last == "te" or last in known_forms("WW|inf"):
        return "VERB"
    first = before[0]
    names = _is_noun(last) or _is_noun(split(last)[-1].lemma)
    opens = _is_noun(first) or first in known_forms("ADJ|basis")
    return (
        "NOUN"
        if names and opens and first not in known_forms("VZ") and first not in known_forms("LID")
        else "X"
    )


def _is_noun(word: str) -> bool:
    return word in known_forms("N|soort|ev") or word in known_forms("N|soort|mv")
