"""YAML with line numbers: every value knows the line it stands on, and no key stands twice."""

from __future__ import annotations

from typing import Any

import yaml

from duidelijk.nodes import Node, table

_TEXT = "tag:yaml.org,2002:str"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    return table(keys, line)
