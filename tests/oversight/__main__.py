"""`python -m tests.oversight`: tier P, 34 schools and a year, counted twice; ends with 1 where a number differs."""

import argparse
import asyncio
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from bot.schema import metadata
from models.clock import FixedClock
from models.database import Database
from models.oversight.indicators.frame import frame_of
from models.oversight.indicators.snapshots import beginning
from models.oversight.indicators.table import table_of
from tests.oversight.test_count import compared, compared_weeks
from tests.oversight.tier import NOW, SMALL, TIER_P, Spec, Tier, draw
from tests.town import Town

SPECS = {"small": SMALL, "p": TIER_P}


async def main(spec: Spec) -> int:
    """Draws the tier into a new file, compares, and says how long the whole table of a region takes."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'tier.sqlite'}"
        engine = create_engine(url)
        metadata.create_all(engine)
        engine.dispose()
        database = Database(url)
        town = await Town.build(database, FixedClock(NOW))
        tier = await database.write(lambda session: draw(session, spec, town.curator))
        numbers, wrong = await database.write(lambda session: compared(session, tier))
        weeks, differ = await compared_weeks(database, tier.schools)
        seconds = await database.write(lambda session: table_seconds(session, tier))
        await database.close()
    sys.stdout.write("".join(f"{line}\n" for line in (*wrong, *differ)))
    sys.stdout.write(f"{numbers} numbers compared, {len(wrong)} differ; the region's whole table: {seconds:.2f} s\n")
    sys.stdout.write(f"{weeks} lines and numbers of {len(tier.schools)} digests compared, {len(differ)} differ\n")
    return 1 if wrong or differ else 0


def table_seconds(session: Session, tier: Tier) -> float:
    """How long all pages of the region's table take together, beginning and day."""
    begun = time.perf_counter()
    frame = frame_of(session, tier.region, NOW)
    table_of(session, frame, None, beginning(session, frame))
    return time.perf_counter() - begun


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(prog="python -m tests.oversight", description=__doc__)
    arguments.add_argument("--tier", choices=list(SPECS), default="p", help="how much there is (default: p)")
    sys.exit(asyncio.run(main(SPECS[arguments.parse_args().tier])))
