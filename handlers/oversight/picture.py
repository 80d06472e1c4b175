"""The picture beside the numbers of a week, made beside the bot and sent below what was pressed."""

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers.oversight.chart import draw_weeks
from handlers.oversight.drawn import chart_caption
from handlers.telling import acknowledge
from handlers.words import Words
from handlers.workshop import make
from models.errors import ProgrammeError
from models.oversight.post import WeekView


async def send_chart(query: CallbackQuery, view: WeekView, words: Words) -> None:
    """Sends the meetings by week. Raises ProgrammeError `error-gone` for a week of which none were kept."""
    if not view.weeks or not isinstance(query.message, Message):
        raise ProgrammeError("error-gone")
    await acknowledge(query)
    picture = await make(draw_weeks, tuple((f"{week.monday:%d.%m}", week.planned, week.held) for week in view.weeks))
    caption = chart_caption(view, words)
    file = BufferedInputFile(picture, "meetings.png")
    await query.message.answer_photo(file, caption=str(caption.text), reply_markup=caption.keyboard())
