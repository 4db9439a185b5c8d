"""YAML with line numbers: every value knows the line it stands on, and no key stands twice."""

from __future__ import annotations

from collections.abc import ItemsView
from dataclasses import dataclass, field
from typing import Any

import yaml

_TEXT = "tag:yaml.org,2002:str"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A YAML value: ``plain`` as Python data, the lines (from 1) of value and key, the nodes within."""

    plain: Any
    line: int
    key_line: int = 1
    children: list[Node] = field(default_factory=list)
    _keys: dict[Any, Node] = field(default_factory=dict)

    def get(self, key: str) -> Node | None:
        """The node under a key."""
        return self._keys.get(key)

    def __getitem__(self, key: str) -> Node:
        return self._keys[key]

    def items(self) -> ItemsView[Any, Node]:
        """Keys and nodes in file order."""
        return self._keys.items()


def read(text: str) -> Node:
    """The one document in ``text``; ValueError ``line: problem`` when it isn't right."""
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        return _node(root, loader) if root else Node(None, 1)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        raise ValueError(f"{mark.line + 1 if mark else 1}: {problem.problem}") from None
    except yaml.YAMLError as problem:
        raise ValueError(f"1: {problem}") from None
    finally:
        loader.dispose()


def _node(node: yaml.Node, loader: Any) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, line, loader)
    if isinstance(node, yaml.SequenceNode):
        children = [_node(child, loader) for child in node.value]
        return Node([c.plain for c in children], line, line, children)
    plain = node.value if node.tag == _TEXT else loader.construct_object(node)
    return Node(plain, line, line)


def _mapping(node: yaml.MappingNode, line: int, loader: Any) -> Node:
    keys: dict[Any, Node] = {}
    for key_node, value_node in node.value:
        key = _node(key_node, loader).plain
        if isinstance(key, (list, dict)) or key in keys:
            line = key_node.start_mark.line + 1
            raise ValueError(f"{line}: de sleutel {key!r} staat er twee keer, of is geen gewoon woord")
        keys[key] = _node(value_node, loader)
        keys[key].key_line = key_node.start_mark.line + 1
    return Node({k: v.plain for k, v in keys.items()}, line, line, list(keys.values()), keys)
