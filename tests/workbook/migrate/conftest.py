"""What the tests of migrations share: an older workbook brought forward, and one of today."""

import shutil

import pytest

from samples import BUDGET
from workbook.intake.filled import write_filled
from workbook.migrate.older import DAY, FORMER, write_older
from xlbudget.model.former import FORMER_HEADERS
from xlbudget.workbook.migrate import migrate
from xlbudget.workbook.write import write_book


@pytest.fixture
def _former(monkeypatch):
    """What a template after a renaming knows."""
    for key, name in FORMER.items():
        monkeypatch.setitem(FORMER_HEADERS, key, name)


@pytest.fixture(scope="session")
def older(tmp_path_factory):
    """The path of a workbook of template v0.9."""
    return write_older(tmp_path_factory.mktemp("older") / "older.xlsx")


@pytest.fixture(scope="session")
def migrated(older):
    """What bringing it forward comes to."""
    with pytest.MonkeyPatch.context() as patch:
        for key, name in FORMER.items():
            patch.setitem(FORMER_HEADERS, key, name)
        return migrate(older, DAY)


@pytest.fixture(scope="session")
def written(migrated, tmp_path_factory):
    """The path of the new workbook."""
    path = tmp_path_factory.mktemp("new") / "new.xlsx"
    write_book(migrated.book, path)
    return path


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    return write_filled(BUDGET, tmp_path_factory.mktemp("migrate") / "millbrook.xlsx")


@pytest.fixture
def book(original, tmp_path):
    return shutil.copyfile(original, tmp_path / "millbrook.xlsx")
