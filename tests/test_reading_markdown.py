"""Markdown: the words without the markup, each leading back to its place in the source."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from duidelijk.errors import ReadError
from duidelijk.model import Document
from duidelijk.reading import read_bytes
from duidelijk.reading.markdown import read_markdown
from duidelijk.reading.source_map import place_of, source_offset


def blocks(source: str) -> list[tuple[str, int, str]]:
    """Kind, level and words of each block."""
    document = read_markdown(source, "pagina.md")
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


def assert_exact(document: Document, source: str) -> None:
    """Every stretch that is as long as its source is the source."""
    for s in document.source_map.segments:
        assert 0 <= s.source_start <= s.source_end <= len(source)
        if s.end - s.start == s.source_end - s.source_start:
            assert spaced(document.text[s.start : s.end]) == spaced(source[s.source_start : s.source_end])


def spaced(text: str) -> str:
    """The text with a space for each white space (as in code and HTML), and Markdown's sign for a zero character."""
    return text.translate({0: "\ufffd"} | dict.fromkeys(map(ord, "\t\n\f\r"), " "))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Kop\n\nTekst.", [("heading", 1, "Kop"), ("paragraph", 0, "Tekst.")]),
        ("Kop\n===\n\nKop\n---", [("heading", 1, "Kop"), ("heading", 2, "Kop")]),
        ("### Een *mooie* kop ###", [("heading", 3, "Een mooie kop")]),
        ("**Vette kop**\n\nTekst.", [("heading", 2, "Vette kop"), ("paragraph", 0, "Tekst.")]),
        ("**Let op.** Tekst.", [("paragraph", 0, "Let op. Tekst.")]),
        ("- een\n- twee\n  - drie", [("item", 1, "een"), ("item", 1, "twee"), ("item", 2, "drie")]),
        ("1. een\n2. twee", [("item", 1, "een"), ("item", 1, "twee")]),
        ("> Een citaat\n> van ons.", [("quote", 0, "Een citaat\nvan ons.")]),
        ("| A | B |\n|---|---|\n| c \\| d | **e** |", [("cell", 0, w) for w in ("A", "B", "c | d", "e")]),
        ("Een `code` en\n\n```\nblok\n```\n\n    nog een", [("paragraph", 0, "Een code en")]),
        ("![plaat](a.png)\n\nTekst ![p](b.png).", [("paragraph", 0, "Tekst .")]),
        ("<div>Een <b>vet</b>te tekst</div>", [("paragraph", 0, "Een vette tekst")]),
        ("Een <b>vet</b>te tekst<br>hier", [("paragraph", 0, "Een vette tekst\nhier")]),
        (
            "Met {{naam}}, [[straat]] en «plaats».",
            [("paragraph", 0, "Met {{naam}}, [[straat]] en «plaats».")],
        ),
        ("a &amp; b \\* c &eacute;", [("paragraph", 0, "a & b * c é")]),
        ("een\\\ntwee  \ndrie\nvier", [("paragraph", 0, "een\ntwee\ndrie\nvier")]),
        ("een\r\ntwee\r\n\r\ndrie", [("paragraph", 0, "een\ntwee"), ("paragraph", 0, "drie")]),
        ("ge**vet**te w_oor_den", [("paragraph", 0, "gevette w_oor_den")]),
        ("~~weg~~ tekst", [("paragraph", 0, "weg tekst")]),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, int, str]]) -> None:
    assert blocks(source) == expected
    assert_exact(read_markdown(source, "pagina.md"), source)


@pytest.mark.parametrize(
    ("source", "words", "target"),
    [
        ("Zie [de pagina](https://x.nl/pagina) pagina.", "de pagina", "https://x.nl/pagina"),
        ('Zie [de pagina](<x y> "pagina") pagina.', "de pagina", "x%20y"),
        ("Zie [de **vette** pagina](a(b)c) pagina.", "de vette pagina", "a(b)c"),
        ("Zie <https://x.nl> pagina.", "https://x.nl", "https://x.nl"),
        ("Zie [ref] pagina.\n\n[ref]: https://x.nl", "ref", "https://x.nl"),
        ("Zie [de pagina][ref] pagina.\n\n[ref]: https://x.nl", "de pagina", "https://x.nl"),
    ],
)
def test_links_keep_their_words_and_what_follows_its_place(source: str, words: str, target: str) -> None:
    document = read_markdown(source, "pagina.md")
    [link] = document.links
    assert (document.text[link.start : link.end], link.target) == (words, target)
    last = document.text.rindex("pagina.")
    assert source_offset(document.source_map, last) == source.index(" pagina.") + 1


def test_places_lead_back_to_the_source() -> None:
    source = "---\ntitel: Proef\n---\n\n# Kop\n\n> - een *twee*\n>   drie\n"
    document = read_markdown(source, "pagina.md")
    places = {
        word: place_of(document.source_map, document.text.index(word)) for word in ("Kop", "twee", "drie")
    }
    assert {word: (p.line, p.column) for word, p in places.items()} == {
        "Kop": (5, 3),
        "twee": (7, 10),
        "drie": (8, 5),
    }


@pytest.mark.parametrize("keys", [("title", "genre", "department"), ("titel", "soort", "afdeling")])
def test_front_matter(keys: tuple[str, str, str]) -> None:
    lines = "".join(
        f"{key}: {value}\n" for key, value in zip(keys, ("Een titel", "web", "Zorg"), strict=True)
    )
    document = read_bytes(f"---\n{lines}---\nEen tekst.".encode(), "pagina.md")
    assert (document.title, document.genre, document.department) == ("Een titel", "web", "Zorg")
    assert document.text == "Een tekst."


@pytest.mark.parametrize(
    "source",
    ["---\n\nEen tekst.\n\n---\n", "---\nEen tekst zonder sleutel.\n---\n", "---\ntitel: nooit gesloten"],
)
def test_a_line_at_the_top_is_no_front_matter(source: str) -> None:
    document = read_markdown(source, "pagina.md")
    assert document.title == ""
    assert "tekst" in document.text or "gesloten" in document.text


def test_an_unknown_genre_in_the_front_matter_is_passed_by() -> None:
    assert read_markdown("---\ngenre: folder\n---\nTekst.", "pagina.md").genre == "onbekend"


def test_broken_front_matter_is_said() -> None:
    with pytest.raises(ReadError, match=r"^pagina.md: Het blok .* klopt op regel 3 niet\. Schrijf .*\.$"):
        read_bytes(b"---\ntitel: [a\nsoort: b: c\n---\nTekst.", "pagina.md")


def test_remarks_silence_a_rule_from_there_to_there() -> None:
    source = (
        "Een.\n\n<!-- duidelijk uit: lange-zin -->\n\nTwee.\n\n<!-- duidelijk aan: lange-zin -->\n\nDrie."
    )
    document = read_markdown(source, "pagina.md")
    [silenced] = document.suppressions
    assert (silenced.rule, "Twee." in document.text[silenced.start : silenced.end]) == ("lange-zin", True)
    assert "Drie." not in document.text[silenced.start : silenced.end]
    assert silenced.place is not None and silenced.place.line == 3


def test_a_remark_within_a_sentence() -> None:
    document = read_markdown(
        "Een <!-- duidelijk uit: jargon -->pilot<!-- duidelijk aan --> is een proef.", "p.md"
    )
    [silenced] = document.suppressions
    assert document.text[silenced.start : silenced.end] == "pilot"


PIECES = st.sampled_from(
    [
        "# ", "##", "- ", "  - ", "1. ", "> ", "**", "*", "_", "`", "```", "[", "](a)", "]", "(", "|", "!",
        "![", "~~", "<b>", "</b>", "<div>", "<!-- duidelijk uit: x -->", "&amp;", "\\*", "\\|", "\\", " ",
        "  ", "\n", "\n\n", "\r\n", "\t", "---", "===", "een", "twee.", "Drie", "é", "👩‍👧", "\0", "a\u00adb",
        "{{x}}", "[[y]]", "<https://x.nl>", "[r]: a", "| a | b |\n|---|---|\n",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=100)))
@example("<div>##\t# ")
@example("- | a | b |\n|---|---|\n\t##<b>")
@example("- | a | b |\n|---|---|\n\t  - ")
def test_any_markdown_can_be_read_and_leads_back(source: str) -> None:
    document = read_markdown(source, "pagina.md")
    assert_exact(document, source)
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        end = block.end
    starts = [s.source_start for s in document.source_map.segments]
    assert starts == sorted(starts)
