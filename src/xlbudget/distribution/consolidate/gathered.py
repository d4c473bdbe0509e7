"""What a consolidation comes to, gathered part by part so that its lines may be any number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from xlbudget.analysis.line_parts import parts_of
from xlbudget.distribution.consolidate.findings import Findings
from xlbudget.distribution.consolidate.found import Found
from xlbudget.distribution.consolidate.ground import Ground
from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.consolidate.shown_schools import shown_schools, with_others
from xlbudget.distribution.consolidate.standings import Tally
from xlbudget.distribution.consolidate.summarized import (
    MOST_LINES,
    MOST_SCHOOLS,
    Held,
    Sums,
)
from xlbudget.distribution.consolidate.totals import Totals, TotalsSoFar
from xlbudget.model.school_standing import LeftOut, SchoolStanding
from xlbudget.sheets.source_rows import SourceRow, SourceRows


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What a consolidation comes to.

    Attributes:
        lines: How many lines are in it.
        held: The budget whose lines a workbook holds: these lines, or sums of them.
        sources: Where the money came from: the lines one by one, or sums of them.
        totals: What it comes to.
        schools: How it stands with each school.
        shown: The same as a workbook shows it: of very many, those that need somebody, and in
            one row all others.
        left_out: The lines that decisions keep out: the first ones, of very many.
        words: What the totals hold, and what they leave out.
        found: What is wrong in it.

    """

    lines: int
    held: Held
    sources: Sequence[SourceRow]
    totals: Totals
    schools: tuple[SchoolStanding, ...]
    shown: tuple[SchoolStanding, ...]
    left_out: tuple[LeftOut, ...]
    words: str
    found: Found

    @property
    def is_whole(self) -> bool:
        """Whether the workbook holds every line; if not, Line items holds sums of them."""
        return not self.held.lost


def gathered(
    ground: Ground,
    parts: Callable[[], Iterable[Merged]],
    base_fiscal_year: int,
    most: int = MOST_LINES,
    most_schools: int = MOST_SCHOOLS,
) -> Gathered:
    """Return what a consolidation comes to.

    Args:
        ground: What its parts stand on.
        parts: Gives its parts, each time anew.
        base_fiscal_year: First fiscal year of the campaign.
        most: Lines that a workbook holds one by one; more stand there as sums.
        most_schools: Schools that a workbook holds one by one; more stand there as one.

    """
    budget, tally = ground.budget, Tally()
    shown = shown_schools(tally.standings(ground), most_schools)
    totals, sums = TotalsSoFar(budget.district.years), Sums(budget, most, most_schools)
    sources, findings = SourceRows(schools=shown), Findings(ground, base_fiscal_year)
    for part in parts():
        tally.add(part)
        findings.add(part)
        for cost, origin in zip(part.costs, part.origins, strict=True):
            of_line = parts_of(cost)
            totals.add(cost, of_line)
            sums.add(cost, of_line)
            sources.add(cost, origin, of_line)
    schools = tally.standings(ground)
    return Gathered(
        lines=sums.lines,
        held=sums.held(),
        sources=sources.rows(),
        totals=totals.totals(),
        schools=schools,
        shown=schools if shown is None else with_others(schools, shown),
        left_out=tally.left_out(),
        words=tally.in_words(ground),
        found=findings.found(sums.summed(), parts),
    )
