"""charts: kinds, titles, dashes, and words for those who cannot see."""

import pytest

from workbook.parts import book_of, chart, part, series, texts, values, written
from xlbudget.sheets.plan import Calculated
from xlbudget.workbook import look
from xlbudget.workbook.write import write_book

DRAWN = "xl/charts/chart1.xml"
PLOT = "c:chart/c:plotArea"
COLUMNS, BARS = ("columns", "stacked columns"), ("bars", "stacked bars")


@pytest.fixture
def draw(tmp_path):
    return lambda made, **facts: written(book_of(made, **facts), tmp_path, DRAWN)


@pytest.mark.parametrize(
    ("kind", "direction", "grouping"),
    [
        ("columns", "col", "clustered"),
        ("stacked columns", "col", "stacked"),
        ("bars", "bar", "clustered"),
        ("stacked bars", "bar", "stacked"),
    ],
)
def test_a_kind_has_its_direction_and_grouping(kind, direction, grouping, draw):
    drawn = draw(chart(kind))
    assert values(drawn, f"{PLOT}/c:barChart/c:barDir") == [direction]
    assert values(drawn, f"{PLOT}/c:barChart/c:grouping") == [grouping]


def test_lines_are_lines(draw):
    drawn = draw(chart("lines"))
    assert values(drawn, f"{PLOT}/c:lineChart/c:grouping") == ["standard"]
    assert values(drawn, f"{PLOT}/c:barChart/c:barDir") == []


@pytest.mark.parametrize("kind", [*COLUMNS, "lines"])
def test_both_axes_have_titles(kind, draw):
    drawn = draw(chart(kind))
    title = "c:title/c:tx/c:rich/a:p/a:r/a:t"
    assert texts(drawn, f"{PLOT}/c:catAx/{title}") == ["Fiscal year"]
    assert texts(drawn, f"{PLOT}/c:valAx/{title}") == ["Dollars"]


@pytest.mark.parametrize("kind", BARS)
def test_bars_drop_the_title_of_their_categories_and_read_from_the_top(kind, draw):
    drawn = draw(chart(kind))
    title = "c:title/c:tx/c:rich/a:p/a:r/a:t"
    assert texts(drawn, f"{PLOT}/c:catAx/{title}") == []
    assert texts(drawn, f"{PLOT}/c:valAx/{title}") == ["Dollars"]
    assert values(drawn, f"{PLOT}/c:catAx/c:scaling/c:orientation") == ["maxMin"]


def test_a_series_names_its_cells_with_their_sheet(draw):
    drawn = draw(chart("columns", series("First", "One"), series("Second", "Two")))
    of = f"{PLOT}/c:barChart/c:ser"
    assert texts(drawn, f"{of}/c:cat/c:strRef/c:f") == ["Data!$A$6:$A$7"] * 2
    assert texts(drawn, f"{of}/c:val/c:numRef/c:f") == ["Data!$B$6:$B$7", "Data!$C$6:$C$7"]
    assert texts(drawn, f"{of}/c:tx/c:v") == ["First", "Second"]


def test_lines_differ_by_dash_and_not_by_color_alone(draw):
    made = [series(f"S{i}", "One") for i in range(7)]
    dashes = values(draw(chart("lines", *made)), f"{PLOT}/c:lineChart/c:ser/c:spPr/a:ln/a:prstDash")
    assert dashes == ["solid", "dash", "sysDot", "lgDash", "dashDot", "sysDash", "solid"]
    assert len(look.DASHES) == len(look.SERIES) == 6


def test_a_series_may_be_a_line_over_columns(draw):
    made = (series("First", "One"), series("Need", "Two", line=True))
    drawn = draw(chart("stacked columns", *made))
    assert texts(drawn, f"{PLOT}/c:barChart/c:ser/c:tx/c:v") == ["First"]
    assert texts(drawn, f"{PLOT}/c:lineChart/c:ser/c:tx/c:v") == ["Need"]
    assert values(drawn, f"{PLOT}/c:lineChart/c:ser/c:spPr/a:ln/a:prstDash") == ["dash"]


@pytest.mark.parametrize(("color", "place"), [(None, 0), (0, 0), (5, 5), (6, 0)])
def test_a_series_has_the_color_of_its_place_or_its_own(color, place, draw):
    fill = f"{PLOT}/c:barChart/c:ser/c:spPr/a:solidFill/a:srgbClr"
    drawn = draw(chart("columns", series("First", "One", color=color)))
    assert values(drawn, fill) == [look.SERIES[place].removeprefix("#")]


@pytest.mark.parametrize(("count", "legends"), [(1, []), (2, ["b"])])
def test_a_legend_is_drawn_for_more_than_one_series(count, legends, draw):
    made = [series(f"S{i}", "One") for i in range(count)]
    assert values(draw(chart("columns", *made)), "c:chart/c:legend/c:legendPos") == legends


@pytest.mark.parametrize(("from_zero", "least"), [(True, ["0"]), (False, [])])
def test_amounts_that_are_never_negative_begin_at_zero(from_zero, least, draw):
    drawn = draw(chart("columns", from_zero=from_zero))
    assert values(drawn, f"{PLOT}/c:valAx/c:scaling/c:min") == least


def test_values_are_shown_by_the_number_format_of_the_chart(draw):
    drawn = draw(chart("columns", number="0%"))
    assert values(drawn, f"{PLOT}/c:valAx/c:numFmt", "formatCode") == ["0%"]


def test_the_title_is_the_cell_above(draw):
    assert values(draw(chart("columns")), "c:chart/c:autoTitleDeleted") == ["1"]


def test_the_alternative_text_is_kept_whole(tmp_path):
    drawing = written(book_of(chart("columns")), tmp_path, "xl/drawings/drawing1.xml")
    told = values(drawing, ".//d:graphicFrame/d:nvGraphicFramePr/d:cNvPr", "descr")
    assert told == ["Two columns of two amounts each; the second is the greater one."]


def test_the_finding_stands_in_the_cell_above_the_chart(tmp_path):
    path = tmp_path / "book.xlsx"
    write_book(book_of(chart("columns", finding=Calculated('="A"&"B"', "AB"))), path)
    sheet, drawing = part(path, "xl/worksheets/sheet1.xml"), part(path, "xl/drawings/drawing1.xml")
    cell = next(cell for cell in sheet.iter() if cell.get("r") == "A9")
    assert [child.text for child in cell] == ['"A"&"B"', "AB"]
    assert texts(drawing, ".//d:from/d:row") == ["9"]  # counted from 0: the row below


def test_charts_side_by_side_are_as_wide_as_their_columns(tmp_path):
    facts = {"charts_across": 2, "chart_step": 1, "widths": (40.0, 60.0)}
    book = book_of(chart("columns"), chart("lines"), **facts)
    drawing = written(book, tmp_path, "xl/drawings/drawing1.xml")
    assert texts(drawing, ".//d:from/d:col") == ["0", "1"]
    assert texts(drawing, ".//d:to/d:col") == ["0", "1"]
    assert len(set(texts(drawing, ".//d:from/d:row"))) == 1
