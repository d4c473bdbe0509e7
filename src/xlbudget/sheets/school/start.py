"""The sheet Start: who, until when, what to do in five steps; and how to read the workbook."""

from __future__ import annotations

from xlbudget.sheets.identity import VERSION
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Link,
    Name,
    Part,
    Role,
    Sheet,
    Table,
    keyed,
    ref,
)
from xlbudget.sheets.school import check, goals, my_lines, my_money, points
from xlbudget.sheets.school.frame import Frame

TITLE = "Start"
WIDTHS = (26.0, 96.0)
BASE_YEAR = Name(
    "BaseYear", ref("AboutBudget", "First fiscal year", "Value", fixed=True), "First fiscal year."
)
_STEPS = (
    (goals.TITLE, "State your building's goals, and choose the district goal that each serves."),
    (my_lines.TITLE, "Last year's lines: choose Keep, Change or Drop. Keep stands there already."),
    (my_lines.TITLE, "New lines, in the free rows: item, quantity, goal, and one sentence why."),
    (my_money.TITLE, "Look whether the lines fit the money of each year."),
    (points.TITLE, "See what is missing, sign, and send the file."),
)
_KEY = (
    ("Cream or framed cells", "Yours to fill. Select one: a prompt says what it takes."),
    ("Other white cells", "Calculated, or given by the district. They are locked against slips."),
    ("Pale green cells", "Results and totals."),
    ("Words beside colors", "A color is never the only sign: a word says the same."),
)
_SIGNS = (
    ("Costs", "Amounts are positive dollars. What is too much says so in words."),
    ("Years", "Fiscal year N ends in calendar year N. This year is the first year of the plan."),
    ("Prices", "The item has its price, or last year's line. Later years grow by class."),
    ("Cost this year", "Many things are bought again every few years: some years cost nothing."),
)
_LIMITS = (
    "Excel 2016 or newer, on Windows or a Mac, or LibreOffice 25.2. No macro, no network needed.",
    "A line of last year that has several goals or payers is shown under the first.",
    "Sheets are protected without a password. Rows that you add are read, but not worked out here.",
    "What you do not see, such as account codes and years of service, the district adds.",
)
_HELD = {
    goals.TITLE: "Your building's goals, and the district's to choose from.",
    my_lines.TITLE: "What is planned: last year's lines, and free rows for new ones.",
    my_money.TITLE: "What you may plan with, what the lines cost, and what is left.",
    points.TITLE: "What is missing, who signs, and how to send the file.",
    "Scratch": "Yours to use freely; nothing reads it.",
    "Lists": "What the drop-downs offer, and how costs are worked out.",
    "Log": "What happened to this workbook.",
    "Manifest": "Which workbook this is; programs read it.",
}


def start_sheet(frame: Frame, contents: tuple[str, ...]) -> Sheet:
    """Return the sheet Start; ``contents`` are the titles of the other sheets."""
    return Sheet(
        title=TITLE,
        role=Role.ABOUT,
        print_columns=len(WIDTHS),
        says="Your building's part of the digital learning budget: five steps, about twenty "
        "minutes, nothing to install.",
        judgements=(
            Calculated(f"={ref('AboutBudget', 'Money', 'Value')}", _money(frame)),
            Calculated(f"={ref(check.TOTALS, 'missing', 'Value')}", check.missing_words(frame)),
        ),
        tables=(
            _facts(frame),
            _links("Steps", "Five steps", "What to do", _STEPS, numbered=True),
            _pairs("ColorKey", "How cells are marked", "Mark", "Meaning", _KEY),
            _pairs("Conventions", "How figures are to be read", "Figure", "Convention", _SIGNS),
            _pairs(
                "Limits",
                "Limits",
                "Number",
                "Limit",
                tuple((str(i + 1), line) for i, line in enumerate(_LIMITS)),
            ),
            _links("Contents", "All sheets", "What it holds", _held(contents)),
        ),
    )


def _held(contents: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((title, _HELD[title]) for title in contents)


def _money(frame: Frame) -> str:
    return str(my_money.money_words(frame).value)


def _facts(frame: Frame) -> Table:
    pack = frame.pack
    facts: tuple[tuple[str, Cell], ...] = (
        ("School", f"{pack.school.name} ({pack.school.school_id})"),
        ("District", pack.district.name),
        ("Who answers", pack.contact or "enter it on Check and send"),
        ("Due", str(pack.due or "not stated")),
        ("Send to", pack.send_to or "the central office"),
        ("Owner", pack.district.owner or "not named"),
        ("First fiscal year", pack.district.base_fiscal_year),
        ("Money", my_money.money_words(frame)),
        ("Template version", VERSION),
    )
    return _pairs("AboutBudget", "This workbook", "Fact", "Value", facts)


def _pairs(
    name: str, heading: str, left: str, right: str, pairs: tuple[tuple[str, Cell], ...]
) -> Table:
    return Table(
        name=name,
        heading=heading,
        columns=(
            Column(header=left, part=Part.LABEL, width=WIDTHS[0]),
            Column(header=right, part=Part.LABEL, form=Form.WRAPPED, width=WIDTHS[1]),
        ),
        rows=tuple(keyed(key, (key, value)) for key, value in pairs),
    )


def _links(
    name: str,
    heading: str,
    right: str,
    pairs: tuple[tuple[str, str], ...],
    *,
    numbered: bool = False,
) -> Table:
    rows = tuple(
        keyed(str(i + 1), (Link(f"{i + 1}. {title}" if numbered else title, title), says))
        for i, (title, says) in enumerate(pairs)
    )
    return Table(
        name=name,
        heading=heading,
        columns=(
            Column(header="Sheet", part=Part.LABEL, width=WIDTHS[0]),
            Column(header=right, part=Part.LABEL, form=Form.WRAPPED, width=WIDTHS[1]),
        ),
        rows=rows,
    )
