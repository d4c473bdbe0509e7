"""Reminders: for each school that has something to do, a text that says what, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from xlbudget.distribution.status import (
    CampaignStatus,
    SchoolReport,
    Todo,
    day_in_words,
)
from xlbudget.model.delimited import rows_text
from xlbudget.model.finding import Finding, Severity

MOST_FINDINGS = 5
"""Findings that a text tells; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A row for a mail merge; every cell is one line of text."""

    school: str
    contact: str
    email: str
    subject: str
    text: str


def reminders(status: CampaignStatus, help_from: str = "") -> tuple[Reminder, ...]:
    """Return a reminder for each school that has to send its workbook, or to mend it.

    Args:
        status: How the campaign stands.
        help_from: Who helps schools: a name and how to reach it.

    """
    texts = {Todo.SEND: _to_send, Todo.MEND: _to_mend}
    return tuple(
        _reminder(status, report, texts[report.todo](status, report), help_from)
        for report in status.schools
        if report.todo in texts
    )


def reminders_text(rows: Iterable[Reminder]) -> str:
    """Return reminders as a file that a mail merge and a spreadsheet read.

    It is UTF-8 with a byte-order mark, commas between cells, double quotes around cells that need
    them, and CR LF after each row.  A cell that a spreadsheet would take for a formula gets an
    apostrophe before it.
    """
    header = [item.name for item in fields(Reminder)]
    cells = [header, *(list(astuple(row)) for row in rows)]
    return "\ufeff" + rows_text(cells).replace("\n", "\r\n")


def _reminder(status: CampaignStatus, report: SchoolReport, text: str, help_from: str) -> Reminder:
    school, title = report.status.school, status.campaign.title
    needed = "is still missing" if report.todo is Todo.SEND else "needs a correction"
    hello = f"Dear {school.contact_name or 'colleague'},"
    closing = f"If you have a question: {_sentence(help_from)}" if help_from.strip() else ""
    return Reminder(
        school=_line(school.name),
        contact=_line(school.contact_name),
        email=_line(school.contact_email),
        subject=_line(f"{title}: the workbook of {school.name} {needed}"),
        text=_line(f"{hello} {text} {closing} Thank you!"),
    )


def _to_send(status: CampaignStatus, report: SchoolReport) -> str:
    issued = report.status.issued_at
    sent = f" that we sent on {day_in_words(issued.date())}" if issued else ""
    return (
        f"the workbook of {report.status.school.name} for {status.campaign.title} has not come"
        f" back to us yet. {_due(status)} Please fill in the workbook{sent}, look at its"
        " sheet “Check and send”, and send the file back. If it is on its way already, there is"
        " nothing to do."
    )


def _to_mend(status: CampaignStatus, report: SchoolReport) -> str:
    version = report.newest
    assert version is not None  # noqa: S101 - a workbook that is to be mended came home
    submission = version.submission
    counts = " An earlier workbook of yours counts until then." if _has_earlier(report) else ""
    why = f" {_sentence(submission.reason)}" if submission.reason.strip() else ""
    return (
        f"thank you for the workbook of {report.status.school.name}"
        f" ({submission.received_name.rpartition('/')[2]}, of"
        f" {day_in_words(submission.received_at.date())}). We could not take it over yet.{why}"
        f" {_to_do(report.findings)}{counts} Please save the workbook and send it again."
        f" {_due(status)}"
    )


def _to_do(findings: Iterable[Finding]) -> str:
    grave = [one for one in findings if one.severity is Severity.FATAL]
    told = [f"{n}) {_finding(one)}" for n, one in enumerate(grave[:MOST_FINDINGS], start=1)]
    left = len(grave) - MOST_FINDINGS
    if left > 0:
        told.append(f"There {'is 1 more' if left == 1 else f'are {left} more'} of this kind.")
    return " ".join(["Please mend this:", *told]) if told else ""


def _finding(one: Finding) -> str:
    where = ", ".join(part for part in (one.place.sheet, _spot(one)) if part)
    said = f"{_sentence(one.saw)} {_sentence(one.fix)}"
    return f"{where}: {said}" if where else said


def _spot(one: Finding) -> str:
    if one.place.cell:
        return f"cell {one.place.cell}"
    return f"row {one.place.row}" if one.place.row else ""


def _has_earlier(report: SchoolReport) -> bool:
    return report.status.state.counts


def _due(status: CampaignStatus) -> str:
    due = status.campaign.due_date
    if due is None:
        return "Please send it as soon as you can."
    if due < status.today:
        return f"It was due on {day_in_words(due)}."
    return f"It is due on {day_in_words(due)}."


def _sentence(words: str) -> str:
    plain = words.strip()
    return plain if plain.endswith((".", "!", "?")) else f"{plain}."


def _line(words: str) -> str:
    """Return words on one line: a mail merge takes a line for a row."""
    return " ".join(words.split())
