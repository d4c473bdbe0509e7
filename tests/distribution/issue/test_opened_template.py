"""A template is opened: its room is seen, what was changed is said, strangers are refused."""

from distribution.issue.office import altered_template
from xlbudget.distribution.issue.opened_template import open_school_template
from xlbudget.distribution.issue.school_template import write_template
from xlbudget.sheets.identity import Identity
from xlbudget.sheets.school import Sizes, empty_pack
from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook.read import NotCalculated, open_book
from xlbudget.workbook.write import write_book

SIZES = Sizes(lines=9, spare_lines=4, goals=6, district_goals=5, items=5, sources=6)


def test_a_template_without_lines_of_last_year_has_its_room(tmp_path):
    sizes = Sizes(lines=0, spare_lines=7, goals=2, district_goals=1, items=0, sources=1)
    write_template(tmp_path / "t.xlsx", sizes, 3)
    template, _ = open_school_template(tmp_path / "t.xlsx")
    assert (template.sizes.rows, template.years) == (7, 3)


def test_a_formula_that_was_changed_is_said_and_its_result_not_stored(tmp_path):
    path = altered_template(tmp_path / "t.xlsx", SIZES)
    template, findings = open_school_template(path)
    assert [finding.code for finding in findings] == ["XLF-07"]
    assert findings[0].place.sheet == "My lines"
    (tmp_path / "filled.xlsx").write_bytes(template.fill(empty_pack(), Identity()))
    cells = open_book(tmp_path / "filled.xlsx").sheet("My lines").cells
    held = {cells.values.get(ref) for ref, formula in cells.formulas.items() if formula == "1+1"}
    assert held == {NotCalculated.NOT_CALCULATED}


def test_a_districts_workbook_is_no_template_of_a_school(tmp_path):
    write_book(template_book(room=room_for(1, 1)), tmp_path / "t.xlsx")
    template, findings = open_school_template(tmp_path / "t.xlsx")
    assert template is None
    assert [finding.code for finding in findings] == ["XLO-01"]
    assert "LastYear" in findings[0].saw
