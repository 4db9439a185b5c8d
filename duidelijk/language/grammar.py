"""Sentence → its passives. UD labels, tags of CGN, as in nl_core_news.

Where the parse is doubtful, tags and word order speak before labels: a participle is a word tagged *WW|vd*
that isn't prenominal, a helper is known by its form, and a subject by its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.analysis import by_sentence
from duidelijk.language.clauses import HELPING, helpers, is_finite
from duidelijk.language.tabular import ends_in, lexicon
from duidelijk.model import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

WORDEN = frozenset({"worden", "word", "wordt", "werd", "werden"})
ZIJN = frozenset({"zijn", "ben", "bent", "is", "was", "waren"})
_PARTICIPLE = re.compile(
    r".*(?:ge|be|ver|ont|her).*(?:d|t|en|aan)"
    r"|(?:er|mis|over|onder|door|vol|voor).*(?:d|t|en|aan)|(?:aan|om|weer).*(?:d|t)"
)
_PRESENT = re.compile(r"(?!.*ge).*[^khwzë]end")
_WITH_WORDEN = frozenset({"xcomp", "ccomp", "obj", "advcl"})
_SHAPE = re.compile(r"(?:aan|af|bij|door|in|mee|na|om|op|over|terug|toe|uit|voor|weg)?ge\w+(?:d|t|en)")
_INTRODUCING = ("LID", "VNW", "ADJ|prenom", "TW", "VZ", "WW|vd|prenom", "WW|od|prenom")


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


def all_passives(
    analysis: Analysis,
    perfect: Lexicon | None = None,
    adjectives: Lexicon | None = None,
    causes: Lexicon | None = None,
) -> Iterator[tuple[Sentence, list[Passive]]]:
    """Every sentence with passives, and those passives; the lists are those of ``passives``."""
    for sentence, helping in by_sentence(analysis.with_form(WORDEN | ZIJN)):
        found = passives(sentence, perfect, adjectives, causes, helping)
        if found:
            yield sentence, found


def passives(
    sentence: Sentence,
    perfect: Lexicon | None = None,
    adjectives: Lexicon | None = None,
    causes: Lexicon | None = None,
    helping: Iterable[Token] | None = None,
) -> list[Passive]:
    """The passives with *worden* and *zijn* in a sentence, in text order.

    ``perfect``: verbs whose perfect takes *zijn* (*is aangekomen*), with ``met-doener`` = ja where a doer
    makes it a passive (*is door het Rijk veranderd*); ``adjectives``: participles that
    describe (*is gesloten*), with ``worden`` = ja where that also holds after *worden* and ``door`` =
    toestand where it holds before *door* too; ``causes``: what stands behind *door* without doing anything
    (*door ziekte*); ``helping``: the words that may be a helper, when they are known.
    """
    perfect = perfect or lexicon("grammatica/voltooid-met-zijn")
    adjectives = adjectives or lexicon("grammatica/deelwoord-als-bijvoeglijk")
    causes = causes or lexicon("grammatica/oorzaken")
    found: list[Passive] = []
    taken: set[int] = set()
    for token in sentence.span if helping is None else helping:
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
    helped = helpers(participle)
    active = any(t.lemma_ == "hebben" for t in helped)
    if helper.lower_ in WORDEN:
        apart = active and not _in_one_group(helper, participle)
        return not apart and adjectives.rows.get(form, {}).get("worden") != "ja"
    if adjectives.rows.get(form, {}).get("door") == "toestand":
        return False
    copula = helper.dep_ == "cop" and helper.head == participle and not _has_passive_subject(participle)
    describes = copula or form in adjectives.rows
    second = any(t.lower_ in WORDEN for t in helped)
    moved = form in perfect.rows and not (agent and perfect.rows[form].get("met-doener") == "ja")
    return not active and not second and not moved and (agent or not describes)


def _in_one_group(one: Token, two: Token) -> bool:
    """Whether nothing but verbs stands between: *afgelast had moeten worden*."""
    first, last = sorted((one.i, two.i))
    between = one.doc[first + 1 : last]
    return len(between) < 2 or all(t.tag_.startswith("WW") for t in between)


def _has_passive_subject(participle: Token) -> bool:
    return any(t.dep_ == "nsubj:pass" for t in participle.children)


def _participle_with(helper: Token) -> Token | None:
    """The participle of *worden* or *zijn*: by label, else the one beside it in the verb group."""
    head = helper.head
    if helper.dep_ in HELPING and (is_participle(head) or _mistaken(helper, head)):
        return None if _new_clause_between(helper, head) else head
    if helper.dep_ in HELPING and head.i + 1 == head.head.i and is_participle(head.head):
        return head.head  # *is ongegrond verklaard*, with *is* hung under *ongegrond*
    if helper.dep_ not in HELPING or helper.lower_ in WORDEN:
        for child in helper.children:
            if child.dep_ in _WITH_WORDEN and is_participle(child) and not _verb_between(helper, child):
                return child
    beside = [t for t in (_at(helper, -1), _at(helper, 1)) if t is not None and is_participle(t)]
    if helper.lower_ not in WORDEN:
        return None
    if "|inf" in helper.tag_:
        return beside[0] if beside else None
    return _closing_participle(helper)


def _mistaken(helper: Token, verb: Token) -> bool:
    """*wordt misbruikt*, *worden bestraat*: a participle that is tagged as a finite form or as a name."""
    if helper.dep_ != "aux:pass" or helper.lower_ not in WORDEN:
        return False
    name = verb.tag_.startswith(("N|eigen", "SPEC")) and verb.is_lower and abs(helper.i - verb.i) == 1
    return (is_finite(verb) or name) and _PARTICIPLE.fullmatch(verb.lower_) is not None


def _new_clause_between(helper: Token, participle: Token) -> bool:
    """*worden kleiner en gaat verloren*: a finite verb right behind *en* has taken over."""
    between = helper.doc[helper.i + 1 : participle.i]
    return any(is_finite(t) and t.nbor(-1).tag_.startswith("VG|neven") for t in between)


def _verb_between(first: Token, second: Token) -> bool:
    start, end = sorted((first.i, second.i))
    return any(map(is_finite, first.doc[start + 1 : end]))


def _closing_participle(helper: Token) -> Token | None:
    """The participle that ends the clause of a finite *worden*, where label or tag are wrong.

    A noun at that place counts when it is shaped like a participle and nothing introduces it: the tagger
    knows *gewassen* as what grows on a field.
    """
    end = next((t.i for t in helper.doc[helper.i + 1 : helper.sent.end] if _ends_clause(t)), helper.sent.end)
    last = helper.doc[end - 1]
    if last.i <= helper.i or is_participle(last):
        return last if last.i > helper.i else None
    bare = last.i > helper.i + 1 and not last.nbor(-1).tag_.startswith(_INTRODUCING)
    return last if bare and last.tag_.startswith("N|") and _SHAPE.fullmatch(last.lower_) else None


def _ends_clause(token: Token) -> bool:
    return token.tag_.startswith(("LET", "VG", "VNW|betr", "WW|pv"))


def is_participle(token: Token) -> bool:
    """A past participle that isn't an attribute: *geweigerd*, not *de geweigerde vergunning*."""
    tag = token.tag_
    if not tag.startswith("WW|vd") or "|prenom" in tag or "|nom" in tag:
        return False
    form = token.lower_
    return _PARTICIPLE.fullmatch(form) is not None and _PRESENT.fullmatch(form) is None


def _sharing(participle: Token) -> list[Token]:
    """Participles joined to this one without a helper of their own."""
    joined = [t for t in participle.conjuncts if t.i > participle.i and is_participle(t)]
    return [t for t in joined if not helpers(t) and t.i - participle.i <= 6]


def agent_of(verb: Token, causes: Lexicon) -> tuple[Token, ...]:
    """The words of *door* + doer that belong to this verb, or nothing (*door te bellen*, *door ziekte*)."""
    for child in verb.children:
        if child.dep_ in {"obl:agent", "obl", "nmod"} and _can_act(child):
            case = next((t for t in child.lefts if t.dep_ == "case"), None)
            means = case is not None and case.nbor().lower_ == "middel"
            if (
                case is not None
                and case.lower_ == "door"
                and not means
                and not ends_in(child.lower_, causes.rows)
            ):
                return tuple(sorted(child.subtree, key=lambda t: t.i))
    return ()


def _can_act(token: Token) -> bool:
    of = token.i + 1 < len(token.doc) and token.nbor().lower_ == "van"
    counted = token.tag_.startswith("TW") and of and any(t.dep_ == "nmod" for t in token.children)
    return counted or token.tag_.startswith(("N|", "SPEC|", "VNW"))


def _at(token: Token, step: int) -> Token | None:
    at = token.i + step
    inside = 0 <= at < len(token.doc) and token.doc[at].sent == token.sent
    return token.doc[at] if inside else None
