"""Indicators: headcounts, marks of schools, hand values, snapshots, and when mentors stood in the register"""

import sqlalchemy as sa
from alembic import op

revision = "0004_indicators"
down_revision = "0003_cohort_drafts"
branch_labels = None
depends_on = None

_CARD = sa.table("mentor_profile", *map(sa.column, ("person_id", "organisation_id", "source", "state")))
_GRANT = sa.table("role_grant", *map(sa.column, ("person_id", "organisation_id", "role", "admitted_at", "ended_at")))
_TERM = sa.table("mentor_term", *map(sa.column, ("person_id", "organisation_id", "source", "since")))


def upgrade() -> None:
    op.create_table(
        "hand_value",
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("moment", sa.String(length=32), nullable=False),
        sa.Column("cycle", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("entered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["entered_by"], ["person.id"], name=op.f("fk_hand_value_entered_by_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_hand_value_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_value")),
    )
    with op.batch_alter_table("hand_value", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hand_value_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "headcount",
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("entered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["entered_by"], ["person.id"], name=op.f("fk_headcount_entered_by_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_headcount_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_headcount")),
    )
    with op.batch_alter_table("headcount", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_headcount_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "mentor_term",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_mentor_term_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mentor_term_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentor_term")),
    )
    with op.batch_alter_table("mentor_term", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mentor_term_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mentor_term_person_id"), ["person_id"], unique=False)

    op.create_table(
        "organisation_flag",
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("flag", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("set_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_organisation_flag_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["set_by"], ["person.id"], name=op.f("fk_organisation_flag_set_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_flag")),
    )
    with op.batch_alter_table("organisation_flag", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_flag_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "snapshot",
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("cycle", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_snapshot_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["taken_by"], ["person.id"], name=op.f("fk_snapshot_taken_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint(
            "organisation_id", "kind", "cycle", "day", name=op.f("uq_snapshot_organisation_id_kind_cycle_day")
        ),
    )
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_snapshot_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "snapshot_value",
        sa.Column("snapshot_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("auto", sa.Integer(), nullable=True),
        sa.Column("hand", sa.Integer(), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("hand_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("hand_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("schools", sa.Integer(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["hand_by"], ["person.id"], name=op.f("fk_snapshot_value_hand_by_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_snapshot_value_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_snapshot_value_snapshot_id_snapshot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot_value")),
        sa.UniqueConstraint(
            "snapshot_id", "organisation_id", "code", name=op.f("uq_snapshot_value_snapshot_id_organisation_id_code")
        ),
    )
    with op.batch_alter_table("snapshot_value", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_snapshot_value_snapshot_id"), ["snapshot_id"], unique=False)
    _remember_mentors()


def _remember_mentors() -> None:
    """Whoever is in the register now has been there since the admission: of earlier times nothing was kept."""
    of_card = (_GRANT.c.person_id == _CARD.c.person_id) & (_GRANT.c.organisation_id == _CARD.c.organisation_id)
    admitted = (_GRANT.c.role == "MENTOR", _GRANT.c.admitted_at.is_not(None), _GRANT.c.ended_at.is_(None))
    mentors = (
        sa.select(_CARD.c.person_id, _CARD.c.organisation_id, _CARD.c.source, _GRANT.c.admitted_at)
        .select_from(_CARD.join(_GRANT, of_card))
        .where(_CARD.c.state.in_(("APPROVED", "PAUSED")), *admitted)
    )
    op.execute(sa.insert(_TERM).from_select(["person_id", "organisation_id", "source", "since"], mentors))


def downgrade() -> None:
    with op.batch_alter_table("snapshot_value", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_snapshot_value_snapshot_id"))

    op.drop_table("snapshot_value")
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_snapshot_organisation_id"))

    op.drop_table("snapshot")
    with op.batch_alter_table("organisation_flag", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_flag_organisation_id"))

    op.drop_table("organisation_flag")
    with op.batch_alter_table("mentor_term", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mentor_term_person_id"))
        batch_op.drop_index(batch_op.f("ix_mentor_term_organisation_id"))

    op.drop_table("mentor_term")
    with op.batch_alter_table("headcount", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_headcount_organisation_id"))

    op.drop_table("headcount")
    with op.batch_alter_table("hand_value", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hand_value_organisation_id"))

    op.drop_table("hand_value")
