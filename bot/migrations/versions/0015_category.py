"""A teacher's qualification category, for the fourth number of the May statistics (NTG-4)"""

import sqlalchemy as sa
from alembic import op

revision = "0015_category"
down_revision = "0014_young"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("qualification_category", sa.String(length=32), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_column("qualification_category")
