"""Two negations → what is so: *niet onmogelijk* → *mogelijk*, *niet … tenzij* → *alleen … als*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.asking import SENDER
from duidelijk.language.clauses import clause_of, helpers, verb_lemma
from duidelijk.language.frames import Frame, frame_of
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.only_if import PLAIN_DENIAL, article_of, phrase_from, unless, without
from duidelijk.suggesting.rewording import Rewording
from duidelijk.suggesting.wording import Rewrite, Style, beside, spelled, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

Seen = tuple["Sentence", str, "Token", "Token"]
_JUDGING = frozenset({"vinden", "denken", "geloven", "menen"})
_ASIDE = frozenset({"helaas", "nu", "nog", "op", "dit", "moment", "dus", "echter", "daarom", "ook"})
_WEIGHING = frozenset({"lang", "bepaald", "zeker", "nog", "beslist"})
_RELATIVE = frozenset({"meer", "langer", "altijd", "alle", "alles", "helemaal", "alleen", "genoeg"})


def rewrites(seen: Seen, style: Style) -> Iterator[Rewrite]:
    """The sentence without the two negations, at most one."""
    sentence, kind, one, two = seen
    if kind == "tenzij":
        negator, other = (two, one) if one.lower_ == "tenzij" else (one, two)
        yield from unless(negator, other)
    elif kind == "zonder":
        negator, other = (two, one) if one.lower_ == "zonder" else (one, two)
        if any(t.lower_ in {"als", "indien", "wanneer"} for t in clause_of(negator).subtree):
            return
        yield from without(negator, other)
    elif kind == "woord":
        yield from _word(one, two)
    elif kind == "werkwoord":
        yield from _verb(sentence, one, two, style)


def _better(word: Token) -> str:
    rows = lexicon("grammatica/ontkennende-woorden").rows
    row = rows.get(word.lower_) or rows.get(verb_lemma(word)) or {}
    return row.get("beter", "")


def _word(negator: Token, word: Token) -> Iterator[Rewrite]:
    """*niet onmogelijk* → *mogelijk*; *vindt niet dat … onredelijk is* → *vindt dat … redelijk is*."""
    better = _better(word)
    if not better or _is_weighed(negator, word, better):
        return
    edits = Rewording(word.doc)
    edits.put(word, better)
    if negator.i + 1 == word.i:
        edits.put(negator, "altijd" if negator.lower_ == "nooit" else "")
        yield from edits.rewrite()
    elif clause_of(negator) != clause_of(word) and negator.lower_ == "niet":
        judging = clause_of(negator).lemma_.lower() in _JUDGING
        if judging and beside(negator) in {"dat", ","}:
            edits.put(negator, "")
            yield from edits.rewrite()


def _is_weighed(negator: Token, word: Token, better: str) -> bool:
    """Whether it says something else than the plain word: *lang niet …*, *blijft niet …*."""
    doubtful = better.startswith("goed ") and not _is_about_it(word)
    remains = any(t.lemma_.lower() == "blijven" for t in (*helpers(word), word.head))
    plain = negator.i < word.i and negator.lower_ in {"niet", "nooit"}
    return doubtful or remains or not plain or beside(negator, -1) in _WEIGHING


def _is_about_it(word: Token) -> bool:
    """*het is*, *dat is*: not *de kans is*."""
    subjects = [t for t in word.children if t.dep_ in {"nsubj", "expl", "csubj"}]
    return all(t.lower_ in {"het", "dat", "dit"} or t.dep_ == "csubj" for t in subjects)


def _verb(sentence: Sentence, one: Token, two: Token, style: Style) -> Iterator[Rewrite]:
    negator, verb = (one, two) if one.lower_ in PLAIN_DENIAL else (two, one)
    better = _better(verb)
    if verb_lemma(verb) == "uitsluiten" and not verb.tag_.startswith("WW|vd"):
        yield from _may_be(sentence, verb)
        return
    if not better or negator.lower_ not in PLAIN_DENIAL:
        return
    if better in {"mogelijk", "toegestaan"}:
        yield from _possible(negator, verb, better)
    elif better == "geloven":
        yield from _sure(negator, verb, better, style)
    elif not any(t.lower_ == "dat" for t in verb.doc[verb.i : negator.i]):
        return
    elif better in {"zorgen", "zorg"}:
        yield from _care(negator, verb, style)
    else:
        yield from _say(negator, verb, better, style)


def _possible(negator: Token, verb: Token, better: str) -> Iterator[Rewrite]:
    """*is niet uitgesloten* → *is mogelijk*, *is niet verboden* → *is toegestaan*."""
    of_someone = any(t.lower_ == "van" for t in verb.subtree if t.dep_ == "case" and t.head.head == verb)
    if negator.lower_ == "niet" and negator.i + 1 == verb.i and not (better == "mogelijk" and of_someone):
        yield Rewrite(negator, verb, better)


def _may_be(sentence: Sentence, verb: Token) -> Iterator[Rewrite]:
    """*Wij kunnen niet uitsluiten dat* → *Het kan zijn dat*, or *Volgens de school kan het zijn dat*."""
    frame = frame_of(clause_of(verb))
    if frame is None or frame.kind != "main" or frame.front != frame.subject or not frame.after:
        return
    that = frame.after[0][0]
    own = {"kunnen", "uitsluiten", "sluiten"} | _ASIDE | {"niet", "uit"}
    words = sentence.span.doc[frame.first.i : that.i]
    odd = [t for t in words if t not in frame.front and t.lemma_.lower() not in own and not t.is_punct]
    if that.lower_ != "dat" or odd or "|verl|" in (frame.finite.tag_ if frame.finite else ""):
        return
    ours = text_of(frame.front).lower() in SENDER
    text = "het kan zijn" if ours else f"volgens {text_of(frame.front)} kan het zijn"
    if ours or not frame.front[0].tag_.startswith("VNW"):
        yield Rewrite(frame.first, sentence.span.doc[that.i - 1], spelled(frame.first, text))


def _sure(negator: Token, verb: Token, better: str, style: Style) -> Iterator[Rewrite]:
    """*Wij betwijfelen niet dat* → *Wij geloven dat*."""
    frame = frame_of(clause_of(verb))
    if better != "geloven" or frame is None or frame.finite != verb or beside(negator) not in {"dat", ","}:
        return
    edits = Rewording(verb.doc)
    edits.put(verb, _finite(better, frame, verb, style))
    edits.put(negator, "")
    yield from edits.rewrite()


def _finite(infinitive: str, frame: Frame, verb: Token, style: Style) -> str:
    """The new verb in person, number and tense of the old one."""
    subject = Subject(text_of(frame.subject) or "u", "|mv" in verb.tag_)
    inverted = bool(frame.subject) and verb.i + 1 == frame.subject[0].i
    return finite(infinitive, subject, past="|verl|" in verb.tag_, inverted=inverted, have=style.have)


def _undenied(negator: Token, edits: Rewording, text: str) -> bool:
    """Takes the negation out of the clause, with *een* where *geen* leaves a noun alone."""
    if beside(negator) in _RELATIVE:
        return False
    if negator.lower_ == "niet":
        edits.put(negator, text)
        return True
    article = (
        article_of(phrase_from(negator.nbor())) if negator.lower_ == "geen" and beside(negator) else None
    )
    if article is None:
        return False
    edits.put(negator, f"{text} {article}".strip())
    return True


def _care(negator: Token, verb: Token, style: Style) -> Iterator[Rewrite]:
    """*Voorkom dat u niet …* → *Zorg dat u …*, *te voorkomen dat* → *ervoor te zorgen dat*."""
    edits = Rewording(verb.doc)
    if not _undenied(negator, edits, ""):
        return
    frame = frame_of(clause_of(verb))
    that = next((t for t in verb.doc[verb.i : negator.i] if t.lower_ == "dat"), None)
    if verb.tag_.startswith("WW|inf") and beside(verb) in {"dat", ","}:
        te = beside(verb, -1) == "te"
        if te:
            edits.put(verb.nbor(-1), "ervoor te")
        edits.put(verb, "zorgen" if te else "ervoor zorgen")
    elif verb.i == verb.sent.start and verb.lower_ == "voorkom":
        edits.put(verb, "zorg")
    elif frame is not None and frame.finite == verb and frame.subject and not frame.verbs and that:
        edits.put(verb, _finite("zorgen", frame, verb, style))
        edits.insert(that, "ervoor")
    else:
        return
    yield from edits.rewrite()


def _say(negator: Token, verb: Token, better: str, style: Style) -> Iterator[Rewrite]:
    """*ontkent dat hij … niet* → *zegt dat hij … wel*."""
    edits = Rewording(verb.doc)
    frame = frame_of(clause_of(verb))
    if frame is None or not _undenied(negator, edits, "wel"):
        return
    if verb == frame.finite:
        edits.put(verb, _finite(better, frame, verb, style))
    elif verb.tag_.startswith("WW|vd") and better == "gezegd":
        edits.put(verb, better)
    else:
        return
    yield from edits.rewrite()
