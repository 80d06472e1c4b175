"""Seconds and memory until the bot is ready, beside the imports that it cannot do without."""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.figures import Figure, Report
from tests.bench.phones import Phones
from tests.bench.rounds import interleaved, ratio

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("numpy", "scipy", "ortools", "matplotlib", "pandas", "openpyxl", "docxtpl", "fpdf", "segno", "PIL")
LONGEST, BIGGEST = 1.15, 1.15
BARE = """
import aiogram, aiogram_dialog
import sqlalchemy.ext.asyncio, sqlalchemy.orm
import apscheduler.schedulers.asyncio
"""
READY = """
import asyncio, os, sys
from bot.__main__ import prepare
from bot.settings import Settings
settings = Settings(_env_file=None)
prepare(settings.database_url.get_secret_value())
from bot.application import Application
from bot.clock import SystemClock
async def ready():
    application = Application(settings, SystemClock())
    await application.start()
    told()
    await application.stop()
"""
TOLD = """
import json, sys, time
from pathlib import Path
def told():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    heavy = [name for name in %r if name in sys.modules]
    print(json.dumps({"seconds": time.process_time(), "pages": pages, "heavy": heavy}), flush=True)
"""


async def measure(rounds: int, count: int | None) -> Report:
    """Fresh interpreters, one after another in turn; the database has its schema already, as after any first start."""
    del count
    with tempfile.TemporaryDirectory() as folder:
        phones = Phones("4242:the-bot", [])
        await phones.start()
        settings = {
            "BOT_TOKEN": "4242:the-bot",
            "BOT_API_URL": phones.sandbox.url,
            "DATABASE_URL": f"sqlite:///{folder}/start.sqlite",
        }
        found: dict[str, list[dict[str, float]]] = {"ready": [], "bare": []}
        sides = {
            "ready": partial(_seconds, f"{TOLD % (HEAVY,)}{READY}asyncio.run(ready())", settings, found["ready"]),
            "bare": partial(_seconds, f"{TOLD % (HEAVY,)}{BARE}told()", settings, found["bare"]),
        }
        await interleaved(sides, 1)
        seconds = await interleaved(sides, rounds)
        await phones.sandbox.stop()
    n = f"median of {rounds} fresh interpreters each"
    pages = {name: [one["pages"] for one in results[1:]] for name, results in found.items()}
    heavy = sum(len(one["heavy"]) for one in found["ready"])
    figures = [
        Figure("CPU seconds to ready ÷ bare imports", ratio(seconds, "ready", "bare"), n, at_most=LONGEST),
        Figure("memory when ready ÷ bare imports", ratio(pages, "ready", "bare"), n, at_most=BIGGEST),
        Figure(f"imported of {', '.join(HEAVY)}", heavy, n, at_most=0),
        *(Figure(f"{name}", median(values), n, unit="s") for name, values in seconds.items()),
        *(
            Figure(f"{name}, memory", median(values) * os.sysconf("SC_PAGE_SIZE") / 2**20, n, unit="MB")
            for name, values in pages.items()
        ),
    ]
    return Report("start: until the bot is ready", figures, REMARKS)


REMARKS = (
    "ready: settings, migrations looked at, application built, commands told to Telegram, timetable ticking",
    "bare: aiogram, aiogram-dialog, SQLAlchemy with its asyncio and orm, APScheduler; seconds are CPU",
)


async def _seconds(program: str, settings: dict[str, str], found: list[dict[str, float]]) -> float:
    """CPU seconds of a fresh interpreter; the sandbox must go on answering meanwhile."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, cwd=ROOT, env=os.environ | settings, stdout=subprocess.PIPE
    )
    told, _ = await process.communicate()
    found.append(json.loads(told.splitlines()[-1]))
    return found[-1]["seconds"]
