"""Sentence → its grammar: verbs, clauses, passives. UD labels; tags of CGN, as in nl_core_news.

Where the parse is doubtful, tags and word order speak before labels: a participle is a word tagged *WW|vd*
that isn't prenominal, a helper is known by its form, and a subject by its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.tabular import lexicon
from duidelijk.model import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

WORDEN = frozenset({"worden", "word", "wordt", "werd", "werden"})
ZIJN = frozenset({"zijn", "ben", "bent", "is", "was", "waren"})
_CLAUSAL = frozenset(
    {"ROOT", "root", "advcl", "ccomp", "csubj", "csubj:pass", "xcomp", "acl", "acl:relcl", "parataxis", "dep"}
)
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_PARTICIPLE = re.compile(
    r".*(?:ge|be|ver|ont|her).*(?:d|t|en|aan)"
    r"|(?:er|mis|over|onder|door|vol|voor).*(?:d|t|en|aan)|(?:aan|om|weer).*(?:d|t)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Passive:
    """A passive: its helper, its participles (more when they share the helper), *door* + who does it."""

    helper: Token
    participles: tuple[Token, ...]
    agent: tuple[Token, ...]

    @property
    def verbs(self) -> tuple[Token, ...]:
        """Helper and participles in text order."""
        return tuple(sorted((self.helper, *self.participles), key=lambda t: t.i))


def passives(
    sentence: Sentence,
    perfect: Lexicon | None = None,
    adjectives: Lexicon | None = None,
    causes: Lexicon | None = None,
) -> list[Passive]:
    """The passives with *worden* and *zijn* in a sentence, in text order.

    ``perfect``: verbs whose perfect takes *zijn* (*is aangekomen*); ``adjectives``: participles that
    describe (*is gesloten*), with ``worden`` = ja where that also holds after *worden*; ``causes``: what
    stands behind *door* without doing anything (*door ziekte*).
    """
    perfect = perfect or lexicon("grammatica/voltooid-met-zijn")
    adjectives = adjectives or lexicon("grammatica/deelwoord-als-bijvoeglijk")
    causes = causes or lexicon("grammatica/oorzaken")
    found: list[Passive] = []
    taken: set[int] = set()
    for token in sentence.span:
        form = token.lower_
        if form not in WORDEN and (form not in ZIJN or "|bez|" in token.tag_):
            continue
        participle = _participle_with(token)
        if participle is None or participle.i in taken:
            continue
        agent = agent_of(participle, causes)
        if _is_passive(token, participle, bool(agent), perfect, adjectives):
            group = (participle, *_sharing(participle))
            taken.update(t.i for t in group)
            found.append(Passive(token, group, agent))
    return found


def _is_passive(helper: Token, participle: Token, agent: bool, perfect: Lexicon, adjectives: Lexicon) -> bool:
    form = participle.lower_
    active = any(t.lemma_ == "hebben" for t in helpers(participle))
    if helper.lower_ in WORDEN:
        apart = active and abs(helper.i - participle.i) > 2
        return not apart and adjectives.rows.get(form, {}).get("worden") != "ja"
    copula = helper.dep_ == "cop" and helper.head == participle and not _has_passive_subject(participle)
    describes = copula or form in adjectives.rows
    return not active and form not in perfect.rows and (agent or not describes)


def _has_passive_subject(participle: Token) -> bool:
    return any(t.dep_ == "nsubj:pass" for t in participle.children)


def _participle_with(helper: Token) -> Token | None:
    """The participle of *worden* or *zijn*: by label, else the one beside it in the verb group."""
    head = helper.head
    if helper.dep_ in _HELPING and is_participle(head):
        return head
    if helper.dep_ in _HELPING and head.i + 1 == head.head.i and is_participle(head.head):
        return head.head  # *is ongegrond verklaard*, with *is* hung under *ongegrond*
    if helper.dep_ not in _HELPING or helper.lower_ in WORDEN:
        for child in helper.children:
            if child.dep_ in {"xcomp", "ccomp", "obj", "advcl"} and is_participle(child):
                return child
    beside = [t for t in (_at(helper, -1), _at(helper, 1)) if t is not None and is_participle(t)]
    if beside and "|inf" in helper.tag_ and helper.lower_ in WORDEN:
        return beside[0]
    return None


def is_participle(token: Token) -> bool:
    """A past participle that isn't an attribute: *geweigerd*, not *de geweigerde vergunning*."""
    tag = token.tag_
    if not tag.startswith("WW|vd") or "nom" in tag.split("|")[2]:
        return False
    return _PARTICIPLE.fullmatch(token.lower_) is not None


def _sharing(participle: Token) -> list[Token]:
    """Participles joined to this one without a helper of their own."""
    joined = [t for t in participle.conjuncts if t.i > participle.i and is_participle(t)]
    return [t for t in joined if not helpers(t) and t.i - participle.i <= 6]


def agent_of(verb: Token, causes: Lexicon) -> tuple[Token, ...]:
    """The words of *door* + doer that belong to this verb, or nothing (*door te bellen*, *door ziekte*)."""
    for child in verb.children:
        if child.dep_ in {"obl:agent", "obl", "nmod"} and _can_act(child):
            case = next((t for t in child.lefts if t.dep_ == "case"), None)
            if case is not None and case.lower_ == "door" and child.lower_ not in causes.rows:
                return tuple(sorted(child.subtree, key=lambda t: t.i))
    return ()


def helpers(verb: Token) -> list[Token]:
    """The auxiliaries and the copula of a verb or predicate."""
    return [t for t in verb.children if t.dep_ in _HELPING]


def is_finite(token: Token) -> bool:
    """A finite verb form."""
    return token.tag_.startswith("WW|pv")


def finite_verb(predicate: Token) -> Token | None:
    """The finite verb of a clause, given its head: itself or one of its helpers."""
    if is_finite(predicate):
        return predicate
    return next((t for t in helpers(predicate) if is_finite(t)), None)


def particle_of(verb: Token) -> Token | None:
    """The separated particle of a verb (*stuurt … op*)."""
    return next((t for t in verb.children if t.dep_ == "compound:prt" and t.i > verb.i), None)


def verb_lemma(verb: Token) -> str:
    """The whole verb in lower case, with its particle: *voert … uit* → *uitvoeren*."""
    lemma = verb.lemma_.lower().replace("_", "")
    particle = particle_of(verb)
    if particle is None or lemma.startswith(particle.lower_):
        return lemma
    return particle.lower_ + lemma


def clause_of(token: Token) -> Token:
    """The head of the clause a word stands in: a predicate of its own, or the head of the sentence."""
    while token.dep_ not in _CLAUSAL and not _joined_clause(token) and token.head != token:
        token = token.head
    return token


def _joined_clause(token: Token) -> bool:
    return token.dep_ == "conj" and (is_verb(token) or finite_verb(token) is not None)


def is_main(predicate: Token) -> bool:
    """Whether a clause has the word order of a main clause: no subordinator or relative word opens it."""
    if predicate.dep_ in {"acl:relcl", "acl", "csubj"}:
        return False
    opened = any(t.dep_ == "mark" or t.tag_.startswith("VG|onder") for t in predicate.lefts)
    return not opened and (predicate.dep_ != "conj" or is_main(predicate.head))


def words_between(sentence: Sentence, first: Token, second: Token) -> int:
    """The counted words strictly between two words; a date, amount or name of several words is one."""
    count, named = 0, False
    for start, end in sentence.units:
        if start <= first.i or end >= second.i:
            continue
        name = is_name(sentence.span.doc[start]) or end > start
        count += not (name and named)
        named = name
    return count


def is_name(token: Token) -> bool:
    """Part of a name."""
    return token.tag_.startswith(("SPEC|deeleigen", "N|eigen"))


def is_noun(token: Token) -> bool:
    """A noun or a name."""
    return token.tag_.startswith(("N|", "SPEC|deeleigen"))


def is_verb(token: Token) -> bool:
    """A verb form of any kind."""
    return token.tag_.startswith("WW")


def _can_act(token: Token) -> bool:
    return token.tag_.startswith(("N|", "SPEC|", "VNW"))


def _at(token: Token, step: int) -> Token | None:
    at = token.i + step
    inside = 0 <= at < len(token.doc) and token.doc[at].sent == token.sent
    return token.doc[at] if inside else None
