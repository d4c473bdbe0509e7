"""The template of a campaign: filled as written anew; branded ones kept; others refused."""

from datetime import date
from io import BytesIO

import pytest

from distribution.issue.made import MARK, go, parts_of
from distribution.issue.office import COVER, OWN_STEP, altered_template, office_template
from judges import cached, validator
from xlbudget.distribution.issue.school_template import open_school_template, write_template
from xlbudget.distribution.issue.workbook import Issue, identity_of
from xlbudget.distribution.packs import packs_of
from xlbudget.errors import ExistingFileError
from xlbudget.hosts.template import room_for, template_book
from xlbudget.model.school_answer import opening_answer
from xlbudget.sheets.identity import Identity
from xlbudget.sheets.school import Sizes, school_book, sizes_for
from xlbudget.workbook.intake.school import read_school_book
from xlbudget.workbook.read import NotCalculated, open_book
from xlbudget.workbook.stamp import changed_sheets
from xlbudget.workbook.write import write_book

DAY = date(2026, 1, 5)
SIZES = Sizes(lines=9, spare_lines=4, goals=6, district_goals=5, items=5, sources=6)


@pytest.fixture(scope="module")
def sizes(district):
    given_packs = packs_of(district)
    return sizes_for(given_packs.of(school.school_id) for school in district.schools)


@pytest.fixture(scope="module")
def office(district, sizes, tmp_path_factory):
    """A campaign that was issued from the office's own template."""
    root = tmp_path_factory.mktemp("office")
    template = office_template(root / "ours.xlsx", sizes)
    return root, template, go(root / "fy27", district, template=template)


def cells_of(path):
    """Values and formulas of every sheet; an empty text is as good as nothing."""
    return {
        sheet.name: (
            {ref: value for ref, value in sheet.cells.values.items() if value not in {None, ""}},
            dict(sheet.cells.formulas),
        )
        for sheet in open_book(path).sheets
    }


def test_a_filled_template_is_the_workbook_that_would_be_written(district, sizes, tmp_path):
    write_template(tmp_path / "t.xlsx", sizes, 5)
    template, findings = open_school_template(tmp_path / "t.xlsx")
    assert (template.sizes, template.years, findings) == (sizes, 5, ())
    pack = packs_of(district).of("ZZS11")
    identity = identity_of(template, pack, Issue("fy27", 1, DAY))
    (tmp_path / "filled.xlsx").write_bytes(template.fill(pack, identity).data)
    write_book(school_book(pack, sizes=sizes, identity=identity), tmp_path / "written.xlsx")
    assert cells_of(tmp_path / "filled.xlsx") == cells_of(tmp_path / "written.xlsx")


def test_a_template_without_lines_of_last_year_has_its_room(tmp_path):
    sizes = Sizes(lines=0, spare_lines=7, goals=2, district_goals=1, items=0, sources=1)
    write_template(tmp_path / "t.xlsx", sizes, 3)
    template, _ = open_school_template(tmp_path / "t.xlsx")
    assert (template.sizes.rows, template.years) == (7, 3)


def test_a_school_filled_into_the_workbook_of_another_leaves_nothing_of_that(campaign, district):
    root, result = campaign
    template, findings = open_school_template(root / "out" / result.schools[10].file)
    assert findings == ()
    filled = template.fill(packs_of(district).of("ZZS02"), Identity(origin="fy27"))
    assert marks_of(BytesIO(filled.data)) == {"ZZS02"}


def marks_of(file):
    """The marks of schools in any part of a workbook."""
    return {mark for text in parts_of(file).values() for mark in MARK.findall(text)}


# --- the office's own template


def test_the_offices_own_words_stay_and_every_school_gets_its_answer(office, district):
    root, _, result = office
    given_packs = packs_of(district)
    school = result.schools[10]
    path = root / "fy27" / "out" / school.file
    book = open_book(path)
    assert OWN_STEP in book.sheet("Start").cells.values.values()
    assert "Read this." in book.sheet("Goals").cells.values.values()
    answer, findings = read_school_book(path)
    assert answer == opening_answer(given_packs.of(school.school_id))
    assert findings == ()
    assert changed_sheets(book) == ()
    assert [finding.severity for finding in result.findings] == []


def test_formulas_of_the_office_are_calculated_and_show_no_other_school(office, libreoffice):
    root, _, result = office
    path = root / "fy27" / "out" / result.schools[10].file
    cover = open_book(path).sheet(COVER).cells
    ref = next(ref for ref, formula in cover.formulas.items() if "Start!" in formula)
    assert cover.values.get(ref) is NotCalculated.NOT_CALCULATED
    wrong = [it for it in cached.disagreements(path, libreoffice) if it.sheet != COVER]
    assert [str(item) for item in wrong] == []
    assert validator.findings(path) == []
    assert marks_of(path) == {result.schools[10].school_id}


def test_the_same_template_goes_on_and_another_one_is_refused(office, district, sizes, tmp_path):
    root, template, _ = office
    again = go(root / "fy27", district, template=template, dry_run=True)
    assert {school.state for school in again.schools} == {"there already"}
    write_template(tmp_path / "other.xlsx", sizes, 5)
    with pytest.raises(ExistingFileError, match=r"template is not other\.xlsx"):
        go(root / "fy27", district, template=tmp_path / "other.xlsx", dry_run=True)


def test_a_formula_that_was_changed_is_said_and_its_result_not_stored(tmp_path):
    path = altered_template(tmp_path / "t.xlsx", SIZES)
    template, findings = open_school_template(path)
    assert [finding.code for finding in findings] == ["XLF-07"]
    assert findings[0].place.sheet == "My lines"
    assert template.emptied


def test_a_districts_workbook_is_no_template_of_a_school(tmp_path):
    write_book(template_book(room=room_for(1, 1)), tmp_path / "t.xlsx")
    template, findings = open_school_template(tmp_path / "t.xlsx")
    assert template is None
    assert [finding.code for finding in findings] == ["XLO-01"]
    assert "LastYear" in findings[0].saw


def test_a_template_of_other_years_is_refused(district, sizes, tmp_path):
    write_template(tmp_path / "t.xlsx", sizes, 4)
    result = go(tmp_path / "fy27", district, template=tmp_path / "t.xlsx")
    assert [finding.saw for finding in result.findings] == [
        "The district plans 5 years, the template 4"
    ]
    assert not (tmp_path / "fy27").exists()
