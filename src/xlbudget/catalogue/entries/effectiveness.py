"""How much learning a dollar goes with."""

from __future__ import annotations

from xlbudget import finance
from xlbudget.catalogue.function import Function, Parameter
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit

_FAMILY = "Return in learning"

FUNCTIONS = (
    Function(
        name="XLB_ACADEMIC_ROI",
        family=_FAMILY,
        says="The learning gain, over all students helped, for each dollar spent.",
        python=finance.academic_roi,
        parameters=(
            Parameter("gain", Unit.GAIN, "Average gain of a student; a loss is negative."),
            Parameter("students", Unit.NUMBER, "Number of students helped."),
            Parameter("dollars", Unit.DOLLARS, "Cost over the same period, above 0."),
        ),
        returns=Unit.GAIN_PER_DOLLAR,
        example=((0.20, 400.0, 180_000.0), 0.000444),
        twin="{gain}*{students}/{dollars}",
    ),
    Function(
        name="XLB_COST_EFFECTIVENESS",
        family=_FAMILY,
        says="What one unit of learning costs for one student; the lowest is the best.",
        python=finance.cost_effectiveness,
        parameters=(
            Parameter("cost_per_student", Unit.DOLLARS, "Dollars per student."),
            Parameter("effect", Unit.GAIN, "Average effect of a student, above 0."),
        ),
        returns=Unit.DOLLARS_PER_UNIT,
        example=((450.0, 0.20), 2_250.0),
        twin="{cost_per_student}/{effect}",
    ),
    Function(
        name="XLB_VOI",
        family=_FAMILY,
        says="A score of what a project does for the goals of a plan: value of investment.",
        python=finance.value_of_investment,
        parameters=(
            Parameter("importances", Unit.SCORE, "Weight of each goal.", Kind.NUMBERS),
            Parameter(
                "influences", Unit.SCORE, "What the project does for each goal.", Kind.NUMBERS
            ),
            Parameter(
                "probabilities",
                Unit.SHARE,
                "Chance that it does so, for each goal; 100% if left out.",
                Kind.NUMBERS,
            ),
        ),
        returns=Unit.SCORE,
        example=(((5.0, 3.0), (2.0, 4.0), (0.5, 1.0)), 17.0),
    ),
)
