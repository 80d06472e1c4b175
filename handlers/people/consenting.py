"""A consent that is asked for anew: as a document of its own, with two equal answers (§13)."""

from aiogram.types import CallbackQuery

from handlers.notices import Telling, renders
from handlers.people.buttons import ConsentButton, ConsentStep
from handlers.telling import Drawn, Key, menu_key, retell
from handlers.words import Words
from models.database import Database
from models.notices.kinds import NoticeKind
from models.people.consents import VERSION, Renewal, renew_consent, renewal
from models.use_case import Act


@renders(NoticeKind.CONSENT_ASKED)
async def consent_asked(telling: Telling) -> Drawn | None:
    """It ends soon, or is over; nothing where it was given meanwhile."""
    found = await renewal(telling.session, telling.actor, telling.words.now)
    return _drawn("people-consent-asked", found, telling.words) if found else None


async def on_consent(query: CallbackQuery, callback_data: ConsentButton, act: Act, words: Words, db: Database) -> None:
    """An answer, or the full text with the same two answers."""
    if callback_data.step is ConsentStep.YES:
        until = await act(renew_consent, callback_data.version)
        said = words.text("people-consent-renewed", until=words.short_date(until) if until else "")
        await retell(query, Drawn(said, ((menu_key(words),),)))
        return
    async with db.read() as session:
        found = await renewal(session, act.actor, words.now)
    if found is None:
        await retell(query, Drawn(words.text("people-consent-in-force"), ((menu_key(words),),)))
    elif callback_data.step is ConsentStep.FULL:
        await retell(query, _drawn("people-consent-full", found, words))
    else:
        await retell(query, _drawn("people-consent-not-renewed", found, words))


def _drawn(key: str, found: Renewal, words: Words) -> Drawn:
    ends = words.short_date(found.ends) if found.ends else ""
    until = words.short_date(found.until)
    over = int(found.is_over)
    text = words.text(key, operator=found.operator, ends=ends, over=over, until=until, version=VERSION)
    yes, no, full = (
        Key(words.label(name), ConsentButton(step=step, version=VERSION).pack())
        for name, step in (
            ("people-consent-yes", ConsentStep.YES),
            ("people-consent-no", ConsentStep.NO),
            ("people-consent-full-button", ConsentStep.FULL),
        )
    )
    match key:
        case "people-consent-full":
            return Drawn(text, ((yes, no), (menu_key(words),)))
        case "people-consent-not-renewed":
            return Drawn(text, ((yes, menu_key(words)),))
        case _:
            return Drawn(text, ((full,), (yes, no)))
