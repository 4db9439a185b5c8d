"""Sentence → does it beg something of the reader: *Wij verzoeken u … te*, *Graag ontvangen wij*, *is nodig*?

*Vragen* is a verb when its subject stands beside it, whatever its tag.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.asking import SENDER, YOU, Said, group, sort_of_nouns
from duidelijk.language.clauses import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.model import Lexicon

_BECOMES = frozenset({"wordt", "word", "worden"})
_RECEIVES = frozenset({"ontvang", "ontvangen"})
_HEARS = frozenset({"hoor", "horen", "verneem", "vernemen"})
_SEES = frozenset({"zie", "zien"})
_ASKS_BACK = frozenset({"of", "wat", "wanneer", "welke", "uw", "jouw", "reactie"})
_IS = frozenset({"is", "zijn", "hebben", "heb", "heeft"})
_PEOPLE = SENDER | YOU
_GLADLY = frozenset({"graag", "gaarne"})
_ASKED = frozenset({"uw", "jouw", "je", "jullie", "de", "het", "een", "retour"})
_AWAITS = frozenset({"verwachten", "verwacht"})


def may_beg(word: Token) -> bool:
    """Whether *vragen* may be the verb: beside its subject, or by its tag."""
    doc, i = word.doc, word.i
    if i and (doc[i - 1].lower_ in SENDER or (i > 1 and doc[i - 2].lower_ in SENDER)):
        return True
    return (i + 1 < len(doc) and doc[i + 1].lower_ in _PEOPLE) or word.tag_.startswith("WW")


def begs_for(said: Said) -> bool:
    """*Wij verzoeken u … te*, *U wordt verzocht*, *Gelieve*, *Wij ontvangen graag*."""
    forms = said.forms
    if "gelieve" in said.all or forms[0] == "verzoeke":
        return True
    if not said.all.isdisjoint(group("gevraagd")) and not said.all.isdisjoint(_BECOMES):
        return ("door" not in said.all or not YOU.isdisjoint(said.forms[:3])) and _goes_on(said)
    if "prijs" in said.all and not said.all.isdisjoint(YOU):
        return any(a == "als" and b in YOU for a, b in pairwise(forms))
    return any(_is_begging(said, i) for i, form in enumerate(forms) if form in group("vragend")) or _likes(
        said
    )


def _is_begging(said: Said, at: int) -> bool:
    near, forms = said.near(at), said.forms
    subject = not near.isdisjoint(SENDER) or (
        is_finite(said.words[at]) and not group("afzender").isdisjoint(forms[max(at - 4, 0) : at + 3])
    )
    wishes = bool(said.all & SENDER) and (
        forms[0] in {"mogen", "mag"} or said.words[at].tag_.startswith("WW|inf")
    )
    if not (subject or wishes) or said.denied(max(at - 2, 0), at + 4):
        return False
    return not (YOU | group("lezers")).isdisjoint(forms[max(at - 3, 0) : at + 4]) and _goes_on(said)


def _goes_on(said: Said) -> bool:
    """Whether it says what is asked: *te sturen*, *om een kopie*, or a colon."""
    last = said.words[-1]
    led = last.i + 1 < len(last.doc) and last.doc[last.i + 1].text == ":"
    return led or "te" in said.all or "om" in said.all


def _likes(said: Said) -> bool:
    """*Graag ontvangen wij uw reactie*; not *Wij ontvangen u graag*."""
    if said.all.isdisjoint(_GLADLY):
        return "tegemoet" in said.all and not (
            said.all.isdisjoint(_SEES) or said.all.isdisjoint({"uw", "jouw"})
        )
    if said.forms[0] in _GLADLY and not any(map(is_finite, said.words)):
        done = any(t.tag_.startswith(("WW|inf", "WW|vd")) for t in said.words)
        return done or not said.all.isdisjoint(_ASKED)
    if said.all.isdisjoint(SENDER):
        return False
    if not said.all.isdisjoint(_SEES):
        return not said.all.isdisjoint({"tegemoet", "retour", "terug"})
    if not said.all.isdisjoint(_HEARS):
        return not said.all.isdisjoint(_ASKS_BACK) and "hoe" not in said.all
    guest = any(b in YOU and a != "van" for a, b in pairwise(said.forms))
    return not said.all.isdisjoint(_RECEIVES) and not guest


def sorts_of_nouns(said: Said, verbs: Lexicon, other: str) -> Iterator[str]:
    """*Daarvoor is uw handtekening nodig*, *Wij verwachten uw betaling*, *Betaling dient te geschieden*."""
    forms, every, nouns = said.forms, said.all, sort_of_nouns(verbs)
    if "nodig" in every and not said.denied(0, len(forms)) and not every.isdisjoint(_IS):
        from_you = any(a == "van" and b in YOU for a, b in pairwise(forms))
        yours = from_you or not every.isdisjoint({"uw", "jouw"})
        if (yours and not every.isdisjoint(SENDER)) or not every.isdisjoint(group("gewenst")):
            yield other
    for at, form in enumerate(forms):
        if form not in nouns:
            continue
        duty = at + 2 < len(forms) and forms[at + 1] in {"dient", "moet"} and "te" in every
        awaited = forms[at - 1] == "uw" and not every.isdisjoint(_AWAITS) and not every.isdisjoint(SENDER)
        if duty or awaited:
            yield nouns[form]
