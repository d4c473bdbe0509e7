"""Do the assumptions still hold on the day of the figures?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.assumption import Assumption
from xlbudget.model.budget import Budget
from xlbudget.model.defaults import with_defaults
from xlbudget.model.finding import Finding, Place, Rule, Severity
from xlbudget.model.placement import found, place_of, placed


def _check(budget: Budget) -> Iterator[Finding]:
    day = budget.district.as_of
    places = {item.key: place for place, item in placed(budget, Assumption)}
    for item in with_defaults(budget.assumptions):
        until = item.valid_until
        if day is not None and until is not None and until < day:
            yield found(
                RULE,
                places.get(item.key) or _unwritten(item),
                "valid_until",
                saw=f"Assumption {item.key} held until {until}, and the figures are as of {day}",
                wants="Every assumption holds on the day of the figures",
                fix=f"Look up the present value ({item.source or 'its source'}) and enter it",
            )


def _unwritten(item: Assumption) -> Place:
    """Return the place of a default that the budget does not state itself."""
    place = place_of(item)
    return Place(file=place.file, record=place.record)


RULE = Rule(
    code="XLR-30",
    title="Assumption out of date",
    severity=Severity.WARNING,
    says="No assumption is past its valid-until date on the day of the figures.",
    source="NIST/FEMP discount rate memos (rates are published for one year)",
    check=_check,
)
