"""Who plays the story in tests: a mentee, a mentor who fits, and their curator, in one school."""

from dataclasses import dataclass

from models.people.tables import Person
from tests.story.script import CURATOR, MENTEE, MENTOR
from tests.town import Town

NAMES = {"mentor_official": "Лебедева И. В."}


@dataclass(frozen=True)
class Cast:
    """The persons' ids by their part."""

    ids: dict[str, int]

    @classmethod
    async def gather(cls, town: Town, locale: str = "ru") -> "Cast":
        """Makes them; all speak `locale`."""
        mentee = await town.mentee("Кузнецова Ольга Сергеевна", position="учитель математики", locale=locale)
        mentor = await town.mentor("Лебедева Ирина Викторовна", locale=locale)
        await town.change(Person, town.curator, locale=locale)
        return cls({MENTEE: mentee, MENTOR: mentor, CURATOR: town.curator})
