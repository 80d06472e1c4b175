"""Cohort drafts: what «Подобрать всем» has found, until a curator publishes it"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003_cohort_drafts"
down_revision = "0002_forget_people"
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "cohort_draft",
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"], name=op.f("fk_cohort_draft_changed_by_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_cohort_draft_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort_draft")),
        sa.UniqueConstraint("organisation_id", name=op.f("uq_cohort_draft_organisation_id")),
    )
    op.create_table(
        "cohort_line",
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("mentor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reasons", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("is_fixed", sa.Boolean(), nullable=False),
        sa.Column("left_why", sa.String(length=32), nullable=True),
        sa.Column("left_count", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(length=32), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"], name=op.f("fk_cohort_line_changed_by_person")),
        sa.ForeignKeyConstraint(["draft_id"], ["cohort_draft.id"], name=op.f("fk_cohort_line_draft_id_cohort_draft")),
        sa.ForeignKeyConstraint(["mentor_id"], ["person.id"], name=op.f("fk_cohort_line_mentor_id_person")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["mentoring_request.id"], name=op.f("fk_cohort_line_request_id_mentoring_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort_line")),
        sa.UniqueConstraint("draft_id", "request_id", name=op.f("uq_cohort_line_draft_id_request_id")),
    )
    with op.batch_alter_table("cohort_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cohort_line_draft_id"), ["draft_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cohort_line_mentor_id"), ["mentor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cohort_line_request_id"), ["request_id"], unique=False)

    op.create_table(
        "cohort_rest",
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("mentor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("why", sa.String(length=32), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["cohort_draft.id"], name=op.f("fk_cohort_rest_draft_id_cohort_draft")),
        sa.ForeignKeyConstraint(["mentor_id"], ["person.id"], name=op.f("fk_cohort_rest_mentor_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort_rest")),
        sa.UniqueConstraint("draft_id", "mentor_id", name=op.f("uq_cohort_rest_draft_id_mentor_id")),
    )
    with op.batch_alter_table("cohort_rest", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cohort_rest_draft_id"), ["draft_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cohort_rest_mentor_id"), ["mentor_id"], unique=False)


def downgrade() -> None:

    with op.batch_alter_table("cohort_rest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cohort_rest_mentor_id"))
        batch_op.drop_index(batch_op.f("ix_cohort_rest_draft_id"))

    op.drop_table("cohort_rest")
    with op.batch_alter_table("cohort_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cohort_line_request_id"))
        batch_op.drop_index(batch_op.f("ix_cohort_line_mentor_id"))
        batch_op.drop_index(batch_op.f("ix_cohort_line_draft_id"))

    op.drop_table("cohort_line")
    op.drop_table("cohort_draft")
