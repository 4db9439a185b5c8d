"""Web pages as a scan saw them last, so that only what changed has to be fetched again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "pages",
        sa.Column("page", sa.LargeBinary(length=16), nullable=False),
        sa.Column("site", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("version", sa.LargeBinary(length=16), nullable=False),
        sa.Column("manner", sa.LargeBinary(length=16), nullable=False),
        sa.Column("etag", sa.String(length=200), nullable=False),
        sa.Column("modified", sa.String(length=40), nullable=False),
        sa.Column("lastmod", sa.String(length=40), nullable=False),
        sa.Column("fetched", sa.DateTime(), nullable=False),
        sa.Column("seen", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("page"),
    )
    op.create_index("pages_site", "pages", ["site"])
    op.create_index("pages_document", "pages", ["document"])
