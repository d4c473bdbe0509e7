"""Reminders: the texts word by word, and the file as a mail merge and LibreOffice read it."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from distribution.played import FACTS, FAULT, ID, TODAY
from xlbudget.distribution.reminders import Reminder, reminders, reminders_text
from xlbudget.distribution.status import campaign_status
from xlbudget.model.finding import Severity

MEND = (
    "Dear Principal S3, thank you for the workbook of Ash School (S3-1.xlsx, of March 2, 2026)."
    " We could not take it over yet. One line lacks its goal. Please mend this: 1) My lines, cell"
    " K12: Line S3-N01 has no goal. Choose a goal of the list. Please save the workbook and send"
    " it again. It is due on April 15, 2026. If you have a question: Kim Ortiz, 555-0100. Thank"
    " you!"
)
SEND = (
    "Dear Principal S4, the workbook of =Fir School for Technology budgets 2026-27 has not come"
    " back to us yet. It is due on April 15, 2026. Please fill in the workbook that we sent on"
    " March 1, 2026, look at its sheet “Check and send”, and send the file back. If it is on its"
    " way already, there is nothing to do. If you have a question: Kim Ortiz, 555-0100. Thank you!"
)


@pytest.fixture(scope="module")
def status(campaign):
    with campaign.register() as register:
        return campaign_status(register, ID, TODAY)


@pytest.fixture(scope="module")
def rows(status):
    return reminders(status, FACTS.contact)


def test_each_school_that_has_something_to_do_is_written_to(rows):
    assert rows == (
        Reminder(
            school="Ash School",
            contact="Principal S3",
            email="",
            subject="Technology budgets 2026-27: the workbook of Ash School needs a correction",
            text=MEND,
        ),
        Reminder(
            school="=Fir School",
            contact="Principal S4",
            email="S4@millbrook.example",
            subject="Technology budgets 2026-27: the workbook of =Fir School is still missing",
            text=SEND,
        ),
    )


def test_after_the_due_date_and_without_one_it_says_so(status):
    over = replace(status, today=date(2026, 5, 1))
    none = replace(status, campaign=replace(status.campaign, due_date=None))
    assert "It was due on April 15, 2026." in reminders(over)[1].text
    assert "Please send it as soon as you can." in reminders(none)[1].text
    assert "question" not in reminders(none)[1].text


def test_of_many_findings_five_are_told_and_the_rest_is_counted(status):
    report = replace(status.schools[2], findings=(FAULT,) * 7)
    (row,) = reminders(replace(status, schools=(report,)))
    assert row.text.count("cell K12") == 5
    assert "5) My lines, cell K12" in row.text
    assert "There are 2 more of this kind." in row.text


def test_what_does_not_keep_a_file_out_is_not_told(status):
    warning = replace(FAULT, severity=Severity.WARNING)
    report = replace(status.schools[2], findings=(warning, FAULT))
    (row,) = reminders(replace(status, schools=(report,)))
    assert row.text.count("cell K12") == 1


def test_every_cell_is_one_line(status):
    school = replace(status.schools[3].status.school, contact_name="Ana\nRuiz\t(office)")
    report = replace(status.schools[3], status=replace(status.schools[3].status, school=school))
    (row,) = reminders(replace(status, schools=(report,)))
    assert row.contact == "Ana Ruiz (office)"
    assert row.text.startswith("Dear Ana Ruiz (office), the workbook")


def test_the_file_is_read_back_by_another_reader_as_it_was(rows):
    text = reminders_text(rows)
    assert text.startswith("\ufeffschool,contact,email,subject,text\r\n")
    read = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [one["email"] for one in read] == ["", "S4@millbrook.example"]
    assert [one["text"] for one in read] == [MEND, SEND]
    assert read[1]["school"] == "'=Fir School"  # no spreadsheet takes it for a formula


def test_text_that_looks_like_a_formula_stays_text(rows):
    risky = [replace(rows[0], contact=words) for words in ("=1+1", "+1", "-1+1", "@SUM(1)")]
    read = list(csv.reader(io.StringIO(reminders_text(risky).removeprefix("\ufeff"))))
    assert [row[1] for row in read[1:]] == ["'=1+1", "'+1", "'-1+1", "'@SUM(1)"]


def test_libreoffice_opens_the_file_with_the_right_columns(rows, libreoffice, tmp_path):
    path = tmp_path / "reminders.csv"
    path.write_bytes(reminders_text(rows).encode("utf-8"))
    handle = libreoffice.open(path)
    cells = libreoffice.get_range(handle, "reminders", "A1:F3")
    libreoffice.close(handle)
    assert cells[0] == ["school", "contact", "email", "subject", "text", ""]
    assert [row[4] for row in cells[1:]] == [MEND, SEND]
    assert cells[2][0].endswith("=Fir School")
