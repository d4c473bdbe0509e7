"""Have a spreadsheet calculate the whole workbook when it opens the file."""

from __future__ import annotations

from xlbudget.workbook.elements import Edit, prefix_of, spliced, without_facts
from xlbudget.workbook.parts import read_part
from xlbudget.workbook.read import Book

_BEFORE = ("definedNames", "externalReferences", "sheets")
_FACT = b' fullCalcOnLoad="1"'


def calculate_on_opening(book: Book) -> dict[str, bytes]:
    """Return the workbook's own part, asking for a whole calculation on opening.

    Args:
        book: The workbook.

    """
    part, root = book.contents.part, book.contents.root
    data = read_part(book.package, part)
    setting = root.child("calcPr")
    if setting is not None:
        tag = data[setting.start : setting.opened]
        rest = without_facts(tag, (b"fullCalcOnLoad",))
        end = b"/>" if rest.endswith(b"/>") else b">"
        made = rest.removesuffix(end).rstrip() + _FACT + end
        return {part: spliced(data, [(setting.start, setting.opened, made)])}
    before = next(found for name in _BEFORE if (found := root.child(name)) is not None)
    prefix = prefix_of(data, before).encode()
    edit: Edit = (before.end, before.end, b"<%bcalcPr%b/>" % (prefix, _FACT))
    return {part: spliced(data, [edit])}
