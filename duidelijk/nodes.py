"""Settings with their places: every value knows the line it stands on, so that a mistake can be named."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping
from dataclasses import dataclass, field
from typing import Any

_KINDS = {str: "een tekst", list: "een lijst", dict: "een tabel", int: "een heel getal",
          float: "een getal", bool: "true of false"}  # fmt: skip


@dataclass(slots=True)
class Node:
    """A value: ``plain`` as Python data, the lines (from 1) of value and key, the nodes within.

    ``origin`` names the file, where that isn't the one being read.
    """

    plain: Any
    line: int
    key_line: int = 1
    children: list[Node] = field(default_factory=list)
    keys: dict[Any, Node] = field(default_factory=dict)
    origin: str = ""

    def get(self, key: str) -> Node | None:
        """The node under a key."""
        return self.keys.get(key)

    def __getitem__(self, key: str) -> Node:
        return self.keys[key]

    def items(self) -> ItemsView[Any, Node]:
        """Keys and nodes in file order."""
        return self.keys.items()


def table(keys: Mapping[Any, Node], line: int, origin: str = "") -> Node:
    """The node of a table with these keys."""
    return Node({k: v.plain for k, v in keys.items()}, line, line, list(keys.values()), dict(keys), origin)


def merged(node: Node, over: Node) -> Node:
    """The table with the values of ``over`` in place of its own; of a message only the kinds named."""
    keys = dict(node.keys)
    for key, value in over.items():
        kinds = [each for each in (node.get(key), value) if each and isinstance(each.plain, dict)]
        keys[key] = merged(*kinds) if key == "message" and len(kinds) == 2 else value
    return table(keys, node.line, node.origin)


class NodeReader:
    """A file being read: collects errors with their line."""

    def __init__(self, name: str, node: Node, errors: list[str]) -> None:
        self.name, self.node, self.errors = name, node, errors

    def fault(self, at: Node | None, problem: str, *, key: bool = False) -> None:
        """Notes a problem of the value ``at`` (or of its ``key``); None is the file as a whole."""
        line = 1 if at is None else at.key_line if key else at.line
        self.errors.append(f"{at.origin if at and at.origin else self.name}:{line}: {problem}")

    def value(self, key: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """The value of a key, when it is of this kind."""
        found = self.node.get(key)
        if found is None:
            return default
        if not isinstance(found.plain, kind) or (isinstance(found.plain, bool) and kind in (int, float)):
            kinds = (kind,) if isinstance(kind, type) else kind
            self.fault(found, f"'{key}' moet {' of '.join(_KINDS[k] for k in kinds)} zijn")
            return default
        return found.plain

    def names(self, key: str, known: tuple[str, ...], default: tuple[str, ...]) -> tuple[str, ...]:
        """A list of names, each of which must be known."""
        found = self.value(key, list)
        if found is None:
            return default
        for name in found:
            self.choice(self.node[key], key, name, known)
        return tuple(found)

    def choice(self, at: Node, key: str, name: Any, known: tuple[str, ...]) -> None:
        """Notes a problem when the name isn't known."""
        if name not in known:
            self.fault(at, f"{name!r} kan niet bij '{key}'; kies uit: {', '.join(known)}")

    def known(self, node: Node, allowed: tuple[str, ...]) -> None:
        """Notes a problem for every key that isn't allowed."""
        for key, child in node.items():
            if key not in allowed:
                self.fault(child, f"onbekende sleutel {key!r}; bekend: {', '.join(allowed)}", key=True)
