"""Shows a workbook as a person would see it on paper: PDF, pictures and the words in them."""

import subprocess
from pathlib import Path

from judges.libreoffice import LibreOffice

DOTS_PER_INCH = "70"


def render(workbook: Path | str, folder: Path | str, libreoffice: LibreOffice) -> list[Path]:
    """Print a workbook into a folder, as PDF and as one PNG a page; return the pages' paths."""
    return pages_of(libreoffice.to_pdf(workbook, folder))


def pages_of(pdf: Path) -> list[Path]:
    """Draw each page of a PDF as a PNG beside it and return their paths in order."""
    stem = pdf.with_suffix("")
    for old in _drawn(stem):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", DOTS_PER_INCH, "-png", str(pdf), str(stem)], check=True)
    return _drawn(stem)


def text_of(pdf: Path) -> str:
    """Return the words on the pages; "###" among them is a column too narrow for its number."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


def _drawn(stem: Path) -> list[Path]:
    return sorted(stem.parent.glob(f"{stem.name}-[0-9]*.png"))
