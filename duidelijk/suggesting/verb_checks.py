"""Whether an alternative can take the place of a verb with the objects and clauses that stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.new_verbs import NewVerb, is_noun
from duidelijk.suggesting.term_verbs import TermVerb, clause_words
from duidelijk.suggesting.verb_circle import helpers_of, subject_of
from duidelijk.suggesting.verb_forms_in import voice
from duidelijk.suggesting.verb_objects import clauses, has_te, objects, opener_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATIVE = frozenset({"niet", "geen", "nooit", "niets", "niemand", "nergens", "nauwelijks", "zonder"})
_MODALS = frozenset({"kunnen", "moeten", "mogen", "willen", "hoeven"})
_PREPOSED = frozenset({"in", "op", "aan", "van", "voor", "met", "om", "onder", "naar", "uit", "bij", "als"})


def fits(term: TermVerb, new: NewVerb) -> bool:
    """Whether the sentence with the alternative can be right Dutch, as far as the verb goes."""
    return (
        not _is_denied_twice(term, new)
        and _form_exists(term, new)
        and _voice_allows(term, new)
        and _clauses_fit(term, new)
        and _has_what_it_needs(term, new)
        and not _is_stacked(term, new)
        and not _has_owner(term, new)
        and not _is_reflexive(term)
    )


def shape(verb: str) -> Mapping[str, str]:
    """What is known of the verb in the list of constructions."""
    return lexicon("grammatica/werkwoord-bouw").rows.get(verb, {})


def _is_denied_twice(term: TermVerb, new: NewVerb) -> bool:
    words = set(new.before.split())
    others = (t for t in clause_words(term) if t not in term.matched)
    return bool(words & _NEGATIVE) and any(t.lower_ in _NEGATIVE for t in others)


def _form_exists(term: TermVerb, new: NewVerb) -> bool:
    kind = term.kind
    if kind in {"attributive", "present"}:
        after = term.verb.doc[term.verb.i + 1] if term.verb.i + 1 < term.verb.sent.end else term.verb
        if kind == "present" and after.pos_ not in {"NOUN", "ADJ"}:
            return False
        bare = not (new.light or new.before or new.behind or new.tail or new.preposition)
        usable = new.verb.auxiliary != "zijn" or kind == "present"
        return bare and usable and shape(new.name).get("bijvoeglijk") != "nee"
    if kind == "nominal":
        return not (new.light or new.tail or new.preposition)
    if kind == "participle" and not new.behind and not new.verb.participle:
        return False
    after = term.verb.doc[term.verb.i + 1] if term.verb.i + 1 < term.verb.sent.end else None
    follows = after is not None and is_finite(after)
    return not (new.behind and follows and kind in {"participle", "infinitive"})


def _voice_allows(term: TermVerb, new: NewVerb) -> bool:
    if term.kind != "participle":
        return True
    how = voice(term)
    if how == "active":
        return bool(helpers_of(term.verb))
    if how == "moved":
        return new.name != "zijn"
    return passivable(term, new)


def passivable(term: TermVerb, new: NewVerb) -> bool:
    """Whether the alternative can be passive where the term is."""
    if new.behind or new.light or new.tail or (new.verb.auxiliary == "zijn" and new.name != "veranderen"):
        return False
    if new.preposition and not (new.optional or term.context.words("voorzetsel")):
        return False
    if shape(new.name).get("lijdend") == "nee" or "bedrijvend" in term.context.flags:
        return False
    return not has_noun(new.before) or new.before == " ".join(t.lower_ for t in term.fixed)


def has_noun(before: str) -> bool:
    """Whether the words before the verb hold an object of their own: *een boete*, not *op de agenda*."""
    words = before.split()
    found = next((n for n, word in enumerate(words) if is_noun(word)), None)
    return found is not None and not _PREPOSED & set(words[:found])


def _clauses_fit(term: TermVerb, new: NewVerb) -> bool:
    found = [c for c in clauses(term) if c.i > term.verb.i or term.kind != "second"]
    for clause in found:
        if has_te(clause):
            if opener_of(clause) != "om" and not (shape(new.main).get("te") or new.before or _is_aim(new)):
                return False
        elif any(t.dep_ in {"mark"} or is_finite(t) for t in clause.subtree) and not _takes(
            term, new, clause
        ):
            return False
    if "bijzin" in term.context.flags:
        return any(opener_of(c) == "dat" for c in found)
    if new.main == "hoeven" or _is_aim(new):
        return any(has_te(c) for c in found)
    return True


def _is_aim(new: NewVerb) -> bool:
    return new.preposition == "om" and new.name == "zijn"


def _takes(term: TermVerb, new: NewVerb, clause: Token) -> bool:
    """Whether *dat …* or *of …* can follow it, or goes with *het*."""
    if any(t.lower_ == "het" and t.dep_ in {"expl", "nsubj", "obj"} for t in term.verb.children):
        return True
    if new.preposition and not term.context.words("voorzetsel"):
        return new.name == "zorgen" and not new.before
    known = shape(new.main).get("bijzin", "").split(",")
    if opener_of(clause) == "dat":
        return "dat" in known or (new.name == "zijn" and bool(new.before))
    return bool({"of", "dat"} & {*known}) and (opener_of(clause) not in {"of"} or "of" in known)


def _has_what_it_needs(term: TermVerb, new: NewVerb) -> bool:
    """Whether a verb like *zien* or *duidelijk maken* has its object."""
    needs = shape(new.main).get("voorwerp") == "ja" and not has_noun(new.before) and new.light != "het"
    needs = needs or (new.name in {"maken", "vinden"} and bool(new.before) and not has_noun(new.before))
    needs = needs and new.light != "het" and not new.preposition and not new.tail
    if not needs or term.kind in {"attributive", "nominal", "present"}:
        return True
    if term.kind == "participle" and voice(term) in {"passive", "reduced"}:
        return True
    given = bool(objects(term) or clauses(term) or term.context.words("voorzetsel"))
    return given or _has_relative(term) or term.verb.dep_ == "conj"


def _has_relative(term: TermVerb) -> bool:
    """Whether the word that opens the clause may be its object: *de brief die wij versturen*."""
    opener = term.frame.opener if term.frame is not None else ()
    subject = subject_of(term.verb)
    relative = bool(opener) and opener[0].tag_.startswith(("VNW|betr", "VNW|vb", "VNW|aanw"))
    return relative and (subject is None or subject not in opener)


def _is_stacked(term: TermVerb, new: NewVerb) -> bool:
    """Whether it would pile up helpers: *kunt kunnen krijgen*, *gaat zijn*."""
    if term.kind not in {"infinitive", "te"}:
        return False
    head = term.verb.head
    names = {head.lemma_.lower(), *(t.lemma_.lower() for t in term.verb.children if t.dep_ == "aux")}
    if new.behind and new.name in _MODALS:
        return bool(names & (_MODALS | {"zullen"})) or term.kind == "te"
    if new.name in {"zijn", "hebben", "worden"}:
        return "gaan" in names
    return bool(new.before) and "laten" in names and not new.is_plain


def _is_reflexive(term: TermVerb) -> bool:
    """Whether *zich* goes with the verb though the list doesn't say so: *cellen differentiëren zich*."""
    if term.context.words("zich"):
        return False
    return any(t.lower_ == "zich" and t.dep_.startswith("expl") for t in term.verb.children)


def _has_owner(term: TermVerb, new: NewVerb) -> bool:
    """Whether a noun of the term has *van …* behind it: *op de agenda van de raad*."""
    if "van" in term.context.words("voorzetsel") or has_noun(new.before):
        return False
    below = (c for t in term.fixed for c in t.rights if c.dep_ == "nmod")
    return any(g.lower_ == "van" for c in below for g in c.lefts if g.dep_ == "case")
