"""*dient … te betalen*: the infinitive that a finite verb governs with *te*, and the same with *moet*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.inflection import particle_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FARTHEST = 25
_STOPS = frozenset({"als", "tot", "ter", "ertoe", "voor", ";", ":"})
_OPENERS = frozenset({"voordat", "omdat", "zodat", "nadat", "als", "door", "bij", "via", "met", "en", "om"})
_SUBJECTS = frozenset({"u", "dit", "dat", "deze", "het", "hij", "zij", "ze", "wij", "we", "ik", "men", "je"})
_BARE: Mapping[str, Sequence[str]] = {
    "moeten": ("moet", "moeten", "moest", "moesten"),
    "willen": ("wil", "willen", "wilde", "wilden"),
    "kunnen": ("kan", "kunnen", "kon", "konden"),
}
_POLITE: Mapping[str, str] = {"wil": "wilt", "kan": "kunt"}


@dataclass(frozen=True, slots=True)
class TeInfinitive:
    """Indices of *te*, the infinitive and, for *in te vullen*, the particle."""

    te: int
    infinitive: int
    particle: int | None


def te_infinitive(doc: Doc, verb: int) -> TeInfinitive | None:
    """What the verb at ``verb`` governs with *te*; None for *dient als*, *dient in*, *dient om te*."""
    if verb and doc[verb - 1].lower_ == "te":
        return None
    for at in range(verb + 1, min(len(doc), verb + FARTHEST)):
        token = doc[at]
        if token.is_sent_start or _stops(doc, verb, at):
            return None
        if token.lower_ == "te" and at + 1 < len(doc) and _is_infinitive(doc[at + 1]):
            return TeInfinitive(at, at + 1, particle_at(doc, at))
    return None


def _is_infinitive(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or token.lower_.endswith(("en", "aan", "oen", "ien", "zijn"))


def _stops(doc: Doc, verb: int, at: int) -> bool:
    token, after = doc[at], doc[at + 1] if at + 1 < len(doc) else None
    if doc[at - 1].pos_ == "CCONJ" and "|pv|" in token.tag_:
        return True
    if token.text == "," and after is not None and "|pv|" in after.tag_:
        return True
    if token.lower_ in _STOPS:
        direct = at == verb + 1 or (at == verb + 2 and doc[verb + 1].lower_ in _SUBJECTS)
        return token.text in ";:" or (direct and token.lower_ != "voor" and not _is_date(after))
    if token.lower_ == "om":
        return not _is_date(after)
    if token.lower_ == "in":
        return after is None or (after.lower_ != "te" and _is_loose(token, after))
    return token.lower_ == "door" and after is not None and _opens_clause(doc, at)


def _is_date(token: Token | None) -> bool:
    return token is not None and (token.pos_ == "NUM" or token.lower_ in {"uiterlijk", "en", "half", "kwart"})


def _is_loose(token: Token, after: Token) -> bool:
    opens = after.pos_ in {"ADP", "SCONJ", "CCONJ"} or after.lower_ in _OPENERS
    particle = token.dep_ == "compound:prt" and not after.tag_.startswith(("LID", "VNW"))
    return after.is_punct or opens or particle


def _opens_clause(doc: Doc, at: int) -> bool:
    """*door … te* directly behind a comma, or *in door … te*."""
    return doc[at - 1].is_punct or doc[at - 1].lower_ == "in"


def particle_at(doc: Doc, te: int) -> int | None:
    """The index of the particle before *te*, as in *in te vullen*."""
    token = doc[te - 1]
    if doc[te + 1].pos_ == "AUX" or doc[te + 1].lower_ in {"zijn", "worden", "hebben"}:
        return None
    if particle_of(token.lower_ + doc[te + 1].lower_) == token.lower_:
        return te - 1
    loose = token.pos_ in {"ADP", "ADV"} and not _is_stranded(doc, te - 1)
    return te - 1 if loose and (token.dep_ == "compound:prt" or token.lower_ in _PARTICLES) else None


def _is_stranded(doc: Doc, at: int) -> bool:
    """*er rekening mee te houden*, *hier aan te denken*: the preposition belongs to *er* or *hier*."""
    before = doc[max(doc[at].sent.start, at - 6) : at]
    return any(t.lower_ in {"er", "hier", "daar", "waar"} for t in before)


_PARTICLES = frozenset(
    {"aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "toe", "uit", "voor", "weg"}
    | {"terug", "binnen", "langs", "los", "neer", "vast", "samen"}
)


def obligation(doc: Doc, verb: int, infinitives: Sequence[str]) -> tuple[str, ...]:
    """The words from the verb to *te*, or to the infinitive behind a particle, with a verb without *te*."""
    found = te_infinitive(doc, verb)
    forms = _BARE.get(infinitives[0]) if infinitives else None
    if not found or not forms:
        return ()
    finite = _finite(doc, verb, forms)
    between = doc[verb + 1 : found.te if found.particle is None else found.particle].text
    tail = "" if found.particle is None else doc[found.particle].text + doc[found.infinitive].text
    text = " ".join(part for part in (finite, between, tail) if part)
    return (text.replace(" ,", ","),)


def _finite(doc: Doc, verb: int, forms: Sequence[str]) -> str:
    lower = doc[verb].lower_
    past = lower.endswith(("de", "den", "te", "ten")) and not lower.endswith("iten")
    finite = forms[2 * past + lower.endswith("en")]
    near = {t.lower_ for t in doc[max(0, verb - 1) : verb + 2]}
    return _POLITE.get(finite, finite) if "u" in near else finite
