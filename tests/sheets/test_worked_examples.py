"""Published and hand-worked examples come out of whole workbooks, as LibreOffice computes them.

The examples bear the numbers of the method notes: ownership of a district of 1,000 students,
a saving on an investment, the OpenStax project, and a grant that runs out.
"""

from decimal import Decimal

import pytest

from analysis.budgets import budget, every_year, line, purchase, source
from livebook import LiveBook
from xlbudget.model import Driver, Program, Saving, Scenario, School
from xlbudget.sheets.book import district_book
from xlbudget.workbook.write import write_book

SUPPORT = {"area": "technical support", "category": "support labor"}
CONTENT = {"area": "instructional content", "category": "digital content"}
NETWORK = {"area": "network infrastructure", "category": "network hardware"}
BROADBAND = {"area": "broadband", "category": "connectivity"}
LEARNING = {"area": "professional learning", "category": "professional learning"}


@pytest.fixture
def computed(libreoffice, tmp_path):
    """Return a function that writes a budget's workbook and opens it, recalculated."""
    opened = []

    def compute(made):
        book = district_book(made, ())
        path = tmp_path / "example.xlsx"
        write_book(book, path)
        opened.append(LiveBook.open(libreoffice, book, path))
        return opened[-1]

    yield compute
    for live in opened:
        live.close()


def test_ownership_of_a_district_of_1000_students(computed):
    """1.4 (c).  E-rate is a source here, so the published 371,449.29 is gross less E-rate."""
    live = computed(
        budget(
            purchase(
                "devices",
                quantity=1000,
                spare_share="0.05",
                unit_price=300,
                unit_setup=65,
                residual_share="0.05",
                service_life=4,
                refresh=True,
                user_hours=500,
            ),
            line("repair", quantity=1050, unit_price="13.20", category="spares and repair"),
            line("content", quantity=1000, unit_price=42, **CONTENT),
            purchase("network", unit_price=180_000, service_life=7, **NETWORK),
            line(
                "net",
                unit_price=60_000,
                source_1="ERATE",
                source_share_1="0.7",
                source_2="OTHER",
                source_share_2="0.3",
                **BROADBAND,
            ),
            line("staff", cost_type="staff", quantity=2, unit_price=78_000, **SUPPORT),
            line("learning", quantity=60, unit_price=400, **LEARNING),
            rates={"user_hour_rate": "45"},
            schools=(School(school_id="S", name="S", enrollment=every_year(1000)),),
            sources=(
                source("ERATE", *[42_000] * 5, stream="renewable", kind="E-rate Category One"),
                source("OTHER", *[99_000] * 5),
            ),
        )
    )
    direct = live.at("OwnershipByArea", "total", "Year 1")
    erate = live.at("FundingPlan", "erate", "Year 1")
    time = live.at("OwnershipByArea", "user_time", "Year 1")
    assert live.at("OwnershipByArea", "network infrastructure", "Year 1") == 25_714.29
    assert direct - erate == pytest.approx(371_449.29)
    assert time == 22_500
    assert (direct - erate + time) / 1000 == pytest.approx(393.95, abs=0.005)
    assert live.at("PerStudent", "district", "Year 1") == pytest.approx(413.44929)


@pytest.mark.parametrize(
    ("mid_year", "npv"), [("0", 61_627.56), ("1", 67_799.01)], ids=["end-of-year", "mid-year"]
)
def test_a_saving_of_70000_on_250000(computed, mid_year, npv):
    """2.3 (c) and 3.4 (f): net savings 61,627.56 at 4 %, ratio 1.2465, payback 3.5714 years."""
    live = computed(
        budget(
            purchase(unit_price=250_000, service_life=5, program_id="P"),
            rates={"mid_year": mid_year},
            programs=(Program(program_id="P", name="Controls"),),
            savings=(
                Saving(saving_id="V", program_id="P", type="cashable", planned=every_year(70_000)),
            ),
        )
    )
    assert live.at("PresentValue", "npv", "Total") == pytest.approx(npv, abs=0.005)
    ratio = live.at("ProgramReturn", "1", "Savings by cost")
    assert ratio == pytest.approx((250_000 + npv) / 250_000, abs=1e-6)
    assert live.at("ProgramReturn", "1", "Years to payback") == pytest.approx(3.5714, abs=5e-5)


def test_the_project_of_openstax_16(computed):
    """3.4 (a): -16,000 then 2, 4, 5, 5, 5, 5 thousand at 9 %: NPV 2,835.62, payback 4 years."""
    inflows = dict(zip(range(2027, 2033), map(Decimal, (2000, 4000, *[5000] * 4)), strict=True))
    live = computed(
        budget(
            purchase(unit_price=16_000, service_life=6, program_id="P"),
            years=6,
            rates={"discount_rate": "0.09"},
            programs=(Program(program_id="P", name="Machine"),),
            savings=(Saving(saving_id="V", program_id="P", type="cashable", planned=inflows),),
        )
    )
    assert live.at("PresentValue", "npv", "Total") == pytest.approx(2_835.62, abs=0.005)
    assert live.at("ProgramReturn", "1", "Years to payback") == 4
    assert live.at("ProgramReturn", "1", "Savings by cost") == pytest.approx(1.18, abs=0.005)


def test_a_grant_runs_out(computed):
    """5.3: recurring 371,449.29 on 254,000 recurring money: 31.619 % exposed, 117,449.29 lost."""
    live = computed(
        budget(
            line("base", unit_price="254000", source_1="FUND"),
            line("more", unit_price="117449.29", source_1="GRANT"),
            sources=(
                source("FUND", *[254_000] * 5),
                source("GRANT", "117449.29", "117449.29", stream="one-time", last_fiscal_year=2028),
            ),
        )
    )
    assert live.at("FundingPlan", "exposed_share", "Year 1") == pytest.approx(0.31619, abs=5e-6)
    assert live.at("FundingPlan", "gap", "Year 3") == 117_449.29
    assert live.at("FundingPlan", "unfunded", "Year 2") == 0
    assert live.at("Cliff", "year", "Value") == 2029
    assert live.at("Cliff", "amount", "Value") == 117_449.29


@pytest.mark.parametrize(
    ("price", "rates", "worth"),
    [
        pytest.param(
            40_000, {"discount_rate": "0.044", "escalation_general": "0.05"}, 193_785.54, id="2.3-d"
        ),
        pytest.param(25_000, {"discount_rate": "0.08"}, 99_817.75, id="3.4-c"),
        # Published: 46,862.23 for money that has grown once by the end of year 1.  Here prices
        # are in money of year 1, so that the plan is one growth lower.
        pytest.param(
            10_000,
            {"discount_rate": "0.044484", "escalation_general": "0.022"},
            46_862.231102 / 1.022,
            id="3.4-e",
        ),
    ],
)
def test_the_present_value_of_a_yearly_cost(computed, price, rates, worth):
    live = computed(budget(line(unit_price=price), rates=rates))
    assert live.at("PresentValue", "net_cost", "Total") == pytest.approx(worth, abs=0.02)


def test_one_input_moved_at_a_time(computed):
    """3.4 (h): savings and cost by 20 %, the rate by 0.8 points, sorted by swing."""
    live = computed(
        budget(
            purchase(unit_price=250_000, service_life=5, program_id="P"),
            rates={"sensitivity_swing": "0.2", "sensitivity_rate_swing": "0.008"},
            programs=(Program(program_id="P", name="Controls"),),
            savings=(
                Saving(saving_id="V", program_id="P", type="cashable", planned=every_year(70_000)),
            ),
        )
    )
    expected = {
        "savings": (-697.95, 123_953.08),
        "purchases": (111_627.56, 11_627.56),
        "discount_rate": (68_757.02, 54_746.24),
    }
    headers = [item.header for item in live.layout.tables["Sensitivity"].table.columns]
    lower, higher = (next(h for h in headers if h.endswith(way)) for way in ("lower", "higher"))
    for key, worth in expected.items():
        seen = (live.at("Sensitivity", key, lower), live.at("Sensitivity", key, higher))
        assert seen == pytest.approx(worth, abs=0.005), key
    assert [live.at("Sensitivity", key, "Rank") for key in expected] == [1, 2, 3]


def test_scenarios_are_weighted(computed):
    """3.4 (g): -30,149.77, 61,627.56 and 138,404.90 weighted .25, .50, .25 give 57,877.56."""

    def driver(scenario, area, price):
        return Driver(scenario_id=scenario, dimension="area", key=area, price=Decimal(price))

    live = computed(
        budget(
            purchase(unit_price=250_000, service_life=5),
            line("gain", cost_type="contract", payment=every_year(-70_000), **SUPPORT),
            scenarios=(
                Scenario(scenario_id="B", name="Base", adopted=True, probability=Decimal("0.5")),
                Scenario(scenario_id="L", name="Low", rank=2, probability=Decimal("0.25")),
                Scenario(scenario_id="H", name="High", rank=3, probability=Decimal("0.25")),
            ),
            drivers=(
                driver("L", "hardware", "1.1"),
                driver("L", "technical support", "0.785714285714"),
                driver("H", "hardware", "0.96"),
                driver("H", "technical support", "1.214285714286"),
            ),
        )
    )
    worth = [live.at("ScenarioComparison", slot, "Net present value") for slot in "123"]
    assert worth == pytest.approx([61_627.56, -30_149.77, 138_404.90], abs=0.005)
    assert live.at("ScenarioFigures", "expected", "Value") == pytest.approx(57_877.56, abs=0.005)
