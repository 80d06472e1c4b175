"""A month of days as buttons. The framework's own calendar asks the machine for today's date; this one is told it."""

from calendar import Calendar as Weeks
from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton, KeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.kbd import Keyboard
from aiogram_dialog.widgets.widget_event import WidgetEventProcessor, ensure_event_processor
from babel.dates import format_date, get_day_names

from handlers.kit import words_of
from handlers.meetings.moments import day_of

Row = list[InlineKeyboardButton | KeyboardButton]
_BLANK = "·"
_NOTHING = "x"
_MONTH = "m"
_YEAR = timedelta(days=365)


class DayCalendar(Keyboard):
    """Days from today to a year ahead, in the person's language and zone; a page is a month, Monday first."""

    def __init__(self, id: str, on_click: Any) -> None:  # noqa: A002  the framework's own name
        super().__init__(id=id)
        self._on_click: WidgetEventProcessor = ensure_event_processor(on_click)

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        words = words_of(manager)
        month = self._shown(words.today, manager)
        names = get_day_names("abbreviated", context="stand-alone", locale=words.locale)
        weeks = Weeks().monthdatescalendar(month.year, month.month)
        return [
            [self._button(names[weekday].strip("."), _NOTHING) for weekday in range(7)],
            *(self._week(week, month, words.today) for week in weeks),
            self._pager(month, words.today, words.locale),
        ]

    def _week(self, days: list[date], month: date, today: date) -> Row:
        return [self._day(day, month, today) for day in days]

    def _day(self, day: date, month: date, today: date) -> InlineKeyboardButton:
        if day.month != month.month or not today <= day <= today + _YEAR:
            return self._button(_BLANK, _NOTHING)
        return self._button(str(day.day), day.isoformat())

    def _pager(self, month: date, today: date, locale: str) -> Row:
        before, after = month - timedelta(days=1), month + timedelta(days=31)
        row: Row = [self._button(format_date(month, "LLLL y", locale=locale), _NOTHING)]
        if before >= today.replace(day=1):
            row.insert(0, self._button(f"‹ {format_date(before, 'LLLL', locale=locale)}", self._page(before)))
        if after.replace(day=1) <= today + _YEAR:
            row.append(self._button(f"{format_date(after, 'LLLL', locale=locale)} ›", self._page(after)))
        return row

    def _page(self, day: date) -> str:
        return f"{_MONTH}{day.replace(day=1).isoformat()}"

    def _button(self, text: str, data: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=text, callback_data=self._item_callback_data(data))

    def _shown(self, today: date, manager: DialogManager) -> date:
        """The first day of the month on show, however the stored one has aged."""
        stored = self.get_widget_data(manager, "")
        first = today.replace(day=1)
        month = day_of(stored).replace(day=1) if stored else first
        return month if first <= month <= today + _YEAR else first

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data.startswith(_MONTH):
            self.set_widget_data(manager, day_of(data.removeprefix(_MONTH)).isoformat())
        elif data != _NOTHING:
            await self._on_click.process_event(callback, self, manager, day_of(data))
        return True
