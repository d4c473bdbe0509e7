"""See what a campaign comes to, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from xlbudget.analysis.line_parts import parts_of
from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.consolidate.answers import CHUNK
from xlbudget.distribution.consolidate.gathered import Gathered, gathered
from xlbudget.distribution.consolidate.ground import Ground, Missing, ground_of
from xlbudget.distribution.consolidate.merged import merged_parts
from xlbudget.distribution.consolidate.summarized import MOST_LINES
from xlbudget.distribution.consolidate.totals import Totals, TotalsSoFar, totals_from
from xlbudget.distribution.register.consolidation import Consolidation, consolidations_of
from xlbudget.distribution.register.store.handle import Register
from xlbudget.model.budget import Budget
from xlbudget.model.cost import line_costs
from xlbudget.model.finding import Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a consolidation comes to, before anything is written.

    Attributes:
        ground: What it is put together from.
        sum: What the answers that count come to, with the district's own lines.
        issued: What the district's data comes to, which the campaign was issued from.
        previous: What the consolidation before came to; None when there is none.
        last: The consolidation before.

    """

    ground: Ground
    sum: Gathered
    issued: Totals
    previous: Totals | None
    last: Consolidation | None

    @property
    def is_fatal(self) -> bool:
        """Whether a finding forbids that it is written."""
        return self.sum.found.counts.get(Severity.FATAL, 0) > 0


def preview_of(
    folder: CampaignFolder,
    register: Register,
    budget: Budget,
    data: Origin,
    *,
    missing: Missing = Missing.LEAVE_OUT,
    most: int = MOST_LINES,
    lines: Iterable[LineItem] | None = None,
) -> Preview:
    """Return what a campaign comes to; nothing is written.

    Args:
        folder: The campaign's folder.
        register: Its open register.
        budget: The district's budget, which the campaign was issued from.
        data: Where that budget stands.
        missing: What becomes of a school whose answer does not count.
        most: Lines that the workbook holds one by one; more stand there as sums.
        lines: The budget's lines, where it does not hold them; they are asked for several times.

    Raises:
        RegisterError: Collectors change the register all the time while it is read.

    """
    campaign_id = folder.facts.campaign_id
    ground = ground_of(register, campaign_id, budget, data, missing=missing, lines=lines)
    parts = partial(merged_parts, register, ground)
    kept = consolidations_of(register, campaign_id)
    last = kept[-1].consolidation if kept else None
    return Preview(
        ground=ground,
        sum=gathered(ground, parts, folder.facts.base_fiscal_year, most),
        issued=_issued(budget, budget.lines if lines is None else lines),
        previous=totals_from(last.totals) if last else None,
        last=last,
    )


def _issued(budget: Budget, lines: Iterable[LineItem]) -> Totals:
    found, left = TotalsSoFar(budget.district.years), iter(lines)
    while some := tuple(islice(left, CHUNK)):
        for cost in line_costs(replace(budget, lines=some)):
            found.add(cost, parts_of(cost))
    return found.totals()
