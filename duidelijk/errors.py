"""What can go wrong, said in one Dutch sentence; each error knows its exit code."""

from __future__ import annotations


class DuidelijkError(Exception):
    """Something the user can mend; ``str(error)`` is one clear Dutch sentence."""

    exit_code = 2


class ReadError(DuidelijkError):
    """A file or text can't be read."""


class ConfigError(DuidelijkError):
    """duidelijk.toml is wrong; the message names file, line and what is allowed."""


class RulebookError(DuidelijkError):
    """A rule or word list is wrong; all problems, one per line."""


class PipelineError(DuidelijkError):
    """The language pipeline can't be loaded."""


class OutputError(DuidelijkError):
    """The output can't be written."""


class ArchiveError(DuidelijkError):
    """The archive can't be opened, read or written."""


class PeriodError(DuidelijkError):
    """Something isn't a month, quarter or year."""


class FetchError(DuidelijkError):
    """A website can't be reached, or its sitemap can't be read."""


class GateError(DuidelijkError):
    """The gate can't judge: an unknown reason, or a baseline that can't be used."""
