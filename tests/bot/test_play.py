"""The application as a whole."""

from tests.play import Play


async def test_it_answers_what_it_cannot_make_out_with_the_way_on(play: Play) -> None:
    anna = play.stranger()
    await anna.start()
    await anna.send_sticker()
    await play.settle()
    assert anna.last.from_bot
