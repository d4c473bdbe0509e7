"""How it stands with each school, and in words what the totals leave out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from xlbudget.distribution.consolidate.merged import Merged, Rejected
from xlbudget.distribution.register.status import SchoolStatus
from xlbudget.distribution.register.submissions.state import State
from xlbudget.model.cost import LineCost
from xlbudget.model.school_standing import Counted, LeftOut, SchoolStanding

_NAMED = 8
_NOT_EXPECTED = "Nothing: no answer is expected"
_TO_DO = {
    State.MISSING: "Ask the school to send its workbook",
    State.REJECTED: "Tell the school what is wrong, and ask for the workbook again",
    State.NOT_ISSUED: "Ask for the workbook that was issued to the school",
    State.DUPLICATE: "Ask the school which file it means",
    State.SUPERSEDED: "Ask the school to send its workbook again",
    State.WITH_WARNINGS: "Read its warnings",
    State.ACCEPTED: "",
}
_LATER_REJECTED = "A later file was rejected: this earlier one counts until it is sent again"


def standings_of(merged: Merged) -> tuple[SchoolStanding, ...]:
    """Return how it stands with each school of the campaign, in the order of their ids."""
    money = _money(merged.costs)
    rejected = Counter(one.cost.line.school_id for one in merged.rejected)
    schools = {school.school_id: school for school in merged.budget.schools}
    first = merged.budget.district.base_fiscal_year
    found = []
    for status in merged.home.schools:
        key = status.school.school_id
        allocation = schools[key].allocation if key in schools else {}
        lines, year_1, total = money.get(key, (0, Decimal(0), Decimal(0)))
        found.append(
            SchoolStanding(
                school_id=key,
                name=status.school.name,
                state=status.state.value,
                counted=_counted(merged, key),
                file=status.received_name,
                received=status.received_at.date() if status.received_at else None,
                lines=lines,
                year_1=year_1,
                total=total,
                allocated=allocation.get(first) or Decimal(0),
                rejected=rejected[key],
                warnings=status.warnings,
                to_do=_to_do(status),
            )
        )
    return tuple(found)


def left_out(merged: Merged) -> tuple[LeftOut, ...]:
    """Return the lines that decisions keep out, with their money."""
    return tuple(_left_out(one) for one in merged.rejected)


def in_words(merged: Merged) -> str:
    """Return in words what the totals hold and what they leave out."""
    of = len(merged.home.schools)
    whole = f"All {of} schools are in it" if of != 1 else "The school is in it"
    words = [_named(merged.out, merged, of, "not in it") if merged.out else whole]
    if merged.last_year:
        words.append(_named(merged.last_year, merged, of, "in it with last year's lines"))
    if merged.rejected:
        lines = "1 line is" if len(merged.rejected) == 1 else f"{len(merged.rejected)} lines are"
        money = sum((one.cost.years[0] for one in merged.rejected), Decimal(0))
        words.append(f"{lines} rejected and left out, ${money:,.2f} in year 1")
    return ". ".join(words) + "."


def _named(keys: frozenset[str], merged: Merged, of: int, what: str) -> str:
    names = [f"{s.school.name} ({s.school.school_id})" for s in merged.home.schools]
    names = [
        name
        for name, status in zip(names, merged.home.schools, strict=True)
        if status.school.school_id in keys
    ]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    verb = "is" if len(names) == 1 else "are"
    return f"{len(names)} of {of} schools {verb} {what}: {', '.join(names[:_NAMED])}{more}"


def _counted(merged: Merged, school_id: str) -> Counted:
    if school_id in merged.out:
        return Counted.NO
    return Counted.LAST_YEAR if school_id in merged.last_year else Counted.YES


def _to_do(status: SchoolStatus) -> str:
    if status.state is State.MISSING and not status.school.expected:
        return _NOT_EXPECTED
    if status.state.counts and status.newest is State.REJECTED:
        return _LATER_REJECTED
    return _TO_DO[status.state]


def _money(costs: Sequence[LineCost]) -> Mapping[str, tuple[int, Decimal, Decimal]]:
    found: dict[str, list[LineCost]] = defaultdict(list)
    for cost in costs:
        found[cost.line.school_id].append(cost)
    return {
        key: (
            len(of),
            sum((cost.years[0] for cost in of), Decimal(0)),
            sum((sum(cost.years, Decimal(0)) for cost in of), Decimal(0)),
        )
        for key, of in found.items()
    }


def _left_out(one: Rejected) -> LeftOut:
    line, years = one.cost.line, one.cost.years
    return LeftOut(
        school_id=line.school_id,
        line_id=line.line_id,
        description=line.description,
        year_1=years[0],
        total=sum(years, Decimal(0)),
        reason=one.decision.reason,
        origin=one.origin,
    )
