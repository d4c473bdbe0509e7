"""What a person should know of a year's turn: what leaves, what stays, what is to be looked at."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know: about which school and record, in words, and dollars of this year."""

    topic: Topic
    subject: str  # the id of a line, item or school, or the name of a field
    words: str
    school_id: str = ""
    amount: Decimal | None = None  # what a line costs in the year that ends
