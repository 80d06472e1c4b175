"""The buttons of people's plain messages."""

from enum import StrEnum

from handlers.telling import NoticeButton


class AdmissionAnswer(NoticeButton, prefix="p-adm"):
    """[Принять] and [Отказать]."""

    grant_id: int
    yes: bool


class CardAnswer(NoticeButton, prefix="p-card"):
    """[Подтвердить] and [Пока нет]."""

    profile_id: int
    yes: bool


class Language(NoticeButton, prefix="p-lang"):
    """A language to speak from now on."""

    locale: str


class HandLink(NoticeButton, prefix="p-link"):
    """[Дать ссылку] to somebody without an account."""

    person_id: int


class OpenPerson(NoticeButton, prefix="p-who"):
    """A curator opens somebody's screen."""

    person_id: int


class OpenStaff(NoticeButton, prefix="p-all"):
    """A curator opens the register."""


class OpenEnter(NoticeButton, prefix="p-new"):
    """A curator enters one more person."""


class OpenCard(NoticeButton, prefix="p-mine"):
    """A mentor opens their own card."""


class OpenRequest(NoticeButton, prefix="p-ask"):
    """A mentee asks for a mentor."""


class OpenChild(NoticeButton, prefix="p-child"):
    """A parent opens what there is of the child."""

    link_id: int


class ConsentStep(StrEnum):
    """What somebody does about a consent that is asked for."""

    YES = "yes"
    NO = "no"
    FULL = "full"


class ConsentButton(NoticeButton, prefix="p-agree"):
    """[Даю согласие] [Не даю согласия] [Полный текст]; `version` is that of the text that was shown."""

    step: ConsentStep
    version: str


class TakeUp(NoticeButton, prefix="p-again"):
    """[Снова принимаю запросы] and [Пока нет]: the answer of somebody who was called again."""

    yes: bool


class Rest(NoticeButton, prefix="p-rest"):
    """[Пока нет] of a mentor whose pair is done: no new offers for now."""


class BecomeMentor(NoticeButton, prefix="p-grow"):
    """[Хочу стать наставником] of somebody who has finished as a mentee (OMS-26)."""


class OpenReserve(NoticeButton, prefix="p-keep"):
    """[Позвать меня снова]: opens the consent to the long-term reserve."""
