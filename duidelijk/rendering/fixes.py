"""Suggestions in their sentence, what changed, and what came of it, as text for a terminal."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from itertools import groupby

from duidelijk.model import Fixed, Page, Part, Proposal
from duidelijk.rendering.terminal import WIDTH
from duidelijk.rendering.words import enumeration, number, printable

_OPEN, _CLOSE = "\ue000", "\ue001"
_BRACKETS, _RED, _GREEN = ("[", "]"), ("\x1b[31m", "\x1b[0m"), ("\x1b[32;1m", "\x1b[0m")
_BOLD = ("\x1b[1m", "\x1b[0m")
_NO_FILE = "Er komt geen nieuw bestand."
_HANG = " " * 9
_FULL_LINE = re.compile(r"\s*\n\s*(?![-–•*]\s)")
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def proposal_text(proposal: Proposal, title: str, *, unit: str = "Regel", color: bool = False) -> str:
    """One suggestion: its rule, the message, the sentence as it is now and as it would be.

    ``unit``: what is counted to say where it stands.
    """
    finding = proposal.finding
    head, foot = _BOLD if color else ("", "")
    lines = [f"{head}{unit} {finding.place.line}: {printable(title)}{foot}"]
    lines += _wrapped(printable(finding.message), "  ")
    lines += _sentence("Nu:", proposal.before, _RED if color else _BRACKETS)
    labels = ["Nieuw:"] if len(proposal.after) == 1 else [f"{n + 1}:" for n in range(len(proposal.after))]
    for label, parts in zip(labels, proposal.after, strict=True):
        lines += _sentence(label, parts, _GREEN if color else _BRACKETS)
    if finding.choices and not proposal.question:
        lines += _wrapped(f"Kies zelf: {enumeration(list(map(printable, finding.choices)), 'of')}.", "  ")
    if proposal.reason:
        lines += _wrapped(f"Dit voorstel moet u zelf verwerken, want {proposal.reason}.", "  ")
    return "\n".join(lines) + "\n"


def _sentence(label: str, parts: Iterable[Part], signs: tuple[str, str]) -> Iterator[str]:
    """The sentence behind its label; items of a list stay below each other."""
    marked = "".join(map(_marked, parts)).replace(f"{_CLOSE} {_OPEN}", " ")
    for i, line in enumerate(_FULL_LINE.sub(" ", marked).strip().split("\n")):
        for shown in _wrapped(line, f"  {label:<7}" if i == 0 else _HANG):
            yield shown.replace(_OPEN, signs[0]).replace(_CLOSE, signs[1])


def _marked(part: Part) -> str:
    text = printable(part.text).replace(_OPEN, "").replace(_CLOSE, "")
    found = _EDGES.fullmatch(text)
    if not part.changed or found is None or not found[2]:
        return text
    return f"{found[1]}{_OPEN}{found[2]}{_CLOSE}{found[3]}"


def _wrapped(text: str, begin: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=begin, subsequent_indent=" " * len(begin), break_on_hyphens=False
    )


def diff(fixed: Fixed, old: str, new: str) -> str:
    """The old and new sentences that differ, each on its line, as in ``diff -u``; empty where none do.

    Of as many old sentences as new ones each new one stands below its old one.
    """
    before, after = list(_lines(fixed.before)), list(_lines(fixed.after))
    lines = list(unified_diff(before, after, printable(old), printable(new), n=1, lineterm=""))
    return "".join(f"{line}\n" for line in (*lines[:2], *_paired(lines[2:])))


def _paired(lines: Iterable[str]) -> Iterator[str]:
    groups = [list(group) for _, group in groupby(lines, key=lambda line: line[:1])]
    at = 0
    while at < len(groups):
        old, new = groups[at], groups[at + 1] if at + 1 < len(groups) else []
        if old[0][0] == "-" and new and new[0][0] == "+" and len(old) == len(new):
            yield from (line for pair in zip(old, new, strict=True) for line in pair)
            at += 2
        else:
            yield from old
            at += 1


def _lines(page: Page) -> Iterator[str]:
    """The text, each sentence on a line of its own; other text in the lines in which it stands."""
    text, at = page.result.document.text, 0
    for start, end in (*page.sentences, (len(text), len(text))):
        yield from filter(None, (_flat(line) for line in text[at:start].splitlines()))
        if start < end:
            yield _flat(text[start:end])
        at = end


def _flat(text: str) -> str:
    return printable(" ".join(text.split()))


def summary(fixed: Fixed, name: str) -> str:
    """*7 voorstellen verwerkt in brief-duidelijk.docx. Cijfer: 5,8 → 6,4.* And what stayed, and why.

    ``name``: the new file; empty where there is none.
    """
    count = len(fixed.replaced)
    where = f" in {printable(name)}" if name else ""
    said = [f"{_counted(count)} verwerkt{where}."]
    if not count:
        said = [f"Er is niets veranderd. {f'{printable(name)} is een kopie.' if name else _NO_FILE}"]
    old, new = fixed.before.result.grade.value, fixed.after.result.grade.value
    if count and old is not None and new is not None:
        said.append(f"Cijfer: {number(old)} → {number(new)}.")
    return " ".join([*said, *stayed(fixed)])


def stayed(fixed: Fixed) -> list[str]:
    """*2 voorstellen bleven staan, want …*, for each reason."""
    counts = Counter(each.reason for each in fixed.refused)
    return [
        f"{_counted(count)} {'bleef' if count == 1 else 'bleven'} staan, want {reason}."
        for reason, count in counts.items()
    ]


def left(fixed: Fixed, name: str) -> str:
    """How many suggestions a writer must judge, and how; empty where there are none."""
    count = sum(bool(finding.expected) for finding in fixed.after.result.findings) - len(fixed.refused)
    if count <= 0:
        return ""
    there = "Er is nog 1 voorstel dat" if count == 1 else f"Er zijn nog {count} voorstellen die"
    return f"{there} u zelf moet beoordelen. Dat kan met: duidelijk fix {printable(name)}"


def _counted(count: int) -> str:
    return "1 voorstel" if count == 1 else f"{count} voorstellen"
