"""migrate: every input of an older workbook is in the new one, and what is not is told."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from judges.cached import disagreements
from judges.validator import findings as against_the_standard
from samples import BUDGET
from strategies import budgets
from workbook.intake.filled import put, text, write_filled
from workbook.migrate.older import LINES, MADE, OLDER
from xlbudget.errors import UnreadableFileError
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import Entry, Event, Identity
from xlbudget.workbook.intake import load_workbook
from xlbudget.workbook.migrate import Space, migrate
from xlbudget.workbook.read import open_book
from xlbudget.workbook.stamp import changed_sheets, read_log, read_stamp
from xlbudget.workbook.write import write_book

DAY = date(2026, 11, 2)


# --- an older template


@pytest.mark.usefixtures("_former")
def test_every_input_of_the_older_workbook_is_in_the_new_one(older, written):
    assert load_workbook(older)[0] == OLDER
    assert load_workbook(written)[0] == OLDER


def test_the_new_workbook_is_the_old_one_gone_on(written):
    book = open_book(written)
    stamp = read_stamp(book)
    assert (stamp.version, stamp.workbook_id) == ("v1.0", "w-9")
    made, brought = read_log(book)
    assert made == MADE
    assert (brought.day, brought.event) == (DAY, "migrated")
    assert brought.what.startswith("From template v0.9 to v1.0 by xlbudget ")
    assert brought.what.endswith("; from older.xlsx")
    assert changed_sheets(book) == ()


def test_the_new_workbook_has_rows_to_spare_where_the_old_one_was_full(older, migrated):
    full = {table.name: table for table in open_book(older).tables}["LineItems"]
    new = next(t for s in migrated.book.sheets for t in s.tables if t.name == "LineItems")
    assert full.ref.endswith("13")  # headers in row 9, four lines
    assert (len(new.rows), new.spare_rows) == (4, 50)


def test_microsofts_validator_finds_nothing(written):
    assert against_the_standard(written) == []


def test_libreoffice_computes_the_same_values(written, libreoffice):
    assert disagreements(written, libreoffice) == []


# --- an altered workbook


def test_a_workbook_of_today_loses_nothing(original):
    found = migrate(original, DAY)
    assert (found.budget, found.version) == (BUDGET, "v1.0")
    assert (found.moved, found.homeless, found.new) == ((), (), ())


@settings(
    deadline=None, max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(budgets())
def test_random_workbooks_lose_nothing(tmp_path, budget):
    found = migrate(write_filled(budget, tmp_path / "a.xlsx"), DAY)
    assert (found.moved, found.homeless, found.new) == ((), (), ())
    write_book(found.book, tmp_path / "b.xlsx")
    assert load_workbook(tmp_path / "b.xlsx")[0] == budget


def test_after_a_save_by_libreoffice_nothing_is_lost(tmp_path, libreoffice, original):
    handle = libreoffice.open(original)
    libreoffice.save_as(handle, tmp_path / "b.xlsx")
    libreoffice.close(handle)
    found = migrate(tmp_path / "b.xlsx", DAY)
    assert found.budget == BUDGET
    assert (found.moved, found.homeless, found.new) == ((), (), ())


# --- room, edition, refusals


def test_a_person_may_ask_for_rows(original):
    plan = migrate(original, DAY, space=Space(lines=120, records=9)).book
    spare = {table.name: table.spare_rows for sheet in plan.sheets for table in sheet.tables}
    assert (spare["LineItems"], spare["Goals"], spare["Funding"]) == (120, 9, 9)


@pytest.mark.parametrize(("asked", "edition"), [("", "accessible"), ("working", "working")])
def test_the_edition_stays_unless_another_is_asked_for(tmp_path, asked, edition):
    write_book(district_book(BUDGET, (), "accessible"), tmp_path / "a.xlsx")
    assert migrate(tmp_path / "a.xlsx", DAY, edition=asked).book.edition == edition


def test_a_budget_with_a_fatal_fault_gives_no_workbook(book):
    put(book, "LineItems", "Goal 1", text("G9 · Something else"))
    found = migrate(book, DAY)
    assert (found.budget, found.book) == (None, None)
    assert "XLR-01" in {item.code for item in found.findings}


@pytest.mark.parametrize(
    ("identity", "saw"),
    [
        (Identity(version="v1.1"), "It was made from template v1.1"),
        (Identity(version="v2.0"), "It was made from template v2.0"),
        (Identity(template="xlbudget school"), "It was made from the template xlbudget school"),
    ],
)
def test_a_newer_or_another_template_is_refused(tmp_path, identity, saw):
    entries = (Entry(None, Event.GENERATED, "Made"),)
    plan = district_book(BUDGET, (), identity=replace(identity, entries=entries))
    write_book(plan, tmp_path / "a.xlsx")
    with pytest.raises(UnreadableFileError) as refusal:
        migrate(tmp_path / "a.xlsx", DAY)
    assert refusal.value.saw == saw


def test_a_workbook_that_tells_no_version_is_brought_forward(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    del opened["Manifest"]
    opened.save(tmp_path / "b.xlsx")
    found = migrate(tmp_path / "b.xlsx", DAY)
    assert (found.version, found.budget) == ("an unknown version", BUDGET)
    assert len(LINES) == 4
    assert findings_of(BUDGET) == ()
