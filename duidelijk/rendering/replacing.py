"""Suggestions that another program can make by putting other characters in the source."""

from __future__ import annotations

import re
from html import unescape

from duidelijk.model import Finding, Result
from duidelijk.source_places import source_range

_SIGNS = re.compile(r"[<>&*_`\[\]\\~|#\r\n]")
"""What a web page or Markdown could take for markup."""
_ENCODED = frozenset({"utf-8", "utf-8-sig"})


def exact(result: Result, finding: Finding) -> tuple[str, ...]:
    """The suggestions that may take the place of the finding's stretch of the source, best first.

    None where that stretch holds more than its words, such as a tag or a mark for bold, in a Word document,
    or in a file that isn't UTF-8. A suggestion with characters that could be markup isn't among them.
    """
    source_map = result.document.source_map
    if source_map.source is None or source_map.encoding not in _ENCODED:
        return ()
    start, end = source_range(source_map.segments, finding.start, finding.end)
    if _plain(source_map.source[start:end]) != _plain(finding.actual):
        return ()
    return tuple(each.text for each in finding.expected if not _SIGNS.search(each.text))


def _plain(words: str) -> str:
    return " ".join(unescape(words).replace("\u00ad", "").split())
