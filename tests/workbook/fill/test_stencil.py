"""A stencil fills as ``filled_copy`` does, part for part, and no copy knows of another one."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.fill.rich_template import INPUTS, RESULTS, inputs, results, rich_template
from xlbudget.errors import InputError
from xlbudget.workbook.fill.fill import filled_copy
from xlbudget.workbook.fill.prepared import prepare
from xlbudget.workbook.fill.stencil import stencil

TRUTH = (RESULTS, "B4")  # the one cell that says true or false
ABSENT = ("Untouched", "C9")  # a cell that the template does not have
LINES = (("Desks", 30, 210.0), ("=1+1", 2, 99_999.5), ("Zoë <b>&amp;", 7, 1e-3))
PLACES = [at for at in inputs(LINES) | results(LINES) if at != TRUTH] + [ABSENT]
NUMBER = PLACES.index((INPUTS, "B6"))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    return prepare(rich_template(tmp_path_factory.mktemp("rich") / "template.xlsx"))


@pytest.fixture(scope="module")
def made(prepared):
    return stencil(prepared, PLACES, [()] * len(PLACES), ())


def values_of(lines, school="Oak & Elm"):
    """The values in the order of the places."""
    held = inputs(lines, school) | results(lines) | {ABSENT: school}
    return [held.get(at) for at in PLACES]


def unpacked(data):
    """Every part of a workbook."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


plain = st.one_of(
    st.none(), st.integers(-9, 9), st.floats(-1e9, 1e9), st.decimals(-99, 99, places=2), st.text()
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_all_parts_are_those_of_the_long_way(made, prepared, data):
    values = [data.draw(plain) for _ in PLACES[:12]] + values_of(LINES)[12:]
    expected = filled_copy(prepared, dict(zip(PLACES, values, strict=True)))
    assert unpacked(made.fill(values, {})) == unpacked(expected.data)


def test_a_copy_between_leaves_no_trace(made):
    first = made.fill(values_of(LINES), {})
    other = made.fill(values_of(LINES[:1], "Harbor"), {})
    assert b"Harbor" in unpacked(other)["xl/worksheets/sheet1.xml"]
    assert made.fill(values_of(LINES), {}) == first


def test_values_without_a_place_go_nowhere_and_the_last_of_two_counts(prepared):
    at = (INPUTS, "B2")
    made = stencil(prepared, [at, None, at], [(), (), ()], ())
    sheet = unpacked(made.fill(["Willow", "Maple", "Alder"], {}))["xl/worksheets/sheet1.xml"]
    assert [word in sheet for word in (b"Willow", b"Maple", b"Alder")] == [False, False, True]


def test_a_word_that_is_said_otherwise_in_the_template_stays_until_it_differs(prepared):
    made = stencil(prepared, [(INPUTS, "B2")], [("Our word",)], ())
    kept, other = (made.fill([word], {}) for word in ("Our word", "Another"))
    assert b"Hidden Valley" in unpacked(kept)["xl/sharedStrings.xml"]
    assert b"Hidden Valley" not in b"".join(unpacked(other).values())
    assert b"Another" in unpacked(other)["xl/worksheets/sheet1.xml"]


def test_emptied_cells_hold_nothing_whatever_their_value_is(prepared):
    at = (INPUTS, "B2")
    made = stencil(prepared, [at], [()], {at})
    parts = b"".join(unpacked(made.fill(["Something"], {})).values())
    assert b"Something" not in parts
    assert b"Hidden Valley" not in parts


def test_other_parts_are_put_in(made):
    parts = unpacked(made.fill(values_of(LINES), {"docProps/core.xml": b"<a/>"}))
    assert parts["docProps/core.xml"] == b"<a/>"


def test_a_number_that_is_none_is_refused(made):
    values = values_of(LINES)
    values[NUMBER] = float("inf")
    with pytest.raises(InputError, match="The value is inf"):
        made.fill(values, {})
