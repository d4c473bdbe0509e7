"""What a person should know of a year's turn: what leaves, what stays, what is to be looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Topic(StrEnum):
    """What a note is about; the words are what people read."""

    NO_ANSWER = "Schools without an answer that counts: their lines go on as they were issued"
    REJECTED = "Lines that were rejected: they are left out"
    DONE = "One-time lines that are done: they leave"
    ENDED = "Lines whose last year is over: they leave"
    LAPSED = "Lines that had lapsed: they leave"
    SOURCE_ENDED = "Lines with a source that no longer pays: name another one"
    NO_PAYMENT = "Contracts without a payment in the new last year: look whether one is due"
    PRICE_PAST = "Standard items whose price no longer holds: ask for a new one"
    MOVED = "Dates and money that were set forward by a year: look whether they hold"


LEAVING = (Topic.REJECTED, Topic.DONE, Topic.ENDED, Topic.LAPSED)
"""The topics of lines that the new budget does not have."""


MOST_OF_A_TOPIC = 5_000
"""Notes of one topic that are told one by one; more are only counted."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know: about which school and record, in words, and dollars of this year."""

    topic: Topic
    subject: str  # the id of a line, item or school, or the name of a field
    words: str
    school_id: str = ""
    amount: Decimal | None = None  # what a line costs in the year that ends


class Notes:
    """Notes in any number: of each topic the first ones, and the count and money of all."""

    def __init__(self, most: int = MOST_OF_A_TOPIC) -> None:
        self._most = most
        self._first: dict[Topic, list[Note]] = {topic: [] for topic in Topic}
        self.counts: Counter[Topic] = Counter()
        self.left_out = Decimal(0)  # what the lines that leave cost in the year that ends

    def add(self, notes: Iterable[Note]) -> None:
        """Add notes."""
        for note in notes:
            self.counts[note.topic] += 1
            if note.topic in LEAVING:
                self.left_out += note.amount or 0
            if len(self._first[note.topic]) < self._most:
                self._first[note.topic].append(note)

    def told(self) -> tuple[Note, ...]:
        """Return the notes that are told one by one, by topic."""
        return tuple(note for notes in self._first.values() for note in notes)
