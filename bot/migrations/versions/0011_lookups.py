"""Find by an index what a press asks for"""

from alembic import op

revision = "0011_lookups"
down_revision = "0010_yearly"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_meeting_reschedule_of"), "meeting", ["reschedule_of"], unique=False)
    op.create_index(op.f("ix_risk_signal_subject_id"), "risk_signal", ["subject_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_risk_signal_subject_id"), "risk_signal")
    op.drop_index(op.f("ix_meeting_reschedule_of"), "meeting")
