"""read_rows: any file gives rows or a fault, and none raises; rows_text writes them back."""

import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import WORDS
from xlbudget.model.delimited import read_rows, read_text, rows_text
from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Severity
from xlbudget.model.text import cleaned


@pytest.fixture
def file(tmp_path):
    def write(content):
        path = tmp_path / "goals.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_reads_every_dialect(file, end, separator, mark):
    rows = [["goal_id", "plan"], ["G1", "Grade 3, reading; “déjà”"], [], ["G2", 'say "hi"\nthere']]
    lines = [
        separator.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows
    ]
    assert read_rows(file(mark + end.join(lines))) == (rows, ())


def test_the_separator_is_what_the_first_line_has_most_of(file):
    rows, _ = read_rows(file('"a,b,c,d";b;c\n1,5;2;3\n'))
    assert rows == [["a,b,c,d", "b", "c"], ["1,5", "2", "3"]]


def test_an_empty_file_has_no_rows(file):
    assert read_rows(file("")) == ([], ())


def test_windows_1252_is_read_with_a_remark(file):
    rows, (fault,) = read_rows(file("goal_id,statement\nG1,déjà vu – 5 €\n".encode("cp1252")))
    assert rows[1] == ["G1", "déjà vu – 5 €"]
    assert (fault.code, fault.severity) == (IntakeCode.ENCODING, Severity.INFORMATION)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("goal_id\nG1\n".encode("utf-16"), id="utf-16"),
        pytest.param(b"PK\x03\x04 rest of a workbook", id="workbook"),
        pytest.param(b"goal_id\n\x81\xff\n", id="no-encoding"),
        pytest.param(b"goal_id\n\0\0", id="zeros"),
    ],
)
def test_what_is_no_text_is_refused(file, content):
    rows, (fault,) = read_rows(file(content))
    assert rows is None
    assert (fault.code, fault.severity) == (IntakeCode.UNREADABLE, Severity.FATAL)
    assert "CSV UTF-8" in fault.fix


@pytest.mark.parametrize(
    "content", ['a,b\n1,"open\n2,3\n', 'a,b\n1,"x" y\n', f"a\n{'x' * 200_000}"]
)
def test_a_broken_row_is_named(file, content):
    rows, (fault,) = read_rows(file(content))
    assert rows is None
    assert fault.saw.startswith("Row 2 cannot be read: ")


def test_too_many_rows_are_refused_fast(file):
    path = file("a,b\n" + "1,2\n" * 1_000_000)
    begins = time.process_time()
    rows, (fault,) = read_rows(path)
    assert rows is None
    assert fault.saw == "The file has more than 20,000 rows"
    assert time.process_time() - begins < 1


def test_as_many_rows_as_are_allowed_are_read(file):
    rows, faults = read_rows(file("a\n" + "1\n" * 5), most_rows=5)
    assert (len(rows), faults) == (6, ())


def test_a_large_file_is_refused_unread(file):
    path = file("a\n")
    os.truncate(path, 65 * 1024 * 1024)
    rows, (fault,) = read_rows(path)
    assert rows is None
    assert (fault.code, fault.saw) == (IntakeCode.TOO_LARGE, "The file has 68,157,440 bytes")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path):
    assert read_rows(tmp_path)[1][0].code == IntakeCode.UNREADABLE
    assert read_text(tmp_path)[1][0].code == IntakeCode.UNREADABLE


def test_a_file_that_may_not_be_opened_is_refused(file, monkeypatch):
    path = file("a\n")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    (fault,) = read_rows(path)[1]
    assert fault.saw == "The file cannot be read: Permission denied"
    assert read_text(path) == ("", (fault,))


def test_reads_a_whole_text(file):
    assert read_text(file("\ufeffname = 1")) == ("name = 1", ())
    text, (fault,) = read_text(file("é".encode("cp1252")))
    assert (text, fault.code) == ("é", IntakeCode.ENCODING)
    assert read_text(file(b"\x81"))[1][0].code == IntakeCode.UNREADABLE


@pytest.mark.parametrize("text", ["=1+1", "@x", "+1", "-x", "'=1", "''=1"])
def test_what_looks_like_a_formula_gets_an_apostrophe_in_a_file(text):
    assert rows_text([[text]]) == f"'{text}\n"


@pytest.mark.parametrize("text", ["-5", "-0.25", "'", "'s", "a=b"])
def test_numbers_and_other_text_do_not(text):
    assert rows_text([[text]]) == f"{text}\n"


texts = st.one_of(st.sampled_from(WORDS), st.text("'=+-@5.,;\"\n\taé", max_size=6).map(cleaned))


@settings(deadline=None)
@given(st.lists(st.lists(texts, min_size=2, max_size=4), min_size=1, max_size=4))
def test_rows_are_read_back_as_they_were_written(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("rows") / "a.csv"
    header = ["a", "b", "c", "d"]
    path.write_bytes(rows_text([header, *rows]).encode())
    assert read_rows(path) == ([header, *rows], ())
