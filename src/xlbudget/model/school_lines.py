"""From a school's answer to line items, with everything that is wrong in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from xlbudget.model.choices import CostType, LineStatus
from xlbudget.model.finding import Finding
from xlbudget.model.line_item import LineItem
from xlbudget.model.school_answer import SchoolAnswer, as_issued, same_as_before
from xlbudget.model.school_findings import answer_findings
from xlbudget.model.school_item import line_of_item
from xlbudget.model.school_line import SchoolLine, school_lines
from xlbudget.model.school_pack import PriorLine, SchoolPack
from xlbudget.model.split import CENT, ONE, ZERO


def line_items_of(
    answer: SchoolAnswer, pack: SchoolPack
) -> tuple[tuple[LineItem, ...], tuple[Finding, ...]]:
    """Return the line items that a school's answer means, and every finding about it.

    What a school does not see comes from last year's line, or else from the standard item and its
    category.  A line that is kept is last year's, unchanged; a dropped one is left out; one whose
    item is not known is left out too, and the finding is fatal.

    Args:
        answer: What came home.
        pack: What the district gave the school.

    """
    lines = [it for it in school_lines(answer, pack) if it.prior is not None or it.line.in_use]
    made = [_line_item(it, pack) for it in lines if it.counts and it.facts is not None]
    return tuple(made), answer_findings(answer, pack, lines)


def _line_item(it: SchoolLine, pack: SchoolPack) -> LineItem:
    if it.prior is not None:
        return (
            it.prior.line
            if same_as_before(it.line, it.prior, pack)
            else _changed(it, it.prior, pack)
        )
    item, line = it.item, it.line
    assert item is not None  # noqa: S101 - a line without facts has no item, and is left out
    made = line_of_item(
        item.item,
        line_id=line.line_id,
        school_id=pack.school.school_id,
        first_year=pack.district.base_fiscal_year,
    )
    return replace(
        made,
        description=line.description or made.description,
        quantity=line.quantity,
        unit_price=line.price if it.is_other else made.unit_price,
        goal_1=line.goal_id,
        goal_share_1=ONE if line.goal_id else None,
        source_1=line.source_id,
        source_share_1=ONE if line.source_id else None,
        justification=line.why,
    )


def _changed(it: SchoolLine, prior: PriorLine, pack: SchoolPack) -> LineItem:
    """Return last year's line with what the school changed in it."""
    line, before = it.line, as_issued(prior, pack)
    changes: dict[str, Any] = {"status": LineStatus.PROPOSED.value}
    if line.quantity != before.quantity:
        changes |= _quantity(prior.line, line.quantity or ZERO)
    if line.description != before.description:
        changes["description"] = line.description
    if line.why != before.why:
        changes["justification"] = line.why
    for noun, key in (("goal", "goal_id"), ("source", "source_id")):
        if getattr(line, key) != getattr(before, key):
            changes |= _sole(noun, getattr(line, key))
    return replace(prior.line, **changes)


def _quantity(line: LineItem, quantity: Decimal) -> dict[str, Any]:
    if line.cost_type != CostType.CONTRACT:
        return {"quantity": quantity}
    paid = {
        year: (amount * quantity).quantize(CENT, ROUND_HALF_UP)
        for year, amount in line.payment.items()
    }
    return {"payment": paid}


def _sole(noun: str, key: str) -> dict[str, Any]:
    """Return the slots of a line with one goal or source for all of it."""
    slots: dict[str, Any] = {f"{noun}_1": key, f"{noun}_share_1": ONE if key else None}
    for slot in (2, 3):
        slots |= {f"{noun}_{slot}": "", f"{noun}_share_{slot}": None}
    return slots
