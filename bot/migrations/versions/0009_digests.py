"""Keep the days of signals that programmes choose, curators' talks with pairs, and who reads «Мой месяц»"""

import sqlalchemy as sa
from alembic import op

revision = "0009_digests"
down_revision = "0008_across"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "signal_limit",
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_signal_limit_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_limit")),
        sa.UniqueConstraint("organisation_id", "code", name=op.f("uq_signal_limit_organisation_id_code")),
    )
    op.create_table(
        "curator_talk",
        sa.Column("mentorship_id", ID, nullable=False),
        sa.Column("curator_id", ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["curator_id"], ["person.id"], name=op.f("fk_curator_talk_curator_id_person")),
        sa.ForeignKeyConstraint(
            ["mentorship_id"], ["mentorship.id"], name=op.f("fk_curator_talk_mentorship_id_mentorship")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_curator_talk")),
        sa.UniqueConstraint(
            "mentorship_id", "curator_id", "day", name=op.f("uq_curator_talk_mentorship_id_curator_id_day")
        ),
    )
    op.create_table(
        "month_letter",
        sa.Column("person_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_month_letter_person_id_person")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_month_letter")),
    )


def downgrade() -> None:
    op.drop_table("month_letter")
    op.drop_table("curator_talk")
    op.drop_table("signal_limit")
