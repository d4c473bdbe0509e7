"""How it stands with each school, and in words what the totals leave out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xlbudget.distribution.consolidate.ground import Ground
from xlbudget.distribution.consolidate.merged import Merged, Rejected
from xlbudget.distribution.register.status import SchoolStatus
from xlbudget.distribution.register.submissions.state import State
from xlbudget.model.cost import LineCost
from xlbudget.model.school_standing import Counted, LeftOut, SchoolStanding

MOST_LEFT_OUT = 5_000
"""Lines left out that are told one by one; all stand in the tables."""

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


class Tally:
    """What each school's lines come to, and those that are left out, part by part."""

    def __init__(self) -> None:
        self._money: dict[str, _Money] = {}
        self._first: list[LeftOut] = []
        self._out, self._out_year_1 = 0, Decimal(0)

    def add(self, part: Merged) -> None:
        """Add a part of the budget."""
        for cost in part.costs:
            self._of(cost).add(cost)
        for one in part.rejected:
            self._of(one.cost).rejected += 1
            self._out += 1
            self._out_year_1 += one.cost.years[0]
            if len(self._first) < MOST_LEFT_OUT:
                self._first.append(left_out_line(one))

    def standings(self, ground: Ground) -> tuple[SchoolStanding, ...]:
        """Return how it stands with each school of the campaign, in the order of their ids."""
        schools = {school.school_id: school for school in ground.budget.schools}
        first = ground.budget.district.base_fiscal_year
        found = []
        for status in ground.home.schools:
            key = status.school.school_id
            allocation = schools[key].allocation if key in schools else {}
            money = self._money.get(key) or _Money()
            found.append(
                SchoolStanding(
                    school_id=key,
                    name=status.school.name,
                    state=status.state.value,
                    counted=_counted(ground, key),
                    file=status.received_name,
                    received=status.received_at.date() if status.received_at else None,
                    lines=money.lines,
                    year_1=money.year_1,
                    total=money.total,
                    allocated=allocation.get(first) or Decimal(0),
                    rejected=money.rejected,
                    warnings=status.warnings,
                    to_do=_to_do(status),
                )
            )
        return tuple(found)

    def left_out(self) -> tuple[LeftOut, ...]:
        """Return the lines that decisions keep out: the first ones, of very many."""
        return tuple(self._first)

    def in_words(self, ground: Ground) -> str:
        """Return in words what the totals hold and what they leave out."""
        of = len(ground.home.schools)
        whole = f"All {of} schools are in it" if of != 1 else "The school is in it"
        words = [_named(ground.out, ground, of, "not in it") if ground.out else whole]
        if ground.last_year:
            words.append(_named(ground.last_year, ground, of, "in it with last year's lines"))
        if self._out:
            lines = "1 line is" if self._out == 1 else f"{self._out:,} lines are"
            words.append(f"{lines} rejected and left out, ${self._out_year_1:,.2f} in year 1")
        return ". ".join(words) + "."

    def _of(self, cost: LineCost) -> _Money:
        return self._money.setdefault(cost.line.school_id, _Money())


@dataclass(slots=True)
class _Money:
    """What a school's lines come to, in dollars."""

    lines: int = 0
    year_1: Decimal = Decimal(0)
    total: Decimal = Decimal(0)
    rejected: int = 0  # lines that decisions keep out

    def add(self, cost: LineCost) -> None:
        self.lines += 1
        self.year_1 += cost.years[0]
        self.total += sum(cost.years, Decimal(0))


def left_out_line(one: Rejected) -> LeftOut:
    """Return a line that a decision keeps out, with its money."""
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


def _named(keys: frozenset[str], ground: Ground, of: int, what: str) -> str:
    names = [f"{s.school.name} ({s.school.school_id})" for s in ground.home.schools]
    names = [
        name
        for name, status in zip(names, ground.home.schools, strict=True)
        if status.school.school_id in keys
    ]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    verb = "is" if len(names) == 1 else "are"
    return f"{len(names)} of {of} schools {verb} {what}: {', '.join(names[:_NAMED])}{more}"


def _counted(ground: Ground, school_id: str) -> Counted:
    if school_id in ground.out:
        return Counted.NO
    return Counted.LAST_YEAR if school_id in ground.last_year else Counted.YES


def _to_do(status: SchoolStatus) -> str:
    if status.state is State.MISSING and not status.school.expected:
        return _NOT_EXPECTED
    if status.state.counts and status.newest is State.REJECTED:
        return _LATER_REJECTED
    return _TO_DO[status.state]
