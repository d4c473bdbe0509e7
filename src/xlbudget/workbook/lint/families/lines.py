"""Lines: each has an id, its choices come from lists, and what costs money says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from xlbudget.model import LineItem
from xlbudget.model.field import field_named
from xlbudget.model.finding import Severity
from xlbudget.model.school_answer import AnswerLine
from xlbudget.sheets.school.my_lines import COST, TABLE
from xlbudget.workbook.lint.area import Area, address, areas_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read import Table

LINE_RULES = Family()
_E, _W = Severity.FATAL, Severity.WARNING
_LEAST_WORDS = 15
_NOTHING = frozenset({"", "0.0"})


@dataclass(frozen=True, slots=True)
class LineTable:
    """A table of lines, and which of its headers mean what."""

    name: str
    why: str
    costs: tuple[str, ...]
    chosen: tuple[str, ...]
    line: str
    says: str


def _line_table(name: str, record: type, why: str, costs: str, chosen: str) -> LineTable:
    """Return a table of lines by the fields of its record; headers are declared there."""

    def headers(fields: str) -> tuple[str, ...]:
        return tuple(field_named(record, field).header for field in fields.split())

    (reason,), (line, says) = headers(why), headers("line_id description")
    return LineTable(name, reason, headers(costs), headers(chosen), line, says)


_TABLES = (
    _line_table(
        "LineItems",
        LineItem,
        "justification",
        "unit_price quantity",
        "goal_1 source_1 category area cost_type need status",
    ),
    replace(
        _line_table(TABLE, AnswerLine, "why", "", "action item_id goal_id source_id"),
        costs=(COST,),
    ),
)
"""Of the district's workbook and of a school's."""

Cells = dict[str, tuple[str, str]]
"""Address and text by header."""


@LINE_RULES.rule(
    "I07",
    "Choice without a drop-down",
    ours(_E),
    wants="What a line is, what it serves and who pays for it are chosen from lists",
    fix="Take the column's validation from the template again",
    source="Future Ready Schools (funding linked to plans)",
)
def _choices(subject: Subject) -> Iterator[Fault]:
    for leaf, kind, table, area in _tables(subject):
        lists = [
            held
            for one in leaf.all("dataValidations", "dataValidation")
            if one.facts.get("type") == "list"
            for held in areas_of(one.facts.get("sqref", ""))
        ]
        for i, column in enumerate(table.columns):
            place = (area.top + 1, area.left + i)
            if column.name in kind.chosen and not any(held.holds(*place) for held in lists):
                saw = f"The column {column.name!r} has no drop-down"
                yield Fault(saw, leaf.name, address(*place))


@LINE_RULES.rule(
    "I09",
    "Line id twice or missing",
    ours(_E),
    wants="Each line has an id that no other has: it is known by it in every report",
    fix="Give each line an id of its own",
    source="sheet-lint, duplicate_key",
)
def _ids(subject: Subject) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for leaf, kind, cells in _rows(subject):
        (ref, line), (_, says) = cells[kind.line], cells[kind.says]
        key = line.strip().casefold()
        if not key and says:
            yield Fault("A line has a description, and no id", leaf.name, ref)
        elif key in seen:
            yield Fault(f"The id {line} stands in {seen[key]} already", leaf.name, ref)
        elif key:
            seen[key] = ref


@LINE_RULES.rule(
    "I10",
    "Line without a reason",
    ours(_W),
    wants=f"Each line that costs something says why, in {_LEAST_WORDS} characters or more",
    fix="Write one sentence that names whom it serves",
    source="Future Ready Schools (all expenditures must be justified)",
)
def _reasons(subject: Subject) -> Iterator[Fault]:
    for leaf, kind, cells in _rows(subject):
        line, (ref, why) = cells[kind.line][1], cells[kind.why]
        costs = any(cells[name][1] not in _NOTHING for name in kind.costs)
        if line.strip() and costs and len(why.strip()) < _LEAST_WORDS:
            yield Fault(f"Line {line} says {why!r} as its reason", leaf.name, ref)


def _tables(subject: Subject) -> Iterator[tuple[Leaf, LineTable, Table, Area]]:
    """Give each table of lines: where it stands, and what its headers mean."""
    known = {kind.name: kind for kind in _TABLES}
    for leaf in subject.leaves:
        for table, area in leaf.areas:
            if table.name in known:
                yield leaf, known[table.name], table, area


def _rows(subject: Subject) -> Iterator[tuple[Leaf, LineTable, Cells]]:
    """Give each row of the lines; a column that is gone is blank."""
    for leaf, kind, table, area in _tables(subject):
        names = [column.name for column in table.columns]
        wanted = (kind.line, kind.says, kind.why, *kind.costs)
        places = {name: area.left + names.index(name) for name in wanted if name in names}
        for row in range(area.top + 1, area.bottom + 1):
            cells = dict.fromkeys(wanted, ("", ""))
            for name, column in places.items():
                ref = address(row, column)
                cells[name] = (ref, leaf.text(ref))
            yield leaf, kind, cells
