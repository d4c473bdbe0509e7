"""What a file is, by its name: a workbook, an archive, something else, or rubbish of a system."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto
from pathlib import PurePosixPath


class Kind(Enum):
    """What is done with a file: it is looked into, opened as an archive, named, or passed over."""

    WORKBOOK = auto()
    ARCHIVE = auto()
    UNFINISHED = auto()
    RUBBISH = auto()
    OTHER = auto()


_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_UNFINISHED = frozenset({".crdownload", ".part", ".partial", ".download", ".filepart"})
_RUBBISH = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
_RUBBISH_FOLDERS = frozenset(
    {"__macosx", "$recycle.bin", "system volume information", ".dropbox.cache", ".git"}
)
_RUBBISH_NAMES = re.compile(r"~\$.*|~.*\.tmp|.*\.tmp|\._.*|\.~lock\..*#|\.trash.*", re.IGNORECASE)

_AS_XLSX = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)"
_ASK = "Ask the school for the workbook that was sent to it"
_UNPACK = "Unpack it, and put what is in it into the inbox"
_OTHERS: tuple[tuple[str, str, str], ...] = (
    (".xls .xlt .xlw", "It is a workbook of the old form .xls", _AS_XLSX),
    (".xlsb", "It is a workbook of the binary form .xlsb", _AS_XLSX),
    (".ods .ots .fods", "It is an OpenDocument workbook", _AS_XLSX),
    (".csv .tsv", "It is a table of plain text, without the workbook's sheets", _ASK),
    (".pdf", "It is a PDF", _ASK),
    (".numbers", "It is a workbook of Numbers", "In Numbers: File > Export To > Excel"),
    (
        ".gsheet",
        "It is a link to a Google Sheet, and not the workbook itself",
        "In Google Sheets: File > Download > Microsoft Excel (.xlsx)",
    ),
    (".url .lnk .webloc", "It is a link to a file, and not the file itself", _ASK),
    (".eml .msg", "It is a mail", "Open the mail, and save its attachment into the inbox"),
    (".rar .7z .gz .tgz .tar .bz2 .xz", "It is an archive of a form that is not opened", _UNPACK),
    (".doc .docx .odt .rtf .txt .md .pages", "It is a text document", _ASK),
    (".htm .html .mht", "It is a web page", _ASK),
    (".png .jpg .jpeg .heic .gif .tif .tiff .bmp .webp", "It is a picture", _ASK),
    (".zip", "It is an archive", _UNPACK),
)
_BY_ENDING = {ending: (saw, fix) for endings, saw, fix in _OTHERS for ending in endings.split()}


def kind_of(name: str) -> Kind:
    """Return what is done with a file, by its name or its path with ``/``."""
    *folders, last = name.split("/")
    ending = ending_of(last)
    if is_rubbish(last) or any(map(is_rubbish_folder, folders)):
        return Kind.RUBBISH
    if ending in _UNFINISHED:
        return Kind.UNFINISHED
    if ending in _WORKBOOKS:
        return Kind.WORKBOOK
    return Kind.ARCHIVE if ending == ".zip" else Kind.OTHER


def ending_of(name: str) -> str:
    """Return the ending of a name, in small letters."""
    return PurePosixPath(name.rstrip()).suffix.casefold()


def is_rubbish(name: str) -> bool:
    """Whether a file's name is one that systems and programs leave behind."""
    return name.casefold() in _RUBBISH or _RUBBISH_NAMES.fullmatch(name) is not None


def is_rubbish_folder(name: str) -> bool:
    """Whether a folder is one of a system, which no person put anything into."""
    return name.casefold() in _RUBBISH_FOLDERS or name.casefold().startswith(".trash")


def no_workbook(name: str) -> tuple[str, str]:
    """Return what a file is that is no workbook, by its name, and what to do about it."""
    return _BY_ENDING.get(ending_of(name), ("It is no workbook", _ASK))


def is_package(names: Iterable[str]) -> bool:
    """Whether what is in a zip file makes it a workbook, whatever its name is."""
    return {"[Content_Types].xml", "xl/workbook.xml"} <= set(names)
