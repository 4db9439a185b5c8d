"""The tables of the archive: numbers of texts, and totals of those that were forgotten; never a text."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from duidelijk.model import Measures

HEAD = "0003"
"""The newest migration; an archive with another one is brought here first."""

PARTS = ("leesgemak", "woorden", "zinnen", "stijl", "opbouw", "toon")
_WHOLE = {"words", "sentences", "lint_level", "counted_words"}
MEASURES = tuple(each.name for each in fields(Measures))

metadata = MetaData()

facts = Table("facts", metadata, Column("name", String(40), primary_key=True), Column("value", String(80)))

rulers = Table(
    "rulers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("program", String(20), nullable=False),
    Column("rulebook_version", String(40), nullable=False),
    Column("pipeline", String(80), nullable=False),
    Column("pipeline_version", String(40), nullable=False),
    Column("profile", String(20), nullable=False),
    Column("settings", String(20), nullable=False),
    UniqueConstraint("program", "rulebook_version", "pipeline", "pipeline_version", "profile", "settings"),
)

rules = Table(
    "rules",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
)

terms = Table(
    "terms",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rule_id", ForeignKey("rules.id"), nullable=False),
    Column("name", String(200), nullable=False),
    UniqueConstraint("rule_id", "name"),
)

results = Table(
    "results",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", LargeBinary(16), nullable=False),
    Column("version", LargeBinary(16), nullable=False),
    Column("month", Date, nullable=False),
    Column("date", Date, nullable=False),
    Column("dated", Boolean, nullable=False),
    Column("collected", DateTime, nullable=False),
    Column("department", String(120), nullable=False),
    Column("genre", String(20), nullable=False),
    Column("template", String(120), nullable=False),
    Column("ruler_id", ForeignKey("rulers.id"), nullable=False),
    Column("grade", Float),
    Column("score", Float),
    Column("level", String(4)),
    Column("share_struggling", Float),
    *(Column(f"part_{name}", Float) for name in PARTS),
    *(Column(name, Integer if name in _WHOLE else Float) for name in MEASURES),
    UniqueConstraint("document", "version", "month"),
    Index("results_date", "date"),
    Index("results_latest", "document", "date", "collected", "id"),
)

rule_counts = Table(
    "rule_counts",
    metadata,
    Column("result_id", ForeignKey("results.id", ondelete="CASCADE"), primary_key=True),
    Column("rule_id", ForeignKey("rules.id"), primary_key=True),
    Column("findings", Integer, nullable=False),
    Column("points", Float, nullable=False),
    sqlite_with_rowid=False,
)

term_counts = Table(
    "term_counts",
    metadata,
    Column("result_id", ForeignKey("results.id", ondelete="CASCADE"), primary_key=True),
    Column("term_id", ForeignKey("terms.id"), primary_key=True),
    Column("findings", Integer, nullable=False),
    Column("points", Float, nullable=False),
    sqlite_with_rowid=False,
)

totals = Table(
    "totals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("start", Date, nullable=False),
    Column("department", String(120), nullable=False),
    Column("genre", String(20), nullable=False),
    Column("template", String(120), nullable=False),
    Column("ruler_id", ForeignKey("rulers.id"), nullable=False),
    Column("texts", Integer, nullable=False),
    Column("graded", Integer, nullable=False),
    Column("score_sum", Float, nullable=False),
    Column("score_squares", Float, nullable=False),
    Column("at_eight", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("revised", Integer, nullable=False),
    Column("revised_points", Float, nullable=False),
    UniqueConstraint("kind", "start", "department", "genre", "template", "ruler_id"),
)

total_counts = Table(
    "total_counts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("start", Date, nullable=False),
    Column("department", String(120), nullable=False),
    Column("rule", String(80), nullable=False),
    Column("term", String(200), nullable=False),
    Column("texts", Integer, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("points", Float, nullable=False),
    UniqueConstraint("kind", "start", "department", "rule", "term"),
)

pages = Table(
    "pages",
    metadata,
    Column("page", LargeBinary(16), primary_key=True),
    Column("site", LargeBinary(16), nullable=False),
    Column("document", LargeBinary(16), nullable=False),
    Column("version", LargeBinary(16), nullable=False),
    Column("manner", LargeBinary(16), nullable=False),
    Column("etag", String(200), nullable=False),
    Column("modified", String(40), nullable=False),
    Column("lastmod", String(40), nullable=False),
    Column("fetched", DateTime, nullable=False),
    Column("seen", DateTime, nullable=False),
    Index("pages_site", "site"),
    Index("pages_document", "document"),
)

overrides = Table(
    "overrides",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("month", Date, nullable=False),
    Column("department", String(120), nullable=False),
    Column("genre", String(20), nullable=False),
    Column("reason", String(80), nullable=False),
    Column("texts", Integer, nullable=False),
    UniqueConstraint("month", "department", "genre", "reason"),
)

override_marks = Table(
    "override_marks",
    metadata,
    Column("mark", LargeBinary(16), primary_key=True),
    Column("month", Date, nullable=False),
)
