"""Export a sheet of a workbook as pages in PDF, with LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from xlbudget.errors import FileError, MissingFileError
from xlbudget.hosts.libreoffice.program import find_libreoffice
from xlbudget.workbook.act.one_sheet import one_sheet
from xlbudget.workbook.read import open_book
from xlbudget.workbook.save import Saved, save_file

ENDING = ".pdf"
_SECONDS = 300


def export_pages(book: Path, sheet: str, path: Path, *, force: bool = False) -> Saved:
    """Write a sheet of a workbook as pages to print or mail.

    Args:
        book: The workbook.
        sheet: The tab.
        path: The PDF file.
        force: Whether a file that stands there is replaced; a dated copy of it is kept.

    Raises:
        MissingFileError: LibreOffice is not on this machine.
        ExistingFileError: A file stands there.
        FileError: LibreOffice makes no PDF of it, or the file cannot be written.

    """
    office = find_libreoffice()
    if not office:
        raise MissingFileError(
            saw="LibreOffice is not on this machine, and it makes the PDF",
            wants=f"The pages of {sheet} are exported by a spreadsheet",
            fix=f"Open the workbook in Excel, show {sheet}, and save it there as PDF; or install "
            "LibreOffice and run the same command again",
            place=str(book),
        )
    with TemporaryDirectory() as folder:
        place = Path(folder)
        copy = place / "pages.xlsx"
        one_sheet(open_book(book), sheet, copy)
        made = _printed(office, copy, place)
        return save_file(lambda part: _put(made, part), path, force=force, ending=ENDING)


def _printed(office: str, copy: Path, folder: Path) -> Path:
    """Return the PDF of a workbook, made under a profile that is thrown away."""
    profile = (folder / "profile").as_uri()
    words = (office, "--headless", "--norestore", f"-env:UserInstallation={profile}")
    order = ("--convert-to", "pdf:calc_pdf_Export", "--outdir", str(folder), str(copy))
    try:
        done = subprocess.run(  # noqa: S603 - the program was found by us, no shell is involved
            [*words, *order],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _no_pdf(f"It was not done after {_SECONDS} seconds", copy) from error
    pdf = copy.with_suffix(ENDING)
    if not pdf.is_file():
        raise _no_pdf(done.stderr.strip() or done.stdout.strip() or "It said nothing", copy)
    return pdf


def _no_pdf(said: str, copy: Path) -> FileError:
    return FileError(
        saw=f"LibreOffice made no PDF: {said}",
        wants="The pages are exported by LibreOffice",
        fix="Open the workbook in your spreadsheet, and export the sheet there",
        place=copy.name,
    )


def _put(made: Path, part: Path) -> None:
    shutil.copyfile(made, part)
