"""A pack unlike the empty one in every fact: what both show alike is a template's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from xlbudget.model import FundingSource, School, StandardItem
from xlbudget.model.school_pack import SchoolPack, pack_of
from xlbudget.sheets.school import Sizes
from xlbudget.workbook.fill.probe import probe

_WORD = "probe"
_DAY = date(2001, 2, 3)


def probe_pack(years: int, sizes: Sizes) -> SchoolPack:
    """Return a pack that differs from the empty one wherever a cell shows a fact.

    It has one of each: a goal, a line, a source; and an item beside the one that is for all else,
    where there is room for one.

    Args:
        years: Years of the plan.
        sizes: How many rows the tables have.

    """
    given = probe(years)
    one = Decimal(1)
    item = StandardItem(item_id=_WORD, description=_WORD, unit=_WORD, unit_price=one)
    budget = replace(
        given,
        schools=(School(school_id=_WORD, name=_WORD, allocation={2001: one}),),
        sources=(FundingSource(source_id=_WORD, name=_WORD),),
        standard_items=(item,)[: sizes.items],
        lines=tuple(replace(line, school_id=_WORD) for line in given.lines)[: sizes.lines],
    )
    return pack_of(budget, _WORD, contact=_WORD, send_to=_WORD, due=_DAY)
