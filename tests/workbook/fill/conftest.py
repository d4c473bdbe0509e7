"""What the tests of filling share: a small template, written once."""

import pytest

from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook.write import write_book


@pytest.fixture(scope="session")
def small_template(tmp_path_factory):
    """The path of a template with room for 3 lines and 3 records of each kind."""
    path = tmp_path_factory.mktemp("small") / "template.xlsx"
    write_book(template_book(room=room_for(3, 3)), path)
    return path
