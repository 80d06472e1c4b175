"""Mentors and mentees as buttons."""

from collections.abc import Sequence
from typing import Any

from handlers.words import Words
from models.matching.rules import Refusal
from models.mentorships.candidates import Suggestion
from models.mentorships.picks import Pick


def mentor_items(words: Words, mentors: Sequence[Suggestion]) -> list[dict[str, Any]]:
    """The mentors by name; who has no place, or was asked before, carries a mark."""
    return [{"id": one.mentor_id, "title": _mentor_title(words, one)} for one in mentors]


def _mentor_title(words: Words, mentor: Suggestion) -> str:
    if mentor.refusal is None:
        return mentor.official_name
    is_full = mentor.refusal is Refusal.CAPACITY
    key = "mentorships-pick-full" if is_full else "mentorships-pick-asked"
    return words.label(key, mentor=mentor.official_name)


def mentee_items(words: Words, mentees: Sequence[Pick]) -> list[dict[str, Any]]:
    """The mentees by name; who has asked for a mentor carries a mark."""
    return [
        {
            "id": one.id,
            "title": words.label("mentorships-pick-waits", mentee=one.official_name)
            if one.waits
            else one.official_name,
        }
        for one in mentees
    ]
