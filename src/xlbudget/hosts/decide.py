"""The command decide: approve, approve on a condition or reject lines, by id or by rule."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from xlbudget.distribution.decide import Outcome, decide_lines, lines_met, lines_named
from xlbudget.distribution.decided_earlier import decided_earlier
from xlbudget.distribution.line_rule import LineRule, line_rule
from xlbudget.distribution.register import Register
from xlbudget.distribution.register.decision import Decision, Verdict, decisions_of
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.errors import UnknownChoiceError
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.campaign import campaign_folder, opened, who
from xlbudget.hosts.decide_shown import (
    count_in_words,
    decisions_json,
    outcome_json,
    put_decisions,
    put_outcome,
)
from xlbudget.hosts.terminal import next_step, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asks for: which lines, what is decided, and why."""

    campaign: Path
    register: str | None = None
    lines: Sequence[str] = ()
    where: Sequence[str] = ()
    approve: bool = False
    reject: bool = False
    condition: str | None = None
    reason: str | None = None
    due: date | None = None
    by: str | None = None
    dry_run: bool = False
    as_json: bool = False


def decide_command(order: Order, at: datetime) -> None:
    """Record a decision and show the lines that it is about; without one, show what stands.

    Raises:
        UnknownChoiceError: It is not clear what is decided, or about which lines.
        ShapeError: The decision lacks its reason, or its condition and date.
        FileError: There is no such campaign, or its register does not answer.

    """
    verdict = _verdict(order)
    rule = _rule(order, verdict)
    folder = campaign_folder(order.campaign)
    campaign_id = folder.facts.campaign_id
    with opened(folder, order.register, at) as register:
        if verdict is None:
            _show_decisions(register, campaign_id, order)
            return
        wanted = _wanted(order, verdict, rule, at)
        lines = _lines(register, campaign_id, order, rule)
        outcome = decide_lines(register, campaign_id, wanted, lines, dry_run=order.dry_run)
    if order.as_json:
        put_json(sys.stdout, outcome_json(campaign_id, outcome, dry_run=order.dry_run))
    else:
        put_outcome(outcome)
    _tell(outcome, order)


def _verdict(order: Order) -> Verdict | None:
    """Return what is decided; None when the standing decisions are asked for."""
    chosen = {
        Verdict.APPROVED: order.approve,
        Verdict.CONDITIONAL: order.condition is not None,
        Verdict.REJECTED: order.reject,
    }
    found = [verdict for verdict, wanted in chosen.items() if wanted]
    names_lines = bool(order.lines or order.where)
    if len(found) == 1 and names_lines:
        if order.due is not None and found[0] is not Verdict.CONDITIONAL:
            _refuse("--due is given", "A date belongs to a condition", "Leave --due out")
        return found[0]
    if not found and not names_lines:
        return None
    wants = "A decision is one of --approve, --conditional TEXT --due DATE, --reject --reason TEXT"
    if not names_lines:
        _refuse("No line is named", wants, "Name lines by their ids, or by --where")
    many = "More than one decision is given" if found else "No decision is given"
    raise UnknownChoiceError(saw=many, wants=wants, fix="Give one of them")


def _rule(order: Order, verdict: Verdict | None) -> LineRule | None:
    if order.lines and order.where:
        _refuse(
            "Lines are named by their ids and by a rule",
            "A decision is about lines, or about a rule",
            "Decide twice, once for each",
        )
    if verdict is None or not order.where:
        return None
    clauses = [clause for words in order.where for clause in line_rule(words).clauses]
    return LineRule(tuple(clauses))


def _wanted(order: Order, verdict: Verdict, rule: LineRule | None, at: datetime) -> Decision:
    reason = (order.reason or "").strip()
    if not reason and verdict is not Verdict.REJECTED:
        reason = "as asked for" if verdict is Verdict.APPROVED else "if the condition comes true"
    if not reason:
        _refuse(
            "The lines are rejected without a reason",
            "Schools read why a line is rejected",
            "Say why with --reason",
        )
    if verdict is Verdict.CONDITIONAL and not (order.due and (order.condition or "").strip()):
        _refuse(
            "The condition has no text, or no date",
            "A condition says what must come true, and until when",
            'Give both, such as: --conditional "Reading scores rise by 3 points" --due 2027-02-01',
        )
    return Decision(
        state=verdict,
        reason=reason,
        by=who(order.by),
        at=at,
        rule=str(rule) if rule else "",
        condition=(order.condition or "").strip(),
        due_date=order.due,
    )


def _lines(
    register: Register, campaign_id: str, order: Order, rule: LineRule | None
) -> list[AcceptedLine]:
    if rule is None:
        return lines_named(register, campaign_id, order.lines)
    return lines_met(register, campaign_id, rule)


def _tell(outcome: Outcome, order: Order) -> None:
    if outcome.otherwise:
        names = ", ".join(it.line.line.item.line_id for it in outcome.otherwise[:5])
        say(
            f"For {count_in_words(len(outcome.otherwise))} a later decision stays: {names}."
            " To put this one after it, give it a reason of its own."
        )
    if order.dry_run:
        next_step("run the same command without --dry-run; nothing was recorded.")
    elif not outcome.recorded:
        next_step("nothing: this was decided already, and stands.")
    else:
        done = "1 decision" if outcome.recorded == 1 else f"{outcome.recorded} decisions"
        next_step(f"{done} recorded; see all with: xlbudget decide {order.campaign}")


def _show_decisions(register: Register, campaign_id: str, order: Order) -> None:
    decisions = decisions_of(register, campaign_id)
    earlier = decided_earlier(register, campaign_id)
    latest = {one.target: index for index, one in enumerate(decisions)}
    stand = [latest[one.target] == index for index, one in enumerate(decisions)]
    if order.as_json:
        put_json(sys.stdout, decisions_json(campaign_id, decisions, stand, earlier))
        return
    put_decisions(decisions, stand, earlier)
    next_step(f"decide on lines, such as: xlbudget decide {order.campaign} LINE_ID --approve")


def _refuse(saw: str, wants: str, fix: str) -> NoReturn:
    raise UnknownChoiceError(saw=saw, wants=wants, fix=fix)
