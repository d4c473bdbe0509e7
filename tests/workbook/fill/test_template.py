"""A template filled with a budget is what writing it would make, and nothing else moves."""

import re
import subprocess
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from judges.cached import disagreements
from judges.validator import findings as faults
from strategies import budgets
from workbook.fill.branded import COVER, CUSTOM_WORDS, branded_template, plain_template
from workbook.freezing import raw
from xlbudget.model.field import fields_of
from xlbudget.model.rules import findings_of
from xlbudget.model.tables import TABLES
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import Identity
from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook.fill import fill_budget, open_template
from xlbudget.workbook.intake import load_workbook
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book

MOST_LINES, MOST_RECORDS = 24, 24


def filled_with(template, budget, out, **facts):
    found, wrong = fill_budget(template, budget, findings_of(budget), **facts)
    assert {item.code for item in wrong} <= {"XLF-09"}
    out.write_bytes(found.data)
    return out


def opened(path):
    template, found = open_template(path)
    assert found == ()
    return template


def shown(sheet):
    return {at: value for at, value in sheet.cells.values.items() if value is not None}


def unlike(one, other):
    """Cells that two workbooks do not show alike, or by unlike formulas."""
    one, other = open_book(one), open_book(other)
    assert [sheet.name for sheet in one.sheets] == [sheet.name for sheet in other.sheets]
    return [
        (sheet.name, at, here.get(at), there.get(at))
        for sheet in one.sheets
        for here, there in (
            (shown(sheet), shown(other.sheet(sheet.name))),
            (sheet.cells.formulas, other.sheet(sheet.name).cells.formulas),
        )
        for at in {**here, **there}
        if here.get(at) != there.get(at)
    ]


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return plain_template(tmp_path_factory.mktemp("plain") / "template.xlsx")


@pytest.fixture(scope="module")
def branded(tmp_path_factory):
    return branded_template(tmp_path_factory.mktemp("branded") / "template.xlsx")


@pytest.fixture(scope="module")
def filled(plain, riverbend):
    return filled_with(opened(plain), riverbend, plain.with_name("filled.xlsx"))


@pytest.fixture(scope="module")
def filled_brand(branded, riverbend):
    return filled_with(opened(branded), riverbend, branded.with_name("filled.xlsx"))


# --- the standard template


def test_every_cell_is_as_if_the_budget_had_been_written(plain, filled, riverbend):
    room = opened(plain).match.room
    written = plain.with_name("written.xlsx")
    write_book(district_book(riverbend, findings_of(riverbend), room=room), written)
    assert unlike(written, filled) == []


def test_libreoffice_recalculates_the_filled_template_to_the_cached_values(filled, libreoffice):
    assert [str(one) for one in disagreements(filled, libreoffice)] == []


def test_the_open_xml_sdk_finds_nothing(filled):
    assert faults(filled) == []


def test_the_budget_comes_home(filled, riverbend):
    budget, _ = load_workbook(filled)
    assert budget.lines == riverbend.lines
    assert budget.goals == riverbend.goals
    assert budget.sources == riverbend.sources


# --- a template that an office made its own


def test_what_the_office_moved_is_found_and_what_it_added_is_told(branded):
    template = opened(branded)
    assert template.match.own[COVER] == 3
    assert template.match.own["Line items"] == 184
    assert template.match.spots.tabs["Goals"] == "Goals of our plan"


def test_only_sheets_charts_and_words_about_charts_change(branded, filled_brand):
    before, after = raw(branded), raw(filled_brand)
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    kinds = {re.sub(r"\d+", "", name) for name in changed}
    assert kinds <= {
        "xl/worksheets/sheet.xml",
        "xl/sharedStrings.xml",
        "xl/charts/chart.xml",
        "xl/drawings/drawing.xml",
    }
    for kind in ("comments", "vmlDrawing", "media", "tables/table", "styles", "theme", "docProps"):
        assert any(kind in name for name in before.keys() - changed), kind


def test_what_stands_in_a_sheet_besides_its_cells_stays(branded, filled_brand):
    with zipfile.ZipFile(branded) as one, zipfile.ZipFile(filled_brand) as two:
        sheets = [name for name in one.namelist() if name.startswith("xl/worksheets/sheet")]
        for name in sheets:
            before, after = one.read(name).decode(), two.read(name).decode()
            assert before.partition("<sheetData>")[0] == after.partition("<sheetData>")[0]
            assert before.partition("</sheetData>")[2] == after.partition("</sheetData>")[2]
        held = b"".join(two.read(name) for name in two.namelist()).decode(errors="replace")
    for kept in ("sparkline", "x14:dataBar", CUSTOM_WORDS, "Typed by the office", "Then call us."):
        assert kept in held, kept


def test_our_results_agree_and_the_offices_formulas_have_none(filled_brand, libreoffice):
    found = disagreements(filled_brand, libreoffice)
    assert {one.cached for one in found} == {None}
    assert {one.sheet for one in found} == {COVER, "Line items"}
    at_home = {one.cell: one.recalculated for one in found if one.sheet == COVER}
    assert all(at_home.values())


def test_the_open_xml_sdk_finds_nothing_new(branded, filled_brand):
    before, after = faults(branded), faults(filled_brand)
    assert [str(fault) for fault in after] == [str(fault) for fault in before]


def test_unzip_finds_no_errors(filled_brand):
    run = subprocess.run(["unzip", "-t", filled_brand], capture_output=True, text=True, check=True)
    assert "No errors detected" in run.stdout


def test_a_text_box_that_shows_a_cell_forgets_what_it_showed(filled_brand):
    with zipfile.ZipFile(filled_brand) as package:
        held = b"".join(package.read(name) for name in package.namelist())
    assert b"stale" not in held


def test_a_chart_of_the_office_forgets_the_figures_of_our_sheets(branded, filled_brand):
    def caches(path):
        with zipfile.ZipFile(path) as package:
            charts = [name for name in package.namelist() if "charts/chart" in name]
            return [package.read(name).count(b"<c:pt ") for name in charts]

    assert sum(caches(branded)) > 0
    assert sum(caches(filled_brand)) == 0


def test_the_words_about_our_charts_tell_the_new_figures(filled_brand, riverbend):
    book = district_book(riverbend, ())
    alts = [chart.alt for sheet in book.sheets for chart in sheet.charts]
    with zipfile.ZipFile(filled_brand) as package:
        drawings = [name for name in package.namelist() if "/drawings/drawing" in name]
        held = "".join(package.read(name).decode() for name in drawings)
    told = re.findall(r'descr="([^"]*)"', held)
    assert {alt.replace("&", "&amp;") for alt in alts} <= set(told)
    assert "Whom to ask" in told


# --- laws


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / "template.xlsx"
    write_book(template_book(room=room_for(MOST_LINES, MOST_RECORDS)), path)
    return path, opened(path)


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(budget=budgets(max_lines=MOST_LINES))
def test_any_budget_that_fits_is_as_if_it_had_been_written(small, budget):
    path, template = small
    years = len(budget.district.years)
    if years != template.match.years:
        budget = replace(budget, district=replace(budget.district, horizon_years=5))
    out = filled_with(template, budget, path.with_name("out.xlsx"))
    plan = template.match.plan(budget, findings_of(budget))
    wanted = template.match.values(plan)
    read = open_book(out)
    for (tab, at), value in wanted.items():
        assert same(read.sheet(tab).cells.values.get(at), value), (tab, at, value)


def same(read, value):
    if value in {None, ""}:
        return read in {None, ""}
    if isinstance(value, str):
        return read == value
    return isinstance(read, str) or float(read) == pytest.approx(_number(value), abs=1e-9)


def _number(value):
    return (value.toordinal() - 693_594) if hasattr(value, "toordinal") else float(value)


def texts_of(budget):
    """Every text of a budget that is long enough to be told from all others."""
    records = [budget.district]
    records += [record for table in TABLES for record in table.records(budget)]
    values = (getattr(one, field.name) for one in records for field in fields_of(type(one)))
    return {value for value in values if isinstance(value, str) and len(value) > 9}


def test_no_word_of_the_district_that_filled_it_before_remains(tmp_path, filled):
    first, _ = load_workbook(filled)
    source = tmp_path / "first.xlsx"
    findings = findings_of(first)
    room = room_for(190, 30)
    identity = Identity(workbook_id="id-of-the-first", origin="first-template.xlsx")
    write_book(district_book(first, findings, room=room, identity=identity), source)
    template, _ = open_template(source)
    second = replace(
        first,
        district=replace(first.district, name="Oak", owner="", vision="", nces_id="", as_of=None),
        **{table.attribute: () for table in TABLES if table.attribute != "assumptions"},
    )
    out = filled_with(template, second, tmp_path / "second.xlsx")
    with zipfile.ZipFile(out) as package:
        names = [name for name in package.namelist() if name != "docProps/core.xml"]
        parts = (package.read(name).decode(errors="replace") for name in names)
        held = "\n".join({text for part in parts for text in re.findall(r'[^<>"]+', part)})
    mine = texts_of(second) | {str(found) for found in findings_of(second)}
    foreign = texts_of(first) | {"id-of-the-first", "first-template.xlsx"}
    words = {word for word in foreign - mine if not any(word in other for other in mine)}
    blank = blank_text(tmp_path)
    words = {word for word in words if word not in blank}
    assert len(words) > 200
    assert [word for word in words if word in held] == []


def blank_text(folder):
    """All texts of an empty workbook: words that every workbook has."""
    path = folder / "blank.xlsx"
    write_book(template_book(room=room_for(2, 2)), path)
    with zipfile.ZipFile(path) as package:
        return b"\n".join(package.read(name) for name in package.namelist()).decode()
