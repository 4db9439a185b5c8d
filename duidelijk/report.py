"""The report on a period: the archive's numbers, the rule book's titles and the settings, together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from duidelijk import listed, rulebook
from duidelijk.addresses import is_url
from duidelijk.archive import Archive
from duidelijk.archive.keys import document_hash, identities_of
from duidelijk.config import Config
from duidelijk.model import Goal, Period, Report
from duidelijk.reading.figures import read_ratings, read_reach
from duidelijk.reporting import Reach, build


def report_on(
    archive: Archive,
    period: Period,
    config: Config,
    *,
    residents: Path | None = None,
    reach: Reach | None = None,
) -> Report:
    """The Report on the period, by these settings.

    ``residents``: a CSV file (see reading/figures.py), before that of the settings. ``reach``: see
    ``reach_of``. Raises ReadError, ArchiveError or ConfigError.
    """
    settings = config.report
    ratings = residents or settings.residents
    rules = rulebook.of(config).rules
    return build(
        archive,
        period,
        organisation=settings.organisation,
        goal=Goal(settings.goal, date(settings.goal_year, 12, 31)),
        titles={rule.id: rule.title for rule in rules},
        instead=listed.instead(rules),
        residents=read_ratings(ratings) if ratings else (),
        reach=reach,
        overrides=archive.overrides(period),
    )


def reach_of(
    archive: Archive, files: Sequence[Path], config: Config, key_file: Path
) -> tuple[Reach, tuple[str, ...]]:
    """The readers of what the archive knows, and the names in the files that it doesn't.

    ``files``: CSV, before those of the settings; of one name the last number counts. A file's name is seen
    from the folder of the settings. ``key_file``: of the archive. Raises ReadError or ArchiveError.
    """
    sources: dict[str, float] = {}
    templates: dict[str, float] = {}
    for file in files or config.report.reach:
        of_sources, of_templates = read_reach(file)
        sources |= of_sources
        templates |= of_templates
    hashes = _hashes(sources, archive.key(key_file), config) if sources else {}
    known, labels = archive.among(list(hashes.values())), archive.templates()
    missing = [name for name in sources if hashes[name] not in known]
    missing += [name for name in templates if name not in labels]
    return Reach(
        {name: readers for name, readers in templates.items() if name in labels},
        {hashes[name]: readers for name, readers in sources.items() if hashes[name] in known},
    ), tuple(missing)


def _hashes(sources: Mapping[str, float], key: bytes, config: Config) -> dict[str, bytes]:
    """The hash of each document by its name."""
    found = {}
    for source in sources:
        place = source if is_url(source) else str((config.folder or Path.cwd()) / source)
        identity, *_ = identities_of(place, config.folder, config.archive.name)
        found[source] = document_hash(key, identity)
    return found
