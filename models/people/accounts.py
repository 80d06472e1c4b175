"""Accounts that cannot be written to, because their person has blocked the bot."""

from sqlalchemy import bindparam, select

from models.access import Permission
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.people.curators import present_curators
from models.people.tables import Account
from models.use_case import Tx, use_case


@use_case(Permission.JOIN)
def block_bot(tx: Tx) -> None:
    """The person has just blocked the bot; strangers leave no trace."""
    _mark(tx, tx.actor.channel, tx.actor.external_id)


@use_case(Permission.JOIN)
def unblock_bot(tx: Tx) -> None:
    """Whoever had blocked the bot is back."""
    account = _account(tx, tx.actor.channel, tx.actor.external_id)
    if account is not None:
        account.blocked_bot = False


@use_case(Permission.SWEEP)
def mark_unreachable(tx: Tx, channel: str, external_id: str) -> None:
    """Notes that an account could not be written to; the curators hear of it once."""
    _mark(tx, channel, external_id)


_ACCOUNT = select(Account).where(
    Account.channel == bindparam("channel"), Account.external_id == bindparam("external_id")
)


def _mark(tx: Tx, channel: str, external_id: str) -> None:
    account = _account(tx, channel, external_id)
    if account is None or account.blocked_bot:
        return
    account.blocked_bot = True
    person = account.person
    payload, version = {"person_id": person.id}, f"{tx.now:%Y%m%d}"
    for curator in present_curators(tx.session, person.organisation_id, tx.now, {person.id}):
        post(tx, curator, NoticeKind.ACCOUNT_BLOCKED, f"person:{person.id}", payload=payload, version=version)


def _account(tx: Tx, channel: str, external_id: str) -> Account | None:
    return tx.session.scalar(_ACCOUNT, {"channel": channel, "external_id": external_id})
