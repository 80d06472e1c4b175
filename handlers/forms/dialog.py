"""What has to be typed: a word about a meeting, a call for help, the answer to it."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.flow import TAP_ONLY
from handlers.forms import actions, getters
from handlers.forms.states import Answers, Call, Comment, Help
from handlers.widgets import BACK, CLOSE, MENU, L, T


def comment() -> Dialog:
    """A word more about a meeting."""
    return Dialog(
        Window(
            T("forms-comment"),
            MENU,
            MessageInput(actions.on_comment),
            state=Comment.text,
            getter=getters.get_comment,
        ),
    )


def help_call() -> Dialog:
    """«Нужна помощь»."""
    return Dialog(
        Window(
            T("forms-help"),
            Button(L("forms-help-send-button"), id="send", on_click=actions.on_help),
            MENU,
            MessageInput(actions.on_help_text),
            state=Help.text,
            getter=getters.get_help,
        ),
    )


def answers() -> Dialog:
    """What was answered in a pair."""
    return Dialog(Window(T("forms-answers"), CLOSE, MENU, TAP_ONLY, state=Answers.main, getter=getters.get_answers))


def call() -> Dialog:
    """A call as its curator reads it."""
    return Dialog(
        Window(
            T("forms-call"),
            Row(
                Button(L("forms-call-reply-button"), id="reply", on_click=actions.on_reply, when="can_reply"),
                Button(L("forms-call-pair-button"), id="pair", on_click=actions.on_pair, when="has_pair"),
            ),
            Row(
                Button(L("forms-call-take-button"), id="take", on_click=actions.on_take, when="can_take"),
                Button(L("forms-call-close-button"), id="close", on_click=actions.on_close, when="is_open"),
            ),
            MENU,
            TAP_ONLY,
            state=Call.main,
            getter=getters.get_call,
        ),
        Window(
            T("forms-call-reply"),
            Row(BACK, MENU),
            MessageInput(actions.on_reply_text),
            state=Call.reply,
            getter=getters.get_call,
        ),
    )
