"""The command issue: one workbook for each school, and what became of each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer

from xlbudget.distribution.issue import Order, Result, SchoolIssue, State, issue
from xlbudget.hosts.as_json import findings_json, put_json
from xlbudget.hosts.campaign import who
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.given import read_budget
from xlbudget.hosts.progress import progress_bar
from xlbudget.hosts.python import refusal
from xlbudget.hosts.shown import put_findings
from xlbudget.hosts.terminal import (
    next_step,
    put_table,
    say,
    shown_path,
    stderr,
    stdout,
    working,
)

_HEADERS = ("School", "Name", "File", "Issue", "Bytes", "State")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCommand:
    """What a person asks for: the district's data, what is issued from it, and how it is shown."""

    data: Path
    order: Order
    by: str | None = None
    as_json: bool = False


def issue_command(command: IssueCommand, at: datetime) -> None:
    """Issue workbooks to schools, and say what became of each.

    Raises:
        BudgetError: The district's data has fatal findings.
        FileError: The campaign's folder cannot be written, or has another campaign in it.

    """
    order = command.order
    with working(f"Reading {command.data}"):
        budget, findings = read_budget(command.data)
    if budget is None:
        raise refusal(findings, str(command.data))
    with progress_bar("Issuing", "workbooks") as progress:
        result = issue(order, budget, at=at, by=who(command.by), progress=progress)
    if command.as_json:
        put_json(sys.stdout, result_json(order, result))
    elif result.schools:
        put_schools(result)
    if result.findings:
        put_findings(stderr(), result.findings)
    if not result.schools:
        next_step("mend what is fatal, then run the same command again. Nothing was written.")
        raise typer.Exit(ExitCode.INVALID)
    _tell(order, result)
    if not all(school.state.is_well for school in result.schools):
        raise typer.Exit(ExitCode.FINDINGS)


def result_json(order: Order, result: Result) -> dict[str, object]:
    """Return what became of each school's workbook."""
    facts = result.folder.facts if result.folder else None
    return {
        "campaign": str(order.root),
        "campaign_id": facts.campaign_id if facts else None,
        "title": facts.title if facts else None,
        "due": facts.due_date.isoformat() if facts and facts.due_date else None,
        "new_campaign": result.is_new,
        "written": result.written,
        "counts": {state.value: result.count(state) for state in State},
        "schools": [_school_json(school) for school in result.schools],
        "findings": findings_json(result.findings),
    }


def put_schools(result: Result) -> None:
    """Print a table of the schools' workbooks."""
    rows = [
        (
            school.school_id,
            school.name,
            school.file,
            str(school.number or "none"),
            f"{school.size:,}" if school.size else "-",
            school.state.value,
        )
        for school in result.schools
    ]
    title = "Workbooks in the folder out" if result.written else "Workbooks that would be made"
    numbers = (False, False, False, True, True, False)
    put_table(stdout(), title, _HEADERS, rows, numbers=numbers)


def _tell(order: Order, result: Result) -> None:
    """Say in words how many workbooks came to what, and what comes next."""
    counts = [f"{result.count(state)} {state.value}" for state in State if result.count(state)]
    size = sum(school.size for school in result.schools)
    say(f"Schools: {len(result.schools)}; {', '.join(counts)}; {size:,} bytes together.")
    root = shown_path(order.root)
    if not result.written:
        next_step("run the same command without --dry-run; nothing was written.")
    elif not all(school.state.is_well for school in result.schools):
        next_step("do what is said about each workbook above, then run the same command again.")
    else:
        next_step(
            f"send each school its file from {root}/out; what comes back goes into {root}/inbox."
        )


def _school_json(school: SchoolIssue) -> dict[str, object]:
    return {
        "school_id": school.school_id,
        "name": school.name,
        "file": school.file,
        "state": school.state.value,
        "issue": school.number or None,
        "workbook_id": school.workbook_id or None,
        "sha256": school.sha256 or None,
        "bytes": school.size or None,
    }
