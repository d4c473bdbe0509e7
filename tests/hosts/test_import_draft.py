"""import --suggest: a draft of a mapping, which a person edits and then uses."""

import tomllib

from foreign import ACTUALS, write_devices


def test_the_draft_stands_beside_and_is_not_overwritten_unasked(xlbudget, here):
    (here / "actuals.csv").write_text(ACTUALS)
    done = xlbudget("import", "--suggest", "actuals.csv")
    assert (done.exit_code, done.stdout) == (0, "actuals-mapping.toml\n")
    assert "4 of 4 columns look like fields of line_items" in done.stderr
    assert xlbudget("import", "--suggest", "actuals.csv").exit_code == 2
    assert xlbudget("import", "--suggest", "actuals.csv", "--force").exit_code == 0


def test_a_draft_that_is_completed_imports_the_file(xlbudget, here):
    (here / "actuals.csv").write_text(ACTUALS)
    xlbudget("import", "--suggest", "actuals.csv")
    draft = here / "actuals-mapping.toml"
    constants = '[constants]\ncost_type = "annual"\nneed = "recurring"\nstatus = "proposed"\n'
    constants += 'first_fiscal_year = 2027\ncategory = "external services"\nquantity = 1\n'
    draft.write_text(draft.read_text().replace("[constants]", constants, 1))
    done = xlbudget("import", "actuals.csv", "--into", "elm")
    assert done.exit_code == 0
    assert "Written: 5 added" in done.stderr


def test_the_draft_of_a_workbook_names_its_sheet(xlbudget, here):
    write_devices(here / "devices.xlsx")
    words = ("--suggest", "--sheet", "Devices", "--table", "line_items", "-m", "d.toml")
    assert xlbudget("import", "devices.xlsx", *words).exit_code == 0
    facts = tomllib.loads((here / "d.toml").read_text())
    assert (facts["sheet"], facts["columns"]["quantity"]) == ("Devices", "Qty")


def test_what_cannot_be_read_is_refused(xlbudget, here):
    (here / "a.csv").write_bytes(b"a\0b")
    assert xlbudget("import", "--suggest", "a.csv").exit_code == 3
    assert xlbudget("import", "--suggest", "none.csv").exit_code == 2
