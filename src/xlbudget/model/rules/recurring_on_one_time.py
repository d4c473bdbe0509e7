"""Does recurring cost rest on money that ends?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.choices import Stream
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.payers import ALWAYS
from xlbudget.model.placement import found
from xlbudget.model.request import Costed, Request, costed


def _check(budget: Budget) -> Iterator[Finding]:
    work = costed(budget)
    for request in work.requests:
        source = request.source
        recurring = _recurring(request, budget.district.years)
        if source.stream == Stream.ONE_TIME and recurring and not _followed(request, work):
            yield found(
                RULE,
                request.place,
                request.column,
                saw=f"Line {request.line.line_id} is needed year after year from"
                f" FY{recurring[0]} and rests on {request.payer_named}, which is"
                " one-time money",
                wants="Recurring cost rests on recurring money, or has a successor that pays"
                " once the source has ended",
                fix="Name a recurring source, or a successor that goes on",
            )


def _recurring(request: Request, years: tuple[int, ...]) -> list[int]:
    """Return the years in which the part is recurring need."""
    parts = zip(years, request.parts, strict=True)
    return [year for year, part in parts if part and year >= request.cost.recurring_from]


def _followed(request: Request, work: Costed) -> bool:
    """Whether a successor that is not one-time takes over when the source has ended."""
    successor, last = work.payers.by_id.get(request.claim.successor), request.payer.last
    if successor is None or last == ALWAYS or successor.source.stream == Stream.ONE_TIME:
        return False
    after = next((year for year in work.budget.district.years if year > last), last + 1)
    return successor.pays(request.line.area, after)


RULE = Rule(
    code="XLR-17",
    title="Recurring cost on one-time money",
    severity=Severity.WARNING,
    says="What is needed year after year is not paid from a source that ends, unless a successor"
    " takes over.",
    source="GFOA, Achieving a Structurally Balanced Budget; docs/figures.md, Funding",
    check=_check,
)
