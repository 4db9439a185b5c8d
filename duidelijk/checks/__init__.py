"""The checks a rule may name: ``sentence-length`` is function ``sentence_length`` in its module of that name.

A check is a generator ``(analysis, *, its parameters) -> Iterator[Hit]``; a parameter's annotation is one of
int, float, str, bool, ``tuple[str, ...]``, WordList or Lexicon (both given in YAML as the name of a list), or
``tuple[WordList, ...]`` (names of lists).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from duidelijk.model import Hit

Check = Callable[..., Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a rule may say to a check: the annotation as written, and the default."""

    type: str
    required: bool
    default: Any


@cache
def find(name: str) -> Check | None:
    """The check function with this name, or None."""
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name):
        return None
    module = name.replace("-", "_")
    if find_spec(f"{__name__}.{module}") is None:
        return None
    found = getattr(import_module(f"{__name__}.{module}"), module, None)
    return found if callable(found) else None


def parameters(name: str) -> Mapping[str, Parameter] | None:
    """The parameters of a check by name, None when there is no such check."""
    check = find(name)
    if check is None:
        return None
    listed = inspect.signature(check).parameters.values()
    return {
        p.name: Parameter(
            str(p.annotation), p.default is p.empty, None if p.default is p.empty else p.default
        )
        for p in listed
        if p.kind is p.KEYWORD_ONLY
    }
