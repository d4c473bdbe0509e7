"""What is wrong in a district's budget that is put together from answers, part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from xlbudget.distribution.consolidate.code import ConsolidationCode
from xlbudget.distribution.consolidate.doubles import Ids, doubles
from xlbudget.distribution.consolidate.found import Found, FoundSoFar
from xlbudget.distribution.consolidate.ground import Ground
from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.consolidate.rule_findings import RuleFindings, place_in
from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Place, Severity


class Findings:
    """What is wrong in a budget: lines of one id, schools that lack, costs that differ, the rules'.

    What a rule finds in a line is told with the file, sheet and row that the line came from.

    Args:
        ground: What the parts of the budget stand on.
        base_fiscal_year: First fiscal year of the campaign.

    """

    def __init__(self, ground: Ground, base_fiscal_year: int) -> None:
        self._found = FoundSoFar()
        self._found.add(_other_year(ground, base_fiscal_year))
        self._found.add(_no_schools(ground))
        self._ids = Ids()
        self._rules = RuleFindings(ground.budget)
        self._differ: Counter[str] = Counter()  # by school: lines that cost other than collected
        self._first: dict[str, Place] = {}

    def add(self, part: Merged) -> None:
        """Look at a part of the budget."""
        for line in part.budget.lines:
            self._ids.add(line.line_id)
        self._note_other_costs(part)
        self._found.add(self._rules.of_lines(part))

    def found(self, sums: Budget, again: Callable[[], Iterable[Merged]]) -> Found:
        """Return what is wrong.

        Args:
            sums: The budget with lines that ask of every source what all the parts ask of it.
            again: Gives the parts once more, where two lines seem to have one id.

        """
        if repeated := self._ids.repeated():
            self._found.add(doubles(again(), repeated))
        self._found.add(self._other_costs())
        self._found.add(self._rules.of_the_rest(sums))
        return self._found.found()

    def _note_other_costs(self, part: Merged) -> None:
        for index, (cost, recorded) in enumerate(zip(part.costs, part.recorded, strict=True)):
            now = dict(zip(part.budget.district.years, cost.years, strict=True))
            years = now.keys() | (recorded or {}).keys()
            if recorded is not None and any(now.get(y, 0) != recorded.get(y, 0) for y in years):
                self._differ[cost.line.school_id] += 1
                self._first.setdefault(cost.line.school_id, place_in(part, index))

    def _other_costs(self) -> Iterator[Finding]:
        """Yield for each school how many of its lines cost other than when they were collected."""
        for school_id, count in self._differ.items():
            lines = "1 line costs" if count == 1 else f"{count} lines cost"
            yield Finding(
                Severity.WARNING,
                ConsolidationCode.OTHER_COST,
                self._first[school_id],
                f"{lines} other than when the file was collected",
                "The district's rates and years are those by which the campaign was issued",
                "Collect the campaign again, or name the data that it was issued from",
            )


def _other_year(ground: Ground, base_fiscal_year: int) -> Iterator[Finding]:
    district = ground.budget.district
    if district.base_fiscal_year != base_fiscal_year:
        yield Finding(
            Severity.FATAL,
            ConsolidationCode.OTHER_DATA,
            Place(file="district.toml", column="base_fiscal_year"),
            f"The district's plan begins in FY {district.base_fiscal_year}",
            f"The campaign's begins in FY {base_fiscal_year}",
            "Name the data that the campaign was issued from",
        )


def _no_schools(ground: Ground) -> Iterator[Finding]:
    known = {school.school_id for school in ground.budget.schools}
    asked = [status.school.school_id for status in ground.home.schools]
    if lacking := [school_id for school_id in asked if school_id not in known]:
        yield Finding(
            Severity.FATAL,
            ConsolidationCode.OTHER_DATA,
            Place(file="schools.csv", column="school_id"),
            f"The district's data has no school {', '.join(lacking[:5])}",
            "The campaign was issued from this data, and every school of it stands in it",
            "Name the data that the campaign was issued from, or add the schools to it",
        )
