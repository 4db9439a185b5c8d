"""What the tests of the formats share: runs made by hand or for real, and readers that check a schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from duidelijk.model import Document, Result, Verdict
from duidelijk.rendering.run import Run
from tests.results import RULES, finding, result

SCHEMAS = Path(__file__).parent / "schemas"
_COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:\n]*)::(?P<message>[^\n]*)")
_PROPERTIES = {"file", "line", "endLine", "col", "endColumn", "title"}


@dataclass(frozen=True)
class Command:
    """A command of GitHub Actions, unescaped."""

    level: str
    properties: Mapping[str, str]
    message: str


def valid_json(text: str, *schemas: str) -> Any:
    """The data, which all these schemas allow."""
    data = json.loads(text)
    for schema in schemas:
        _validator(schema).validate(data)
    return data


@cache
def _validator(schema: str) -> Draft202012Validator:
    found = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found, format_checker=FormatChecker())


def valid_xml(text: str, schema: str) -> etree._Element:
    """The root element, which the schema allows."""
    root = etree.fromstring(text.encode("utf-8"))
    etree.XMLSchema(etree.parse(SCHEMAS / schema)).assertValid(root)
    return root


def valid_commands(text: str) -> list[Command]:
    """The commands, each on a line of its own, as GitHub Actions reads them."""
    found = []
    for line in text.split("\n")[:-1]:
        match = _COMMAND.fullmatch(line)
        assert match, line
        pairs = [pair.partition("=") for pair in match["properties"].split(",")]
        properties = {name: _plain(value, "%3A:", "%2C,") for name, _, value in pairs}
        assert set(properties) <= _PROPERTIES
        assert "col" not in properties or properties["line"] == properties["endLine"]
        found.append(Command(match["level"], properties, _plain(match["message"])))
    return found


def _plain(text: str, *more: str) -> str:
    for code in (*more, "%0D\r", "%0A\n", "%25%"):
        text = text.replace(code[:3], code[3:])
    return text


READERS: dict[str, Callable[[str], Any]] = {
    "sarif": lambda text: valid_json(text, "sarif-2.1.0.json", "sarif-github.json"),
    "github": valid_commands,
    "gitlab": lambda text: valid_json(text, "gitlab.json"),
    "junit": lambda text: valid_xml(text, "junit-10.xsd"),
    "rdjson": lambda text: valid_json(text, "rdjson.json"),
    "checkstyle": lambda text: valid_xml(text, "checkstyle.xsd"),
}


def named(found: Result, source: str) -> Result:
    """The same result of a file with this name."""
    return replace(found, document=replace(found.document, source=source))


def without_lines(document: Document) -> Document:
    """The document as if it came from a Word file."""
    return replace(document, source_map=replace(document.source_map, source=None))


TEXT = "Dit is reeds klaar.\nIndien u wilt, komt u reeds langs."
FOUND = result(
    TEXT,
    (
        finding(TEXT, "w", 7, 12),
        finding(TEXT, "z", 20, len(TEXT), severity="waarschuwing"),
        finding(TEXT, "w", 20, 26, severity="tip"),
        finding(TEXT, "w", 42, 47),
    ),
)
STOPPED = Verdict(False, ("Het cijfer is 6,4. Dat moet minstens 7,0 zijn.",), (FOUND.findings[1],))


def run(*results: Result, **more: Any) -> Run:
    """A run over these results, else over one that has a bit of everything."""
    return Run(results or (FOUND,), RULES, **{"version": "1.0.0", **more})
