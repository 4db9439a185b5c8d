"""*het tijdig indienen van de aanvraag* → what is done, and the same as a clause with its verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite, is_plural
from duidelijk.language.clauses import is_finite
from duidelijk.language.constituents import Part
from duidelijk.language.frames import Frame
from duidelijk.language.inflection import VerbForms, verb_forms
from duidelijk.language.tabular import ends_in, lexicon
from duidelijk.suggesting.wording import Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_REST = 4
_LONGEST = 16
_BEHIND = frozenset({"aan", "tot", "over", "om", "voor", "zonder"})
_READERS = frozenset({"u", "je", "jij"})
_SENDERS = frozenset({"wij", "we"})


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """``thing``: what it is done to; ``rest``: phrases behind that; ``clause``: a relative one at the end."""

    article: Token
    infinitive: Token
    forms: VerbForms
    manner: Part
    thing: Part
    rest: Part
    clause: Part
    last: Token

    @property
    def doer(self) -> str:
        """Who does it, as the list says: *lezer*, *gemeente*, *ieder*, *zelf*, *onbekend* or nothing."""
        row = lexicon("grammatica/daden").rows.get(self.forms.infinitive)
        if row is None:
            return "onbekend" if self.forms.auxiliary == "zijn" else ""
        other = row["behalve"].split()
        return "" if any(ends_in(t.lower_, dict.fromkeys(other)) for t in self.thing) else row["doener"]


def deed_of(infinitive: Token) -> Deed | None:
    """The deed with all its words, if it is certain where they end."""
    article = _article(infinitive)
    noun = next(
        (t for t in infinitive.rights if t.dep_ in {"nmod", "obl", "obj"} and t.i > infinitive.i + 1), None
    )
    if article is None or noun is None or noun.left_edge.i != infinitive.i + 1:
        return None
    run = _run(infinitive)
    clause = _relative(noun, run)
    plain = [t for t in run if t not in clause]
    thing = tuple(t for t in plain if t == noun or noun.is_ancestor(t))[1:]
    rest = tuple(t for t in plain if t.i > thing[-1].i) if thing else ()
    whole = 1 + len(thing) + len(rest) + len(clause) == len(run)
    if not thing or not whole or len(run) > _LONGEST or any(_is_odd(t) for t in (*thing, *rest)):
        return None
    if thing[0].tag_.startswith("VNW|p") or (rest and not rest[0].tag_.startswith("VZ")):
        return None
    manner = tuple(infinitive.doc[article.i + 1 : infinitive.i])
    return Deed(article, infinitive, verb_forms(infinitive.lower_), manner, thing, rest, clause, run[-1])


def _article(infinitive: Token) -> Token | None:
    doc, at = infinitive.doc, infinitive.i - 1
    while at > infinitive.sent.start and doc[at].lower_ != "het" and infinitive.i - at < 3:
        at -= 1
    return doc[at] if doc[at].lower_ == "het" else None


def _run(infinitive: Token) -> list[Token]:
    """The words behind it that hang under it without a gap."""
    doc, at, found = infinitive.doc, infinitive.i + 1, []
    while at < infinitive.sent.end and infinitive.is_ancestor(doc[at]):
        found.append(doc[at])
        at += 1
    while found and found[-1].is_punct:
        found.pop()
    return found


def _relative(noun: Token, run: list[Token]) -> Part:
    for token in run:
        if token.dep_ == "acl:relcl" and (token.head == noun or noun.is_ancestor(token.head)):
            words = tuple(t for t in run if t == token or token.is_ancestor(t))
            commas = any(t.is_punct for t in words) or words[0].nbor(-1).is_punct
            return words if words[-1] == run[-1] and not commas else ()
    return ()


def _is_odd(token: Token) -> bool:
    """A finite verb, another deed (*en het verwijderen van*), or a mark other than a comma."""
    return is_finite(token) or token.tag_.startswith("WW|inf") or (token.is_punct and token.text != ",")


def doer_in(deed: Deed, frame: Frame) -> Subject | None:
    """Who does it, where the clause around it leaves no doubt: *u*, *wij*, or what stands behind *van*."""
    if deed.doer == "zelf":
        return Subject(text_of(deed.thing), is_plural(deed.thing))
    subject = text_of(frame.subject).lower()
    ours = any(t.lower_ in {"uw", "u", "je", "jouw"} for t in (*deed.thing, *deed.rest))
    imperative = _is_imperative(frame)
    if deed.doer in {"lezer", "ieder"} and subject in _READERS:
        return Subject("u" if subject == "u" else "je", False)
    if deed.doer in {"lezer", "ieder"} and imperative:
        informal = any(t.lower_ in {"je", "jij", "jouw"} for t in frame.first.sent)
        return Subject("je" if informal else "u", False)
    if deed.doer in {"gemeente", "ieder"} and subject in _SENDERS:
        return Subject(subject, True)
    return Subject("u", False) if deed.doer == "lezer" and ours and subject not in _SENDERS else None


def _is_imperative(frame: Frame) -> bool:
    """A verb in front without a subject, of the sentence itself."""
    asks = frame.predicate.sent.text.strip().endswith("?")
    return frame.kind == "verb-first" and not frame.subject and frame.predicate.dep_ == "ROOT" and not asks


def with_te(deed: Deed) -> str:
    """*de aanvraag tijdig in te dienen*"""
    before, after = _around(deed)
    return joined(before, deed.forms.te_infinitive, after)


def bare(deed: Deed) -> str:
    """*een hek plaatsen langs de weg*, as a subject: what stood behind an unknown thing stays there."""
    known = deed.thing[0].tag_.startswith(("LID|bep", "VNW", "N|eigen", "SPEC"))
    cut = next((n for n, t in enumerate(deed.thing) if t.tag_.startswith("VZ") and t.lower_ != "van"), None)
    tail = deed.thing[cut:] if cut and not known else ()
    text = _object(deed, deed.thing[: len(deed.thing) - len(tail)])
    return joined(text, deed.forms.infinitive, text_of((*tail, *deed.rest, *deed.clause)))


def now(deed: Deed, doer: Subject, style: Style, past: bool = False) -> str:
    """*u de aanvraag tijdig indient*"""
    before, after = _around(deed)
    own = doer.text == text_of(deed.thing)
    verb = deed.forms.joined(finite(deed.forms, doer, past=past, inverted=False, have=style.have))
    return joined("" if own else doer.text, before, verb, after)


def done(deed: Deed, doer: Subject, style: Style) -> str:
    """*u de aanvraag tijdig hebt ingediend*"""
    before, after = _around(deed)
    own = doer.text == text_of(deed.thing)
    helper = finite(deed.forms.auxiliary, doer, past=False, inverted=False, have=style.have)
    return joined("" if own else doer.text, before, helper, deed.forms.participle, after)


def _around(deed: Deed) -> tuple[str, str]:
    """What stands before the verb of a clause, and behind it."""
    behind = bool(deed.rest) and (len(deed.rest) > _LONGEST_REST or deed.rest[0].lower_ in _BEHIND)
    rest = text_of(deed.rest)
    before = joined(_object(deed), "" if behind else rest)
    return before, joined(rest if behind else "", text_of(deed.clause))


def _object(deed: Deed, words: Part = ()) -> str:
    """*de aanvraag tijdig*, *de aanvraag niet*, *geen aanvraag*"""
    manner = [t.lower_ for t in deed.manner]
    words = words or deed.thing
    thing, first = text_of(words), words[0]
    if manner != ["niet"]:
        return joined(thing, *manner)
    if first.lower_ == "een":
        return joined("geen", text_of(words[1:]))
    known = first.tag_.startswith(("LID|bep", "VNW", "N|eigen", "SPEC"))
    return joined(thing, "niet") if known else joined("geen", thing)
