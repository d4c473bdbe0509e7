"""A school of a small district, its pack, and random answers of random schools."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from clean import clean_budget, each_year
from strategies import Dice, budgets
from xlbudget.model import LineItem, School, StandardItem
from xlbudget.model.school_answer import (
    Action,
    AnswerLine,
    BuildingGoal,
    SchoolAnswer,
    SignOff,
    opening_answer,
)
from xlbudget.model.school_pack import pack_of
from xlbudget.sheets.school import sizes_for

REASON = "Each student needs a working device"


def line(line_id, **facts):
    """A line of last year of the school S1."""
    return LineItem(
        **{
            "line_id": line_id,
            "description": f"Thing of {line_id}",
            "school_id": "S1",
            "justification": REASON,
            "goal_1": "G1",
            "cost_type": "annual",
            "quantity": Decimal(10),
            "unit_price": Decimal(100),
            "source_1": "F1",
            "status": "approved",
            "need": "recurring",
            "first_fiscal_year": 2027,
            "area": "hardware",
            "category": "spares and repair",
        }
        | facts
    )


CHROMEBOOKS = line(
    "L1",
    description="Chromebooks for grade 3",
    cost_type="purchase",
    quantity=Decimal(30),
    unit_price=Decimal(300),
    unit_setup=Decimal(20),
    spare_share=Decimal("0.05"),
    category="device hardware",
    service_life=4,
    refresh=True,
    goal_share_1=Decimal("0.6"),
    goal_2="G2",
    goal_share_2=Decimal("0.4"),
)
LEASE = line(
    "L3", cost_type="contract", quantity=None, unit_price=None, payment=each_year(500), goal_1="G2"
)
ITEMS = (
    StandardItem(
        item_id="I1",
        description="Chromebook, 11 in",
        unit="device",
        category="device hardware",
        area="hardware",
        unit_price=Decimal(300),
        service_life=4,
        refresh=True,
    ),
    StandardItem(
        item_id="I2",
        description="Reading licence",
        unit="student and year",
        category="digital content",
        unit_price=Decimal("16.50"),
    ),
    StandardItem(item_id="I3", description="No price yet", category="supplies and printing"),
)


def school_budget():
    """The clean budget, whose school S1 has three lines of last year and an allocation."""
    budget = clean_budget()
    school = replace(budget.schools[0], allocation=each_year(15_000))
    other = School(school_id="S2", name="Other school")
    lines = (
        CHROMEBOOKS,
        line("L2"),
        LEASE,
        line("L9", school_id="S2"),
        line("L8", status="lapsed"),
    )
    return replace(budget, schools=(school, other), standard_items=ITEMS, lines=lines)


def school_pack(**options):
    """What the small district gives its school S1."""
    return pack_of(school_budget(), "S1", **options)


def signed(answer):
    """An answer that somebody answers for."""
    return replace(answer, sign_off=SignOff(name="Dana", role="Principal", day=date(2026, 2, 27)))


def new_line(line_id="S1-N01", **facts):
    """A new line that lacks nothing: ten reading licences."""
    given = {
        "line_id": line_id,
        "item_id": "I2",
        "quantity": Decimal(10),
        "goal_id": "G2",
        "source_id": "F1",
        "why": REASON,
    }
    return AnswerLine(**given | facts)


def answered(*lines, goals=None, **changes):
    """The signed answer of S1: last year's lines with changes by id, and new lines."""
    answer = signed(opening_answer(school_pack()))
    kept = tuple(replace(item, **changes.get(item.line_id, {})) for item in answer.lines)
    stated = answer.goals if goals is None else goals
    return replace(answer, lines=(*kept, *lines), goals=stated)


@st.composite
def packs(draw, max_lines=8):
    """Random packs with their sizes: of a school of a random budget, with or without lines."""
    budget = draw(budgets(max_lines=max_lines).filter(lambda made: made.schools))
    school = draw(st.sampled_from(budget.schools)).school_id
    pack = pack_of(budget, school, with_lines=draw(st.booleans()))
    return pack, sizes_for([pack], spare_lines=4)


@st.composite
def answers(draw, packed):
    """Random answers to a pack: known and unknown words, numbers of any sort."""
    dice = Dice(draw(st.integers(0, 2**32 - 1)))
    pack, sizes = packed
    opened = opening_answer(pack)
    goals = (*opened.goals, *_new_goals(dice, pack, sizes.goals - len(opened.goals)))
    goal_ids = ("", "G99", *(goal.goal_id for goal in (*goals, *pack.goals)))
    spare = range(1, sizes.rows - len(pack.lines) + 1)
    lines = [_edited(dice, item, goal_ids) for item in opened.lines]
    lines += [_new(dice, pack, pack.line_id(n), goal_ids) for n in spare if dice.whole(0, 2)]
    sign_off = SignOff(name=dice.note(), role=dice.note(), day=dice.day(), note=dice.note())
    return SchoolAnswer(
        school_id=pack.school.school_id,
        goals=tuple(goal for goal in goals if goal.in_use),
        lines=tuple(item for item in lines if item.in_use),
        sign_off=sign_off,
    )


def _new_goals(dice, pack, most):
    return [
        BuildingGoal(
            goal_id=pack.goal_id(n),
            statement=dice.note(),
            parent_goal_id=dice.id_of([goal.goal_id for goal in pack.goals]),
            measure=dice.note(),
            baseline=dice.or_blank(dice.number(0, 90, 1)),
        )
        for n in range(1, most + 1)
        if dice.whole(0, 1)
    ]


def _quantity(dice):
    return dice.one_of((None, dice.number(0, 90, 0), dice.number(0, 9, 1), Decimal(0)))


def _edited(dice, item, goal_ids):
    if dice.whole(0, 1):
        return item
    return replace(
        item,
        action=dice.one_of(("", *(action.value for action in Action))),
        quantity=_quantity(dice),
        goal_id=dice.one_of(goal_ids),
        why=dice.note(),
    )


def _new(dice, pack, key, goal_ids):
    items = ("", "Other", "I99", *(offered.item.item_id for offered in pack.items))
    return AnswerLine(
        line_id=key,
        action=dice.one_of(("", "New", "New", "Keep")),
        item_id=dice.one_of(items),
        description=dice.note(),
        quantity=_quantity(dice),
        price=dice.or_blank(dice.cents(0, 900)),
        goal_id=dice.one_of(goal_ids),
        source_id=dice.id_of([source.source_id for source in pack.sources]),
        why=dice.note(),
    )
