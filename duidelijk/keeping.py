"""Results on their way into the archive, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from duidelijk import __version__
from duidelijk.complaints import few_names
from duidelijk.config import settings_for
from duidelijk.jobs import STDIN, STDIN_NAME
from duidelijk.opening import key_file, opened

if TYPE_CHECKING:
    from duidelijk.archive import Archive, Saved
    from duidelijk.archive.versions import Known
    from duidelijk.config import Config
    from duidelijk.jobs import Jobs
    from duidelijk.model import Document, Record, Result

_TOGETHER = 32
"""How many texts are saved at a time, at most: what a stop half-way can cost."""


class Keeper:
    """Saves the Results of a run in the archive, a few at a time; ``day``, ``template``: as given."""

    def __init__(
        self,
        jobs: Jobs,
        *,
        archive: str | None,
        day: date | None = None,
        template: str | None = None,
        create: bool = True,
    ) -> None:
        from duidelijk.archive import Saved

        self._jobs, self.day, self._template = jobs, day, template or ""
        self.program = __version__
        self.archive = opened(jobs.config, archive, create=create)
        self._key = self.archive.key(key_file(jobs.config, self.archive, archive))
        self.saved = Saved()
        self._misdated: dict[str, None] = {}

    def new(self, document: Document) -> Document | None:
        """The document, if it has to be checked; one that is there already only gets department and day."""
        from duidelijk.archive import Saved

        known = self.known(document)
        if not self.archive.has(known):
            return document
        self.archive.touch(known, utc_now())
        self.saved += Saved(known=1)
        return None

    def outdated(self, document: Document) -> Document | None:
        """The document as the archive has it, if other rules or another pipeline measured it."""
        genre = self.archive.outdated_genre(self.known(document))
        return replace(document, genre=genre) if genre else None

    def kept(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same Results; each is in the archive by the time that some more have passed, or it stops."""
        waiting: list[Record] = []
        try:
            for result in results:
                waiting.append(self.record(result))
                if len(waiting) == _TOGETHER:
                    self._save(waiting)
                yield result
        finally:
            self._save(waiting)

    def put(self, result: Result, now: datetime) -> Saved:
        """Saves one Result at once; gives what came of it."""
        saved = self.archive.save([self.record(result)], now)
        self.saved += saved
        return saved

    def hashed(self, kind: str, name: str) -> bytes:
        """The keyed hash of what a scan remembers."""
        from duidelijk.archive.keys import page_hash

        return page_hash(self._key, kind, name)

    def record(self, result: Result) -> Record:
        """What the archive keeps of it."""
        from duidelijk.archive.records import record_of

        self._look_at_date(result.document)
        return record_of(
            result,
            key=self._key,
            identity=self._identity(result.document),
            program=self.program,
            settings=settings_for(self._jobs.config, result.document.source),
            today=date.today(),
            day=self.day,
            template=self._template,
        )

    def known(self, document: Document) -> Known:
        """The same of a document that isn't checked yet."""
        from duidelijk.archive.keys import document_hash, version_hash
        from duidelijk.archive.records import day_stated, label, ruler_of
        from duidelijk.archive.versions import Known
        from duidelijk.model import NO_DEPARTMENT

        checker = self._jobs.loaded()
        document = checker.completed(document)
        self._look_at_date(document)
        version, profile = checker.rulebook.version, checker.config.profile
        settings = settings_for(checker.config, document.source)
        return Known(
            document=document_hash(self._key, self._identity(document)),
            version=version_hash(self._key, document),
            department=label(document.department) or NO_DEPARTMENT,
            genre=document.genre,
            template=label(self._template or document.template),
            day=self.day or day_stated(document, date.today()),
            ruler=ruler_of(version, checker.pipeline, profile, self.program, settings),
        )

    def _look_at_date(self, document: Document) -> None:
        from duidelijk.archive.records import day_stated

        impossible = document.date and not day_stated(document, date.today())
        if self.day is None and (document.misdated or impossible):
            self._misdated[document.source] = None

    def _identity(self, document: Document) -> str:
        from duidelijk.archive.keys import version_hash

        if STDIN in self._jobs.paths and document.source == STDIN_NAME:
            return version_hash(self._key, document).hex()
        return identity_in(self.archive, self._key, self._jobs.config, document.source)

    def rescored(self, result: Result) -> bool:
        """Whether the archive had this version by another ruler; it has the new numbers now."""
        return self.archive.rescored(self.record(result), utc_now()) > 0

    def _save(self, waiting: list[Record]) -> None:
        records = list(waiting)
        waiting.clear()
        if records:
            self.saved += self.archive.save(records, utc_now())

    def finish(self) -> Saved:
        """Forgets what is older than the settings allow, says what it should, and gives what was saved."""
        config = self._jobs.config
        if gone := forget_old(self.archive, config, date.today()):
            click.echo(_old(gone, config.archive.keep_months), err=True)
        if self.saved.nameless:
            click.echo(f"Let op: {_nameless(self.saved.nameless)}", err=True)
        if self._misdated:
            click.echo(f"Let op: {_misdated(list(self._misdated))}", err=True)
        if self.saved.too_old:
            click.echo(f"Let op: {_too_old(self.saved.too_old)}", err=True)
        self.archive.close()
        return self.saved


def identity_in(archive: Archive, key: bytes, config: Config, source: str) -> str:
    """What makes a document this one in the archive, which knows it by that from now on."""
    from duidelijk.archive.keys import document_hash, identities_of

    identity, *before = identities_of(source, config.folder, config.archive.name)
    for old in before:
        archive.rename(document_hash(key, old), document_hash(key, identity))
    return identity


def forget_old(archive: Archive, config: Config, today: date) -> int:
    """Forgets what is older than the settings allow; how many texts that were."""
    from duidelijk.months import first_day

    months = config.archive.keep_months
    return archive.forget_before(first_day(today, -months)).versions if months else 0


def utc_now() -> datetime:
    """The moment as the archive keeps it: in UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def _nameless(number: int) -> str:
    texts = "1 tekst" if number == 1 else f"{number} teksten"
    return (
        f"bij {texts} staat geen afdeling. Geef die op met --department, of per map of webadres in "
        "duidelijk.toml. Geef de opdracht daarna opnieuw."
    )


def _misdated(names: list[str]) -> str:
    shown = few_names(names)
    return f"de datum in {shown} kan niet. Schrijf een datum zoals 2026-10-14 en bewaar de tekst opnieuw."


def _too_old(number: int) -> str:
    which = "1 tekst is van een tijd die al is vergeten. Die is" if number == 1 else ""
    which = which or f"{number} teksten zijn van een tijd die al is vergeten. Die zijn"
    return f"{which} niet bewaard: de totalen van toen blijven gelijk."


def _old(number: int, months: int) -> str:
    limit = "1 maand" if months == 1 else f"{months} maanden"
    texts = "1 tekst was" if number == 1 else f"{number} teksten waren"
    gone = "Die is vergeten" if number == 1 else "Die zijn vergeten"
    return f"{texts} ouder dan {limit}. {gone}. De totalen blijven."
