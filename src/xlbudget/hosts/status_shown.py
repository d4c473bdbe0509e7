"""How a campaign stands, as a person reads it on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.distribution.decided_earlier import DecidedEarlier
from xlbudget.distribution.register.event import Event
from xlbudget.distribution.status import CampaignStatus, SchoolReport, SchoolVersion, Todo
from xlbudget.hosts.terminal import put, put_table, stdout
from xlbudget.model.finding import Finding, Severity

_MOST_SCHOOLS = 40
_MOST_WRONG = 10
_MOST_FINDINGS = 5
_TIME = "%Y-%m-%d %H:%M"


def put_status(status: CampaignStatus, earlier: Sequence[DecidedEarlier]) -> None:
    """Print who has answered, what is wrong, and what is left to do."""
    campaign = status.campaign
    put(stdout(), f"{campaign.title}, {campaign.district}", accent=True)
    put(stdout(), status.in_words)
    put(stdout(), status.due_in_words)
    put(stdout())
    _put_schools(status)
    wrong = [report for report in status.schools if report.todo in (Todo.MEND, Todo.LOOK)]
    for report in wrong[:_MOST_WRONG]:
        _put_wrong(report)
    _put_more(len(wrong) - _MOST_WRONG, "school has findings", "schools have findings")
    put_earlier(earlier)


def put_earlier(earlier: Sequence[DecidedEarlier]) -> None:
    """Print the lines that changed after they were decided."""
    if not earlier:
        return
    rows = [
        (one.school_id, one.line_id, one.decision.state.value, str(one))
        for one in earlier[:_MOST_SCHOOLS]
    ]
    headers = ("School", "Line", "Decided", "Since then")
    title = f"Decided on an earlier version ({len(earlier)})"
    put_table(stdout(), title, headers, rows, numbers=(False,) * len(headers))
    _put_more(len(earlier) - _MOST_SCHOOLS, "line", "lines")


def put_school(school_id: str, versions: Sequence[SchoolVersion]) -> None:
    """Print every version of a school's answer, with its state and findings."""
    noun = "version" if len(versions) == 1 else "versions"
    put(stdout(), f"School {school_id}: {len(versions)} {noun}", accent=True)
    for number, one in enumerate(versions, start=1):
        submission = one.version.submission
        put(stdout())
        put(stdout(), f"{number}. {submission.received_name}: {one.version.state}", accent=True)
        put(stdout(), f"   Saved {submission.received_at:{_TIME}}, SHA-256 {submission.sha256}")
        _put_reason(submission.reason)
        _put_findings(one.findings, most=len(one.findings))


def put_trail(events: Sequence[Event], *, left_out: int = 0) -> None:
    """Print who did what and when, oldest first.

    Args:
        events: What was done.
        left_out: How many earlier ones are not among them.

    """
    headers = ("When (UTC)", "Who", "What", "On", "More")
    rows = [(f"{one.at:{_TIME}}", one.who, one.what, one.subject, _details(one)) for one in events]
    put_table(stdout(), "Audit trail", headers, rows, numbers=(False,) * len(headers))
    _put_more(left_out, "earlier event", "earlier events")


def _put_schools(status: CampaignStatus) -> None:
    reports = status.schools
    if len(reports) > _MOST_SCHOOLS:
        reports = tuple(report for report in reports if report.todo is not Todo.NOTHING)
    rows = [_row(report) for report in reports[:_MOST_SCHOOLS]]
    headers = ("School", "Name", "State", "Newest file", "Versions", "To do")
    if rows:
        numbers = tuple(header == "Versions" for header in headers)
        put_table(stdout(), "Schools", headers, rows, numbers=numbers)
    quiet = len(status.schools) - len(reports)
    _put_more(
        len(reports) - _MOST_SCHOOLS, "school has something to do", "schools have things to do"
    )
    if quiet:
        put(stdout(), f"Of {quiet:,} schools nothing is needed; --json tells all.")


def _row(report: SchoolReport) -> tuple[str, ...]:
    row, newest = report.status, report.newest
    name = newest.submission.received_name if newest else ""
    counts = row.state.value
    if newest is not None and newest.state is not row.state:
        counts += f"; then {newest.state}"
    return (
        row.school.school_id,
        row.school.name,
        counts,
        name or "-",
        str(row.versions),
        report.todo.value,
    )


def _put_wrong(report: SchoolReport) -> None:
    newest = report.newest
    if newest is None:
        return
    school = report.status.school
    file = newest.submission.received_name
    put(stdout(), f"{school.school_id} {school.name}, {file}: {newest.state}", accent=True)
    _put_reason(newest.submission.reason)
    _put_findings(report.findings, most=_MOST_FINDINGS)
    put(stdout())


def _put_reason(reason: str) -> None:
    if reason.strip():
        put(stdout(), f"   {reason}")


def _put_findings(findings: Sequence[Finding], *, most: int) -> None:
    order = list(Severity)
    grave = sorted(findings, key=lambda one: order.index(one.severity))
    for one in grave[:most]:
        put(stdout(), f"   {one.severity.value}: {one}")
    _put_more(len(findings) - most, "finding", "findings", gap="   ")


def _put_more(count: int, noun: str, nouns: str, gap: str = "") -> None:
    if count > 0:
        put(stdout(), f"{gap}{count:,} more {noun if count == 1 else nouns}; --json tells all.")


def _details(event: Event) -> str:
    given = ((key, value) for key, value in event.details.items() if value not in ("", None))
    return ", ".join(f"{key} {value}" for key, value in given)
