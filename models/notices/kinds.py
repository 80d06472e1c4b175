"""The kinds of notice, their class (R-09) and what is done when it is not known whether one arrived."""

from enum import StrEnum

from models.notices.rules import NoticeClass


class NoticeKind(StrEnum):
    """What a notice says. The words and buttons are found in `handlers/<area>/notices.py`."""

    ADMISSION_ASKED = "people-admission-asked"
    ADMITTED = "people-admitted"
    NOT_ADMITTED = "people-not-admitted"
    CARD_WAITING = "people-card-waiting"
    CARD_CONFIRMED = "people-card-confirmed"
    CARD_NOT_CONFIRMED = "people-card-not-confirmed"
    CALLED_AGAIN = "people-called-again"
    ACCOUNT_BLOCKED = "people-account-blocked"
    CONSENT_WITHDRAWN = "people-consent-withdrawn"
    CONSENT_ASKED = "people-consent-asked"
    CURATOR_APPOINTED = "people-curator-appointed"
    CURATOR_ENDED = "people-curator-ended"
    HANDED_OVER = "people-handed-over"
    GUARDIAN_LINKED = "people-guardian-linked"
    GUARDIAN_WISH = "people-guardian-wish"
    PARENT_CONSENT_ASKED = "people-parent-consent-asked"
    CHILD_LEFT = "people-child-left"

    REQUEST_ARRIVED = "requests-arrived"
    REQUEST_RETURNED = "requests-returned"
    REQUEST_REJECTED = "requests-rejected"
    REQUEST_WITHDRAWN = "requests-withdrawn"
    REQUEST_PROPOSED = "requests-proposed"

    OFFER = "mentorships-offer"
    OFFER_TO_MENTEE = "mentorships-offer-to-mentee"
    OFFER_TO_PARENT = "mentorships-offer-to-parent"
    OFFER_REMINDER = "mentorships-offer-reminder"
    OFFER_SILENT = "mentorships-offer-silent"
    OFFER_QUESTION = "mentorships-offer-question"
    OFFER_QUESTION_ANSWERED = "mentorships-offer-question-answered"
    OFFER_DECLINED = "mentorships-offer-declined"
    OFFER_CLOSED = "mentorships-offer-closed"
    PAIR_TO_APPROVE = "mentorships-pair-to-approve"
    PAIR_TO_LEND = "mentorships-pair-to-lend"
    PAIR_APPROVED = "mentorships-pair-approved"
    PAIR_MADE = "mentorships-pair-made"
    PAIR_ACROSS = "mentorships-pair-across"
    PAIR_PAUSED = "mentorships-pair-paused"
    PAIR_RESUMED = "mentorships-pair-resumed"
    PAIR_CLOSING = "mentorships-pair-closing"
    PAIR_ENDED = "mentorships-pair-ended"
    GROUP_CHANGED = "mentorships-group-changed"
    FINISH_ASKED = "mentorships-finish-asked"
    CONTACT_SHOWN = "mentorships-contact-shown"
    CHILD_PAIR = "mentorships-child-pair"
    """To a parent: the child's pair may begin, is over, or has not come about."""

    MEETING_PLANNED = "meetings-planned"
    MEETING_CONFIRMED = "meetings-confirmed"
    MEETING_MOVED = "meetings-moved"
    MEETING_CANCELLED = "meetings-cancelled"
    REMINDER_24H = "meetings-reminder-24h"
    REMINDER_1H = "meetings-reminder-1h"
    LOG_PROMPT = "meetings-log-prompt"
    LOG_NUDGE = "meetings-log-nudge"
    MEETING_LOGGED = "meetings-logged"
    MY_MONTH = "meetings-my-month"

    FEEDBACK_ASKED = "forms-feedback-asked"
    FEEDBACK_NUDGE = "forms-feedback-nudge"
    HELP_ASKED = "forms-help-asked"
    TALK_WANTED = "forms-talk-wanted"
    ANOTHER_MENTOR_WANTED = "forms-another-mentor-wanted"
    HELP_ANSWERED = "forms-help-answered"

    PAIR_ASKED = "oversight-pair-asked"
    PAIR_ASKED_BY_CURATOR = "oversight-pair-asked-by-curator"
    PLAN_NUDGE = "oversight-plan-nudge"
    SIGNAL_RAISED = "oversight-signal-raised"
    SCHOOL_ASKED = "oversight-school-asked"
    DIGEST = "oversight-digest"

    DATA_ASKED = "registers-data-asked"
    STATEMENT_ASKED = "papers-statement-asked"
    STATEMENT_SIGNED = "papers-statement-signed"
    STATEMENT_RETURNED = "papers-statement-returned"
    CAMPAIGN_OPENED = "papers-campaign-opened"
    CAMPAIGN_NUDGE = "papers-campaign-nudge"
    REPORT_RETURNED = "papers-report-returned"

    RESTORED = "notices-restored"
    BUNDLE = "notices-bundle"
    """Several bundled notices of one person and day in one message."""


_TIMED = {
    NoticeKind.REMINDER_24H,
    NoticeKind.REMINDER_1H,
    NoticeKind.LOG_PROMPT,
    NoticeKind.LOG_NUDGE,
    NoticeKind.FEEDBACK_ASKED,
    NoticeKind.MY_MONTH,
    NoticeKind.DIGEST,
    NoticeKind.BUNDLE,
}
_HELP = {NoticeKind.HELP_ASKED, NoticeKind.ANOTHER_MENTOR_WANTED}
_BUNDLED = {
    NoticeKind.FEEDBACK_NUDGE,
    NoticeKind.PAIR_ASKED,
    NoticeKind.PLAN_NUDGE,
    NoticeKind.ACCOUNT_BLOCKED,
    NoticeKind.DATA_ASKED,
}

TO_CURATORS = frozenset(
    {
        NoticeKind.ADMISSION_ASKED,
        NoticeKind.CARD_WAITING,
        NoticeKind.CONSENT_WITHDRAWN,
        NoticeKind.GUARDIAN_LINKED,
        NoticeKind.GUARDIAN_WISH,
        NoticeKind.REQUEST_ARRIVED,
        NoticeKind.REQUEST_WITHDRAWN,
        NoticeKind.OFFER_SILENT,
        NoticeKind.OFFER_DECLINED,
        NoticeKind.PAIR_TO_APPROVE,
        NoticeKind.PAIR_TO_LEND,
        NoticeKind.PAIR_MADE,
        NoticeKind.PAIR_ACROSS,
        NoticeKind.FINISH_ASKED,
        NoticeKind.HELP_ASKED,
        NoticeKind.TALK_WANTED,
        NoticeKind.ANOTHER_MENTOR_WANTED,
        NoticeKind.SIGNAL_RAISED,
        NoticeKind.STATEMENT_ASKED,
    }
)
"""What nobody but a curator is told: it goes along when a curator hands over (models/people/handover.py)."""


def class_of(kind: NoticeKind) -> NoticeClass:
    """The class of a kind (R-09); what is not listed is an answer to somebody's step."""
    if kind in _TIMED:
        return NoticeClass.TIMED
    if kind in _HELP:
        return NoticeClass.HELP
    return NoticeClass.BUNDLED if kind in _BUNDLED else NoticeClass.ANSWER


def is_repeated(kind: NoticeKind) -> bool:
    """Whether a notice of unknown outcome goes out once more, labelled «повтор».

    A bundle of nudges is not worth saying twice; everything else is.
    """
    return kind is not NoticeKind.BUNDLE
