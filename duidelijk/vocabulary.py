"""What the rule book says about a word, and what could be better in the organisation's own lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duidelijk.language.difficulty import ease
from duidelijk.language.frequency import zipf
from duidelijk.language.patterns import INFLECTED
from duidelijk.language.wordforms import possible_forms
from duidelijk.model import Entry, Rule, WordFacts, WordList
from duidelijk.own_rows import OwnWord

LONGEST_EXPLANATION = 20


def facts(word: str, rules: Sequence[Rule]) -> WordFacts:
    """The entries that the lists of these rules have for a word or one of its forms, and how common it is."""
    term = " ".join(word.split())
    lower = term.lower()
    found = [(rule, entry) for rule in rules for entry in _entries(rule) if _is_about(entry, term)]
    lemma = next((e.term for _, e in found if " " not in e.term and e.pos in INFLECTED), lower)
    easy = ease(lower, lemma) if " " not in term else None
    return WordFacts(term, tuple(found), easy.zipf if easy else None, easy.parts if easy else ())


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
    flagged = {e.term.lower(): rule.id for rule in rules for e in _entries(rule) if e.state == "vervang"}
    for word in own:
        entry, where = word.entry, word.where
        for text in entry.alternatives:
            if text.lower() in flagged:
                yield f"{where}: het alternatief ‘{text}’ meldt de regel {flagged[text.lower()]} zelf ook."
            elif _is_rarer(text, entry.term):
                yield f"{where}: het alternatief ‘{text}’ is minder gewoon dan ‘{entry.term}’."
        if len(entry.explanation.split()) > LONGEST_EXPLANATION:
            most = LONGEST_EXPLANATION
            yield f"{where}: de uitleg van ‘{entry.term}’ is lang. Gebruik hoogstens {most} woorden."


def _is_rarer(text: str, term: str) -> bool:
    return " " not in text and " " not in term and 0 < zipf(text.lower()) < zipf(term.lower())
