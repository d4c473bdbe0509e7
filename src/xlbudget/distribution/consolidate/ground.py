"""What every part of a consolidation stands on: the district's side of it, whatever comes home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from xlbudget import __version__
from xlbudget.distribution.consolidate.answers import Answer, CountedLine, answers
from xlbudget.distribution.consolidate.building_goals import (
    named_goals,
    stated_goals,
    with_building_goals,
)
from xlbudget.distribution.consolidate.home import Home, home_of
from xlbudget.distribution.consolidate.verdicts import with_conditions
from xlbudget.distribution.register.decision import Decision, Verdict
from xlbudget.distribution.register.store.handle import Register
from xlbudget.model.budget import Budget
from xlbudget.model.choices import LineStatus
from xlbudget.model.line_item import LineItem
from xlbudget.model.origin import Origin
from xlbudget.model.school_answer import BuildingGoal
from xlbudget.model.tables import TABLES


class Missing(StrEnum):
    """What becomes of a school whose answer does not count yet."""

    LEAVE_OUT = "leave-out"
    LAST_YEAR = "last-year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every part of a consolidation stands on.

    Attributes:
        campaign_id: The campaign.
        budget: The district's budget without a line, with the goals that the answers state and
            the conditions that were set.
        own: The lines that no answer brings: the district's own, and those of last year.
        home: What came home.
        last_year: Schools whose lines of last year stand in for their answer.
        out: Schools of the campaign that have no line in it, for their answer does not count.
        digest: Of everything that goes in.

    """

    campaign_id: str
    budget: Budget
    own: Iterable[CountedLine]
    home: Home
    last_year: frozenset[str]
    out: frozenset[str]
    digest: str


def ground_of(
    register: Register,
    campaign_id: str,
    budget: Budget,
    data: Origin,
    *,
    missing: Missing = Missing.LEAVE_OUT,
    lines: Iterable[LineItem] | None = None,
) -> Ground:
    """Return what a campaign's consolidation stands on; every line is looked at once.

    Lines of the district's own stay: those without a school, and those of schools that are not
    in the campaign.

    Args:
        register: The open register.
        campaign_id: The campaign, which is recorded.
        budget: The district's budget, which the campaign was issued from.
        data: Where the district's budget stands.
        missing: What becomes of a school whose answer does not count.
        lines: The budget's lines, where it does not hold them; they are asked for several times.

    Raises:
        RegisterError: Collectors change the register all the time while it is read.

    """
    home = home_of(register, campaign_id)
    asked = {status.school.school_id for status in home.schools}
    lacking = frozenset(asked - home.versions.keys())
    stand_in = lacking if missing is Missing.LAST_YEAR else frozenset()
    given = budget.lines if lines is None else lines
    own = _Own(given, data, asked, stand_in)
    digest = _Digest()
    for part in (__version__, campaign_id, missing.value, data, *_records(budget), *_facts(home)):
        digest.add(part)
    for line in given:
        digest.add(line)
    named = named_goals(line.item for line in own)
    conditional = _looked_at(answers(register, campaign_id, home, seen=digest.add), named)
    programs = with_conditions(budget.programs, conditional)
    return Ground(
        campaign_id=campaign_id,
        budget=replace(
            budget,
            lines=(),
            goals=with_building_goals(budget, _stated(home), named),
            programs=programs,
        ),
        own=own,
        home=home,
        last_year=stand_in,
        out=lacking - stand_in,
        digest=digest.told(),
    )


class _Digest:
    """A digest of records, one after the other."""

    def __init__(self) -> None:
        self._sum = sha256()

    def add(self, part: object) -> None:
        self._sum.update(f"{part!r}\n".encode())

    def told(self) -> str:
        return self._sum.hexdigest()


def _looked_at(
    chunks: Iterable[Sequence[Answer]], named: set[str]
) -> Iterator[tuple[LineItem, Decision]]:
    """Yield the lines that count on a condition; note the goals that lines name which count."""
    for chunk in chunks:
        for answer in chunk:
            if answer.counts:
                named |= named_goals((answer.line.item,))
            if answer.verdict is not None and answer.verdict.state is Verdict.CONDITIONAL:
                yield answer.decided.item, answer.verdict


@dataclass(frozen=True, slots=True)
class _Own:
    """The district's own lines, and those of last year that stand in for an answer."""

    lines: Iterable[LineItem]
    data: Origin
    asked: set[str]
    stand_in: frozenset[str]

    def __iter__(self) -> Iterator[CountedLine]:
        for line in self.lines:
            stands_in = line.school_id in self.stand_in and line.status != LineStatus.LAPSED
            if line.school_id not in self.asked or stands_in:
                yield CountedLine(line, self.data)


def _stated(home: Home) -> dict[str, Sequence[BuildingGoal]]:
    facts = ((key, stated_goals(one.submission.facts)) for key, one in home.versions.items())
    return {key: goals for key, goals in facts if goals is not None}


def _records(budget: Budget) -> Iterator[object]:
    yield budget.district
    for table in TABLES:
        if table.attribute != "lines":
            yield from table.records(budget)


def _facts(home: Home) -> Iterator[object]:
    yield from home.schools
    yield from sorted(home.versions.items())
    yield from home.decisions
