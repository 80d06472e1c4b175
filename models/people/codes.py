"""The secret part of an invitation's link, and how often a wrong one may be tried."""

import secrets
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import bindparam, delete, func, select

from models.people.tables import WrongCode
from models.use_case import Tx

BYTES = 24
"""192 bits; 32 characters of a link, within Telegram's 64 for a start parameter."""
TRIES = 5
WINDOW = timedelta(hours=1)
_TRIES = select(func.count()).where(WrongCode.account_hash == bindparam("by"), WrongCode.at > bindparam("since"))


def new_code() -> str:
    """A code that nobody guesses, of characters that a link may carry."""
    return secrets.token_urlsafe(BYTES)


def hash_of(code: str) -> str:
    """What is kept of a code. It is long and random, so that no salt is needed."""
    return sha256(code.encode()).hexdigest()


def may_try(tx: Tx) -> bool:
    """Whether the account has tries left: five wrong codes an hour."""
    return (tx.session.scalar(_TRIES, {"by": _account(tx), "since": tx.now - WINDOW}) or 0) < TRIES


def remember_wrong(tx: Tx) -> None:
    """Counts a wrong code against the account; what is older than the window is forgotten, for everybody."""
    tx.session.execute(delete(WrongCode).where(WrongCode.at <= tx.now - WINDOW))
    tx.add(WrongCode(account_hash=_account(tx), at=tx.now))


def _account(tx: Tx) -> str:
    return hash_of(f"{tx.actor.channel}:{tx.actor.external_id}")
