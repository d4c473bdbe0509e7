"""The sheet My lines: twelve columns, what stands in them, and the figures above."""

from dataclasses import replace
from decimal import Decimal

from school_answers import answered, new_line, school_pack
from sheets.rich import shown
from sheets.school.reading import cell, column, frame
from xlbudget.sheets.plan import Part
from xlbudget.sheets.school.my_lines import my_lines_sheet


def table(made):
    return my_lines_sheet(made).tables[0]


def headlines(made):
    return [shown(item.cell) for item in my_lines_sheet(made).headlines]


def test_it_has_twelve_columns_and_seven_of_them_are_to_fill(kept):
    columns = table(kept).columns
    assert [item.header for item in columns] == [
        "Still missing",
        "Line",
        "What to do",
        "Item",
        "Description",
        "Last year",
        "Quantity",
        "Price if Other",
        "Dollars this year",
        "Goal",
        "Paid from",
        "Why",
    ]
    assert sum(item.part is Part.INPUT for item in columns) == 8


def test_every_column_to_fill_has_a_prompt(kept):
    assert all(item.says for item in table(kept).columns if item.part is Part.INPUT)


def test_last_years_line_stands_there_to_be_kept(fresh):
    row = [cell(table(fresh), "1", item.header) for item in table(fresh).columns]
    assert row == [
        "complete",
        "L1",
        "Keep",
        "I1 · Chromebook, 11 in (300.00)",
        "Chromebooks for grade 3",
        "30 at 300.00",
        30,
        None,
        32 * 320,
        "G1 · Grade 3 reading: 70 % proficient",
        "F1 · General fund",
        "Each student needs a working device",
    ]


def test_a_spare_row_has_its_id_and_source_and_nothing_else(fresh):
    row = [cell(table(fresh), "5", item.header) for item in table(fresh).columns]
    given = ["", "S1-N02", *[None] * 6, 0, None, "F1 · General fund", None]
    assert row == given


def test_what_is_missing_stands_in_words(broken):
    assert cell(table(broken), "4", "Still missing") == (
        "an item of the list, a quantity, a goal, a source, a reason"
    )
    assert column(table(broken), "Still missing").count("complete") == 3


def test_a_word_that_is_not_offered_is_shown_as_it_is():
    made = frame(answered(new_line(goal_id="G99", item_id="I99")))
    assert (cell(table(made), "4", "Goal"), cell(table(made), "4", "Item")) == ("G99", "I99")


def test_the_head_counts_what_lacks_what_is_free_and_what_is_left(kept, broken):
    assert headlines(kept) == [0, 4, 11_740, 3_260]
    assert headlines(broken) == [1, 3, 11_740, 3_260]


def test_a_dropped_line_is_not_free_and_costs_nothing():
    made = frame(answered(L1={"action": "Drop"}))
    assert headlines(made) == [0, 4, 1_500, 13_500]
    assert cell(table(made), "1", "Still missing") == ""


def test_without_an_allocation_nothing_is_left():
    pack = school_pack()
    poor = replace(pack, school=replace(pack.school, allocation={}))
    assert headlines(frame(answered(), poor))[3] == 0


def test_a_line_without_price_shows_only_its_quantity_of_last_year(kept):
    assert column(table(kept), "Last year")[2] == "1"
    half = school_pack().lines[1]
    pack = school_pack()
    odd = replace(
        pack, lines=(pack.lines[0], replace(half, quantity=Decimal("2.5")), pack.lines[2])
    )
    assert column(table(frame(None, odd)), "Last year")[1] == "2.5 at 100.00"


def test_a2_says_how_to_unlock(kept):
    sheet = my_lines_sheet(kept)
    assert "Review > Unprotect Sheet" in sheet.says
    assert sheet.protected
