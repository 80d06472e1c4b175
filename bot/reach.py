"""What can be wrong with a database's address or with the way to it, in one sentence that shows no password."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from bot.unusable import UnusableError

NO_DRIVER = "PostgreSQL needs its driver: `uv sync --extra postgres`, or `pip install 'nastavnik[postgres]'`"
NO_ADDRESS = (
    "the address of the database is wrong; write sqlite:///folder/file.sqlite"
    " or postgresql+asyncpg://user:password@host/name"
)


@contextmanager
def told(database_url: str) -> Iterator[None]:
    """Raises UnusableError where the database at `database_url` has no driver or cannot be reached."""
    try:
        yield
    except (ArgumentError, NoSuchModuleError) as error:
        raise UnusableError(NO_ADDRESS) from error
    except ModuleNotFoundError as error:
        raise UnusableError(NO_DRIVER if error.name == "asyncpg" else NO_ADDRESS) from error
    except DBAPIError as error:
        raise UnusableError(_out_of_reach(make_url(database_url), error.orig)) from error
    except _refusals() as error:
        raise UnusableError(_out_of_reach(make_url(database_url), error)) from error


def _out_of_reach(url: URL, error: BaseException | None) -> str:
    # Of the error the name alone: its text may quote the address or what people have written.
    place = "/".join(part for part in (url.host, url.database) if part)
    cause = (error.__cause__ if error is not None else None) or error
    return f"the database {place} cannot be used ({type(cause).__name__})"


def _refusals() -> tuple[type[BaseException], ...]:
    """What is raised by itself while connecting; PostgreSQL's driver may not even be there."""
    asyncpg = sys.modules.get("asyncpg")
    return (OSError,) if asyncpg is None else (OSError, asyncpg.PostgresError, asyncpg.InterfaceError)
