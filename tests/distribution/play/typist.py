"""Typing into a workbook quickly: its cells are changed in the package, and nothing else is.

Text is stored as text, as a spreadsheet stores what begins with an apostrophe; a formula loses
its result, and a result can be changed without its formula.
"""

import re
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile

_CELL = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_STYLE = re.compile(r' s="[0-9]+"')
_VALUE = re.compile(r"<v>[^<]*</v>")


class NoSuchCellError(Exception):
    """A cell is not in its sheet."""


def type_cells(source, target, cells, results=None):
    """Type into a workbook.

    Args:
        source: The workbook.
        target: Where the new one goes.
        cells: Values by sheet and cell: None clears, text that begins with = is a formula when it
            is a ``Formula``.
        results: Results of formulas by sheet and cell, whose formulas stay.

    """
    with ZipFile(source) as package:
        parts = parts_by_sheet(package)
        changed = {
            parts[sheet]: _typed(
                package.read(parts[sheet]).decode(), cells.get(sheet, {}), results.get(sheet, {})
            )
            for results in (results or {},)
            for sheet in {*cells, *results}
        }
        with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as made:
            for info in package.infolist():
                data = changed.get(info.filename)
                made.writestr(info, package.read(info) if data is None else data)
    return target


class Formula(str):
    """A formula, without its equals sign."""

    __slots__ = ()


def parts_by_sheet(package):
    """The name of the part of each sheet."""
    book = package.read("xl/workbook.xml").decode()
    links = package.read("xl/_rels/workbook.xml.rels").decode()
    targets = dict(re.findall(r'Id="(\w+)"[^>]*?Target="([^"]+)"', links))
    sheets = re.findall(r'<sheet name="([^"]+)"[^>]*? r:id="(\w+)"', book)
    return {name: "xl/" + targets[key].removeprefix("/xl/") for name, key in sheets}


def formula_in(source, sheet, cell):
    """The formula of a cell."""
    with ZipFile(source) as package:
        text = package.read(parts_by_sheet(package)[sheet]).decode()
    found = {one[1]: one[3] or "" for one in _CELL.finditer(text)}
    return found[cell].partition("<f>")[2].partition("</f>")[0]


def _typed(text, cells, results):
    left = {*cells, *results}

    def put(found):
        ref, attributes, inner = found.groups()
        if ref not in left:
            return found[0]
        left.discard(ref)
        if ref in results:
            value = f"<v>{results[ref]}</v>"
            return found[0].replace(inner, _VALUE.sub("", inner) + value)
        style = _STYLE.search(attributes)
        return _cell(ref, style[0] if style else "", cells[ref])

    done = _CELL.sub(put, text)
    if left:
        raise NoSuchCellError(left)
    return done


def _cell(ref, style, value):
    head = f'<c r="{ref}"{style}'
    if value is None:
        return f"{head}/>"
    if isinstance(value, Formula):
        return f"{head}><f>{escape(value, quote=False)}</f></c>"
    if isinstance(value, bool):
        return f'{head} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f"{head}><v>{value!r}</v></c>"
    if value.startswith("#") and value.endswith("!"):
        return f'{head} t="e"><v>{value}</v></c>'
    words = escape(value, quote=False)
    return f'{head} t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
