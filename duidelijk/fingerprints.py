"""A name for each finding that stays the same as long as the finding does, wherever it stands."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Container

from duidelijk.model import Finding, Result

SCHEME = "duidelijk/v1"
"""What the names are made of; other words or another hash make another scheme."""
_LENGTH = 32
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def fingerprints(result: Result, *, whole: Container[str] = ()) -> tuple[str, ...]:
    """One name per finding, in their order: 32 hexadecimal digits, no two the same within a text.

    A name is a hash of the rule, the marked words, and how many findings of that rule with those words came
    before. White space, capitals and characters that don't show make no difference. ``whole``: ids of the
    rules that judge the text as a whole; the words that these mark change with any other words of the text,
    so only the rule counts.

    No line number and no sentence is in it. A line number changes when anything above changes. A sentence
    changes when the writer mends one of its two problems, and the other would then look new. A counter does
    say of three equal findings that the last was solved when it was the first; their number is right, and
    that is what counts for a writer. The path of the file isn't in it either, so that a file can move.
    """
    seen: Counter[tuple[str, str]] = Counter()
    names = []
    for key in keys(result, whole=whole):
        seen[key] += 1
        names.append(digest(*key, str(seen[key])))
    return tuple(names)


def keys(result: Result, *, whole: Container[str] = ()) -> tuple[tuple[str, str], ...]:
    """The rule and the own words of each finding, in order, as they are compared (``whole``: see above)."""
    return tuple((each.rule, "" if each.rule in whole else _words(result, each)) for each in result.findings)


def digest(*parts: str) -> str:
    """A hash of these strings, which tells ``("a", "bc")`` from ``("ab", "c")``: 32 hexadecimal digits."""
    whole = "\0".join((SCHEME, *(part.replace("\0", "\ufffd") for part in parts)))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _words(result: Result, finding: Finding) -> str:
    text = result.document.text
    return " … ".join(plain(text[start:end]) for start, end in finding.marks)


def plain(words: str) -> str:
    """The words without what makes no difference: white space, capitals and characters that don't show."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", words)).casefold().split())
