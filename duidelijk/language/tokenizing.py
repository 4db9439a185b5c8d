"""The tokenizer of Dutch letters: abbreviations, references, addresses of pages and template fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from spacy.util import filter_spans

from duidelijk.language.tabular import lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.tokens import Doc

LIST = "grammatica/afkortingen-punt"

_L = r"[^\W\d_]"
_WHOLE = (
    r"[A-Za-zà-ÿ]\.(?:[a-zà-ÿ]\.)+|(?:[A-Z][a-z]?\.-?){2,}",  # z.s.m., A.Th.
    rf"{_L}{{2,}}(?:nr|nrs|str)\.",  # zaaknr.
    rf"\d*{_L}(?:{_L}|[\d-])*[’']{_L}{{1,4}}",  # foto’s, A4’tje
    r"[’']\d\d",  # ’24
    rf"\({_L}{{1,12}}-?\){_L}+|{_L}+\({_L}{{1,6}}\){_L}*",  # (her)beoordeling, bewijsstuk(ken)
    r"\d+(?:[.,]\d+)?(?:[°º][CF]?|[²³]|[a-zA-Z]{1,3}[²³]?)",  # 3°, 5m², 1e, 10kg
)
_WHOLE_MATCH = re.compile(rf"(?:{'|'.join(_WHOLE)})\Z")
_INSIDE_WORD = rf"(?!\({_L}{{1,12}}-?\){_L}|[’']\d\d\b)"
_AFTER_WORD = r"(?<=[a-z0-9][A-Z]|[0-9m][³])\."  # DigiD., 12A., 3 m³.
_APOSTROPHE = re.compile(r"[’'][a-zA-Z]{1,2}")
_FIELD = (
    r"\{\{[^{}\n]{1,60}\}\}|\$?\{[^{}\n]{1,60}\}|\[\[[^\[\]\n]{1,60}\]\]"
    r"|«[^«».!?\n]{1,40}»|<<[^<>\n]{1,60}>>"
)
_IBAN = r"\b[A-Z]{2}\d{2} [A-Z]{4}(?: \d{2,4}){2,4}\b"
_SPACED = re.compile(rf"{_FIELD}|{_IBAN}")


@cache
def abbreviations() -> Mapping[str, str]:
    """Each abbreviation as it may be written → may a sentence end with it: `ja`, `nee` or `soms`.

    Source: wordlists/grammatica/afkortingen-punt.tsv. Raises RulebookError on a broken list.
    """
    forms: dict[str, str] = {}
    for form, row in lexicon(LIST).rows.items():
        forms[form] = row["zinseinde"]
        if row["hoofdletter"] == "ja":
            forms[form[:1].upper() + form[1:]] = row["zinseinde"]
            if form.count(".") > 1:
                forms[form.upper()] = row["zinseinde"]
    return MappingProxyType(forms)


def extend_tokenizer(nlp: Language) -> None:
    """Makes the tokenizer of a Dutch pipeline fit for letters; one that is so already stays as it is.

    spaCy's own abbreviations and smileys go, for they swallow full stops (`best.`, `u.`, `8)`); the
    abbreviations of `abbreviations()` come in their place. Fields with spaces become one token in
    `merge_spaced`, which the component `duidelijk_boundaries` calls.
    """
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    rules = dict(tokenizer.rules)
    wanted = {form: parts for form, parts in rules.items() if _kept(form)}
    wanted |= {form: [{"ORTH": form}] for form in abbreviations()}
    if rules != wanted:
        tokenizer.rules = wanted
    endings = [str(s) for s in nlp.Defaults.suffixes or () if not str(s).startswith("(?<=[0-9])(?:km")]
    suffixes = "|".join(f"{ending}$" for ending in (*endings, _AFTER_WORD) if ending.strip())
    if _pattern(tokenizer.suffix_search) != suffixes:
        tokenizer.suffix_search = re.compile(suffixes).search
    prefixes = _pattern(tokenizer.prefix_search)
    if not prefixes.startswith(_INSIDE_WORD):
        tokenizer.prefix_search = re.compile(f"{_INSIDE_WORD}(?:{prefixes})").search
    if _pattern(tokenizer.token_match) != _WHOLE_MATCH.pattern:
        tokenizer.token_match = _WHOLE_MATCH.match


def _pattern(method: Any) -> str:
    """The regular expression behind a bound ``search`` or ``match``; empty where there is none."""
    return str(getattr(getattr(method, "__self__", None), "pattern", ""))


def _kept(form: str) -> bool:
    return form.isspace() or form == "''" or _APOSTROPHE.fullmatch(form) is not None


def merge_spaced(doc: Doc) -> None:
    """Makes one token of each template field and account number: `{{ naam }}`, `NL91 ABNA 0417 1643 00`."""
    found = (doc.char_span(*match.span()) for match in _SPACED.finditer(doc.text))
    spans = [span for span in found if span is not None and len(span) > 1]
    if spans:
        with doc.retokenize() as retokenizer:
            for span in filter_spans(spans):
                retokenizer.merge(span)
