"""The rule book as Markdown: a page per rule, and a page that lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from duidelijk.model import SEVERITIES, Example, Lexicon, Rule, WordList
from duidelijk.rendering.words import enumeration

_CATEGORIES = {"woorden": "Woorden", "zinnen": "Zinnen", "opbouw": "Opbouw", "toon": "Toon"}
_GENRES = {"brief": "brieven", "web": "webpagina’s", "mail": "mails", "besluit": "besluiten"}
_INTRODUCTION = (
    "Hier vindt u van elke regel een pagina. Het programma maakt die van de bestanden in de map `rules/`.",
    "",
    "Wilt u een grens of een melding veranderen? Dat doet u in `duidelijk.toml`.",
    "U hoeft niet te programmeren.",
)
_SHOWN = 6
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def pages(rules: Sequence[Rule], strict: Mapping[str, Rule]) -> dict[str, str]:
    """File name → Markdown: ``README.md`` and a page for each rule; ``strict``: the strict rules by id."""
    made = {f"{rule.id}.md": _page(rule, strict.get(rule.id, rule)) for rule in rules}
    return {"README.md": _contents(rules), **made}


def _contents(rules: Sequence[Rule]) -> str:
    lines = ["# De regels", "", *_INTRODUCTION]
    for category, name in _CATEGORIES.items():
        own = [rule for rule in rules if rule.category == category]
        if own:
            lines += ["", f"## {name}", "", "| regel | naam | ernst |", "| --- | --- | --- |"]
            lines += [f"| [{rule.title}]({rule.id}.md) | `{rule.id}` | {_severities(rule)} |" for rule in own]
    return "\n".join(lines) + "\n"


def _severities(rule: Rule) -> str:
    return enumeration([each for each in SEVERITIES if each in rule.severity.values()], "of")


def _page(rule: Rule, strict: Rule) -> str:
    bad = [e for e in rule.examples if e.marks]
    good = [e for e in rule.examples if not e.marks]
    lines = [
        f"# {rule.title}",
        "",
        f"`{rule.id}` · {_CATEGORIES[rule.category].lower()} · {_severities(rule)}",
    ]
    lines += ["", rule.why, "", "## Wat u leest bij een melding", ""]
    lines += [f"- {plain(text)}" for text in rule.message.values()]
    lines += ["", "## Dit meldt de regel", "", *(_example(e) for e in bad)]
    lines += ["", "## Dit meldt de regel niet", "", *(_example(e) for e in good)]
    lines += ["", "## Instellingen", "", *_settings(rule, strict)]
    lines += ["", "## Bron", "", f"{plain(rule.source.rstrip('.'))}."]
    return "\n".join(lines) + "\n"


def _example(example: Example) -> str:
    """The text with the marked words in bold; a text of several lines, or of a web page, as it is."""
    note = f" *({plain(example.because.rstrip('.'))})*" if example.because else ""
    note += "" if example.profile == "standaard" else f" *(alleen in het profiel {example.profile})*"
    note += "".join(f" → {plain(text)}" for text in example.suggests)
    if "\n" in example.text.strip() or example.format == "html":
        return f"-{note or ' een hele tekst:'}\n\n{_fenced(example)}\n"
    return f"- {bold(example)}{note}"


def _fenced(example: Example) -> str:
    text = _marked(example, "[[", "]]").strip("\n")
    fenced = f"```{example.format}\n{text}\n```"
    return "\n".join(f"  {line}".rstrip() for line in fenced.splitlines())


def bold(example: Example) -> str:
    text, done = "", 0
    for start, end in sorted(example.marks):
        text += f"{plain(example.text[done:start])}**{plain(example.text[start:end])}**"
        done = end
    return text + plain(example.text[done:])


def _marked(example: Example, before: str, after: str) -> str:
    text = example.text
    for start, end in sorted(example.marks, reverse=True):
        text = f"{text[:start]}{before}{text[start:end]}{after}{text[end:]}"
    return text


def plain(text: str) -> str:
    """The text as Markdown that shows just that."""
    return _SPECIAL.sub(r"\\\1", text)


def _settings(rule: Rule, strict: Rule) -> list[str]:
    """What can be changed, with its value in both profiles, and how to write it down."""
    lines = [f"De regel geldt voor {_genres(rule)}.", "", "| instelling | standaard | streng | betekenis |"]
    lines += ["| --- | --- | --- | --- |", _row("severity", _steps(rule), _steps(strict), _counted(rule))]
    for name, value in rule.params.items():
        if not isinstance(value, (Lexicon, WordList)):
            lines.append(_row(name, _value(value), _value(strict.params[name]), rule.settings.get(name, "")))
    lists = [_list(value) for value in rule.params.values() if isinstance(value, (Lexicon, WordList))]
    if lists:
        lines += ["", f"De woorden van deze regel staan in {enumeration(lists)}."]
    return [*lines, "", "Zo verandert u de ernst, in `duidelijk.toml`:", "", "```toml",
            f"[rules.{rule.id}]", f"severity = {_in_toml(rule)}", "```"]  # fmt: skip


def _list(terms: Lexicon | WordList) -> str:
    """The file or folder of a list."""
    divided = isinstance(terms, WordList) and any(entry.field for entry in terms.entries)
    return f"`wordlists/{terms.name}{'/' if divided else '.tsv'}`"


def _in_toml(rule: Rule) -> str:
    steps = [(least, name) for least, name in rule.severity.items() if least > float("-inf")]
    if not steps:
        return f'"{next(iter(rule.severity.values()))}"'
    written = ", ".join(f'{least:g} = "{name}"' for least, name in steps)
    return f"{{{written}}}"


def _counted(rule: Rule) -> str:
    counted = rule.settings.get("severity", "")
    return f"de ernst; de grens is {counted}" if counted else "de ernst"


def _genres(rule: Rule) -> str:
    named = [name for genre, name in _GENRES.items() if genre in rule.genres]
    return "alle teksten" if len(rule.genres) > len(_GENRES) else enumeration(named)


def _row(name: str, standard: str, strict: str, meaning: str) -> str:
    return f"| `{name}` | {standard} | {strict} | {plain(meaning)} |"


def _steps(rule: Rule) -> str:
    steps = rule.severity.items()
    return ", ".join(
        name if least == float("-inf") else f"{name} vanaf {_value(least)}" for least, name in steps
    )


def _value(value: object) -> str:
    """A setting as a reader sees it; of a list only the first words."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, (int, float)):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, tuple):
        more = ", …" if len(value) > _SHOWN else ""
        named = [each.name if isinstance(each, WordList) else each for each in value[:_SHOWN]]
        return plain(", ".join(named) + more) or "(leeg)"
    if "\\" in str(value):
        return "(een patroon)"
    return f"`{value}`".replace("|", "\\|") if value else "(leeg)"
