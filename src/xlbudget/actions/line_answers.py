"""What a person answers about a new line: the values, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from xlbudget.actions.ask import Answers
from xlbudget.model import Budget, LineItem, StandardItem
from xlbudget.model.choices import CostType, Need
from xlbudget.model.defaults import category_defaults
from xlbudget.model.fault import shown
from xlbudget.model.field import Field, fields_of
from xlbudget.model.parse import parse
from xlbudget.model.rules.cost_data import NEEDED
from xlbudget.model.school_item import OTHER, is_other, line_of_item
from xlbudget.model.split import ONE
from xlbudget.model.tables import table_referred
from xlbudget.model.text import as_spreadsheets_see
from xlbudget.sheets.labels import MARK

ITEM = "item"
FIELDS = {it.name: it for it in fields_of(LineItem)}
_ALWAYS = ("description", "category", "cost_type", "need", "first_fiscal_year")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAnswers:
    """What is known of a new line.

    Attributes:
        budget: The budget that it goes into.
        given: What was answered, by key.
        item: The standard item that was picked; "not on the list" for none.
        base: What the item, its category and the plan say of the line.
        values: What was answered, by field, where it means something.
        payments: The payments that were answered, by fiscal year.
        wrong: Why an answer does not do, by key.

    """

    budget: Budget
    given: Answers
    item: StandardItem
    base: LineItem
    values: Mapping[str, Any] = field(default_factory=dict)
    payments: Mapping[int, Decimal] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)

    @property
    def cost_type(self) -> str:
        """Return how the cost of the line comes about, as far as it is known."""
        return str(self.values.get("cost_type") or self.base.cost_type)

    @property
    def needed(self) -> frozenset[str]:
        """Return the fields that a line of this type cannot do without."""
        return frozenset({*_ALWAYS, *NEEDED.get(self.cost_type, ())} - {"payment"})

    def line(self, line_id: str) -> LineItem:
        """Return the line; a sole goal or source has all of it."""
        facts = {**self.values, "line_id": line_id, "payment": dict(self.payments)}
        made = replace(self.base, **facts)
        return replace(
            made,
            goal_share_1=ONE if made.goal_1 else None,
            source_share_1=ONE if made.source_1 else None,
        )


def read_answers(budget: Budget, given: Answers) -> LineAnswers:
    """Return what was answered about a new line, and everything that is wrong in it at once."""
    item, wrong_item = _item(budget, given.get(ITEM, ""))
    values: dict[str, Any] = {}
    wrong = dict(wrong_item)
    for key, answer in given.items():
        if key in FIELDS and not FIELDS[key].yearly:
            value, fault = _value(budget, FIELDS[key], answer)
            wrong |= {key: fault} if fault else {}
            values |= {} if fault else {key: value}
    payments, wrong_payments = _payments(budget, given)
    if is_other(item.item_id):
        item = replace(item, category=values.get("category") or "")
    known = LineAnswers(
        budget=budget,
        given=given,
        item=item,
        base=_base(budget, item, values.get("cost_type")),
        values=values,
        payments=payments,
        wrong=wrong | wrong_payments,
    )
    return replace(known, wrong={**dict(_blanks(known)), **known.wrong})


def payment_key(year: int) -> str:
    """Return the key of a contract's payment, as a file heads its column: ``payment_2027``."""
    return f"payment_{year}"


def _item(budget: Budget, answer: str) -> tuple[StandardItem, dict[str, str]]:
    wanted = _id(answer)
    if not wanted or is_other(wanted):
        return OTHER, {}
    for item in budget.standard_items:
        if as_spreadsheets_see(item.item_id) == as_spreadsheets_see(wanted):
            return item, {}
    return OTHER, {ITEM: f"There is no standard item {shown(answer)}"}


def _base(budget: Budget, item: StandardItem, cost_type: str | None) -> LineItem:
    """Return what is known of the line before anything else is answered."""
    other = is_other(item.item_id)
    known = replace(item, item_id="", description="") if other and item.category else item
    line = line_of_item(known, first_year=budget.district.base_fiscal_year)
    line = replace(line, description="") if other else line
    return line if cost_type in {None, "", line.cost_type} else _retyped(line, cost_type or "")


def _retyped(line: LineItem, cost_type: str) -> LineItem:
    """Return a line whose cost comes about in another way than its kind of thing suggests."""
    is_bought = cost_type == CostType.PURCHASE
    usual = category_defaults().get(line.category)
    life = line.service_life or (usual.life_low if usual else None)
    lasting = line.refresh if is_bought else cost_type != CostType.ONE_TIME_SERVICE
    return replace(
        line,
        cost_type=cost_type,
        need=(Need.RECURRING if lasting else Need.ONE_TIME).value,
        unit_price=None if cost_type == CostType.CONTRACT else line.unit_price,
        service_life=life if is_bought else None,
        refresh=line.refresh and is_bought,
    )


def _value(budget: Budget, field: Field, answer: str) -> tuple[Any, str]:
    """Return the value that an answer means in a column, and what is wrong with it."""
    table = table_referred(field)
    if table is not None:
        ids = {as_spreadsheets_see(key): key for key in map(table.id_of, table.records(budget))}
        found = ids.get(as_spreadsheets_see(_id(answer)), "")
        wrong = bool(_id(answer)) and not found
        return found, f"There is no {table.noun} {shown(answer)}" if wrong else ""
    read = parse(field, answer)
    faults = [fault for fault in read.faults if read.refused]
    return read.value, " ".join(f"{fault.saw}. {fault.wants}" for fault in faults)


def _payments(budget: Budget, given: Answers) -> tuple[dict[int, Decimal], dict[str, str]]:
    amounts: dict[int, Decimal] = {}
    wrong: dict[str, str] = {}
    for year in budget.district.years:
        key = payment_key(year)
        value, fault = _value(budget, FIELDS["payment"], given.get(key, ""))
        if fault:
            wrong[key] = fault
        elif value is not None:
            amounts[year] = value
    return amounts, wrong


def _blanks(known: LineAnswers) -> Iterator[tuple[str, str]]:
    """Yield what was left blank, and is needed."""
    for key in known.needed:
        if key in known.values and known.values[key] in (None, ""):
            yield key, f"{FIELDS[key].header} is blank, and the cost cannot be computed without it"


def _id(answer: str) -> str:
    return answer.partition(MARK)[0].strip()
