"""A small sound workbook of a district, and ways to put one fault into it."""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from xlbudget.workbook import look
from xlbudget.workbook.lint import LINT_RULES, Profile
from xlbudget.workbook.lint.run import findings_of
from xlbudget.workbook.lint.subject import subject_of
from xlbudget.workbook.package import BudgetWorkbook

SHEETS = {
    "About": "about",
    "Assumptions": "input",
    "Line items": "data",
    "Cost by year": "calculation",
    "Summary": "output",
    "Checks": "check",
    "Lists": "list",
    "Log": "log",
    "Manifest": "log",
}
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc0f01f00050001ff89993d1d0000000049454e44ae426082"
)
GUARD = {
    "input_title": "Entry",
    "input_message": "What stands here.",
    "error_title": "Entry",
    "error_message": "It takes text.",
}
MASTER = "All 2 checks pass"
ALLOWED = {"format_columns": True, "autofilter": True}
ABOUT = {
    "AboutBudget": [("Owner", "Dana Ortiz"), ("Template version", "v1.0")],
    "Conventions": [("Costs", "Positive dollars")],
    "Limits": [("Lines", "Two hundred of them")],
    "ColorKey": [("Cream cells", "Yours to fill")],
}
NAMES = [("MasterCheck", "State"), ("BaseYear", "First year"), ("GoalList", "Goals")]
GOOD_ALT = {"description": "Columns of cost by fiscal year, rising from 10 to 12 thousand dollars."}


@dataclass
class Book:
    """The workbook while it is written."""

    file: BudgetWorkbook
    sheets: dict[str, Worksheet] = field(default_factory=dict)

    def __getitem__(self, name):
        return self.sheets[name]

    def shape(self, style=look.NORMAL, **properties):
        return self.file.look(style, {"font_name": "Calibri", **properties})

    @property
    def input(self):
        return self.shape(look.INPUT, locked=False, bg_color="#FFF7DB")

    @property
    def number(self):
        return self.shape(look.CALCULATION, num_format="#,##0.00")


def write(path, seed=None):
    """Write the sound workbook, with one fault if a seed puts one in; return its path."""
    book = Book(BudgetWorkbook(Path(path), lock_structure=True))
    book.file.set_properties({"title": "A budget", "subject": "Its lines", "author": "xlbudget"})
    for name in SHEETS:
        book.sheets[name] = book.file.add_sheet(name)
        _head(book, name)
    for fill in (_about, _assumptions, _lines, _years, _summary, _checks, _services):
        fill(book)
    book.file.define_name("MasterCheck", "=Checks!$B$8")
    book.file.define_name("BaseYear", "=Assumptions!$B$6")
    book.file.define_name("GoalList", "=Lists!$A$6:$A$7")
    if seed:
        seed(book)
    book.file.close()
    return Path(path)


def rewrite(path, part, old, new):
    """Replace words in one part of a file, which must be there; return its path."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old.encode() in parts[part], parts[part][:3000]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def faults(path, code, profile=Profile.DISTRICT):
    """Return where one rule finds something: sheet, cell and what was seen."""
    rules = [rule for rule in LINT_RULES if rule.code == code]
    assert rules, f"there is no rule {code}"
    found = findings_of(subject_of(path, profile), rules)
    assert all(one.fix and one.wants and one.place.file == path.name for one in found)
    return [(one.place.sheet, one.place.cell, one.saw) for one in found]


def places(path, code, profile=Profile.DISTRICT):
    """Return where one rule finds something: sheet and cell."""
    return [(sheet, cell) for sheet, cell, _ in faults(path, code, profile)]


def _head(book, name):
    sheet = book[name]
    sheet.write_string("A1", name, book.shape(look.TITLE, bold=True))
    sheet.write_string("A2", f"What {name} is for.", book.shape(look.NOTE))
    sheet.write_formula("A3", "=MasterCheck", book.shape(), MASTER)
    sheet.set_column(0, 8, 24)
    sheet.set_footer("&L&A&RPage &P of &N")
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, 20, 5)
    if name not in {"Line items", "Assumptions"}:
        sheet.protect("", ALLOWED)


def table(book, sheet, area, name, headers, rows=(), *, formats=None):  # noqa: PLR0917 - one row
    """Put a table with its rows on a sheet."""
    formats = formats or [None] * len(headers)
    columns = [{"header": one, "format": how} for one, how in zip(headers, formats, strict=True)]
    data = [list(row) for row in rows]
    book[sheet].add_table(area, {"name": name, "columns": columns, "data": data, "style": None})


def _about(book):
    for at, (name, rows) in zip((5, 9, 13, 17), ABOUT.items(), strict=True):
        table(book, "About", f"A{at}:B{at + len(rows)}", name, ("Fact", "Meaning"), rows)
    rows = [(name,) for name in list(SHEETS)[1:]]
    table(book, "About", f"A21:A{21 + len(rows)}", "Contents", ("Sheet",), rows)
    for i, (name,) in enumerate(rows):
        book["About"].write_url(21 + i, 0, f"internal:'{name}'!A1", None, name)
    table(book, "About", "A32:B35", "Names", ("Name", "What it stands for"), NAMES)


def _assumptions(book):
    rows = [(2027, "year"), (0.03, "share")]
    table(book, "Assumptions", "A5:C7", "Assumptions", ("Key", "Value", "Unit"))
    for i, (value, unit) in enumerate(rows):
        book["Assumptions"].write_string(5 + i, 0, ("first_year", "escalation")[i])
        book["Assumptions"].write_number(5 + i, 1, value, book.input)
        book["Assumptions"].write_string(5 + i, 2, unit)
    book["Assumptions"].data_validation("B6:B7", {"validate": "any", **GUARD})


LINE_HEADERS = (
    "Line",
    "Description",
    "Justification",
    "Goal 1",
    "Quantity",
    "Unit price",
    "Year 1",
)


def _lines(book):
    formats = [book.input] * 6 + [book.number]
    table(book, "Line items", "A5:G9", "LineItems", LINE_HEADERS, formats=formats)
    lines = [
        ("L1", "Chromebooks for grade 3", "Each pupil reads on a device", "G1", 10, 300),
        ("L2", "Wireless access points", "The old ones fail each week", "G2", 4, 500),
        ("L3", "Coaching for teachers", "Lessons use what was bought", "G1", 2, 1000),
        ("L4", "Mobile hotspots", "Pupils without a network at home", "G2", 5, 120),
    ]
    for i, line in enumerate(lines):
        for j, value in enumerate(line):
            put = book["Line items"].write_string if j < 4 else book["Line items"].write_number
            put(5 + i, j, value, book.input)
        formula = "=LineItems[[#This Row],[Quantity]]*LineItems[[#This Row],[Unit price]]"
        book["Line items"].write_formula(5 + i, 6, formula, book.number, line[4] * line[5])
    lists = {"validate": "list", "source": "=GoalList", **GUARD}
    book["Line items"].data_validation("D6:D9", lists)
    for area in ("A6:C9", "E6:F9"):
        book["Line items"].data_validation(area, {"validate": "any", **GUARD})
    book["Line items"].freeze_panes(5, 1)


def _years(book):
    headers = ("Area", "Year 1", "Year 2", "Year 3", "Year 4")
    table(book, "Cost by year", "A6:E8", "CostByArea", headers)
    sheet = book["Cost by year"]
    for i in range(4):
        letter = "BCDE"[i]
        formula = "=BaseYear" if i == 0 else f"={'ABCD'[i]}5+1"
        sheet.write_formula(4, 1 + i, formula, book.shape(look.HEADING, bold=True), 2027 + i)
        sheet.write_formula(6, 1 + i, "=SUM(LineItems[Year 1])", book.number, 7600)
        sheet.write_formula(7, 1 + i, f"={letter}7*2", book.number, 15200)
        sheet.write_formula(9, 1 + i, f"=SUM({letter}7:{letter}8)", book.number, 22800)
    for row, name in ((6, "hardware"), (7, "broadband")):
        sheet.write_string(row, 0, name)


def _summary(book):
    sheet = book["Summary"]
    sheet.write_formula("A5", "='Cost by year'!B10", book.number, 22800)
    sheet.write_string("A7", "Cost stays level over four years")
    sheet.insert_chart("A8", chart(book), GOOD_ALT)


def chart(book, **value_axis):
    """Return a sound chart of columns."""
    made = book.file.add_chart({"type": "column"})
    made.add_series(
        {"values": "='Cost by year'!$B$7:$E$7", "categories": "='Cost by year'!$B$5:$E$5"}
    )
    made.set_x_axis({"name": "Fiscal year"})
    made.set_y_axis({"name": "Dollars", "min": 0, **value_axis})
    made.set_title({"name": "Cost by year"})
    return made


def _checks(book):
    headers = ("Check", "Kind", "What must hold", "Value", "Tolerance", "Status", "Where")
    table(book, "Checks", "A11:G13", "Checks", headers)
    sheet = book["Checks"]
    for row, name, kind in ((11, "T01", "error"), (12, "A01", "alert")):
        sheet.write_row(row, 0, (name, kind, "Lines and years agree"))
        sheet.write_formula(row, 3, "=SUM(LineItems[Year 1])-'Cost by year'!B7", book.number, 0)
        sheet.write_number(row, 4, 0.01)
        sheet.write_formula(row, 5, f'=IF(ABS(D{row + 1})<=E{row + 1},"OK","look")', None, "OK")
        sheet.write_string(row, 6, "Line items")
    words = '=IF(COUNTIF(Checks[Status],"OK")=2,"All 2 checks pass","Some checks fail")'
    sheet.write_formula("B8", words, book.shape(), MASTER)


def _services(book):
    book["Lists"].write_column("A5", ("Goals", "G1", "G2"))
    made = (46_266, "generated", "Made by xlbudget 1.0")
    table(book, "Log", "A5:C6", "Log", ("Date", "Event", "What"), [made])
    book["Log"].write_number("A6", made[0], book.shape(num_format="yyyy-mm-dd"))
    facts = [
        ("Template", "xlbudget district"),
        ("Template version", "v1.0"),
        ("Made by", "xlbudget 1"),
        ("Structure digest", "ab" * 32),
    ]
    table(book, "Manifest", "A5:B9", "Manifest", ("Fact", "Value"), facts)
    roles = [(name, role) for name, role in SHEETS.items() if name not in {"About", "Manifest"}]
    area = f"A12:B{12 + len(roles)}"
    table(book, "Manifest", area, "SheetRoles", ("Sheet", "Role"), roles)
