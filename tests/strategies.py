"""Random budgets for every room's tests: valid, connected, of sensible size.

``budgets()`` makes budgets without a fatal finding; warnings they may have.  Every text is as
intake keeps it, every share has at most 6 decimals, every amount of a year whole cents.

Hypothesis draws how many records of a kind there are, and one number per record, from which
the record's facts are thrown by dice.  That is some hundred times faster than to draw every
fact, and it still shrinks: to fewer records, and to plain ones, for the number 0 means plain.
"""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from xlbudget.model import (
    Assumption,
    Budget,
    District,
    Driver,
    FundingSource,
    LineItem,
    Meeting,
    Outcome,
    PlanGoal,
    Practice,
    Program,
    Saving,
    Scenario,
    School,
    StandardItem,
    TeamMember,
)
from xlbudget.model.choices import (
    Area,
    Category,
    CostType,
    Dimension,
    EvidenceTier,
    Level,
    LineStatus,
    Locale,
    Need,
    Plan,
    Priority,
    SavingType,
    SourceKind,
    SourceStatus,
    Stage,
    Stream,
)
from xlbudget.model.defaults import category_defaults, default_assumptions
from xlbudget.model.text import cleaned

TAGS = ("per_student", "contingency", "pilot", "élan vital", "new")
GROWTH_CLASSES = tuple(
    item.key.removeprefix("escalation_")
    for item in default_assumptions()
    if item.key.startswith("escalation_")
)
WORDS = (
    "Chromebooks for grades 3 to 5",
    "Łódź Straße – 課程 “Ωmega” 📱",
    "=1+1",
    "+SUM(A1:A2)",
    "-5",
    "'=quoted",
    "''",
    "@home",
    'He said "why?", and; left',
    "one line\nand another",
    "0123",
    "a  b",
    "<b>&amp;</b>",
    "TRUE",
    "1/2",
    "2026-07-31",
    "عربى é",
)
_LETTERS = "aZé09 ß–'\",;:=+-@#%&<>[]{}|\\/*?~_.()\n€¥½ñŁ中課😀👩‍🏫\u0301\u200b\u00a0"
_COMMON_PARTS = (Decimal(1), Decimal(1), Decimal(2), Decimal(3), Decimal(7))
_CODES = ("", "650", "734", "0110", "2230")
_MILLIONTH = Decimal("0.000001")


class Dice:
    """Random facts from one number; 0 gives plain facts: the first choice, the low bound."""

    def __init__(self, number):
        self.plain = number == 0
        self.random = Random(number)  # noqa: S311 - reproducible, not secret

    def one_of(self, choices):
        """One of some choices."""
        return choices[0] if self.plain else self.random.choice(choices)

    def word_of(self, choices):
        """The text of one member of a list of choices."""
        return self.one_of(list(choices)).value

    def or_blank(self, value, blank=None):
        """A value, or every other time a blank."""
        return blank if self.whole(0, 1) == 0 else value

    def whole(self, low, high):
        """A whole number from low to high."""
        return low if self.plain else self.random.randint(low, high)

    def number(self, low, high, places):
        """A number from low to high with so many decimals; now and then a bound."""
        scale = 10**places
        bounds = int(Decimal(str(low)) * scale), int(Decimal(str(high)) * scale)
        drawn = bounds[0] if self.whole(0, 9) == 0 else self.whole(*bounds)
        return Decimal(drawn).scaleb(-places)

    def cents(self, low, high):
        """Dollars with cents."""
        return self.number(low, high, 2)

    def text(self):
        """Words of any script, as intake keeps them."""
        if self.whole(0, 3) < 3:
            return self.one_of(WORDS)
        return cleaned("".join(self.random.choices(_LETTERS, k=self.whole(1, 14)))) or "blank"

    def note(self):
        """Words, or none."""
        return self.or_blank(self.text(), "")

    def day(self):
        """A day of the years around the plan, or none."""
        return self.or_blank(self.a_day())

    def a_day(self):
        """A day of the years around the plan."""
        return date(2024, 1, 1) + timedelta(days=self.whole(0, 2500))

    def some(self, choices, most):
        """A few different choices, in any order; often none."""
        count = min(self.one_of((0, 0, *range(most + 1))), len(choices))
        return tuple(self.random.sample(choices, count))

    def id_of(self, ids):
        """One of some ids, or none."""
        return self.one_of(("", *ids))

    def by_year(self, years, low, high, places=2):
        """An amount for most years."""
        return {year: self.number(low, high, places) for year in years if self.whole(0, 4) < 4}

    def shares(self, count):
        """So many shares that sum to 1."""
        parts = [self.one_of(_COMMON_PARTS) for _ in range(count)]
        rest = [(part / sum(parts)).quantize(_MILLIONTH) for part in parts[1:]]
        return [1 - sum(rest, Decimal(0)), *rest] if parts else []


def _district(dice):
    return District(
        name=dice.text(),
        state=dice.one_of(("", "OH", "TX")),
        nces_id=dice.one_of(("", "0904320")),
        fiscal_year_start_month=dice.one_of((7, 7, 7, 1, 9, 10)),
        currency=dice.one_of(("", "USD")),
        base_fiscal_year=dice.one_of((2027, 2027, 2026, 2030)),
        horizon_years=5,
        stage=dice.or_blank(dice.word_of(Stage), ""),
        as_of=dice.day(),
        due=dice.day(),
        owner=dice.note(),
        vision=dice.note(),
    )


def _school(dice, key, years):
    return School(
        school_id=key,
        name=dice.text(),
        level=dice.or_blank(dice.word_of(Level), ""),
        locale=dice.or_blank(dice.word_of(Locale), ""),
        nslp_percent=dice.or_blank(dice.number(0, 100, 1)),
        enrollment=dice.by_year(years, 0, 1500, 0),
        allocation=dice.by_year(years, 0, 90_000),
    )


def _goal(dice, key, known):
    first = known["goals"][0]
    is_building = key != first and dice.whole(0, 1) == 1
    return PlanGoal(
        goal_id=key,
        plan=(Plan.BUILDING if is_building else Plan.DISTRICT).value,
        school_id=dice.id_of(known["schools"]) if is_building else "",
        parent_goal_id=first if is_building else "",
        statement=dice.text(),
        strategy=dice.note(),
        measure=dice.note(),
        baseline=dice.or_blank(dice.number(-5, 100, 1)),
        target=dice.or_blank(dice.number(-5, 100, 1)),
        target_fiscal_year=dice.or_blank(dice.whole(2026, 2035)),
        owner=dice.note(),
        importance=dice.or_blank(dice.whole(1, 5)),
    )


def _program(dice, key, known):
    return Program(
        program_id=key,
        name=dice.text(),
        owner=dice.note(),
        department=dice.note(),
        practice_id=dice.id_of(known["practices"]),
        priority=dice.or_blank(dice.word_of(Priority), ""),
        rank=dice.or_blank(dice.whole(1, 9)),
        contract_end=dice.day(),
        evidence_tier=dice.or_blank(dice.word_of(EvidenceTier), ""),
        condition=dice.note(),
        condition_measure=dice.note(),
        condition_due=dice.day(),
        tags=dice.some(TAGS, 2),
    )


def _practice(dice, key):
    return Practice(
        practice_id=key,
        name=dice.text(),
        who=dice.note(),
        funding_structure=dice.note(),
        cost_per_student=dice.or_blank(dice.cents(0, 900)),
        cost_year=dice.or_blank(dice.whole(2015, 2026)),
        evidence=dice.note(),
        limits=dice.note(),
        source=dice.note(),
    )


def _standard_item(dice, key):
    category = dice.word_of(Category)
    return StandardItem(
        item_id=key,
        description=dice.text(),
        unit=dice.note(),
        area=category_defaults()[category].area,
        category=category,
        unit_price=dice.or_blank(dice.cents(0, 3000)),
        price_valid_until=dice.day(),
        service_life=dice.or_blank(dice.whole(1, 8)),
        refresh=dice.one_of((False, True)),
        escalation_class=dice.id_of(GROWTH_CLASSES),
        function=dice.one_of(_CODES),
        object=dice.one_of(_CODES),
        source=dice.note(),
    )


def _source(dice, key, years):
    begins, lasts = dice.one_of((None, -1, 0, 1)), dice.one_of((None, 0, 1, 3))
    first = years[0] + (begins or 0)
    has_limit = dice.whole(0, 2) == 2
    return FundingSource(
        source_id=key,
        name=dice.text(),
        stream=dice.word_of(Stream),
        kind=dice.or_blank(dice.word_of(SourceKind), ""),
        fund=dice.one_of(_CODES),
        department=dice.note(),
        first_fiscal_year=None if begins is None else first,
        last_fiscal_year=None if lasts is None else first + lasts,
        obligation_date=dice.or_blank(dice.day()),
        amount=dice.by_year(years, 0, 400_000),
        allowed_areas=dice.some([area.value for area in Area], 3),
        limit_share=dice.number(0, 1, 2) if has_limit else None,
        limit_areas=dice.some([area.value for area in Area], 2) if has_limit else (),
        status=dice.word_of(SourceStatus),
        successor_note=dice.note(),
    )


def _cost(dice, cost_type, years):
    match cost_type:
        case CostType.PURCHASE:
            return {
                "quantity": dice.one_of((dice.number(1, 2000, 0), dice.number(0, 50, 1))),
                "unit_price": dice.cents(1, 5000),
                "unit_setup": dice.or_blank(dice.cents(0, 80)),
                "spare_share": dice.or_blank(dice.number(0, 0.2, 3)),
                "service_life": dice.or_blank(dice.whole(1, 8)),
                "residual_share": dice.or_blank(dice.number(0, 0.4, 2)),
                "refresh": dice.one_of((False, True)),
            }
        case CostType.STAFF:
            return {
                "quantity": dice.number(0, 12, 2),
                "unit_price": dice.cents(30_000, 95_000),
                "benefit_rate": dice.or_blank(dice.number(0, 0.5, 4)),
                "flat_benefit": dice.or_blank(dice.cents(0, 12_000)),
                "benefit_object": dice.one_of(_CODES),
            }
        case CostType.CONTRACT:
            return {"payment": dice.by_year(years, 0, 60_000)}
    return {"quantity": dice.number(1, 3000, 1), "unit_price": dice.cents(0, 500)}


def _splits(dice, noun, ids):
    count = dice.one_of((1, 1, 1, 0, 2, 3)) if ids else 0
    split = {}
    for slot, share in enumerate(dice.shares(count), start=1):
        split[f"{noun}_{slot}"] = dice.one_of(ids)
        split[f"{noun}_share_{slot}"] = share
    return split


def _line(dice, key, years, known):
    cost_type, category = dice.one_of(list(CostType)), dice.word_of(Category)
    first = dice.one_of((years[0], years[0], *range(years[0] - 2, years[-1] + 2)))
    lasts = dice.one_of((None, None, 0, 1, 3, 6))
    return LineItem(
        line_id=key,
        program_id=dice.id_of(known["programs"]),
        school_id=dice.id_of(known["schools"]),
        description=dice.text(),
        justification=dice.note(),
        cost_type=cost_type.value,
        successor=dice.id_of(known["sources"]),
        status=dice.word_of((LineStatus.JUSTIFIED, *LineStatus)),
        need=dice.word_of(Need),
        first_fiscal_year=first,
        last_fiscal_year=None if lasts is None else first + lasts,
        area=category_defaults()[category].area,
        category=category,
        escalation_class=dice.id_of(GROWTH_CLASSES),
        function=dice.one_of(_CODES),
        object=dice.one_of(_CODES),
        project=dice.one_of(_CODES),
        owner=dice.note(),
        user_hours=dice.or_blank(dice.number(0, 400, 1)),
        prior_amount=dice.or_blank(dice.cents(0, 100_000)),
        notes=dice.note(),
        **_splits(dice, "goal", known["goals"]),
        **_splits(dice, "source", known["sources"]),
        **_cost(dice, cost_type, years),
    )


def _scenarios(dice, keys, known):
    probabilities = dice.or_blank(_probabilities(dice, len(keys)), [None] * len(keys))
    adopted = dice.whole(-1, len(keys) - 1) if keys else -1
    return tuple(
        Scenario(
            scenario_id=key,
            name=dice.text(),
            rank=dice.or_blank(dice.whole(1, 6)),
            probability=probabilities[number],
            adopted=number == adopted,
            practice_id=dice.id_of(known["practices"]),
            excluded_tags=dice.some(TAGS, 2),
            discount_rate=dice.or_blank(dice.number(0, 0.09, 4)),
            enrollment_change=dice.or_blank(dice.number(-0.2, 0.2, 2)),
        )
        for number, key in enumerate(keys)
    )


def _probabilities(dice, count):
    return [share.quantize(_MILLIONTH) for share in dice.shares(count)]


def _driver(dice, scenario_ids, source_ids):
    keys = {
        Dimension.AREA: [area.value for area in Area],
        Dimension.CATEGORY: [category.value for category in Category],
        Dimension.TAG: TAGS,
    }
    keys |= {Dimension.SOURCE: source_ids} if source_ids else {}
    dimension = dice.one_of(list(keys))
    return Driver(
        scenario_id=dice.one_of(scenario_ids),
        dimension=dimension.value,
        key=dice.one_of(keys[dimension]),
        quantity=dice.or_blank(dice.number(0, 2, 2)),
        price=dice.or_blank(dice.number(0, 2, 2)),
        salary=dice.or_blank(dice.number(0, 2, 2)),
        funding=dice.or_blank(dice.number(0, 2, 2)),
    )


def _outcome(dice, key, known):
    return Outcome(
        outcome_id=key,
        program_id=dice.one_of(known["programs"]),
        goal_id=dice.id_of(known["goals"]),
        measure=dice.one_of(("MAP reading", "", "課程")),
        unit=dice.one_of(("points", "")),
        grade_band=dice.one_of(("3-5", "", "K-2")),
        baseline=dice.or_blank(dice.number(0, 100, 1)),
        expected_gain=dice.or_blank(dice.number(-2, 9, 2)),
        actual_gain=dice.or_blank(dice.number(-2, 9, 2)),
        students=dice.or_blank(dice.whole(0, 900)),
        cycle_end=dice.or_blank(dice.whole(2027, 2033)),
        importance=dice.or_blank(dice.number(0, 5, 0)),
        influence=dice.or_blank(dice.number(0, 5, 1)),
        probability=dice.or_blank(dice.number(0, 1, 2)),
    )


def _saving(dice, key, years, known):
    return Saving(
        saving_id=key,
        program_id=dice.one_of(known["programs"]),
        description=dice.note(),
        type=dice.word_of(SavingType),
        baseline_cost=dice.or_blank(dice.cents(0, 90_000)),
        reduces=dice.text(),
        planned=dice.by_year(years, 0, 50_000),
        actual=dice.by_year(years[:1], 0, 50_000),
        verified_by=dice.note(),
    )


def _assumptions(dice):
    values = {
        "discount_rate": dice.number(0, 0.12, 4),
        "mid_year": Decimal(dice.whole(0, 1)),
        "user_hour_rate": dice.cents(0, 60),
        "reserve_opening": dice.cents(0, 100_000),
        "reserve_interest": dice.number(0, 0.05, 3),
        "capital_threshold": dice.number(500, 10_000, 0),
        **{f"escalation_{name}": dice.number(-0.03, 0.08, 4) for name in GROWTH_CLASSES},
    }
    return tuple(
        Assumption(key=key, value=values[key], source=dice.note(), published=dice.day())
        for key in dice.some(list(values), 5)
    )


def _team(dice):
    return TeamMember(
        role=dice.text(), name=dice.note(), represents=dice.note(), signed_off=dice.day()
    )


_HORIZONS = st.integers(1, 10)
_numbers = st.integers(0, 2**32 - 1)
_MOST = (2, 3, 3, 1, 4, 1, 4, 2, 2, 1, 1)
_sizes = st.tuples(*(st.integers(0, most) for most in _MOST))


def _counts(most):
    return st.one_of(st.integers(0, most), st.just(most))


def _ids(prefix, count):
    return tuple(f"{prefix}-{number:02d}" for number in range(1, count + 1))


@st.composite
def budgets(draw, max_lines=6, max_scenarios=6, horizons=_HORIZONS):
    """Valid, connected, random budgets.

    Args:
        draw: Given by hypothesis.
        max_lines: Most lines that one has.
        max_scenarios: Most scenarios that one has, 6 or fewer.
        horizons: Years that the plan covers.

    """
    throw = Dice(draw(_numbers))
    values = {field: getattr(_district(throw), field) for field in District.__slots__}
    district = District(**values | {"horizon_years": draw(horizons)})
    years, sizes = district.years, draw(_sizes)
    schools, goals, programs, practices, sources, items, drivers, outcomes, savings = sizes[:9]
    known = {
        "schools": _ids("S", schools),
        "goals": _ids("G", goals),
        "programs": _ids("P", programs),
        "practices": _ids("X", practices),
        "sources": _ids("F", sources),
    }

    def records(make, keys, *facts):
        return tuple(make(Dice(draw(_numbers)), key, *facts) for key in keys)

    scenario_ids = _ids("SC", draw(_counts(max_scenarios)))
    return Budget(
        district=district,
        schools=records(_school, known["schools"], years),
        goals=records(_goal, known["goals"], known),
        programs=records(_program, known["programs"], known),
        practices=records(_practice, known["practices"]),
        standard_items=records(_standard_item, _ids("IT", items)),
        sources=records(_source, known["sources"], years),
        scenarios=_scenarios(Dice(draw(_numbers)), scenario_ids, known),
        drivers=tuple(
            _driver(Dice(draw(_numbers)), scenario_ids, known["sources"])
            for _ in range(drivers if scenario_ids else 0)
        ),
        outcomes=records(_outcome, _ids("O", outcomes if programs else 0), known),
        savings=records(_saving, _ids("SV", savings if programs else 0), years, known),
        lines=records(_line, _ids("LN", draw(_counts(max_lines))), years, known),
        assumptions=_assumptions(Dice(draw(_numbers))),
        team=tuple(_team(throw) for _ in range(sizes[9])),
        calendar=tuple(Meeting(day=throw.a_day(), event=throw.text()) for _ in range(sizes[10])),
    )
