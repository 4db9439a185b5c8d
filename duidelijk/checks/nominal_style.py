"""Nouns that do the work of a verb."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.analysis import by_sentence
from duidelijk.language.clauses import is_finite, verb_lemma
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

Row = Mapping[str, str]
_ROLES = {
    "onderwerp": frozenset({"nsubj", "nsubj:pass"}),
    "voorwerp": frozenset({"obj", "nsubj:pass", "iobj", "compound:prt", "xcomp", "fixed"}),
}
_LIGHT, _OPENING, _INSIDE = 3.0, 2.0, 1.0
_OPENING_WORDS = 2
_DEFINITE = ("LID|bep", "VNW|aanw", "VNW|bez")


def nominal_style(
    analysis: Analysis,
    *,
    light_verbs: Lexicon,
    nouns: Lexicon,
    everyday_nouns: Lexicon,
    everyday_infinitives: Lexicon,
    topic_prepositions: tuple[str, ...] = (),
    topic_words: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Light verbs with the noun of another verb (value 3), and *het* + infinitive + *van*.

    That is worth 2 where it opens the sentence (*Bij het invullen van …*), so that a clause with a doer can
    take its place, else 1. Behind one of ``topic_prepositions`` it names a topic (*informatie over het
    aanvragen van …*), and so it does behind *met* after one of ``topic_words`` (*helpen met het tellen van*).
    """
    rows, endings = _by_verb(light_verbs)
    for sentence, verbs in by_sentence(analysis.with_tag("WW")):
        taken: set[int] = set()
        for token in verbs:
            hit = None
            if _plain(token) in endings or token.lower_ in endings:
                hit = _light(sentence, token, rows, nouns, everyday_nouns, taken)
            if hit is None and token.i not in taken and _is_noun_of_infinitive(token, everyday_infinitives):
                hit = _infinitive(sentence, token, topic_prepositions, topic_words)
            if hit is not None:
                yield hit


@cache
def _by_verb(light_verbs: Lexicon) -> tuple[Mapping[str, list[Row]], frozenset[str]]:
    """The rows of each verb, and all that their verbs can end with: what a verb form must have to be one."""
    rows: dict[str, list[Row]] = {}
    for row in light_verbs.rows.values():
        rows.setdefault(row["werkwoord"], []).append(row)
    return rows, frozenset(verb[at:] for verb in rows for at in range(len(verb)))


def _light(
    sentence: Sentence,
    verb: Token,
    rows: Mapping[str, list[Row]],
    nouns: Lexicon,
    everyday: Lexicon,
    taken: set[int],
) -> Hit | None:
    if "prenom" in verb.tag_ and verb.dep_ in {"acl", "amod"}:
        return None
    below: dict[str, list[Token]] = {}
    for lemma, parts in _readings(verb):
        for row in rows.get(lemma, ()):
            if not below and row["rol"] not in _ROLES:
                for token in verb.subtree:
                    below.setdefault(token.lower_, []).append(token)
            noun = _noun(verb, row, below, nouns, everyday)
            if noun is not None or not row["naamwoord"]:
                words = [verb, *parts, *(_phrase(noun) if noun is not None else ())]
                taken.update(t.i for t in words)
                return _hit(sentence, words, row, noun, nouns)
    return None


def _readings(verb: Token) -> Iterator[tuple[str, list[Token]]]:
    """The verb's lemma alone and with each word that may be a part of it (*plaats* + *vinden*)."""
    plain = _plain(verb)
    for child in verb.children:
        bare = not any(t.dep_ in {"det", "case", "amod"} for t in child.lefts)
        if child.dep_ == "compound:prt" or (child.dep_ in {"obj", "xcomp", "obl", "advmod"} and bare):
            yield (plain if plain.startswith(child.lower_) else child.lower_ + plain), [child]
    yield verb_lemma(verb), []
    yield verb.lower_, []


def _plain(token: Token) -> str:
    return token.lemma_.lower().replace("_", "")


def _noun(
    verb: Token, row: Row, below: Mapping[str, list[Token]], nouns: Lexicon, everyday: Lexicon
) -> Token | None:
    """The noun that a row asks for; ``below``: the words that depend on the verb, by form."""
    role = row["rol"]
    if role in _ROLES:
        labels = _ROLES[role] if row["naamwoord"] == "*" else _ROLES["voorwerp"] | _ROLES["onderwerp"]
        candidates = [t for t in verb.children if t.dep_ in labels]
    else:
        candidates = [noun for t in below.get(role, ()) if (noun := _after(t)) is not None]
    common = everyday.rows if role in _ROLES else {}
    if row["bepaald"] == "nee":
        candidates = [t for t in candidates if not _is_definite(t)]
    return next((t for t in candidates if _is_wanted(t, row["naamwoord"], nouns, common)), None)


def _is_definite(noun: Token) -> bool:
    """*het verzoek*, *uw verzoek*: a thing that is known."""
    return any(t.tag_.startswith(_DEFINITE) for t in noun.lefts)


def _after(preposition: Token) -> Token | None:
    """The noun of a preposition by place: labels inside fixed expressions differ too much."""
    doc, sentence = preposition.doc, preposition.sent
    for at in range(preposition.i + 1, min(preposition.i + 4, sentence.end)):
        if doc[at].tag_.startswith(("N|", "WW|inf")):
            return doc[at]
        if not doc[at].tag_.startswith(("LID", "ADJ", "VNW")):
            return None
    return None


def _is_wanted(noun: Token, wanted: str, nouns: Lexicon, everyday: Collection[str]) -> bool:
    lemma = _plain(noun)
    if wanted != "*":
        return wanted in {lemma, noun.lower_} or (len(wanted) > 6 and lemma == wanted + "en")
    if noun.tag_.startswith("WW|inf"):
        return noun.i > noun.sent.start and noun.nbor(-1).lower_ == "het"
    again = lemma.removeprefix("her")
    return not {lemma, noun.lower_, again}.isdisjoint(nouns.rows) and lemma not in everyday


def _phrase(noun: Token) -> list[Token]:
    """The noun, with the preposition when that stands right before it."""
    before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else None
    return [before, noun] if before is not None and before.tag_.startswith("VZ") else [noun]


def _hit(sentence: Sentence, words: list[Token], row: Row, noun: Token | None, nouns: Lexicon) -> Hit:
    marks = sentence.ranges(set(words))
    lemma = _plain(noun) if noun is not None else ""
    listed = nouns.rows.get(lemma) or (nouns.rows.get(noun.lower_) if noun is not None else None)
    better = row["beter"] or (listed["werkwoord"] if listed else lemma)
    detail = {"kind": "steunwerkwoord", "better": better}
    seen = sentence, "steunwerkwoord", tuple(words), noun, row
    return Hit(marks[0][0], marks[-1][1], detail, _LIGHT, marks, seen)


def _is_noun_of_infinitive(token: Token, everyday: Lexicon) -> bool:
    """*het invullen van*, *het niet invullen van*: an infinitive between *het* and *van*."""
    if not token.tag_.startswith("WW|inf") or token.lower_ in everyday.rows:
        return False
    return token.i + 1 < token.sent.end and token.nbor().lower_ == "van" and _article(token) is not None


def _article(infinitive: Token) -> Token | None:
    """The *het* of an infinitive, with at most one adverb between."""
    doc, start, at = infinitive.doc, infinitive.sent.start, infinitive.i - 1
    if at > start and doc[at].tag_.startswith(("BW", "ADJ")) and "met-e" not in doc[at].tag_:
        at -= 1
    return doc[at] if at >= start and doc[at].lower_ == "het" else None


def _infinitive(
    sentence: Sentence, token: Token, topic_prepositions: tuple[str, ...], topic_words: tuple[str, ...]
) -> Hit | None:
    """The hit, or None where no clause can take its place: a topic, or a line without a verb."""
    article = _article(token)
    assert article is not None
    at = article.i + 1 - token.sent.start
    before = article.nbor(-1).lower_ if at > 1 else ""
    topic = before in topic_prepositions or (before == "met" and _is_about(token, topic_words))
    if topic or not any(map(is_finite, sentence.span)):
        return None
    start, end = sentence.range(article, token.nbor())
    value = _OPENING if at <= _OPENING_WORDS else _INSIDE
    seen = sentence, "infinitief", token
    return Hit(start, end, {"kind": "infinitief", "better": token.lower_}, value, seen=seen)


def _is_about(infinitive: Token, words: tuple[str, ...]) -> bool:
    """Whether its head is one of these words, or one of the two words before *met* (*moeite heeft met*)."""
    before = infinitive.doc[max(infinitive.sent.start, infinitive.i - 4) : infinitive.i - 2]
    return any(t.lower_ in words or _plain(t) in words for t in (infinitive.head, *before))
