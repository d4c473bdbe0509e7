"""A standard item: what schools pick from the district's catalog."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlbudget.model.choices import Area, Category
from xlbudget.model.field import Kind, column


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardItem:
    """An item of the district's catalog that schools pick from."""

    item_id: str = column(Kind.ID, "Id of the item.", required=True)
    description: str = column(Kind.TEXT, "What it is.", required=True)
    unit: str = column(Kind.TEXT, "Unit in which it is counted.")
    area: str = column(Kind.CHOICE, "Budget area.", choices=Area)
    category: str = column(Kind.CHOICE, "What is bought.", choices=Category)
    unit_price: Decimal | None = column(Kind.MONEY, "Price of one unit.", low=0, unit="$")
    price_valid_until: date | None = column(Kind.DATE, "Day until which the price holds.")
    service_life: int | None = column(
        Kind.WHOLE, "Years that a unit serves.", low=1, high=50, unit="years"
    )
    refresh: bool = column(Kind.YES_NO, "Whether it is replaced at the end of its life.")
    escalation_class: str = column(Kind.ID, "Price growth class.", refers="Escalation")
    function: str = column(Kind.ID, "Function code of the account.")
    object: str = column(Kind.ID, "Object code of the account.")
    source: str = column(Kind.TEXT, "Where the price comes from.")
