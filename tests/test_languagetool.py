"""``/v2``: the contract that LanguageTool's clients count on, field by field, and a real client.

The fields are those that LanguageTool's own server writes (classes ApiV2 and RuleMatchesAsJsonSerializer).
"""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.model import Finding, Place, Suggestion
from duidelijk.rendering.positions import counter
from duidelijk.source_places import source_range
from duidelijk.web.lt_matches import apart
from duidelijk.web.lt_request import RefusedError, asked
from tests.servers import Server

TEXT = "U kunt bellen conform de regels. Wij helpen u graag."
PATIENCE = 60


def check(url: str, path: str = "/v2/check", **form: str) -> httpx.Response:
    return httpx.post(url + path, data={"language": "nl", **form}, timeout=PATIENCE)


def matches(url: str, **form: str) -> list[dict[str, Any]]:
    answer = check(url, **form)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["matches"]
    return found


def annotated(*pieces: dict[str, str]) -> dict[str, str]:
    return {"data": json.dumps({"annotation": list(pieces)})}


def units(text: str, match: dict[str, Any]) -> str:
    """What a client that counts in UTF-16 sees marked."""
    data = text.encode("utf-16-le")
    return data[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")


# --- the shape


def test_the_answer_has_every_field(server_url: str) -> None:
    answer = check(server_url, text=TEXT)
    assert answer.headers["content-type"] == "application/json"
    data = answer.json()
    assert set(data) == {
        "software", "warnings", "language", "matches", "sentenceRanges", "extendedSentenceRanges",
    }  # fmt: skip
    assert set(data["software"]) == {"name", "version", "buildDate", "apiVersion", "premium", "status"}
    assert data["software"]["apiVersion"] == 1
    assert data["warnings"] == {"incompleteResults": False}
    assert data["language"] == {
        "name": "Dutch", "code": "nl",
        "detectedLanguage": {"name": "Dutch", "code": "nl", "confidence": 0.99, "source": "duidelijk"},
    }  # fmt: skip
    assert data["sentenceRanges"] == [[0, 32], [33, 52]]
    assert [[each["from"], each["to"]] for each in data["extendedSentenceRanges"]] == data["sentenceRanges"]
    (match,) = data["matches"]
    assert match == {
        "message": "‘conform’ klinkt formeel. Schrijf liever ‘volgens’.",
        "shortMessage": "Formeel woord",
        "replacements": [{"value": "volgens"}],
        "offset": 14,
        "length": 7,
        "context": {"text": TEXT, "offset": 14, "length": 7},
        "sentence": "U kunt bellen conform de regels.",
        "type": {"typeName": "Hint"},
        "rule": {
            "id": "formeel-woord",
            "description": "Formeel woord",
            "issueType": "style",
            "urls": [{"value": match["rule"]["urls"][0]["value"]}],
            "category": {"id": "STYLE", "name": "Duidelijke taal"},
            "isPremium": False,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }
    assert match["rule"]["urls"][0]["value"].endswith("/docs/regels/formeel-woord.md")


@pytest.mark.parametrize("path", ["/v2/check", "//v2/check", "/v2/v2/check", "/check", "/a/b/check"])
@pytest.mark.parametrize("way", ["body", "query", "get"])
def test_any_path_that_ends_in_check_checks(server_url: str, path: str, way: str) -> None:
    fields = {"language": "nl", "text": TEXT}
    if way == "get":
        answer = httpx.get(server_url + path, params=fields, timeout=PATIENCE)
    else:
        answer = httpx.post(
            server_url + path, timeout=PATIENCE, **{"data" if way == "body" else "params": fields}
        )
    assert [each["offset"] for each in answer.json()["matches"]] == [14]


def test_what_else_clients_ask(server_url: str) -> None:
    languages = httpx.get(f"{server_url}/v2/languages").json()
    assert [each["longCode"] for each in languages] == ["nl", "nl-NL", "nl-BE"]
    assert all(set(each) == {"name", "code", "longCode"} for each in languages)
    assert set(httpx.get(f"{server_url}/v2/info").json()["software"]) == {
        "name", "version", "buildDate", "commit", "premium",
    }  # fmt: skip
    assert httpx.get(f"{server_url}/v2/maxtextlength").text == "100000"
    configured = httpx.get(f"{server_url}/v2/configinfo", params={"language": "nl"}).json()
    assert configured["parameter"] == {"maxTextLength": 100000}
    assert "lange-zin" in {rule["ruleId"] for rule in configured["rules"]}
    for path in ("/v2/words", "/v2/words/add", "/v2/words/delete"):
        answer = httpx.post(server_url + path, data={"word": "x"})
        assert (answer.status_code, answer.text[:5]) == (403, "Error")
    assert httpx.get(f"{server_url}/v2/nergens").status_code == 404
    assert httpx.get(f"{server_url}/v2/nergens").headers["content-type"].startswith("text/plain")


# --- offsets


@pytest.mark.parametrize(
    "before", ["", "é ", "🏛️ ", "👩‍👩‍👧 en 𝒂 ", "a\u00adb ", "regel\r\n\r\n", "\ufeff", "́ "]
)
def test_offsets_count_in_utf16(server_url: str, before: str) -> None:
    text = f"{before}U kunt bellen conform de regels."
    (match,) = matches(server_url, text=text)
    assert units(text, match) == "conform"
    context = match["context"]
    assert units(context["text"], context) == "conform"


@pytest.mark.parametrize(
    ("pieces", "marked"),
    [
        ([{"text": "U belt conform de regels."}], "conform"),
        ([{"markup": "<p>"}, {"text": "U belt "}, {"markup": "<b>"}, {"text": "conform"}, {"markup": "</b>"},
          {"text": " de regels."}], "conform"),
        ([{"text": "U belt con"}, {"markup": "<b>"}, {"text": "form de regels."}], "con<b>form"),
        ([{"text": "U belt conf"}, {"markup": "&#111;", "interpretAs": "o"}, {"text": "rm de regels."}],
         "conf&#111;rm"),
        ([{"text": "U belt confor"}, {"markup": "&#109;", "interpretAs": "m"}, {"text": " de regels."}],
         "confor&#109;"),
        ([{"markup": "🏛️<i>"}, {"text": "U 🏛 belt con"}, {"markup": "🏛"}, {"text": "form de regels."}],
         "con🏛form"),
        ([{"text": "Kop"}, {"markup": "</h1><p>", "interpretAs": "\n\n"}, {"text": "U belt conform de regels."}],
         "conform"),
    ],
)  # fmt: skip
def test_offsets_count_the_markup_too(server_url: str, pieces: list[dict[str, str]], marked: str) -> None:
    whole = "".join(each.get("text", each.get("markup", "")) for each in pieces)
    (match,) = matches(server_url, **annotated(*pieces))
    assert units(whole, match) == marked
    assert match["replacements"] == [{"value": "volgens"}]


pieces = st.one_of(
    st.fixed_dictionaries({"text": st.text(max_size=6)}),
    st.fixed_dictionaries({"markup": st.text(max_size=6)}),
    st.fixed_dictionaries({"markup": st.text(max_size=6), "interpretAs": st.text(max_size=6)}),
)


@given(st.lists(pieces, max_size=8))
def test_every_character_of_a_text_is_found_back(parts: list[dict[str, str]]) -> None:
    form = httpx.QueryParams({"language": "nl", **annotated(*parts)})
    request = asked(b"", str(form).encode(), "", 1000)
    assert request.whole == "".join(part.get("text", part.get("markup", "")) for part in parts)
    place = 0
    for part in parts:
        for char in part.get("text", part.get("interpretAs", "")):
            start, end = source_range(request.segments, place, place + 1)
            assert 0 <= start <= end <= len(request.whole)
            if "text" in part:
                assert request.whole[start:end] == char
            place += 1


@given(st.text())
def test_units_are_those_of_utf16(text: str) -> None:
    at = counter(text, "utf-16")
    assert all(at(n) == len(text[:n].encode("utf-16-le")) // 2 for n in range(len(text) + 1))


# --- which findings


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ({}, ["formeel-woord"]),
        ({"level": "default"}, ["formeel-woord"]),
        ({"level": "picky"}, ["formeel-woord", "getal-notatie"]),
        ({"level": "picky", "disabledRules": "getal-notatie,iets"}, ["formeel-woord"]),
        ({"disabledRules": "FORMEEL-WOORD"}, []),
        ({"enabledRules": "getal-notatie"}, ["formeel-woord", "getal-notatie"]),
        ({"enabledRules": "getal-notatie", "enabledOnly": "true"}, ["getal-notatie"]),
        ({"enabledOnly": "false"}, ["formeel-woord"]),
        ({"disabledCategories": "STYLE"}, []),
        ({"disabledCategories": "woorden", "level": "picky"}, ["getal-notatie"]),
        ({"disabledCategories": "TYPOS"}, ["formeel-woord"]),
        ({"enabledCategories": "STYLE", "enabledOnly": "true"}, ["formeel-woord", "getal-notatie"]),
        ({"enabledCategories": "TYPOS", "enabledOnly": "true"}, []),
        ({"motherTongue": "nl", "mode": "all", "useragent": "x", "onbekend": "ja"}, ["formeel-woord"]),
        ({"username": "x", "apiKey": "y"}, ["formeel-woord"]),
    ],
)
def test_the_client_chooses_what_it_sees(server_url: str, form: dict[str, str], found: list[str]) -> None:
    text = "U kunt bellen conform de drie regels."
    assert [each["rule"]["id"] for each in matches(server_url, text=text, **form)] == found


@pytest.mark.parametrize("language", ["nl", "nl-NL", "nl-BE", "NL-be", "nl_NL", "auto"])
def test_dutch_is_checked(server_url: str, language: str) -> None:
    answer = check(server_url, text=TEXT, language=language).json()
    assert len(answer["matches"]) == 1
    assert answer["language"]["code"] in ("nl", "nl-NL", "nl-BE")


@pytest.mark.parametrize("language", ["en", "en-US", "de-DE-x-simple-language", "fy", "ca-ES-valencia"])
def test_other_languages_have_no_matches(server_url: str, language: str) -> None:
    answer = check(server_url, text=TEXT, language=language).json()
    assert answer["matches"] == []
    assert answer["language"]["code"] == language


@pytest.mark.parametrize("language", ["nl", "auto"])
def test_a_text_that_is_not_dutch_has_no_matches(server_url: str, language: str) -> None:
    english = (
        "The municipality is happy to tell you that all of the streets in this town will be cleaned. " * 3
    )
    assert matches(server_url, text=english, language=language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Geachte heer Jansen,", "Beste mevrouw De Vries,", "Met vriendelijke groet,", "Dronten, 3 maart 2026",
        "Onderwerp: uw aanvraag", "", " ", "\n\n", "•", "U kunt ons bellen.", "Dit is een zin zonder punt",
        "Beste meneer Jansen, u kunt ons bellen. Wij helpen u graag.", "1.", "https://www.voorbeeld.nl/",
    ],
)  # fmt: skip
def test_a_paragraph_is_not_taken_for_a_letter(server_url: str, text: str) -> None:
    assert matches(server_url, text=text, level="picky") == []


def test_a_whole_letter_hears_nothing_about_what_a_letter_must_have(server_url: str) -> None:
    letter = "Geachte heer Jansen,\n\nU krijgt een vergunning.\n\nMet vriendelijke groet,\n\nAnna de Wit"
    assert matches(server_url, text=letter, level="picky") == []


# --- marks that don't overlap


def finding(start: int, end: int, *marks: tuple[int, int], suggestion: str = "") -> Finding:
    expected = (Suggestion(suggestion),) if suggestion else ()
    return Finding(
        rule="r", severity="fout", start=start, end=end, actual="", marks=marks, expected=expected, choices=(),
        message="", why="", place=Place(1, 1),
    )  # fmt: skip


WORDS = "aaaa bbbb cccc dddd eeee."  # at 0, 5, 10, 15 and 20


@pytest.mark.parametrize(
    ("findings", "shown"),
    [
        ([finding(0, 4), finding(5, 9)], [(0, 4, True), (5, 9, True)]),
        ([finding(0, 25), finding(10, 14)], [(0, 9, False), (10, 14, True)]),
        ([finding(0, 25), finding(0, 4)], [(0, 4, True), (5, 24, False)]),
        ([finding(0, 25, (20, 24)), finding(0, 4)], [(0, 4, True), (20, 24, False)]),
        ([finding(0, 14), finding(10, 25)], [(0, 14, True), (15, 24, False)]),
        ([finding(0, 4), finding(0, 4)], [(0, 4, True), (0, 4, True)]),
        ([finding(3, 3)], []),
    ],
)
def test_small_findings_go_first_and_wide_ones_stand_beside_them(
    findings: list[Finding], shown: list[tuple[int, int, bool]]
) -> None:
    assert [(each.start, each.end, each.whole) for each in apart(findings, WORDS)] == shown


def test_no_mark_covers_another(server_url: str) -> None:
    text = (
        "Indien u vragen heeft over de aanvraag die door ons ten aanzien van de woning die u conform de regels "
        "heeft gekocht is behandeld, dient u contact op te nemen met de gemeente, omdat wij dat nodig hebben."
    )
    found = matches(server_url, text=text, level="picky")
    ends = [0, *(each["offset"] + each["length"] for each in found)]
    assert len(found) > 3
    assert all(each["offset"] >= end for each, end in zip(found, ends, strict=False))


# --- what is wrong is said in plain text


@pytest.mark.parametrize(
    ("form", "status", "said"),
    [
        ({}, 400, "Missing 'text' or 'data' parameter"),
        ({"text": "a", "data": "{}"}, 400, "Missing 'text' or 'data' parameter"),
        ({"text": "a", "language": ""}, 400, "Missing 'language' parameter"),
        ({"text": "a", "language": "nederlands"}, 400, "taalcode"),
        ({"text": "a", "level": "streng"}, 400, "niveau"),
        ({"text": "a", "enabledOnly": "true"}, 400, "enabledOnly"),
        ({"text": "a" * 100_001}, 413, "exceeds the limit of 100000 characters"),
        ({"data": "{"}, 400, "JSON"), ({"data": "[]"}, 400, "JSON-object"), ({"data": "{}"}, 400, "annotation"),
        ({"data": "[" * 100_000}, 400, "JSON"),
        ({"data": '{"text": 1}'}, 400, "'text' moet een tekst zijn"),
        ({"data": '{"text": "a", "annotation": []}'}, 400, "niet allebei"),
        ({"data": '{"annotation": {}}'}, 400, "lijst"), ({"data": '{"annotation": ["a"]}'}, 400, "Elk deel"),
        ({"data": '{"annotation": [{"text": "a", "markup": "b"}]}'}, 400, "niet allebei"),
        ({"data": '{"annotation": [{"text": "a", "interpretAs": "b"}]}'}, 400, "interpretAs"),
        ({"data": '{"annotation": [{}]}'}, 400, "Elk deel"),
        ({"data": '{"annotation": [{"markup": null}]}'}, 400, "'markup' moet een tekst zijn"),
        ({"data": '{"text": "\\ud83c"}'}, 400, "halve tekens"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_plain_text(
    server_url: str, form: dict[str, str], status: int, said: str
) -> None:
    answer = check(server_url, **form)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/plain; charset=utf-8")
    assert answer.text.startswith("Error: ")
    assert said in answer.text


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        (b"language=nl&text=%FF%FE", "application/x-www-form-urlencoded", 400),
        (b"language=nl&text=\xff", "application/x-www-form-urlencoded", 400),
        (b"language=nl&text=a%00b", "application/x-www-form-urlencoded", 200),
        ("language=nl&text=één".encode(), "application/x-www-form-urlencoded; charset=UTF-8", 200),
        (b"language=nl&text=a", "", 200),
        (b"language=nl&" + b"a=b&" * 1000, "application/x-www-form-urlencoded", 400),
        (b'{"language": "nl", "text": "a"}', "application/json", 415),
        (b"--x\r\n", "multipart/form-data; boundary=x", 415),
        (b"language=nl&text=%", "application/x-www-form-urlencoded", 200),
    ],
)
def test_odd_bodies(server_url: str, body: bytes, media_type: str, status: int) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    answer = httpx.post(f"{server_url}/v2/check", content=body, headers=headers, timeout=PATIENCE)
    assert answer.status_code == status, answer.text


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("text=Weg & water: 100% +, één dag.&language=nl-NL", "Weg & water: 100% +, één dag."),
        ("text=Vragen? Kijk op ?a=b&c=d\nof bel.&language=nl", "Vragen? Kijk op ?a=b&c=d\nof bel."),
        ("language=nl&text=U belt ons.&enabledRules=a&disabledRules=b", "U belt ons."),
        ("text=&language=nl&username=een naam", ""),
        ("text=Een%20gewoon+formulier.&language=nl", "Een gewoon formulier."),
    ],
)
def test_a_form_that_is_not_encoded_is_read_as_it_was_written(form: str, text: str) -> None:
    assert asked(b"", form.encode(), "", 100).text == text


def test_the_first_of_two_fields_counts() -> None:
    assert asked(b"", b"language=nl&text=a&text=b&language=en", "", 10).text == "a"
    with pytest.raises(RefusedError):
        asked(b"", b"language=nl&text=aaaaaaaaaaa", "", 10)


def test_a_wrong_method_is_refused(server_url: str) -> None:
    assert httpx.put(f"{server_url}/v2/check", content=b"x").status_code == 405


# --- browsers


@pytest.mark.parametrize("path", ["/v2/check", "//v2/check", "/v2/languages", "/check"])
def test_a_browser_may_ask_first(server_url: str, path: str) -> None:
    headers = {"Origin": "https://voorbeeld.nl", "Access-Control-Request-Private-Network": "true"}
    answer = httpx.options(server_url + path, headers=headers)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "Content-Type" in answer.headers["access-control-allow-headers"]
    assert answer.headers["access-control-allow-private-network"] == "true"


def test_web_pages_may_read_these_answers_and_no_others(server_url: str) -> None:
    headers = {"Origin": "https://voorbeeld.nl"}
    for answer in (
        httpx.post(f"{server_url}/v2/check", data={"text": TEXT, "language": "nl"}, headers=headers),
        httpx.post(f"{server_url}/v2/check", headers=headers),
    ):
        assert answer.headers["access-control-allow-origin"] == "*"
    for path in ("/v1/controles", "/rapport/2026-10", "/metrics", "/healthz"):
        assert "access-control-allow-origin" not in httpx.get(server_url + path, headers=headers).headers


def test_the_pages_that_may_read_can_be_named(locked: Server) -> None:
    def allowed(origin: str) -> str | None:
        answer = httpx.options(f"{locked.local}/v2/check", headers={"Origin": origin})
        assert answer.headers["vary"] == "Origin"
        return answer.headers.get("access-control-allow-origin")

    assert allowed("https://cms.voorbeeld.nl") == "https://cms.voorbeeld.nl"
    assert allowed("https://kwaad.voorbeeld.nl") is None


# --- a real client


def test_language_tool_python_shows_and_puts_in_our_suggestions(server_url: str) -> None:
    client = pytest.importorskip("language_tool_python", reason="language_tool_python is not installed")
    tool = client.LanguageTool("nl", remote_server=server_url)
    try:
        text = "🏛️ Wij handelen conform de regels. Wij bellen u omtrent de aanvraag."
        found = tool.check(text)
        marked = {text[m.offset : m.offset + m.error_length]: m.replacements for m in found}
        assert marked["conform"][0] == "volgens"
        assert "volgens de regels" in client.utils.correct(text, found)
    finally:
        tool.close()
