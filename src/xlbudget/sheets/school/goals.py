"""The sheet Goals: the building's goals, each serving a district goal; the district's, to read."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from xlbudget.model.field import field_named
from xlbudget.model.school_answer import BuildingGoal
from xlbudget.model.school_line import goal_lacks
from xlbudget.model.split import ZERO
from xlbudget.sheets.context import year_header
from xlbudget.sheets.labels import label
from xlbudget.sheets.missing import COMPLETE
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Headline,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    ref,
    text,
    whole,
)
from xlbudget.sheets.school.frame import Frame, id_text
from xlbudget.sheets.school.my_lines import FIGURES, MISSING

TITLE, OWN, DISTRICT = "Goals", "BuildingGoals", "DistrictGoals"
LINES, MONEY = "Lines", "Dollars this year"
CALCULATED = (MISSING, LINES, MONEY)


def goal_header(name: str) -> str:
    """Return the header of what a school states of a goal, by the field's name."""
    return field_named(BuildingGoal, name).header


def goals_sheet(frame: Frame) -> Sheet:
    """Return the sheet Goals."""
    missing = whole(MISSING, OWN)
    return Sheet(
        title=TITLE,
        role=Role.INPUT,
        says="State your building's goals in the cream or framed cells; choose the district goal "
        "that each serves. Lines are linked to them on My lines.",
        headlines=(
            Headline(
                "Goals that lack something",
                Calculated(
                    f'=COUNTIF({missing},"?*")-COUNTIF({missing},"{COMPLETE}")', incomplete(frame)
                ),
                Form.WHOLE,
            ),
        ),
        tables=(_own(frame), _district(frame)),
        landscape=True,
    )


def incomplete(frame: Frame) -> int:
    """Return how many goals of the building lack something."""
    return sum(_words(frame, goal) not in {"", COMPLETE} for goal in frame.goals)


def _own(frame: Frame) -> Table:
    rows = tuple(_own_row(frame, i) for i in range(frame.sizes.goals))
    return Table(
        name=OWN,
        heading="Goals of your building",
        columns=(
            Column(header=goal_header("goal_id"), part=Part.LABEL, width=24),
            Column(header=MISSING, form=Form.WRAPPED, width=18, good=COMPLETE),
            _asked("statement", Form.WRAPPED, 40),
            _asked("parent_goal_id", Form.LABEL, 30, "DistrictGoalList"),
            _asked("measure", Form.WRAPPED, 30),
            _asked("baseline", Form.PLAIN, 11),
            _asked("target", Form.PLAIN, 11),
            Column(header=LINES, form=Form.WHOLE, width=9),
            Column(header=MONEY, form=Form.DOLLARS, width=13),
        ),
        rows=rows,
    )


def _asked(name: str, form: Form, width: float, choices: str = "") -> Column:
    field = field_named(BuildingGoal, name)
    return Column(
        header=field.header,
        part=Part.INPUT,
        form=form,
        width=width,
        says=field.says,
        choices=choices,
    )


def _own_row(frame: Frame, i: int) -> Row:
    goal, key = frame.goals[i], str(i + 1)
    lines, money = _linked(frame, goal.goal_id)
    own = ref(OWN, key, "Goal")
    cells: tuple[Cell, ...] = (
        goal.goal_id,
        Calculated(_missing(key), _words(frame, goal)),
        goal.statement or None,
        frame.parent_labels.get(goal.parent_goal_id, goal.parent_goal_id) or None,
        goal.measure or None,
        goal.baseline,
        goal.target,
        Calculated("=" + _count(own), lines),
        Calculated("=" + _sum(own), money),
    )
    return Row(key=key, cells=cells)


@lru_cache(maxsize=100)
def _missing(row: str) -> str:
    names = ("statement", "parent_goal_id", "measure", "baseline", "target")
    says, parent, measure, *numbers = (ref(OWN, row, goal_header(name)) for name in names)
    given = "&".join((says, parent, measure, *numbers))
    labels = whole("District goal", DISTRICT)
    tests = {
        "a sentence": f'({says}="")',
        "a district goal": f'(({parent}="")+(SUMPRODUCT(({labels}={parent})*1)=0)>0)',
        "a measure": f'({measure}="")',
    }
    listed = "&".join(f"REPT({text(', ' + noun)},{test}*1)" for noun, test in tests.items())
    fine = "*".join(f"(1-{test})" for test in tests.values())
    return f'=IF({given}="","",REPT("{COMPLETE}",{fine})&MID({listed},3,100))'


def _words(frame: Frame, goal: BuildingGoal) -> str:
    """Return what a goal lacks in words; "" for a free row."""
    known = frozenset(item.goal_id for item in frame.pack.goals)
    lacks = (noun for noun, _ in goal_lacks(goal, known))
    return (", ".join(lacks) or COMPLETE) if goal.in_use else ""


def _district(frame: Frame) -> Table:
    return Table(
        name=DISTRICT,
        heading="Goals of the district",
        says="To read, and to choose from. Lines and cost count those of your own goals as well.",
        columns=(
            Column(header="District goal", part=Part.LABEL, form=Form.WRAPPED, width=24),
            Column(header="By fiscal year", part=Part.LABEL, form=Form.YEAR, width=18),
            Column(header="The goal in full", part=Part.LABEL, form=Form.WRAPPED, width=40),
            Column(header="Strategy", part=Part.LABEL, form=Form.WRAPPED, width=30),
            Column(header="Measure", part=Part.LABEL, form=Form.WRAPPED, width=30),
            Column(header="Baseline", part=Part.LABEL, form=Form.PLAIN, width=11),
            Column(header="Target", part=Part.LABEL, form=Form.PLAIN, width=11),
            Column(header=LINES, form=Form.WHOLE, width=9),
            Column(header=MONEY, form=Form.DOLLARS, width=13),
        ),
        rows=tuple(_district_row(frame, i) for i in range(frame.sizes.district_goals)),
    )


def _district_row(frame: Frame, i: int) -> Row:
    goals, key = frame.pack.goals, str(i + 1)
    goal = goals[i] if i < len(goals) else None
    lines, money = _reached(frame, goal.goal_id) if goal else (0, ZERO)
    name = ref(DISTRICT, key, "District goal")
    serves = f"({whole(goal_header('parent_goal_id'), OWN)}={name})"
    totals = (
        (_count(id_text(name)), whole(LINES, OWN), lines),
        (_sum(id_text(name)), whole(MONEY, OWN), money),
    )
    calculated = (
        Calculated(f'=IF({name}="",0,{direct}+SUMPRODUCT({serves}*{column}))', value)
        for direct, column, value in totals
    )
    facts: tuple[Cell, ...] = (None,) * 7
    if goal:
        facts = (
            label(goal.goal_id, goal.statement),
            goal.target_fiscal_year,
            goal.statement,
            goal.strategy or None,
            goal.measure or None,
            goal.baseline,
            goal.target,
        )
    return Row(key=key, cells=(*facts, *calculated))


def _count(key: str) -> str:
    return f"COUNTIFS({whole('Goal', FIGURES)},{key},{whole('Counts', FIGURES)},1)"


def _sum(key: str) -> str:
    return f"SUMIFS({whole(year_header(1), FIGURES)},{whole('Goal', FIGURES)},{key})"


def _linked(frame: Frame, goal_id: str) -> tuple[int, Decimal]:
    """Return how many lines serve a goal, and what they cost this year."""
    cost = frame.by_goal.get(goal_id)
    return frame.serving[goal_id], cost[0] if cost else ZERO


def _reached(frame: Frame, goal_id: str) -> tuple[int, Decimal]:
    """Return the same for a district goal and the building's goals that serve it."""
    own = [goal.goal_id for goal in frame.goals if goal.parent_goal_id == goal_id]
    found = [_linked(frame, key) for key in (goal_id, *own)]
    return sum(count for count, _ in found), sum((money for _, money in found), ZERO)
