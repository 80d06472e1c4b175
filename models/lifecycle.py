"""State machines: the only way in which a state moves (reference.md §4)."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from models.errors import ProgrammeError

S = TypeVar("S", bound=StrEnum)


class Lifecycle(Generic[S]):
    """One machine: where it begins and which event leads from which state to which."""

    def __init__(self, name: str, initial: S, transitions: Mapping[tuple[S, str], S]) -> None:
        self.name = name
        self.initial = initial
        self._transitions = dict(transitions)

    def after(self, state: S, event: str) -> S:
        """The state that `event` leads to.

        Raises ProgrammeError `error-state` for anything the machine does not list.
        """
        try:
            return self._transitions[state, event]
        except KeyError:
            raise ProgrammeError("error-state") from None

    def allows(self, state: S, event: str) -> bool:
        """Whether `event` is listed for `state`: for deciding what to offer, never instead of `after`."""
        return (state, event) in self._transitions

    def is_terminal(self, state: S) -> bool:
        """Whether nothing leads on from `state`."""
        return all(source != state for source, _ in self._transitions)

    def __iter__(self) -> Iterator[tuple[S, str, S]]:
        """All transitions as (from, event, to)."""
        for (source, event), target in self._transitions.items():
            yield source, event, target
