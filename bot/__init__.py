"""The floor that runs it: process, settings, delivery, timetable, sandbox."""
