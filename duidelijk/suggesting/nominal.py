"""A noun that does the work of a verb → that verb: *bij het verlengen van* → *als u … verlengt*."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from duidelijk.language.agreement import Subject
from duidelijk.language.clauses import clause_of, is_finite, is_noun, is_verb
from duidelijk.language.frames import Frame, frame_of
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.constituents import opens_clause
from duidelijk.suggesting.deeds import Deed, bare, deed_of, doer_in, done, now, with_te
from duidelijk.suggesting.wording import Rewrite, Style, joined, spelled, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH_DEED = frozenset(
    {"mogen", "kunnen", "moeten", "kosten", "duren", "hoeven", "betekenen", "horen", "helpen"}
)
_STATES = frozenset({"verboden", "toegestaan", "verplicht", "gewenst", "ongewenst", "vereist"})
_STATES_FOR = frozenset({"verantwoordelijk", "aansprakelijk"})
_PRICE = frozenset({"betalen", "gelden", "krijgen", "ontvangen", "kosten", "hebben", "vragen", "rekenen"})
_ADVISING = frozenset({"adviseren", "overwegen", "weigeren", "verbieden"})
_NEEDED = frozenset({"nodig", "noodzakelijk", "vereist"})
_ASKING = frozenset(
    {
        "geven",
        "helpen",
        "sturen",
        "vragen",
        "verzoeken",
        "adviseren",
        "uitnodigen",
        "oproepen",
        "verplichten",
        "machtigen",
    }
)
_LONGEST = 7
"""The most words of a thing that may stand between *om* and its verb."""
_TIMES = frozenset({"dagen", "weken", "maanden", "uur", "week", "maand", "jaar"})
_BEFORE = frozenset({"direct", "meteen", "kort", "vlak", "dagen", "weken", "maanden", "uur", "uiterlijk"})


def rewrites(seen: tuple[Any, ...], style: Style) -> Iterator[Rewrite]:
    """The sentence with a verb for the noun, at most one; ``seen``: the sentence, the kind and its words."""
    if seen[1] == "steunwerkwoord":
        yield from import_module("duidelijk.suggesting.light_verbs").rewrites(seen, style)
        return
    deed = deed_of(seen[2])
    frame = _around(seen[2]) if deed is not None else None
    if deed is not None and frame is not None and len(deed.thing) <= _LONGEST:
        yield from _clauses(deed, frame, style)


def _around(infinitive: Token) -> Frame | None:
    """The clause with a finite verb that the deed stands in, one of the three above it."""
    above = infinitive.head if infinitive.dep_ in {"advcl", "csubj"} else infinitive
    for _ in range(3):
        above = clause_of(above)
        frame = frame_of(above)
        if frame is not None and frame.finite is not None:
            return frame
        above = above.head
    return None


def _clauses(deed: Deed, frame: Frame, style: Style) -> Iterator[Rewrite]:
    before = deed.article.nbor(-1) if deed.article.i > deed.article.sent.start else None
    if before is None or not before.tag_.startswith("VZ|init"):
        yield from _subject(deed, frame) if deed.infinitive.dep_.startswith("nsubj") else _object(deed, frame)
        return
    head = deed.infinitive.head
    noun = head.i == before.i - 1 and head.tag_.startswith("N|") and head.lower_ != "hulp"
    if before.lower_ == "bij" and noun:
        return  # *assistentie bij het invullen* names what it is about
    if before.lower_ == "van":
        yield from _instead(deed, before)
        return
    text = _worded(deed, frame, before, style)
    if text:
        yield from _placed(deed, frame, before, text)


def _subject(deed: Deed, frame: Frame) -> Iterator[Rewrite]:
    """*Een schutting plaatsen is verboden*: the deed opens the clause of something said about it."""
    verb = frame.finite
    assert verb is not None
    if not opens_clause(deed.article) or frame.front[:1] != (deed.article,) or frame.front[-1] != deed.last:
        return
    if deed.doer in {"zelf", "onbekend"} or (deed.clause and len(deed.clause) > 6):
        return
    lemma = verb.lemma_.lower()
    state = lemma == "zijn" and (frame.predicate.pos_ in {"ADJ", "NOUN"} or frame.predicate.lower_ in _STATES)
    if state or (lemma in _WITH_DEED and not any(t.tag_.startswith("WW|vd") for t in frame.verbs)):
        yield Rewrite(deed.article, deed.last, spelled(deed.article, bare(deed)))


def _object(deed: Deed, frame: Frame) -> Iterator[Rewrite]:
    """*Wij adviseren om een hek te plaatsen*"""
    advised = frame.predicate.lemma_.lower() in _ADVISING and deed.infinitive.dep_ == "obj"
    if advised and deed.doer != "zelf" and _closes(deed.last.i + 1, deed):
        yield Rewrite(deed.article, deed.last, "om " + with_te(deed))


def _instead(deed: Deed, van: Token) -> Iterator[Rewrite]:
    """*in plaats van een brief te sturen*"""
    if van.nbor(-1).lower_ != "plaats" or deed.doer in {"zelf", "onbekend"}:
        return
    at = deed.last.i + 1
    if _closes(at, deed):
        yield Rewrite(deed.article, deed.last, with_te(deed))
    elif is_finite(deed.last.nbor()) and opens_clause(deed.article):
        yield Rewrite(deed.article, deed.last, with_te(deed) + ",")


def _worded(deed: Deed, frame: Frame, before: Token, style: Style) -> str:
    """The clause that says the same as a preposition with the deed; empty where that isn't certain."""
    case = before.lower_.replace("ó", "o")
    doer = doer_in(deed, frame)
    if case in {"voor", "tot", "bij", "om"} and _takes_om(deed, frame, before, case):
        return "" if _is_others(deed, frame) else "om " + with_te(deed)
    if doer is None:
        return _failing(deed, frame, case, style)
    past = "|verl|" in frame.finite.tag_ if frame.finite is not None else False
    if case == "voor":
        return _for(deed, frame, before, now(deed, doer, style, past))
    if case in {"door", "zonder", "met"}:
        return _by(deed, frame, case, now(deed, doer, style, past))
    return _when(deed, frame, case, doer, style)


def _when(deed: Deed, frame: Frame, case: str, doer: Subject, style: Style) -> str:
    """*als u uw pas verlengt*, *toen wij de brief lazen*, *nadat u hebt betaald*, *terwijl u wacht*."""
    assert frame.finite is not None
    past = "|verl|" in frame.finite.tag_ or any(map(_is_past, frame.verbs))
    if case == "bij" and not (frame.opener and frame.opener[0].lower_ in {"als", "of"}):
        helper = frame.finite
        past = past and helper is not None and ("|verl" in helper.tag_ or helper.lemma_ in {"hebben", "zijn"})
        return ("toen " if past else "als ") + now(deed, doer, style, past)
    if case == "na" and not past:
        return "nadat " + done(deed, doer, style)
    return "terwijl " + now(deed, doer, style) if case == "tijdens" and not past else ""


def _failing(deed: Deed, frame: Frame, case: str, style: Style) -> str:
    """*als u het formulier niet invult*, where that makes something happen to what is the reader's."""
    fails = case in {"door", "bij"} and [t.lower_ for t in deed.manner] == ["niet"] and deed.doer == "lezer"
    ours = any(t.lower_ in {"u", "uw"} for p in frame.parts for t in p)
    present = (
        frame.finite is not None and "|tgw|" in frame.finite.tag_ and not any(map(_is_past, frame.verbs))
    )
    return "als " + now(deed, Subject("u", False), style) if fails and ours and present else ""


def _is_past(verb: Token) -> bool:
    return verb.tag_.startswith("WW|vd")


def _for(deed: Deed, frame: Frame, before: Token, clause: str) -> str:
    """*voordat u de aanvraag indient*; with a price *als*, else *om … te*, where the subject does it."""
    ahead = before.nbor(-1).lower_ if before.i > before.sent.start else ""
    if before.text.lower() == "vóór" or ahead in _BEFORE or deed.doer == "zelf":
        return "voordat " + clause
    if _main_verb(frame) in _PRICE:
        return "als " + clause if deed.doer == "lezer" else ""
    if not is_verb(frame.predicate) or is_noun(deed.infinitive.head) or ahead in _STATES_FOR:
        return ""
    sure = deed.doer == "lezer" or (
        deed.doer == "gemeente" and text_of(frame.subject).lower() in {"wij", "we"}
    )
    return "om " + with_te(deed) if sure and text_of(frame.subject) else ""


def _by(deed: Deed, frame: Frame, case: str, clause: str) -> str:
    """*door het formulier in te vullen*, *zonder te betalen*; *met* only where it opens the sentence."""
    if deed.doer == "zelf":
        return "doordat " + clause if case == "door" else ""
    own = text_of(frame.subject).lower() in {"u", "je", "jij", "wij", "we"} or not frame.subject
    if not own or (case == "met" and (not frame.front or frame.front[-1] != deed.last)):
        return ""
    return ("zonder " if case == "zonder" else "door ") + with_te(deed)


def _main_verb(frame: Frame) -> str:
    return frame.predicate.lemma_.lower().replace("_", "")


def _takes_om(deed: Deed, frame: Frame, before: Token, case: str) -> bool:
    """Whether the word that it belongs to has *om … te* beside this preposition: *vergunning*, *nodig*."""
    rows = lexicon("grammatica/woorden-met-om").rows
    head = deed.infinitive.head
    beside = before.nbor(-1) if before.i > before.sent.start else before
    above = (*head.children, *frame.predicate.children)
    own = [t for t in above if t.lower_ in _NEEDED or (t.dep_ == "obj" and not is_noun(beside))]
    words = [head, beside, *own]
    forms = [f for t in words for f in (t.lower_, t.lemma_.lower().replace("_", ""))]
    ends = [f[at:] for f in forms for at in range(max(1, len(f) - 3))]
    return any(case in rows[f]["voorzetsels"].split() for f in ends if f in rows) and deed.doer != "zelf"


def _is_others(deed: Deed, frame: Frame) -> bool:
    """Whether the subject needs something for what another does: *u hebt … nodig voor het beoordelen*."""
    subject = text_of(frame.subject).lower()
    return (deed.doer == "gemeente" and subject in {"u", "je", "jij"}) or (
        deed.doer == "lezer" and subject in {"wij", "we"} and _main_verb(frame) not in _ASKING
    )


def _placed(deed: Deed, frame: Frame, first: Token, text: str) -> Iterator[Rewrite]:
    """The clause where the phrase stood, or at the end of the clause that it stands in."""
    doc, at = deed.last.doc, deed.last.i + 1
    if first.i > first.sent.start and first.nbor(-1).lower_ in _TIMES:
        measure = first.nbor(-1)
        first = measure.left_edge if measure.left_edge.tag_.startswith("VZ") else measure
        text = joined(text_of(doc[first.i : measure.i + 1]), text)
    front = opens_clause(first) and at < len(doc) and doc[at] == frame.finite and bool(frame.front)
    if front:
        whole = first == frame.front[0] or not text.startswith("om ")
        yield Rewrite(first, deed.last, spelled(first, text) + ("," if whole else ""))
    elif _closes(at, deed):
        yield Rewrite(first, deed.last, spelled(first, text))
    elif frame.kind in {"main", "verb-first"} and _ends(frame, at) and _is_loose(deed, frame):
        rest = doc[at : frame.last.i + 1]
        yield Rewrite(first, frame.last, joined(text_of(rest), text))


def _is_loose(deed: Deed, frame: Frame) -> bool:
    """Whether it belongs to the verb, or the verbs still come; else *vergunning … op 6 juli* would split."""
    noun = deed.infinitive.head.tag_.startswith("N|")
    return not noun or (bool(frame.verbs) and frame.verbs[0].i > deed.last.i)


def _closes(at: int, deed: Deed) -> bool:
    """Whether a clause ends before token ``at``."""
    doc = deed.last.doc
    return at >= deed.last.sent.end or doc[at].text in {".", "?", "!", ";", ":", ","}


def _ends(frame: Frame, at: int) -> bool:
    """Whether the rest of the clause is plain words up to the end of the sentence."""
    doc, last = frame.last.doc, frame.last
    plain = not any(t.is_punct or is_finite(t) or t.tag_.startswith("VG") for t in doc[at : last.i + 1])
    return plain and last.i >= at and (last.i + 1 >= last.sent.end or doc[last.i + 1].text in {".", "?", "!"})
