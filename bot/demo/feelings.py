"""What the people of the sample answer after a meeting; only their curator reads it."""

from models.forms import answer
from models.forms.questions import LOW, OPTIONS, Question
from models.forms.states import Wish
from models.use_case import Act


async def tell_curator_only(act: Act, form_id: int, mark: int, comment: str = "") -> None:
    """Answers a form with `mark` (5…1) and, where more is asked, with the first thing offered: it is the kindest.

    After a low mark the person asks for a talk with the curator, in the words of `comment`, and leaves it at that.
    """
    form = await act(answer.rate, form_id, mark)
    if mark in LOW:
        await act(answer.wish, form_id, Wish.TALK)
        await act(answer.comment, form_id, comment)
        await act(answer.finish, form_id)
        return
    while form.question in OPTIONS:
        if form.question is Question.CONTINUE:
            form = await act(answer.go_on, form_id, suits=True)
        else:
            form = await act(answer.item, form_id, form.question, OPTIONS[form.question][0])
