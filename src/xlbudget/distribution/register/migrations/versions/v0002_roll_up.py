"""Totals by area, goal and fiscal year, kept while submissions come in: read at once, never summed.

A register of the first version is summed once, here.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ID = sa.Text(collation="C").with_variant(sa.Text(), "sqlite")

_SUMS = """
    INSERT INTO roll_up (campaign_id, area, goal_id, fiscal_year, cents)
    SELECT submission.campaign_id, area, goal_id, fiscal_year, SUM(cents)
    FROM submission_total JOIN submission USING (submission_id)
    WHERE state IN ('accepted', 'accepted with warnings')
    GROUP BY submission.campaign_id, area, goal_id, fiscal_year
"""


def upgrade() -> None:
    """Create the table, and fill it from what is accepted."""
    op.create_table(
        "roll_up",
        sa.Column("campaign_id", ID, sa.ForeignKey("campaign.campaign_id"), primary_key=True),
        sa.Column("area", ID, primary_key=True),
        sa.Column("goal_id", ID, primary_key=True),
        sa.Column("fiscal_year", sa.Integer, primary_key=True),
        sa.Column("cents", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(_SUMS)
