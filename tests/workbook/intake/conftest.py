"""What intake's tests share: a filled workbook of the small sample budget."""

import shutil

import pytest

from samples import BUDGET
from workbook.intake.filled import write_filled


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    """The workbook of the small sample budget, which nobody may change."""
    return write_filled(BUDGET, tmp_path_factory.mktemp("intake") / "millbrook.xlsx")


@pytest.fixture
def book(original, tmp_path):
    """A copy of that workbook, to be changed."""
    return shutil.copyfile(original, tmp_path / "millbrook.xlsx")
