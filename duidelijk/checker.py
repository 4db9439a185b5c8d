"""The bench at work: a Checker holds the pipeline and the rule book, and turns documents into Results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from duidelijk import baseline, checking, comparing, fixing, gate, proving, reading, rulebook, scoring
from duidelijk.config import Config, limits_for, settings_for
from duidelijk.language.analysis import Analysis, analyse_all
from duidelijk.language.memory import Memory, Parser
from duidelijk.language.pipeline import load_pipeline, pipeline_version
from duidelijk.measuring import count, graded, measured, mended
from duidelijk.model import (
    Comparison,
    Document,
    Fixed,
    Genre,
    Page,
    Pipeline,
    Recorded,
    Result,
    Since,
    Suppression,
    Verdict,
)
from duidelijk.suggesting.wording import Style


class Checker:
    """Checks texts; the pipeline is loaded once, when the Checker is made.

    ``config``: the settings (default: none, the house's own). ``pipeline``: name or folder of a spaCy
    pipeline, before the one in the settings. ``remember``: about how many characters of text stay in
    memory, parsed, for who checks almost the same text again and again (see ``forget``). Raises
    PipelineError, RulebookError or ConfigError.
    """

    def __init__(
        self, config: Config | None = None, pipeline: str | None = None, *, remember: int = 0
    ) -> None:
        self.config = config or Config()
        self.rulebook = rulebook.of(self.config)
        rulebook.check_names(self.config, self.rulebook)
        self._rules = {rule.id: rule for rule in self.rulebook.rules}
        nlp = load_pipeline(pipeline or self.config.pipeline)
        self._memory = Memory(nlp, remember)
        self._nlp: Parser = self._memory if remember else nlp
        self._whole = {rule.id for rule in self.rulebook.rules if rule.checklist}
        self.style = Style(have=self.config.you_have.removeprefix("u "))
        self.pipeline = Pipeline(*pipeline_version(nlp))

    def forget(self) -> None:
        """Forgets the text that wasn't checked again since the last call; two calls forget all of it."""
        self._memory.fade()

    def check_text(
        self,
        text: str,
        *,
        source: str | None = None,
        genre: Genre | None = None,
        department: str | None = None,
    ) -> Result:
        """The Result for a plain text; ``result.document.text == text``.

        ``genre`` is guessed when it isn't given. Raises ReadError for a text that can't be checked.
        """
        return self.check_document(reading.read_text(text, source=source, genre=genre, department=department))

    def check_file(
        self, path: str | Path, *, genre: Genre | None = None, department: str | None = None
    ) -> Result:
        """The Result for a .txt, .md, .html or .docx file; raises ReadError when it can't be read.

        Genre and department: as given, else from the document, else from the settings for its path.
        """
        settings = settings_for(self.config, str(path))
        document = reading.read_file(Path(path), genre=genre or settings.genre, department=department)
        return self.check_document(document)

    def compare_files(
        self,
        old: str | Path,
        new: str | Path,
        *,
        genre: Genre | None = None,
        department: str | None = None,
    ) -> Comparison:
        """Two versions of a text side by side; raises ReadError when one of them can't be read."""
        given = {"genre": genre, "department": department}
        return self.compare(self.check_file(old, **given), self.check_file(new, **given))  # type: ignore[arg-type]

    def compare(self, before: Result, after: Result) -> Comparison:
        """What was solved and what came in between two Results of this Checker."""
        return comparing.compare(before, after, whole=self._whole)

    def judge(self, result: Result, *, reason: str = "") -> Verdict:
        """May it be published? By the limits of the settings for its path and genre, and by the baseline.

        ``reason``: why it is published all the same. Raises GateError for one that the settings don't allow,
        or for a baseline that can't be used.
        """
        titles = {rule.id: rule.title for rule in self.rulebook.rules}
        limits = limits_for(self.config, result.document.source, result.document.genre)
        verdict = gate.judge(result, limits, titles=titles, since=self.since(result))
        return gate.overridden(verdict, reason, self.config.gate.reasons) if reason else verdict

    @cached_property
    def baseline(self) -> baseline.Baseline | None:
        """What was recorded, read once; raises GateError when it can't be used."""
        return baseline.load(self.config)

    def since(self, result: Result) -> Since | None:
        """What became of a text since it was recorded in the baseline; None for one that wasn't."""
        if not self.baseline:
            return None
        now = self.recorded(result, self.baseline.folder)
        before = self.baseline.find(now)
        return baseline.since(before, now, result, whole=self._whole) if before else None

    def recorded(self, result: Result, folder: Path) -> Recorded:
        """What a baseline holds of a Result; names of files are seen from ``folder``."""
        source = result.document.source
        name = baseline.name_of(source, folder)
        return baseline.recorded(result, name, settings_for(self.config, source), whole=self._whole)

    def fix_text(self, text: str, *, safe: bool = True, genre: Genre | None = None) -> Fixed:
        """A plain text with its suggestions followed; the new one is ``fixed.after.result.document.text``."""
        return self.fix_bytes(text.encode("utf-8"), "tekst.txt", safe=safe, genre=genre)

    def fix_file(
        self,
        path: str | Path,
        *,
        safe: bool = True,
        genre: Genre | None = None,
        department: str | None = None,
    ) -> Fixed:
        """A file with its suggestions followed: the bytes for a new file are ``fixed.after.data``.

        ``safe``: only suggestions that keep words, order and meaning; else the first of each finding.
        """
        data = reading.file_bytes(path)
        return self.fix_bytes(data, str(path), safe=safe, genre=genre, department=department)

    def fix_bytes(
        self,
        data: bytes,
        name: str,
        *,
        safe: bool = True,
        genre: Genre | None = None,
        department: str | None = None,
    ) -> Fixed:
        """The same for the bytes of a file called ``name``."""
        page = self.page(data, name, genre=genre, department=department)
        return fixing.fixed(page, self.again(page), fixing.safe if safe else fixing.best)

    def page(
        self, data: bytes, name: str, *, genre: Genre | None = None, department: str | None = None
    ) -> Page:
        """The bytes of a file called ``name``, what was found in it, and where its sentences stand."""
        genre = genre or settings_for(self.config, name).genre
        document = reading.read_bytes(data, name, genre=genre, department=department)
        return Page(data, *self.check_sentences(document))

    def again(self, page: Page) -> fixing.Check:
        """How to check a new version of the same file."""
        old = page.result.document
        return lambda data: self.page(data, old.source, genre=old.genre, department=old.department)

    def check_document(self, document: Document) -> Result:
        """The Result for a document that has been read."""
        return next(self.check_documents([document]))

    def check_sentences(self, document: Document) -> tuple[Result, tuple[tuple[int, int], ...]]:
        """The Result for a document that has been read, and where its sentences stand."""
        (analysis,) = analyse_all([self.completed(document)], self._nlp, self.pipeline)
        sentences = tuple((each.start, each.end) for each in analysis.sentences())
        return self._result(analysis), sentences

    def check_documents(self, documents: Iterable[Document]) -> Iterator[Result]:
        """The Result for each document, in order; many at a time go quicker than one by one."""
        whole = [self.completed(document) for document in documents]
        for analysis in analyse_all(whole, self._nlp, self.pipeline):
            yield self._result(analysis)

    def completed(self, document: Document) -> Document:
        """The document with the department and the template that the settings give, where it has none."""
        settings = settings_for(self.config, document.source)
        department = document.department or settings.department
        template = document.template or settings.template
        if (department, template) == (document.department, document.template):
            return document
        return replace(document, department=department, template=template)

    def _result(self, analysis: Analysis) -> Result:
        document = analysis.document
        found, unused = checking.look(self.rulebook.rules, analysis, self._silenced(document))
        findings = proving.with_suggestions(found, analysis, self.rulebook.rules, self._nlp, self.style)
        counts = count(analysis)
        measures = measured(counts, counts.total, len(findings))
        return Result(
            document=document,
            findings=findings,
            measures=measures,
            grade=scoring.grade(
                measures,
                graded(counts, findings, self._rules),
                self._rules,
                genre=document.genre,
                remeasure=lambda these: measured(counts, mended(counts, these, self._rules)),
            ),
            unused_suppressions=unused,
            profile=self.config.profile,
            rulebook_version=self.rulebook.version,
            pipeline=self.pipeline,
        )

    def _silenced(self, document: Document) -> tuple[Suppression, ...]:
        """What the text itself and the settings for its path silence."""
        settings = settings_for(self.config, document.source)
        whole = len(document.text) + 1
        return (
            *document.suppressions,
            *(_setting(rule, "", whole) for rule in settings.off),
            *(_setting("*", word, whole) for word in settings.allow),
        )


def unused_settings(config: Config, results: Iterable[Result]) -> tuple[Suppression, ...]:
    """The rules and words of duidelijk.toml that silenced nothing in any of these texts."""
    unused: dict[Suppression, bool] = {}
    for result in results:
        silent = {_setting(s.rule, s.word) for s in result.unused_suppressions if s.place is None}
        settings = settings_for(config, result.document.source)
        applied = [*(_setting(rule) for rule in settings.off), *(_setting("*", w) for w in settings.allow)]
        for each in applied:
            unused[each] = unused.get(each, True) and each in silent
    return tuple(each for each, nowhere in unused.items() if nowhere)


def _setting(rule: str, word: str = "", whole: int = 0) -> Suppression:
    return Suppression(rule, 0, whole, None, word)
