"""Words that belong together and stand far apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import (
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

_ATTRIBUTE = ("WW|vd|prenom", "WW|od|prenom")
_BEFORE_ATTRIBUTE = ("N|", "VNW", "SPEC", "TW", "BW", "ADJ|vrij")
_PHRASE = frozenset({"obl", "obl:agent", "obl:arg", "obj", "nmod"})
_DETERMINER = ("LID", "VNW|bez", "VNW|aanw|det")
_RIVAL = frozenset({"conj", "parataxis", "ROOT"})
_PERFECT = frozenset({"zijn", "worden", "hebben"})


@dataclass(frozen=True, slots=True, eq=False)
class _Brace:
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
    for sentence in analysis.sentences():
        if len(sentence.units) >= determiner_least + 2:
            nouns = [b for b in _determiners(sentence) if b.gap >= determiner_least]
            verbs = [b for b in _verbs(sentence, least, infinitive_verbs) if b.gap >= least]
            for found in sorted((*nouns, *_widest(verbs)), key=lambda b: b.first.i):
                weighs = found.kind == "lidwoord" or (
                    found.kind == "onderwerp" and found.gap >= subject_heavy
                )
                yield _hit(sentence, found, max(found.gap, heavy if weighs else 0))


def _hit(sentence: Sentence, found: _Brace, value: int) -> Hit:
    marks = (*sentence.ranges([found.first]), *sentence.ranges([found.second]))
    detail = {
        "kind": found.kind,
        "first": found.first.text,
        "second": found.second.text,
        "words": found.gap + _inverted(found.first),
    }
    return Hit(marks[0][0], marks[-1][1], detail, float(value), marks)


def _widest(found: list[_Brace]) -> list[_Brace]:
    kept: list[_Brace] = []
    for each in sorted(found, key=lambda b: (-b.gap, b.first.i)):
        if all(each.second.i <= k.first.i or each.first.i >= k.second.i for k in kept):
            kept.append(each)
    return kept


def _verbs(sentence: Sentence, least: int, waiting: tuple[str, ...]) -> Iterator[_Brace]:
    for token in sentence.span:
        found = _pair(token, waiting)
        if found is not None:
            kind, first, second = found
            if second.i - first.i > least and not _cut(first, second):
                gap = words_between(sentence, first, second) - _inverted(first)
                yield _Brace(kind, first, second, gap)


def _pair(token: Token, waiting: tuple[str, ...]) -> tuple[str, Token, Token] | None:
    """Kind and halves of the brace that this helper, particle or subject makes."""
    label = token.dep_
    if label in {"aux", "aux:pass"}:
        verb = _helped(token)
        return ("hulpwerkwoord", token, verb) if verb is not None else None
    if label == "xcomp":
        return ("hulpwerkwoord", token.head, token) if _is_bare_infinitive(token, waiting) else None
    if label == "compound:prt":
        return ("deel", token.head, token) if _is_particle(token) else None
    if label in {"nsubj", "nsubj:pass"}:
        verb = _verb_of(token)
        return ("onderwerp", token, verb) if verb is not None else None
    return None


def _inverted(verb: Token) -> bool:
    """Whether a pronoun stands right behind the verb (*kunt u*): that keeps nobody waiting."""
    return is_finite(verb) and verb.nbor().tag_.startswith("VNW|pers")


def _cut(first: Token, second: Token) -> bool:
    """Whether a colon or semicolon parts the two: then they don't hold each other."""
    return any(t.text in {":", ";"} for t in first.doc[first.i : second.i])


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


def _is_particle(particle: Token) -> bool:
    """Whether it is the particle of a finite verb before it, and nothing else in the sentence can own it."""
    verb = particle.head
    opens = verb.i == verb.sent.start  # an imperative, whatever its tag
    if particle.i < verb.i or not (opens or is_finite(verb)):
        return False
    whole = verb.lemma_.lower().startswith(particle.lower_) or (
        particle.tag_ == "VZ|fin" and _closes(particle)
    )
    rivals = (t for t in verb.doc[verb.i + 1 : particle.i] if is_finite(t) and t.dep_ in _RIVAL)
    return whole and not any(rivals)


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
    predicate = subject.head
    verb = finite_verb(predicate)
    if verb is None or verb.i < subject.i or not is_main(predicate):
        return None
    if any(t.dep_ == "conj" for t in subject.children) or clause_of(subject) != predicate:
        return None
    between = subject.doc[subject.i + 1 : verb.i]
    return verb if all(subject.is_ancestor(t) or t.is_punct for t in between) else None


def _determiners(sentence: Sentence) -> Iterator[_Brace]:
    """Articles and their nouns with a phrase between: ‘de [door u op tijd] betaalde rekening’."""
    seen: set[int] = set()
    for token in sentence.span:
        pair = _by_attribute(token) or _by_preposition(sentence, token)
        if pair is not None and pair[1].i not in seen:
            seen.add(pair[1].i)
            yield _Brace("lidwoord", *pair, words_between(sentence, *pair))


def _by_attribute(attribute: Token) -> tuple[Token, Token] | None:
    """From the attribute that carries the phrase: its noun, and the article before all its words.

    The parser may hang that article under a word of the phrase (*de vorig jaar toegekende toeslag*).
    """
    noun = attribute.head
    if attribute.dep_ not in {"acl", "amod"} or attribute.i > noun.i or not is_noun(noun):
        return None
    if not any(t.dep_ in _PHRASE for t in attribute.lefts):
        return None
    first = attribute.left_edge
    before = first.doc[first.i - 1] if first.i > first.sent.start else first
    return next(((t, noun) for t in (before, first) if t.tag_.startswith(_DETERMINER)), None)


def _by_preposition(sentence: Sentence, token: Token) -> tuple[Token, Token] | None:
    """An article with a preposition right behind it is sign enough; no label is asked for.

    *Het* that opens a sentence may be tagged as a pronoun, but then a verb would follow it.
    """
    article = token.tag_.startswith(_DETERMINER) or (token.lower_ == "het" and token.i == sentence.span.start)
    end = sentence.span.end
    if not article or token.i + 1 >= end or not token.nbor().tag_.startswith("VZ|init"):
        return None
    for attribute in token.doc[token.i + 3 : end - 1]:
        if attribute.tag_.startswith("WW|pv") or attribute.text in ":;.":
            return None
        if attribute.tag_.startswith(_ATTRIBUTE) and attribute.nbor(-1).tag_.startswith(_BEFORE_ATTRIBUTE):
            following = token.doc[attribute.i + 1 : min(attribute.i + 4, end)]
            noun = next((t for t in following if is_noun(t)), None)
            return (token, noun) if noun is not None else None
    return None
