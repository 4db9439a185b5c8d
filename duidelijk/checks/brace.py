"""Words that belong together and stand far apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.grammar import (
    clause_of,
    finite_verb,
    helpers,
    is_finite,
    is_main,
    particle_of,
    words_between,
)
from duidelijk.model import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_ATTRIBUTE = ("WW|vd|prenom", "WW|od|prenom", "ADJ|prenom")
_DETERMINER = ("LID", "VNW|bez", "VNW|aanw|det")
_PREPOSITION = "VZ|init"
_PERFECT = frozenset({"zijn", "worden", "hebben"})


@dataclass(frozen=True, slots=True, eq=False)
class _Brace:
    kind: str
    first: Token
    second: Token
    gap: int


def brace(analysis: Analysis, *, determiner_least: int = 5, least: int = 6) -> Iterator[Hit]:
    """Braces of article…noun, helper…verb, subject…verb and verb…particle; value: the words between.

    ``determiner_least`` words are as bad between article and noun as 8 are elsewhere: their value is at
    least 8. Of braces that overlap the widest speaks, apart from that of an article and its noun.
    """
    for sentence in analysis.sentences():
        if len(sentence.units) >= determiner_least + 2:
            nouns = [b for b in _determiners(sentence) if b.gap >= determiner_least]
            verbs = [b for b in _verbs(sentence) if b.gap >= least]
            for found in sorted((*nouns, *_widest(verbs)), key=lambda b: b.first.i):
                yield _hit(sentence, found)


def _hit(sentence: Sentence, found: _Brace) -> Hit:
    marks = (*sentence.ranges([found.first]), *sentence.ranges([found.second]))
    detail = {
        "kind": found.kind,
        "first": found.first.text,
        "second": found.second.text,
        "words": found.gap + _inverted(found.first),
    }
    value = max(found.gap, 8) if found.kind == "lidwoord" else found.gap
    return Hit(marks[0][0], marks[-1][1], detail, float(value), marks)


def _widest(found: list[_Brace]) -> list[_Brace]:
    kept: list[_Brace] = []
    for each in sorted(found, key=lambda b: (-b.gap, b.first.i)):
        if all(each.second.i <= k.first.i or each.first.i >= k.second.i for k in kept):
            kept.append(each)
    return kept


def _verbs(sentence: Sentence) -> Iterator[_Brace]:
    for token in sentence.span:
        pairs = (
            ("hulpwerkwoord", _helped(token)),
            ("deel", _particle(token)),
            ("onderwerp", _verb_of(token)),
        )
        for kind, second in pairs:
            if second is not None and not _cut(token, second):
                gap = words_between(sentence, token, second)
                yield _Brace(kind, token, second, gap - _inverted(token))


def _inverted(verb: Token) -> bool:
    """Whether a pronoun stands right behind the verb (*kunt u*): that keeps nobody waiting."""
    return is_finite(verb) and verb.nbor().tag_.startswith("VNW|pers")


def _cut(first: Token, second: Token) -> bool:
    """Whether a colon or semicolon parts the two: then they don't hold each other."""
    return any(t.text in {":", ";"} for t in first.doc[first.i : second.i])


def _helped(helper: Token) -> Token | None:
    """The verb that a finite helper in a main clause waits for: the first of the group at the end."""
    verb = helper.head
    if helper.dep_ not in {"aux", "aux:pass"} or not is_finite(helper) or verb.i < helper.i:
        return None
    nearer = (t for t in helpers(verb) if is_finite(t) and helper.i < t.i < verb.i)
    if not _awaited(helper, verb) or any(nearer):
        return None
    own = [t for t in helpers(verb) if helper.i < t.i < verb.i]
    group = [t for t in own if verb.i - t.i <= len(own) + 1]
    joined = [t for t in verb.conjuncts if helper.i < t.i < verb.i and t.tag_.startswith(("WW|vd", "WW|inf"))]
    return min((verb, *group, *joined), key=lambda t: t.i)


def _particle(verb: Token) -> Token | None:
    """The particle of a finite verb, if nothing else in the sentence can own it."""
    particle = particle_of(verb)
    if particle is None or not is_finite(verb):
        return None
    whole = verb.lemma_.lower().startswith(particle.lower_) or particle.tag_ == "VZ|fin"
    rivals = (
        t for t in verb.doc[verb.i + 1 : particle.i] if is_finite(t) and t.dep_ in {"conj", "parataxis"}
    )
    return particle if whole and not any(rivals) else None


def _awaited(helper: Token, verb: Token) -> bool:
    """Whether the form fits the helper; an infinitive with *te* opens a clause of its own.

    *heeft* waits for an infinitive only beside another helper (*heeft … kunnen bellen*).
    """
    if not verb.tag_.startswith("WW|inf"):
        return verb.tag_.startswith("WW|vd")
    if any(t.lower_ in {"te", "om"} for t in verb.lefts):
        return False
    return helper.lemma_ not in _PERFECT or len(helpers(verb)) > 1


def _verb_of(subject: Token) -> Token | None:
    """The finite verb of a main clause that its subject opens."""
    if subject.dep_ not in {"nsubj", "nsubj:pass"} or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    predicate = subject.head
    verb = finite_verb(predicate)
    if verb is None or verb.i < subject.i or not is_main(predicate):
        return None
    if any(t.dep_ == "conj" for t in subject.children) or clause_of(subject) != predicate:
        return None
    between = subject.doc[subject.i + 1 : verb.i]
    return verb if all(subject.is_ancestor(t) or t.is_punct for t in between) else None


def _determiners(sentence: Sentence) -> Iterator[_Brace]:
    """Articles and their nouns with a phrase between: ‘de [door u op tijd] betaalde rekening’.

    An article with a preposition right behind it is sign enough; the label *det* isn't asked for.
    """
    for token in sentence.span:
        if _is_determiner(sentence, token) and (noun := _noun_of(token)) is not None:
            yield _Brace("lidwoord", token, noun, words_between(sentence, token, noun))


def _is_determiner(sentence: Sentence, token: Token) -> bool:
    """By tag; *het* that opens a sentence may be tagged as a pronoun, but then a verb would follow it."""
    return token.tag_.startswith(_DETERMINER) or (token.lower_ == "het" and token.i == sentence.span.start)


def _noun_of(determiner: Token) -> Token | None:
    sentence, at = determiner.sent, determiner.i + 1
    if at >= sentence.end:
        return None
    if determiner.doc[at].tag_.startswith(_PREPOSITION):
        return _noun_after_attribute(determiner)
    head = determiner.head
    if determiner.dep_ not in {"det", "nmod:poss"} or head.i <= determiner.i or head.pos_ != "NOUN":
        return None
    loaded = [t for t in head.children if determiner.i < t.i < head.i and t.tag_.startswith(_ATTRIBUTE)]
    return head if any(_has_phrase(t) for t in loaded) else None


def _has_phrase(attribute: Token) -> bool:
    return any(t.dep_ in {"obl", "obl:agent", "obl:arg", "obj", "nmod"} for t in attribute.lefts)


def _noun_after_attribute(determiner: Token) -> Token | None:
    """The noun behind the attribute that closes a phrase which began with a preposition."""
    doc, end = determiner.doc, determiner.sent.end
    for at in range(determiner.i + 3, end - 1):
        token = doc[at]
        if token.tag_.startswith("WW|pv") or token.text in ":;.":
            return None
        if token.tag_.startswith(_ATTRIBUTE[:2]) and doc[at - 1].tag_.startswith(
            ("N|", "VNW", "SPEC", "TW", "BW")
        ):
            return next((t for t in doc[at + 1 : min(at + 4, end)] if t.pos_ == "NOUN"), None)
    return None
