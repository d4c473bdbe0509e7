"""A small workbook, written once, and a copy of it for each test."""

import pytest

from workbook.act.acted import small_book


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return small_book(tmp_path_factory.mktemp("made") / "book.xlsx")


@pytest.fixture
def book(made, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(made.read_bytes())
    return path
