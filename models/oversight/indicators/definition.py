"""What an indicator is: one select of whom it counts, from which its number and its list both come."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Select

from models.oversight.indicators.codes import Awaits, Block, Code, Mode, Subject
from models.oversight.indicators.frame import Frame

Rows = Callable[[Frame], Select[int, int]]
"""Selects `who` is counted (the id of a person or a meeting) and the `school` where; the same one may come twice."""


@dataclass(frozen=True)
class Indicator:
    """One line of the table. Without `rows` it is entered by hand, and `awaits` says for want of what."""

    code: Code
    block: Block
    rows: Rows | None = None
    subject: Subject = Subject.PEOPLE
    awaits: Awaits | None = None
    told: Rows | None = None
    """Of whom it can be said whether they count; where there is nobody, the number is not known. None: of everybody."""
    untold: Rows | None = None
    """Who is counted apart, as «не определено»."""

    @property
    def mode(self) -> Mode:
        """Where the number comes from."""
        return Mode.HAND if self.rows is None else Mode.AUTO
