"""The command `nastavnik`: run, demo, invite, migrate, backup, restore, move-database."""

import argparse
import asyncio
import contextlib
import errno
import signal
import sys
from collections.abc import Coroutine
from typing import Any

from pydantic import ValidationError

from bot.garbage import nothing_collected
from bot.settings import DatabaseSettings, Settings, make_room
from bot.unusable import UnusableError

CURATORS = ("curator", "municipal-curator", "regional-curator")


def main() -> None:
    """Reads the command line and does what it says; a mistake ends with one sentence and exit status 1."""
    arguments = parser().parse_args()
    try:
        arguments.command(arguments)
    except ValidationError as error:
        missing = ", ".join(str(problem["loc"][0]).upper() for problem in error.errors())
        sys.exit(f"nastavnik: {missing} is missing or wrong; .env.example says what each setting means")
    except UnusableError as problem:
        sys.exit(f"nastavnik: {problem}")
    except KeyboardInterrupt:
        # Only while it is still starting: afterwards Ctrl+C is a signal like any other.
        return


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="nastavnik", description="A Telegram bot that carries a mentoring programme")
    commands = top.add_subparsers(required=True, metavar="command")
    run = commands.add_parser("run", help="serve the bot whose token stands in BOT_TOKEN")
    run.set_defaults(command=run_bot)
    demo = commands.add_parser("demo", help="the whole programme in a browser page, without a token")
    demo.add_argument("--port", type=int, default=8321, help="port of the page (default: 8321)")
    demo.set_defaults(command=run_demo)
    invite = commands.add_parser("invite", help="print a one-time invitation link, the first curator's for example")
    invite.add_argument("--role", required=True, choices=[*CURATORS, "mentor", "mentee"])
    invite.add_argument("--school", required=True, help="name of the school; created when it is new")
    invite.add_argument("--zone", default="Europe/Moscow", help="time zone of a new school (default: Europe/Moscow)")
    invite.set_defaults(command=print_invitation)
    migrate = commands.add_parser("migrate", help="bring the database to this version's schema")
    migrate.set_defaults(command=migrate_database)
    backup = commands.add_parser("backup", help="copy the database while the bot goes on")
    backup.add_argument("--to", metavar="FOLDER", help="where the copy is laid (default: BACKUP_FOLDER)")
    backup.set_defaults(command=make_backup)
    restore = commands.add_parser("restore", help="put a copy in the database's place; the present one is kept beside")
    restore.add_argument("file", nargs="?", metavar="FILE", help="a copy that `nastavnik backup` made")
    restore.add_argument(
        "--hold-only", action="store_true", help="after pg_restore: hold back what was due since the copy was made"
    )
    restore.set_defaults(command=restore_backup)
    move = commands.add_parser("move-database", help="copy the programme from SQLite to an empty PostgreSQL database")
    move.add_argument("--to", required=True, help="postgresql+asyncpg://user:password@host/name")
    move.add_argument("--from", dest="source", help="sqlite:///folder/file.sqlite (default: DATABASE_URL)")
    move.set_defaults(command=move_database)
    return top


def run_bot(_arguments: argparse.Namespace) -> None:
    """`nastavnik run`."""
    settings = Settings()  # type: ignore[call-arg]  # the token comes from the environment
    with nothing_collected():
        from aiogram.exceptions import TelegramUnauthorizedError
        from sqlalchemy.exc import OperationalError

        import bot.application  # noqa: F401  here, so that all that is dear comes in at once
        from bot.logs import set_up_logs

    set_up_logs(settings.log_level, settings.log_format, settings.bot_token.get_secret_value())
    try:
        prepare(settings.database_url.get_secret_value())
        asyncio.run(serve(settings))
    except TelegramUnauthorizedError:
        sys.exit("nastavnik: Telegram does not accept BOT_TOKEN; copy it again from @BotFather")
    except UnusableError as error:
        sys.exit(f"nastavnik: {error}")
    except OperationalError as error:
        sys.exit(f"nastavnik: the database cannot be used: {error.orig}; DATABASE_URL says where it is")


async def serve(settings: Settings) -> None:
    """Runs the bot until it is stopped, then finishes without losing what it holds."""
    await until_stopped(serve_again_and_again(settings))


async def serve_again_and_again(settings: Settings) -> None:
    """A process that another one has taken over from stands by anew."""
    from bot.application import Application
    from bot.clock import SystemClock

    while True:
        await Application(settings, SystemClock()).run()


def run_demo(arguments: argparse.Namespace) -> None:
    """`nastavnik demo`."""
    with nothing_collected():
        from bot.demo.serve import serve_demo
        from bot.logs import set_up_logs

    set_up_logs("WARNING")
    try:
        asyncio.run(until_stopped(serve_demo(arguments.port)))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sys.exit(f"nastavnik demo: port {arguments.port} is taken; choose another with --port")


async def until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Runs `work` until SIGTERM or Ctrl+C, and lets it finish what it must."""
    running = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, running.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await running


def print_invitation(arguments: argparse.Namespace) -> None:
    """`nastavnik invite`."""
    from bot.invite import invitation_link

    settings = Settings()  # type: ignore[call-arg]  # the token comes from the environment
    prepare(settings.database_url.get_secret_value())
    print(asyncio.run(invitation_link(settings, arguments.role, arguments.school, arguments.zone)))  # noqa: T201  the link is the command's answer


def migrate_database(_arguments: argparse.Namespace) -> None:
    """`nastavnik migrate`."""
    prepare(DatabaseSettings().database_url.get_secret_value())


def make_backup(arguments: argparse.Namespace) -> None:
    """`nastavnik backup`."""
    from bot.keeping import commands

    settings = DatabaseSettings()
    print(commands.backup(settings.database_url.get_secret_value(), arguments.to or settings.backup_folder))  # noqa: T201  the command's answer


def restore_backup(arguments: argparse.Namespace) -> None:
    """`nastavnik restore`."""
    from bot.keeping import commands

    settings = DatabaseSettings()
    print(commands.restore(settings.database_url.get_secret_value(), arguments.file, hold_only=arguments.hold_only))  # noqa: T201  the command's answer


def move_database(arguments: argparse.Namespace) -> None:
    """`nastavnik move-database`."""
    from bot.move_database import move, report

    moved = asyncio.run(move(arguments.source or DatabaseSettings().database_url.get_secret_value(), arguments.to))
    print("\n".join(report(moved)))  # noqa: T201  the comparison is the command's answer
    if not all(one.is_same for one in moved):
        raise UnusableError("what arrived is not what was sent; nothing was kept in the new database")


def prepare(database_url: str) -> None:
    """A database with this version's schema, created where there is none."""
    from bot.migrate import migrate
    from bot.reach import told

    make_room(database_url)
    with told(database_url):
        migrate(database_url)


if __name__ == "__main__":
    main()
