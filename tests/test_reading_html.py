"""A web page as a reader sees it: the page's own text, words whole, and the way back to the source."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk.model import Document
from duidelijk.reading import read_bytes
from duidelijk.reading.html import read_html
from duidelijk.reading.source_map import place_of, source_offset


def read(source: str) -> Document:
    return read_html(source, "pagina.html")


def blocks(source: str) -> list[tuple[str, int, str]]:
    document = read(source)
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


def in_blocks(document: Document) -> list[str]:
    return " ".join(document.text[b.start : b.end] for b in document.blocks).split()


def words(source: str) -> list[str]:
    return [text for _, _, text in blocks(source)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<p>ver<b>gun</b>ning</p>", "vergunning", id="bold-within-a-word"),
        pytest.param(
            "<p>U <span>krijgt</span> een <a href='/x'>brief</a>.</p>", "U krijgt een brief.", id="inline"
        ),
        pytest.param(
            "<p>be<wbr>stemmings&shy;plan</p>", "bestemmings\u00adplan", id="word-break-and-soft-hyphen"
        ),
        pytest.param("<p>De <abbr title='Wet'>Wmo</abbr> helpt</p>", "De Wmo helpt", id="abbr"),
        pytest.param("<p>een\n   twee\t drie </p>", "een twee drie", id="white-space-collapses"),
        pytest.param("<p>een <b> twee</b></p>", "een twee", id="white-space-over-tags"),
        pytest.param("<p>m<sup>2</sup></p>", "m2", id="superscript"),
        pytest.param("<p>regel een<br>regel twee</p>", "regel een\nregel twee", id="line-break"),
        pytest.param("<p>een<br> <br/>twee</p>", "een|twee", id="two-line-breaks"),
        pytest.param("<p>een<br>&nbsp;<br>twee</p>", "een|twee", id="empty-line-with-a-space"),
        pytest.param("<p>een<br></p><p>&nbsp;</p><p>twee", "een|twee", id="empty-paragraph"),
        pytest.param("<pre>een  twee\n  drie</pre>", "een  twee\n  drie", id="pre"),
        pytest.param("<div>een<div>twee</div>drie</div>", "een|twee|drie", id="block-tags-end-a-block"),
        pytest.param("een<p>twee", "een|twee", id="loose-text"),
        pytest.param("<x-veld>een</x-veld>woord", "eenwoord", id="unknown-tag-is-inline"),
        pytest.param("<p>Hij zei <q>ja</q>.</p>", "Hij zei “ja”.", id="quotation-marks-of-the-browser"),
        pytest.param("<p>a &lt; b en 3 < 5 & c</p>", "a < b en 3 < 5 & c", id="loose-signs"),
        pytest.param(
            "<p>{{naam}} [[datum]] &laquo;plaats&raquo;</p>",
            "{{naam}} [[datum]] «plaats»",
            id="template-fields",
        ),
        pytest.param("<p>R&amp;D &euro;&nbsp;5 &#233;&#xe9;</p>", "R&D €\u00a05 éé", id="entities"),
        pytest.param("<p>Jansen &amp Zn &copy2026</p>", "Jansen & Zn ©2026", id="entities-without-semicolon"),
        pytest.param("<p>&bestaatniet; &#; &#x; &</p>", "&bestaatniet; &#; &#x; &", id="broken-entities"),
        pytest.param("<p>x&#150;y &#99999999999; &#0;</p>", "x–y \ufffd \ufffd", id="odd-numbers"),
        pytest.param("<p>een<![CDATA[ weg ]]>twee</p>", "eentwee", id="cdata-is-a-remark"),
        pytest.param("<p>een<!-- weg -->twee<!---->drie</p>", "eentweedrie", id="comments"),
    ],
)
def test_text_reads_as_in_a_browser(source: str, text: str) -> None:
    assert "|".join(words(source)) == text


LONG = f"<p>{'Een lange tekst over paspoorten. ' * 8}</p>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<h2>Kop</h2>", [("heading", 2, "Kop")], id="heading"),
        pytest.param(
            "<h1><a href='/'><span>Kop</span></a></h1>", [("heading", 1, "Kop")], id="link-in-a-heading"
        ),
        pytest.param(
            "<div role=heading aria-level=4>Kop</div>", [("heading", 4, "Kop")], id="heading-by-role"
        ),
        pytest.param(
            "<ul><li>een<ul><li>twee</ul><li>drie</ul>",
            [("item", 1, "een"), ("item", 2, "twee"), ("item", 1, "drie")],
            id="list-in-a-list",
        ),
        pytest.param(
            "<ol><li><p>een</p><p>twee</p></ol>", [("item", 1, "een"), ("item", 1, "twee")], id="two-in-one"
        ),
        pytest.param("<table><tr><th>a<td>b</table>", [("cell", 0, "a"), ("cell", 0, "b")], id="table"),
        pytest.param(
            "<table role=presentation><tr><td><p>Tekst.</p></table>",
            [("paragraph", 0, "Tekst.")],
            id="layout-by-role",
        ),
        pytest.param(
            "<table><tr><td><h2>Kop</h2><p>Tekst.</p></table>",
            [("heading", 2, "Kop"), ("paragraph", 0, "Tekst.")],
            id="layout-by-content",
        ),
        pytest.param(
            f"<table><tr><td>Wij.{LONG}<td>x</table>",
            [("paragraph", 0, "Wij."), ("paragraph", 0, LONG[3:-4].strip()), ("cell", 0, "x")],
            id="layout-by-running-text",
        ),
        pytest.param("<blockquote><p>Citaat.</p></blockquote>", [("quote", 0, "Citaat.")], id="quote"),
        pytest.param(
            "<h2>A</h2><dl><dt>Wat</dt><dd>Iets.</dd></dl>",
            [("heading", 2, "A"), ("heading", 3, "Wat"), ("item", 1, "Iets.")],
            id="definition-list",
        ),
        pytest.param(
            "<details><summary>Vraag?</summary><p>Antwoord.</p></details>",
            [("heading", 1, "Vraag?"), ("paragraph", 0, "Antwoord.")],
            id="folded-text",
        ),
        pytest.param(
            "<figure><figcaption>Kaart</figcaption></figure>", [("paragraph", 0, "Kaart")], id="caption"
        ),
        pytest.param("<address>Weg 1<br>Dronten</address>", [("address", 0, "Weg 1\nDronten")], id="address"),
        pytest.param(
            "<article><p>x<footer>voet</footer></article>",
            [("paragraph", 0, "x"), ("footer", 0, "voet")],
            id="foot",
        ),
        pytest.param(
            "<p><strong>Wat moet u doen?</strong></p>",
            [("heading", 1, "Wat moet u doen?")],
            id="bold-heading",
        ),
        pytest.param(
            "<p><b>Kosten</b><br>Het is gratis.</p>",
            [("heading", 1, "Kosten"), ("paragraph", 0, "Het is gratis.")],
            id="bold-first-line",
        ),
        pytest.param(
            "<p><b>U moet betalen.</b></p>", [("paragraph", 0, "U moet betalen.")], id="bold-sentence"
        ),
        pytest.param(
            "<p><b>Let op</b> Dit is nieuw</p>", [("paragraph", 0, "Let op Dit is nieuw")], id="partly-bold"
        ),
        pytest.param(
            "<p>Mee:<br>- een pas<br>-&nbsp;een foto</p>",
            [("paragraph", 0, "Mee:"), ("item", 1, "een pas"), ("item", 1, "een foto")],
            id="typed-list",
        ),
        pytest.param("<p>-5 graden</p>", [("paragraph", 0, "-5 graden")], id="minus-sign"),
        pytest.param("<table><tr><td>-</table>", [("cell", 0, "-")], id="dash-in-a-cell"),
    ],
)
def test_tags_say_what_a_block_is(source: str, expected: list[tuple[str, int, str]]) -> None:
    assert blocks(source) == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>alert('<p>weg</p>')</script>", "<style>p::after{content:'weg'}</style>",
        "<template><p>weg</template>", "<noscript><p>weg</p></noscript>",
        "<svg><title>weg</title><text>weg</text></svg>", "<p hidden>weg</p>",
        "<p aria-hidden='true'>weg</p>", "<p style='color:red; display : none'>weg</p>",
        "<button>weg</button>", "<select><option>weg</select>", "<textarea><p>weg</textarea>",
        "<nav>weg</nav>", "<aside>weg</aside>", "<header>weg</header>", "<footer>weg</footer>",
        "<div role=navigation>weg</div>", "<iframe>weg</iframe>", "<div class='cookie-banner'>weg</div>",
        "<div id=cookiemelding>weg</div>", "<ol class=breadcrumb><li>weg</ol>",
        "<div class=kruimelpad>weg</div>", "<span class='sr-only'>weg</span>", "<dialog>weg</dialog>",
        "<math>weg</math>", "<SCRIPT>weg</SCRIPT >", "<script>weg</scriptx>weg</script>", "<?php weg ?>",
        "<!doctype weg>", "</weg>",
        "<div id=cookie-law-info-bar>weg</div>", "<div class='cookie-modal open'>weg</div>",
        "<div id=onetrust-banner-sdk>weg</div>", "<div id=CybotCookiebotDialog>weg</div>",
        "<div class='cc-window cc-banner'>weg</div>", "<div class=eu-cookie-compliance-banner>weg</div>",
        "<div class='rs_skip rsbtn rs_preserve'><a>weg</a></div>", "<ul class='pager'><li>weg</ul>",
        "<ul class=pagination><li>weg</ul>", "<div class=share>weg</div>", "<div class=social-share>weg</div>",
        "<div class=addtoany_share_save_container>weg</div>", "<div class=feedback-form>weg</div>",
        "<div class=topnav><a>weg</a><a>weg</a></div>", "<ul class='submenu open'><li>weg</ul>",
        "<div id=header>weg</div>", "<div id=footer>weg</div>", "<div class='site-footer wide'>weg</div>",
        "<div class=page-footer>weg</div>", "<p class=entry-meta>weg</p>", "<div id=navbar>weg</div>",
    ],
)  # fmt: skip
def test_what_a_reader_does_not_see_stays_out(unseen: str) -> None:
    assert words(f"<title>T</title>{unseen}<p>Tekst.</p>{unseen}") == ["Tekst."]


@pytest.mark.parametrize(
    "seen",
    [
        "<div class='cookies'>Tekst.</div>", "<p style='display:block'>Tekst.</p>",
        "<form><p>Tekst.</p></form>", "<p aria-hidden='false'>Tekst.</p>",
        "<main><header>Tekst.</header></main>", "<dialog open>Tekst.</dialog>",
        "<button aria-expanded=false aria-controls='a b'></button><div id=b hidden>Tekst.</div>",
        "<h2><button>Tekst.</button></h2>", "<p hidden=until-found>Tekst.</p>",
        "<p class=hidden-print>Tekst.</p>", "<header>Tekst.</header>", "<nav>Tekst.</nav>",
        "<h2 id=cookies>Tekst.</h2>", "<div class=cookie-policy>Tekst.</div>", "<p class=shared>Tekst.</p>",
        "<div class='share-in-result'>Tekst.</div>", "<div class=invalid-feedback>Tekst.</div>",
        "<div class='nav-item'>Tekst.</div>", "<div class=page-header>Tekst.</div>", "<div class=sidebar>Tekst.</div>",
        "<main><div id=header>Tekst.</div></main>", "<article><div class=page-footer>Tekst.</div></article>",
        "<div id=pagination-info>Tekst.</div>", "<div class=menukaart>Tekst.</div>",
    ],
)  # fmt: skip
def test_what_a_reader_does_see_stays_in(seen: str) -> None:
    assert words(seen) == ["Tekst."]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<div>rand</div><main><p>Eigen</main><div>rand</div>", "Eigen", id="main"),
        pytest.param("<div>rand</div><div role=main><p>Eigen</div>", "Eigen", id="main-by-role"),
        pytest.param("<p>rand<article><p>Eigen tekst</article>", "Eigen tekst", id="only-article"),
        pytest.param("<article>een</article><article>twee</article>", "een|twee", id="several-articles"),
        pytest.param("<p>rand</p><div id=content>Eigen tekst</div>", "Eigen tekst", id="content-by-name"),
        pytest.param(
            "<p>Eigen tekst</p><div class=content>x</div>", "Eigen tekst|x", id="content-is-a-trifle"
        ),
        pytest.param("<main></main><p>Eigen", "Eigen", id="empty-main"),
    ],
)
def test_the_text_is_the_main_part(source: str, text: str) -> None:
    assert "|".join(words(source)) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<p>een<p>twee", "een|twee", id="p-ends-p"),
        pytest.param("<p>een<ul><li>twee<li>drie</ul>vier", "een|twee|drie|vier", id="list-ends-p"),
        pytest.param("<b>een<p>twee</b>drie</p>vier", "een|tweedrie|vier", id="crossed-tags"),
        pytest.param("<div><span>een</div>twee</span>", "een|twee", id="crossed-block"),
        pytest.param("<span hidden>weg<p>weg</p></span>Tekst", "Tekst", id="hidden-around-a-block"),
        pytest.param("<div hidden><p>weg</div>Tekst", "Tekst", id="unclosed-in-hidden"),
        pytest.param("</p></div></b>Tekst</p>", "Tekst", id="stray-end-tags"),
        pytest.param(
            "<table><tr><td>een</div><td>twee</table>", "een|twee", id="end-tag-from-outside-a-cell"
        ),
        pytest.param("<h2>Kop</h3><p>Tekst", "Kop|Tekst", id="wrong-heading-end"),
        pytest.param('<p class="a>Tekst</p>', "Tekst", id="quote-never-closed"),
        pytest.param("<p title='a > b'>Tekst", "Tekst", id="sign-in-an-attribute"),
        pytest.param("een</br>twee", "een\ntwee", id="closed-line-break"),
        pytest.param("Tekst <!-- nooit gesloten <p>weg", "Tekst", id="comment-never-closed"),
        pytest.param("Tekst <p", "Tekst", id="tag-never-closed"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_broken_pages_read_as_in_a_browser(source: str, text: str) -> None:
    assert "|".join(words(source)) == text


@pytest.mark.parametrize(
    ("source", "links"),
    [
        pytest.param(
            "<p>Zie <a href='/a?b=1&amp;c=2'> deze <b>pagina</b> </a>.",
            [("deze pagina", "/a?b=1&c=2")],
            id="plain",
        ),
        pytest.param(
            "<a href=/x><h2>Kop</h2><p>Meer</p></a>", [("Kop", "/x"), ("Meer", "/x")], id="around-blocks"
        ),
        pytest.param("<a href=/x>een<a href=/y>twee</a>", [("een", "/x"), ("twee", "/y")], id="never-closed"),
        pytest.param("<a name=x>een</a><a href=/leeg></a>", [], id="anchor-and-empty"),
    ],
)
def test_links_keep_their_words_and_target(source: str, links: list[tuple[str, str]]) -> None:
    document = read(source)
    assert [(document.text[k.start : k.end], k.target) for k in document.links] == links


@pytest.mark.parametrize(
    ("source", "title"),
    [
        pytest.param("<title>Paspoort &amp; reis</title><p>x", "Paspoort & reis", id="title"),
        pytest.param(
            "<title>Paspoort | Gemeente Dronten</title><h1>Paspoort</h1>", "Paspoort", id="name-of-the-site"
        ),
        pytest.param("<h2>Klein</h2><h1>Groot</h1>", "Groot", id="heading"),
        pytest.param("<h2>Klein</h2>", "", id="lower-heading"),
        pytest.param("<p>x", "", id="none"),
    ],
)
def test_the_title_is_that_of_the_page(source: str, title: str) -> None:
    assert read(source).title == title


def test_a_page_is_web_and_of_no_department() -> None:
    assert (read("<p>x").genre, read("<p>x").department) == ("web", None)


def test_a_letter_on_a_page_is_a_letter() -> None:
    sender = "<p>Gemeente Dronten<br>De Rede 1<br>8251 ER Dronten</p>"
    source = f"{sender}<p>Geachte heer,</p><p>U krijgt een paspoort.</p>"
    document = read_bytes(source.encode(), "brief.html")
    assert document.genre == "brief"
    assert [block.kind for block in document.blocks] == ["address", "salutation", "paragraph"]


def test_meta_tags_give_genre_and_department() -> None:
    document = read(
        "<meta name='duidelijk:soort' content='Brief'><meta name='duidelijk:afdeling' content='Burgerzaken'>x"
    )
    assert (document.genre, document.department) == ("brief", "Burgerzaken")


@pytest.mark.parametrize(
    ("source", "silenced"),
    [
        pytest.param("<!-- duidelijk uit: lange-zin --><p>a</p>", [("lange-zin", "a")], id="to-the-end"),
        pytest.param(
            "<p>a <!-- duidelijk uit: x, y -->b<!-- duidelijk aan: x --> c</p>",
            [("x", "b"), ("y", "b c")],
            id="one-back-on",
        ),
        pytest.param("<p>a <!--duidelijk uit-->b<!-- Duidelijk AAN --> c", [("*", "b")], id="every-rule"),
        pytest.param("<!-- duidelijk uit: x --><main>a</main>", [("x", "a")], id="above-the-main-part"),
        pytest.param("<!-- duidelijke uitleg --><p>a", [], id="another-comment"),
    ],
)
def test_a_remark_silences_rules_from_there_on(source: str, silenced: list[tuple[str, str]]) -> None:
    document = read(source)
    assert [(s.rule, document.text[s.start : s.end].strip()) for s in document.suppressions] == silenced


def test_a_remark_knows_its_line() -> None:
    (found,) = read("<p>a</p>\r\n\r\n <!-- duidelijk uit: x -->").suppressions
    assert (found.place.line, found.place.column) == (3, 2)


def test_a_place_is_the_line_and_column_in_the_file() -> None:
    document = read("<main>\r\n<p>U krijgt&nbsp;een\r\n  brief.</p>")
    place = place_of(document.source_map, document.text.index("brief"))
    assert (place.line, place.column) == (3, 3)


@pytest.mark.parametrize(
    "trap",
    [
        "<", "&", "<a ", "<!--", "<!", "<a href='", "&#", "&#x1", "&a", "<script>", "</", "<![CDATA[",
        "<textarea>", "<div>", "<b><div>", "</div>", "<p>", "<table><td>", "<ul><li>", "<a href=x>y",
        "<b><p></b>", "x<br>", "&nbsp;", "<h1>",
    ],
)  # fmt: skip
def test_a_page_made_to_hang_is_read(trap: str) -> None:
    document = read(trap * 20_000)
    assert in_blocks(document) == document.text.split()


def test_deep_nesting_is_read() -> None:
    assert words("<div>" * 10_000 + "Diep" + "</div>" * 10_000) == ["Diep"]


TAGS = [
    "p", "div", "b", "i", "span", "a", "ul", "li", "table", "tr", "td", "th", "h1", "h2", "br", "main", "nav",
    "script", "style", "title", "pre", "blockquote", "dl", "dd", "q", "svg", "template", "button",
]  # fmt: skip
MARKUP = st.one_of(
    st.sampled_from([f"<{name}>" for name in TAGS] + [f"</{name}>" for name in TAGS]),
    st.sampled_from(["<a href='/x'>", "<p hidden>", "<!-- x -->", "<!--", "<![CDATA[", "<p class='"]),
    st.sampled_from(["<!-- duidelijk uit -->", "<!-- duidelijk aan: x -->", "\r\n", "  ", "\u00a0"]),
    st.sampled_from(["&amp;", "&shy", "&#8364;", "&", "- ", "<br>-"]),
    st.text(max_size=8),
)
PAGES = st.lists(MARKUP, max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_any_page_gives_blocks_that_tile_the_text(source: str) -> None:
    document = read(source)
    assert in_blocks(document) == document.text.split()
    assert read(source) == document


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_every_letter_leads_back_to_itself(source: str) -> None:
    document = read(source)
    for segment in document.source_map.segments:
        text = document.text[segment.start : segment.end]
        origin = source[segment.source_start : segment.source_end]
        if origin and origin[0] not in "&< \t\n\f\r":
            assert text.split() == origin.split()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Z", "Cf"]), min_size=1), min_size=1))
def test_the_words_of_a_page_come_out_as_they_went_in(given_words: list[str]) -> None:
    source = "<p>x " + " <b>".join(f"{escape(word)}</b>" for word in given_words)
    document = read(source)
    assert document.text.split() == ["x", *given_words]
    for word in (word for word in given_words if not re.search("[&<>\"']", word)):
        at = source_offset(document.source_map, document.text.index(word))
        assert source.startswith(word[0], at)
