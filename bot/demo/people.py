"""The people of the sample programme: two schools of one town, as data."""

from dataclasses import dataclass

from models.availability import DayPart, ReadyTimes, Weekday, slot_codes
from models.terms import Role

TOWN = "г. Ярославль"


@dataclass(frozen=True)
class School:
    """A school: what it is called in documents and among people, and the account of its curator."""

    name: str
    short_name: str
    curator: int


@dataclass(frozen=True)
class Card:
    """What a mentor has put on the card: topics, the first three being the strong ones."""

    topics: tuple[str, ...]
    times: frozenset[str] = frozenset()
    places: int | None = None
    """As many mentees at once; the usual two where nothing is said."""
    about: str = ""
    is_paused: bool = False


@dataclass(frozen=True)
class Somebody:
    """A person with a phone; `account` is the number that Telegram would give."""

    account: int
    name: str
    """«Фамилия Имя Отчество»."""
    role: Role
    school: str
    """The short name; that of the town for whoever works there."""
    position: str = ""
    card: Card | None = None

    @property
    def called(self) -> str:
        """«Дарья Андреевна Новикова», as on a phone."""
        family, *rest = self.name.split()
        return " ".join((*rest, family))

    @property
    def note(self) -> str:
        """«наставник, школа № 25»."""
        words = {Role.MENTEE: "наставляемый", Role.MENTOR: "наставник"}
        return f"{words.get(self.role, 'куратор')}, {self.school[0].lower()}{self.school[1:]}"


_N25, _N37 = "Школа № 25", "Школа № 37"
NOVIKOVA, KUZNETSOVA, SMIRNOVA, ORLOVA, EGOROV, FROLOVA = range(2501, 2507)
KISELEVA, PAVLOV, MAKAROVA, KOMAROVA, DOROKHOV = range(2531, 2536)
LEBEDEVA, SERGEEVA, TITOV, GROMOV, BELOVA, ZAKHAROV, ROMANOVA, ILYINA = range(2511, 2519)
SOKOLOVA, VORONOVA, FOMINA = range(2521, 2524)

SCHOOLS = (
    School("МОУ «Средняя школа № 25 имени Александра Сивагина»", _N25, SOKOLOVA),
    School("МОУ «Средняя школа № 37 с углублённым изучением английского языка»", _N37, VORONOVA),
)
_MORNINGS = slot_codes((Weekday.WED, Weekday.FRI), (DayPart.DAY, DayPart.AFTERNOON))

CURATORS = (
    Somebody(FOMINA, "Фомина Елена Юрьевна", Role.CURATOR_MUNICIPAL, TOWN),
    Somebody(SOKOLOVA, "Соколова Марина Петровна", Role.CURATOR_SCHOOL, _N25),
    Somebody(VORONOVA, "Воронова Анна Игоревна", Role.CURATOR_SCHOOL, _N37),
)
"""The one above first: she invites those of the schools."""

MENTORS = (
    Somebody(
        LEBEDEVA,
        "Лебедева Ирина Викторовна",
        Role.MENTOR,
        _N25,
        "математика, 18 лет в школе",
        Card(
            (
                "CLASSROOM",
                "LESSON_ANALYSIS",
                "METHODS",
                "MOTIVATION",
                "PARENTS",
                "ASSESSMENT",
                "STRUGGLING",
                "DOCUMENTS",
            ),
            ReadyTimes.TUE_THU.slots,
            about="Люблю смотреть уроки и обсуждать их за чаем. Мой кабинет 214 открыт для коллег.",
        ),
    ),
    Somebody(
        SERGEEVA,
        "Сергеева Мария Алексеевна",
        Role.MENTOR,
        _N25,
        "русский язык и литература, 11 лет в школе",
        Card(("EXAM", "CLASSROOM", "GIFTED", "ASSESSMENT"), ReadyTimes.MON_WED.slots),
    ),
    Somebody(
        TITOV,
        "Титов Павел Львович",
        Role.MENTOR,
        _N25,
        "химия, 9 лет в школе",
        Card(("PROJECTS", "METHODS", "GIFTED"), ReadyTimes.AFTER_LESSONS.slots, places=1),
    ),
    Somebody(
        GROMOV,
        "Громов Алексей Юрьевич",
        Role.MENTOR,
        _N25,
        "информатика, 14 лет в школе",
        Card(
            ("DIGITAL", "MOTIVATION", "PROJECTS"),
            ReadyTimes.MON_WED.slots,
            places=1,
            about="Помогу с электронным журналом, презентациями и проверкой работ без бумаги.",
        ),
    ),
    Somebody(
        BELOVA,
        "Белова Наталья Григорьевна",
        Role.MENTOR,
        _N25,
        "начальные классы, 22 года в школе",
        Card(("CLASSROOM", "PARENTS", "STRUGGLING", "LESSON_ANALYSIS"), ReadyTimes.AFTER_LESSONS.slots),
    ),
    Somebody(
        ZAKHAROV,
        "Захаров Виктор Павлович",
        Role.MENTOR,
        _N25,
        "физическая культура, 16 лет в школе",
        Card(("MOTIVATION", "DOCUMENTS", "STRUGGLING"), ReadyTimes.TUE_THU.slots),
    ),
    Somebody(
        ROMANOVA,
        "Романова Светлана Олеговна",
        Role.MENTOR,
        _N37,
        "английский язык, 20 лет в школе",
        Card(("METHODS", "LESSON_ANALYSIS", "GIFTED", "EXAM"), _MORNINGS),
    ),
    Somebody(
        ILYINA,
        "Ильина Татьяна Борисовна",
        Role.MENTOR,
        _N37,
        "история и обществознание, 13 лет в школе",
        Card(("ASSESSMENT", "EXAM", "PROJECTS"), ReadyTimes.SATURDAY.slots, places=3, is_paused=True),
    ),
)

MENTEES = (
    Somebody(NOVIKOVA, "Новикова Дарья Андреевна", Role.MENTEE, _N25, "математика и информатика, второй год в школе"),
    Somebody(KUZNETSOVA, "Кузнецова Ольга Сергеевна", Role.MENTEE, _N25, "математика, первый год в школе"),
    Somebody(SMIRNOVA, "Смирнова Анна Михайловна", Role.MENTEE, _N25, "биология, второй год в школе"),
    Somebody(ORLOVA, "Орлова Екатерина Николаевна", Role.MENTEE, _N25, "география, первый год в школе"),
    Somebody(EGOROV, "Егоров Максим Дмитриевич", Role.MENTEE, _N25, "физическая культура, первый год в школе"),
    Somebody(FROLOVA, "Фролова Полина Игоревна", Role.MENTEE, _N37, "английский язык, первый год в школе"),
    Somebody(KISELEVA, "Киселёва Алина Романовна", Role.MENTEE, _N25, "русский язык, первый год в школе"),
    Somebody(PAVLOV, "Павлов Артём Сергеевич", Role.MENTEE, _N25, "литература, второй год в школе"),
    Somebody(MAKAROVA, "Макарова Ксения Олеговна", Role.MENTEE, _N25, "английский язык, первый год в школе"),
    Somebody(KOMAROVA, "Комарова Юлия Андреевна", Role.MENTEE, _N37, "технология, первый год в школе"),
    Somebody(DOROKHOV, "Дорохов Илья Павлович", Role.MENTEE, _N37, "физическая культура, второй год в школе"),
)

SHOWN = (NOVIKOVA, LEBEDEVA, SOKOLOVA)
"""Whose phones the page shows first: a mentee without a request, a mentor with free places, their curator."""


def everybody() -> tuple[Somebody, ...]:
    """All people, those whose phones are shown first at the beginning."""
    people = (*MENTEES, *MENTORS, *CURATORS)
    return tuple(sorted(people, key=lambda one: SHOWN.index(one.account) if one.account in SHOWN else len(SHOWN)))


def curator_of(account: int) -> int:
    """The account of the curator of somebody's school."""
    school = next(one.school for one in (*MENTEES, *MENTORS) if one.account == account)
    return next(one.curator for one in SCHOOLS if one.short_name == school)
