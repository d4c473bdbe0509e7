"""The headline figures of two budgets side by side, each over its own plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from xlbudget.analysis.analysis import Analysis
from xlbudget.analysis.breakdown import ZERO, Amounts
from xlbudget.model.field import Kind
from xlbudget.model.split import to_cents

Value = Decimal | int | None  # None: there is no such figure


@dataclass(frozen=True, slots=True)
class HeadlineChange:
    """A headline figure before and after."""

    key: str
    label: str
    kind: Kind
    old: Value
    new: Value

    @property
    def change(self) -> Value:
        """Return the new figure less the old one; None when there are not both."""
        return None if self.old is None or self.new is None else self.new - self.old


def headline_changes(old: Analysis, new: Analysis) -> tuple[HeadlineChange, ...]:
    """Return every headline figure of two budgets, also those that are the same."""
    before, after = (_by_key(analysis) for analysis in (old, new))
    return tuple(
        HeadlineChange(
            key,
            (after.get(key) or before[key]).label,
            (after.get(key) or before[key]).kind,
            before[key].value if key in before else None,
            after[key].value if key in after else None,
        )
        for key in dict.fromkeys((*before, *after))
    )


@dataclass(frozen=True, slots=True)
class _Headline:
    key: str
    label: str
    kind: Kind
    value: Value


def _by_key(analysis: Analysis) -> Mapping[str, _Headline]:
    found: dict[str, _Headline] = {}
    for one in _headlines(analysis):
        found.setdefault(one.key, one)
    return found


def _headlines(analysis: Analysis) -> Iterator[_Headline]:
    cash, plan, secured = analysis.cash_flow, analysis.funding, analysis.funding.secured
    money, year = Kind.MONEY, Kind.YEAR
    yield _Headline("asked", "Cash cost asked for", money, _sum(cash.cost))
    yield _Headline("planned", "Planned and with a goal", money, _sum(cash.planned))
    yield _Headline("ownership", "Cost of ownership", money, analysis.ownership.total)
    yield _Headline("unfunded", "Not funded by secured sources", money, _sum(secured.unfunded))
    yield _Headline("deepest_gap", "Deepest structural gap of a year", money, secured.deepest_gap)
    yield _Headline("deepest_gap_year", "Year of the deepest gap", year, secured.deepest_gap_year)
    label = "Year in which recurring cost loses its source"
    yield _Headline("cliff_year", label, year, plan.cliff_year)
    label = "Recurring cost that loses its source then"
    yield _Headline("cliff_amount", label, money, plan.cliff_amount)
    for result in analysis.scenarios.results:
        name, key = result.scenario.name, result.scenario.scenario_id
        yield _Headline(f"cost:{key}", f"Cash cost, {name}", money, result.total)
        yield _Headline(f"npv:{key}", f"Net present value, {name}", money, _cents(result.npv))


def _sum(amounts: Amounts) -> Decimal:
    return sum(amounts, ZERO)


def _cents(value: float) -> Decimal | None:
    return to_cents(Decimal(str(value))) if isfinite(value) else None
