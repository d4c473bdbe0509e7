"""A workbook is asked to be calculated on opening; nothing else of its part changes."""

import re
import zipfile

import pytest
import xlsxwriter

from xlbudget.workbook.act.calculate_on_opening import calculate_on_opening
from xlbudget.workbook.parts import write_package
from xlbudget.workbook.read import open_book

PART = "xl/workbook.xml"
SETTINGS = [
    '<calcPr calcId="191029"/>',
    '<calcPr calcId="191029" fullCalcOnLoad="0"></calcPr>',
    '<calcPr calcMode="manual" fullCalcOnLoad="1"/>',
    "",
]


@pytest.mark.parametrize("setting", SETTINGS)
def test_whatever_the_setting_was_the_workbook_calculates_on_opening(tmp_path, setting):
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("Data").write_formula(0, 0, "=1+1")
    with zipfile.ZipFile(path) as package:
        words = package.read(PART).decode()
    plain = re.sub("<calcPr[^>]*/>", setting, words)
    write_package(open_book(path).package, path, {PART: plain.encode()})
    book = open_book(path)
    changed = calculate_on_opening(book)
    write_package(book.package, path, changed)
    facts = open_book(path).facts
    assert facts.calculates_on_open
    assert facts.calculates == ("manual" if "manual" in setting else "auto")
    after = re.sub("<calcPr[^>]*?(/>|></calcPr>)", "", changed[PART].decode())
    assert after == re.sub("<calcPr[^>]*?(/>|></calcPr>)", "", plain)
