"""The floor that runs it: process, settings, delivery, timetable, sandbox."""

import handlers.late_types  # noqa: F401  # before any of aiogram
