"""*men* and *de aanvrager* → *u*, with verb and *uw* for *zijn*; nothing where others may be meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from duidelijk.language.agreement import for_reader, infinitive_of
from duidelijk.language.clauses import SUBJECTS, clause_of, finite_verb, helpers, is_finite
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.clause_words import before, sharing, verb_after
from duidelijk.suggesting.wording import Style

if TYPE_CHECKING:
    from spacy.tokens import Token

_OTHERS = frozenset(
    {"hij", "hem", "haar", "hun", "hen", "zijzelf", "hijzelf", "diens", "zichzelf", "elkaar", "je"}
)
_SECOND = frozenset({"u", "uw", "je", "jij", "jouw", "jou", "uzelf"})
_MODALS = frozenset({"kan", "moet", "mag", "hoeft", "dient", "zal"})
_CONDITIONS = frozenset({"als", "wanneer", "indien", "zodra", "mits", "tenzij", "voordat"})
_GENERAL = frozenset({"vroeger", "destijds", "toen", "meestal", "tegenwoordig", "vaak", "steeds", "overal"})
_OWN: Mapping[str, str] = {"u": "uw", "je": "je"}
_AFTER = frozenset({"obj", "iobj", "obl", "obl:arg", "obl:agent"})


def men(token: Token, style: Style) -> dict[int, str] | None:
    """*u* for every *men* of the sentence, if this one is anyone who wants or must do this."""
    if not _is_anyone(token):
        return None
    changes: dict[int, str] = {}
    for each in (t for t in token.sent if t.lower_ == "men" and t.tag_.startswith("VNW")):
        found = _as_subject(each, [each], style) if _may_be_reader(each) else None
        if found is None:
            return None
        changes |= found
    return changes


def _may_be_reader(token: Token) -> bool:
    """No past and no opinion of people in general."""
    verb = finite_verb(token.head) or verb_after(token)
    if token.dep_ not in SUBJECTS or verb is None or "|verl" in verb.tag_:
        return False
    clause = [t for t in token.sent if clause_of(t) == clause_of(token)]
    if _is_condition(token, clause):
        return True
    general = lexicon("grammatica/men-algemeen").rows
    verbs = {token.head, verb, *(t for t in clause if t.tag_.startswith("WW|inf"))}
    if any(infinitive_of(t) in general for t in verbs if t != verb or t.lower_ not in _MODALS):
        return False
    return not any(t.lower_ in _GENERAL | {"wij", "we", "ons"} for t in clause)


def _is_condition(token: Token, clause: list[Token]) -> bool:
    """*als men …*, *Weet men niet hoe, dan …*."""
    opened = any(t.lower_ in _CONDITIONS and t.dep_ in {"mark", "advmod"} for t in clause)
    first = token.i == token.sent.start + 1 and any(t.lower_ == "dan" for t in token.sent)
    return opened or first


def _is_anyone(token: Token) -> bool:
    """What can, may or must be done, or what happens to whoever does something."""
    if not _may_be_reader(token):
        return False
    verb = finite_verb(token.head) or verb_after(token)
    assert verb is not None
    clause = [t for t in token.sent if clause_of(t) == clause_of(token)]
    asked = lexicon("grammatica/verzoeken").rows
    words = {t.lower_ for t in clause}
    if verb.lower_ in _MODALS or _is_condition(token, clause):
        return True
    return infinitive_of(token.head) in asked or _gets(verb, words)


def _gets(verb: Token, words: set[str]) -> bool:
    """*men heeft recht op*, *men krijgt*."""
    return (
        verb.lower_ in {"krijgt", "ontvangt"}
        or (verb.lower_ == "heeft" and not words.isdisjoint({"recht", "nodig"}))
        or (verb.lower_ == "is" and "verplicht" in words)
    )


def reader(noun: Token, style: Style) -> dict[int, str] | None:
    """*u* for *de aanvrager*, as subject or object, and *uw inkomen* for *het inkomen van de aanvrager*."""
    start = noun.i - 1 if before(noun) is not None and noun.nbor(-1).lower_ == "de" else noun.i
    words = list(noun.doc[start : noun.i + 1])
    if any(t.dep_ not in {"det", "case"} and not t.is_punct and not _is_topic(t) for t in noun.children):
        return None
    if noun.lower_ == "ondergetekende" or any(t.lower_ in _SECOND for t in noun.sent):
        return None
    if noun.dep_ in SUBJECTS:
        return _as_subject(noun, words, style)
    if any(t.lower_ in _OTHERS or "VNW|bez" in t.tag_ for t in noun.sent):
        return None
    cases = [t for t in noun.children if t.dep_ == "case"]
    if noun.dep_ == "nmod" and [t.lower_ for t in cases] == ["van"]:
        return _owned(noun, cases[0], style)
    if noun.dep_ in _AFTER and (not cases or cases[0].i == start - 1):
        spoken = "jou" if cases and style.reader == "je" else style.reader
        return {**{t.i: "" for t in words}, words[-1].i: spoken}
    return None


def _is_topic(token: Token) -> bool:
    """*over het besluit*, which the parse has hung under the noun."""
    return any(t.dep_ == "case" and t.lower_ in {"over", "binnen", "via", "per"} for t in token.children)


def _owned(noun: Token, case: Token, style: Style) -> dict[int, str] | None:
    """*het inkomen van de aanvrager* → *uw inkomen*, where nothing else belongs to the noun."""
    owned = noun.head
    article = next((t for t in owned.children if t.dep_ == "det" and t.lower_ in {"de", "het"}), None)
    if article is None or owned.i != case.i - 1:
        return None
    return {article.i: _OWN[style.reader], **dict.fromkeys(range(case.i, noun.i + 1), "")}


def _as_subject(subject: Token, words: list[Token], style: Style) -> dict[int, str] | None:
    """The words as *u*, its verbs and what belongs to it; None where another word points at it."""
    verb = before(words[0])
    inverted = verb is not None and is_finite(verb) and verb in {subject.head, *helpers(subject.head)}
    if not inverted:
        verb = verb_after(subject)
    pointing = _pointing(subject, style)
    if verb is None or pointing is None or verb.tag_.endswith("|mv"):
        return None
    changes: dict[int, str] = {**pointing, **{t.i: "" for t in words}}
    for each in (verb, *sharing(subject, verb)):
        form = for_reader(each, style.reader, inverted=inverted and each == verb, have=style.have)
        if form is None:
            return None
        changes[each.i] = form
    own = {t.i: style.reader for t in _itself(subject) if style.reader == "je"}
    return {**changes, **own, words[-1].i: style.reader}


def _pointing(subject: Token, style: Style) -> dict[int, str] | None:
    """*zijn* that points at the subject as *uw*; None where anything else may point at it."""
    behind = [t for t in subject.sent if t.i > subject.i]
    if any(t.lower_ in _OTHERS | {"zij"} and not _follows_or(t) for t in behind):
        return None
    owners = [t for t in behind if t.lower_ in {"zijn", "haar"} and ("VNW|bez" in t.tag_ or _has_twin(t))]
    same = all(_is_within(clause_of(t), clause_of(subject)) or _has_twin(t) for t in owners)
    others = [t for t in subject.sent if t.dep_ in SUBJECTS and t != subject]
    if owners and (not same or others):
        return None
    return _owners(owners, style)


def _is_within(clause: Token, other: Token) -> bool:
    """Whether it is the same clause, or its infinitive."""
    return clause == other or (clause.tag_.startswith("WW|inf") and clause.head in {other, other.head})


def _follows_or(token: Token) -> bool:
    """*haar* in *zijn of haar*."""
    return token.lower_ == "haar" and token.nbor(-1).lower_ == "of" and token.nbor(-2).lower_ == "zijn"


def _has_twin(token: Token) -> bool:
    """*zijn* in *zijn of haar*."""
    return token.lower_ == "zijn" and [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] == [
        "of",
        "haar",
    ]


def _owners(owners: list[Token], style: Style) -> dict[int, str]:
    """*uw* for each, and once for *zijn of haar*."""
    changes: dict[int, str] = {}
    for token in owners:
        if _follows_or(token):
            changes |= {token.i - 1: "", token.i: ""}
        else:
            changes[token.i] = _OWN[style.reader]
    return changes


def _itself(subject: Token) -> list[Token]:
    return [t for t in clause_of(subject).subtree if t.lower_ == "zich"]
