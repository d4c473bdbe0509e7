"""Next year's campaign from this year's: lines, money and dates one year on."""

from xlbudget.distribution.roll.next_budget import Rolled, next_budget
from xlbudget.distribution.roll.next_campaign import next_facts
from xlbudget.distribution.roll.note import Note, Topic
from xlbudget.distribution.roll.put_folder import check_folder, put_folder

__all__ = [
    "Note",
    "Rolled",
    "Topic",
    "check_folder",
    "next_budget",
    "next_facts",
    "put_folder",
]
