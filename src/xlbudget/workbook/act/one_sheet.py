"""A copy of a workbook that prints one sheet only."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from xlbudget.errors import UnknownChoiceError
from xlbudget.workbook.elements import elements, prefix_of, spliced
from xlbudget.workbook.parts import read_part, write_package
from xlbudget.workbook.read import Book

_NOTHING = "$XFD$1048576"  # a cell that nobody fills: a page without content is not printed
_PRINTED = frozenset({"_xlnm.Print_Area", "_xlnm.Print_Titles"})


def one_sheet(book: Book, sheet: str, out: Path) -> None:
    """Write a copy of a workbook of which only one sheet is printed.

    LibreOffice prints hidden sheets as well; so every other sheet gets an empty area to print.

    Args:
        book: The workbook; it stays as it is.
        sheet: The tab that is printed.
        out: Where the copy goes; a file that stands there is replaced.

    Raises:
        UnknownChoiceError: There is no such sheet.

    """
    tabs = [element.facts.get("name", "") for element in book.contents.all("sheet")]
    if sheet not in tabs:
        raise UnknownChoiceError(
            saw=f"There is no sheet {sheet}",
            wants=f"The workbook has the sheets {', '.join(tabs)}",
            fix="Name one of them",
            place=book.path.name,
        )
    part = book.contents.part
    data = read_part(book.package, part)
    found = elements(data, ("sheets", "definedNames", "definedName"), f"{book.path.name}: {part}")
    held = found[-1]
    prefix = prefix_of(data, held)
    areas = "".join(_area(prefix, i, tab) for i, tab in enumerate(tabs) if tab != sheet).encode()
    if held.name == "definedNames":
        others = (one for one in held.inside if _prints_other(one.facts, tabs.index(sheet)))
        edits = [(one.start, one.end, b"") for one in others]
        edits.append((held.closed, held.closed, areas))
    else:
        name = f"{prefix}definedNames".encode()
        edits = [(held.end, held.end, b"<%b>%b</%b>" % (name, areas, name))]
    write_package(book.package, out, {part: spliced(data, edits)})


def _area(prefix: str, place: int, tab: str) -> str:
    """Return the name that has a sheet print nothing."""
    title = escape(tab.replace("'", "''"))
    name = f"{prefix}definedName"
    return f'<{name} name="_xlnm.Print_Area" localSheetId="{place}">\'{title}\'!{_NOTHING}</{name}>'


def _prints_other(facts: dict[str, str], place: int) -> bool:
    return facts.get("name") in _PRINTED and facts.get("localSheetId") != str(place)
