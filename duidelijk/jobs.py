"""The files that a command was given → Results; one bad file doesn't stop the others."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from duidelijk.addresses import is_address, shown
from duidelijk.complaints import complain, fault, one_line
from duidelijk.errors import DuidelijkError, ReadError

if TYPE_CHECKING:
    from duidelijk.checker import Checker
    from duidelijk.config import Config
    from duidelijk.model import Document, Result, Verdict
    from duidelijk.rendering.run import Run

STDIN = "-"
STDIN_NAME = "tekst.txt"
_TOGETHER = 32
"""How many texts are read and checked at a time, at most."""


class Jobs:
    """Reads and checks the files; what can't be read is said, and kept in ``errors`` (source, message)."""

    def __init__(
        self,
        files: Sequence[str],
        *,
        genre: str | None,
        department: str | None,
        stdin_name: str | None,
        pipeline: str | None,
        profile: str | None,
        config_file: str | None,
    ) -> None:
        self.errors: list[tuple[str, str]] = []
        self._given = {"genre": genre, "department": department}
        self._stdin_name, self._pipeline = stdin_name or STDIN_NAME, pipeline
        self.config = settings(files, profile, config_file)
        self.paths = list(dict.fromkeys(path for file in dict.fromkeys(files) for path in self._found(file)))
        self.checker: Checker | None = None

    def loaded(self) -> Checker:
        """The Checker, loaded."""
        if self.checker is None:
            self.checker = checker_for(self.config, self._pipeline)
        return self.checker

    def given(self, source: str) -> dict[str, Any]:
        """Genre and department for the reader of this source: as given, else the genre of the settings."""
        from duidelijk.config import settings_for

        genre = self._given["genre"] or settings_for(self.config, source).genre
        return {"genre": genre, "department": self._given["department"]}

    def results(self, wanted: Callable[[Document], Document | None] = lambda each: each) -> Iterator[Result]:
        """The Result of each file that could be checked; what couldn't be stands in ``errors``.

        ``wanted``: gives the document to check, None for one that needn't be.
        """
        from duidelijk.progress import shown

        for paths in shown(self.paths, _TOGETHER):
            found = [(path, document) for path in paths if (document := self._read(path))]
            read = [(path, chosen) for path, document in found if (chosen := wanted(document))]
            checked = self._checked([document for _, document in read])
            if checked is not None:
                yield from checked
                continue
            for path, document in read:
                yield from self._checked([document], path) or ()

    def remark(self, results: list[Result]) -> None:
        """Says which settings silenced nothing, where enough texts were checked to know."""
        if len(results) > 1:
            from duidelijk.checker import unused_settings
            from duidelijk.rendering.words import unused_line

            for each in unused_settings(self.config, results):
                click.echo(f"Let op: {unused_line(each, self.titles())}.", err=True)

    def titles(self) -> dict[str, str]:
        """The title of each rule by its id."""
        from duidelijk.rulebook import load

        return {rule.id: rule.title for rule in load().rules}

    def context(self) -> dict[str, Any]:
        """Which pipeline, rule book and profile this run used."""
        from duidelijk import rulebook

        used = self.checker.pipeline if self.checker else None
        book = self.checker.rulebook if self.checker else rulebook.of(self.config)
        return {
            "pipeline": {
                "name": used.name if used else self._pipeline or self.config.pipeline,
                "version": used.version if used else None,
            },
            "rulebook_version": book.version,
            "profile": self.config.profile,
        }

    def run(self, results: Sequence[Result], verdicts: Sequence[Verdict] | None = None) -> Run:
        """What this command did, as the formats for other programs take it; ``verdicts``: one per result."""
        from duidelijk import __version__, rulebook
        from duidelijk.rendering.run import Run

        book = self.checker.rulebook if self.checker else rulebook.of(self.config)
        return Run(results, book.rules, self.errors, verdicts, __version__, str(Path.cwd()))

    def _found(self, file: str) -> list[str]:
        from duidelijk import reading

        if file == STDIN:
            return [STDIN]
        try:
            if is_address(file):
                raise ReadError(
                    f"'{one_line(shown(file))}' is een webadres en geen bestand. Gebruik duidelijk "
                    "scan voor een website, of sla de pagina op als .html."
                )
            if not file:
                raise ReadError("Een lege naam kan niet. Geef de naam van een bestand of van een map.")
            return list(map(str, reading.find_files([Path(file)])))
        except DuidelijkError as problem:
            self._fail(file, problem)
            return []

    def _checked(self, documents: list[Document], path: str = "") -> list[Result] | None:
        """Their Results; None where one of them makes the program fail, which is said if it's ``path``."""
        if not documents:
            return []
        checker = self.loaded()
        try:
            return list(checker.check_documents(documents))
        except DuidelijkError:
            raise
        except Exception as problem:
            if path:
                self._fail(path, ReadError(fault(problem, one_line(self._name(path)))))
            return None

    def _read(self, path: str) -> Document | None:
        from duidelijk import reading

        given = self.given(self._name(path))
        try:
            if path == STDIN:
                return reading.read_bytes(stdin_bytes(reading.WORD_LIMIT + 1), self._stdin_name, **given)
            return reading.read_file(Path(path), **given)
        except DuidelijkError as problem:
            self._fail(path, problem)
        except Exception as problem:
            self._fail(path, ReadError(fault(problem, one_line(self._name(path)))))
        return None

    def _name(self, path: str) -> str:
        return self._stdin_name if path == STDIN else path

    def _fail(self, path: str, problem: DuidelijkError) -> None:
        if not isinstance(problem, ReadError):
            raise problem
        self.errors.append((one_line(self._name(path)), str(problem)))
        complain(str(problem))


def settings(files: Sequence[str], profile: str | None, config_file: str | None) -> Config:
    """The settings for these files, as the options change them."""
    from duidelijk import config

    named = [file for file in files if file != STDIN]
    found = config.load_config(Path(config_file)) if config_file else config.config_for(named)
    return replace(found, profile=profile or found.profile)


def checker_for(config: Config, pipeline: str | None, *, remember: int = 0) -> Checker:
    """A Checker, loaded; from here on Python looks for rubbish again (see ``cli.main``)."""
    from duidelijk.checker import Checker

    checker = Checker(config, pipeline, remember=remember)
    gc.freeze()
    gc.enable()
    return checker


def bytes_of(file: str) -> bytes:
    """What is in the file, or in standard input for ``-``."""
    from duidelijk import reading

    return stdin_bytes(reading.WORD_LIMIT + 1) if file == STDIN else reading.file_bytes(file)


def stdin_bytes(limit: int) -> bytes:
    """At most ``limit`` bytes of standard input; ReadError where there is none."""
    try:
        return sys.stdin.buffer.read(limit)
    except (AttributeError, OSError):
        raise ReadError("Er is geen standaardinvoer. Geef de naam van een bestand.") from None
