"""How a file that came home ends."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """How a file ended; the words are what people read."""

    ACCEPTED = "accepted"
    WITH_WARNINGS = "accepted with warnings"
    REJECTED = "rejected"
    DUPLICATE = "duplicate"  # says what another file of the school says already
    SUPERSEDED = "superseded"  # a later file of the school took its place
    NOT_ISSUED = "not issued by us"
    MISSING = "missing"  # nothing came home; never a state of a file

    @property
    def counts(self) -> bool:
        """Whether the lines count in totals."""
        return self in ACCEPTED


ACCEPTED = frozenset({State.ACCEPTED, State.WITH_WARNINGS})
"""The states whose lines count; one submission of a school at a time."""

JUDGED = frozenset(State) - {State.SUPERSEDED, State.MISSING}
"""What collecting may say of a file; the other states follow from other files."""
