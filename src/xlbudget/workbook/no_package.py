"""What a file is that is called .xlsx and is none, in words."""

from __future__ import annotations

from collections.abc import Collection

from xlbudget.errors import UnreadableFileError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_SAVE = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)"
_HEADS: tuple[tuple[tuple[bytes, ...], str], ...] = (
    ((b"<!doctype html", b"<html", b"<table"), "It is a web page under the name of a workbook"),
    ((b"<?xml", b"\xef\xbb\xbf<?xml"), "It is an XML text under the name of a workbook"),
    ((b"%pdf",), "It is a PDF under the name of a workbook"),
    ((b"{\\rtf",), "It is a text document under the name of a workbook"),
)


def check_head(data: bytes, place: str) -> None:
    """Refuse what does not begin as a package does.

    Raises:
        UnreadableFileError: The file is of another kind; the error says of which.

    """
    if data.startswith(b"PK"):
        return
    if not data:
        raise _no_workbook("The file is empty", "Look for a copy that was saved", place)
    if data.startswith(_OLE):
        if _PASSWORD in data:
            fix = "Open it, take the password off, and save it under a new name"
            raise _no_workbook("It is locked with a password", fix, place)
        raise _no_workbook("It is a workbook of the old form .xls", _SAVE, place)
    head = data[:64].lstrip().lower()
    saw = next((saw for heads, saw in _HEADS if head.startswith(heads)), "")
    if not saw:
        is_text = b"\0" not in data[:4096]
        saw = "It is plain text, such as a CSV file" if is_text else "It is no workbook"
    raise _no_workbook(saw, _SAVE, place)


def check_content(names: Collection[str], place: str, *, with_macros: bool = False) -> None:
    """Refuse a package that is no .xlsx, by the names of its parts.

    Raises:
        UnreadableFileError: It is a package of another program, or has macros.

    """
    if not with_macros and any(name.endswith("vbaProject.bin") for name in names):
        raise _no_workbook("It is a workbook with macros", _SAVE, place)
    if "xl/workbook.bin" in names:
        raise _no_workbook("It is a workbook of the binary form .xlsb", _SAVE, place)
    if "mimetype" in names and "content.xml" in names:
        raise _no_workbook("It is an OpenDocument file, as .ods is", _SAVE, place)
    if "[Content_Types].xml" not in names:
        raise _no_workbook("It is a package of files, and no workbook", _SAVE, place)


def _no_workbook(saw: str, fix: str, place: str) -> UnreadableFileError:
    return UnreadableFileError(
        saw=saw, wants="A workbook in the form .xlsx is needed", fix=fix, place=place
    )
