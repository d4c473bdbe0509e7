"""suggestion: a draft of a mapping by the headers of a file."""

import csv
import tomllib

import pytest

from foreign import ACTUALS, DEVICES
from xlbudget.model.suggestion import suggestion


def draft(rows, **options):
    found = suggestion(rows, **options)
    return found, tomllib.loads(found.text)


def test_the_draft_of_texas_actuals_finds_the_header_and_the_columns():
    _, facts = draft(list(csv.reader(ACTUALS.splitlines())), delimiter=",")
    assert (facts["table"], facts["header_row"], facts["delimiter"]) == ("line_items", 4, ",")
    assert facts["columns"] == {
        "line_id": "Account Code",
        "description": "Account Description",
        "school_id": "Org",
        "unit_price": "Actual Amount",
    }
    assert facts["skip"] == {"Account Code": ["Total*", "Subtotal*", "Grand total*"]}


def test_the_draft_of_a_list_of_devices_finds_quantity_and_price():
    rows = [[str(cell) for cell in row] for row in DEVICES]
    found, facts = draft(rows, sheet="Devices")
    assert facts["sheet"] == "Devices"
    assert facts["columns"]["quantity"] == "Qty"
    assert facts["columns"]["unit_price"] == "Price"
    assert facts["columns"]["school_id"] == "Building"
    assert (found.columns, found.matched) == (8, len(facts["columns"]))


def test_our_own_headers_are_found_by_name_label_and_year():
    rows = [["Source id", "name", "STREAM", "amount_2027", "Status"], ["F1", "Levy", "x", "1", "y"]]
    _, facts = draft(rows)
    assert facts["table"] == "funding"
    assert facts["columns"]["source_id"] == "Source id"
    assert facts["columns"]["amount_2027"] == "amount_2027"


def test_codes_are_listed_to_be_filled_in_and_known_words_are_kept():
    rows = [["school_id", "name", "level"], ["1", "Oak", "HIGH"], ["2", "Elm", "K-5"]]
    found, facts = draft(rows, table="schools")
    assert facts["codes"]["level"] == {"default": "ask", "values": {"HIGH": "high"}}
    assert '# "K-5" = ""' in found.text


def test_what_every_record_needs_and_no_column_has_is_told():
    found, _ = draft([["description"], ["A"]], table="line_items")
    assert "# status = " in found.text
    assert "one of: proposed, justified" in found.text


@pytest.mark.parametrize("rows", [[], [[]], [[""], ["1", "2"]]], ids=["none", "empty", "numbers"])
def test_a_file_without_a_header_gives_a_draft_without_columns(rows):
    found, facts = draft(rows)
    assert found.matched == 0
    assert facts["columns"] == {}
