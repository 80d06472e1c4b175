"""The tree: a curator's order has its date, a curator may be away, a region has its own holidays"""

import sqlalchemy as sa
from alembic import op

revision = "0005_tree"
down_revision = "0004_indicators"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNIQUE = ("organisation_id", "school_year", "season")
COLUMNS = ("order_date", "away_from", "away_until")


def upgrade() -> None:
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        for column in COLUMNS:
            batch_op.add_column(sa.Column(column, sa.Date(), nullable=True))
    op.create_table(
        "school_holiday",
        sa.Column("organisation_id", KEY, nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("season", sa.String(length=32), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_school_holiday_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_holiday")),
        sa.UniqueConstraint(
            "organisation_id",
            "school_year",
            "season",
            name=op.f("uq_school_holiday_organisation_id_school_year_season"),
        ),
    )


def downgrade() -> None:
    op.drop_table("school_holiday")
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        for column in reversed(COLUMNS):
            batch_op.drop_column(column)
