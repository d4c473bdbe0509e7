"""The table of defined names: what each stands for, so that a formula can be read."""

from __future__ import annotations

from collections.abc import Iterable

from xlbudget.sheets.plan import Column, Form, Name, Part, Table, keyed

NAMES = "Names"


def names_table(names: Iterable[Name], left: float, right: float) -> Table:
    """Return the table of the names that a workbook defines.

    Args:
        names: The names, with what each is for.
        left: The width of the column of names, in digits.
        right: The width of the column of meanings, in digits.

    """
    return Table(
        name=NAMES,
        heading="Names in formulas",
        columns=(
            Column(header="Name", part=Part.LABEL, form=Form.TEXT, width=left),
            Column(header="What it stands for", part=Part.LABEL, form=Form.WRAPPED, width=right),
        ),
        rows=tuple(keyed(name.name, (name.name, name.says)) for name in names),
    )
