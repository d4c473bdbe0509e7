"""The parts of the add-in's package that are ours: ribbon, help for arguments, properties."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

import xlbudget
from xlbudget.catalogue import Function
from xlbudget.hosts.excel.wrappers import VbaError

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RIBBON_TYPE = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_HELP = "{8193D73E-4604-4355-AFF4-8A2333D13BE4}"
"""Excel's own mark for the help that its function wizard shows for arguments."""

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
_MADE = "2020-01-01T00:00:00Z"
"""A fixed date: the same sources give the same bytes."""


def with_ribbon(relationships: bytes, part: str) -> bytes:
    """Return the relationships of the package, with that of the ribbon."""
    added = f'<Relationship Id="rIdXlbRibbon" Type="{_RIBBON_TYPE}" Target="{part}"/>'
    return _inserted(relationships, "</Relationships>", f"{added}</Relationships>")


def with_help(workbook: bytes, functions: Iterable[Function]) -> bytes:
    """Return the workbook with help for each argument, where Excel itself saves such help."""
    names = "".join(map(_help, functions))
    added = (
        f'<ext uri="{_HELP}" xmlns:x14="{_X14}"><x14:definedNames>{names}</x14:definedNames></ext>'
    )
    return _inserted(workbook, "<extLst>", f"<extLst>{added}")


def core_xml() -> bytes:
    """Return who made the add-in, and when: nothing of the machine that built it."""
    return (
        f"{_DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>xlbudget</dc:title><dc:creator>xlbudget</dc:creator>"
        f"<dc:description>Functions for school technology budgets, version {xlbudget.__version__}."
        "</dc:description><cp:lastModifiedBy>xlbudget</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_MADE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_MADE}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def app_xml() -> bytes:
    """Return which application the add-in is for."""
    return (
        f'{_DECLARATION}<Properties xmlns="{_PROPERTIES}/extended-properties">'
        "<Application>Microsoft Excel</Application><Company>xlbudget</Company>"
        "<AppVersion>16.0300</AppVersion></Properties>"
    ).encode()


def _help(function: Function) -> str:
    arguments = "".join(
        f'<x14:argumentDescription index="{place}">{escape(parameter.says)}'
        "</x14:argumentDescription>"
        for place, parameter in enumerate(function.parameters)
    )
    return (
        f"<x14:definedName name={quoteattr(function.name)}>"
        f'<x14:argumentDescriptions count="{len(function.parameters)}">{arguments}'
        "</x14:argumentDescriptions></x14:definedName>"
    )


def _inserted(part: bytes, before: str, after: str) -> bytes:
    """Return a part with one piece of text replaced, which must stand there once."""
    text = part.decode()
    if text.count(before) != 1:
        raise VbaError(f"{before} stands {text.count(before)} times in a part of the package")
    return text.replace(before, after).encode()
