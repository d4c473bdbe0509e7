"""Decide on lines: which lines a decision is about, what it changes, and recording it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from xlbudget.distribution.consolidate.verdicts import Decided, decided
from xlbudget.distribution.line_fact import total_of
from xlbudget.distribution.line_rule import LineRule
from xlbudget.distribution.register.decision import Decision, decide, standing_decisions
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine, accepted_lines
from xlbudget.errors import UnknownChoiceError

_BETWEEN = "/"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """A line that a decision is about.

    Attributes:
        line: The line, as the answer that counts states it.
        before: The decision that counted for it; None when there was none.
        after: The decision that counts for it now; a later one about the same line may stay.

    """

    line: AcceptedLine
    before: Decision | None
    after: Decision | None

    @property
    def cost(self) -> Decimal:
        """What the line costs over the years of its plan, in dollars."""
        return total_of(self.line)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision came to: the lines that it is about, and how many decisions are new."""

    lines: tuple[DecidedLine, ...]
    recorded: int
    wanted: Decision

    @property
    def cost(self) -> Decimal:
        """What the lines cost over the years of the plan, in dollars."""
        return sum((it.cost for it in self.lines), Decimal(0))

    @property
    def otherwise(self) -> tuple[DecidedLine, ...]:
        """The lines for which a later decision of another kind stays."""
        return tuple(it for it in self.lines if it.after and not _same(it.after, self.wanted))


def lines_named(register: Register, campaign_id: str, names: Sequence[str]) -> list[AcceptedLine]:
    """Return the lines that people name, of the answers that count.

    Args:
        register: The open register.
        campaign_id: The campaign.
        names: Ids of lines; where two schools have one id, ``school/line``.

    Raises:
        UnknownChoiceError: No line has such an id, or several have; all of them are told.

    """
    wanted = dict.fromkeys(names)
    found: dict[str, list[AcceptedLine]] = defaultdict(list)
    for line in _lines(register, campaign_id, lambda _: True):
        key = line.line.item.line_id
        for name in wanted.keys() & {key, f"{line.school_id}{_BETWEEN}{key}"}:
            found[name].append(line)
    _check_found(wanted, found)
    chosen = {(one.school_id, one.line.item.line_id): one for name in wanted for one in found[name]}
    return list(chosen.values())


def lines_met(register: Register, campaign_id: str, rule: LineRule) -> list[AcceptedLine]:
    """Return the lines that a rule names, of the answers that count.

    Raises:
        UnknownChoiceError: It names none.

    """
    found = _lines(register, campaign_id, rule.meets)
    if not found:
        raise UnknownChoiceError(
            saw=f"The rule {rule} names no line of an answer that counts",
            wants="A decision is about lines that came home",
            fix="Check the rule's words, or collect the answers first",
        )
    return found


def decide_lines(
    register: Register,
    campaign_id: str,
    wanted: Decision,
    lines: Sequence[AcceptedLine],
    *,
    dry_run: bool = False,
) -> Outcome:
    """Record a decision about lines, and return what it comes to.

    A decision with a rule is recorded once, one without a rule for each line.  Recording it again
    changes nothing, so that a run that was ended in the middle may be run again.

    Args:
        register: The open register.
        campaign_id: The campaign.
        wanted: What is decided; its school and line are filled in here.
        lines: The lines that it is about.
        dry_run: Whether nothing is recorded.

    Raises:
        ShapeError: The decision lacks its reason, or its condition and date.

    """
    before = standing(register, campaign_id)
    new = [wanted] if wanted.rule else [_about(wanted, line) for line in lines]
    if dry_run:
        old = standing_decisions(register, campaign_id)
        fresh = [one for one in new if not _stands(one, old)]
        after, recorded = decided(_with(old, fresh)), len(fresh)
    else:
        recorded = sum(decide(register, campaign_id, one) for one in new)
        after = standing(register, campaign_id)
    told = tuple(DecidedLine(line, before.of(line), after.of(line)) for line in lines)
    return Outcome(told, recorded, wanted)


def standing(register: Register, campaign_id: str) -> Decided:
    """Return the decisions that count, ready to be asked for a line's."""
    return decided(standing_decisions(register, campaign_id))


def _lines(
    register: Register, campaign_id: str, wanted: Callable[[AcceptedLine], bool]
) -> list[AcceptedLine]:
    chunks = accepted_lines(register, campaign_id)
    return [line for chunk in chunks for line in chunk if wanted(line)]


def _about(wanted: Decision, line: AcceptedLine) -> Decision:
    return replace(wanted, school_id=line.school_id, line_id=line.line.item.line_id)


def _same(one: Decision, other: Decision) -> bool:
    """Return whether two decisions say the same, whoever took them and when."""
    names = ("state", "reason", "condition", "due_date")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _stands(wanted: Decision, old: Iterable[Decision]) -> bool:
    return any(one.target == wanted.target and _same(one, wanted) for one in old)


def _with(old: Iterable[Decision], new: Iterable[Decision]) -> list[Decision]:
    return list({one.target: one for one in (*old, *new)}.values())


def _check_found(wanted: Iterable[str], found: dict[str, list[AcceptedLine]]) -> None:
    missing = [name for name in wanted if name not in found]
    if missing:
        raise UnknownChoiceError(
            saw=f"No answer that counts has the line {_listed(missing)}",
            wants="A line is named by its id, as in the school's workbook",
            fix="Check the ids, or collect the answers first",
        )
    double = [name for name in wanted if len(found[name]) > 1]
    if double:
        schools = [line.school_id for line in found[double[0]]]
        raise UnknownChoiceError(
            saw=f"The line {double[0]} stands in the answers of {_listed(schools)}",
            wants="A line is named so that it is one",
            fix=f"Write the school before it: {schools[0]}{_BETWEEN}{double[0]}",
        )


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
