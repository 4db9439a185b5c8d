"""The rule book: rules/**/*.yaml and wordlists/ as Rule values; strict, all errors at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duidelijk.config import Config
from duidelijk.errors import ConfigError, RulebookError
from duidelijk.model import PROFILES, Rule, WordList
from duidelijk.nodes import Node
from duidelijk.resources import folder
from duidelijk.rulefile import read_rule

if TYPE_CHECKING:
    from duidelijk.own_rows import OwnWord


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules by id, in a fixed order, and the version: a digest of every rule, list and own setting."""

    rules: tuple[Rule, ...]
    version: str

    def rule(self, id: str) -> Rule | None:
        """The rule with this id."""
        return next((rule for rule in self.rules if rule.id == id), None)


def load(rules: Path | None = None, wordlists: Path | None = None, *, profile: str = PROFILES[0]) -> Rulebook:
    """The rule book in these folders (default: the ones that came with the program), as a profile has it.

    Raises RulebookError with every problem, one ``file:line: problem`` per line.
    """
    return _load(rules or folder("rules"), wordlists or folder("wordlists"), profile)


def of(config: Config) -> Rulebook:
    """The rule book as these settings have it, with the organisation's own words.

    Raises ConfigError with every problem and its place.
    """
    own: tuple[OwnWord, ...] = ()
    if config.lists:
        from duidelijk.own_words import read_own

        own = read_own(config.lists)
    return adjusted(config.rules, profile=config.profile, own=own)


def check_names(config: Config, book: Rulebook) -> None:
    """Raises ConfigError when a rule that is turned off, or that blocks, isn't in the book."""
    known = {rule.id for rule in book.rules}
    limits = (config.gate.limits, *config.gate.genres.values(), *(path.limits for path in config.paths))
    named = {
        "off": {*config.off, *(rule for path in config.paths for rule in path.off)},
        "block": {rule for each in limits for rule in each.block or ()},
    }
    for key, rules in named.items():
        if unknown := sorted(rules - known):
            raise ConfigError(
                f"In duidelijk.toml staat bij '{key}' een regel die niet bestaat: {', '.join(unknown)}. "
                "Bekijk de namen met: duidelijk rules."
            )


def adjusted(
    settings: Mapping[str, Node], *, profile: str = PROFILES[0], own: tuple[OwnWord, ...] = ()
) -> Rulebook:
    """The rule book that came with the program, with an organisation's own settings by rule id and its words.

    Raises ConfigError with every problem and its line.
    """
    book = load(profile=profile)
    if not settings and not own:
        return book
    known = {rule.id for rule in book.rules}
    errors = [
        f"{node.origin}:{node.key_line}: de regel '{id}' bestaat niet. Bekijk de namen met: duidelijk rules."
        for id, node in settings.items()
        if id not in known
    ]
    rules = tuple(_own(rule, settings.get(rule.id), profile, errors) for rule in book.rules)
    if errors:
        raise ConfigError("\n".join(errors))
    digest = hashlib.sha256(book.version.encode())
    digest.update(repr([(id, settings[id].plain) for id in sorted(settings)]).encode())
    if own:
        digest.update(repr([(replace(w.entry, source=""), w.list, sorted(w.given)) for w in own]).encode())
        rules = tuple(replace(rule, params=_with_own(rule.params, own)) for rule in rules)
    return Rulebook(rules, digest.hexdigest()[:12])


def _with_own(params: Mapping[str, Any], own: tuple[OwnWord, ...]) -> dict[str, Any]:
    """The settings of a check, with the organisation's words in every word list."""
    from duidelijk.own_words import with_own

    def changed(value: Any) -> Any:
        if isinstance(value, WordList):
            return with_own(value, own)
        if isinstance(value, tuple) and value and isinstance(value[0], WordList):
            return tuple(with_own(each, own) for each in value)
        return value

    return {name: changed(value) for name, value in params.items()}


def _own(rule: Rule, settings: Node | None, profile: str, errors: list[str]) -> Rule:
    if settings is None:
        return rule
    path = folder("rules") / rule.category / f"{rule.id}.yaml"
    return read_rule(path, folder("wordlists"), errors, profile=profile, settings=settings) or rule


@cache
def _load(rules: Path, wordlists: Path, profile: str) -> Rulebook:
    files = sorted(rules.glob("*/*.yaml"))
    errors: list[str] = [] if files else [f"{rules.name}: hier staan geen regels"]
    loaded = [read_rule(path, wordlists, errors, profile=profile) for path in files]
    ids = [path.stem for path in files]
    doubled = [path for path in files if ids.count(path.stem) > 1]
    errors += [f"rules/{path.parent.name}/{path.name}:1: deze regel staat in twee mappen" for path in doubled]
    errors += [
        f"rules/{rule.category}/{rule.id}.yaml:1: de regel {other!r} bij 'yields' bestaat niet"
        for rule in filter(None, loaded)
        for other in rule.yields
        if other not in ids
    ]
    if errors:
        raise RulebookError("\n".join(errors))
    return Rulebook(tuple(rule for rule in loaded if rule), _version(files, sorted(wordlists.rglob("*.tsv"))))


def _version(rules: list[Path], lists: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in (*rules, *lists):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]
