"""Campaigns, what schools hand in each year, the snapshots that go with it, and templates of a school's own"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010_yearly"
down_revision = "0009_digests"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ONE_A_DAY = ["organisation_id", "kind", "cycle", "day"]


def upgrade() -> None:
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch_op.drop_constraint("uq_snapshot_organisation_id_kind_cycle_day", type_="unique")
        batch_op.create_unique_constraint(
            "uq_snapshot_organisation_id_kind_cycle_day_version", [*_ONE_A_DAY, "version"]
        )
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.alter_column("version", server_default=None, existing_type=sa.Integer(), existing_nullable=False)

    op.create_table(
        "campaign",
        sa.Column("organisation_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("nudges", sa.Integer(), nullable=False),
        sa.Column("nudged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_campaign_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint(
            "organisation_id", "kind", "school_year", name=op.f("uq_campaign_organisation_id_kind_school_year")
        ),
    )
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_campaign_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "year_report",
        sa.Column("organisation_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("contents", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("snapshot_id", _ID, nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_by", _ID, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", _ID, nullable=True),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_year_report_decided_by_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_year_report_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["sent_by"], ["person.id"], name=op.f("fk_year_report_sent_by_person")),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_year_report_snapshot_id_snapshot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_report")),
        sa.UniqueConstraint(
            "organisation_id",
            "kind",
            "school_year",
            "version",
            name=op.f("uq_year_report_organisation_id_kind_school_year_version"),
        ),
    )
    with op.batch_alter_table("year_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_year_report_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "report_text",
        sa.Column("report_id", _ID, nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["year_report.id"], name=op.f("fk_report_text_report_id_year_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_text")),
        sa.UniqueConstraint("report_id", "part", name=op.f("uq_report_text_report_id_part")),
    )
    with op.batch_alter_table("report_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_text_report_id"), ["report_id"], unique=False)

    op.create_table(
        "own_template",
        sa.Column("organisation_id", _ID, nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_by", _ID, nullable=False),
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_own_template_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["replaced_by"], ["person.id"], name=op.f("fk_own_template_replaced_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_template")),
        sa.UniqueConstraint("organisation_id", "name", name=op.f("uq_own_template_organisation_id_name")),
    )
    with op.batch_alter_table("own_template", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_own_template_organisation_id"), ["organisation_id"], unique=False)


def downgrade() -> None:
    op.drop_table("own_template")
    op.drop_table("report_text")
    op.drop_table("year_report")
    op.drop_table("campaign")
    op.execute(
        "DELETE FROM snapshot_value WHERE snapshot_id IN (SELECT id FROM snapshot WHERE version <> 1 OR kind = 'SENT')"
    )
    op.execute("DELETE FROM snapshot WHERE version <> 1 OR kind = 'SENT'")
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.drop_constraint("uq_snapshot_organisation_id_kind_cycle_day_version", type_="unique")
        batch_op.create_unique_constraint("uq_snapshot_organisation_id_kind_cycle_day", _ONE_A_DAY)
        batch_op.drop_column("version")
