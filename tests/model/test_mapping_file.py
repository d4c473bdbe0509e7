"""A mapping file: read whole, or refused with all that is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreign import ACTUALS_MAPPING, DEVICES_MAPPING
from xlbudget.model.crosswalk import Crosswalk
from xlbudget.model.finding import Place
from xlbudget.model.mapping_file import read_mapping

PLACE = Place(file="peims.toml")


def faults(text):
    read = read_mapping(text, PLACE)
    assert read.mapping is None
    return {finding.place.column: finding for finding in read.findings}


def changed(old, new):
    assert old in ACTUALS_MAPPING
    return faults(ACTUALS_MAPPING.replace(old, new))


@pytest.mark.parametrize("text", [ACTUALS_MAPPING, DEVICES_MAPPING], ids=["actuals", "devices"])
def test_a_sound_mapping_has_no_finding(text):
    assert read_mapping(text, PLACE).findings == ()


def test_columns_constants_codes_and_skipped_rows_are_read():
    mapping = read_mapping(ACTUALS_MAPPING, PLACE).mapping
    assert (mapping.header_row, mapping.delimiter) == (4, ",")
    assert {column.name: text for column, text in mapping.constants}["quantity"] == "1"
    assert mapping.codes["school_id"] == Crosswalk(
        {"001": "001", "002": "002", "041": "041", "999": ""}, "ask"
    )
    assert mapping.skip == {"Account Code": ("Total*",)}


def test_a_constant_amount_is_exact_and_a_windows_file_is_read():
    text = ACTUALS_MAPPING.replace("quantity = 1", "quantity = 0.1").replace("\n", "\r\n")
    mapping = read_mapping("\ufeff" + text, PLACE).mapping
    assert {column.name: text for column, text in mapping.constants}["quantity"] == "0.1"


def test_a_year_s_amount_is_a_field_of_its_own():
    text = 'table = "funding"\n[columns]\nsource_id = "Fund"\nname = "Name"\namount_2027 = "FY27"\n'
    text += '[constants]\nstream = "recurring"\nstatus = "secured"\n'
    mapping = read_mapping(text, PLACE).mapping
    assert [(column.name, column.year) for column, _ in mapping.columns][-1] == (
        "amount_2027",
        2027,
    )


@pytest.mark.parametrize(
    ("old", "new", "spot", "saw", "wants"),
    [
        ("unit_price =", "unit_prize =", "columns.unit_prize", "unit_prize", "unit_price"),
        ('"line_items"', '"line_item"', "table", "line_item", "line_items"),
        ("header_row = 4", "header_row = 0", "header_row", "0", "number of the row"),
        ("header_row = 4", "heder_row = 4", "heder_row", "heder_row", "header_row"),
        ('delimiter = ","', 'delimiter = "|"', "delimiter", "|", '"tab"'),
        ('delimiter = ","', 'sign = "minus"', "sign", "minus", "reversed"),
        ('"proposed"', '"maybe"', "constants.status", "maybe", "proposed"),
        ('need = "recurring"\n', "", "need", "Nothing is mapped", "Recurring"),
        ("part = 2", "part = 0", "columns.function", "function", "part"),
        ('"6649" = "device hardware"', '"6649" = "devices"', "codes.category", "devices", "device"),
        ("header_row = 4", 'number_ids = "="', "number_ids", "“=”", "An id has"),
        ("[codes.school_id]", "[codes.owner]", "codes.owner", "owner", "There are"),
        ('["Total*"]', "5", "skip.Account Code", "5", "left out"),
        ("quantity = 1", 'line_id = "L1"', "line_id", "2 times", "one column"),
    ],
)
def test_each_slip_is_refused_with_its_place_and_what_is_allowed(old, new, spot, saw, wants):
    finding = changed(old, new)[spot]
    assert saw in finding.saw
    assert wants in finding.wants
    assert finding.place.file == "peims.toml"


def test_a_list_of_codes_without_a_default_is_refused():
    finding = changed('[codes.category]\ndefault = "ask"\n', "[codes.category]\n")
    assert finding["codes.category"].saw == "The list of codes has no default"
    assert 'default = "ask"' in finding["codes.category"].fix


JUNK = st.sampled_from(
    ["", '"x"', "0", "-1.5", "true", "[]", "[1]", "{}", "{a = 1}", "2026-07-01", "nan", '["a"]']
)
ENTRIES = st.sampled_from(
    ["table", "sheet", "delimiter", "header_row", "decimal_comma", "sign", "number_ids", "codes",
     "columns", "constants", "skip", "columns.line_id", "constants.status", "codes.category",
     "codes.category.default", "codes.category.values", "skip.A", "columns.a.b"]
)  # fmt: skip


@given(st.dictionaries(ENTRIES, JUNK, max_size=5), st.booleans())
def test_whatever_stands_in_a_mapping_is_read_or_refused_in_words(entries, lines):
    text = "".join(f"{name} = {junk}\n" for name, junk in entries.items())
    read = read_mapping(f'table = "line_items"\n{text}' if lines else text, PLACE)
    assert read.mapping is None
    assert read.findings


def test_all_slips_come_at_once():
    text = ACTUALS_MAPPING.replace("unit_price", "unit_prize").replace('"proposed"', '"maybe"')
    assert set(faults(text)) == {"columns.unit_prize", "constants.status"}


def test_what_is_no_toml_is_told_with_its_line():
    (finding,) = read_mapping('table = "line_items\nsheet = "A"\n', PLACE).findings
    assert "line 1" in finding.saw
