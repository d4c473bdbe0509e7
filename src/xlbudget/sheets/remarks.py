"""What people write beside the results of a workbook: no part of the budget, kept all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xlbudget.sheets.check import Check, Explanation


@dataclass(frozen=True, slots=True)
class Remarks:
    """What people write beside the results of a workbook.

    Attributes:
        explanations: Why a check that does not pass may stand, by the check's id.
        scenario: The id of the scenario set beside the adopted plan; "" where the cell is blank,
            None for the usual one.

    """

    explanations: Mapping[str, Explanation] = field(default_factory=dict)
    scenario: str | None = None


NO_REMARKS = Remarks()


def explained(checks: Sequence[Check], remarks: Remarks) -> Iterator[Check]:
    """Yield checks with what people wrote beside them."""
    found = remarks.explanations
    for check in checks:
        known = found.get(check.check_id)
        yield check if known is None else replace(check, explanation=known)
