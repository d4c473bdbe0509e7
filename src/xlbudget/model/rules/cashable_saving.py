"""Does a cashable saving reduce a line or account?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.choices import SavingType
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, placed
from xlbudget.model.saving import Saving


def _check(budget: Budget) -> Iterator[Finding]:
    for place, saving in placed(budget, Saving):
        if saving.type == SavingType.CASHABLE and not saving.reduces:
            yield found(
                RULE,
                place,
                "reduces",
                saw=f"Saving {saving.saving_id} is cashable and names nothing that it reduces",
                wants="Cash is saved where a line or account becomes smaller",
                fix=f"Name that line or account, or call the saving {SavingType.AVOIDED}"
                f" or {SavingType.PRODUCTIVITY}",
            )


RULE = Rule(
    code="XLR-26",
    title="Cashable saving without a reduced line",
    severity=Severity.FATAL,
    says="A cashable saving names the line or account that it reduces.",
    source="docs/figures.md, Return; CoSN, Value of Investment (savings apart from soft benefits)",
    check=_check,
)
