"""A file that is called .xlsx and is none: the refusal says what it is, and what to do."""

import io
import zipfile

import pytest

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.parts import open_package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def package_of(*names):
    """A package of empty parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name in names:
            package.writestr(name, b"")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "saw", "fix"),
    [
        pytest.param(b"", "empty", "saved", id="empty"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "password", "take", id="locked"),
        pytest.param(OLE, "old form .xls", "save it as", id="xls"),
        pytest.param(b"Line,Amount\n1,2\n", "plain text, such as a CSV", "save it as", id="csv"),
        pytest.param(b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "XML text", "save it as", id="xml"),
        pytest.param(b"\r\n<HTML><table>", "web page", "save it as", id="html"),
        pytest.param(b"%PDF-1.7\n", "PDF", "save it as", id="pdf"),
        pytest.param(b"{\\rtf1", "text document", "save it as", id="rtf"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "no workbook", "save it as", id="picture"),
        pytest.param(package_of("mimetype", "content.xml"), "OpenDocument", "save", id="ods"),
        pytest.param(package_of("xl/workbook.bin"), ".xlsb", "save", id="xlsb"),
        pytest.param(package_of("xl/vbaProject.bin"), "macros", "save", id="xlsm"),
        pytest.param(package_of("readme.txt"), "package of files", "save", id="zip"),
    ],
)
def test_the_refusal_says_what_the_file_is(tmp_path, data, saw, fix):
    path = tmp_path / "budget.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError) as refusal:
        open_package(path)
    assert saw in refusal.value.saw
    assert fix in refusal.value.fix
    assert refusal.value.place == str(path)
