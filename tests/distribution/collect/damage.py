"""What people and programs do to a school's workbook, and what collecting must say of each.

Each kind has a name, what is done, the state, and a finding's code, sheet and cell.
"""

from datetime import date

import pytest

from distribution.collect.made import CHECK, LINES, MONEY
from xlbudget.distribution.register.submissions.state import State

BAD, WARNED, GOOD, STRANGE = (
    State.REJECTED,
    State.WITH_WARNINGS,
    State.ACCEPTED,
    State.NOT_ISSUED,
)


def put(sheet, cell, value):
    """Type a value into a cell."""

    def step(book):
        book[sheet][cell] = value

    return step


def kind(name, state, finding, *steps):
    """One kind of damage: the finding is its code, sheet and cell."""
    return pytest.param(steps, state, finding, id=name.replace(" ", "-"))


def typed(name, state, finding, value):
    """A value that is typed into the cell where it is found."""
    return kind(name, state, finding, put(*finding[1:], value))


def rename(old, new):
    """Rename a tab."""

    def step(book):
        book[old].title = new

    return step


def delete(name):
    """Delete a tab."""

    def step(book):
        del book[name]

    return step


def line(name, state, code, cell, value):
    """A value that is typed on My lines."""
    return typed(name, state, (code, LINES, cell), value)


def hide(book):
    book["Scratch"].sheet_state = "hidden"


def move(book):
    book.move_sheet("My money", -2)


def add(book):
    book.create_sheet("Notes of ours")["A1"] = "A note"


def no_row(book):
    book[LINES].delete_rows(10)


def no_column(book):
    book[LINES].delete_cols(7)


def twice(book):
    book[LINES]["B10"] = "L1"


KINDS = (
    line("words in a number", BAD, "XLI-09", "G9", "thirty"),
    line("a number with words", BAD, "XLI-09", "G9", "31 approx"),
    line("a range for a number", BAD, "XLI-09", "G9", "30-35"),
    line("a question mark", BAD, "XLI-09", "G12", "?"),
    line("a number as text", WARNED, "XLI-16", "G12", "10"),
    line("below zero", BAD, "XLI-10", "G9", -3),
    line("zero", BAD, "XLS-01", "G12", 0),
    line("a part of a device", WARNED, "XLS-01", "G9", 31.5),
    line("a date for a number", BAD, "XLI-16", "G9", date(2026, 5, 1)),
    line("true for a number", BAD, "XLI-09", "G9", True),
    line("an error value", BAD, "XLI-15", "G9", "#REF!"),
    line("a formula without result", BAD, "XLI-15", "G9", "=10+21"),
    line("a link to another workbook", BAD, "XLI-15", "G9", "='[other.xlsx]Sheet1'!A1"),
    line("no quantity", BAD, "XLS-01", "G12", None),
    line("a number beyond reason", BAD, "XLI-09", "G9", 1e300),
    line("an action of one's own", BAD, "XLI-12", "C9", "Keep it, please"),
    line("no action", BAD, "XLS-01", "C9", None),
    line("new for a line of last year", BAD, "XLS-01", "C9", "New"),
    line("keep for a new line", BAD, "XLS-01", "C12", "Keep"),
    line("an item of one's own", BAD, "XLS-01", "D12", "A laptop"),
    line("an item that is not offered", BAD, "XLS-01", "D12", "I9 · Robot (9.00)"),
    line("another item for last year's line", BAD, "XLS-01", "D9", "I2 · Reading licence (16.50)"),
    line("a goal of one's own", BAD, "XLS-01", "J12", "Better reading"),
    line("a goal that is not there", BAD, "XLS-01", "J12", "G9 · Nothing"),
    line("no goal", BAD, "XLS-01", "J12", None),
    line("a source of one's own", BAD, "XLS-01", "K12", "Bake sale"),
    line("no source", BAD, "XLS-01", "K12", None),
    line("no description of last year's line", BAD, "XLS-01", "E9", None),
    line("a reason too short", WARNED, "XLS-01", "L12", "Yes"),
    line("no reason", WARNED, "XLS-01", "L12", None),
    line("a price for an item with one", WARNED, "XLS-01", "H12", 20),
    line("a price below zero", BAD, "XLI-10", "H12", -5),
    line("a price in words", BAD, "XLI-09", "H12", "about twenty"),
    line("an id that was not given", WARNED, "XLS-04", "B12", "MY-1"),
    line("an id of a line deleted", BAD, "XLS-04", "B9", None),
    line("an id with a formula sign", BAD, "XLI-08", "B12", "+S1"),
    line("a formula of the line typed over", WARNED, "XLI-16", "A9", "fine"),
    line("the cost of a line typed over", WARNED, "XLI-16", "I9", 5),
    line("a headline typed over", WARNED, "XLH-06", "A6", 0),
    kind("kept with another quantity", WARNED, ("XLS-01", LINES, "G9"), put(LINES, "C9", "Keep")),
    kind("one id twice", BAD, ("XLS-02", LINES, "B10"), twice),
    kind("a line of last year deleted", BAD, ("XLS-03", LINES, ""), no_row),
    kind("a column deleted", BAD, ("XLI-05", LINES, "L8"), no_column),
    kind(
        "other without a price",
        BAD,
        ("XLS-01", LINES, "H12"),
        put(LINES, "D12", "Other · not on the list"),
        put(LINES, "E12", "Lamp"),
    ),
    kind(
        "other without a description",
        BAD,
        ("XLS-01", LINES, "E12"),
        put(LINES, "D12", "Other · not on the list"),
        put(LINES, "H12", 5),
    ),
    kind(
        "more than is allocated",
        WARNED,
        ("XLS-08", MONEY, ""),
        put(LINES, "G9", 900),
    ),
    typed("planned money typed over", WARNED, ("XLH-06", MONEY, "B11"), 1.0),
    typed("planned money deleted", WARNED, ("XLH-06", MONEY, "C11"), None),
    typed("planned money reckoned otherwise", WARNED, ("XLH-06", MONEY, "D11"), "=1+1"),
    typed("money by goal typed over", WARNED, ("XLH-06", MONEY, "B41"), 7),
    kind("a check typed over", WARNED, ("XLH-07", CHECK, ""), put(CHECK, "D22", "OK")),
    typed("a working cell typed over", WARNED, ("XLH-06", "Lists", "N59"), 7),
    typed("a goal without its sentence", BAD, ("XLS-07", "Goals", "C10"), None),
    typed("a goal without a district goal", BAD, ("XLS-07", "Goals", "D10"), None),
    typed("a goal that serves nothing", BAD, ("XLS-07", "Goals", "D10"), "World peace"),
    typed("a goal without a measure", WARNED, ("XLS-07", "Goals", "E10"), None),
    typed("a baseline in words", BAD, ("XLI-09", "Goals", "F10"), "low"),
    kind("no name under it", WARNED, ("XLS-10", CHECK, "B9"), put(CHECK, "B9", None)),
    typed("a day in words", BAD, ("XLI-13", CHECK, "B11"), "yesterday"),
    kind("lines renamed", WARNED, ("XLH-07", LINES, ""), rename(LINES, "Lines 2027")),
    kind("goals renamed", WARNED, ("XLH-07", "Goals", ""), rename("Goals", "Our goals")),
    kind("scratch deleted", WARNED, ("XLH-07", "Scratch", ""), delete("Scratch")),
    kind("scratch hidden", WARNED, ("S05", "Scratch", "A1"), hide),
    kind("a tab moved", GOOD, ("XLH-07", "", ""), move),
    kind("a tab added", GOOD, ("XLH-07", "Notes of ours", ""), add),
    kind("lines deleted", BAD, ("XLI-01", LINES, ""), delete(LINES)),
    kind("goals deleted", BAD, ("XLI-01", "Goals", ""), delete("Goals")),
    kind("manifest deleted", WARNED, ("XLH-03", "Manifest", ""), delete("Manifest")),
    kind("older template", BAD, ("XLH-05", "Manifest", ""), put("Manifest", "B8", "v0.9")),
    kind("newer template", BAD, ("XLH-05", "Manifest", ""), put("Manifest", "B8", "v2.0")),
    kind("another campaign", STRANGE, ("XLH-02", "Manifest", ""), put("Manifest", "B15", "other")),
    kind("another school", STRANGE, ("XLH-02", "Manifest", ""), put("Manifest", "B13", "S77")),
    kind(
        "a district's",
        STRANGE,
        ("XLH-02", "Manifest", ""),
        put("Manifest", "B7", "xlbudget district"),
    ),
    kind("a template", STRANGE, ("XLH-02", "Manifest", ""), put("Manifest", "B14", "none")),
)
