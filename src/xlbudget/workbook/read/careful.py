"""A parser of the standard library over a part, with every harm refused in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from xlbudget.workbook.read.limits import refuse

Begin = Callable[[str, dict[str, str]], None]


def parse(
    data: bytes,
    place: str,
    *,
    begin: Begin,
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Tell the elements of a part in order, by their names without a prefix.

    Raises:
        UnreadableFileError: It is not sound XML, or it declares a document type.

    """
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, facts: begin(name.rpartition(":")[2], facts)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = lambda *_: _unsound(place, "It declares a document type")
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        _unsound(place, f"It is not sound XML in line {error.lineno}", error)


def _unsound(place: str, saw: str, error: Exception | None = None) -> NoReturn:
    fix = "Open the workbook in Excel or LibreOffice and save it anew"
    refuse(saw, "Each part of a workbook is plain XML", fix, place, error)
