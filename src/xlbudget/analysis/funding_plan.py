"""Who pays for the plan year by year: streams, gaps, and the year in which money runs out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import ZERO, Amounts, minus, quotients, sum_by_year
from xlbudget.analysis.claims import Claimed, Claims, Demand, claims, demand
from xlbudget.analysis.cliff import LostPart, cliff_place, lost_by_year, lost_parts
from xlbudget.analysis.frame import Frame
from xlbudget.model import FundingSource
from xlbudget.model.choices import ERATE, SourceStatus, Stream
from xlbudget.model.payers import Payers, payers_of
from xlbudget.model.split import last_paying_year

Shares = tuple[Decimal | None, ...]  # fractions by year; None where there is nothing to divide


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFunding:
    """What one source is asked for and pays, by year; its status is not yet weighed."""

    source: FundingSource
    last_year: int | None  # last fiscal year in which it pays; None: it goes on
    amount: Amounts  # money of the source
    wanted: Amounts  # what lines want of it
    wanted_recurring: Amounts  # the recurring need in that
    paid: Amounts  # wanted, up to the amount
    paid_recurring: Amounts  # recurring need is paid first
    over_planned: Amounts  # wanted beyond the amount
    remaining: Amounts  # amount less paid


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingView:
    """The plan's funding as some sources pay it: secured ones, or expected ones too."""

    paid: Amounts
    recurring: Amounts  # paid by recurring sources
    renewable: Amounts  # paid by renewable sources
    one_time: Amounts  # paid by one-time sources
    stable_recurring: Amounts  # recurring need paid by recurring and renewable sources
    unfunded: Amounts  # total cost less paid
    structural_gap: Amounts  # recurring need less stable_recurring
    exposed: Amounts  # recurring need paid by one-time sources
    exposed_share: Shares  # of recurring need
    one_time_share: Shares  # of paid
    grant_reliance: Shares  # renewable and one-time, of paid
    erate: Amounts  # paid by E-rate
    net: Amounts  # total cost less E-rate
    deepest_gap_year: int  # fiscal year of the greatest structural gap, the first of equals
    deepest_gap: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingPlan:
    """The funding of a plan by year."""

    years: tuple[int, ...]
    sources: tuple[SourceFunding, ...]
    cost: Amounts  # total cost, before E-rate
    recurring_need: Amounts
    secured: FundingView
    with_expected: FundingView
    lost: Amounts  # recurring need that has lost its source
    cliff_year: int | None  # first fiscal year with a loss; None: there is none
    cliff_amount: Decimal  # lost in the cliff year; 0 when there is none
    cliff_parts: tuple[LostPart, ...]  # what would close the cliff, line by line


@dataclass(frozen=True, slots=True)
class Funding:
    """What every funding plan of a budget starts from."""

    frame: Frame
    payers: Payers
    claims: Claims

    @property
    def amounts(self) -> dict[str, Amounts]:
        """Return the money of each source by year, as entered."""
        return {
            source.source_id: tuple(source.amount.get(year) or ZERO for year in self.frame.years)
            for source in reversed(self.frame.budget.sources)
        }


def funding_of(frame: Frame) -> Funding:
    """Return what every funding plan of a budget starts from."""
    month = frame.budget.district.fiscal_year_start_month
    payers = payers_of(frame.budget.sources, month)
    return Funding(frame, payers, claims(frame.costs, payers, frame.years))


def funding_plan(
    funding: Funding,
    costs: Sequence[Amounts] | None = None,
    amounts: Mapping[str, Amounts] | None = None,
) -> FundingPlan:
    """Return who pays for a plan year by year.

    Args:
        funding: What every funding plan of the budget starts from.
        costs: Cost of each line by year; as entered when not given.
        amounts: Money of each source by year; as entered when not given.

    """
    frame = funding.frame
    rows = [cost.years for cost in frame.costs] if costs is None else costs
    wanted = demand(funding.claims, rows, frame.count)
    given = funding.amounts if amounts is None else amounts
    sources = _sources(funding, wanted, given)
    lost = lost_by_year(funding.claims, wanted, frame.count)
    cliff = cliff_place(lost)
    parts = () if cliff is None else lost_parts(funding.claims, frame.costs, rows, cliff)
    return FundingPlan(
        years=frame.years,
        sources=sources,
        cost=wanted.total.cost,
        recurring_need=wanted.total.recurring,
        secured=_view(sources, (SourceStatus.SECURED,), wanted.total, frame.years),
        with_expected=_view(
            sources, (SourceStatus.SECURED, SourceStatus.EXPECTED), wanted.total, frame.years
        ),
        lost=lost,
        cliff_year=None if cliff is None else frame.years[cliff],
        cliff_amount=ZERO if cliff is None else lost[cliff],
        cliff_parts=parts,
    )


def _sources(
    funding: Funding, wanted: Demand, amounts: Mapping[str, Amounts]
) -> tuple[SourceFunding, ...]:
    frame = funding.frame
    asked = {
        source.source_id: ([ZERO] * frame.count, [ZERO] * frame.count)
        for source in frame.budget.sources
    }
    for route, claimed in zip(funding.claims.routes, wanted.by_route, strict=True):
        for k, payer in enumerate(route.payers):
            if payer:
                asked[payer][0][k] += claimed.cost[k]
                asked[payer][1][k] += claimed.recurring[k]
    month = frame.budget.district.fiscal_year_start_month
    return tuple(
        _source(
            source,
            last_paying_year(source, month),
            amounts[source.source_id],
            Claimed(tuple(asked[source.source_id][0]), tuple(asked[source.source_id][1])),
        )
        for source in frame.budget.sources
    )


def _source(
    source: FundingSource, last_year: int | None, amount: Amounts, wanted: Claimed
) -> SourceFunding:
    paid = _up_to(wanted.cost, amount)
    return SourceFunding(
        source=source,
        last_year=last_year,
        amount=amount,
        wanted=wanted.cost,
        wanted_recurring=wanted.recurring,
        paid=paid,
        paid_recurring=_up_to(wanted.recurring, amount),
        over_planned=tuple(max(over, ZERO) for over in minus(wanted.cost, amount)),
        remaining=minus(amount, paid),
    )


def _up_to(wanted: Amounts, amount: Amounts) -> Amounts:
    return tuple(max(min(pair), ZERO) for pair in zip(wanted, amount, strict=True))


def _view(
    sources: Sequence[SourceFunding],
    statuses: tuple[SourceStatus, ...],
    total: Claimed,
    years: tuple[int, ...],
) -> FundingView:
    counted = [item for item in sources if item.source.status in statuses]

    def paid_by(chosen: Callable[[FundingSource], bool]) -> Amounts:
        return sum_by_year((item.paid for item in counted if chosen(item.source)), len(years))

    def recurring_paid_by(*streams: Stream) -> Amounts:
        rows = (item.paid_recurring for item in counted if item.source.stream in streams)
        return sum_by_year(rows, len(years))

    paid = paid_by(lambda _: True)
    renewable = paid_by(lambda source: source.stream == Stream.RENEWABLE)
    one_time = paid_by(lambda source: source.stream == Stream.ONE_TIME)
    temporary = sum_by_year((renewable, one_time), len(years))
    erate = paid_by(lambda source: source.kind in ERATE)
    stable = recurring_paid_by(Stream.RECURRING, Stream.RENEWABLE)
    exposed = recurring_paid_by(Stream.ONE_TIME)
    gap = minus(total.recurring, stable)
    return FundingView(
        paid=paid,
        recurring=paid_by(lambda source: source.stream == Stream.RECURRING),
        renewable=renewable,
        one_time=one_time,
        stable_recurring=stable,
        unfunded=minus(total.cost, paid),
        structural_gap=gap,
        exposed=exposed,
        exposed_share=quotients(exposed, total.recurring),
        one_time_share=quotients(one_time, paid),
        grant_reliance=quotients(temporary, paid),
        erate=erate,
        net=minus(total.cost, erate),
        deepest_gap_year=years[gap.index(max(gap))],
        deepest_gap=max(gap),
    )
