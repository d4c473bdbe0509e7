"""Next year's campaign from this year's: lines, money and dates one year on."""

from xlbudget.distribution.roll.next_budget import Rolled, next_budget
from xlbudget.distribution.roll.next_campaign import next_facts
from xlbudget.distribution.roll.note import Note, Topic
from xlbudget.distribution.roll.save_next import save_next

__all__ = [
    "Note",
    "Rolled",
    "Topic",
    "next_budget",
    "next_facts",
    "save_next",
]
