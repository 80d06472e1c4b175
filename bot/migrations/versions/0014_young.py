"""From which dates a young teacher is known (R-07)"""

import sqlalchemy as sa
from alembic import op

revision = "0014_young"
down_revision = "0013_checklist_and_decisions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("born_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("teaching_since", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_column("teaching_since")
        batch_op.drop_column("born_on")
