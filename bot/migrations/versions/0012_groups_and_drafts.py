"""The clock of an invitation into a group that works"""

import sqlalchemy as sa
from alembic import op

revision = "0012_groups_and_drafts"
down_revision = "0011_lookups"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("mentorship_member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("silent_since", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("mentorship_member", schema=None) as batch_op:
        batch_op.drop_column("silent_since")
