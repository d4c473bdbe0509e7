"""read_header: which columns there are, by name or by header, and what is wrong with them."""

import pytest

from xlbudget.model import Driver, FundingSource, LineItem, PlanGoal, School
from xlbudget.model.field import fields_of
from xlbudget.model.finding import Place, Severity
from xlbudget.model.header import read_header
from xlbudget.model.tables import table_of

PLACE = Place(file="schools.csv")
NEEDED = ["school_id", "name"]


def read(*cells, record=School, years=()):
    return read_header(table_of(record), cells, PLACE, years)


def test_knows_names_and_headers_whatever_the_case():
    columns, findings = read(
        "School", "NAME ", "nslp percent", "Enrollment_2027", "allocation FY2028"
    )
    assert [column.name for column in columns] == [
        "school_id",
        "name",
        "nslp_percent",
        "enrollment_2027",
        "allocation_2028",
    ]
    assert findings == ()


@pytest.mark.parametrize("record", [School, PlanGoal, FundingSource, LineItem, Driver])
@pytest.mark.parametrize("facet", ["name", "header"])
def test_every_column_is_known_by_its_name_and_by_its_header(record, facet):
    years = {True: " 2027", False: ""}
    cells = [f"{getattr(field, facet)}{years[field.yearly]}" for field in fields_of(record)]
    columns, findings = read(*cells, record=record)
    assert [column.field for column in columns] == list(fields_of(record))
    assert findings == ()


def test_an_unknown_column_is_a_remark_with_the_nearest_name():
    _, (finding,) = read(*NEEDED, "nslp_percnt")
    assert finding.severity is Severity.INFORMATION
    assert str(finding.place) == "schools.csv, row 1, nslp_percnt"
    assert finding.wants == "The nearest column is nslp_percent"


def test_a_column_like_no_other_is_told_all_names():
    _, (finding,) = read(*NEEDED, "zzz")
    assert finding.wants.startswith("Columns are: school_id, name, ")


@pytest.mark.parametrize("name", ["enrollment", "name_2027", "enrollment_27"])
def test_only_yearly_columns_have_a_year(name):
    _, (finding,) = read(*NEEDED, name)
    assert finding.severity is Severity.INFORMATION


def test_a_missing_required_column_is_fatal():
    _, (finding,) = read("school_id")
    assert finding.severity is Severity.FATAL
    assert finding.saw == "There is no column name"


def test_the_area_of_a_line_may_be_left_out_for_the_category_settles_it():
    names = [field.name for field in fields_of(LineItem) if field.required and field.name != "area"]
    assert read(*names, record=LineItem)[1] == ()


def test_a_repeated_column_is_fatal_once():
    _, (finding,) = read(*NEEDED, "Name", "name")
    assert (finding.severity, finding.saw) == (
        Severity.FATAL,
        "The column name stands 3 times",
    )


def test_a_year_outside_the_plan_is_a_remark():
    columns, (finding,) = read(*NEEDED, "enrollment_2072", years=(2027, 2028))
    assert columns[-1].year == 2072
    assert finding.severity is Severity.INFORMATION
    assert "FY2027 to FY2028" in finding.wants


def test_blank_headers_are_passed_over():
    assert read(*NEEDED, "", " ")[1] == ()
