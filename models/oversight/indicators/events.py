"""Block 4 of the Omsk table: events and practices, of which the programme keeps nothing yet."""

from models.oversight.indicators.codes import Awaits, Block, Code
from models.oversight.indicators.definition import Indicator

INDICATORS = (
    Indicator(Code.I_4_1, Block.EVENTS, awaits=Awaits.EVENT),
    Indicator(Code.I_4_2, Block.EVENTS, awaits=Awaits.EVENT),
    Indicator(Code.I_4_3, Block.EVENTS, awaits=Awaits.EVENT),
    Indicator(Code.I_4_4, Block.EVENTS, awaits=Awaits.EVENT),
    Indicator(Code.I_4_5, Block.EVENTS, awaits=Awaits.PRACTICE),
)
