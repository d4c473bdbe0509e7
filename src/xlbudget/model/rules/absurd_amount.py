"""Is an amount negative, or larger than a district's budget can hold?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xlbudget.model.budget import Budget
from xlbudget.model.choices import Category
from xlbudget.model.finding import Finding, Place, Rule, Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.placement import found, placed
from xlbudget.model.request import costed

_LARGEST = {"quantity": Decimal(10) ** 6, "unit_price": Decimal(10) ** 7}
_LARGEST_YEAR = Decimal(10) ** 9  # dollars; no district spends as much on one line


def _check(budget: Budget) -> Iterator[Finding]:
    years = budget.district.years
    costs = costed(budget).costs
    for (place, line), cost in zip(placed(budget, LineItem), costs, strict=True):
        yield from _negative(place, line)
        for column, largest in _LARGEST.items():
            if (getattr(line, column) or 0) > largest:
                yield _too_large(place, line, column, f"{getattr(line, column):,.0f}", largest)
        for year, amount in zip(years, cost.years, strict=True):
            if abs(amount) >= _LARGEST_YEAR:
                seen = f"${amount:,.0f} in FY{year}"
                yield _too_large(place, line, "", seen, _LARGEST_YEAR)
                break


def _negative(place: Place, line: LineItem) -> Iterator[Finding]:
    if line.category == Category.DISPOSAL:
        return
    columns = {"unit_price": line.unit_price or 0}
    columns |= {f"payment_{year}": amount for year, amount in line.payment.items()}
    for column, amount in columns.items():
        if amount < 0:
            yield found(
                RULE,
                place,
                column,
                saw=f"Line {line.line_id} has a negative amount, {amount:,.2f}",
                wants=f"Costs are positive; only {Category.DISPOSAL} may bring money in",
                fix="Record money that comes in as a source of funding, or as a saving",
            )


def _too_large(place: Place, line: LineItem, column: str, seen: str, largest: Decimal) -> Finding:
    what = column.replace("_", " ") or "cost"
    return found(
        RULE,
        place,
        column,
        saw=f"Line {line.line_id} has a {what} of {seen}",
        wants=f"It stays below {largest:,.0f}",
        fix="Check for a slip of the decimal point, or two cells typed into one",
    )


RULE = Rule(
    code="XLR-14",
    title="Negative or absurd amount",
    severity=Severity.WARNING,
    says="Prices and payments are positive, but for retirement and disposal; quantities and"
    " amounts are such as a district can have.",
    source="Texas PEIMS budget record 030 and Illinois ISBE form 50-36 (amounts "
    "out of bounds are returned)",
    check=_check,
)
