"""The floor that talks: dialogs, buttons and notices that people receive."""

import handlers.late_types  # noqa: F401  # before any of aiogram
