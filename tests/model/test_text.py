"""cleaned, cleaned_id and the rules for ids: examples first, then laws."""

from unicodedata import is_normalized

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.model.text import (
    LONGEST_TEXT,
    as_spreadsheets_see,
    cleaned,
    cleaned_id,
    is_id,
    is_too_long,
    is_unfit,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  Grade 3 ", "Grade 3", id="blanks-around"),
        pytest.param("e\u0301", "é", id="nfc"),
        pytest.param("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour", id="line-ends"),
        pytest.param("a\tb", "a b", id="tab"),
        pytest.param("a\x00\x07b\ufffe", "ab", id="control-characters"),
        pytest.param("e\x00\u0301", "é", id="a-control-character-inside-a-letter"),
        pytest.param("=1+1", "=1+1", id="a-formula-stays-text"),
        pytest.param("\u00a0x\u00a0", "x", id="no-break-spaces-around"),
    ],
)
def test_cleans_text(text, expected):
    assert cleaned(text) == expected


@settings(deadline=None)
@given(st.text())
def test_what_is_cleaned_is_clean(text):
    once = cleaned(text)
    assert cleaned(once) == once
    assert is_normalized("NFC", once)
    assert not is_unfit(once)
    assert "\r" not in once


def test_an_id_has_single_blanks():
    assert cleaned_id(" L \u00a0 1\t2 ") == "L 1 2"


@pytest.mark.parametrize("name", ["L-014", "0123", "课程 7", "a" * 40, "A·B", "x=y"])
def test_takes_ids(name):
    assert is_id(name)


@pytest.mark.parametrize(
    "name",
    ["=A1", "+1", "-1", "@x", "<5", ">5", "a*", "a?", "~a", "G1 · Reading", "a" * 41, "a\nb"],
)
def test_refuses_ids_that_spreadsheets_misread(name):
    assert not is_id(name)


@pytest.mark.parametrize(
    ("one", "other"), [("g1", "G1"), ("01", "1"), ("1.0", "1"), ("1e2", "100"), ("ß", "SS")]
)
def test_ids_that_spreadsheets_take_for_one(one, other):
    assert as_spreadsheets_see(one) == as_spreadsheets_see(other)


@pytest.mark.parametrize(("one", "other"), [("A1", "A01"), ("1-2", "12"), ("", "0"), ("1_0", "10")])
def test_ids_that_spreadsheets_tell_apart(one, other):
    assert as_spreadsheets_see(one) != as_spreadsheets_see(other)


def test_a_cell_counts_utf_16_units():
    assert not is_too_long("a" * LONGEST_TEXT)
    assert is_too_long("a" * (LONGEST_TEXT + 1))
    assert is_too_long("😀" * (LONGEST_TEXT // 2 + 1))
    assert not is_too_long("é" * LONGEST_TEXT)
