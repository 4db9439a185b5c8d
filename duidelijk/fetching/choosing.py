"""Which pages of a sitemap are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from duidelijk.addresses import below, is_address, is_beginning
from duidelijk.fetching.replies import Listed


def wanted(pages: Sequence[Listed], only: Sequence[str], without: Sequence[str]) -> list[Listed]:
    """The pages that one of ``only`` fits (all, where there is none), and none of ``without``."""
    kept = [page for page in pages if not only or any(_fits(page.address, each) for each in only)]
    return [page for page in kept if not any(_fits(page.address, each) for each in without)]


def is_pattern(pattern: str) -> bool:
    """Whether addresses can be chosen with this: the beginning of a path or address, or one with ``*``."""
    return pattern.startswith("/") or (is_address(pattern) and is_beginning(pattern.replace("*", "x")))


def _fits(address: str, pattern: str) -> bool:
    parts = urlsplit(address)
    if "*" in pattern:
        return fnmatchcase(address if is_address(pattern) else parts.path, pattern.replace("[", "[[]"))
    start = pattern if is_address(pattern) else f"{parts.scheme}://{parts.netloc}{pattern}"
    return below(address, start)
