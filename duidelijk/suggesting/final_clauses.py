"""A subordinate clause at the end → a sentence of its own: *omdat*, *zodat*, *waardoor*, *die* …"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, is_finite, is_noun, verb_lemma
from duidelijk.language.listing import ASKING
from duidelijk.language.outline import Outline, Words
from duidelijk.language.tabular import ends_in, lexicon
from duidelijk.suggesting.clause_order import asked, stated
from duidelijk.suggesting.cutting import Cut, cut_of, may_cut
from duidelijk.suggesting.fronts import condition_in_front
from duidelijk.suggesting.subclause import Sub, sub_of
from duidelijk.suggesting.wording import joined, text_of

if TYPE_CHECKING:
    from duidelijk.language.subordination import Clause

_THERE: Mapping[str, str] = {
    "waardoor": "daardoor", "waarbij": "daarbij", "waarmee": "daarmee", "waarin": "daarin",
    "waarna": "daarna", "waarvan": "daarvan", "waarvoor": "daarvoor", "waarop": "daarop",
    "waaruit": "daaruit", "waarover": "daarover", "waaronder": "daaronder", "waar": "daar",
}  # fmt: skip
_ANYWHERE = frozenset({"waardoor", "waarbij", "waarna", "waarmee"})
_LIMITS = frozenset(
    "alleen ook juist vooral mede niet zeker enkel slechts pas maar en of deels bijvoorbeeld".split()
)
_GIVING = frozenset(
    "krijgen ontvangen sturen toesturen opsturen versturen maken geven meesturen organiseren houden plaatsen "
    "bouwen openen zitten liggen staan".split()
)
_ALL = frozenset(
    "alle elke iedere ieder elk geen degene degenen diegene iedereen mensen personen sommige weinig alleen "
    "zulke zo wie niemand".split()
)
_MODALS, _FAR = frozenset({"moet", "kunt", "kun", "mag", "hoeft"}), 12
_CONDITIONS = frozenset({"als", "indien", "wanneer", "mits", "tenzij", "zolang"})
_SAYING = frozenset(
    "verklaren stellen aangeven menen vinden denken zeggen melden aanvoeren betogen erkennen ontkennen "
    "vermelden schrijven vrezen beweren opmerken".split()
)
_ABLE = frozenset("kunnen kan kunt weet weten blijft blijven hoeft heeft hebt hebben krijgt krijgen".split())


def cuts(outline: Outline) -> Iterator[Cut]:
    """Each clause behind the main verb that reaches to the end, as a sentence."""
    for clause in outline.clauses:
        opener = clause.opener
        if opener.i <= outline.main.i or clause.finite is None or not may_cut(outline, opener):
            continue
        found = _cut(outline, clause)
        if found is not None:
            yield found


def _cut(outline: Outline, clause: Clause) -> Cut | None:
    word = clause.opener.lower_
    before = outline.between(outline.first.i, clause.opener.i)
    sub = sub_of(outline, clause, outline.words[-1].i + 1)
    narrow = [c for c in outline.clauses if outline.main.i < c.opener.i < clause.opener.i]
    telling = word in {"die", "dat", *_THERE} - _ANYWHERE
    if (telling and any(c.opener.lower_ in _CONDITIONS for c in narrow)) or _is_reported(outline, narrow):
        return None
    if (
        sub is None
        or _goes_on(sub)
        or len(before) < 2
        or not outline.closes(before)
        or (before[-1].lower_ in _LIMITS and not is_noun(before[-1]))
        or (_open_before(outline, sub) and not _is_loose(sub, before))
    ):
        return None
    if word in {"omdat", "aangezien"}:
        return _reason(before, sub, outline)
    if word == "zodat":
        return _result(outline, before, sub)
    if word in {"tenzij", "mits"}:
        return _exception(outline, before, sub, word)
    if word in _THERE:
        return _there(outline, before, sub, word)
    if word in {"die", "dat", "wat"} and clause.opener.dep_ != "mark":
        return _that(outline, before, sub, word)
    return None


def _is_reported(outline: Outline, between: Sequence[Clause]) -> bool:
    """*heeft verklaard dat …, waardoor …*: what follows was said by someone too."""
    said = any(verb_lemma(t) in _SAYING for t in (outline.main, outline.main.head))
    return said and any(c.opener.lower_ == "dat" for c in between)


def _goes_on(sub: Sub) -> bool:
    """*…, die u kent, binnen een week*: behind the clause the main one goes on."""
    words = sub.second.words if sub.second else sub.words
    finite = sub.second.finite if sub.second else sub.finite
    commas = [t.nbor() for t in words if t.text == "," and t.i > finite.i]
    again = sub.second is None and any(t.tag_.startswith("VG|neven") for t in commas)
    loose = (t for t in commas if not t.tag_.startswith(("VG", "VNW|betr")))
    return again or any(t.dep_ != "mark" or t.lower_ == "om" for t in loose)


def _open_before(outline: Outline, sub: Sub) -> bool:
    """Whether another clause stands between the main verb and this one, so that it may hang there."""
    between = (c for c in outline.clauses if outline.main.i < c.opener.i < sub.opener[0].i)
    return any(c.finite is None or is_finite(c.finite) for c in between)


def _is_loose(sub: Sub, before: Words) -> bool:
    """*…, zodat*: behind a comma it follows from all that was said; *…, die* tells of the noun before it."""
    opener = sub.opener[0]
    telling = opener.lower_ in {"die", "dat", *_THERE} and is_noun(before[-1])
    anywhere = opener.lower_ in {"zodat", "waardoor", "waarna", "wat", "omdat"}
    return opener.nbor(-1).text == "," and (telling or anywhere)


def _reason(before: Words, sub: Sub, outline: Outline) -> Cut | None:
    """*… omdat u alleen woont* → *U woont namelijk alleen*, or *De reden is dat …*."""
    if before[0].lower_ in {"dat", "dit", "daarom"} and len(before) < 5:
        return None
    if any(t.lower_ in {"daarom", "reden", "namelijk", "zowel"} for t in before):
        return None
    text = stated(sub, "namelijk") if not any(t.lower_ in {"namelijk", "immers"} for t in sub.words) else None
    if text is None and not _open_before(outline, sub):
        text = joined("de reden is dat", _all(sub))
        return cut_of(outline, text_of(before), text, doubt=0.15, first_words=before)
    return cut_of(outline, text_of(before), text, first_words=before) if text else None


def _all(sub: Sub) -> str:
    return joined(text_of(sub.words), sub.join, text_of(sub.second.words) if sub.second else "")


def _result(outline: Outline, before: Words, sub: Sub) -> Cut | None:
    """*zodat wij …* → *Dan kunnen wij …* behind an order, *Zo kunt u …*, *Daardoor moet u …*."""
    text = asked(sub)
    if text is None:
        return None
    return cut_of(outline, text_of(before), joined(_link(outline, sub), text), first_words=before)


def _link(outline: Outline, sub: Sub) -> str:
    main = outline.main
    if "|verl|" in main.tag_:
        return "daardoor"
    near = {t.lower_ for t in outline.words if abs(t.i - main.i) == 1}
    if main == outline.first or (main.lower_ in _MODALS and near & {"u", "je"}):
        return "dan"
    negative = any(t.lower_ in {"niet", "geen", "niets"} for t in sub.words)
    if sub.words[0].lower_ in {"wij", "we", "ik"} and sub.finite.lower_ not in _ABLE:
        return "daarom"
    meant = sub.finite.lower_ in _ABLE and (not negative or sub.finite.lower_.startswith("hoe"))
    return "zo" if meant and _acts(outline, near) else "daardoor"


def _acts(outline: Outline, near: set[str]) -> bool:
    """Whether someone does what the main clause says, to reach something."""
    actors = lexicon("grammatica/doeners").rows
    subjects = (t for t in outline.words if t.dep_ in SUBJECTS and t.head.i <= outline.main.i + _FAR)
    return bool(near & {"wij", "we", "ik", "u", "je"}) or any(ends_in(t.lower_, actors) for t in subjects)


def _exception(outline: Outline, before: Words, sub: Sub, word: str) -> Cut | None:
    """*tenzij u …* → *Dat geldt niet als u …*; *mits u …* → *Dat geldt alleen als u …*."""
    denied = any(t.lower_ in {"niet", "geen"} for t in before)
    if outline.main == outline.first or denied or _is_double(before):
        return None
    able = {"mag": "mag", "mogen": "mag", "kan": "kan", "kunt": "kan", "kunnen": "kan"}.get(
        outline.main.lower_, "geldt"
    )
    link = "dat geldt niet als" if word == "tenzij" else f"dat {able} alleen als"
    return cut_of(outline, text_of(before), joined(link, _all(sub)), first_words=before)


def _is_double(before: Words) -> bool:
    """Whether two things are said, so that *dat geldt niet* may be about both."""
    joins = [t.i for t in before if t.tag_.startswith("VG|neven")]
    finite = [t.i for t in before if is_finite(t)]
    return any(finite[0] < at < finite[-1] for at in joins) if len(finite) > 1 else False


def _there(outline: Outline, before: Words, sub: Sub, word: str) -> Cut | None:
    """*…, waardoor u …* → *Daardoor … u …*; *een brief waarin staat …* → *Daarin staat …*."""
    comma = sub.opener[0].nbor(-1).text == ","
    if not (comma and (word in _ANYWHERE or is_noun(before[-1]))) and not _is_new(outline, before):
        return None
    text = asked(sub) if sub.words[0] != sub.finite else text_of(sub.words)
    if text is None or (comma and not _names_one(before) and word not in _ANYWHERE):
        return None
    return cut_of(outline, text_of(before), joined(_THERE[word], text), doubt=0.05, first_words=before)


def _that(outline: Outline, before: Words, sub: Sub, word: str) -> Cut | None:
    """*…, die u bewaart* → *Die bewaart u*; *…, wat leidt tot …* → *Dat leidt tot …*."""
    if not (_is_told_of_all(outline, sub) if word == "wat" else _is_told_of(outline, before, sub)):
        return None
    speaking = any(t.lower_ in {"u", "wij", "we", "ik", "je"} for t in sub.words[:1])
    text = asked(sub, relative=sub.opener[0].dep_ in SUBJECTS and not speaking)
    if text is None:
        return None
    said = joined("die" if word == "die" else "dat", text)
    return cut_of(outline, text_of(before), said, doubt=0.1, first_words=before)


def _is_told_of(outline: Outline, before: Words, sub: Sub) -> bool:
    """Whether the noun at the end is known without the clause: then that only tells more of it."""
    known = sub.opener[0].nbor(-1).text == "," and is_noun(before[-1]) and _names_one(before)
    joined_on = any(t.lower_ in {"en", "of"} and t.i > sub.finite.i for t in sub.words)
    return known or (_is_new(outline, before) and not joined_on)


def _is_told_of_all(outline: Outline, sub: Sub) -> bool:
    """*…, wat leidt tot …*: the word is the subject, and no question stands before it."""
    opener = sub.opener[0]
    if opener.nbor(-1).text != ",":
        return False
    asked_before = any(c.opener.lower_ in ASKING for c in outline.clauses if c.opener.i < opener.i)
    return not asked_before and (sub.words[0] == sub.finite or opener.dep_ in SUBJECTS)


def _is_new(outline: Outline, before: Words) -> bool:
    """*U krijgt een brief …*: a thing named for the first time, by a verb that brings it to the reader."""
    noun = before[-1]
    head = outline.main if not outline.main.dep_.startswith("aux") else outline.main.head
    lemma = head.lemma_.lower().replace("_", "")
    introduced = noun.tag_.startswith("N|soort|ev") and any(t.lower_ == "een" for t in noun.lefts)
    limited = any(
        t.lower_ in {"niet", "geen", "alleen", "nooit", "pas", "als"} and not is_noun(t) for t in before
    )
    sure = outline.main == head or outline.main.lemma_ in {"hebben", "zullen", "zijn"}
    return introduced and lemma in _GIVING and not limited and sure and condition_in_front(outline) is None


def _names_one(before: Words) -> bool:
    """Whether the noun at the end is known without the clause behind it: not *mensen*, *alle brieven*."""
    noun = before[-1]
    if noun.tag_.startswith(("SPEC", "N|eigen")):
        return True
    head = noun
    while (
        head.dep_ in {"nmod", "flat", "appos", "fixed", "obl", "conj"}
        and head.head in before
        and is_noun(head.head)
    ):
        head = head.head
    lefts = {t.lower_ for t in noun.lefts} | {t.lower_ for t in head.lefts}
    return lefts.isdisjoint(_ALL) and not lefts.isdisjoint(
        {"de", "het", "een", "uw", "onze", "ons", "deze", "dit", "mijn"}
    )
