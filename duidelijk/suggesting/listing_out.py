"""An enumeration in a sentence → a list below the words that announce it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, is_finite, is_noun
from duidelijk.language.enumerated import Enumeration, enumeration_of
from duidelijk.language.outline import Outline, Words, outline_of
from duidelijk.suggesting.fronts import is_order
from duidelijk.suggesting.main_clauses import SPEAKERS
from duidelijk.suggesting.wording import Rewrite, Style, joined, opened, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_FOLLOWING = "het volgende"
_MODALS = frozenset({"moet", "moeten", "kunt", "kan", "kunnen", "mag", "mogen", "kun"})
_LINKING = frozenset(
    {"is", "zijn", "bent", "was", "waren", "wordt", "worden", "blijft", "blijven", "heet", "heten", "lijkt"}
)
_NAMING = frozenset({"zoals", "bijvoorbeeld", "waaronder", "namelijk", "te weten"})
_STATES = frozenset({"zijn", "hebben", "worden", "kunnen", "mogen", "blijven", "wonen"})
_TAIL = ("WW|inf", "WW|vd", "VZ|fin")
_TAIL_WORDS = frozenset({"nodig", "mee", "te", "bij", "aan", "op", "in"})
_DETERMINERS = ("LID", "VNW|bez", "VNW|aanw|det", "TW|hoofd", "VNW|onbep|det")
_LONGEST_TAIL = 4


def rewrites(seen: tuple[Sentence, tuple[Token, Token, str, int]], style: Style) -> Iterator[Rewrite]:
    """The sentence as a lead with its items below it, or as short sentences; at most one."""
    sentence, (first, last, kind, parts) = seen
    if sentence.block.kind != "paragraph" or kind == "rangorde":
        return
    found = enumeration_of(sentence, first, last, kind, parts)
    if found is None:
        return
    if kind == "puntkomma" and not found.lead:
        yield from _as_sentences(sentence, found)
        return
    lead = _lead(sentence, found)
    if lead and all(map(_is_whole, found.items)):
        yield _rewrite(sentence, _text(lead, found), 1)


def _rewrite(sentence: Sentence, text: str, sentences: int) -> Rewrite:
    words = [t for t in sentence.span if not t.is_space]
    return Rewrite(words[0], words[-1], text, sentences=sentences)


def _text(lead: str, found: Enumeration) -> str:
    words = found.items
    if words[0][0].tag_.startswith("VG|onder") and found.kind == words[0][0].lower_:
        lead, words = f"{lead} {found.kind}", tuple(item[1:] for item in words)
    items = [text_of(item) for item in words]
    if found.closer == "of":
        items[-2] += " of"
    text = "\n".join((opened(lead) + ":", *("- " + item for item in items)))
    return text if found.ends_block else text + "\n\n"


def _as_sentences(sentence: Sentence, found: Enumeration) -> Iterator[Rewrite]:
    """*A; B; C.* → *A. B. C.*, where each part has a verb of its own."""
    if all(any(map(is_finite, item)) and len(item) > 2 for item in found.items):
        texts = [opened(text_of(item)) + "." for item in found.items]
        yield _rewrite(sentence, " ".join(texts), len(texts))


def _is_whole(item: Words) -> bool:
    brackets = sum((t.text == "(") - (t.text == ")") for t in item)
    bare = len(item) == 1 and item[0].tag_.startswith(("VG", "VZ", "VNW|betr"))
    return bool(item) and not bare and brackets == 0 and not any(t.lower_ in _NAMING for t in item)


def _lead(sentence: Sentence, found: Enumeration) -> str | None:
    """The words that announce the list; None where they would be no right Dutch."""
    lead = found.lead
    if found.colon:
        return text_of(lead) if not found.tail and len(lead) > 1 else None
    outline = outline_of(sentence)
    if outline is None or outline.main not in lead or any(t.text == ":" for t in lead):
        return None
    if found.kind == "werkwoord":
        return _lead_of_deeds(outline, found)
    if found.kind == "naamwoord":
        return _lead_of_things(outline, found) if _are_alike(found.items) else None
    return text_of(lead) if not found.tail and len(lead) > 1 else None


def _lead_of_deeds(outline: Outline, found: Enumeration) -> str | None:
    """*U moet het volgende doen*, before *het formulier invullen*; *De zaal moet*, before *veilig zijn*."""
    ends = found.lead[-1].lower_ in _MODALS | SPEAKERS and outline.main.lower_ in _MODALS
    if not ends or found.tail or any(len(item) < 2 for item in found.items):
        return None
    speaker = any(t.lower_ in SPEAKERS for t in found.lead)
    doing = speaker and not any(item[-1].lower_ in _STATES for item in found.items)
    return joined(text_of(found.lead), _FOLLOWING, "doen") if doing else text_of(found.lead)


def _lead_of_things(outline: Outline, found: Enumeration) -> str | None:
    """*Stuur ons het volgende*, *U hebt het volgende nodig*; the sentence itself where it isn't an object."""
    lead, tail = found.lead, found.tail
    behind = lead[-1]
    object_ = _is_object(outline, found)
    if object_ and outline.main.lower_ in _MODALS and not tail:
        return None
    if object_ and _is_tail(tail):
        return joined(text_of(lead), _FOLLOWING, text_of(tail))
    if tail or len(lead) < 2:
        return None
    return text_of(lead) if not behind.tag_.startswith(("LID", "ADJ|prenom", "VNW|bez", "TW")) else None


def _is_tail(tail: Words) -> bool:
    return len(tail) <= _LONGEST_TAIL and all(
        t.tag_.startswith(_TAIL) or t.lower_ in _TAIL_WORDS for t in tail
    )


def _is_object(outline: Outline, found: Enumeration) -> bool:
    """Whether the list is what the verb is done to: *u* or *wij* does it, or it is an order."""
    lead = found.lead
    if lead[-1].tag_.startswith("VZ") or outline.main.lower_ in _LINKING:
        return False
    near = outline.words[0].doc[max(outline.first.i, outline.main.i - 1) : outline.main.i + 2]
    speaker = any(t.lower_ in SPEAKERS for t in near if t in lead)
    return speaker or is_order(outline) or (any(t.dep_ in SUBJECTS for t in lead) and _is_labelled(found))


def _is_labelled(found: Enumeration) -> bool:
    return any(t.dep_ == "obj" and t.head in (*found.lead, *found.tail) for t in found.items[0])


def _are_alike(items: Sequence[Words]) -> bool:
    """Whether nothing in the first holds for the others too: *een kopie van uw paspoort, uw pas* may."""
    first, *others = items
    bare_ = [item for item in others if not item[0].tag_.startswith(_DETERMINERS)]
    if any(t.tag_.startswith("VZ") for t in first):
        inner = {t.lower_ for t in first[1:] if t.tag_.startswith(_DETERMINERS)} - {first[0].lower_}
        return not bare_ and inner.isdisjoint(item[0].lower_ for item in others)
    if first[0].tag_.startswith(_DETERMINERS):
        return all("|mv" in _noun(item).tag_ for item in bare_)
    return True


def _noun(item: Words) -> Token:
    return next((t for t in item if is_noun(t)), item[-1])
