"""What was decided: a line, or every line that a rule names, is approved, conditional, rejected."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.engine import RowMapping

from xlbudget.distribution.register.event import Event, add_event
from xlbudget.distribution.register.known import lock_campaign
from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading, write
from xlbudget.errors import ShapeError


class Verdict(StrEnum):
    """What was decided."""

    APPROVED = "approved"
    CONDITIONAL = "conditional"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision about one line of a school, or about every line that a rule names.

    It outlives the versions of a school's file: the line keeps its id.
    """

    state: Verdict
    reason: str
    by: str
    at: datetime
    school_id: str = ""
    line_id: str = ""
    rule: str = ""  # in the words of the command, such as "area=hardware"
    condition: str = ""  # what must come true, when it is conditional
    due_date: date | None = None  # until when

    @property
    def target(self) -> tuple[str, str, str]:
        """What it is about."""
        return self.school_id, self.line_id, self.rule


def decide(register: Register, campaign_id: str, decision: Decision) -> bool:
    """Record a decision; return False when the same stands already.

    An earlier decision about the same is kept, and no longer counts.

    Args:
        register: The open register.
        campaign_id: The campaign, which is recorded already.
        decision: What was decided, by whom and when.

    Raises:
        ShapeError: It names neither a line nor a rule, or both, or lacks its reason, or its
            condition and date.
        UnknownChoiceError: The register has no such campaign.

    """
    _check(decision)
    return write(register, partial(_record, campaign_id, decision))


def decisions_of(register: Register, campaign_id: str) -> tuple[Decision, ...]:
    """Return every decision of a campaign, oldest first; the last one about the same counts."""
    query = _decisions().where(tables.decision.c.campaign_id == campaign_id)
    query = query.order_by(tables.decision.c.decision_id)
    with reading(register) as connection:
        return tuple(_decision(row) for row in connection.execute(query).mappings())


def standing_decisions(register: Register, campaign_id: str) -> tuple[Decision, ...]:
    """Return the decisions that count, one for each line or rule, in the order of their targets."""
    latest = {decision.target: decision for decision in decisions_of(register, campaign_id)}
    return tuple(latest[target] for target in sorted(latest))


def _record(campaign_id: str, decision: Decision, connection: Connection) -> bool:
    lock_campaign(connection, campaign_id)
    table = tables.decision
    school_id, line_id, rule = decision.target
    query = _decisions().where(
        table.c.campaign_id == campaign_id,
        table.c.school_id == school_id,
        table.c.line_id == line_id,
        table.c.rule == rule,
    )
    known = connection.execute(query.order_by(table.c.decision_id.desc())).mappings().first()
    if known is not None and _essence(_decision(known)) == _essence(decision):
        return False
    facts = {item.name: getattr(decision, item.name) for item in fields(decision)}
    connection.execute(insert(table), {"campaign_id": campaign_id, **facts})
    add_event(connection, campaign_id, _event(decision))
    return True


def _essence(decision: Decision) -> tuple[object, ...]:
    return decision.state, decision.reason, decision.condition, decision.due_date


def _event(decision: Decision) -> Event:
    return Event(
        at=decision.at,
        who=decision.by,
        what=f"line {decision.state}" if decision.line_id else f"lines {decision.state} by rule",
        subject=decision.school_id or decision.rule,
        details={
            "line_id": decision.line_id,
            "rule": decision.rule,
            "reason": decision.reason,
            "condition": decision.condition,
            "due_date": decision.due_date.isoformat() if decision.due_date else "",
        },
    )


def _check(decision: Decision) -> None:
    if bool(decision.rule) == bool(decision.line_id):
        _refuse("It names neither a line nor a rule, or both", "A line of a school, or a rule")
    if decision.line_id and not decision.school_id:
        _refuse(f"It names the line {decision.line_id} but no school", "A line is a school's")
    if not decision.reason.strip():
        _refuse("It has no reason", "A decision says why")
    conditional = decision.state is Verdict.CONDITIONAL
    if conditional and not (decision.condition.strip() and decision.due_date):
        _refuse("It is conditional", "A condition says what must come true, and until when")


def _refuse(saw: str, wants: str) -> None:
    raise ShapeError(saw=saw, wants=wants, fix="Complete the decision, and give it again")


def _decision(row: RowMapping) -> Decision:
    return replace(Decision(**row), state=Verdict(row["state"]))


def _decisions() -> Select[Any]:
    return select(*(tables.decision.c[item.name] for item in fields(Decision)))
