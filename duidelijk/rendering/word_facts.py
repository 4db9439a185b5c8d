"""What is known about a word, for people."""

from __future__ import annotations

from collections.abc import Iterator

from duidelijk.model import Entry, Rule, WordFacts
from duidelijk.rendering.words import enumeration

_COMMON = 4.0
_STATES = {
    "vervang": "schrijf liever iets anders",
    "leg-uit": "mag blijven, als de tekst het uitlegt",
    "mag": "mag, wordt nooit gemeld",
}


def word_facts(facts: WordFacts) -> str:
    """The lists that a word is on, with its alternatives and explanation; how common it is; its parts."""
    lines = [facts.word]
    for rule, entry in facts.entries:
        lines += ["", *_entry(rule, entry)]
    if not facts.entries:
        lines += ["", "  Dit woord staat op geen lijst."]
    if facts.zipf is not None:
        lines += ["", f"  Hoe gewoon: {_common(facts.zipf, facts.rare)}"]
    if len(facts.parts) > 1:
        lines.append(f"  Delen: {' + '.join(facts.parts)}")
    return "\n".join(lines) + "\n"


def _entry(rule: Rule, entry: Entry) -> Iterator[str]:
    yield f"  {rule.title} [{rule.id}]: {_STATES[entry.state]}."
    if entry.alternatives and entry.state != "mag":
        yield f"    Schrijf liever: {enumeration([f'‘{a}’' for a in entry.alternatives], 'of')}."
    if entry.explanation:
        yield f"    Uitleg: {entry.explanation}"
    if entry.field:
        yield f"    Vakgebied: {entry.field}."
    if entry.state != "mag":
        severity = [name for least, name in rule.severity.items() if entry.weight >= least]
        yield f"    Ernst: {severity[-1]}." if severity else "    Ernst: geen melding."
    yield f"    Bron: {entry.source}."


def _common(zipf: float, rare: bool) -> str:
    said = "zeldzaam" if rare else "niet heel gewoon" if zipf < _COMMON else "gewoon"
    return f"{said} ({zipf:.1f} op een schaal van 0 tot 8).".replace(".", ",", 1)
