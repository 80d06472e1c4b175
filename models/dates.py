"""Dates as people and spreadsheets write them."""

import re
from datetime import date

_FORMS = (
    re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>(?:\d\d){1,2})(?:\s*г(?:ода|\.)?)?", re.ASCII),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?: 00:00:00)?", re.ASCII),
)


def read_date(text: str, *, is_recent: bool = False) -> date | None:
    """«12.03.1998», «1.3.1998 г.», «1998-03-12»; None for anything else.

    A year of two figures may be of either century: only where a date `is_recent` it is read, as one of this century.
    """
    found = next((match for form in _FORMS if (match := form.fullmatch(text.strip()))), None)
    if found is None or (len(found["year"]) == 2 and not is_recent):
        return None
    year = int(found["year"])
    try:
        return date(year if len(found["year"]) == 4 else 2000 + year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None
