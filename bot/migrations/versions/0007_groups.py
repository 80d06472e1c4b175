"""Let several people stand on a side of a pair, and say who was at their meetings"""

import sqlalchemy as sa
from alembic import op

revision = "0007_groups"
down_revision = "0006_papers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meeting_attendance",
        sa.Column("meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_attendance_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_meeting_attendance_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_attendance")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_meeting_attendance_meeting_id_person_id")),
    )
    with op.batch_alter_table("meeting_attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_attendance_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_attendance_person_id"), ["person_id"], unique=False)
    with op.batch_alter_table("mentorship_member", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_mentorship_member_request_id_mentoring_request"),
            "mentoring_request",
            ["request_id"],
            ["id"],
        )
        batch_op.create_index(batch_op.f("ix_mentorship_member_request_id"), ["request_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("mentorship_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mentorship_member_request_id"))
        batch_op.drop_constraint(batch_op.f("fk_mentorship_member_request_id_mentoring_request"), type_="foreignkey")
        batch_op.drop_column("left_at")
        batch_op.drop_column("request_id")
    with op.batch_alter_table("meeting_attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_attendance_person_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_attendance_meeting_id"))

    op.drop_table("meeting_attendance")
