"""The annotated page: the same text, visible marks, links both ways, nothing hostile."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.model import Block
from duidelijk.rendering.html import render
from tests.results import RULES, finding, result

VOID = {"meta", "link", "br", "img", "input"}


class Page(HTMLParser):
    """What a browser would see: the text of #tekst, the ids, the links, the tags."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.ids, self.links, self.tags, self._depth = "", [], [], [], 0
        self.marks: list[tuple[str, tuple[str, ...]]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if self._depth or found.get("id") == "tekst":
            self._depth += tag not in VOID
        if tag == "mark":
            self._open.append(found["class"])

    def handle_endtag(self, tag):
        self._depth -= bool(self._depth)
        if tag == "mark":
            self._open.pop()

    def handle_data(self, data):
        if self._depth:
            self.text += data
            if self._open:
                self.marks.append((data, tuple(self._open)))


def page(text, findings=(), blocks=None) -> Page:
    return Page(render(result(text, findings, blocks), RULES))


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "]]> <!-- --> </article></main>",
    "&amp; &lt;b&gt; &#x27;",
    "omgekeerd \u202etxet\u202c einde",
    "x" * 10_000,
    "{{ naam }} {% raw %} {# #}",
    "</style><script>",
    "a\r\nb\rc\nd",
    "  ruimte   vooraan\t en \u00a0 hard",
    "🏛️ é 👩‍👩‍👧 par\u00adkeer",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_shown_as_text(text: str) -> None:
    seen = page(text, (finding(text, "w", 0, min(4, len(text))),))
    assert seen.text == text
    assert not {"script", "img", "iframe"} & {tag for tag, _ in seen.tags}
    assert not [a for _, attrs in seen.tags for a in attrs if a.startswith("on")]


@st.composite
def marked_texts(draw):
    text = draw(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=80))
    spots = st.integers(0, max(len(text), 1))
    spans = draw(st.lists(st.tuples(spots, spots, st.sampled_from("wzot")), max_size=6))
    findings = tuple(
        finding(text, rule, min(a, b), max(a, b))
        for a, b, rule in spans
        if min(a, b) < max(a, b) <= len(text)
    )
    cuts = sorted(draw(st.sets(spots, max_size=6)))
    kinds = st.sampled_from(("heading", "paragraph", "item", "cell", "quote", "address", "header"))
    blocks = tuple(
        Block(draw(kinds), draw(st.integers(0, 9)), a, b)
        for a, b in pairwise(cuts)
        if b <= len(text) and draw(st.booleans())
    )
    return text, findings, blocks


@given(marked_texts())
def test_the_text_on_the_page_is_the_text_of_the_document(case) -> None:
    text, findings, blocks = case
    assert page(text, findings, blocks).text == text


def test_overlapping_findings_are_both_visible() -> None:
    text = "Wij hebben de door u ingediende aanvraag ontvangen."
    seen = page(text, (finding(text, "z", 4, 40), finding(text, "w", 11, 50)))
    assert ("hebben ", ("zinnen fout",)) in seen.marks
    assert ("de door u ingediende aanvraag", ("zinnen fout", "woorden fout")) in seen.marks
    assert (" ontvangen", ("woorden fout",)) in seen.marks


def test_both_halves_of_a_mark_lead_to_the_explanation_and_it_leads_back() -> None:
    text = "Wij hebben uw aanvraag ontvangen."
    seen = page(text, (finding(text, "z", 4, 32, (4, 10), (23, 32)),))
    assert seen.links.count("#m1") == 2 and seen.links.count("#t1") == 1
    assert seen.ids.count("m1") == 1 and seen.ids.count("t1") == 1


def test_every_link_on_the_page_has_a_target_and_every_id_is_unique() -> None:
    text = "Een tekst met twee meldingen, waarvan een tip."
    seen = page(text, (finding(text, "w", 0, 3), finding(text, "o", 0, 9, severity="tip")))
    assert len(seen.ids) == len(set(seen.ids))
    assert {link[1:] for link in seen.links} <= set(seen.ids)


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ([1], [3]),
        ([2], [3]),
        ([3, 1], [3, 3]),
        ([1, 3, 2], [3, 4, 4]),
        ([2, 4, 6, 2], [3, 4, 5, 3]),
        ([1] * 3, [3] * 3),
    ],
)
def test_headings_skip_no_step(levels: list[int], shown: list[int]) -> None:
    blocks = tuple(Block("heading", level, 4 * i, 4 * i + 3) for i, level in enumerate(levels))
    seen = page("Kop " * len(levels), (), blocks)
    inside = [
        int(tag[1])
        for tag, attrs in seen.tags
        if re.fullmatch("h[1-6]", tag) and attrs.get("class") == "heading"
    ]
    assert inside == shown


def test_list_items_are_a_list_and_keep_their_own_bullets() -> None:
    text = "- een\n- twee"
    seen = page(text, (), (Block("item", 1, 2, 5), Block("item", 1, 8, 12)))
    assert [
        tag for tag, attrs in seen.tags if tag in {"ul", "li"} and "melding" not in attrs.get("class", "")
    ] == ["ul", "li", "li"]
    assert seen.text == text


def test_the_page_needs_nothing_from_elsewhere() -> None:
    html = render(result("Een tekst.", ()), RULES)
    assert "http://" not in html and "https://" not in html and "<script" not in html and "url(" not in html
    assert "default-src 'none'" in html


def test_the_same_result_gives_the_same_page() -> None:
    text = "Een tekst."
    assert render(result(text, (finding(text, "w", 0, 3),)), RULES) == render(
        result(text, (finding(text, "w", 0, 3),)), RULES
    )


def test_only_tips_are_shown_unfolded() -> None:
    text = "Een tekst met een tip en een fout."
    tip, fault = finding(text, "w", 0, 3, severity="tip"), finding(text, "z", 4, 9)
    assert ("details", {"open": None}) in page(text, (tip,)).tags
    assert ("details", {}) in page(text, (tip, fault)).tags


def test_a_very_long_title_is_cut() -> None:
    plain = result("Een tekst.", ())
    html = render(replace(plain, document=replace(plain.document, title="besluit " * 100)), RULES)
    assert max(len(line) for line in html.splitlines() if line.startswith(("<h1>", "<title>"))) < 200
