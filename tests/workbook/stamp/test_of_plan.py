"""plan_digests: each change of a workbook's plan flips the sheets that it touches."""

from dataclasses import replace

import pytest

from samples import BUDGET, with_first, with_more
from workbook.stamp.conftest import ROOM
from xlbudget.sheets.book import district_book
from xlbudget.sheets.plan import Calculated, Column, Name, Sheet
from xlbudget.sheets.service_sheets import DIGEST, ROLES, STRUCTURE
from xlbudget.sheets.template import template_book
from xlbudget.workbook.stamp import plan_digests, with_digests


@pytest.fixture(scope="module")
def usual(plan):
    return plan_digests(plan)


def with_sheet(plan, title, change):
    """A plan with one sheet changed by a function."""
    sheets = tuple(change(sheet) if sheet.title == title else sheet for sheet in plan.sheets)
    return replace(plan, sheets=sheets)


def with_table(plan, name, change):
    """A plan with one table changed by a function."""
    (title,) = [sheet.title for sheet in plan.sheets for t in sheet.tables if t.name == name]
    return with_sheet(
        plan,
        title,
        lambda sheet: replace(
            sheet, tables=tuple(change(t) if t.name == name else t for t in sheet.tables)
        ),
    )


def with_column(plan, name, of, /, **facts):
    """A plan with one column of a table changed."""
    return with_table(
        plan,
        name,
        lambda table: replace(
            table,
            columns=tuple(replace(c, **facts) if c.header == of else c for c in table.columns),
        ),
    )


def with_cell(plan, name, cell):
    """A plan whose first calculated cell in the first row of a block is another one."""

    def change(table):
        first, *others = table.rows
        at = next(i for i, held in enumerate(first.cells) if isinstance(held, Calculated))
        made = cell(first.cells[at])
        cells = (*first.cells[:at], made, *first.cells[at + 1 :])
        return replace(table, rows=(replace(first, cells=cells), *others))

    return with_table(plan, name, change)


def swapped(table):
    """A table whose second and third column change places."""

    def swap(cells):
        return (cells[0], cells[2], cells[1], *cells[3:])

    rows = tuple(replace(row, cells=swap(row.cells)) for row in table.rows)
    spare = swap(table.spare_cells) if table.spare_cells else ()
    return replace(table, columns=swap(table.columns), rows=rows, spare_cells=spare)


def widened(table):
    """A table with a column of its owner."""
    rows = tuple(replace(row, cells=(*row.cells, None)) for row in table.rows)
    spare = (*table.spare_cells, None) if table.spare_cells else ()
    columns = (*table.columns, Column(header="Own"))
    return replace(table, columns=columns, rows=rows, spare_cells=spare)


CHANGES = {
    "a formula of a column altered": (
        lambda plan: with_column(plan, "LineItems", "Year 1", formula="=1+1*BaseYear"),
        {"Line items"},
    ),
    "a formula of a block altered": (
        lambda plan: with_cell(plan, "Growth", lambda held: replace(held, formula="=1*BaseYear")),
        {"Cost by year"},
    ),
    "a formula of a block typed over": (
        lambda plan: with_cell(plan, "FundingPlan", lambda held: held.value),
        {"Funding plan"},
    ),
    "a header renamed": (
        lambda plan: with_column(plan, "Savings", "Verified by", header="Who verified it"),
        {"Savings"},
    ),
    "columns moved": (lambda plan: with_table(plan, "Practices", swapped), {"Practices"}),
    "a column added": (
        lambda plan: with_table(plan, "Team", widened),
        {"Team"},
    ),
    "a table renamed": (
        lambda plan: with_table(plan, "Steps", lambda table: replace(table, name="Stairs")),
        {"Guide"},
    ),
    "a block pushed down": (
        lambda plan: with_table(plan, "Steps", lambda table: replace(table, says="More words.")),
        {"Guide"},
    ),
    "a judgement's formula altered": (
        lambda plan: with_sheet(
            plan, "Summary", lambda s: replace(s, judgements=(*s.judgements, Calculated("=1", 1)))
        ),
        {"Summary"},
    ),
    "a sheet renamed": (
        lambda plan: with_sheet(plan, "Guide", lambda sheet: replace(sheet, title="Help")),
        {"Guide", "Help"},
    ),
    "a sheet deleted": (
        lambda plan: replace(plan, sheets=tuple(s for s in plan.sheets if s.title != "Guide")),
        {"Guide"},
    ),
    "a sheet added": (
        lambda plan: replace(
            plan, sheets=(*plan.sheets, Sheet(title="Own", role=plan.sheets[0].role, says="Own."))
        ),
        {"Own"},
    ),
    "a sheet moved": (
        lambda plan: replace(plan, sheets=(*plan.sheets[1:], plan.sheets[0])),
        set(),
    ),
    "a name stands for another cell": (
        lambda plan: replace(
            plan,
            names=tuple(
                Name(n.name, "Assumptions!$A$1", n.says) if n.name == "BaseYear" else n
                for n in plan.names
            ),
        ),
        set(),
    ),
}


@pytest.mark.parametrize(("change", "flips"), CHANGES.values(), ids=CHANGES)
def test_a_change_flips_the_sheets_that_it_touches(plan, usual, change, flips):
    found = plan_digests(change(plan))
    titles = found.sheets.keys() | usual.sheets.keys()
    differ = {title for title in titles if found.sheets.get(title) != usual.sheets.get(title)}
    assert differ == flips
    assert found.whole != usual.whole


@pytest.mark.parametrize(
    "budget",
    [
        pytest.param(with_first("lines", quantity=None, notes="=1+1"), id="other inputs"),
        pytest.param(with_first("district", name="Elsewhere", owner="Ann"), id="other facts"),
        pytest.param(with_more("lines", replace(BUDGET.lines[0], line_id="L2")), id="more lines"),
    ],
)
def test_inputs_and_lines_change_nothing(usual, budget):
    room = replace(ROOM, spare_lines=ROOM.spare_lines - len(budget.lines) + 1)
    assert plan_digests(district_book(budget, (), room=room)) == usual


def test_the_accessible_edition_is_of_the_same_structure():
    assert plan_digests(template_book("accessible")) == plan_digests(template_book())


def test_the_manifest_tells_the_digests(plan, usual):
    manifest = next(sheet for sheet in with_digests(plan).sheets if sheet.title == "Manifest")
    facts, roles = manifest.tables
    assert dict(row.cells for row in facts.rows)[STRUCTURE] == usual.whole
    at = [column.header for column in roles.columns].index(DIGEST)
    assert roles.name == ROLES
    assert {row.cells[0]: row.cells[at] for row in roles.rows} == usual.sheets
    assert [row.cells[0] for row in roles.rows] == [sheet.title for sheet in plan.sheets]


def test_a_book_without_a_manifest_stays_as_it_is(plan):
    without = replace(plan, sheets=plan.sheets[:-1])
    assert with_digests(without) is without
