"""Is it said what a gain is measured by?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.outcome import Outcome
from xlbudget.model.placement import found, placed


def _check(budget: Budget) -> Iterator[Finding]:
    for place, outcome in placed(budget, Outcome):
        gains = (outcome.expected_gain, outcome.actual_gain)
        if not outcome.measure and any(gain is not None for gain in gains):
            yield found(
                RULE,
                place,
                "measure",
                saw=f"Outcome {outcome.outcome_id} states a gain and no measure",
                wants="A gain is a change of something that is measured",
                fix="Name the measure, for instance the test and the score",
            )


RULE = Rule(
    code="XLR-25",
    title="Gain without a measure",
    severity=Severity.WARNING,
    says="An outcome with an expected or actual gain names its measure.",
    source="CoSN, Value of Investment (state benefits so that one can come back and measure)",
    check=_check,
)
