"""Where findings of rules stand, and how they get their true rows."""

from dataclasses import replace

from samples import BUDGET, LINE, SCHOOL, with_more
from xlbudget.model import Driver, LineItem, School
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.placement import asked_lines, found, place_of, placed, placed_in, relocated
from xlbudget.model.rules.goalless_line import RULE
from xlbudget.model.tables import table_of


def test_a_record_stands_in_the_row_that_save_folder_gives_it():
    place = place_of(SCHOOL, 3, "name")
    assert place == Place(file="schools.csv", row=5, column="name", record="S1")
    assert place_of(Driver()) == Place(file="drivers.csv", row=2)


def test_records_come_with_their_places():
    budget = with_more("lines", replace(LINE, line_id="L2", status="lapsed"))
    assert [(place.row, line.line_id) for place, line in placed(budget, LineItem)] == [
        (2, "L1"),
        (3, "L2"),
    ]
    assert [line.line_id for _, line in asked_lines(budget)] == ["L1"]
    assert list(placed_in(BUDGET, table_of(School))) == [(place_of(SCHOOL), SCHOOL)]


def test_a_finding_is_as_grave_as_its_rule_unless_it_says_otherwise():
    place = place_of(LINE)
    plain = found(RULE, place, saw="a", wants="b", fix="c")
    assert (plain.severity, plain.code, plain.place) == (Severity.WARNING, RULE.code, place)
    graver = found(RULE, place, "goal_1", saw="a", wants="b", fix="c", severity=Severity.FATAL)
    assert (graver.severity, graver.place.column) == (Severity.FATAL, "goal_1")


def test_findings_get_the_rows_in_which_records_stood():
    def at(file, row):
        return Finding(Severity.WARNING, "X", Place(file=file, row=row), "a", "b", "c")

    findings = [at("a.csv", 2), at("a.csv", 3), at("b.csv", 2), at("a.csv", None), at("a.csv", 9)]
    rows = [item.place.row for item in relocated(findings, {"a.csv": (2, 7)})]
    assert rows == [2, 7, 2, None, 9]
