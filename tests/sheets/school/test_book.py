"""A school's workbook as a whole: the law of its geometry, and what other programs say of it."""

import re
from dataclasses import dataclass, replace
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from judges import cached, pictures, validator
from school_answers import answered, answers, new_line, packs, school_budget, school_pack
from strategies import budgets
from xlbudget.model.school_answer import opening_answer
from xlbudget.model.school_pack import pack_of
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Calculated, Part
from xlbudget.sheets.school import Sizes, empty_pack, school_book, sizes_for
from xlbudget.workbook.intake.school import read_school_book
from xlbudget.workbook.lint import Profile
from xlbudget.workbook.lint.run import lint
from xlbudget.workbook.write import write_book

SIZES = Sizes(lines=9, spare_lines=4, goals=6, district_goals=5, items=5, sources=6)
NEWER = re.compile(
    r"\b(X?LOOKUP|LET|TEXTJOIN|CONCAT|IFS|FILTER|OFFSET|INDIRECT|TODAY|NOW|XLB_\w+)\("
)


@dataclass(frozen=True, repr=False)
class Random:
    """A random pack with an answer, that hypothesis may name without printing all of it."""

    pack: object
    answer: object
    sizes: object


@st.composite
def answered_packs(draw):
    """Random packs with random answers."""
    packed = draw(packs())
    return Random(packed[0], draw(answers(packed)), packed[1])


def geometry(book):
    """Where every block stands, and every formula by its place."""
    layout = Layout(book)
    blocks = [
        (name, placed.sheet, placed.header_row, placed.last_row, placed.columns)
        for name, placed in layout.tables.items()
    ]
    formulas = {
        (placed.sheet, placed.first_row + i, j): layout.formula(made, placed.sheet)
        for placed in layout.tables.values()
        for i, row in enumerate(placed.table.rows)
        for j, (column, cell) in enumerate(zip(placed.table.columns, row.cells, strict=True))
        if (made := column.formula or (cell.formula if isinstance(cell, Calculated) else ""))
    }
    heads = [
        layout.formula(item.formula, sheet.title)
        for sheet in book.sheets
        for item in (*(head.cell for head in sheet.headlines), *sheet.judgements,
                     *(chart.finding for chart in sheet.charts))
        if isinstance(item, Calculated)
    ]  # fmt: skip
    names = [(name.name, layout.formula(name.refers, "")) for name in book.names]
    return blocks, formulas, heads, names


@cache
def template(years):
    """The geometry of an empty template whose plan has so many years."""
    return geometry(school_book(empty_pack(years), sizes=SIZES))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(budgets(max_lines=8).filter(lambda made: made.schools), st.booleans())
def test_sizes_and_years_settle_every_place_and_formula(budget, with_lines):
    pack = pack_of(budget, budget.schools[-1].school_id, with_lines=with_lines)
    book = school_book(pack, sizes=SIZES)
    assert geometry(book) == template(len(pack.district.years))


def test_an_answer_changes_no_formula():
    book = school_book(school_pack(), answered(new_line()), sizes=SIZES)
    assert geometry(book) == template(5)


def test_no_formula_needs_a_newer_program():
    _, formulas, heads, _ = template(5)
    assert [made for made in (*formulas.values(), *heads) if NEWER.search(made)] == []


def test_the_sheets_stand_in_their_order_and_it_opens_on_start():
    book = school_book(school_pack())
    assert [sheet.title for sheet in book.sheets] == [
        "Start",
        "Goals",
        "My lines",
        "My money",
        "Check and send",
        "Scratch",
        "Lists",
        "Log",
        "Manifest",
    ]
    assert (book.opens_on, book.locks_structure) == ("Start", True)
    assert [sheet.title for sheet in book.sheets if not sheet.protected] == ["Scratch"]


def test_manifest_says_which_school_it_is():
    book = school_book(school_pack())
    facts = {row.cells[0]: row.cells[1] for row in book.sheets[-1].tables[0].rows}
    assert (facts["Template"], facts["School id"]) == ("xlbudget school", "S1")


def test_every_cell_to_fill_stands_on_three_sheets():
    book = school_book(school_pack())
    open_sheets = {
        sheet.title
        for sheet in book.sheets
        for table in sheet.tables
        for column in table.columns
        if column.part is Part.INPUT
    }
    assert open_sheets == {"Goals", "My lines", "Check and send"}


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(made=answered_packs())
def test_libreoffice_agrees_on_random_answers_and_gives_them_back(
    made, libreoffice, tmp_path_factory
):
    path = tmp_path_factory.mktemp("school") / "school-budget.xlsx"
    write_book(school_book(made.pack, made.answer, sizes=made.sizes), path)
    assert [str(item) for item in cached.disagreements(path, libreoffice)][:5] == []
    saved = path.with_name("saved-school-budget.xlsx")
    opened = libreoffice.open(path)
    libreoffice.save_as(opened, saved)
    libreoffice.close(opened)
    assert read_school_book(saved)[0] == made.answer


@pytest.fixture(scope="module")
def sample(riverbend, tmp_path_factory):
    """The workbook of the sample's largest school, as it is issued."""
    packs_of_all = [pack_of(riverbend, school.school_id) for school in riverbend.schools]
    pack = next(pack for pack in packs_of_all if pack.school.school_id == "S11")
    path = tmp_path_factory.mktemp("sample") / "riverbend-school-S11.xlsx"
    write_book(school_book(pack, sizes=sizes_for(packs_of_all)), path)
    return path


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """The empty template."""
    path = tmp_path_factory.mktemp("empty") / "school-budget.xlsx"
    write_book(school_book(empty_pack()), path)
    return path


@pytest.mark.parametrize("name", ["sample", "empty"])
def test_the_sample_and_the_template_are_sound(name, request, libreoffice):
    path = request.getfixturevalue(name)
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []
    assert validator.findings(path) == []
    assert [str(item) for item in lint(path, Profile.SCHOOL)] == []


def test_the_structure_is_locked_in_the_file(sample):
    assert load_workbook(sample).security.lockStructure


def test_no_number_is_too_wide_on_paper(sample, libreoffice, tmp_path):
    pdf = libreoffice.to_pdf(sample, tmp_path)
    words = pictures.text_of(pdf)
    assert "###" not in words
    assert "Ready" not in words.split("Five steps", maxsplit=1)[0]


def test_an_ordinary_school_enters_few_facts(riverbend):
    pack = pack_of(riverbend, "S11")
    opened = opening_answer(pack)
    assert len(opened.lines) == 19
    asked = sum(1 for line in opened.lines if line.action != "Keep")
    new_lines, facts_of_one, changes, signature = 3, 4, 5 * 2, 3
    assert asked + new_lines * facts_of_one + changes + signature <= 25


def test_a_district_of_two_schools_has_one_template():
    made = [pack_of(school_budget(), key) for key in ("S1", "S2")]
    sizes = sizes_for(made)
    books = [geometry(school_book(pack, sizes=sizes)) for pack in made]
    assert books[0] == books[1]


def test_an_answer_without_signature_is_not_ready():
    book = school_book(
        school_pack(), replace(answered(), sign_off=opening_answer(school_pack()).sign_off)
    )
    assert book.master.startswith("Not ready: 1 point")


@pytest.mark.parametrize("answer", [None, answered(), answered(new_line(why="", goal_id=""))])
def test_what_prints_hangs_on_the_sizes_alone(answer, tmp_path):
    path = tmp_path / "school.xlsx"
    write_book(school_book(school_pack(), answer, sizes=SIZES), path)
    sheets = load_workbook(path).worksheets[:5]
    printed = [(sheet.print_area, sheet.page_setup.orientation) for sheet in sheets]
    assert [area.partition("!")[2].split(":")[1].split("$")[1] for area, _ in printed] == list(
        "BILFE"
    )
    assert [way for _, way in printed] == ["portrait", *["landscape"] * 2, *["portrait"] * 2]


def test_headers_that_formulas_name_need_no_double_brackets():
    headers = {
        column.header
        for sheet in school_book(school_pack()).sheets
        for table in sheet.tables
        for column in table.columns
    }
    assert [header for header in headers if not re.fullmatch(r"[A-Za-z0-9 ]+", header)] == []
