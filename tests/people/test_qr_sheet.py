"""The sheet with QR codes for a school's staff room."""

from models.people.tables import Invitation
from models.terms import Role
from tests.people.phone import press
from tests.play import Play


async def test_it_makes_a_sheet_with_a_code_for_each_role(play: Play) -> None:
    marina = await play.person(play.town.curator)
    await press(play, marina, "Пригласить в программу", "Лист с QR-кодами для учительской")
    [sent] = [one for one in marina.messages if "document" in one.content]
    assert sent.content["document"]["file_name"] == "QR-коды для учительской.pdf"
    assert "распечатайте и повесьте в учительской" in sent.text
    invitations = await play.town.rows(Invitation)
    assert [(one.role, one.uses_left) for one in invitations] == [(Role.MENTEE, 100), (Role.MENTOR, 100)]
    assert "Кого приглашаете?" in marina.last.text
