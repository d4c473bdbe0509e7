"""Explanations in a workbook's Log: what the words of a row say, and its date."""

from datetime import date

import pytest

from workbook.lint.logs import DAY, write_log
from xlbudget.workbook.lint.log_rows import explained_rows, suppression_in
from xlbudget.workbook.lint.subject import subject_of


def read(path):
    return [one for _, _, one in explained_rows(subject_of(path, None))]


@pytest.mark.parametrize(
    ("what", "sheet", "cell", "record"),
    [
        ("L03 Goals!B7: by law (Ana)", "Goals", "B7", ""),
        ("L03 'Line items'!B7: by law (Ana)", "Line items", "B7", ""),
        ("L03 Line items!B7: by law (Ana)", "Line items", "B7", ""),
        ("L03 'Ana''s'!$B$7:$D$9: by law (Ana)", "Ana's", "$B$7:$D$9", ""),
        ("L03 Goals!B7:D9: by law (Ana)", "Goals", "B7:D9", ""),
        ("L03 Goals!B7:by law (Ana)", "Goals", "B7", ""),
        ("L03 Line items: by law (Ana)", "", "", "Line items"),
        ("L03 LN-012: by law (Ana)", "", "", "LN-012"),
        ("L03: by law (Ana)", "", "", ""),
        ("  l03  LN-012 :  by law  (Ana). ", "", "", "LN-012"),
    ],
)
def test_the_words_say_rule_place_reason_and_name(what, sheet, cell, record):
    one = suppression_in(what, "2026-09-01", "Log!C9")
    assert (one.code, one.reason, one.by) == ("L03", "by law", "Ana")
    assert (one.sheet, one.cell, one.record) == (sheet, cell, record)


def test_a_reason_may_have_brackets_colons_and_lines():
    one = suppression_in("L03 Goals!B7: law (2019): see\n12:30! (Ana)", "", "")
    assert (one.reason, one.by) == ("law (2019): see 12:30!", "Ana")


@pytest.mark.parametrize("run", [" ", ".", " .", "a:", "''", "A1:", "("])
def test_a_long_row_that_says_little_is_read_at_once(run):
    assert suppression_in(f"L03: a{run * 30_000}b", "", "").code == "L03"


@pytest.mark.parametrize(
    ("what", "reason", "by"),
    [
        ("L03 Goals!B7", "", ""),
        ("L03 Goals!B7: (Ana)", "", "Ana"),
        ("L03 Goals!B7: by law", "by law", ""),
        ("L03 Goals!B7: by law ()", "by law", ""),
    ],
)
def test_what_is_not_in_the_words_is_blank(what, reason, by):
    one = suppression_in(what, "2026-09-01", "Log!C9")
    assert (one.code, one.reason, one.by) == ("L03", reason, by)


def test_blank_words_say_nothing():
    assert suppression_in("", "", "").code == ""


@pytest.mark.parametrize("starts_1904", [False, True])
def test_a_row_has_its_date_and_its_place(tmp_path, starts_1904):
    rows = [(DAY, "generated", "Made"), (DAY, " Explained ", "L03: by law (Ana)")]
    (one,) = read(write_log(tmp_path / "a.xlsx", rows, starts_1904=starts_1904))
    assert (one.date, one.kept_in) == ("2026-09-01", "Log!C7")
    assert one.is_in_log


def test_rows_below_the_end_of_the_table_count(tmp_path):
    below = [(DAY, "explained", "L03: by law (Ana)"), (DAY, "filled", "x")]
    assert len(read(write_log(tmp_path / "a.xlsx", [(DAY, "generated", "x")], below=below))) == 1


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-09-01", "2026-09-01"),
        ("9/1/2026", "2026-09-01"),
        ("last week", ""),
        ("", ""),
        (date(1950, 1, 1), ""),
    ],
)
def test_a_date_may_be_typed_as_text(tmp_path, day, told):
    rows = [(day, "explained", "L03: by law (Ana)")]
    assert [one.date for one in read(write_log(tmp_path / "a.xlsx", rows))] == [told]
