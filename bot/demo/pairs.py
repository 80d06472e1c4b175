"""The pairs of the sample programme: what was asked, and how the meetings went, as data."""

from dataclasses import dataclass
from datetime import time

from bot.demo.people import (
    DOROKHOV,
    EGOROV,
    FROLOVA,
    GROMOV,
    KISELEVA,
    KOMAROVA,
    MAKAROVA,
    ORLOVA,
    PAVLOV,
    ROMANOVA,
    SERGEEVA,
    SMIRNOVA,
    TITOV,
    ZAKHAROV,
)
from models.availability import ReadyTimes, Weekday
from models.meetings.states import MeetingMethod, Obstacle
from models.terms import Intensity


@dataclass(frozen=True)
class Ask:
    """A request: topics, goal, how often and when."""

    topics: tuple[str, ...]
    goal: str
    intensity: Intensity
    times: ReadyTimes


@dataclass(frozen=True)
class Met:
    """How one planned meeting went."""

    text: str = ""
    method: MeetingMethod = MeetingMethod.TALK
    minutes: int = 45
    mentee: int | None = None
    """The mentee's answer to «помогла?», 5…1; None where there was none."""
    mentor: int | None = None
    comment: str = ""
    """The mentee's words for the curator; with a low answer they also ask for a talk."""
    obstacle: Obstacle | None = None


@dataclass(frozen=True)
class Group:
    """A mentor and several mentees, their usual day and hour, and what came of their meetings, oldest first."""

    mentor: int
    mentees: tuple[int, ...]
    weekday: Weekday
    clock: time
    place: str
    meetings: tuple[str, ...]
    absent: int
    """Who could not come to the last meeting."""


@dataclass(frozen=True)
class Pair:
    """Two people, their usual day and hour, and their meetings, oldest first."""

    mentee: int
    mentor: int
    ask: Ask
    weekday: Weekday
    clock: time
    place: str
    meetings: tuple[Met, ...]
    is_wished: bool = False
    question: str = ""
    """What the mentor asked before saying yes, and what the mentee answered."""
    answer: str = ""


REGULAR = (
    Pair(
        EGOROV,
        ZAKHAROV,
        Ask(
            ("MOTIVATION", "DOCUMENTS"),
            "Хочу, чтобы на уроке занимались все, а не только спортсмены",
            Intensity.FORTNIGHTLY,
            ReadyTimes.TUE_THU,
        ),
        Weekday.THU,
        time(15, 30),
        "спортивный зал",
        (
            Met(
                "Познакомились, обошли зал. Начинаем с разминки: её по очереди ведут помощники из класса.",
                mentee=5,
                mentor=4,
            ),
            Met(
                "Разминка в 6 «В» заняла семь минут вместо пятнадцати. Дальше: задания на карточках для освобождённых.",
                MeetingMethod.LESSON_VISIT,
                40,
                mentee=5,
            ),
            Met(
                "Разобрали урок баскетбола и заполнили журнал инструктажей. К следующей встрече: план на четверть.",
                MeetingMethod.LESSON_ANALYSIS,
                30,
                mentee=4,
                mentor=4,
            ),
            Met(
                "Составили план на четверть. Попробовать: эстафета с ролями, где у каждого своё дело.",
                MeetingMethod.DOC_WORK,
                mentee=5,
                mentor=4,
            ),
        ),
    ),
    Pair(
        ORLOVA,
        GROMOV,
        Ask(
            ("DIGITAL", "MOTIVATION"),
            "Хочу вести уроки с интерактивной картой",
            Intensity.WEEKLY,
            ReadyTimes.MON_WED,
        ),
        Weekday.WED,
        time(14, 30),
        "каб. 305",
        (
            Met(
                "Познакомились, посмотрели, что есть в кабинете географии. Начнём с карты материков для 6 класса.",
                mentee=4,
                mentor=5,
            ),
            Met(
                "Собрали карту и короткий тест к ней. К следующей встрече: провести урок с картой в 6 «А».",
                MeetingMethod.TASK_HELP,
                50,
                mentee=5,
                mentor=4,
            ),
            Met(obstacle=Obstacle.SUBSTITUTION),
            Met(
                "Карта на уроке не открылась. Договорились проверить доступ в кабинете.",
                minutes=20,
                mentee=2,
                mentor=3,
                comment="Наставника часто ставят на замены, успеваем мало. Хочется понять, как быть.",
            ),
        ),
        question="Сколько уроков в неделю в 6 классах?",
        answer="По одному уроку в 6 «А» и 6 «Б», оба в среду до обеда.",
    ),
    Pair(
        FROLOVA,
        ROMANOVA,
        Ask(("METHODS", "LESSON_ANALYSIS"), "", Intensity.WEEKLY, ReadyTimes.AFTER_LESSONS),
        Weekday.FRI,
        time(14),
        "каб. 12",
        (
            Met(
                "Познакомились. Начинаем с планирования уроков в 3 и 5 классах.",
                mentee=5,
                mentor=5,
            ),
            Met(
                "Урок в 5 «Б»: новые слова вводим через картинки и движение. Попробовать то же в 3 «А».",
                MeetingMethod.LESSON_VISIT,
                mentee=5,
            ),
            Met(
                "Провели урок вдвоём: станции по теме «Мой город». Дети говорили больше нас.",
                MeetingMethod.JOINT_LESSON,
                mentee=5,
                mentor=4,
            ),
            Met(
                "Разобрали урок с диалогами. Дальше: короткая проверка понимания после каждого задания.",
                MeetingMethod.LESSON_ANALYSIS,
                40,
                mentee=4,
                mentor=5,
            ),
        ),
    ),
    Pair(
        MAKAROVA,
        ROMANOVA,
        Ask(("METHODS",), "Хочу, чтобы на уроке говорили все", Intensity.WEEKLY, ReadyTimes.AFTER_LESSONS),
        Weekday.TUE,
        time(15, 10),
        "школа № 37, каб. 12",
        (
            Met("Познакомились, обошли школу № 37. Начинаем с работы в парах.", mentee=5, mentor=5),
            Met(
                "Посмотрели урок в 4 «А»: дети меняются собеседниками. Попробовать то же в школе № 25.",
                MeetingMethod.LESSON_VISIT,
                mentee=5,
                mentor=4,
            ),
            Met(
                "Разобрали, как прошла смена собеседников в 5 «В». Дальше: карточки с опорами.",
                MeetingMethod.LESSON_ANALYSIS,
                mentee=4,
                mentor=5,
            ),
        ),
    ),
)
"""Pairs that meet every week; the mentor of the last one comes from the other school."""

TOGETHER = Group(
    SERGEEVA,
    (KISELEVA, PAVLOV),
    Weekday.MON,
    time(14, 40),
    "каб. 210",
    (
        "Познакомились, разобрали критерии сочинения. К следующей встрече: по две работы из 9 класса.",
        "Проверили четыре работы втроём и сравнили баллы. Дальше: урок-мастерская в 9 «Б».",
    ),
    PAVLOV,
)
"""Two young teachers of one subject with one mentor."""

SILENT = Pair(
    SMIRNOVA,
    TITOV,
    Ask(
        ("PROJECTS", "METHODS"),
        "Хочу провести с восьмиклассниками первый исследовательский проект",
        Intensity.FORTNIGHTLY,
        ReadyTimes.AFTER_LESSONS,
    ),
    Weekday.TUE,
    time(15),
    "каб. 118",
    (
        Met(
            "Познакомились, выбрали тему проекта: вода в Волге и Которосли. Дальше: план опытов.",
            mentee=5,
            mentor=5,
        ),
    ),
    is_wished=True,
)
"""They met once; of the second meeting nobody has said whether it took place."""

WAITING = Ask(
    ("CLASSROOM", "LESSON_ANALYSIS"),
    "Хочу удерживать внимание 7 класса",
    Intensity.WEEKLY,
    ReadyTimes.TUE_THU,
)
"""A request that waits: the mentor who was asked first has no time this year."""

ASKING = {
    KOMAROVA: Ask(
        ("DOCUMENTS", "MOTIVATION"), "Хочу навести порядок в журналах", Intensity.FORTNIGHTLY, ReadyTimes.TUE_THU
    ),
    DOROKHOV: Ask(("EXAM",), "Хочу подготовить ребят к нормативам", Intensity.FORTNIGHTLY, ReadyTimes.TUE_THU),
}
"""Who waits in the other school, where one mentor has no place and one is on a pause."""
