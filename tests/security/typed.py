"""Which columns hold what people have typed, and how to fill them all."""

from collections.abc import Callable, Iterator

from sqlalchemy import Enum, String, select, update
from sqlalchemy.orm import Session

from models.database import Database
from models.everything import Base
from models.forms.answer import MAX_COMMENT
from models.forms.calls import MAX_TEXT as MAX_CALL
from models.meetings.rules import MAX_NOTE, MAX_PLACE, MAX_REASON, MAX_TEXT
from models.mentorships.talks import MAX_NOTE as MAX_TALK
from models.oversight.decisions import MAX_RESPONSIBLE
from models.oversight.decisions import MAX_TEXT as MAX_DECISION
from models.oversight.indicators.hand import MAX_COMMENT as MAX_HAND
from models.oversight.signals import MAX_REASON as MAX_RESOLUTION
from models.papers.statement import MAX_QUESTION
from models.papers.yearly.handing import MAX_REMARK
from models.papers.yearly.handing import MAX_TEXT as MAX_REPORT
from models.people.cards import MAX_ABOUT
from models.people.consents import MAX_EVIDENCE
from models.people.names import MAX_PART
from models.people.organisations import MAX_NAME
from models.people.settings import MAX_POSITION
from models.requests.rules import MAX_GOAL

USERNAME = 33
"""«@» and what Telegram allows as a name; the other side of a pair is shown it."""
SHORT = 20

TYPED: dict[str, int] = {
    "organisation.name": MAX_NAME,
    "organisation.short_name": MAX_NAME,
    "person.family_name": MAX_PART,
    "person.given_name": MAX_PART,
    "person.patronymic": MAX_PART,
    "person.position": MAX_POSITION,
    "person.class_label": SHORT,
    "role_grant.order_ref": SHORT,
    "consent.evidence": MAX_EVIDENCE,
    "mentor_profile.about": MAX_ABOUT,
    "mentoring_request.goal": MAX_GOAL,
    "mentoring_request.question": MAX_GOAL,
    "mentoring_request.question_answer": MAX_GOAL,
    "mentoring_request.reject_reason": MAX_GOAL,
    "mentorship.goal": MAX_GOAL,
    "mentorship.override_reason": MAX_GOAL,
    "mentorship.order_ref": SHORT,
    "mentorship_member.contact": USERNAME,
    "offer_question.text": MAX_GOAL,
    "offer_question.answer": MAX_GOAL,
    "meeting.place": MAX_PLACE,
    "meeting.log_text": MAX_TEXT,
    "meeting.void_reason": MAX_REASON,
    "meeting_version.reason": MAX_REASON,
    "meeting_note.text": MAX_NOTE,
    "feedback_form.comment": MAX_COMMENT,
    "help_call.text": MAX_CALL,
    "help_reply.text": MAX_CALL,
    "risk_signal.resolution": MAX_RESOLUTION,
    "hand_value.comment": MAX_HAND,
    "snapshot_value.comment": MAX_HAND,
    "activity_statement.question": MAX_QUESTION,
    "curator_talk.note": MAX_TALK,
    "year_report.remark": MAX_REMARK,
    "report_text.text": MAX_REPORT,
    "council_decision.text": MAX_DECISION,
    "council_decision.responsible": MAX_RESPONSIBLE,
}
"""Column and the most characters that a person gets into it."""

OWN = frozenset(
    """
    organisation.zone person.locale person.zone person.quiet_hours account.channel account.external_id
    consent.purpose consent.text_version consent.form invitation.code_hash wrong_code.account_hash
    mentorship.close_reason meeting.zone meeting.cancel_reason meeting_attachment.kind meeting_attachment.channel
    meeting_attachment.file_ref notice.kind notice.subject notice.key notice.problem digest.week
    snapshot_value.code audit_entry.use_case effect.use_case effect.result
    """.split()  # noqa: SIM905  a list of these would be a page long
)
"""Columns whose words are the bot's: codes, keys, hashes, ids of files."""


def text_columns() -> Iterator[str]:
    """All columns of text of the programme's tables but those of an enumeration."""
    for table in Base.metadata.sorted_tables:
        if not table.name.startswith(("inbox", "dialog")):
            for column in table.columns:
                if isinstance(column.type, String) and not isinstance(column.type, Enum):
                    yield f"{table.name}.{column.name}"


async def fill(database: Database, words: Callable[[str, int, int], str]) -> None:
    """Writes `words(column, row id, most characters)` into all that people could have typed."""

    def job(session: Session) -> None:
        for name, most in TYPED.items():
            table_name, column = name.split(".")
            table = Base.metadata.tables[table_name]
            for row_id in session.scalars(select(table.c.id)).all():
                value = words(name, row_id, most)[:most]
                session.execute(update(table).where(table.c.id == row_id).values({column: value}))

    await database.write(job)
