"""*Er wordt verwacht dat u …* → *Wij verwachten dat u …*, *Er moet worden betaald* → *U moet betalen*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.clauses import is_finite
from duidelijk.language.grammar import WORDEN, ZIJN, Passive
from duidelijk.language.inflection import VerbForms
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.passive_plan import verb_of
from duidelijk.suggesting.wording import Style

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALS = {"kan": "kunnen", "moet": "moeten", "mag": "mogen", "dient": "moeten", "hoeft": "hoeven"}
_STRANDED = frozenset({"naar", "van", "aan", "voor", "op", "mee", "over", "vanuit", "toe"})
_GENERAL = frozenset(
    {"veel", "vaak", "meestal", "vroeger", "landelijk", "wereldwijd", "overal", "veelal", "elders", "sommige"}
    | {"vanuit", "namens", "onder", "andere", "nederland", "landen", "gemeenten", "tussen"}
)


def changes(seen: tuple[Passive, Token, Token], style: Style) -> dict[int, str] | None:
    """The same words with who does it in the place of *er*; None where that isn't certain."""
    found, er, verb = seen
    forms = verb_of(found.participles[0])
    if forms is None or found.agent or len(found.participles) > 1 or _is_general(er):
        return None
    doer = _doer(forms, verb, er, style)
    if doer is None:
        return None
    helping = _helping(found, verb, forms, doer, er, style)
    return None if helping is None else {**helping, **_stranded(er), er.i: doer.text}


def _stranded(er: Token) -> dict[int, str]:
    """*er … naar* → *ernaar*: a preposition with nothing behind it."""
    for token in er.doc[er.i + 1 : er.sent.end - 1]:
        following = token.nbor()
        bare = following.lower_ in {"om", "dat", "of", "hoe"} or following.tag_.startswith(("WW", "LET"))
        if (
            token.lower_ in _STRANDED
            and token.tag_.startswith("VZ")
            and bare
            and token.dep_ != "compound:prt"
        ):
            return {token.i: f"er{token.text}"}
    return {}


def _is_general(er: Token) -> bool:
    """Whether it may be about people elsewhere, or asks who does it."""
    words = {t.lower_ for t in er.sent}
    return not words.isdisjoint(_GENERAL) or er.sent.text.rstrip().endswith("?")


def _doer(forms: VerbForms, verb: Token, er: Token, style: Style) -> Subject | None:
    row = lexicon("grammatica/onpersoonlijk-doeners").rows.get(forms.infinitive)
    if row is None:
        ours = forms.infinitive in lexicon("grammatica/afzender-werkwoorden").rows
        return Subject(style.reader, False) if verb.lower_ == "mag" and not ours else None
    words = {t.lower_ for t in er.sent}
    if row["met"] and words.isdisjoint(row["met"].split()):
        return None
    modal = verb.lower_ in _MODALS
    if row["doener"] == "wij" and (verb.lower_ in WORDEN | ZIJN):
        return Subject("wij", True)
    return Subject(style.reader, False) if row["doener"] == "u" and modal else None


def _helping(
    found: Passive, verb: Token, forms: VerbForms, doer: Subject, er: Token, style: Style
) -> dict[int, str] | None:
    """The new forms of the finite verb, the participle and the helper between them."""
    participle = found.participles[0]
    inverted = verb.i + 1 == er.i
    past = verb.lower_ in {"werd", "was", "waren"}
    if verb.lower_ in _MODALS:
        modal = finite(_MODALS[verb.lower_], doer, past=False, inverted=inverted, have=style.have)
        te = next((t for t in found.helper.lefts if t.lower_ == "te"), None) or _te(found.helper)
        infinitive = forms.te_infinitive if _MODALS[verb.lower_] == "hoeven" else forms.infinitive
        gone = {found.helper.i: "", **({te.i: ""} if te is not None else {})}
        return {**gone, verb.i: modal, participle.i: infinitive}
    if verb.lower_ in ZIJN:
        helper = "zijn" if forms.auxiliary == "zijn" else "hebben"
        return {verb.i: finite(helper, doer, past=past, inverted=inverted, have=style.have)}
    form = finite(forms, doer, past=past, inverted=inverted, have=style.have)
    if participle.i < verb.i or _is_subordinate(er, verb):
        return {verb.i: "", participle.i: forms.joined(form)}
    return {verb.i: form, participle.i: forms.particle}


def _te(helper: Token) -> Token | None:
    previous = helper.nbor(-1) if helper.i > helper.sent.start else None
    return previous if previous is not None and previous.lower_ == "te" else None


def _is_subordinate(er: Token, verb: Token) -> bool:
    """*dat er wordt gewerkt*: the verb isn't beside *er*, or a subordinator stands before it."""
    previous = er.nbor(-1) if er.i > er.sent.start else None
    opened = previous is not None and (
        previous.tag_.startswith(("VG|onder", "VNW|betr")) or previous.dep_ == "mark"
    )
    return opened or (abs(verb.i - er.i) > 1 and is_finite(verb) and verb.i > er.i)
