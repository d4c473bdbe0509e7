"""A workbook is seen as printed, too narrow columns included."""

import pytest
import xlsxwriter

from judges.pictures import render, text_of

PNG = b"\x89PNG"


@pytest.fixture
def save(tmp_path):
    """Save an amount in a column of some width, twice with a page break; return the path."""

    def write(width):
        path = tmp_path / "amount.xlsx"
        with xlsxwriter.Workbook(path) as workbook:
            sheet = workbook.add_worksheet()
            sheet.set_column(0, 0, width, workbook.add_format({"num_format": "$#,##0.00"}))
            sheet.write_column("A1", [1234567.5, 7654321.5])
            sheet.set_h_pagebreaks([1])
        return path

    return write


def test_each_page_is_a_picture(save, tmp_path, libreoffice):
    pages = render(save(20), tmp_path / "out", libreoffice)
    assert [page.name for page in pages] == ["amount-1.png", "amount-2.png"]
    assert [page.read_bytes()[:4] for page in pages] == [PNG, PNG]


def test_a_wide_column_shows_its_amount(save, tmp_path, libreoffice):
    text = text_of(libreoffice.to_pdf(save(20), tmp_path))
    assert "$1,234,567.50" in text
    assert "###" not in text


def test_a_narrow_column_shows_number_signs(save, tmp_path, libreoffice):
    text = text_of(libreoffice.to_pdf(save(5), tmp_path))
    assert "###" in text
    assert "1,234" not in text


def test_pages_of_an_earlier_picture_are_gone(save, tmp_path, libreoffice):
    (tmp_path / "amount-9.png").write_bytes(PNG)
    assert len(render(save(20), tmp_path, libreoffice)) == 2
