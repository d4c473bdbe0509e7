"""The sheets About and Guide: what this workbook is, how to read it, how to fill it."""

from __future__ import annotations

from xlbudget.sheets.context import Context
from xlbudget.sheets.identity import VERSION
from xlbudget.sheets.name_list import names_table
from xlbudget.sheets.plan import (
    Cell,
    Column,
    Form,
    Link,
    Name,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    keyed,
)

ABOUT = "About"
WIDE = (30.0, 88.0)
_KEY = (
    ("Cream or framed cells", "Yours to fill. The column or the prompt says what goes in."),
    ("Other white cells", "Calculated. Each carries its formula; leave them as they are."),
    ("Pale green cells", "Results and totals."),
    ("Words beside colors", "A color is never the only sign: a word says the same."),
)
_SIGNS = (
    ("Costs", "Positive dollars. Savings are positive dollars too, in their own rows."),
    ("Years", "Fiscal year N ends in calendar year N. Year 1 is the first year of the plan."),
    ("Prices", "In money of year 1; growth by class is added by formula. Plan years are nominal."),
    ("Asked and planned", "Asked is every line that is not lapsed; planned also has a goal."),
    ("Zero and blank", "A blank number is not known; a zero is known to be nothing."),
)
_LIMITS = (
    "Microsoft Excel 2016 or newer, or LibreOffice 25.2 or newer. No macro, no outside link.",
    "One line has up to three goals and three sources. Up to six scenarios and eight tags.",
    "Years of the plan are fixed when the workbook is made.",
    "Account codes and thresholds are starting values with their source: your state's chart rules.",
    "Nothing here is legal or accounting advice.",
)


def about_sheet(
    context: Context, contents: tuple[tuple[str, str], ...], names: tuple[Name, ...] = ()
) -> Sheet:
    """Return the sheet About.

    Args:
        context: The budget and its analysis.
        contents: The titles and purposes of the other sheets.
        names: The names that the workbook defines.

    """
    district = context.budget.district
    facts: tuple[tuple[str, Cell], ...] = (
        ("District", district.name),
        ("Vision", district.vision or "not stated"),
        ("Owner", district.owner or "not named"),
        ("Stage", district.stage or "not stated"),
        ("As of", str(district.as_of or "not stated")),
        ("Due", str(district.due or "not stated")),
        ("Template version", VERSION),
    )
    return Sheet(
        title=ABOUT,
        role=Role.ABOUT,
        says="The digital learning budget of a school district: what it costs, what it serves, "
        "who pays, and what it returns.",
        tables=(
            _pairs("AboutBudget", "This budget", "Fact", "Value", facts),
            _contents(contents),
            _pairs("ColorKey", "How cells are marked", "Mark", "Meaning", _KEY),
            _pairs("Conventions", "How figures are to be read", "Figure", "Convention", _SIGNS),
            _list("Limits", "Limits", "What this workbook does not do", _LIMITS),
            *((names_table(names, *WIDE),) if names else ()),
            _sign_off(context),
        ),
    )


def guide_sheet() -> Sheet:
    """Return the sheet Guide: five steps, one worked line, where help is."""
    steps = (
        ("1", "Assumptions, Schools, Goals", "State the frame: years, rates, headcount, goals."),
        ("2", "Funding", "Enter every source of money, how long it lasts, what it gives a year."),
        ("3", "Line items", "List every cost once. Column B says what a line still lacks."),
        (
            "4",
            "Drivers, Outcomes, Savings",
            "Name scenarios, the learning gain, and what is saved.",
        ),
        ("5", "Checks, Summary", "Clear or explain what Checks shows; then print Summary."),
    )
    worked = (
        ("Line", "LN-001"),
        ("Description", "Chromebooks for grade 6, a quarter of the fleet each year"),
        ("Justification", "Each student needs a working device for the reading program"),
        ("Goal 1", "G01 · Grade 3 reading (its share may stay blank: all of the line)"),
        ("Cost type, quantity, unit price", "purchase, 150 devices, 365.00"),
        ("Source 1", "F01 · General fund (its share may stay blank: all of the line)"),
        ("Need, first fiscal year", "recurring, the first year of the plan"),
        ("Service life, refresh", "4 years, yes: bought again in the fifth year"),
        (
            "What follows by itself",
            "157.5 devices with 5 % spares are 158: 57,670 dollars in year 1",
        ),
    )
    return Sheet(
        title="Guide",
        role=Role.ABOUT,
        says="Five steps in working order, one line worked through, and where help is.",
        tables=(
            Table(
                name="Steps",
                heading="Five steps",
                columns=(
                    Column(header="Sheets", part=Part.LABEL, form=Form.TEXT, width=WIDE[0]),
                    Column(header="What to do", part=Part.LABEL, form=Form.WRAPPED, width=WIDE[1]),
                ),
                rows=tuple(keyed(step[0], (f"{step[0]}. {step[1]}", step[2])) for step in steps),
            ),
            _pairs("WorkedLine", "One line, worked through", "Cell", "What is entered", worked),
            _list(
                "Help",
                "Where help is",
                "Help",
                (
                    "Select a cream or framed cell: a prompt says what it takes.",
                    "The sheet Checks says in words what is wrong, and leads to the place.",
                    "The page docs/figures.md of xlbudget says how each figure is computed.",
                ),
            ),
        ),
    )


def _contents(contents: tuple[tuple[str, str], ...]) -> Table:
    return Table(
        name="Contents",
        heading="Contents",
        columns=(
            Column(header="Sheet", part=Part.LABEL, form=Form.TEXT, width=WIDE[0]),
            Column(header="What it holds", part=Part.LABEL, form=Form.WRAPPED, width=WIDE[1]),
        ),
        rows=tuple(keyed(title, (Link(title, title), says)) for title, says in contents),
    )


def _pairs(
    name: str, heading: str, left: str, right: str, pairs: tuple[tuple[str, Cell], ...]
) -> Table:
    return Table(
        name=name,
        heading=heading,
        columns=(
            Column(header=left, part=Part.LABEL, form=Form.TEXT, width=WIDE[0]),
            Column(header=right, part=Part.LABEL, form=Form.WRAPPED, width=WIDE[1]),
        ),
        rows=tuple(Row(key=key, cells=(key, value)) for key, value in pairs),
    )


def _list(name: str, heading: str, header: str, lines: tuple[str, ...]) -> Table:
    numbered = tuple((str(i + 1), line) for i, line in enumerate(lines))
    return _pairs(name, heading, "Number", header, numbered)


def _sign_off(context: Context) -> Table:
    members = context.budget.team
    rows = tuple(
        Row(
            key=str(i),
            cells=(item.role, f"{item.name or 'not named'}: {item.signed_off or 'not yet'}"),
        )
        for i, item in enumerate(members)
    ) or (Row(key="none", cells=("No team named yet", "see the sheet Team")),)
    return Table(
        name="SignOff",
        heading="Sign-off",
        columns=(
            Column(header="Role", part=Part.LABEL, form=Form.TEXT, width=WIDE[0]),
            Column(header="Name and day of sign-off", part=Part.LABEL, form=Form.TEXT),
        ),
        rows=rows,
        spare_rows=context.room.of("Team", len(members)) - len(rows),
    )
