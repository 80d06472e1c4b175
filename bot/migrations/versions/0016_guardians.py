"""Parents of pupils, and who gave a consent for a child"""

import sqlalchemy as sa
from alembic import op

revision = "0016_guardians"
down_revision = "0015_category"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "guardian_link",
        sa.Column("guardian_person_id", _ID, nullable=False),
        sa.Column("child_person_id", _ID, nullable=False),
        sa.Column("verified_by", _ID, nullable=True),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["child_person_id"], ["person.id"], name=op.f("fk_guardian_link_child_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["guardian_person_id"], ["person.id"], name=op.f("fk_guardian_link_guardian_person_id_person")
        ),
        sa.ForeignKeyConstraint(["verified_by"], ["person.id"], name=op.f("fk_guardian_link_verified_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardian_link")),
        sa.UniqueConstraint(
            "guardian_person_id",
            "child_person_id",
            name=op.f("uq_guardian_link_guardian_person_id_child_person_id"),
        ),
    )
    with op.batch_alter_table("guardian_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guardian_link_child_person_id"), ["child_person_id"], unique=False)
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.add_column(sa.Column("given_by", _ID, nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_consent_given_by_person"), "person", ["given_by"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_consent_given_by_person"), type_="foreignkey")
        batch_op.drop_column("given_by")
    op.drop_table("guardian_link")
