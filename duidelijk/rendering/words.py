"""Wording that all renderings share: numbers, grades and counts as a Dutch reader writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping

from duidelijk.model import SEVERITIES, Finding, Gain, Grade, Measures, Suppression

TOO_SHORT = "te kort voor een cijfer"
LEAST_GAIN = 0.05
"""A change that raises the grade by fewer points isn't worth naming."""
PARTS: Mapping[str, str] = {
    "leesgemak": "hoe zwaar de tekst leest",
    "woorden": "moeilijke en ongewone woorden",
    "zinnen": "lange en ingewikkelde zinnen",
    "stijl": "lijdende vorm, abstracte woorden, weinig ‘wij’ en ‘u’",
    "opbouw": "kopjes, lijstjes, getallen en datums",
    "toon": "streng, negatief of afstandelijk",
}
"""What each part of the grade is about."""
_LONGEST_QUOTE = 140
_COUNTS = ("", "deze aanpassing", "deze twee aanpassingen", "deze drie aanpassingen")
_PLURAL = {"fout": "fouten", "waarschuwing": "waarschuwingen", "tip": "tips"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def number(value: float | None, digits: int = 1) -> str:
    """A number with a decimal comma, ``–`` for none: ``5,8``."""
    if value is None:
        return "–"
    return f"{round(value, digits) + 0.0:.{digits}f}".replace(".", ",")


def grade_line(grade: Grade) -> str:
    """The grade in a few words: ``Cijfer 5,8, niveau B2 (schatting)``."""
    if grade.value is None:
        why = "er zijn geen zinnen" if grade.score is None else f"de tekst is {TOO_SHORT}"
        return f"Geen cijfer: {why}"
    return f"Cijfer {number(grade.value)}, {level_line(grade)}"


def level_line(grade: Grade) -> str:
    """The level as an estimate: ``niveau B2 (schatting)``."""
    return f"niveau {grade.level} (schatting)"


def struggling_line(grade: Grade) -> str:
    """For how many adults such a text is hard; empty when it isn't known."""
    if grade.share_struggling is None:
        return ""
    share = f"{grade.share_struggling:.0%}".removesuffix("%")
    return (
        f"Ongeveer {share} procent van de volwassenen heeft moeite met zulke teksten (schatting volgens LiNT)"
    )


def worthwhile(grade: Grade) -> list[Gain]:
    """The changes up to the last that is worth naming; none for a text without a grade."""
    worth = [place for place, gain in enumerate(grade.gains, 1) if gain.points >= LEAST_GAIN]
    return list(grade.gains[: max(worth, default=0)]) if grade.value is not None else []


def promise(grade: Grade) -> str:
    """What the changes worth naming bring: ``Nu een 5,8. Met deze drie aanpassingen een 7,4``."""
    gains = worthwhile(grade)
    if not gains:
        return ""
    return f"Nu een {number(grade.value)}. Met {_COUNTS[len(gains)]} een {number(gains[-1].after)}"


def words_line(measures: Measures) -> str:
    """How many words and sentences: ``120 woorden in 9 zinnen, gemiddeld 13,3 woorden per zin``."""
    words = "1 woord" if measures.words == 1 else f"{measures.words} woorden"
    if not measures.sentences:
        return f"{words} in 0 zinnen"
    sentences = "1 zin" if measures.sentences == 1 else f"{measures.sentences} zinnen"
    return f"{words} in {sentences}, gemiddeld {number(measures.words_per_sentence)} woorden per zin"


def counts_line(findings: Iterable[Finding]) -> str:
    """How many findings of each severity: ``2 fouten, 1 waarschuwing en 3 tips``."""
    counts = Counter(finding.severity for finding in findings)
    parts = [
        f"{counts[severity]} {severity if counts[severity] == 1 else _PLURAL[severity]}"
        for severity in reversed(SEVERITIES)
        if counts[severity]
    ]
    return enumeration(parts) if parts else "niets"


def enumeration(parts: list[str], joint: str = "en") -> str:
    """``a, b en c``."""
    return f" {joint} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def unused_line(each: Suppression, rules: Container[str]) -> str:
    """What to say about a suppression that silenced nothing; ``rules``: the ids that exist."""
    where = f"op regel {each.place.line}" if each.place else "in duidelijk.toml"
    if not each.word and each.rule != "*" and each.rule not in rules:
        return f"{where} staat '{printable(each.rule)}' uit, maar die regel bestaat niet"
    what = (
        f"het woord '{each.word}'" if each.word else "alle regels" if each.rule == "*" else f"'{each.rule}'"
    )
    return f"{what} staat {where} uit, maar dat is niet meer nodig"


def printable(text: str) -> str:
    """The text without control characters and marks that turn the writing direction, for a terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def quoted(finding: Finding) -> str:
    """The words of a finding on one line, of long ones only the first and the last."""
    text = " ".join(printable(finding.actual).split())
    if len(text) <= _LONGEST_QUOTE:
        return text
    half = _LONGEST_QUOTE // 2
    return f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"
