"""Stored values are read from the XML, and a wrong one does not pass."""

import pytest
import xlsxwriter

from judges.cached import Cached, CachedError, agree, disagreements, read_cached


@pytest.fixture
def save(tmp_path):
    """Save formulas of one column with the values stored beside them; return the path."""

    def write(*formulas):
        path = tmp_path / "cached.xlsx"
        with xlsxwriter.Workbook(path) as workbook:
            sheet = workbook.add_worksheet("Cost & flow")
            for row, (formula, value) in enumerate(formulas):
                sheet.write_formula(row, 1, formula, None, value)
        return path

    return write


def test_every_kind_of_stored_value_is_read(save):
    path = save(("=1/8", 0.125), ('="a"&"b"', "ab"), ("=NA()", "#N/A"), ("=1=1", True), ('=""', ""))
    assert read_cached(path) == {
        "Cost & flow": {
            "B1": Cached("1/8", 0.125),
            "B2": Cached('"a"&"b"', "ab"),
            "B3": Cached("NA()", CachedError("#N/A")),
            "B4": Cached("1=1", True),
            "B5": Cached('""', ""),
        }
    }


def test_right_values_agree(save, libreoffice):
    path = save(
        ("=1000/3", 333.3333333),
        ("=3*25%", 0.75),
        ('="a"&"b"', "ab"),
        ("=1=1", True),
        ("=1=2", False),
        ('=IF(1=1,"","x")', ""),
    )
    assert disagreements(path, libreoffice) == []


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=1000/3", 333.34),
        ("=7%/2", 0.039),
        ('="a"&"b"', "AB"),
        ("=1=1", False),
        ("=1=1", "TRUE"),
        ("=2+2", ""),
        ("=2+2", "4"),
        ('="4"', 4),
        ("=NA()", "#N/A"),
        ("=1/0", 0),
        ("=2+2", "#N/A"),
    ],
)
def test_a_wrong_value_is_reported(save, libreoffice, formula, value):
    path = save(("=1+1", 2), (formula, value))
    assert [found.cell for found in disagreements(path, libreoffice)] == ["B2"]


def test_a_disagreement_reads_as_a_sentence(save, libreoffice):
    (found,) = disagreements(save(("=2+2", 5)), libreoffice)
    assert str(found) == "Cost & flow!B1: stored 5.0, recalculated 4.0, from =2+2"


def test_a_missing_value_is_reported(save, libreoffice, rewrite):
    path = rewrite(save(("=0+0", 0)), "xl/worksheets/sheet1.xml", "<v>0</v>", "")
    (found,) = disagreements(path, libreoffice)
    assert str(found) == "Cost & flow!B1: stored nothing, recalculated 0.0, from =0+0"


def test_an_array_formula_is_judged_in_each_of_its_cells(tmp_path, libreoffice):
    path = tmp_path / "array.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_array_formula("A1:A3", "{=2*{1;2;3}}", None, 2)
        sheet.write_number("A2", 4)
        sheet.write_number("A3", 7)
    assert [(f.cell, f.cached) for f in disagreements(path, libreoffice)] == [("A3", 7.0)]


def test_a_shared_formula_is_found_in_each_of_its_cells(save, libreoffice, rewrite):
    path = save(("=ROW()", 1), ("=ROW()", 9))
    sheet = "xl/worksheets/sheet1.xml"
    rewrite(path, sheet, '"B1"><f>', '"B1"><f t="shared" si="0" ref="B1:B2">')
    rewrite(path, sheet, '"B2"><f>ROW()</f>', '"B2"><f t="shared" si="0"/>')
    (found,) = disagreements(path, libreoffice)
    assert (found.cell, found.formula, found.recalculated) == ("B2", "ROW()", 2.0)


@pytest.mark.parametrize(
    ("cached", "truth", "same"),
    [
        (1_000_000.004, 1_000_000.0, True),
        (1_000_000.006, 1_000_000.0, False),
        (1e9, 1e9 + 0.9, True),
        (0.035, 0.0351, False),
        (0.035, 0.035 + 1e-9, True),
        (-2.0, 2.0, False),
        (0.0, "", False),
        ("", 0.0, False),
        (None, None, False),
        (float("nan"), 1.0, False),
        (CachedError("#N/A"), "#N/A", False),
    ],
)
def test_the_tolerance_is_half_a_cent_for_amounts_and_strict_for_rates(cached, truth, same):
    assert agree(cached, truth) is same
