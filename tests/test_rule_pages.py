"""The pages about the rules are made from the rule files, and say what an advisor can change."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from duidelijk.model import Example, Rule
from duidelijk.rendering.rule_pages import pages
from duidelijk.rulebook import load

DOCS = Path(__file__).parent.parent / "docs" / "regels"
STRICT = {rule.id: rule for rule in load(profile="streng").rules}
PAGES = pages(load().rules, STRICT)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_page_in_docs_is_the_one_of_the_rule_today(name: str) -> None:
    """Not so? ``make docs`` makes them again."""
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]


def test_docs_hold_no_page_of_a_rule_that_is_gone() -> None:
    assert {path.name for path in DOCS.glob("*")} == set(PAGES)


@pytest.mark.parametrize("rule", load().rules, ids=lambda rule: rule.id)
def test_every_number_and_text_that_can_be_changed_is_explained(rule: Rule) -> None:
    plain = [(name, value) for name, value in rule.params.items() if isinstance(value, (int, float, str))]
    changeable = {name for name, value in plain if "\\" not in str(value)}  # a pattern is no advisor's work
    limits = {"severity"} if len(rule.severity) > 1 else set()
    assert changeable | limits <= set(rule.settings)


def one(example: Example, **more: object) -> str:
    rule = Rule(
        "r",
        "zinnen",
        "Titel",
        "c",
        {1.0: "tip"},
        (),
        (),
        {"": "Let op."},
        "Omdat.",
        "Een gids",
        {},
        (example,),
        **more,
    )  # type: ignore[arg-type]
    return pages([rule], {})["r.md"]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (Example("Dit is fout hier.", ((7, 11),)), "<li>Dit is <strong>fout</strong> hier.</li>"),
        (Example("Een * en een [haak].", ()), "<li>Een * en een [haak].</li>"),
        (Example("Goed.", (), because="Zo hoort het."), "<li>Goed. <em>(Zo hoort het)</em></li>"),
        (Example("Fout.", ((0, 4),), suggests=("Goed",)), "<li><strong>Fout</strong>. → Goed</li>"),
        (Example("Dag,\n\nFout.", ((6, 10),)), "Dag,\n\n[[Fout]].\n</code>"),
        (Example("<a href='x'>hier</a>", ((12, 16),), format="html"), "&lt;a href='x'&gt;[[hier]]&lt;/a&gt;"),
    ],
)
def test_an_example_reads_as_it_stands_in_the_rule(example: Example, expected: str) -> None:
    assert expected in MarkdownIt().render(one(example))
