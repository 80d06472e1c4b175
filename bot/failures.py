"""How a failure is written down: where it happened, and nothing of what people wrote."""

import traceback
from pathlib import Path

ROOT = Path(__file__).parent.parent


def describe(error: BaseException) -> str:
    """The class and the places of an exception, its causes included; never its message, which may quote a person."""
    parts = []
    current: BaseException | None = error
    while current is not None:
        parts.append(f"{type(current).__name__} at {_places(current)}")
        current = current.__cause__
    return " caused by ".join(parts)


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(ROOT) and ".venv" not in frame.filename]
    return " > ".join(f"{Path(f.filename).relative_to(ROOT)}:{f.lineno}" for f in ours[-4:] or []) or "a library"
