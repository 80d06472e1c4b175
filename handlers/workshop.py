"""Heavy work – sheets, documents, the optimum of a cohort – in a process of its own, so that nobody's press waits."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from anyio import CapacityLimiter, to_process
from anyio.lowlevel import RunVar

Made = TypeVar("Made")
Materials = TypeVarTuple("Materials")
BENCHES = 1
"""Works at once: the others wait their turn, and a core is left for the people who press."""
_places: RunVar[CapacityLimiter] = RunVar("workshop")


async def make(work: Callable[[*Materials], Made], *materials: *Materials) -> Made:
    """What `work` makes of the materials, in another process; raises what it raises.

    `work` is a plain function of a module, its materials and what it makes are plain data: both are pickled. Its dear
    imports stand inside it, so that this process never pays for them. Whoever is cancelled ends the process with it.
    """
    try:
        places = _places.get()
    except LookupError:
        places = CapacityLimiter(BENCHES)
        _places.set(places)
    return await to_process.run_sync(work, *materials, cancellable=True, limiter=places)
