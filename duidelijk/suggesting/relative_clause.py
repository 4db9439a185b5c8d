"""A noun with a long attribute before it → the same with a clause behind it: *de brief die wij stuurden*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, agent_subject, finite
from duidelijk.language.clauses import is_finite, is_noun
from duidelijk.language.constituents import Part
from duidelijk.language.inflection import VerbForms, verb_forms, with_e
from duidelijk.language.tabular import ends_in, lexicon
from duidelijk.suggesting.constituents import is_closing, opens_clause
from duidelijk.suggesting.wording import Rewrite, Style, joined, spelled, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ATTRIBUTE = ("WW|vd|prenom", "WW|od|prenom")
_POINTS_BACK = frozenset({"zijn", "haar", "hun", "elkaar", "zich", "zelf"})
_PAST = "WW|pv|verl|ev"
_OPENING = ("LID", "VNW", "ADJ|prenom")
_DEGREES = frozenset({"zo", "zeer", "heel", "erg", "te", "meer", "minder"})
_LONGEST_TAIL = 4


@dataclass(frozen=True, slots=True, eq=False)
class _Noun:
    """*de | nieuwe | op 3 mei door u | ingediende | aanvraag | voor een vergunning*"""

    article: Token
    adjectives: tuple[Token, ...]
    phrase: tuple[Token, ...]
    attributes: tuple[Token, ...]
    noun: Token
    tail: tuple[Token, ...]

    @property
    def last(self) -> Token:
        """The last of its words."""
        return self.tail[-1] if self.tail else self.noun


def rewrites(article: Token, noun: Token, style: Style) -> Iterator[Rewrite]:
    """The noun with a clause behind it, at most one."""
    found = _noun_of(article, noun)
    clause = _clause(found, style) if found is not None else ""
    if found is None or not clause or _is_unclear(found) or _before_name(found.last):
        return
    name = joined(_article(found), text_of((*found.adjectives, found.noun, *found.tail)))
    yield from _placed(found, spelled(article, name), clause)


def _before_name(last: Token) -> bool:
    """*op park De Heidehorst*: the words that would stay behind are part of the name."""
    after = last.doc[last.i + 1] if last.i + 1 < last.sent.end else None
    return after is not None and after.text[:1].isupper()


def _noun_of(article: Token, noun: Token) -> _Noun | None:
    """Its words by tag and place: inside a long attribute labels are often wrong."""
    between = list(article.doc[article.i + 1 : noun.i])
    after: list[Token] = []
    while between and between[-1].tag_.startswith("ADJ|prenom"):
        after.insert(0, between.pop())
    before: list[Token] = []
    while len(between) > 1 and between[0].tag_.startswith("ADJ|prenom") and between[1].tag_.startswith("VZ"):
        before.append(between.pop(0))
    if len(between) < 2 or not between[-1].tag_.startswith((*_ATTRIBUTE, _PAST)):
        return None
    *phrase, attribute = between
    attributes: tuple[Token, ...] = (attribute,)
    if len(phrase) > 2 and phrase[-1].lower_ == "en" and phrase[-2].tag_.startswith(_ATTRIBUTE):
        attributes = phrase[-2], attribute
        phrase = phrase[:-2]
    tail = _tail(noun)
    if tail is None or not phrase or any(_parts_two(t) for t in phrase):
        return None
    return _Noun(article, (*before, *after), tuple(phrase), attributes, noun, tail)


def _tail(noun: Token) -> Part | None:
    """The phrase right behind the noun that describes it; None where it is long or joins another noun."""
    if any(t.dep_ == "conj" for t in noun.rights):
        return None
    tail = tuple(sorted((t for n in noun.rights if n.dep_ == "nmod" for t in n.subtree), key=lambda t: t.i))
    if not tail or tail[0].i != noun.i + 1:
        return ()
    odd = len(tail) > _LONGEST_TAIL or any(t.is_punct or is_finite(t) or t.dep_ == "cc" for t in tail)
    return None if odd else tail


def _parts_two(token: Token) -> bool:
    """A mark, or *en* behind another attribute: *de ingediende en aangevulde aanvraag*."""
    joins = token.tag_.startswith("VG") and token.nbor(-1).tag_.startswith(_ATTRIBUTE)
    return token.is_punct or joins or is_finite(token)


def _is_unclear(found: _Noun) -> bool:
    """Whether *die* could speak of a noun behind this one, or *zijn* would lose what it points back to."""
    others = [
        t for t in found.tail if is_noun(t) and "|ev" in t.tag_ and _is_neuter(t) == _is_neuter(found.noun)
    ]
    plural = "|mv" in found.noun.tag_
    same = [t for t in found.tail if is_noun(t) and ("|mv" in t.tag_) == plural]
    return bool(same and (plural or others)) or any(t.lower_ in _POINTS_BACK for t in found.phrase)


def _clause(found: _Noun, style: Style) -> str:
    """*die u op 3 mei hebt ingediend*, *dat aan de weg staat*; empty where its verb isn't certain."""
    verbs = [_forms(attribute) for attribute in found.attributes]
    forms = verbs[0]
    if forms is None or None in verbs:
        return ""
    plural = "|mv" in found.noun.tag_
    relative = "dat" if _is_neuter(found.noun) and not plural else "die"
    agent = _agent(found)
    rest = text_of(t for t in found.phrase if t not in agent)
    doer = _doer(agent) if agent else _reader(found, forms)
    if (agent and doer is None) or (_is_owned(found) and doer is None):
        return ""
    now = found.attributes[0].tag_.startswith("WW|od") or _lasts(forms)
    if now and found.phrase[-1].lower_ in _DEGREES:
        return ""
    if now:
        subject = doer or Subject("", plural)
        return _present(found, relative, subject, rest, forms)
    verb = " en ".join(each.participle for each in verbs if each is not None)
    if doer is not None:
        helper = finite("hebben", doer, past=False, inverted=False, have=style.have)
        return joined(relative, doer.text, rest, helper, verb)
    return joined(relative, rest, finite("zijn", Subject("", plural), past=False, inverted=False), verb)


def _present(found: _Noun, relative: str, subject: Subject, rest: str, forms: VerbForms) -> str:
    """*dat aan de weg staat*, *die u wenst*"""
    acts = found.attributes[0].tag_.startswith("WW|od")
    if len(found.attributes) > 1 or acts == bool(subject.text):
        return ""
    return joined(
        relative, subject.text, rest, forms.joined(finite(forms, subject, past=False, inverted=False))
    )


def _lasts(forms: VerbForms) -> bool:
    return forms.participle in lexicon("grammatica/blijvende-deelwoorden").rows


def _forms(attribute: Token) -> VerbForms | None:
    """The forms of the verb, if they hold this attribute."""
    forms = verb_forms(attribute.lemma_.lower().replace("_", ""))
    form = attribute.lower_
    present = attribute.tag_.startswith("WW|od")
    plain = forms.present_participle if present else forms.participle
    return forms if plain and form in {plain, with_e(plain)} else None


def _agent(found: _Noun) -> tuple[Token, ...]:
    """*door* and who did it, up to the noun or name that ends it."""
    words = list(found.phrase)
    at = next((n for n, t in enumerate(words) if t.lower_ == "door"), None)
    if at is None:
        return ()
    end = at + 1
    while end < len(words) and words[end].tag_.startswith(_OPENING):
        end += 1
        if words[end - 1].tag_.startswith("VNW|pr"):
            return tuple(words[at:end])
    while end < len(words) and words[end].tag_.startswith(("N|", "SPEC")):
        end += 1
    return tuple(words[at:end])


def _doer(agent: Part) -> Subject | None:
    words = agent[1:]
    if not words or agent[0].lower_ != "door" or any(map(is_finite, words)):
        return None
    subject = agent_subject(words)
    if subject is None or subject.text:
        return subject
    acts = words[-1].tag_.startswith(("SPEC", "N|eigen")) or any(
        ends_in(t.lower_, lexicon("grammatica/handelaars").rows) for t in words if is_noun(t)
    )
    return Subject(text_of(words), subject.plural) if acts else None


def _reader(found: _Noun, forms: VerbForms) -> Subject | None:
    """*u*, for something of the reader's with a deed that only a reader does: *uw ingediende klacht*."""
    row = lexicon("grammatica/verborgen-doeners").rows.get(forms.participle, {})
    return Subject("u", False) if _is_owned(found) and row.get("doener") == "u" else None


def _is_owned(found: _Noun) -> bool:
    return found.article.tag_.startswith("VNW|bez")


def _article(found: _Noun) -> str:
    if not _is_owned(found) and not found.article.tag_.startswith("VNW|aanw"):
        return text_of([found.article])
    return "het" if _is_neuter(found.noun) and "|ev" in found.noun.tag_ else "de"


def _is_neuter(noun: Token) -> bool:
    return "|onz" in noun.tag_


def _placed(found: _Noun, name: str, clause: str) -> Iterator[Rewrite]:
    """The clause behind its noun, or behind the verbs that end the clause of that noun."""
    doc, at, end = found.noun.doc, found.last.i + 1, found.noun.sent.end
    verbs: list[Token] = []
    while at < end and is_closing(doc[at]):
        verbs.append(doc[at])
        at += 1
    if at < end and doc[at].tag_.startswith(("VNW|betr", "VNW|vb")):
        return
    closes = at >= end or doc[at].is_punct or doc[at].tag_.startswith("VG|neven")
    if verbs and opens_clause(found.article):
        yield Rewrite(found.article, found.last, f"{name} {clause},")
    elif verbs and closes:
        yield Rewrite(found.article, verbs[-1], joined(name, text_of(verbs), clause))
    elif not verbs and not (at < end and doc[at].tag_.startswith(("VG", "N|", "SPEC"))):
        yield Rewrite(found.article, found.last, f"{name} {clause}{'' if closes else ','}")
