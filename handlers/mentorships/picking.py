"""Mentors and mentees as buttons."""

from collections.abc import Sequence
from typing import Any

from handlers.words import Words
from models.mentorships.candidates import Suggestion
from models.mentorships.picks import Pick


def mentor_items(words: Words, mentors: Sequence[Suggestion]) -> list[dict[str, Any]]:
    """The mentors by name; who has no place, or was asked before, stands without reasons and says so."""
    return [
        {
            "id": one.mentor_id,
            "title": one.official_name
            if one.reasons
            else words.label("mentorships-pick-unlikely", mentor=one.official_name),
        }
        for one in mentors
    ]


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
