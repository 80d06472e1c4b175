"""The kinds of notice: each can be said, each has its class, and its buttons fit."""

import importlib
import pkgutil

import pytest
from aiogram.filters.callback_data import CallbackData

import handlers
from handlers.notices import RENDERERS
from handlers.telling import NoticeButton
from models.notices.kinds import NoticeKind, class_of, is_repeated
from models.notices.rules import NoticeClass

for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
    importlib.import_module(found.name)

DATA_LIMIT = 64


def buttons(of: type[CallbackData] = NoticeButton) -> list[type[CallbackData]]:
    return [inner for one in of.__subclasses__() for inner in (one, *buttons(one))]


@pytest.mark.parametrize("kind", NoticeKind)
def test_it_can_say_every_kind(kind: NoticeKind) -> None:
    assert kind in RENDERERS


def test_it_lets_a_cry_for_help_through_at_any_hour() -> None:
    assert class_of(NoticeKind.HELP_ASKED) is NoticeClass.HELP


def test_it_bundles_only_what_can_wait() -> None:
    bundled = {kind for kind in NoticeKind if class_of(kind) is NoticeClass.BUNDLED}
    asked = {NoticeKind.PAIR_ASKED, NoticeKind.PLAN_NUDGE, NoticeKind.DATA_ASKED}
    assert bundled == {NoticeKind.FEEDBACK_NUDGE, NoticeKind.ACCOUNT_BLOCKED, *asked}


def test_it_repeats_everything_but_nudges() -> None:
    assert [kind for kind in NoticeKind if not is_repeated(kind)] == [NoticeKind.BUNDLE]


def test_it_tells_the_buttons_of_notices_apart_by_their_prefix() -> None:
    prefixes = [button.__prefix__ for button in buttons()]
    assert len(prefixes) == len(set(prefixes))


def test_it_keeps_the_data_of_buttons_within_telegrams_limit() -> None:
    for button in buttons():
        longest = [longest_of(field.annotation) for field in button.model_fields.values()]
        data = ":".join([button.__prefix__, *longest])
        assert len(data.encode()) <= DATA_LIMIT, button


def longest_of(annotation: object) -> str:
    """The longest value that a field of this type takes: a code, or an id of nine digits."""
    codes = [str(one.value) for one in annotation] if hasattr(annotation, "__members__") else []  # type: ignore[attr-defined]  # an Enum
    return max(codes, key=len) if codes else "999999999"
