"""A workbook with more than sixty faults at once, and where each of them stands."""

from io import BytesIO

from workbook.lint.books import GOOD_ALT, PICTURE, chart, rewrite, table, write
from xlbudget.workbook import look

YEARS, LINES, CHECKS, LISTS, EXTRA = "Cost by year", "Line items", "Checks", "Lists", "Hoja1"
BOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet{}.xml"

NEW_SHEET = {"C02": "A3", "L05": "A1", "L15": "A1"}  # what a sheet lacks that a person added
FORMULAS = {  # on Cost by year: cell, formula, stored result, and the rules that it breaks
    "A12": ("=B7*1.05", 7980, ("F03",)),
    "A14": ("=B7+\nC7", 15200, ("F05",)),
    "A16": ("=IF(B7>0,IF(C7>0,IF(D7>0,1,0),0),0)", 1, ("F06",)),
    "A18": ("=SUM(OFFSET(B7,0,0,1,4))", 30400, ("F07",)),
    "A20": ("=NPV(B7,C7:E7)", 0, ("F08",)),
    "A22": ("=CHOOSE(B7,C7,D7)", 1, ("F09",)),
    "A24": ("=_xlfn.XLOOKUP(B7,B7:E7,B8:E8)", 1, ("F10",)),
    "A26": ("=Summary!A5", 22800, ("F11",)),
    "A28": ("=MAX($B$7:$E$7)", 7600, ()),
    "A30": ("=MAX($B$7:$E$7)", 7600, ("F12",)),
    "A32": ("=A32+1", 1, ("F13",)),
    "A34": ("=SUM(C:C)", 1, ("F14",)),
    "A36": ("=B7/0", "#DIV/0!", ("F15",)),
    "A38": ("=IFERROR(B7/C7,0)", 1, ("F16",)),
    "A40": ("=ROUND(SUM(B7:E7),-3)", 30000, ("F17",)),
    "A42": ("=Summary!A5-Assumptions!B6", 20773, ("F18",)),
    "A44": ("=SUM(B7:B8)", 22000, ("F19",)),
    "A46": ("=[1]Prices!A1", 1, ("S13",)),
    "A48": ("=MyTax(B7)", 1, ("F10",)),
}


def crowded(path):
    """Write the workbook; return its path and the faults: rule, sheet, cell."""
    expected = set()
    path = write(path, lambda book: [seed(book, expected) for seed in SEEDS])
    for part, old, new, *faults in REWRITTEN:
        rewrite(path, part, old, new)
        expected |= set(faults)
    return path, expected


def _formulas(book, expected):
    for cell, (formula, value, codes) in FORMULAS.items():
        book[YEARS].write_formula(cell, formula, book.number, value)
        expected |= {(code, YEARS, cell) for code in codes}
    book[YEARS].write_formula("C10", "=SUM(C7:C8)+C7", book.number, 30400)
    book[YEARS].write_number("D8", 15000, book.number)
    book[YEARS].write_array_formula("A50:A51", "{=B7:B8*2}", book.number, 15200)
    table(book, YEARS, "A60:C61", "Other", ("a", "b", "Year 1"))
    expected |= {("F01", YEARS, "C10"), ("F02", YEARS, "D8"), ("F10", YEARS, "A50")}
    expected |= {("S03", YEARS, "C60")}


def _lines(book, expected):
    sheet = book[LINES]
    sheet.write_string("E7", "1,200", book.input)
    sheet.write_string("A8", "l1", book.input)
    sheet.write_string("C9", "we need it", book.input)
    sheet.write_number("F8", -1000, book.input)
    sheet.write_string("B8", "=cmd|' /C calc'!A0", book.input)
    sheet.write_string("B14", "270 more", book.input)
    sheet.write_number("E8", 2, book.shape(look.NORMAL, locked=False))
    sheet.data_validation(
        "H6", {"validate": "whole", "criteria": ">", "value": 0, "error_type": "warning"}
    )
    sheet.freeze_panes(8, 1)
    expected |= {
        ("I08", LINES, "E7"),
        ("I09", LINES, "A8"),
        ("I10", LINES, "C9"),
        ("I11", LINES, "F8"),
        ("I12", LINES, "B8"),
        ("I01", LINES, "B14"),
        ("I02", LINES, "E8"),
        ("I05", LINES, "H6"),
        ("L14", LINES, "B9"),
    }


def _checks(book, expected):
    sheet = book[CHECKS]
    sheet.write_string("B12", "hope")
    sheet.write_formula("D13", "='Cost by year'!B7-'Cost by year'!B7", book.number, 0)
    sheet.write_formula("F13", "=D13", None, "look")
    book["Log"].write_string("A3", "All 2 checks pass")
    expected |= {
        ("C01", CHECKS, "B12"),
        ("C02", "Log", "A3"),
        ("C04", CHECKS, "D13"),
        ("C05", CHECKS, "F13"),
    }


def _looks(book, expected):
    sheet = book[LISTS]
    sheet.write_string("B6", "faint", book.shape(font_color="#999999"))
    sheet.write_string("B8", "slanted", book.shape(italic=True))
    sheet.write_number("B10", 12_345_678.9, book.shape(num_format="#,##0.00", font_size=28))
    sheet.write_string("B12", "Words that are cut off by the cell beside them", book.shape())
    sheet.write_string("C12", "beside")
    sheet.write_number("B14", 7, book.shape(num_format=";;;"))
    sheet.write_url("B16", "https://example.org", None, "click here")
    sheet.write_string("A6", "G1")
    sheet.set_row(17, None, None, {"hidden": True})
    sheet.set_column("G:G", 9, None, {"hidden": 1})
    sheet.conditional_format("E20:E21", {"type": "3_color_scale"})
    sheet.merge_range("A24:C24", "Notes")
    sheet.insert_button("I3", {"macro": "m"})
    table(book, LISTS, "C28:C29", "Table12", ("x",), [("a",)])
    expected |= {
        ("L07", LISTS, "B6"),
        ("L10", LISTS, "B8"),
        ("L11", LISTS, "B10"),
        ("L11", LISTS, "B12"),
        ("S06", LISTS, "B14"),
        ("L12", LISTS, "B16"),
        ("S06", LISTS, "A18"),
        ("S06", LISTS, "G1"),
        ("L08", LISTS, "E20"),
        ("L01", LISTS, "A24"),
        ("S14", LISTS, ""),
        ("L02", LISTS, "C28"),
        ("L03", LISTS, "C28"),
    }


def _drawn(book, expected):
    sheet = book["Summary"]
    sheet.insert_chart("F30", chart(book, min=5000), GOOD_ALT)
    sheet.insert_image("F60", "logo.png", {"image_data": BytesIO(PICTURE), "description": "logo"})
    sheet.insert_chart("F80", chart(book, name=None))
    sheet.protect("secret")
    sheet.print_area(0, 0, 20, 12)
    table(book, "Summary", "A90:A91", "Spare", ("x",), [("a",)])
    expected |= {
        ("L09", "Summary", "F30"),
        ("L09", "Summary", "F60"),
        ("L09", "Summary", "F80"),
        ("I03", "Summary", "A1"),
        ("L15", "Summary", "A1"),
    }


def _sheets(book, expected):
    extra = book.file.add_sheet(EXTRA)
    extra.write_string("B2", "what a person added")
    extra.very_hidden()
    book.file.add_sheet("Notes")
    book.file.define_name("Unexplained", "=Lists!$A$6")
    book.file.define_name("Notes!Local", "=Notes!$A$1")
    book.file.set_properties({"title": "A budget", "author": "xlbudget"})
    book["Log"].write_string("C6", "Made by hand")
    book["Log"].write_string("A1", "Log", book.number)
    book[YEARS].write_number("C5", 2028, book.shape(look.HEADING, bold=True))
    book["About"].write_string("A2", " ")
    book["Manifest"].write_string("B9", "none")
    expected |= {
        *(("S01", name, "A1") for name in (EXTRA, "Notes")),
        ("S05", EXTRA, "A1"),
        ("S07", EXTRA, "A1"),
        ("S08", "Notes", "A1"),
        ("S10", "About", "A1"),
        ("S11", "Log", "A1"),
        ("S04", YEARS, "C5"),
        ("F20", "", ""),
        ("F20", "Notes", ""),
        ("L05", "Log", "A1"),
        ("L16", "", ""),
        ("S12", "Manifest", "A1"),
    }


FOLLOWS = {  # what else is so because of the seeds
    *((code, name, cell) for name in (EXTRA, "Notes") for code, cell in NEW_SHEET.items()),
    ("F19", YEARS, "D10"),  # it adds up a cell that was typed over
    ("P05", "Manifest", "A12"),  # where the cell that is out of order should stand
    ("P11", LINES, ""),  # which had the number first
}
SEEDS = (_formulas, _lines, _checks, _looks, _drawn, _sheets)

REWRITTEN = (
    (BOOK, "Lists!$A$6:$A$7", "Listen!$A$6:$A$7", ("P01", "", "")),
    (BOOK, 'name="BaseYear"', 'name="FY27"', ("P04", "", "")),
    (BOOK, 'name="Notes" sheetId="11"', 'name="Notes" sheetId="3"', ("P11", "Notes", "")),
    ("xl/tables/table2.xml", ' id="2"', ' id="1"', ("P02", "About", "A9")),
    (
        "xl/tables/table3.xml",
        'displayName="Limits"',
        'displayName="colorkey"',
        ("P03", "About", "A17"),
    ),
    ("xl/tables/table8.xml", 'name="Goal 1"', 'name="Goal one"', ("P05", LINES, "D5")),
    (
        SHEET.format(7),
        '<mergeCell ref="A24:C24"/>',
        '<mergeCell ref="A24:C24"/><mergeCell ref="B24:D24"/>',
        ("P06", LISTS, "B24"),
        ("L01", LISTS, "B24"),
    ),
    (SHEET.format(9), '<c r="A12"', '<c r="C12"', ("P07", "Manifest", "B12")),
    (SHEET.format(6), '<c r="G12"', '<c r="G12" s="999"', ("P12", CHECKS, "G12")),
    (
        "xl/worksheets/_rels/sheet5.xml.rels",
        "../tables/table11.xml",
        "../styles.xml",
        ("P08", "Summary", ""),
    ),
    (SHEET.format(1), "'Assumptions'!A1", "'Assumption'!A1", ("P09", "About", "A22")),
    ("[Content_Types].xml", "/xl/tables/table1.xml", "/xl/tables/table111.xml", ("P10", "", "")),
    (SHEET.format(3), 'sqref="E6:F9"', 'sqref="F6:F9"', ("I05", LINES, "E6")),
    (SHEET.format(2), "&amp;P of &amp;N", "", ("L15", "Assumptions", "A1")),
)
