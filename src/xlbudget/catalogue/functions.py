"""All functions that people call in cells, by name: the list that every host reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget.catalogue.entries import (
    choice,
    depreciation,
    effectiveness,
    funding,
    goals,
    life_cycle,
    ownership,
    rates,
    returns,
    time,
    uncertainty,
    worth,
)
from xlbudget.catalogue.function import CatalogueError
from xlbudget.catalogue.why import why_function

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlbudget.catalogue.function import Function

NOT_IN_CELLS: Mapping[str, str] = {
    "rank": "every spreadsheet has RANK.EQ, which says the same",
    "tornado": "a cell cannot hand over a model; XLB_TORNADO does it for the flows of a plan",
}
"""Public functions of ``xlbudget.finance`` that no cell offers as they are, and why."""


def _by_name(functions: Iterable[Function]) -> dict[str, Function]:
    held: dict[str, Function] = {}
    for function in functions:
        if function.name in held:
            raise CatalogueError(f"{function.name} stands twice in the catalogue")
        held[function.name] = function
    return held


_ANSWERS = _by_name(
    (
        *worth.FUNCTIONS,
        *returns.FUNCTIONS,
        *ownership.FUNCTIONS,
        *life_cycle.FUNCTIONS,
        *funding.FUNCTIONS,
        *goals.FUNCTIONS,
        *effectiveness.FUNCTIONS,
        *uncertainty.FUNCTIONS,
        *choice.FUNCTIONS,
        *rates.FUNCTIONS,
        *depreciation.FUNCTIONS,
        *time.FUNCTIONS,
    )
)

FUNCTIONS: Mapping[str, Function] = _by_name((*_ANSWERS.values(), why_function(_ANSWERS)))
