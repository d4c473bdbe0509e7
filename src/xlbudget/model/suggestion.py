"""A first draft of a mapping: which column of a file looks like which field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from xlbudget.model.crosswalk import ASK
from xlbudget.model.field import Field, Kind
from xlbudget.model.finding import Place
from xlbudget.model.header import read_header
from xlbudget.model.mapping import IMPORTED
from xlbudget.model.parse import choice_from
from xlbudget.model.tables import Table
from xlbudget.model.text import cleaned

_ALIKE = 0.75  # how much two names must have in common, of 1
_LOOKED_AT = 20  # rows among which the header is looked for
_MOST_CODES = 40
_TOTAL = re.compile(r"\s*(?:grand |sub-?)?total", re.IGNORECASE)
_ALSO: Mapping[str, tuple[str, ...]] = {
    "line_id": ("line", "line number", "account code", "asset tag", "item number"),
    "description": ("item", "model", "account description", "product", "title"),
    "school_id": ("campus", "building", "site", "location", "organization", "org"),
    "quantity": ("qty", "count", "units", "number of devices"),
    "unit_price": ("price", "unit cost", "cost", "purchase price", "amount", "actual amount"),
    "first_fiscal_year": ("purchase year", "year purchased", "fiscal year", "year"),
    "service_life": ("life", "useful life", "years of use"),
    "object": ("object code", "obj"),
    "function": ("function code", "func", "fct"),
    "project": ("project code", "program intent", "pic"),
    "fund": ("fund code",),
    "name": ("school name", "campus name", "source name"),
    "prior_amount": ("prior year", "last year", "prior year actual"),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A draft of a mapping file, and how much of it was found."""

    text: str
    table: str
    matched: int
    columns: int


def suggestion(
    rows: Sequence[Sequence[str]], *, table: str = "", sheet: str = "", delimiter: str = ""
) -> Suggestion:
    """Return a draft of a mapping for a file, to be edited by a person.

    Args:
        rows: The rows of the file.
        table: The table that it becomes; the likeliest when none is named.
        sheet: The sheet of a workbook, as the draft shall name it.
        delimiter: What sets cells apart, as the draft shall name it.

    """
    header_row = _header_row(rows)
    header = [" ".join(cell.split()) for cell in rows[header_row - 1]] if rows else []
    found = {name: _matches(IMPORTED[name], header) for name in IMPORTED}
    chosen = table or max(found, key=lambda name: sum(score for _, score in found[name].values()))
    matches = {name: column for name, (column, _) in found[chosen].items()}
    lines = [
        "# A draft: look at every line, correct it, and take away what does not fit.",
        f"table = {_quoted(chosen)}",
        *([f"sheet = {_quoted(sheet)}"] if sheet else []),
        *(
            [f"delimiter = {_quoted('tab' if delimiter == chr(9) else delimiter)}"]
            if delimiter
            else []
        ),
        f"header_row = {header_row}",
        *_body(IMPORTED[chosen], matches, header, rows[header_row:]),
    ]
    columns = len([cell for cell in header if cell])
    return Suggestion("\n".join(lines) + "\n", chosen, len(matches), columns)


def _header_row(rows: Sequence[Sequence[str]]) -> int:
    """Return the first row that has as many words as any of the first rows."""
    counts = [sum(_is_word(cell) for cell in row) for row in rows[:_LOOKED_AT]]
    return counts.index(max(counts)) + 1 if counts else 1


def _is_word(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell)


def _matches(table: Table, header: Sequence[str]) -> dict[str, tuple[str, float]]:
    """Return the column of each field that has one, the likeliest pairs first."""
    pairs = sorted(
        (
            (-_likeness(field, cell), place, name, cell)
            for place, cell in enumerate(header)
            if cell and header.count(cell) == 1
            for name, field in _targets(table, cell)
        ),
    )
    found: dict[str, tuple[str, float]] = {}
    for score, _, name, cell in pairs:
        taken = {column for column, _ in found.values()}
        if -score >= _ALIKE and name not in found and cell not in taken:
            found[name] = (cell, -score)
    return found


def _targets(table: Table, cell: str) -> Iterator[tuple[str, Field]]:
    columns, _ = read_header(table, (cell,), Place())
    yield from ((column.name, column.field) for column in columns)
    yield from ((field.name, field) for field in table.fields if not field.yearly)


def _likeness(field: Field, cell: str) -> float:
    names = (field.name.replace("_", " "), field.header, *_ALSO.get(field.name, ()))
    plain = cleaned(cell).replace("_", " ").casefold()
    columns = {name.casefold() for name in names}
    if plain in columns or (field.yearly and plain.startswith(tuple(columns))):
        return 1.0
    return max(SequenceMatcher(None, name, plain).ratio() for name in columns)


def _body(
    table: Table,
    matches: Mapping[str, str],
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> Iterator[str]:
    yield from ("", "[columns]  # field = column of the file")
    yield from (f"{name} = {_quoted(column)}" for name, column in matches.items())
    yield from (
        f"# no field was found for the column {_quoted(cell)}"
        for cell in header
        if cell and cell not in matches.values()
    )
    missing = [field for field in table.fields if field.required and field.name not in matches]
    if missing:
        yield from ("", "[constants]  # needed, and in no column: fill in what all rows have")
        yield from (f"# {field.name} = {_example(field)}" for field in missing)
    for name, column in matches.items():
        field = next((one for one in table.fields if one.name == name), None)
        if field is not None and field.kind is Kind.CHOICE:
            yield from _codes(field, header.index(column), rows)
    if label := _column_of_totals(header, rows):
        yield from ("", "[skip]  # rows of totals")
        yield f'{_quoted(label)} = ["Total*", "Subtotal*", "Grand total*"]'


def _column_of_totals(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the first column in which a cell says that its row is a total; "" for none."""
    for place, name in enumerate(header):
        if name and any(place < len(row) and _TOTAL.match(row[place]) for row in rows):
            return name
    return ""


def _codes(field: Field, place: int, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    seen = dict.fromkeys(cleaned(row[place]) for row in rows if place < len(row))
    strange = [code for code in seen if code and choice_from(field.choices, code) is None]
    if strange:
        yield from ("", f"[codes.{field.name}]  # one of: {', '.join(field.choices)}")
        yield f"default = {_quoted(ASK)}"
        yield f"[codes.{field.name}.values]"
        yield from (f"# {_quoted(code)} = {_quoted('')}" for code in strange[:_MOST_CODES])
        known = [code for code in seen if code and code not in strange]
        yield from (
            f"{_quoted(code)} = {_quoted(choice_from(field.choices, code) or '')}" for code in known
        )


def _example(field: Field) -> str:
    if field.choices:
        return f"{_quoted(field.choices[0])}  # one of: {', '.join(field.choices)}"
    return f"{_quoted('')}  # {field.says}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
