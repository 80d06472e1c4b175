"""Keep statements of activity and drawn-up orders"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006_papers"
down_revision = "0005_tree"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "activity_statement",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("figures", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("school_year", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_activity_statement_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_activity_statement_person_id_person")),
        sa.ForeignKeyConstraint(["signed_by"], ["person.id"], name=op.f("fk_activity_statement_signed_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_statement")),
        sa.UniqueConstraint(
            "organisation_id",
            "school_year",
            "number",
            name=op.f("uq_activity_statement_organisation_id_school_year_number"),
        ),
    )
    with op.batch_alter_table("activity_statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_statement_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_statement_person_id"), ["person_id"], unique=False)

    op.create_table(
        "order_draft",
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("mentorship_ids", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("made_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_order_draft_made_by_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_order_draft_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_draft")),
    )
    with op.batch_alter_table("order_draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_order_draft_organisation_id"), ["organisation_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("order_draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_order_draft_organisation_id"))

    op.drop_table("order_draft")
    with op.batch_alter_table("activity_statement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_activity_statement_person_id"))
        batch_op.drop_index(batch_op.f("ix_activity_statement_organisation_id"))

    op.drop_table("activity_statement")
