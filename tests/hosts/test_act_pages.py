"""The board page: the pages of one sheet in PDF, made by LibreOffice, or two ways out in words."""

import subprocess

import pytest

from workbook.act.acted import small_book
from xlbudget.errors import FileError, MissingFileError
from xlbudget.hosts import act_pages
from xlbudget.hosts.act_pages import export_pages


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return small_book(tmp_path_factory.mktemp("made") / "our book.xlsx")


def test_the_pdf_has_the_two_pages_of_summary_only(book, tmp_path):
    out = tmp_path / "page.pdf"
    saved = export_pages(book, "Summary", out)
    assert saved.path == out
    words = subprocess.run(["pdftotext", out, "-"], capture_output=True, text=True, check=True)
    pages = words.stdout.rstrip("\f").split("\f")
    assert len(pages) == 2
    assert "Asked, year 1" in pages[0]
    assert "Line items" not in words.stdout


def test_without_libreoffice_the_two_ways_out_are_told(book, tmp_path, monkeypatch):
    monkeypatch.setattr(act_pages, "find_libreoffice", lambda: "")
    with pytest.raises(MissingFileError) as refusal:
        export_pages(book, "Summary", tmp_path / "page.pdf")
    assert "save it there as PDF; or install LibreOffice" in refusal.value.fix
    assert list(tmp_path.iterdir()) == []


def test_a_libreoffice_that_makes_nothing_is_told_in_its_words(book, tmp_path, monkeypatch):
    monkeypatch.setattr(act_pages, "find_libreoffice", lambda: "/bin/false")
    with pytest.raises(FileError) as refusal:
        export_pages(book, "Summary", tmp_path / "page.pdf")
    assert "made no PDF" in refusal.value.saw
