"""The template of a campaign: filled as written anew; branded ones kept; others refused."""

from datetime import date
from io import BytesIO
from math import isclose

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from distribution.issue.made import MARK, go, parts_of
from distribution.issue.office import COVER, OWN_STEP, office_template
from judges import cached, validator
from school_answers import packs
from xlbudget.distribution.issue.opened_template import open_school_template
from xlbudget.distribution.issue.school_template import write_template
from xlbudget.distribution.issue.workbook import Issue, identity_of
from xlbudget.distribution.packs import packs_of
from xlbudget.errors import ExistingFileError
from xlbudget.model.school_answer import opening_answer
from xlbudget.sheets.identity import Identity
from xlbudget.sheets.school import school_book, sizes_for
from xlbudget.workbook.intake.school import read_school_book
from xlbudget.workbook.read import NotCalculated, open_book
from xlbudget.workbook.stamp import changed_sheets
from xlbudget.workbook.write import write_book

DAY = date(2026, 1, 5)


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
    (tmp_path / "filled.xlsx").write_bytes(template.fill(pack, identity))
    write_book(school_book(pack, sizes=sizes, identity=identity), tmp_path / "written.xlsx")
    assert cells_of(tmp_path / "filled.xlsx") == cells_of(tmp_path / "written.xlsx")


@settings(
    max_examples=4, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None
)
@given(packed=packs())
def test_every_school_of_any_district_is_filled_as_written_anew(tmp_path_factory, packed):
    folder = tmp_path_factory.mktemp("any")
    pack, sizes = packed
    write_template(folder / "t.xlsx", sizes, len(pack.district.years))
    template, _ = open_school_template(folder / "t.xlsx")
    identity = identity_of(template, pack, Issue("fy27", 1, DAY))
    (folder / "filled.xlsx").write_bytes(template.fill(pack, identity))
    write_book(school_book(pack, sizes=sizes, identity=identity), folder / "written.xlsx")
    assert unlike(cells_of(folder / "filled.xlsx"), cells_of(folder / "written.xlsx")) == []


def unlike(ones, others):
    """The cells in which two workbooks differ, with what each holds."""
    assert ones.keys() == others.keys()
    return [
        (sheet, ref, one.get(ref), other.get(ref))
        for sheet in ones
        for one, other in zip(ones[sheet], others[sheet], strict=True)
        for ref in sorted(one.keys() | other.keys())
        if not same(one.get(ref), other.get(ref))
    ]


def same(one, other):
    """Whether two cells hold the same; a file made anew keeps 16 digits of a number, not 17."""
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-15)
    return one == other


def test_a_school_filled_into_the_workbook_of_another_leaves_nothing_of_that(campaign, district):
    root, result = campaign
    template, findings = open_school_template(root / "out" / result.schools[10].file)
    assert findings == ()
    filled = template.fill(packs_of(district).of("ZZS02"), Identity(origin="fy27"))
    assert marks_of(BytesIO(filled)) == {"ZZS02"}


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


def test_a_template_of_other_years_is_refused(district, sizes, tmp_path):
    write_template(tmp_path / "t.xlsx", sizes, 4)
    result = go(tmp_path / "fy27", district, template=tmp_path / "t.xlsx")
    assert [finding.saw for finding in result.findings] == [
        "The district plans 5 years, the template 4"
    ]
    assert not (tmp_path / "fy27").exists()
