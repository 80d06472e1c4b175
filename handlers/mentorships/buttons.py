"""The buttons of notices about offers and pairs."""

from enum import StrEnum

from handlers.telling import NoticeButton
from models.mentorships.states import DeclineUntil


class Say(StrEnum):
    """What a side answers to an offer."""

    YES = "yes"
    ASK = "ask"
    NOT_NOW = "not-now"
    BACK = "back"
    NO = "no"


class OfferAnswer(NoticeButton, prefix="m-o"):
    """[Да, возьмусь] [Есть вопрос] [Сейчас не могу]."""

    say: Say
    mentorship_id: int


class OfferUntil(NoticeButton, prefix="m-u"):
    """Until when a mentor cannot."""

    until: DeclineUntil
    mentorship_id: int


class AnswerQuestion(NoticeButton, prefix="m-q"):
    """[Ответить] under a mentor's question."""

    question_id: int


class Chase(StrEnum):
    """What a curator does about a silent offer."""

    REMIND = "remind"
    NEXT = "next"
    WAIT = "wait"


class ChaseOffer(NoticeButton, prefix="m-c"):
    """[Напомнить] [Предложить следующему] [Подождать]."""

    chase: Chase
    mentorship_id: int


class ChaseInvited(NoticeButton, prefix="m-i"):
    """[Напомнить] [Подождать] [Не ждать ответа], about somebody invited into a group that works."""

    chase: Chase
    mentorship_id: int
    person_id: int


class Settle(StrEnum):
    """What a curator decides about a pair."""

    APPROVE = "approve"
    CANCEL = "cancel"
    FINISH = "finish"
    GO_ON = "go-on"
    LEND = "lend"
    KEEP = "keep"
    TEAMS = "teams"


class SettlePair(NoticeButton, prefix="m-s"):
    """[Утвердить] [Отменить], [Завершить] [Пока нет], [Согласовать] [Сейчас не получится]; [Утвердить] two teams."""

    settle: Settle
    mentorship_id: int


class PairStep(StrEnum):
    """What can be opened from a pair's message."""

    OPEN = "open"
    PLAN = "plan"
    CONTACT = "contact"
    QUESTIONS = "five"
    SEND_BACK = "send-back"


class PairButton(NoticeButton, prefix="m-p"):
    """[Назначить встречу] [Показать контакт] [Первая встреча: 5 вопросов], [Вернуть]."""

    step: PairStep
    mentorship_id: int


class ParentAnswer(NoticeButton, prefix="m-f"):
    """[Согласны] [Не согласны] of a parent, for the child to whom the link leads."""

    mentorship_id: int
    link_id: int
    yes: bool


class MorePairs(NoticeButton, prefix="m-m"):
    """«Создать пару»."""
