"""The title of a copy: its own, unless the owner gave the template another."""

from pathlib import Path

import pytest

from xlbudget.sheets.school import empty_pack, school_book
from xlbudget.sheets.school.book import NAMED
from xlbudget.workbook.fill.title import PART, Title, title_of
from xlbudget.workbook.parts import open_package, write_package
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    path = tmp_path_factory.mktemp("title") / "template.xlsx"
    write_book(school_book(empty_pack()), path)
    return open_package(path)


def test_a_copy_has_the_words_of_its_own_and_all_else_stays(package, tmp_path):
    told = title_of(package, NAMED).told('Oak & "Elm" <K-8>\x01')
    write_package(package, tmp_path / "copy.xlsx", told)
    before, after = (
        open_book(path).facts.properties for path in (Path(package.place), tmp_path / "copy.xlsx")
    )
    assert after["title"] == 'Oak & "Elm" <K-8>?'
    assert {**before, "title": ""} == {**after, "title": ""}


def test_a_title_that_the_owner_gave_stays(package):
    assert title_of(package, "Another title") == Title()
    assert title_of(package, "Another title").told("Oak") == {}


def test_a_template_without_properties_stays_without(package, tmp_path):
    path = tmp_path / "bare.xlsx"
    write_package(package, path, {PART: None})
    assert title_of(open_package(path), "").told("Oak") == {}
