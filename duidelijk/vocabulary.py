"""What the rule book says about a word, and what could be better in the organisation's own lists."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from duidelijk.language.difficulty import RARE, ease
from duidelijk.language.patterns import INFLECTED
from duidelijk.language.word_class import lemma_of
from duidelijk.language.wordforms import possible_forms
from duidelijk.model import Entry, Rule, WordFacts, WordList
from duidelijk.own_rows import OwnWord

LONGEST_EXPLANATION = 20
_SEVERAL = re.compile(r"[,/(]|\bof\b|^\d")


def facts(word: str, rules: Sequence[Rule]) -> WordFacts:
    """The entries that the lists of these rules have for a word or one of its forms, and how common it is."""
    term = " ".join(word.split())
    lower = term.lower()
    found = [(rule, entry) for rule in rules for entry in _entries(rule) if _is_about(entry, term)]
    lemma = next((e.term for _, e in found if " " not in e.term and e.pos in INFLECTED), lower)
    if " " in term:
        return WordFacts(term, tuple(found), None, ())
    easy = ease(lower, lemma)
    return WordFacts(term, tuple(found), easy.zipf, easy.parts, easy.zipf < RARE)


def _entries(rule: Rule) -> Iterator[Entry]:
    """The terms of the list that the rule is about."""
    terms = rule.params.get("terms")
    yield from terms.entries if isinstance(terms, WordList) else ()


def _is_about(entry: Entry, term: str) -> bool:
    written = entry.term.replace("~", "")
    if entry.pos == "X":
        return term in {written, written.rstrip(".")}
    single = " " not in written
    return term.lower() == written.lower() or (single and term.lower() in possible_forms(written, entry.pos))


def remarks(own: Sequence[OwnWord], rules: Sequence[Rule]) -> Iterator[str]:
    """What isn't wrong in the rows, but could be better: one Dutch sentence each, with file and row."""
    flagged = {e.term.lower(): rule for rule in rules for e in _entries(rule) if e.state == "vervang"}
    narrow = {e.term for rule in rules for e in _entries(rule) if e.own and _is_narrow(e)}
    for word in own:
        yield from (f"{word.where}: {said}" for said in _of_term(word, narrow))
        for text in word.entry.alternatives:
            yield from (f"{word.where}: {said}" for said in _of_alternative(text, word.entry, flagged))
        if len(word.entry.explanation.split()) > LONGEST_EXPLANATION:
            yield f"{word.where}: de uitleg is lang. Gebruik hoogstens {LONGEST_EXPLANATION} woorden."


def _of_term(word: OwnWord, narrow: Container[str]) -> Iterator[str]:
    term = word.entry.term
    if _SEVERAL.search(term):
        yield f"‘{term}’ vinden wij alleen precies zo geschreven. Zet elk woord op een eigen regel."
    form_of = "" if " " in term or "pos" in word.given else lemma_of(term.lower())
    if form_of and form_of != term.lower():
        yield f"‘{term}’ is een vorm van ‘{form_of}’. Zet dat woord in de lijst: de vormen vinden wij zelf."
    if word.entry.pos == "X" and " " in term and "pos" not in word.given:
        yield (
            f"‘{term}’ vinden wij alleen in deze vorm. "
            "Is het een naamwoord? Vul dan ‘naamwoord’ in bij ‘woordsoort’."
        )
    if term in narrow and "context" not in word.given:
        yield f"‘{term}’ melden wij niet in elke zin. Wilt u dat wel? Vul bij ‘context’ in: altijd."


def _of_alternative(text: str, entry: Entry, flagged: Mapping[str, Rule]) -> Iterator[str]:
    rule = flagged.get(text.lower())
    if text.lower() == entry.term.lower():
        yield f"het alternatief ‘{text}’ is het woord zelf."
    elif rule is not None:
        yield f"het alternatief ‘{text}’ is zelf een woord dat wij melden ({rule.id})."
    elif " " not in text and 0 < ease(text.lower(), text.lower()).zipf < RARE:
        yield f"het alternatief ‘{text}’ is een zeldzaam woord."
    if _SEVERAL.search(text) and "…" not in text:
        yield f"In ‘{text}’ lijkt meer dan één alternatief te staan. Zet er een puntkomma tussen."


def _is_narrow(entry: Entry) -> bool:
    """Whether the term counts only in some sentences."""
    return any(
        part.strip().startswith(("met:", "na:", "voor:", "na-pos:")) for part in entry.context.split(";")
    )
