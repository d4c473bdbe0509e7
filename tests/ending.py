"""A budget of one line whose one source ends: what there is to lose can be told by hand."""

from dataclasses import replace

from clean import clean_budget, each_year
from xlbudget.model import LineItem


def ending(**facts):
    """A budget of one contract of $1,000 a year, whose one source ends with 2028."""
    budget = clean_budget()
    line = LineItem(
        line_id="L1",
        description="Filtering service",
        cost_type="contract",
        payment=each_year(1000),
        source_1="F2",
        status="approved",
        need="recurring",
        first_fiscal_year=2027,
        area="hardware",
        category="external services",
    )
    return replace(budget, lines=(replace(line, **facts),))
