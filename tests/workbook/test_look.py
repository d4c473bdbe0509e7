"""look: every pair of ink and ground can be read, and every role has its look."""

import pytest

from xlbudget.sheets.plan import Emphasis, Form, Part, Role
from xlbudget.workbook import look

READABLE = 4.5


def luminance(color):
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink, ground):
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (look.INK, look.WHITE),
        (look.INK, look.INPUT_FILL),
        (look.INK, look.OUTPUT_FILL),
        (look.MUTED, look.WHITE),
        (look.WHITE, look.HEADER),
        (look.HEADER, look.WHITE),
        (look.LINK, look.WHITE),
        (look.PROBLEM, look.WHITE),
        (look.ATTENTION, look.WHITE),
        (look.GOOD, look.WHITE),
        *((color, look.WHITE) for color in look.SERIES),
    ],
)
def test_ink_can_be_read_on_its_ground(ink, ground):
    assert contrast(ink, ground) >= READABLE


@pytest.mark.parametrize("role", Role)
def test_every_role_of_a_sheet_has_a_tab_color(role):
    assert look.TABS[role].startswith("#")


@pytest.mark.parametrize("form", Form)
def test_every_form_has_a_number_format(form):
    assert look.NUMBERS[form]


def test_inputs_are_open_and_calculations_locked():
    _, given = look.cell(Part.INPUT, Form.CENTS, Emphasis.NONE, filled=True)
    _, calculated = look.cell(Part.CALCULATION, Form.CENTS, Emphasis.NONE, filled=True)
    assert given["locked"] is False
    assert "locked" not in calculated


def test_the_accessible_edition_has_no_fill_on_inputs():
    _, given = look.cell(Part.INPUT, Form.CENTS, Emphasis.NONE, filled=False)
    assert "bg_color" not in given


@pytest.mark.parametrize("part", [Part.INPUT, Part.KEY])
def test_without_fills_a_frame_tells_where_to_type(part):
    _, given = look.cell(part, Form.CENTS, Emphasis.NONE, filled=False)
    _, filled = look.cell(part, Form.CENTS, Emphasis.NONE, filled=True)
    _, calculated = look.cell(Part.CALCULATION, Form.CENTS, Emphasis.NONE, filled=False)
    assert (given["border"], given["border_color"]) == (1, look.MUTED)
    assert "border" not in filled | calculated


def test_ids_stay_text():
    _, given = look.cell(Part.INPUT, Form.TEXT, Emphasis.NONE, filled=True)
    assert given["num_format"] == "@"
