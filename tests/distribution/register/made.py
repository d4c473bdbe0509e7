"""Campaigns made by the tests; everything follows from numbers, so that runs can be compared."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256

from sqlalchemy import select

from xlbudget.distribution.register.campaign import Campaign, record_campaign
from xlbudget.distribution.register.school import CampaignSchool, record_schools
from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.submissions.line import Line
from xlbudget.distribution.register.submissions.record_submission import record_submission
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import Submission
from xlbudget.model import LineItem
from xlbudget.model.finding import Finding, Place, Severity

AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
BY = "central office"
YEARS = (2027, 2028)
AREAS = ("hardware", "broadband")
CAMPAIGN = Campaign(
    campaign_id="fy27",
    title="Budget 2026-27",
    district="Riverbend",
    base_fiscal_year=2027,
    due_date=date(2026, 4, 15),
    template_id="school",
    template_version="v1.0",
    template_digest="ab12",
    created_at=AT,
)
ID = CAMPAIGN.campaign_id


def school_ids(count):
    """Ids with leading zeros."""
    return [f"{number:04}" for number in range(1, count + 1)]


def line(number, *, goal="G1", amount="1200.50", **facts):
    """A line with amounts in two years."""
    item = LineItem(
        line_id=f"L{number:03}",
        description=f"Chromebooks for grade {number}",
        area=AREAS[number % 2],
        category="devices",
        cost_type="purchase",
        need="recurring",
        status="draft",
        quantity=Decimal(number),
        unit_price=Decimal("0.4325"),
        goal_1=goal,
        first_fiscal_year=2027,
        **facts,
    )
    amounts = dict.fromkeys(YEARS, Decimal(amount))
    return Line(item=item, amounts=amounts, sheet="My lines", row=number + 8, action="keep")


def finding(number):
    """A warning at a cell."""
    place = Place(file="0001.xlsx", sheet="My lines", cell=f"K{number}", record=f"L{number:03}")
    return Finding(Severity.WARNING, "R07", place, "No goal", "A goal", "Pick one")


def submission(number, school_id="0001", *, judged=State.ACCEPTED, later=0, **facts):
    """A file; its bytes follow from the number, its time from how much later it came."""
    base = {
        "sha256": sha256(str(number).encode()).hexdigest(),
        "size": 40_000 + number,
        "received_name": f"reply-{number}.xlsx",
        "received_at": AT + timedelta(hours=later),
        "template_version": "v1.0",
        "workbook_id": f"w-{school_id}",
    }
    return Submission(judged=judged, school_id=school_id, **(base | facts))


def record(register, number, school_id="0001", *, lines=(), findings=(), again=False, **facts):
    """Record one file of a school."""
    return record_submission(
        register,
        ID,
        submission(number, school_id, **facts),
        lines=lines,
        findings=findings,
        by=BY,
        at=AT,
        again=again,
    )


def collect(register, count, *, versions=1, lines=3):
    """Collect files of so many schools, as a run of the office would."""
    record_campaign(register, CAMPAIGN, by=BY)
    schools = [CampaignSchool(school_id=one, name=f"School {one}") for one in school_ids(count)]
    record_schools(register, ID, schools, by=BY, at=AT)
    for version in range(versions):
        for place, school_id in enumerate(school_ids(count)):
            number = place * 10 + version
            kept = [line(position, amount=f"{number}.25") for position in range(1, lines + 1)]
            notes = [finding(position) for position in range(version)]
            record(register, number, school_id, later=version, lines=kept, findings=notes)


def everything(register):
    """Everything that a register says, without the numbers that databases give to rows."""
    names_of_files = {"submission_id", "superseded_by"}
    with register.engine.connect() as connection:
        files = dict(
            connection.execute(
                select(tables.submission.c.submission_id, tables.submission.c.sha256)
            ).all()
        )
        return {
            table.name: sorted(
                str(
                    {
                        key: files.get(value, "") if key in names_of_files else value
                        for key, value in row.items()
                        if key != "event_id"
                    }
                )
                for row in connection.execute(select(table)).mappings()
            )
            for table in tables.metadata.sorted_tables
        }
