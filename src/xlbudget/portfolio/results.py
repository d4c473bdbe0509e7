"""Every result of an analysis as a plain table, by name."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from xlbudget.analysis import Analysis
from xlbudget.portfolio.cost_results import cost_results, ownership_results
from xlbudget.portfolio.funding_results import funding_results
from xlbudget.portfolio.goal_results import goal_results
from xlbudget.portfolio.headlines import headline_results
from xlbudget.portfolio.result import Result
from xlbudget.portfolio.worth_results import worth_results

_MAKERS = (
    headline_results,
    cost_results,
    ownership_results,
    funding_results,
    worth_results,
    goal_results,
)


def results_of(analysis: Analysis) -> Mapping[str, Result]:
    """Return every result of an analysis by its name, in the order in which they are read."""
    made = chain.from_iterable(maker(analysis) for maker in _MAKERS)
    return {result.name: result for result in made}
