"""How a campaign stands, as JSON with stable keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime

from xlbudget.distribution.decided_earlier import DecidedEarlier
from xlbudget.distribution.register.decision import Decision
from xlbudget.distribution.register.event import Event
from xlbudget.distribution.register.submissions.roll_up import Total
from xlbudget.distribution.reminders import Reminder
from xlbudget.distribution.status import CampaignStatus, SchoolReport, SchoolVersion
from xlbudget.hosts.as_json import findings_json


def status_json(
    status: CampaignStatus,
    earlier: Sequence[DecidedEarlier],
    rows: Sequence[Reminder],
    asked: Iterable[Total] = (),
) -> dict[str, object]:
    """Return how a campaign stands; ``reminders`` are the rows of a mail merge.

    ``asked_so_far`` are the dollars that accepted answers ask for, decided or not.
    """
    campaign = status.campaign
    due = campaign.due_date
    return {
        "campaign_id": campaign.campaign_id,
        "title": campaign.title,
        "district": campaign.district,
        "base_fiscal_year": campaign.base_fiscal_year,
        "due_date": due.isoformat() if due else None,
        "days_left": (due - status.today).days if due else None,
        "in_words": status.in_words,
        "counts": {state.value: count for state, count in status.counts.items()},
        "files_of_no_school": status.unknown,
        "schools": [_school(report) for report in status.schools],
        "decided_on_an_earlier_version": [earlier_json(one) for one in earlier],
        "reminders": [asdict(row) for row in rows],
        "asked_so_far": [{**asdict(total), "amount": float(total.amount)} for total in asked],
    }


def school_json(
    campaign_id: str, school_id: str, versions: Iterable[SchoolVersion]
) -> dict[str, object]:
    """Return every version of a school's answer."""
    return {
        "campaign_id": campaign_id,
        "school_id": school_id,
        "versions": [_version(one) for one in versions],
    }


def trail_json(campaign_id: str, events: Iterable[Event]) -> dict[str, object]:
    """Return the audit trail, oldest first."""
    return {
        "campaign_id": campaign_id,
        "trail": [{**asdict(event), "at": moment(event.at)} for event in events],
    }


def decision_json(decision: Decision) -> dict[str, object]:
    """Return a decision by field."""
    return {name: plain(value) for name, value in asdict(decision).items()}


def earlier_json(one: DecidedEarlier) -> dict[str, object]:
    """Return a line that changed after it was decided."""
    return {
        "school_id": one.school_id,
        "line_id": one.line_id,
        "in_words": str(one),
        "was": None if one.was is None else float(one.was),
        "costs": None if one.costs is None else float(one.costs),
        "decision": decision_json(one.decision),
    }


def moment(at: datetime | None) -> str | None:
    """Return a moment as JSON has it, in UTC; None for none."""
    return None if at is None else at.isoformat()


def plain(value: object) -> object:
    """Return a value of a record as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value


def _school(report: SchoolReport) -> dict[str, object]:
    row, newest = report.status, report.newest
    return {
        "school_id": row.school.school_id,
        "name": row.school.name,
        "contact": row.school.contact_name,
        "email": row.school.contact_email,
        "expected": row.school.expected,
        "state": row.state.value,
        "to_do": report.todo.value,
        "issued_at": moment(row.issued_at),
        "file": row.received_name,
        "received_at": moment(row.received_at),
        "reason": row.reason,
        "versions": row.versions,
        "newest_state": row.newest.value,
        "newest_file": newest.submission.received_name if newest else "",
        "newest_reason": newest.submission.reason if newest else "",
        "findings": findings_json(report.findings),
    }


def _version(one: SchoolVersion) -> dict[str, object]:
    version, submission = one.version, one.version.submission
    return {
        "file": submission.received_name,
        "sha256": submission.sha256,
        "bytes": submission.size,
        "received_at": moment(submission.received_at),
        "collected_at": moment(version.collected_at),
        "template_version": submission.template_version,
        "state": version.state.value,
        "judged": submission.judged.value,
        "reason": submission.reason,
        "findings": findings_json(one.findings),
    }
