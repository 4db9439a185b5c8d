"""The baseline: what was there already, so that the gate stops only what gets worse."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from duidelijk.baseline.file import read, written
from duidelijk.config import Config, PathSettings
from duidelijk.errors import GateError
from duidelijk.fingerprints import digest, keys, plain
from duidelijk.model import SEVERITIES, Finding, Recorded, Result, Since

__all__ = ["FILE", "Baseline", "load", "name_of", "path_of", "pruned", "recorded", "since", "written"]

FILE = "duidelijk-basis.json"
_LENGTH = 16
_PASSAGE = 6
"""From so many words on a finding is a passage: edited, it is still the same one."""
_ALIKE = 0.5
"""The share of its findings by which a text is known again under another name."""
_LEAST_ALIKE = 3

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The recorded documents by name; ``folder``: where names of files are seen from."""

    path: Path
    folder: Path
    documents: Mapping[str, Recorded] = field(default_factory=dict)

    def find(self, now: Recorded) -> Recorded | None:
        """What was recorded of this document, also when its file has another name now."""
        known = self.documents.get(now.document)
        return known or next(self._moved(now), None)

    def _moved(self, now: Recorded) -> Iterator[Recorded]:
        """The documents with this text, or much like it, whose file is gone."""
        same = [each for each in self.documents.values() if each.text == now.text]
        yield from (each for each in same if self.is_gone(each))
        alike = [(_shared(each, now), each) for each in self.documents.values()]
        likely = [(share, each.document, each) for share, each in alike if share >= _ALIKE]
        yield from (each for _, _, each in sorted(likely, key=lambda e: (-e[0], e[1])) if self.is_gone(each))

    def is_gone(self, recorded: Recorded) -> bool:
        """Whether it is a file that isn't there any more."""
        name = recorded.document
        return "://" not in name and not os.path.lexists(self.folder / name)


def _shared(one: Recorded, other: Recorded) -> float:
    """The share of their findings that two documents have in common (0–1); 0 for very few."""
    common = [key for key in one.findings if key in other.findings]
    shared = sum(min(one.findings[key][1], other.findings[key][1]) for key in common)
    return shared / max(map(_total, (one, other))) if shared >= _LEAST_ALIKE else 0.0


def _total(recorded: Recorded) -> int:
    return sum(count for _, count in recorded.findings.values())


def path_of(config: Config) -> Path:
    """The file of the baseline: as the settings name it, or else the usual one beside them."""
    return config.gate.baseline or (config.folder or Path.cwd()) / FILE


def load(config: Config, *, create: bool = False) -> Baseline | None:
    """The baseline of these settings; None where there is none and none is asked for.

    ``create``: an empty one where there is none. Raises GateError for one that is named and isn't there, or
    that can't be used.
    """
    path = path_of(config)
    folder = config.folder or path.absolute().parent
    if os.path.lexists(path):
        return Baseline(path, folder, {each.document: each for each in read(path)})
    if create:
        return Baseline(path, folder)
    if config.gate.baseline:
        raise GateError(
            f"De basis '{path}' bestaat niet. Controleer de naam. "
            "Of maak hem met: duidelijk baseline BESTANDEN."
        )
    return None


def name_of(source: str, folder: Path) -> str:
    """The name of a document in the baseline: a URL, or the path from the folder of the settings."""
    if "://" in source:
        return source
    here = os.path.realpath(folder)
    path = os.path.join(os.path.realpath(os.path.dirname(source)), os.path.basename(source))  # noqa: PTH118, PTH119, PTH120
    try:
        return Path(os.path.relpath(path, here)).as_posix()
    except ValueError:  # another disk
        return Path(path).as_posix()


def recorded(result: Result, name: str, settings: PathSettings, *, whole: Container[str]) -> Recorded:
    """What the baseline holds of a Result.

    ``settings``: those that hold for it. ``whole``: ids of the rules that judge the text as a whole.
    """
    silent = [sorted({*settings.off}), sorted({word.casefold() for word in settings.allow})]
    pipeline = result.pipeline
    ruler = (result.rulebook_version, pipeline.name, pipeline.version, result.profile, repr(silent))
    counts = Counter(map(_hashed, keys(result, whole=whole)))
    graves = {
        _hashed(key): each.severity
        for key, each in zip(keys(result, whole=whole), result.findings, strict=True)
    }
    return Recorded(
        document=name,
        grade=result.grade.value,
        text=digest("text", plain(result.document.text))[:_LENGTH],
        ruler=digest("ruler", *ruler)[:_LENGTH],
        findings={key: (graves[key], counts[key]) for key in sorted(counts)},
    )


def _hashed(key: Key) -> Key:
    return key[0], digest(*key)[:_LENGTH]


def since(before: Recorded, now: Recorded, result: Result, *, whole: Container[str]) -> Since:
    """What became of a text since ``before``; ``now``: what ``recorded`` says of the Result.

    A finding is old when its rule and words were there, as often as they were. So is a passage of several
    words that was edited: when one of the same rule, as grave, is gone.
    """
    left = Counter({key: count for key, (_, count) in before.findings.items()})
    new: list[Finding] = []
    unmatched: list[tuple[Finding, str]] = []
    for finding, key in zip(result.findings, keys(result, whole=whole), strict=True):
        if left[_hashed(key)] > 0:
            left[_hashed(key)] -= 1
        else:
            unmatched.append((finding, key[1]))
    for finding, words in unmatched:
        edited = _edited(finding, before, left) if len(words.split()) >= _PASSAGE else None
        if edited:
            left[edited] -= 1
        else:
            new.append(finding)
    return Since(
        before=before,
        new=tuple(new),
        solved={key: count for key, count in sorted(left.items()) if count > 0},
        unchanged=before.text == now.text,
        same_ruler=before.ruler == now.ruler,
    )


def _edited(finding: Finding, before: Recorded, left: Counter[Key]) -> Key | None:
    """What is gone and may be this finding before it was edited."""
    least = SEVERITIES.index(finding.severity)
    for key, (severity, _) in before.findings.items():
        if key[0] == finding.rule and left[key] > 0 and SEVERITIES.index(severity) >= least:
            return key
    return None


def pruned(change: Since, now: Recorded, *, passed: bool) -> Recorded:
    """What was recorded, without what is solved, under the name that the document has now.

    ``passed``: it may be published; then it is held to its grade of now, where that is higher.
    """
    before = change.before
    rest = {
        key: (severity, count - change.solved.get(key, 0))
        for key, (severity, count) in before.findings.items()
        if count > change.solved.get(key, 0)
    }
    kept = replace(before, document=now.document, findings=rest)
    if not (passed and change.same_ruler):
        return kept
    grades = [grade for grade in (before.grade, now.grade) if grade is not None]
    return replace(kept, grade=max(grades, default=None), text=now.text)
