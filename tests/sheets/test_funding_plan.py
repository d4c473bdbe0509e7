"""funding_plan: the head of the sheet, its sentence and its chart."""

from sheets.mixed_money import MIXED
from sheets.reading import clean_context
from sheets.rich import shown
from xlbudget.sheets.funding_plan import funded_in_words, funding_plan_sheet, money_chart


def test_the_head_shows_year_1_and_the_cliff():
    sheet = funding_plan_sheet(MIXED)
    assert [shown(headline.cell) for headline in sheet.headlines] == [200, 500, 2029, 300]
    clean = funding_plan_sheet(clean_context())
    assert [shown(headline.cell) for headline in clean.headlines] == [0, 0, "none", 0]


def test_whether_money_suffices_is_one_sentence():
    told = "Secured money pays for every year of the plan"
    assert funded_in_words(clean_context()).value == told
    assert funded_in_words(MIXED).value == "Secured money falls short in 5 of 5 years"


def test_the_chart_says_what_one_time_money_meets():
    chart = money_chart(MIXED)
    assert chart.finding.value == "One-time money meets 33 % of recurring need in FY2027"
    assert chart.finding.value in chart.alt
    assert [series.name for series in chart.series if series.line] == ["Recurring need"]
