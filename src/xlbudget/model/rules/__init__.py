"""The rules of a budget: one question, one file; each declares its rule with its source."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Rule
from xlbudget.model.request import costed_once
from xlbudget.model.rules import (
    absurd_amount,
    adopted_scenario,
    barred_area,
    bond_term,
    capital_code,
    cashable_saving,
    condition,
    contact_email,
    cost_data,
    driver_key,
    duplicate_id,
    gain_measure,
    goal_without_money,
    goalless_line,
    limited_areas,
    missing_fact,
    obligation_date,
    orphan_goal,
    over_planned,
    probability_sum,
    recurring_on_one_time,
    scenario_count,
    service_life,
    share_sum,
    short_justification,
    source_end,
    stale_assumption,
    unexplained_change,
    unknown_growth,
    unknown_id,
    year_order,
)

RULES = (
    unknown_id.RULE,
    duplicate_id.RULE,
    missing_fact.RULE,
    share_sum.RULE,
    driver_key.RULE,
    scenario_count.RULE,
    adopted_scenario.RULE,
    probability_sum.RULE,
    goalless_line.RULE,
    short_justification.RULE,
    orphan_goal.RULE,
    goal_without_money.RULE,
    cost_data.RULE,
    absurd_amount.RULE,
    year_order.RULE,
    unknown_growth.RULE,
    recurring_on_one_time.RULE,
    source_end.RULE,
    obligation_date.RULE,
    over_planned.RULE,
    barred_area.RULE,
    limited_areas.RULE,
    bond_term.RULE,
    condition.RULE,
    gain_measure.RULE,
    cashable_saving.RULE,
    service_life.RULE,
    capital_code.RULE,
    unexplained_change.RULE,
    stale_assumption.RULE,
    contact_email.RULE,
)


def findings_of(budget: Budget, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """Return what the rules find in a budget, rule by rule.

    Rows count as in the files that ``save_folder`` writes: the header is row 1.

    Args:
        budget: The budget.
        rules: The rules to ask; all of them unless some are given.

    """
    with costed_once(budget):
        return tuple(finding for rule in rules for finding in rule.check(budget))
