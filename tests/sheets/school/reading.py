"""Frames of a school's workbook, and what their sheets show."""

from school_answers import school_pack
from sheets.rich import shown
from xlbudget.model.school_answer import opening_answer
from xlbudget.sheets.school.frame import Frame
from xlbudget.sheets.school.sizes import Sizes

SIZES = Sizes(lines=4, spare_lines=3, goals=3, district_goals=2, items=3, sources=3)


def frame(answer, pack=None, sizes=SIZES):
    """What the builders are given."""
    pack = pack or school_pack()
    return Frame(pack, answer or opening_answer(pack), sizes)


def cell(table, key, header):
    """What a cell of a table shows, by its row's key."""
    place = [column.header for column in table.columns].index(header)
    row = next(row for row in table.rows if row.key == key)
    return shown(row.cells[place])


def column(table, header):
    """What the cells of a column show."""
    return [cell(table, row.key, header) for row in table.rows]


def formula(table, key, header):
    """The formula of a cell, or of its column."""
    place = [item.header for item in table.columns].index(header)
    row = next(row for row in table.rows if row.key == key)
    return table.columns[place].formula or row.cells[place].formula
