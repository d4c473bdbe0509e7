"""What comes from outside: links, macros, controls, programs that send values."""

from zipfile import ZipFile

from workbook.lint.books import faults, places, rewrite, write

YEARS = "Cost by year"


def test_a_formula_that_looks_into_another_workbook_is_found(tmp_path):
    path = write(
        tmp_path / "budget.xlsx",
        lambda book: book[YEARS].write_formula("A20", "=[1]Sheet!A1", None, 1),
    )
    assert places(path, "S13") == [(YEARS, "A20")]


def test_a_control_on_a_sheet_is_found(tmp_path):
    path = write(
        tmp_path / "budget.xlsx", lambda book: book["Lists"].insert_button("C3", {"macro": "m"})
    )
    assert places(path, "S14") == [("Lists", "")]


DDE = (
    '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
)


def test_a_program_that_sends_values_is_named(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    relation = f'<Relationship Id="rId90" Type="{kind}" Target="dde.xml"/></Relationships>'
    rewrite(path, "xl/_rels/workbook.xml.rels", "</Relationships>", relation)
    with ZipFile(path, "a") as package:
        package.writestr("xl/dde.xml", DDE)
    assert [saw for *_, saw in faults(path, "S14")] == [
        "The workbook fetches values by DDE from cmd"
    ]
