"""Other words in text, Markdown and HTML: encoding, line ends, wraps and formatting stay as they were."""

from __future__ import annotations

import pytest

from duidelijk.model import Edit
from duidelijk.reading import read_bytes
from duidelijk.writing import opened, refusal, write


def written(source: str | bytes, name: str, *changes: tuple[str, str]) -> tuple[bytes, list[str]]:
    """The new bytes and the reasons of refusals; each change names words that stand in the text once."""
    data = source.encode() if isinstance(source, str) else source
    document = read_bytes(data, name)
    edits = []
    for old, new in changes:
        assert document.text.count(old) == 1, document.text
        at = document.text.index(old)
        edits.append(Edit(at, at + len(old), new))
    writer = opened(data, document)
    result, refused = write(writer, edits)
    reasons = [each.reason for each in refused]
    assert all(refusal(writer, each.edit) in ("", each.reason) for each in refused)
    return result, reasons


KEPT = [
    pytest.param("U dient te betalen.", "txt", ("dient te", "moet"), "U moet betalen.", id="text"),
    pytest.param(
        "Wij vragen u met betrek-\nking tot uw aanvraag om\neen foto.",
        "txt", ("met betrek-\nking tot", "over"), "Wij vragen u over\nuw aanvraag om\neen foto.", id="word-over-two-lines",
    ),
    pytest.param(
        "Wij schrijven u ten\r\naanzien van uw aanvraag\r\nvan 3 mei.",
        "txt", ("ten\r\naanzien van", "over"), "Wij schrijven u over\r\nuw aanvraag\r\nvan 3 mei.", id="line-end-of-windows",
    ),
    pytest.param(
        "Het bezwaar wordt door ons\nin goede orde ontvangen en\ngelezen.",
        "txt",
        ("Het bezwaar wordt door ons\nin goede orde ontvangen en\ngelezen", "Wij hebben het bezwaar goed ontvangen en gelezen"),
        "Wij hebben het bezwaar goed\nontvangen en\ngelezen.", id="sentence-stays-wrapped",
    ),
    pytest.param("Dit is derhalve zo.", "txt", ("derhalve", ""), "Dit is zo.", id="removed-word-takes-its-space"),
    pytest.param("U kunt parkeren.  Bel ons.", "txt", ("parkeren.  Bel", "parkeren. Bel"), "U kunt parkeren. Bel ons.", id="only-white-space"),
    pytest.param(
        "U **dient** het formulier *op te sturen* naar ons.",
        "md", ("dient het formulier op te sturen", "moet het formulier opsturen"),
        "U **moet** het formulier *opsturen* naar ons.", id="bold-and-italic-stay",
    ),
    pytest.param(
        "De aanvraag wordt **binnen acht weken** door ons behandeld.",
        "md", ("De aanvraag wordt binnen acht weken door ons behandeld", "Wij behandelen de aanvraag binnen acht weken"),
        "Wij behandelen de aanvraag **binnen acht weken**.", id="words-around-bold-move",
    ),
    pytest.param("U **moet dus** betalen.", "md", ("dus betalen", "betalen"), "U **moet** betalen.", id="space-of-bold-goes"),
    pytest.param("Lees [het vigerende plan](http://x.nl/a_b) eerst.", "md", ("vigerende", "geldende"), "Lees [het geldende plan](http://x.nl/a_b) eerst.", id="words-of-a-link"),
    pytest.param("> Indien u belt,\n> helpen wij u graag.", "md", ("Indien u belt,\nhelpen", "Als u belt, helpen"), "> Als u belt,\n> helpen wij u graag.", id="quotation-stays-wrapped"),
    pytest.param("Bel ons circa drie keer.", "md", ("circa", "*ongeveer*"), r"Bel ons \*ongeveer\* drie keer.", id="marks-are-escaped"),
    pytest.param(
        "<p>U <strong>dient</strong> te betalen voor caf&eacute;&nbsp;De&nbsp;Zon.</p>",
        "html", ("dient te betalen", "moet betalen"), "<p>U <strong>moet</strong> betalen voor caf&eacute;&nbsp;De&nbsp;Zon.</p>", id="html",
    ),
    pytest.param("<p>U betaalt circa\n   vijf euro voor de pas.</p>", "html", ("circa", "R&D < 3"), "<p>U betaalt R&amp;D &lt; 3\n   vijf euro voor de pas.</p>", id="signs-are-escaped"),
    pytest.param("<p>Bel ons <!-- x --> ten behoeve van de pas.</p>", "html", ("ten behoeve van", "voor"), "<p>Bel ons <!-- x --> voor de pas.</p>", id="remark-stays"),
    pytest.param("<p>U kunt <b>gaan</b> zitten en <a href='/x'>indien nodig</a> bellen.</p>", "html", ("indien", "als"), "<p>U kunt <b>gaan</b> zitten en <a href='/x'>als nodig</a> bellen.</p>", id="link"),
    pytest.param("<p>Betaal op tijd:<br>indien u dat wilt.</p>", "html", ("indien u", "als u"), "<p>Betaal op tijd:<br>als u dat wilt.</p>", id="line-break"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "suffix", "change", "expected"), KEPT)
def test_only_the_words_that_change_are_touched(
    source: str, suffix: str, change: tuple[str, str], expected: str
) -> None:
    assert written(source, f"a.{suffix}", change) == (expected.encode(), [])


ITEMS = ("mee: een paspoort, een foto en een bankpas.", "mee:\n- een paspoort\n- een foto\n- een bankpas")
LISTS = [
    pytest.param(f"Neem {ITEMS[0]}", "txt", f"Neem {ITEMS[1]}", id="text"),
    pytest.param(
        f"Neem {ITEMS[0]} Kom op tijd.\r\n\r\nTot dan.", "txt",
        f"Neem {ITEMS[1]}\n\nKom op tijd.\n\nTot dan.".replace("\n", "\r\n"), id="the-rest-is-a-new-paragraph",
    ),
    pytest.param(
        "Neem mee: een paspoort, een **foto** en een bankpas. Kom op tijd.", "md",
        "Neem mee:\n\n- een paspoort\n- een **foto**\n- een bankpas\n\nKom op tijd.", id="markdown",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "suffix", "expected"), LISTS)
def test_a_list_is_made_in_text_and_markdown(source: str, suffix: str, expected: str) -> None:
    assert written(source, f"a.{suffix}", ITEMS) == (expected.encode(), [])


FORMATTING, LIST = "opmaak", "opsomming"
REFUSED = [
    pytest.param("U **dient te betalen** voor 1 mei.", "md", ("U dient te betalen voor", "Betaal vóór"), FORMATTING, id="bold-would-go"),
    pytest.param("**De aanvraag** wordt door ons behandeld.", "md", ("De aanvraag wordt door ons behandeld", "Wij behandelen de aanvraag"), FORMATTING, id="bold-would-grow"),
    pytest.param("Wij sturen **binnen acht weken** een brief.", "md", ("Wij sturen binnen acht weken een brief", "Binnen acht weken sturen wij een brief"), FORMATTING, id="bold-words-would-move"),
    pytest.param("<p>Zie <a href='/x'>de site</a> of bel ons.</p>", "html", ("de site of bel", "of bel"), FORMATTING, id="link-would-be-empty"),
    pytest.param("<p>De <b>ene partij</b> <i>andere partij</i> wint.</p>", "html", ("ene partij andere partij", "wij samen met u beiden"), FORMATTING, id="new-words-for-two-formats"),
    pytest.param(f"<p>Neem {ITEMS[0]}</p>", "html", ITEMS, LIST, id="list-in-html"),
    pytest.param(f"- Neem {ITEMS[0]}\n- Kom op tijd.", "md", ITEMS, LIST, id="list-in-a-list"),
    pytest.param("Wij bellen u circa drie keer.", "md", ("circa drie", "1. circa"), "", id="not-refused"),
    pytest.param("Circa drie keer bellen wij u.", "md", ("Circa", "1."), "indeling", id="would-become-a-list"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "suffix", "change", "reason"), REFUSED)
def test_what_would_spoil_the_file_is_refused_with_a_reason(
    source: str, suffix: str, change: tuple[str, str], reason: str
) -> None:
    data, reasons = written(source, f"a.{suffix}", change)
    if not reason:
        assert reasons == [] and data != source.encode()
        return
    assert data == source.encode()
    assert len(reasons) == 1 and reason in reasons[0]


def test_of_two_edits_that_overlap_the_first_is_made() -> None:
    data, reasons = written(
        "U dient derhalve te betalen.", "a.txt", ("dient derhalve", "moet dus"), ("derhalve", "dus")
    )
    assert data == b"U moet dus te betalen." and "ander voorstel" in reasons[0]


def test_one_refused_edit_leaves_the_others() -> None:
    source = "Circa drie keer bellen wij u. Indien u belt, helpen wij u.\n\nBel **derhalve** ons."
    data, reasons = written(source, "a.md", ("Circa", "1."), ("Indien", "Als"), ("derhalve", "dus"))
    assert data.decode() == source.replace("Indien", "Als").replace("derhalve", "dus")
    assert len(reasons) == 1


DUTCH = "Eén café vraagt u om geld. Indien u belt, helpen wij u graag verder."
ENCODINGS = [
    pytest.param(DUTCH.encode("utf-8"), id="utf-8"),
    pytest.param(DUTCH.encode("utf-8-sig"), id="utf-8-with-bom"),
    pytest.param(DUTCH.encode("cp1252"), id="windows-1252"),
]


@pytest.mark.parametrize("data", ENCODINGS)
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_the_encoding_stays(data: bytes, suffix: str) -> None:
    assert written(data, f"a.{suffix}", ("Indien", "Als")) == (data.replace(b"Indien", b"Als"), [])


def test_a_character_that_the_encoding_lacks() -> None:
    data = DUTCH.encode("cp1252")
    same, reasons = written(data, "a.txt", ("Indien", "→"))
    assert same == data and "tekenset" in reasons[0]
    assert written(data, "a.html", ("Indien", "→")) == (data.replace(b"Indien", b"&#8594;"), [])


def test_a_file_with_damaged_characters_stays() -> None:
    data = ("Één café vraagt u één keer. Indien u belt, héél graag. " * 3).encode() + b"caf\xc3"
    document = read_bytes(data, "a.txt")
    same, refused = write(opened(data, document), [Edit(0, 3, "Een")])
    assert same == data and "beschadigde tekens" in refused[0].reason


def test_nothing_to_write_gives_the_same_bytes() -> None:
    assert written(DUTCH, "a.txt") == (DUTCH.encode(), [])
