"""Who presses what: everybody against every button, in rotation for the suite and in full for the long form."""

from collections.abc import Collection, Mapping, Sequence

from models.people.privacy import withdraw_consent
from models.people.tables import MentorProfile
from tests.access.school import School
from tests.play import Play
from tests.security.buttons import Forger
from tests.security.presser import Presser, changed, rows
from tests.security.typed import fill

SECRET = "Тайнова"
OUTSIDERS = ("curator", "mentor", "mentee", "stranger", "gone", "nobody")
"""People of the other school, a stranger, somebody who has left, and somebody who has no role at all. Whoever curates
both schools may be named to all of them."""
INSIDERS = ("curator", "mentor", "mentee")
"""People of the school itself: they may do a part of it, once."""
AGAIN = ("r-do:later", "p-link", "o-l")
"""What a curator may do once more when it has had its time: put a request off, give a new link, ask a pair."""


class Matrix:
    """School № 25 with secrets in every word that people have typed, and whoever is after them."""

    def __init__(self, play: Play, school: School) -> None:
        self.play, self.school = play, school
        self.forger = Forger(school.ids)
        self.problems: list[str] = []

    @classmethod
    async def build(cls, play: Play) -> "Matrix":
        """The school in full life."""
        return cls(play, await School.build(play.town))

    async def outsiders(self, *, thorough: bool = False) -> int:
        """Every button about rows of the school: pressed by the other school's curator, every second one by the others.

        Gives back how many presses there were.
        """
        town = self.play.town
        people = [await self._outsider(kind) for kind in OUTSIDERS]
        own = {one.person_id for one in people}
        above = {town.municipal_curator}
        cards = {one.id for one in await town.rows(MentorProfile) if one.person_id in own}
        mine = {"person": own | above, "mentor_profile": cards}
        await fill(town.database, lambda column, row, _: column if _is_open(column, row, mine) else SECRET)
        forged = [*self.forger.all(thorough=thorough), *self._malformed(thorough)]
        for number, somebody in enumerate(people):
            theirs = forged if number == 0 or thorough else forged[number :: 2 * (len(people) - 1)]
            await self._press(somebody, theirs)
            if SECRET in somebody.read:
                self.problems.append(f"{OUTSIDERS[number]} has read what is none of their business")
        return sum(len(one.taps) for one in people)

    async def insiders(self, *, thorough: bool = False) -> int:
        """Every button by those whom it may concern; what had an effect is pressed once more months later, in vain.

        The long form presses all again, whether it had an effect or not. Gives back how many presses there were.
        """
        ids = (self.play.town.curator, self.school.mentor, self.school.mentee)
        people = [Presser(self.play, await self.play.person(one), one, "insider") for one in ids]
        forged = list(self.forger.all(thorough=thorough))
        shares = [forged if thorough else forged[number :: len(people)] for number in range(len(people))]
        done: list[Sequence[str]] = []
        for somebody, theirs in zip(people, shares, strict=True):
            await somebody.press(*theirs)
            done.append(theirs if thorough else await somebody.done())
        await self.play.move(days=100)
        for somebody, theirs in zip(people, done, strict=True):
            await self._repeat(somebody, theirs)
        return sum(len(one.taps) for one in people)

    async def _repeat(self, somebody: Presser, theirs: Sequence[str]) -> None:
        before = await rows(self.play)
        await somebody.press(*(data for data in theirs if not data.startswith(AGAIN)))
        self.problems += [f"a second time: {one}" for one in changed(before, await rows(self.play))]
        await somebody.press(*(data for data in theirs if data.startswith(AGAIN)))
        self.problems += [f"unanswered: {one}" for one in somebody.unanswered]

    def _malformed(self, thorough: bool) -> Sequence[str]:
        """All for the long form; otherwise one in so many that each button and each wrong value has its turn."""
        some = list(self.forger.malformed())
        return some if thorough else some[::11]

    async def _press(self, somebody: Presser, forged: Sequence[str]) -> None:
        before = await rows(self.play)
        await somebody.press(*forged)
        foreign = changed(before, await rows(self.play), somebody.person_id)
        self.problems += [f"{somebody.kind}: {one}" for one in (*foreign, *somebody.unanswered)]

    async def _outsider(self, kind: str) -> Presser:
        town = self.play.town
        if kind == "stranger":
            stranger = self.play.stranger()
            await stranger.start()
            await self.play.settle()
            return Presser(self.play, stranger, None, kind)
        makers = {"mentee": town.mentee, "mentor": town.mentor, "gone": town.mentee, "nobody": town.person}
        person_id = town.other_curator if kind == "curator" else await makers[kind](organisation=town.other_school)
        somebody = Presser(self.play, await self.play.person(person_id), person_id, kind)
        if kind == "gone":
            await (await town.act(person_id))(withdraw_consent)
        return somebody


def _is_open(column: str, row: int, own: Mapping[str, Collection[int | None]]) -> bool:
    """Names of schools are public; one's own name and card are one's own."""
    table = column.partition(".")[0]
    return table == "organisation" or row in own.get(table, ())
