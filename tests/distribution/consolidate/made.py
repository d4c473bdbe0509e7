"""Campaigns whose answers are drawn by dice: what every line costs is known from the dice alone."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from random import Random

from xlbudget.distribution.campaign import CampaignFacts, new_campaign
from xlbudget.distribution.consolidate.ground import Missing, ground_of
from xlbudget.distribution.consolidate.merged import merge
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.campaign import Campaign, record_campaign
from xlbudget.distribution.register.school import CampaignSchool, record_schools
from xlbudget.distribution.register.submissions.line import Line
from xlbudget.distribution.register.submissions.record_submission import record_submission
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import Submission
from xlbudget.model import Budget, District, FundingSource, LineItem, PlanGoal, Program, School
from xlbudget.model.folder import save_folder
from xlbudget.model.origin import Origin

AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
BY = "central office"
ID = "fy27"
YEARS = (2027, 2028, 2029)
WHY = "Each student needs a working device"
KINDS = (
    ("hardware", "device hardware"),
    ("broadband", "connectivity"),
    ("instructional content", "digital content"),
)
SOURCES = ("F1", "F2")
DATA = Origin(file="millbrook", sheet="line_items.csv")
RISKY = ("=1+1", "+1", "-1+2", "@SUM(1)")


@dataclass(frozen=True)
class Made:
    """A campaign: its folder, the district's budget, and what each line costs by the dice."""

    folder: object
    budget: Budget
    truth: tuple  # dicts: school, line, area, goal, source, and cents by year

    def register(self):
        """Open its register."""
        return open_register(self.folder.register, at=AT)


def school_ids(count):
    """Ids with leading zeros."""
    return [f"{number:04}" for number in range(1, count + 1)]


def contract(line_id, cents, *, school_id="", kind=KINDS[0], **facts):
    """A line whose cost by year is what it pays."""
    area, category = kind
    paid = {year: Decimal(amount).scaleb(-2) for year, amount in zip(YEARS, cents, strict=True)}
    base = {
        "line_id": line_id,
        "school_id": school_id,
        "description": f"Thing of {line_id}",
        "justification": WHY,
        "program_id": "P1",
        "goal_1": "G1",
        "source_1": "F1",
        "cost_type": "contract",
        "need": "recurring",
        "status": "justified",
        "first_fiscal_year": YEARS[0],
        "area": area,
        "category": category,
        "payment": paid,
    }
    return LineItem(**(base | facts))


def district_budget(count):
    """A district of so many schools: lines of its own, and two lines of last year in each."""
    schools = tuple(
        School(
            school_id=key,
            name=f"School {key}",
            enrollment=dict.fromkeys(YEARS, Decimal(400)),
            allocation=dict.fromkeys(YEARS, Decimal(50_000)),
        )
        for key in school_ids(count)
    )
    goals = [PlanGoal(goal_id=f"G{n}", plan="district", statement=f"Goal {n}") for n in (1, 2, 3)]
    goals += [
        PlanGoal(
            goal_id=f"{key}-G01",
            plan="building",
            school_id=key,
            parent_goal_id="G2",
            statement="Read every day",
            strategy="Reading labs",
        )
        for key in school_ids(count)
    ]
    last = [
        contract(f"{key}-L{n}", (10_000, 10_000, 10_000), school_id=key)
        for key in school_ids(count)
        for n in (1, 2)
    ]
    return Budget(
        district=District(
            name="Millbrook",
            state="OH",
            fiscal_year_start_month=7,
            base_fiscal_year=YEARS[0],
            horizon_years=len(YEARS),
            as_of=date(2026, 8, 1),
        ),
        schools=schools,
        goals=tuple(goals),
        programs=(Program(program_id="P1", name="Devices"),),
        sources=tuple(
            FundingSource(
                source_id=key,
                name=f"Fund {key}",
                stream="recurring",
                kind="local",
                status="secured",
                amount=dict.fromkeys(YEARS, Decimal(9_000_000)),
            )
            for key in SOURCES
        ),
        lines=(contract("C1", (50_001, 50_002, 50_003)), contract("C2", (7, 0, 9)), *last),
    )


def drawn(school_id, count, dice):
    """Lines of a school, and what the dice say that each costs; a few are split."""
    lines, truth = [], []
    for number in range(1, count + 1):
        cents = [dice.randrange(0, 5_000_000) for _ in YEARS]
        kind, source = dice.choice(KINDS), dice.choice(SOURCES)
        goal = dice.choice(("G1", "G2", "G3", f"{school_id}-G01"))
        facts = {"goal_1": goal, "source_1": source}
        facts["description"] = f"Charging carts for the rooms of grade {number}, with cables"
        if number % 5 == 0:
            facts |= {"goal_1": "G1", "goal_share_1": Decimal("0.335"), "goal_2": "G2"}
            facts |= {"goal_share_2": Decimal("0.665"), "source_1": "F1", "source_2": "F2"}
            facts |= {"source_share_1": Decimal("0.145"), "source_share_2": Decimal("0.855")}
        if number % 4 == 0:
            facts["description"] = dice.choice(RISKY)
        line_id = f"{school_id}-N{number:03}"
        lines.append(contract(line_id, cents, school_id=school_id, kind=kind, **facts))
        split = "goal_2" in facts
        truth.append(
            {
                "school": school_id,
                "line": line_id,
                "area": kind[0],
                "goal": "split" if split else goal,
                "source": "split" if split else source,
                **dict(zip(YEARS, cents, strict=True)),
            }
        )
    return lines, truth


def as_collected(lines):
    """Lines as collecting records them."""
    return [
        Line(
            item=line,
            amounts={year: line.payment.get(year, Decimal(0)) for year in YEARS},
            sheet="My lines",
            row=number,
            action="New",
        )
        for number, line in enumerate(lines, 9)
    ]


def send(register, school_id, lines, *, number=1, state=State.ACCEPTED, facts=None):
    """Record a file of a school."""
    submission = Submission(
        sha256=sha256(f"{school_id} {number}".encode()).hexdigest(),
        size=40_000,
        received_name=f"School-{school_id}_{school_id}.xlsx",
        received_at=AT + timedelta(hours=number),
        judged=state,
        school_id=school_id,
        facts=facts or {},
    )
    kept = as_collected(lines)
    return record_submission(register, ID, submission, lines=kept, by=BY, at=AT)


def campaign(root, *, schools=6, lines=10, missing=2, seed=7, data=True, register=""):
    """A campaign in a folder; the last schools have not answered."""
    dice, budget = Random(seed), district_budget(schools)  # noqa: S311 - no secret
    root.mkdir(exist_ok=True)
    if data:
        save_folder(budget, root / "millbrook")
    (root / "any.xlsx").write_bytes(b"a template")
    facts = CampaignFacts(
        campaign_id=ID,
        title="Budget 2026-27",
        district="Millbrook",
        base_fiscal_year=YEARS[0],
        register=register,
    )
    folder = new_campaign(root / "campaign", facts, root / "any.xlsx")
    truth = []
    with open_register(folder.register, at=AT) as opened:
        enter(opened, schools)
        for key in school_ids(schools)[: schools - missing]:
            made, known = drawn(key, lines, dice)
            send(opened, key, made)
            truth += known
    return Made(folder, budget, tuple(truth))


def ground(made, budget=None, missing=Missing.LEAVE_OUT):
    """What a campaign's consolidation stands on."""
    with made.register() as register:
        return ground_of(register, ID, budget or made.budget, DATA, missing=missing)


def merged(made, budget=None, missing=Missing.LEAVE_OUT):
    """The whole budget of a campaign, with all of its lines."""
    with made.register() as register:
        found = ground_of(register, ID, budget or made.budget, DATA, missing=missing)
        return merge(register, found)


def enter(register, schools):
    """Enter a campaign and its schools into a register."""
    record_campaign(
        register,
        Campaign(
            campaign_id=ID,
            title="Budget 2026-27",
            district="Millbrook",
            base_fiscal_year=YEARS[0],
            due_date=date(2026, 4, 15),
            template_id="school",
            template_version="v1.0",
            template_digest="ab12",
            created_at=AT,
        ),
        by=BY,
    )
    named = [CampaignSchool(school_id=key, name=f"School {key}") for key in school_ids(schools)]
    record_schools(register, ID, named, by=BY, at=AT)


def with_line(budget, line):
    """A budget with one more line."""
    return replace(budget, lines=(*budget.lines, line))
