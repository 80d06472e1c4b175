"""The clock of an invitation into a group that works, and which lines of a draft make a group"""

import sqlalchemy as sa
from alembic import op

revision = "0012_groups_and_drafts"
down_revision = "0011_lookups"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("mentorship_member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("silent_since", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("cohort_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_grouped", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("cohort_line", schema=None) as batch_op:
        batch_op.alter_column("is_grouped", server_default=None, existing_type=sa.Boolean(), existing_nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("cohort_line", schema=None) as batch_op:
        batch_op.drop_column("is_grouped")
    with op.batch_alter_table("mentorship_member", schema=None) as batch_op:
        batch_op.drop_column("silent_since")
