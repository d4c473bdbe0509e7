"""The sheet that tells what was frozen: every cell, what it was, and what it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from xlbudget.workbook.changes import Changes
from xlbudget.workbook.elements import Element, as_text, prefix_of
from xlbudget.workbook.freeze_cells import Value
from xlbudget.workbook.freeze_rest import Remark

TITLE = "Frozen"

_HEADERS = ("Sheet", "Cell", "Formula before", "Now", "Value")
_WIDTHS = (24, 14, 60, 44, 18)
_FIRST = 5
_MOST_ROWS = 1_000_000
_MOST_LINKS = 65_000  # a sheet takes 65,530 of them
_LONGEST = 32_767
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


@dataclass(frozen=True, slots=True)
class FrozenCell:
    """A cell that was frozen.

    Attributes:
        sheet: The name of its sheet.
        area: Its address, or the cells that its formula filled.
        formula: The formula that it had, without the equals sign.
        value: Its value, or that of the first of several cells.
        twin: The formula that it has now; empty for none.
        is_error: Whether its value is an error.

    """

    sheet: str
    area: str
    formula: str
    value: Value
    twin: str
    is_error: bool


def add_note(
    changes: Changes, cells: Sequence[FrozenCell], remarks: Sequence[Remark], day: date
) -> str:
    """Add the sheet at the end of a workbook, and return its name."""
    contents = changes.contents
    sheets = contents.root.child("sheets")
    kind = contents.related("worksheet")[0].type
    taken = {sheet.facts.get("name", "").casefold() for sheet in contents.all("sheet")}
    title = next(name for n in count(1) if (name := _title(n)).casefold() not in taken)
    parts = {name.casefold() for name in changes.package.members}
    folder = contents.related("worksheet")[0].target.rpartition("/")[0]
    part = next(
        name for n in count(1) if (name := f"{folder}/sheet{n}.xml").casefold() not in parts
    )
    space = _namespace(changes)
    content = "".join(_sheet(cells, remarks, day, space)).encode()
    link = changes.add(part, content, kind, _SHEET_TYPE)
    if sheets is not None:
        number = 1 + max(_number(one) for one in contents.all("sheet"))
        data = changes.was(contents.part)
        tag = f"{prefix_of(data, sheets)}sheet"
        facts = f'name="{title}" sheetId="{number}" xmlns:r="{kind.rpartition("/")[0]}"'
        new = f'<{tag} {facts} r:id="{link}"/>'
        changes.edit(contents.part, [(sheets.closed, sheets.closed, new.encode())])
    return title


def _number(sheet: Element) -> int:
    told = sheet.facts.get("sheetId", "")
    return int(told) if told.isascii() and told.isdigit() else 0


def _title(number: int) -> str:
    return TITLE if number == 1 else f"{TITLE} {number}"


def _namespace(changes: Changes) -> str:
    """Return the namespace of the workbook's own elements: there are two forms of .xlsx."""
    root = changes.contents.root
    prefix = prefix_of(changes.was(changes.contents.part), root).removesuffix(":")
    return root.facts.get(f"xmlns:{prefix}" if prefix else "xmlns", "")


def _sheet(
    cells: Sequence[FrozenCell], remarks: Sequence[Remark], day: date, space: str
) -> Iterator[str]:
    told = cells[:_MOST_ROWS]
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{space}">'
    widths = enumerate(_WIDTHS, start=1)
    columns = (f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in widths)
    yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield f"<cols>{''.join(columns)}</cols><sheetData>"
    yield _row(1, (_headline(remarks),))
    yield _row(2, (f"Made by xlbudget freeze on {day.isoformat()}. {_counted(cells)}",))
    yield _row(4, _HEADERS)
    for n, cell in enumerate(told, start=_FIRST):
        now = f"={cell.twin}" if cell.twin else "its value"
        now = f"its value, an error: {cell.value}" if cell.is_error else now
        yield _row(n, (cell.sheet, cell.area, f"={cell.formula}", now, cell.value))
    for n, remark in enumerate(remarks, start=_FIRST + len(told)):
        yield _row(n, (remark.sheet, remark.place, remark.formula, remark.became))
    yield "</sheetData>"
    if links := "".join(_links(told)):
        yield f"<hyperlinks>{links}</hyperlinks>"
    yield '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'


def _headline(remarks: Sequence[Remark]) -> str:
    if any(remark.calls_still for remark in remarks):
        return "Frozen, but not all of it: the last rows name what still calls xlbudget"
    return "Frozen: this copy of the workbook needs no add-in"


def _counted(cells: Sequence[FrozenCell]) -> str:
    twins = sum(1 for cell in cells if cell.twin)
    more = f" Only the first {_MOST_ROWS:,} are listed." if len(cells) > _MOST_ROWS else ""
    return (
        f"Cells or blocks of cells that became their values: {len(cells) - twins:,}; "
        f"that took a formula of the spreadsheet's own: {twins:,}.{more}"
    )


def _row(number: int, values: Iterable[Value]) -> str:
    cells = (
        _cell(f"{column}{number}", value)
        for column, value in zip("ABCDE", values, strict=False)
        if value != ""
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(at: str, value: Value) -> str:
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, float):
        return f'<c r="{at}"><v>{value!r}</v></c>'
    words = as_text(value[:_LONGEST])
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def _links(cells: Sequence[FrozenCell]) -> Iterator[str]:
    for number, cell in enumerate(cells[:_MOST_LINKS], start=_FIRST):
        sheet = cell.sheet.replace("'", "''")
        place = as_text(f"'{sheet}'!{cell.area}")
        yield f'<hyperlink ref="B{number}" location="{place}" display="{as_text(cell.area)}"/>'
