"""From a standard item to a line item: what the school that picks it does not say."""

from __future__ import annotations

from xlbudget.model.choices import Category, CostType, LineStatus, Need
from xlbudget.model.defaults import category_defaults
from xlbudget.model.line_item import LineItem
from xlbudget.model.standard_item import StandardItem

OTHER = StandardItem(
    item_id="Other",
    description="not on the list",
    category=Category.SUPPLIES.value,
)
"""What a school picks for a thing that the district's list does not have."""

_BOUGHT = (Category.DEVICES, Category.NETWORK, Category.SERVERS)
_ORDERED = (Category.SERVICES, Category.FACILITIES, Category.LEARNING, Category.DISPOSAL)


def is_other(item_id: str) -> bool:
    """Return whether an item's id says that the thing is not on the list."""
    return item_id.casefold() == OTHER.item_id.casefold()


def line_of_item(
    item: StandardItem, *, line_id: str = "", school_id: str = "", first_year: int
) -> LineItem:
    """Return the line that buys an item once asked for, without quantity, goal, source and reason.

    A price by the year is an annual cost; what has a life of years, or is a device, is a
    purchase; a service is ordered once; all else is paid every year.  What is not on the list is
    paid once.  The account's codes are the item's, or those of its category.

    Args:
        item: The item, or ``OTHER``.
        line_id: Id of the line.
        school_id: School that asks.
        first_year: First fiscal year of the cost.

    """
    cost_type = cost_type_of(item)
    usual = category_defaults().get(item.category)
    is_bought = cost_type is CostType.PURCHASE
    lasting = item.refresh if is_bought else cost_type is CostType.ANNUAL
    return LineItem(
        line_id=line_id,
        description=item.description,
        school_id=school_id,
        cost_type=cost_type.value,
        unit_price=item.unit_price,
        status=LineStatus.PROPOSED.value,
        need=(Need.RECURRING if lasting else Need.ONE_TIME).value,
        first_fiscal_year=first_year,
        area=item.area or (usual.area if usual else ""),
        category=item.category,
        service_life=item.service_life or (usual.life_low if usual and is_bought else None),
        refresh=item.refresh and is_bought,
        escalation_class=item.escalation_class,
        function=item.function or (usual.function if usual else ""),
        object=item.object or (usual.object if usual else ""),
    )


def cost_type_of(item: StandardItem) -> CostType:
    """Return how the cost of an item comes about, from what the list says of it."""
    if is_other(item.item_id):
        return CostType.ONE_TIME_SERVICE
    if "year" in item.unit.casefold():
        return CostType.ANNUAL
    if item.refresh or (item.service_life or 0) > 1 or item.category in _BOUGHT:
        return CostType.PURCHASE
    return CostType.ONE_TIME_SERVICE if item.category in _ORDERED else CostType.ANNUAL
