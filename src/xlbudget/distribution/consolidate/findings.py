"""What is wrong in a district's budget that was put together from answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from xlbudget.distribution.consolidate.code import ConsolidationCode
from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.rules import findings_of
from xlbudget.model.rules.duplicate_id import RULE as DUPLICATE_ID
from xlbudget.model.tables import table_of
from xlbudget.model.text import as_spreadsheets_see

_FILE = table_of(LineItem).file
_FIRST_ROW = 2  # of the first line, in the places that rules tell


def findings_of_merged(merged: Merged, base_fiscal_year: int) -> tuple[Finding, ...]:
    """Return every finding: lines of one id, schools that lack, costs that differ, the rules'.

    What a rule finds in a line is told with the file, sheet and row that the line came from.

    Args:
        merged: The budget, and where its lines came from.
        base_fiscal_year: First fiscal year of the campaign.

    """
    of_data = (*_other_year(merged, base_fiscal_year), *_no_schools(merged))
    own = (*of_data, *_doubles(merged), *_other_costs(merged))
    return (*own, *_of_rules(merged))


def _doubles(merged: Merged) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    lines = merged.budget.lines
    for index, line in enumerate(lines):
        first = seen.setdefault(as_spreadsheets_see(line.line_id), index)
        if first != index:
            yield Finding(
                Severity.FATAL,
                ConsolidationCode.DOUBLE,
                _place(merged, index, "line_id"),
                f"The line id {line.line_id} stands in {merged.origins[first]} already, "
                f"for {_whose(lines[first])}",
                "A line counts once: every line of the district has an id of its own",
                "Ask one of the two to send the file again with another id, or reject the line "
                f"with: xlbudget decide CAMPAIGN {line.school_id}/{line.line_id} --reject",
            )


def _whose(line: LineItem) -> str:
    return f"school {line.school_id}" if line.school_id else "the whole district"


def _other_year(merged: Merged, base_fiscal_year: int) -> Iterator[Finding]:
    district = merged.budget.district
    if district.base_fiscal_year != base_fiscal_year:
        yield Finding(
            Severity.FATAL,
            ConsolidationCode.OTHER_DATA,
            Place(file="district.toml", column="base_fiscal_year"),
            f"The district's plan begins in FY {district.base_fiscal_year}",
            f"The campaign's begins in FY {base_fiscal_year}",
            "Name the data that the campaign was issued from",
        )


def _no_schools(merged: Merged) -> Iterator[Finding]:
    known = {school.school_id for school in merged.budget.schools}
    asked = [status.school.school_id for status in merged.home.schools]
    if lacking := [school_id for school_id in asked if school_id not in known]:
        yield Finding(
            Severity.FATAL,
            ConsolidationCode.OTHER_DATA,
            Place(file="schools.csv", column="school_id"),
            f"The district's data has no school {', '.join(lacking[:5])}",
            "The campaign was issued from this data, and every school of it stands in it",
            "Name the data that the campaign was issued from, or add the schools to it",
        )


def _other_costs(merged: Merged) -> Iterator[Finding]:
    """Yield for each school how many of its lines cost other than when they were collected."""
    counts: Counter[str] = Counter()
    firsts: dict[str, int] = {}
    for index, (cost, recorded) in enumerate(zip(merged.costs, merged.recorded, strict=True)):
        now = dict(zip(merged.budget.district.years, cost.years, strict=True))
        years = now.keys() | (recorded or {}).keys()
        if recorded is not None and any(now.get(y, 0) != recorded.get(y, 0) for y in years):
            counts[cost.line.school_id] += 1
            firsts.setdefault(cost.line.school_id, index)
    for school_id, count in counts.items():
        lines = "1 line costs" if count == 1 else f"{count} lines cost"
        yield Finding(
            Severity.WARNING,
            ConsolidationCode.OTHER_COST,
            _place(merged, firsts[school_id], ""),
            f"{lines} other than when the file was collected",
            "The district's rates and years are those by which the campaign was issued",
            "Collect the campaign again, or name the data that it was issued from",
        )


def _of_rules(merged: Merged) -> Iterator[Finding]:
    for finding in findings_of(merged.budget):
        place = finding.place
        if place.file != _FILE or not place.row:
            yield finding
        elif finding.code != DUPLICATE_ID.code:  # told above, with both files
            yield replace(finding, place=_place(merged, place.row - _FIRST_ROW, place.column))


def _place(merged: Merged, index: int, column: str) -> Place:
    """Return where a line stands in what came in."""
    origin, line = merged.origins[index], merged.budget.lines[index]
    return Place(
        file=origin.file, sheet=origin.sheet, row=origin.row, column=column, record=line.line_id
    )
