"""Lines of one id among very many, found in little memory."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from xlbudget.distribution.consolidate.code import ConsolidationCode
from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.consolidate.rule_findings import place_in
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.origin import Origin
from xlbudget.model.text import as_spreadsheets_see

_BUCKETS = 256
_BYTES = 8


class Ids:
    """Ids as spreadsheets tell them apart, eight bytes each."""

    def __init__(self) -> None:
        self._buckets = [array("Q") for _ in range(_BUCKETS)]

    def add(self, line_id: str) -> None:
        """Add the id of a line."""
        mark = _mark_of(line_id)
        self._buckets[mark % _BUCKETS].append(mark)

    def repeated(self) -> frozenset[int]:
        """Return the marks that were added more than once: of one id, or rarely of two."""
        full = (bucket for bucket in self._buckets if len(set(bucket)) < len(bucket))
        counts = (Counter(bucket) for bucket in full)
        return frozenset(mark for of in counts for mark, count in of.items() if count > 1)


def doubles(parts: Iterable[Merged], repeated: frozenset[int]) -> Iterator[Finding]:
    """Yield a finding for each line whose id stands before it already.

    Args:
        parts: The budget, part by part.
        repeated: The marks of the ids that may stand twice.

    """
    seen: dict[str, tuple[Origin, LineItem]] = {}
    for part in parts:
        for index, line in enumerate(part.budget.lines):
            if _mark_of(line.line_id) not in repeated:
                continue
            key, own = as_spreadsheets_see(line.line_id), (part.origins[index], line)
            first = seen.setdefault(key, own)
            if first is not own:
                yield _double(place_in(part, index, "line_id"), line, *first)


def _double(place: Place, line: LineItem, origin: Origin, first: LineItem) -> Finding:
    return Finding(
        Severity.FATAL,
        ConsolidationCode.DOUBLE,
        place,
        f"The line id {line.line_id} stands in {origin} already, for {_whose(first)}",
        "A line counts once: every line of the district has an id of its own",
        "Ask one of the two to send the file again with another id, or reject the line "
        f"with: xlbudget decide CAMPAIGN {line.school_id}/{line.line_id} --reject",
    )


def _whose(line: LineItem) -> str:
    return f"school {line.school_id}" if line.school_id else "the whole district"


def _mark_of(line_id: str) -> int:
    """Return a number that is the same for ids that a spreadsheet takes for one."""
    seen = as_spreadsheets_see(line_id).encode()
    return int.from_bytes(blake2b(seen, digest_size=_BYTES).digest())
