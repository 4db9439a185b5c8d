"""The baseline: what was there already, so that the gate stops only what gets worse."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from duidelijk.addresses import is_url
from duidelijk.baseline.file import read, written
from duidelijk.config import Config, PathSettings
from duidelijk.errors import GateError
from duidelijk.fingerprints import digest, keys, plain
from duidelijk.model import SEVERITIES, Block, Document, Finding, Recorded, Result, Since

__all__ = ["FILE", "Baseline", "load", "name_of", "path_of", "pruned", "recorded", "since", "written"]

FILE = "duidelijk-basis.json"
_LENGTH = 16
_SHORT = 8
_NO_TEXT = "0" * _LENGTH
"""The hash of a text that is no longer anyone's."""
_PASSAGE = 6
"""From so many words on a finding is a passage: edited, it is still the same one."""
_ALIKE = 0.5
"""The share of its blocks by which a text is known again under another name."""
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
        blocks = frozenset(now.blocks)
        likely = [each for each in self.documents.values() if not blocks.isdisjoint(each.blocks)]
        ranked = sorted((-_shared(each, now), each.document) for each in likely)
        for share, name in ranked:
            if -share >= _ALIKE and self.is_gone(self.documents[name]):
                yield self.documents[name]

    def is_gone(self, recorded: Recorded) -> bool:
        """Whether it is a file that isn't there any more."""
        name = recorded.document
        return not is_url(name) and not os.path.lexists(self.folder / name)


def _shared(one: Recorded, other: Recorded) -> float:
    """The share of blocks that two documents have in common (0–1), 1 for one text; 0 for very few."""
    if one.text == other.text:
        return 1.0
    common = (Counter(one.blocks) & Counter(other.blocks)).total()
    return common / max(len(one.blocks), len(other.blocks)) if common >= _LEAST_ALIKE else 0.0


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
            "Of maak de basis met: duidelijk baseline BESTANDEN."
        )
    return None


def name_of(source: str, folder: Path) -> str:
    """The name of a document in the baseline: a URL, or the path from the folder of the settings."""
    if is_url(source):
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
    hashed = [_hashed(key) for key in keys(result, whole=whole)]
    graves = dict(zip(hashed, (each.severity for each in result.findings), strict=True))
    return Recorded(
        document=name,
        grade=result.grade.value,
        ruler=digest("ruler", *ruler)[:_LENGTH],
        text=digest("text", plain(result.document.text))[:_LENGTH],
        blocks=tuple(sorted(_block(result.document, each) for each in result.document.blocks)),
        findings={key: (graves[key], count) for key, count in sorted(Counter(hashed).items())},
    )


def _hashed(key: Key) -> Key:
    return key[0], digest(*key)[:_LENGTH]


def _block(document: Document, block: Block) -> str:
    return digest("block", plain(document.text[block.start : block.end]))[:_SHORT]


def since(before: Recorded, now: Recorded, result: Result, *, whole: Container[str]) -> Since:
    """What became of a text since ``before``; ``now``: what ``recorded`` says of the Result.

    A finding is old when its rule and words were there, as often as they were: first those in a block that
    nobody touched, wherever that is now. What is more there is old as well (other rules find more in it), but
    not when it judges the text as a whole (``whole``). So is a passage of several words that was edited: when
    one of the same rule, as grave, is gone.
    """
    left = Counter({key: count for key, (_, count) in before.findings.items()})
    old = _untouched(before, now, result.document)
    stays = [finding.rule not in whole and _within(finding, old) for finding in result.findings]
    named = list(zip(result.findings, keys(result, whole=whole), stays, strict=True))
    new: list[Finding] = []
    unmatched: list[tuple[Finding, str, bool]] = []
    for finding, key, stay in sorted(named, key=lambda each: not each[2]):
        if left[_hashed(key)] > 0:
            left[_hashed(key)] -= 1
        else:
            unmatched.append((finding, key[1], stay))
    for finding, words, stay in unmatched:
        if edited := _edited(finding, before, left) if stay or len(words.split()) >= _PASSAGE else None:
            left[edited] -= 1
        elif not stay:
            new.append(finding)
    return Since(
        before=before,
        new=tuple(new),
        solved={key: count for key, count in sorted(left.items()) if count > 0},
        unchanged=before.text == now.text,
        same_ruler=before.ruler == now.ruler,
    )


def _untouched(before: Recorded, now: Recorded, document: Document) -> tuple[list[int], list[bool]]:
    """Where each block of the document begins, and whether it was there, as often as it is now."""
    known, here = Counter(before.blocks), Counter(now.blocks)
    hashes = [_block(document, each) for each in document.blocks]
    return [each.start for each in document.blocks], [here[each] <= known[each] for each in hashes]


def _within(finding: Finding, untouched: tuple[list[int], list[bool]]) -> bool:
    """Whether all blocks from its first mark to its last are untouched."""
    starts, old = untouched
    first = bisect_right(starts, finding.marks[0][0]) - 1
    last = bisect_right(starts, max(finding.marks[-1][1] - 1, finding.marks[0][0])) - 1
    return first >= 0 and all(old[first : last + 1])


def _edited(finding: Finding, before: Recorded, left: Counter[Key]) -> Key | None:
    """What is gone and may be this finding before it was edited."""
    least = SEVERITIES.index(finding.severity)
    for key, (severity, _) in before.findings.items():
        if key[0] == finding.rule and left[key] > 0 and SEVERITIES.index(severity) >= least:
            return key
    return None


def pruned(change: Since, now: Recorded, *, passed: bool) -> Recorded:
    """What was recorded, without what is solved, under the name that the document has now.

    ``passed``: it may be published; then it is held to its text of now, and to its grade where that is
    higher. Otherwise to what it still has of the old text.
    """
    before = change.before
    rest = {
        key: (severity, count - change.solved.get(key, 0))
        for key, (severity, count) in before.findings.items()
        if count > change.solved.get(key, 0)
    }
    kept = replace(before, document=now.document, findings=rest)
    if passed:
        grades = [
            each for each in (before.grade, now.grade if change.same_ruler else None) if each is not None
        ]
        return replace(kept, grade=max(grades, default=None), text=now.text, blocks=now.blocks)
    if change.solved:
        still = sorted((Counter(before.blocks) & Counter(now.blocks)).elements())
        return replace(kept, text=_NO_TEXT, blocks=tuple(still))
    return kept
