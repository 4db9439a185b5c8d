"""Words that belong together and stand far apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from duidelijk.language.attributes import long_attributes
from duidelijk.language.clauses import (
    HELPING,
    clause_of,
    finite_verb,
    helpers,
    is_finite,
    is_main,
    is_noun,
    words_between,
)
from duidelijk.language.grammar import is_participle
from duidelijk.model import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_PLACE = re.compile(r"(?:onder|boven|voor|achter|midden|buiten|binnen)(?:aan|in|om|op|uit)")
_WITHIN = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "csubj"})
_RIVAL = frozenset({"conj", "parataxis", "ROOT"})
_PERFECT = frozenset({"zijn", "worden", "hebben"})
_LABELS = frozenset({"aux", "aux:pass", "xcomp", "compound:prt", "nsubj", "nsubj:pass"})


@dataclass(frozen=True, slots=True, eq=False)
class _Brace:
    sentence: Sentence
    kind: str
    first: Token
    second: Token
    gap: int


def brace(
    analysis: Analysis,
    *,
    determiner_least: int = 5,
    least: int = 7,
    heavy: int = 10,
    subject_heavy: int = 8,
    infinitive_verbs: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Braces of article…noun, helper…verb, subject…verb and verb…particle; value: the words between.

    From ``determiner_least`` between article and noun, and ``subject_heavy`` between subject and verb, they
    weigh as much as ``heavy`` elsewhere: their value is at least that. ``infinitive_verbs`` wait for an
    infinitive like a helper (*willen*). Of braces that overlap the widest speaks, apart from that of an
    article and its noun.
    """
    nouns = _at_least(determiner_least, _determiners(analysis))
    verbs = _at_least(least, _verbs(analysis, least, infinitive_verbs))
    for sentence, found in groupby(sorted((*nouns, *verbs), key=_place), key=attrgetter("sentence")):
        braces = list(found)
        wide = _widest([b for b in braces if b.kind != "lidwoord"])
        for each in (b for b in braces if b.kind == "lidwoord" or b in wide):
            weighs = each.kind == "lidwoord" or (each.kind == "onderwerp" and each.gap >= subject_heavy)
            yield _hit(sentence, each, max(each.gap, heavy if weighs else 0))


def _at_least(gap: int, found: Iterable[_Brace]) -> Iterator[_Brace]:
    return (brace for brace in found if brace.gap >= gap)


def _place(found: _Brace) -> tuple[int, int]:
    return found.sentence.block.start, found.first.i


def _hit(sentence: Sentence, found: _Brace, value: int) -> Hit:
    marks = (*sentence.ranges([found.first]), *sentence.ranges([found.second]))
    detail = {
        "kind": found.kind,
        "first": found.first.text,
        "second": found.second.text,
        "words": found.gap + _inverted(found.first),
    }
    seen = sentence, found.kind, found.first, found.second
    return Hit(marks[0][0], marks[-1][1], detail, float(value), marks, seen)


def _widest(found: list[_Brace]) -> list[_Brace]:
    kept: list[_Brace] = []
    for each in sorted(found, key=lambda b: (-b.gap, b.first.i)):
        if all(each.second.i <= k.first.i or each.first.i >= k.second.i for k in kept):
            kept.append(each)
    return kept


def _verbs(analysis: Analysis, least: int, waiting: tuple[str, ...]) -> Iterator[_Brace]:
    labelled = analysis.with_label(_LABELS)
    particles = (each for each in analysis.with_tag("VZ|fin") if each[1].dep_ not in _LABELS)
    for sentence, token in (*labelled, *particles):
        found = _pair(token, waiting) if len(sentence.units) > least else None
        if found is not None:
            kind, first, second = found
            if second.i - first.i > least and not _cut(first, second):
                gap = words_between(sentence, first, second) - _inverted(first)
                yield _Brace(sentence, kind, first, second, gap)


def _pair(token: Token, waiting: tuple[str, ...]) -> tuple[str, Token, Token] | None:
    """Kind and halves of the brace that this helper, particle or subject makes."""
    label = token.dep_
    if label in {"aux", "aux:pass"}:
        verb = _helped(token)
        return ("hulpwerkwoord", token, verb) if verb is not None else None
    if label == "xcomp":
        return ("hulpwerkwoord", token.head, token) if _is_bare_infinitive(token, waiting) else None
    if label == "compound:prt" or token.tag_ == "VZ|fin":
        verb = _owner(token)
        return ("deel", verb, token) if _is_particle(token, verb) else None
    if label in {"nsubj", "nsubj:pass"}:
        verb = _verb_of(token)
        return ("onderwerp", token, verb) if verb is not None else None
    return None


def _inverted(verb: Token) -> bool:
    """Whether a pronoun stands right behind the verb (*kunt u*): that keeps nobody waiting."""
    return is_finite(verb) and verb.nbor().tag_.startswith("VNW|pers")


def _cut(first: Token, second: Token) -> bool:
    """Whether a colon, a semicolon or one half of brackets parts the two: then they don't hold each other."""
    signs = [t.text for t in first.doc[first.i : second.i] if t.is_punct]
    return any(sign in {":", ";"} for sign in signs) or signs.count("(") != signs.count(")")


def _helped(helper: Token) -> Token | None:
    """The verb that a finite helper in a main clause waits for: the first of the group at the end."""
    verb = helper.head
    if verb.i < helper.i or not is_finite(helper):
        return None
    nearer = (t for t in helpers(verb) if is_finite(t) and helper.i < t.i < verb.i)
    if not _awaited(helper, verb) or any(nearer):
        return None
    own = [t for t in helpers(verb) if helper.i < t.i < verb.i]
    group = [t for t in own if verb.i - t.i <= len(own) + 1]
    joined = [t for t in verb.conjuncts if helper.i < t.i < verb.i and t.tag_.startswith(("WW|vd", "WW|inf"))]
    return min((verb, *group, *joined), key=lambda t: t.i)


def _is_bare_infinitive(verb: Token, waiting: tuple[str, ...]) -> bool:
    """*Wij willen … betrekken*: a verb like *willen* with an infinitive, in a main clause."""
    above = verb.head
    if (
        above.lemma_.lower() not in waiting
        or not is_finite(above)
        or above.i > verb.i
        or not verb.tag_.startswith("WW|inf|vrij")
    ):
        return False
    return not any(t.lower_ in {"te", "om"} for t in verb.lefts) and not helpers(verb)


def _owner(particle: Token) -> Token:
    """The verb of a particle. A verb at the end of its clause, a participle and an infinitive keep theirs
    (*waar u inwoont*, *meegezet*), so one behind them belongs to the main verb, whatever the label.
    """
    before = particle.doc[particle.i - 1] if particle.i > particle.sent.start else particle
    clause = clause_of(before)
    inside = is_finite(before) and _closes(particle) and clause.dep_ in _WITHIN
    if not inside and particle.head.tag_.startswith(("WW|vd", "WW|inf")):
        clause, inside = clause_of(particle.head), True
    return clause_of(clause.head) if inside else particle.head


def _is_particle(particle: Token, verb: Token) -> bool:
    """Whether it is the particle of a finite verb before it, and nothing else in the sentence can own it."""
    if _PLACE.fullmatch(particle.lower_) or (particle.dep_ != "compound:prt" and verb == particle.head):
        return False
    opens = verb.i == verb.sent.start  # an imperative, whatever its tag
    if particle.i < verb.i or not (opens or is_finite(verb)):
        return False
    whole = verb.lemma_.lower().startswith(particle.lower_) or (
        particle.tag_ == "VZ|fin" and _closes(particle)
    )
    return whole and not any(_is_rival(t, verb) for t in verb.doc[verb.i + 1 : particle.i])


def _is_rival(token: Token, verb: Token) -> bool:
    """Whether it is the verb of another main clause behind this one, by its label or behind *en*."""
    if not is_finite(token):
        return False
    between = token.doc[verb.i + 1 : token.i]
    return token.dep_ in _RIVAL or any(
        t.text == "," and t.nbor().tag_.startswith("VG|neven") for t in between
    )


def _closes(word: Token) -> bool:
    """Whether a clause ends behind the word."""
    return word.i + 1 >= word.sent.end or word.nbor().tag_.startswith(("LET", "VG"))


def _awaited(helper: Token, verb: Token) -> bool:
    """Whether the form fits the helper; an infinitive with *te* opens a clause of its own.

    *heeft* waits for an infinitive only beside another helper (*heeft … kunnen bellen*).
    """
    if not verb.tag_.startswith("WW|inf"):
        return is_participle(verb)
    if any(t.lower_ in {"te", "om"} for t in verb.lefts):
        return False
    return helper.lemma_ not in _PERFECT or len(helpers(verb)) > 1


def _verb_of(subject: Token) -> Token | None:
    """The finite verb of a main clause that its subject opens."""
    if not is_noun(subject):
        return None
    predicate = subject.head.head if subject.head.dep_ in HELPING else subject.head
    verb = finite_verb(predicate)
    if verb is None or verb.i < subject.i or not is_main(predicate):
        return None
    if any(t.dep_ == "conj" for t in subject.children) or clause_of(subject) != predicate:
        return None
    between = subject.doc[subject.i + 1 : verb.i]
    return verb if all(subject.is_ancestor(t) or t.is_punct for t in between) else None


def _determiners(analysis: Analysis) -> Iterator[_Brace]:
    seen: set[Token] = set()
    for sentence, article, noun in long_attributes(analysis):
        if noun not in seen:
            seen.add(noun)
            yield _Brace(sentence, "lidwoord", article, noun, words_between(sentence, article, noun))
