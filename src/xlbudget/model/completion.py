"""What a blank cell means where the rest of its row settles it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from xlbudget.model.defaults import category_defaults
from xlbudget.model.line_item import SLOTS, LineItem

DERIVED = frozenset({"area"})  # columns that may be left out, for another settles them
_ONE = Decimal(1)


def completed(record: type, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a row with those added that follow from the others.

    A blank area is the area of the category.  When one source (or goal) of a line has no
    share, it has what the others leave of 1; so a sole one has all.

    Args:
        record: The row's record type.
        values: The values by column, blank ones left out.

    """
    values = _with_area(values)
    if record is LineItem:
        for noun in ("goal", "source"):
            values = _with_share(noun, values)
    return values


def _with_area(values: dict[str, Any]) -> dict[str, Any]:
    default = category_defaults().get(values.get("category", ""))
    return values if default is None or values.get("area") else {**values, "area": default.area}


def _with_share(noun: str, values: dict[str, Any]) -> dict[str, Any]:
    shares = {
        f"{noun}_share_{slot}": values.get(f"{noun}_share_{slot}")
        for slot in SLOTS
        if values.get(f"{noun}_{slot}")
    }
    blank = [name for name, share in shares.items() if share is None]
    rest = _ONE - sum((share for share in shares.values() if share is not None), Decimal(0))
    return {**values, blank[0]: rest} if len(blank) == 1 and rest > 0 else values
