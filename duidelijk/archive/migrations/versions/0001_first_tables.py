"""The first tables: texts with their counts, and totals of what was forgotten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "facts",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "rulers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(length=20), nullable=False),
        sa.Column("rulebook_version", sa.String(length=40), nullable=False),
        sa.Column("pipeline", sa.String(length=80), nullable=False),
        sa.Column("pipeline_version", sa.String(length=40), nullable=False),
        sa.Column("profile", sa.String(length=20), nullable=False),
        sa.Column("settings", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint(
            "program", "rulebook_version", "pipeline", "pipeline_version", "profile", "settings"
        ),
    )
    op.create_table(
        "rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "total_counts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("term", sa.String(length=200), nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.Column("findings", sa.Integer(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "start", "department", "rule", "term"),
    )
    op.create_table(
        "results",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("version", sa.LargeBinary(length=16), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("collected", sa.DateTime(), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("genre", sa.String(length=20), nullable=False),
        sa.Column("template", sa.String(length=120), nullable=False),
        sa.Column("ruler_id", sa.Integer(), nullable=False),
        sa.Column("grade", sa.Float(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("level", sa.String(length=4), nullable=True),
        sa.Column("share_struggling", sa.Float(), nullable=True),
        sa.Column("part_leesgemak", sa.Float(), nullable=True),
        sa.Column("part_woorden", sa.Float(), nullable=True),
        sa.Column("part_zinnen", sa.Float(), nullable=True),
        sa.Column("part_stijl", sa.Float(), nullable=True),
        sa.Column("part_opbouw", sa.Float(), nullable=True),
        sa.Column("part_toon", sa.Float(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=True),
        sa.Column("sentences", sa.Integer(), nullable=True),
        sa.Column("words_per_sentence", sa.Float(), nullable=True),
        sa.Column("long_sentence_share", sa.Float(), nullable=True),
        sa.Column("flesch_douma", sa.Float(), nullable=True),
        sa.Column("word_frequency", sa.Float(), nullable=True),
        sa.Column("rare_word_share", sa.Float(), nullable=True),
        sa.Column("passive_share", sa.Float(), nullable=True),
        sa.Column("findings_per_100_words", sa.Float(), nullable=True),
        sa.Column("leesindex_a", sa.Float(), nullable=True),
        sa.Column("lix", sa.Float(), nullable=True),
        sa.Column("lint", sa.Float(), nullable=True),
        sa.Column("lint_level", sa.Integer(), nullable=True),
        sa.Column("lint_word_frequency", sa.Float(), nullable=True),
        sa.Column("lint_dependency_length", sa.Float(), nullable=True),
        sa.Column("lint_content_words_per_clause", sa.Float(), nullable=True),
        sa.Column("lint_concrete_share", sa.Float(), nullable=True),
        sa.Column("counted_words", sa.Integer(), nullable=True),
        sa.Column("counted_words_per_sentence", sa.Float(), nullable=True),
        sa.Column("length_as_read", sa.Float(), nullable=True),
        sa.Column("commas_per_100_words", sa.Float(), nullable=True),
        sa.Column("marks_per_100_words", sa.Float(), nullable=True),
        sa.Column("loose_per_100_words", sa.Float(), nullable=True),
        sa.Column("gaps_per_100_words", sa.Float(), nullable=True),
        sa.Column("abstract_per_100_words", sa.Float(), nullable=True),
        sa.Column("passives_per_100_words", sa.Float(), nullable=True),
        sa.Column("personal_per_100_words", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ruler_id"],
            ["rulers.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("document", "version", "month"),
    )
    op.create_index("results_date", "results", ["date"])
    op.create_index("results_latest", "results", ["document", "date", "collected", "id"])
    op.create_table(
        "terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rule_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["rule_id"],
            ["rules.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("rule_id", "name"),
    )
    op.create_table(
        "totals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("genre", sa.String(length=20), nullable=False),
        sa.Column("template", sa.String(length=120), nullable=False),
        sa.Column("ruler_id", sa.Integer(), nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.Column("graded", sa.Integer(), nullable=False),
        sa.Column("score_sum", sa.Float(), nullable=False),
        sa.Column("score_squares", sa.Float(), nullable=False),
        sa.Column("at_eight", sa.Integer(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("revised", sa.Integer(), nullable=False),
        sa.Column("revised_points", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ruler_id"],
            ["rulers.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "start", "department", "genre", "template", "ruler_id"),
    )
    op.create_table(
        "rule_counts",
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("rule_id", sa.Integer(), nullable=False),
        sa.Column("findings", sa.Integer(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["result_id"], ["results.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["rule_id"],
            ["rules.id"],
        ),
        sa.PrimaryKeyConstraint("result_id", "rule_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "term_counts",
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("term_id", sa.Integer(), nullable=False),
        sa.Column("findings", sa.Integer(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["result_id"], ["results.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["term_id"],
            ["terms.id"],
        ),
        sa.PrimaryKeyConstraint("result_id", "term_id"),
        sqlite_with_rowid=False,
    )
