"""The report on a period: the archive's numbers, the rule book's titles and the settings, together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from duidelijk import listed, rulebook
from duidelijk.archive import Archive
from duidelijk.archive.keys import document_hash, identities_of
from duidelijk.config import Config
from duidelijk.model import Goal, Period, Report
from duidelijk.reading.figures import read_ratings, read_reach
from duidelijk.reporting import Reach, build

_ORGANISATION = "Onze organisatie"


def report_on(
    archive: Archive,
    period: Period,
    config: Config,
    *,
    key_file: Path,
    residents: Path | None = None,
    reach: Sequence[Path] = (),
) -> Report:
    """The Report on the period, by these settings.

    ``residents``, ``reach``: CSV files, before those of the settings (see reading/figures.py); readers per
    source need the key of the archive. Raises ReadError, ArchiveError or ConfigError.
    """
    settings = config.report
    ratings, readers = residents or settings.residents, reach or settings.reach
    rules = rulebook.of(config).rules
    return build(
        archive,
        period,
        organisation=settings.organisation or _ORGANISATION,
        goal=Goal(settings.goal, date(settings.goal_year, 12, 31)),
        titles={rule.id: rule.title for rule in rules},
        instead=listed.instead(rules),
        residents=read_ratings(ratings) if ratings else (),
        reach=_reach(archive, readers, config.folder, key_file),
    )


def _reach(archive: Archive, files: Sequence[Path], folder: Path | None, key_file: Path) -> Reach:
    """The readers in these files together; of one name the last number counts."""
    sources: dict[str, float] = {}
    templates: dict[str, float] = {}
    for file in files:
        of_sources, of_templates = read_reach(file)
        sources |= of_sources
        templates |= of_templates
    return Reach(templates, _by_hash(sources, archive.key(key_file), folder) if sources else {})


def _by_hash(sources: Mapping[str, float], key: bytes, folder: Path | None) -> dict[bytes, float]:
    """The readers by the hash of each document; a file's name is seen from the folder of the settings."""
    found: dict[bytes, float] = {}
    for source, readers in sources.items():
        place = source if "://" in source else str((folder or Path.cwd()) / source)
        identity, *_ = identities_of(place, folder)
        found[document_hash(key, identity)] = readers
    return found
