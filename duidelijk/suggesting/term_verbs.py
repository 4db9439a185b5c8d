"""Match of a listed verb → its parts and its form: *stelt … in kennis*, *ter hand te stellen*."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from duidelijk.language.clauses import HELPING, is_finite, particle_of
from duidelijk.language.constituents import Part
from duidelijk.language.frames import Frame, frame_of
from duidelijk.language.inflection import VerbForms, verb_forms, with_e
from duidelijk.language.matching import Match
from duidelijk.language.wordforms import possible_forms
from duidelijk.model import Entry
from duidelijk.suggesting.verb_circle import helpers_of, predicate_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from duidelijk.language.context import Context

Kind = Literal[
    "second", "final", "loose", "infinitive", "te", "nominal", "participle", "attributive", "present"
]
"""A finite verb in second or final place (or unknown: loose), and the other forms."""
_MORE = {"zijn": "bent", "hebben": "hebt", "kunnen": "kunt", "willen": "wilt", "zullen": "zult"}
"""The forms behind *u* and *je* that differ from those of *hij*."""
_BREAKS = frozenset({";", ":", "-", "–", "("})
_REDUCED = frozenset({"als", "zoals", "mits", "tenzij", "indien", "niet"})


@dataclass(frozen=True, slots=True, eq=False)
class TermVerb:
    """A listed verb as it stands in a sentence; ``fixed`` are the words that belong to it.

    ``loose``: the last of them, a preposition with its own noun or with *er* (*zet een punt achter …*).
    ``frame``: its clause in its fields, where they are clear.
    """

    entry: Entry
    context: Context
    verb: Token
    fixed: Part
    loose: Token | None
    particle: Token | None
    te: Token | None
    old: VerbForms
    kind: Kind
    frame: Frame | None

    @property
    def matched(self) -> Part:
        """All its words but the verb and *te*, in text order."""
        loose = (self.particle,) if self.particle is not None else ()
        return tuple(sorted((*self.fixed, *loose), key=lambda t: t.i))

    @property
    def heads(self) -> Part:
        """The words on which its objects may hang."""
        return (self.verb, predicate_of(self.verb), *self.matched)


def term_verb(doc: Doc, match: Match) -> TermVerb | None:
    """The parts of a match; None where its form isn't certain."""
    particle_text = next(iter(match.context.words("deel")), "")
    words = _words(match.entry)
    tokens = [doc[i] for i in match.tokens]
    verb = _verb(tokens, words, particle_text)
    old = verb_forms(_marked(words, particle_text, match.entry))
    rest = [t for t in tokens if t != verb and (t != tokens[0] or verb in tokens)]
    te = _te(verb, words)
    rest = [t for t in rest if t != te]
    particle = next((t for t in rest if particle_text and t.lower_ == particle_text), None)
    fixed, loose = _without_last([t for t in rest if t != particle], match.context.words("voorzetsel"))
    frame = frame_of(predicate_of(verb))
    kind = _kind(verb, old, te, frame, bool(particle or fixed or loose) and verb == tokens[0])
    if kind in {"loose", "second"} and fixed and fixed[-1].i < verb.i:
        subject = subject_of(verb)
        kind = "final" if subject is None or subject.i < verb.i else None
    if match.entry.term == verb.lower_ and verb.tag_.startswith("WW|vd") and match.context.words("samen"):
        kind = "participle"
    if kind is None or _is_torn(verb, tokens, particle):
        return None
    return TermVerb(match.entry, match.context, verb, fixed, loose, particle, te, old, kind, frame)


def _is_torn(verb: Token, tokens: list[Token], particle: Token | None) -> bool:
    """Whether the words belong to more than one verb: *zendt … uit*, *liggen … en heeft aan de basis …*."""
    other = particle_of(verb)
    if other is not None and other not in tokens and other != particle:
        return True
    last = tokens[-1]
    if verb.i >= last.i or last == verb:
        return False
    between = verb.doc[verb.i + 1 : last.i]
    if any(is_finite(t) or t.text in _BREAKS for t in between if t not in tokens):
        return True
    after = last.nbor(1) if last.i + 1 < last.sent.end else last
    return particle is None and after.tag_.startswith(("WW|inf", "WW|vd|vrij")) and after.dep_ not in HELPING


def _without_last(fixed: list[Token], prepositions: Collection[str]) -> tuple[Part, Token | None]:
    """Without a preposition that belongs to what follows, and that preposition: *beschikt over een pas*."""
    loose = fixed[-1] if fixed and fixed[-1].lower_ in prepositions else None
    return tuple(t for t in fixed if t != loose), loose


def _words(entry: Entry) -> list[str]:
    return [word for word in entry.term.lower().split() if word != "…"]


def _marked(words: list[str], particle: str, entry: Entry) -> str:
    """The infinitive of the term, with its particle marked."""
    tilde = next((word for word in words if word.startswith("~")), "")
    verb = tilde.removeprefix("~") or words[-1]
    return f"{particle}|{verb.removeprefix(particle)}" if particle else verb


def _verb(tokens: list[Token], words: list[str], particle: str) -> Token:
    """The verb among the words of a match: marked with ``~``, first (*stelt … in kennis*), or last."""
    if any(word.startswith("~") for word in words):
        at = next(n for n, word in enumerate(words) if word.startswith("~"))
        return tokens[at]
    base = words[-1].removeprefix(particle)
    first = tokens[0].lower_
    forms = possible_forms(base, "VERB") | finite_forms(verb_forms(base)) | {base}
    leads = len(tokens) > 1 and first in forms and first not in {words[0], particle} - {base}
    last = tokens[-1]
    after = last.nbor(1) if last.i + 1 < last.sent.end else last
    if leads and after.lower_ in forms and not particle:
        return after
    return tokens[0] if leads else last


def _te(verb: Token, words: list[str]) -> Token | None:
    """The *te* of an infinitive: *ter hand te stellen*."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    infinitive = verb.lower_.endswith("n") and (verb.tag_.startswith("WW|inf") or not is_finite(verb))
    return before if before is not None and before.lower_ == "te" and infinitive else None


def _kind(verb: Token, old: VerbForms, te: Token | None, frame: Frame | None, leads: bool) -> Kind | None:
    form, tag = verb.lower_, verb.tag_
    if te is not None:
        return "te"
    if form in {old.present_participle, old.present_participle + "e"}:
        return "present"
    if _is_participle(verb, old):
        attributive = "|prenom" in tag or form != old.participle
        return "attributive" if attributive else "participle"
    if form in {old.infinitive, old.infinitive[len(old.particle) :]} and not is_finite(verb):
        return _infinitive_kind(verb, leads)
    return _finite_kind(verb, old, frame, leads) if form in finite_forms(old) else None


def _infinitive_kind(verb: Token, leads: bool) -> Kind:
    """An infinitive, unless it is a finite form that the tagger takes for one: *Wij stellen u in kennis*."""
    helped = any(t.dep_ in HELPING for t in verb.children) or verb.dep_ in {"xcomp", *HELPING}
    if leads and not helped and verb.tag_.startswith("WW"):
        return "second"
    return "nominal" if "|nom" in verb.tag_ or verb.tag_.startswith("N|") else "infinitive"


def finite_forms(old: VerbForms) -> frozenset[str]:
    """The finite forms of a verb, with and without its particle."""
    forms = {old.present_1, old.present_3, old.present_plural, old.past_singular, old.past_plural}
    more = {_MORE[old.infinitive]} if old.infinitive in _MORE else set()
    return frozenset(forms | {old.joined(form) for form in forms} | more)


def _is_participle(verb: Token, old: VerbForms) -> bool:
    """Whether it is one by its form; of *verstrekt* by its tag and its helper."""
    form = verb.lower_
    if form not in {old.participle, with_e(old.participle or old.infinitive)}:
        return False
    if form not in finite_forms(old) and form != old.infinitive:
        return True
    tagged = verb.tag_.startswith("WW|vd") and form != old.infinitive
    return bool(helpers_of(verb)) or (tagged and (_is_reduced(verb) or _is_no_order(verb, old)))


def _is_no_order(verb: Token, old: VerbForms) -> bool:
    """Whether *vermeld* can't be *ik vermeld* or an order."""
    around = verb.doc[max(verb.sent.start, verb.i - 1) : verb.i + 2]
    alone = not any(t.lower_ in {"ik", "je", "jij"} for t in around)
    finite = {old.joined(form) for form in (old.present_3, old.past_singular)} | {
        old.present_3,
        old.past_singular,
    }
    return verb.lower_ not in finite and alone and not verb.is_sent_start


def _is_reduced(verb: Token) -> bool:
    before = verb.doc[verb.i - 1].lower_ if verb.i > verb.sent.start else ""
    return before in _REDUCED or "|prenom" in verb.tag_


def _finite_kind(verb: Token, old: VerbForms, frame: Frame | None, leads: bool) -> Kind | None:
    if leads:
        return "second" if verb.tag_.startswith("WW") or verb.is_sent_start else None
    if old.particle and verb.lower_.startswith(old.particle) and verb.lower_ not in {old.present_1}:
        return "final"
    if frame is None or frame.finite != verb:
        return _loose_kind(verb)
    return "final" if frame.kind == "subordinate" else "second"


def _loose_kind(verb: Token) -> Kind | None:
    """Where the fields aren't clear: at the end if a word opens a subordinate clause, else unknown."""
    marked = any(t.dep_ == "mark" and t.tag_.startswith("VG|onder") for t in verb.lefts)
    if marked or (verb.dep_ == "acl:relcl" and is_finite(verb)):
        return "final"
    only = not any(is_finite(t) for t in verb.sent if t != verb)
    return "loose" if is_finite(verb) or verb.is_sent_start or only else None


def clause_words(term: TermVerb) -> Iterable[Token]:
    """The words of its clause, or of the sentence where that isn't clear."""
    frame = term.frame
    doc = term.verb.doc
    return doc[frame.first.i : frame.last.i + 1] if frame is not None else term.verb.sent
