"""All indicators in the order of the table."""

from models.oversight.indicators import coverage, events, may, mentors, requests, results
from models.oversight.indicators.codes import Block, Code
from models.oversight.indicators.definition import Indicator

INDICATORS: dict[Code, Indicator] = {
    one.code: one for area in (coverage, requests, mentors, results, events, may) for one in area.INDICATORS
}


def of_block(block: Block | None) -> tuple[Indicator, ...]:
    """The indicators of a page of the table; all of them without one."""
    return tuple(one for one in INDICATORS.values() if block in (None, one.block))
