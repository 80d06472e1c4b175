"""What a button under a plain message carries."""

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers.meetings.buttons import MeetingButton, Step
from handlers.people.buttons import CardAnswer, Language
from handlers.telling import NoticeButton


@pytest.mark.parametrize(
    "button",
    [
        MeetingButton(step=Step.HELD, meeting_id=7),
        CardAnswer(profile_id=3, yes=False),
        CardAnswer(profile_id=3, yes=True),
        Language(locale="en"),
    ],
)
def test_it_is_written_as_the_framework_writes_it_and_read_again(button: NoticeButton) -> None:
    assert button.pack() == CallbackData.pack(button)
    assert type(button).unpack(button.pack()) == button


@pytest.mark.parametrize("locale", ["a:b", "x" * 64, "ы" * 32])
def test_it_is_refused_where_no_button_can_carry_it(locale: str) -> None:
    with pytest.raises(ValueError, match="no button can carry"):
        Language(locale=locale).pack()
