"""Let pairs cross schools"""

import sqlalchemy as sa
from alembic import op

revision = "0008_across"
down_revision = "0007_groups"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("mentorship", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lender_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("lent_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_mentorship_lender_id"), ["lender_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_mentorship_lender_id_organisation"), "organisation", ["lender_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("mentorship", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_mentorship_lender_id_organisation"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_mentorship_lender_id"))
        batch_op.drop_column("lent_at")
        batch_op.drop_column("lender_id")
