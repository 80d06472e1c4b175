"""Telegram's types are built when they are first used: aiogram builds all of them, some four hundred, at import.

A bot uses a few dozen. Building every one of them costs most of the time and of the memory in which a process starts,
and each process of a bot pays for it. Whoever imports this module before aiogram pays for what it uses only;
`handlers/__init__.py` and `bot/__init__.py` do.

Nor is each object told of its bot more than once. pydantic does so for every class that it descends from, which is
most of the time that a message with its buttons takes to read.
"""

from typing import Any

from pydantic import BaseModel

_rebuild = BaseModel.model_rebuild.__func__  # type: ignore[attr-defined]  # a class method's own function
FIRST = ("Message", "Update")
"""Built at import all the same: most others are parts of these, or are made of them in a trice."""
_names: dict[str, Any] = {}
"""What the names in the annotations of aiogram's types mean: most are imported there for type checkers only."""


def remember_bot(self: BaseModel, context: Any) -> None:
    """Stands for `model_post_init` of aiogram's types: they have no private attribute but the bot."""
    bot = context.get("bot") if context else None
    object.__setattr__(self, "__pydantic_private__", {"_bot": bot})


def rebuild_late(
    cls: type[BaseModel],
    *,
    force: bool = False,
    raise_errors: bool = True,
    _parent_namespace_depth: int = 2,
    _types_namespace: dict[str, Any] | None = None,
) -> bool | None:
    """Stands for `BaseModel.model_rebuild`: only notes the names where aiogram's import asks for all its types.

    A type that is not built has pydantic's place holders, which ask once more, without names, at their first use.
    """
    if cls.__module__.startswith("aiogram."):
        if set(cls.__private_attributes__) == {"_bot"}:
            cls.model_post_init = remember_bot  # type: ignore[method-assign]  # the one method of pydantic's that is replaced
        _names.update(_types_namespace or {})
        if _types_namespace is not None and cls.__name__ not in FIRST:
            return None
        _types_namespace = _names
    return _rebuild(  # type: ignore[no-any-return]
        cls,
        force=force,
        raise_errors=raise_errors,
        _parent_namespace_depth=_parent_namespace_depth,
        _types_namespace=_types_namespace,
    )


BaseModel.model_rebuild = classmethod(rebuild_late)  # type: ignore[assignment, method-assign]
