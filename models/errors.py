"""What a rule says when it refuses: a key of a text in `locales/`, never a traceback."""

from typing import Any


class ProgrammeError(Exception):
    """A refusal that a person can act upon. Nothing was changed when it was raised.

    `key` names a Fluent message that says what to do next; `args` of that message stand in `values`.
    """

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
