"""A campaign of four schools that was played: one answered, one twice, one in vain, one not."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256

from samples import DISTRICT, GOAL, PROGRAM, SOURCE, YEARS, every_year
from xlbudget.distribution.campaign import CampaignFacts, new_campaign
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.campaign import Campaign, record_campaign
from xlbudget.distribution.register.decision import Decision, Verdict, decide
from xlbudget.distribution.register.issued import IssuedWorkbook, record_issued
from xlbudget.distribution.register.school import CampaignSchool, record_schools
from xlbudget.distribution.register.submissions.line import Line
from xlbudget.distribution.register.submissions.record_submission import record_submission
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import Submission
from xlbudget.model import Assumption, Budget, LineItem, PlanGoal, School, StandardItem
from xlbudget.model.cost import line_costs
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.folder import save_folder

AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
LATER = AT + timedelta(days=11)
BY = "central office"
TODAY = date(2026, 3, 12)
WHY = "Every third grader has a device to read on."
FACTS = CampaignFacts(
    campaign_id="fy2027",
    title="Technology budgets 2026-27",
    district="Millbrook",
    base_fiscal_year=2027,
    due_date=date(2026, 4, 15),
    contact="Kim Ortiz, 555-0100",
)
ID = FACTS.campaign_id
SCHOOLS = tuple(
    School(
        school_id=f"S{n}",
        name=f"{name} School",
        enrollment=every_year(400),
        allocation=every_year(60_000),
    )
    for n, name in enumerate(("Oak", "Elm", "Ash", "=Fir"), start=1)
)
CONTACTS = {
    school.school_id: CampaignSchool(
        school_id=school.school_id,
        name=school.name,
        contact_name=f"Principal {school.school_id}",
        contact_email="" if school.school_id == "S3" else f"{school.school_id}@millbrook.example",
    )
    for school in SCHOOLS
}


def line_item(line_id, school_id="", **facts):
    """A yearly cost that is paid from the general fund."""
    base = {
        "line_id": line_id,
        "school_id": school_id,
        "program_id": "P1",
        "description": f"Reading software {line_id}",
        "justification": WHY,
        "goal_1": "G1",
        "source_1": "F1",
        "cost_type": "annual",
        "quantity": Decimal(10),
        "unit_price": Decimal("100.00"),
        "status": "justified",
        "need": "recurring",
        "first_fiscal_year": 2027,
        "area": "instructional content",
        "category": "software subscriptions",
        "escalation_class": "software",
    }
    return LineItem(**(base | facts))


DEVICES = {
    "description": "Chromebooks for grade 3",
    "cost_type": "purchase",
    "area": "hardware",
    "category": "device hardware",
    "escalation_class": "hardware",
    "service_life": 4,
    "refresh": True,
}
CABLING = {
    "description": "Cabling of the library",
    "cost_type": "one-time service",
    "need": "one-time",
    "area": "network infrastructure",
    "category": "external services",
    "escalation_class": "services",
}
GRANT = replace(
    SOURCE,
    source_id="F2",
    name="Grant",
    stream="one-time",
    last_fiscal_year=2027,
    amount={2027: Decimal(9000)},
)
ITEMS = (
    StandardItem(
        item_id="I1",
        description="Reading app",
        unit="per student and year",
        area="instructional content",
        category="software subscriptions",
        unit_price=Decimal("7.50"),
        price_valid_until=date(2025, 12, 31),
    ),
    StandardItem(
        item_id="I2",
        description="Laptop",
        area="hardware",
        category="device hardware",
        unit_price=Decimal("600.00"),
        price_valid_until=date(2027, 12, 31),
    ),
)
BUDGET = Budget(
    district=replace(DISTRICT, due=date(2026, 6, 15)),
    schools=SCHOOLS,
    goals=(
        GOAL,
        PlanGoal(
            goal_id="S1-G1",
            plan="building",
            school_id="S1",
            parent_goal_id="G1",
            statement="Read at home",
            measure="Books a week",
            baseline=Decimal(1),
            target=Decimal(3),
        ),
    ),
    programs=(PROGRAM,),
    standard_items=ITEMS,
    sources=(SOURCE, GRANT),
    assumptions=(
        Assumption(key="escalation_software", value=Decimal("0.04")),
        Assumption(key="escalation_hardware", value=Decimal("0.02")),
    ),
    lines=(
        line_item("C1"),
        line_item("C2", last_fiscal_year=2027),
        line_item("C3", status="lapsed"),
        *(line_item(f"{school.school_id}-L1", school.school_id) for school in SCHOOLS),
    ),
)
BUDGET = replace(BUDGET, programs=(replace(PROGRAM, practice_id=""),))
ANSWER = (
    line_item("S1-L1", "S1", quantity=Decimal(12)),
    line_item("S1-N01", "S1", quantity=Decimal(50), unit_price=Decimal("365.55"), **DEVICES),
    line_item("S1-N02", "S1", quantity=Decimal(1), unit_price=Decimal(5000), **CABLING),
    line_item("S1-N03", "S1", quantity=Decimal(1), unit_price=Decimal(2500), source_1="F2"),
    line_item("S1-N04", "S1", quantity=Decimal(300), unit_price=Decimal("7.50")),
    line_item(
        "S1-N05",
        "S1",
        cost_type="contract",
        quantity=None,
        unit_price=None,
        payment={year: Decimal(800) for year in YEARS},
    ),
)
SECOND = (line_item("S2-L1", "S2"), line_item("S2-N01", "S2", description="@Tablets"))
FAULT = Finding(
    Severity.FATAL,
    "XLS-04",
    Place(file="reply.xlsx", sheet="My lines", cell="K12", row=12, record="S3-N01"),
    "Line S3-N01 has no goal",
    "A line serves a goal of the list",
    "Choose a goal of the list",
)


def with_costs(items):
    """The lines of an answer as collecting records them: with what they cost by year."""
    costs = line_costs(replace(BUDGET, lines=tuple(items)))
    return [
        Line(
            item=cost.line,
            amounts=dict(zip(YEARS, cost.years, strict=True)),
            sheet="My lines",
            row=row,
            action="Keep" if "-L" in cost.line.line_id else "New",
        )
        for row, cost in enumerate(costs, start=9)
    ]


def send(register, school_id, items, *, days=1, judged=State.ACCEPTED, at=None, **facts):
    """Record one answer of a school; its bytes follow from what it says and when."""
    findings = facts.pop("findings", ())
    name = f"{school_id}-{days}"
    submission = Submission(
        sha256=sha256(name.encode()).hexdigest(),
        size=40_000,
        received_name=f"mail/{name}.xlsx",
        received_at=AT + timedelta(days=days),
        judged=judged,
        school_id=school_id,
        template_version="v1.0",
        **facts,
    )
    record_submission(
        register,
        ID,
        submission,
        lines=with_costs(items),
        findings=findings,
        by=BY,
        at=at or AT + timedelta(days=days),
    )


def play(register):
    """Issue to four schools; two answer, one of them with warnings, one answers in vain."""
    campaign = Campaign(
        campaign_id=ID,
        title=FACTS.title,
        district=FACTS.district,
        base_fiscal_year=2027,
        due_date=FACTS.due_date,
        template_id="school",
        template_version="v1.0",
        template_digest="ab12",
        created_at=AT,
    )
    record_campaign(register, campaign, by=BY)
    record_schools(register, ID, CONTACTS.values(), by=BY, at=AT)
    issued = [
        IssuedWorkbook(
            workbook_id=f"w-{key}",
            school_id=key,
            file_name=f"{key}.xlsx",
            sha256=key,
            template_version="v1.0",
            structure_digest="d",
            issued_at=AT,
        )
        for key in CONTACTS
    ]
    record_issued(register, ID, issued, by=BY)
    goals = [
        {
            "goal_id": "S1-G1",
            "statement": "Read every day",
            "parent_goal_id": "G1",
            "measure": "Books a week",
            "baseline": "1",
            "target": "5",
        }
    ]
    send(register, "S1", ANSWER, facts={"goals": goals})
    warning = replace(FAULT, severity=Severity.WARNING)
    send(register, "S2", SECOND, judged=State.WITH_WARNINGS, findings=[warning])
    send(
        register,
        "S3",
        (),
        judged=State.REJECTED,
        findings=[FAULT],
        reason="One line lacks its goal",
    )


def reject(register, line_id="S2-N01", school_id="S2", at=LATER):
    """Reject one line."""
    decision = Decision(
        state=Verdict.REJECTED,
        reason="No money",
        by=BY,
        at=at,
        school_id=school_id,
        line_id=line_id,
    )
    return decide(register, ID, decision)


@dataclass(frozen=True)
class Played:
    """A campaign on the disk: its folder, and the district's data."""

    root: object
    data: object

    def register(self):
        """Open its register."""
        return open_register(self.root, at=AT)


def on_disk(place):
    """Write the played campaign into a folder, with a rejected line."""
    template = place / "school.xlsx"
    template.write_bytes(b"PK template")
    new_campaign(place / "fy27", FACTS, template)
    save_folder(BUDGET, place / "millbrook")
    played = Played(place / "fy27", place / "millbrook")
    with played.register() as register:
        play(register)
        reject(register)
    return played
