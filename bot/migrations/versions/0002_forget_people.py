"""Forget people: what has had its time stays as a count, without a person"""

import sqlalchemy as sa
from alembic import op

revision = "0002_forget_people"
down_revision = "0001"
branch_labels = None
depends_on = None

PERSONS = (("feedback_form", "respondent_id"), ("meeting", "planned_by"), ("mentoring_request", "mentee_id"))
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_REQUEST = sa.table("mentoring_request", sa.column("id"), sa.column("mentee_id"))
_PAIR = sa.table("mentorship", sa.column("request_id"))


def upgrade() -> None:
    for table, column in PERSONS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(column, existing_type=KEY, nullable=True)


def downgrade() -> None:
    """What was forgotten has no way back: the rows without a person go."""
    forgotten = sa.select(_REQUEST.c.id).where(_REQUEST.c.mentee_id.is_(None))
    op.execute(sa.update(_PAIR).where(_PAIR.c.request_id.in_(forgotten)).values(request_id=None))
    for table, column in PERSONS:
        op.execute(sa.delete(sa.table(table, sa.column(column))).where(sa.column(column).is_(None)))
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(column, existing_type=KEY, nullable=False)
