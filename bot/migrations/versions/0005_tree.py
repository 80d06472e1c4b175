"""The tree: a curator's order has its date, and a curator may be away"""

import sqlalchemy as sa
from alembic import op

revision = "0005_tree"
down_revision = "0004_indicators"
branch_labels = None
depends_on = None

COLUMNS = ("order_date", "away_from", "away_until")


def upgrade() -> None:
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        for column in COLUMNS:
            batch_op.add_column(sa.Column(column, sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        for column in reversed(COLUMNS):
            batch_op.drop_column(column)
