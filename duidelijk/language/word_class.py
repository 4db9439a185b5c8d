"""The word class of a term that someone wrote down without one."""

from __future__ import annotations

from collections.abc import Mapping

from duidelijk.language.lemmas import embedded_table

_ADVERBIAL = ("BW", "VG", "VZ", "VNW", "LID")
_ADJECTIVE_ENDINGS = ("ig", "lijk", "isch", "baar", "loos", "ief", "eel", "aal", "zaam")


def word_class(term: str) -> str:
    """UPOS of a word or of the verb phrase that a term is: VERB, NOUN or ADJ, or X for what isn't inflected.

    By the known forms of Dutch, else by the ending; a term of several words is inflected only when it ends in
    an infinitive (*in bezit nemen*).
    """
    *before, last = term.lower().split()
    if before:
        return "VERB" if (last in _known("WW|inf") and not term.endswith(" te")) or last == "te" else "X"
    nouns = last in _known("N|soort|ev") or last in _known("N|soort|mv")
    if last in _known("WW|inf"):
        return "VERB"
    if last in _known("ADJ|basis") and not nouns:
        return "ADJ"
    if any(last in _known(kind) for kind in _ADVERBIAL) and not nouns:
        return "X"
    if nouns:
        return "NOUN"
    if last.endswith(("eren", "iseren")):
        return "VERB"
    return "ADJ" if last.endswith(_ADJECTIVE_ENDINGS) else "NOUN"


def _known(kind: str) -> Mapping[str, str]:
    return embedded_table().forms.get(kind, {})
