"""Which column of a budget's table each heading on a sheet means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from xlbudget.model.field import Field
from xlbudget.model.former import FORMER_HEADERS
from xlbudget.model.tables import Table
from xlbudget.model.text import cleaned

_YEARLY = re.compile(r"(?P<stem>.*?[^0-9])(?P<number>[0-9]{1,2}|(?:19|20|21)[0-9]{2})")
_MOST_YEARS = 30
_YEAR_DIGITS = 4


def plain(heading: str) -> str:
    """Return a heading without what people change in one: case, spaces, signs, a unit in brackets.

    Example:
        >>> plain("Unit  price ($)")
        'unitprice'

    """
    return re.sub(r"[\W_]+", "", re.sub(r"[(\[].*?[)\]]", "", cleaned(heading))).casefold()


def columns_meant(table: Table, headings: Mapping[int, str], first_year: int) -> dict[int, str]:
    """Return the name in files of every column whose heading is known, by its place.

    A column goes by its header first; by its name in files only where no other has that header,
    for a calculated “Program id” stands beside “Program”, which people fill in.  Last it goes by a
    header that it had in an older template.

    Args:
        table: The table.
        headings: The headings by place.
        first_year: Fiscal year of the columns of year 1.

    """
    by_header = {plain(field.header): field for field in table.fields}
    by_name = {plain(field.name): field for field in table.fields}
    found = _named(by_header, headings, first_year)
    rest = {place: heading for place, heading in headings.items() if place not in found}
    taken = set(found.values())
    others = _named(by_name, rest, first_year)
    others = _named(_former(table), rest, first_year) | others
    return found | {place: name for place, name in others.items() if name not in taken}


def headers_meant(table: Table, headings: Mapping[int, str], first_year: int) -> dict[int, str]:
    """Return today's header of every column whose heading is known, by its place.

    Args:
        table: The table.
        headings: The headings by place.
        first_year: Fiscal year of the columns of year 1.

    """
    fields = {field.name: field for field in table.fields}
    headers = {}
    for at, meant in sorted(columns_meant(table, headings, first_year).items()):
        stem, _, year = meant.rpartition("_")
        if meant in fields:
            headers[at] = fields[meant].header
        else:
            headers[at] = f"{fields[stem].header} {int(year) - first_year + 1}"
    return headers


def fields_meant(table: Table, headings: Mapping[int, str]) -> int:
    """Return how many of a table's columns a row of headings names, each year's as one."""
    names = columns_meant(table, headings, 2000).values()
    return len({re.sub("_[12][0-9]{3}$", "", name) for name in names})


def _former(table: Table) -> dict[str, Field]:
    fields = {field.name: field for field in table.fields}
    own = ((words, name) for (of, words), name in FORMER_HEADERS.items() if of == table.name)
    return {plain(words): fields[name] for words, name in own}


def _named(
    fields: Mapping[str, Field], headings: Mapping[int, str], first_year: int
) -> dict[int, str]:
    found = {}
    for place, heading in headings.items():
        name = _name(fields, plain(heading), first_year)
        if name:
            found[place] = name
    return found


def _name(fields: Mapping[str, Field], heading: str, first_year: int) -> str:
    field = fields.get(heading)
    if field is not None and not field.yearly:
        return field.name
    match = _YEARLY.fullmatch(heading)
    if match is None:
        return ""
    field = fields.get(match["stem"]) or fields.get(match["stem"].removesuffix("fy"))
    year = _year(match["number"], first_year)
    return f"{field.name}_{year}" if field is not None and field.yearly and year else ""


def _year(number: str, first_year: int) -> int | None:
    """Return the fiscal year that a heading's number means: of year 1, or 2027 itself."""
    if len(number) == _YEAR_DIGITS:
        return int(number)
    return first_year + int(number) - 1 if 1 <= int(number) <= _MOST_YEARS else None
