"""The sheet Check and send: whether the workbook is ready, what is missing and where, who signs."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.model.field import Field, Kind, fields_of
from xlbudget.model.school_answer import SignOff
from xlbudget.sheets.check import EXPLAINED, LOOK, OK, Check, CheckKind
from xlbudget.sheets.plan import (
    Calculated,
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
    ref,
    text,
    this,
    whole,
)
from xlbudget.sheets.school.frame import Frame
from xlbudget.sheets.school.points import ENTRY, SIGN_OFF, TITLE, Point, points_of

TABLE, TOTALS, FACT = "Checks", "CheckTotals", "Fact"
READY = "Ready to send"
PRINTED = 5  # columns: the kind and the tolerance of a check are for programs
MASTER = Name(
    "MasterCheck", ref(TOTALS, "words", "Value", fixed=True), "Whether it is ready, in words."
)
_NOTE = ref(SIGN_OFF, "note", ENTRY, fixed=True)


def master_words(frame: Frame) -> str:
    """Return whether the workbook is ready to send, as every sheet shows it."""
    waiting, note = _open(points_of(frame)), bool(frame.answer.sign_off.note)
    over = sum(check.kind is CheckKind.SENSITIVITY for check in waiting)
    if over < len(waiting):
        return f"Not ready: {_points(len(waiting) - over)} missing, see {TITLE}"
    return READY if note or not over else f"{READY}, with {_points(over)} to explain, see {TITLE}"


def missing_words(frame: Frame) -> str:
    """Return what is still missing, by kind with its count."""
    found = [point for point in points_of(frame) if not point.check.passes]
    listed = "; ".join(f"{point.noun} ({int(point.check.value)})" for point in found)
    return f"Still missing: {listed or 'nothing'}"


def check_sheet(frame: Frame) -> Sheet:
    """Return the sheet Check and send."""
    points = points_of(frame)
    return Sheet(
        title=TITLE,
        role=Role.CHECK,
        says="Clear what is missing, sign, save the file under its own name, and send it.",
        judgements=(Calculated(f"={ref(TOTALS, 'missing', 'Value')}", missing_words(frame)),),
        tables=(
            _sign_off(frame),
            _steps(frame),
            _table(points, explained=bool(frame.answer.sign_off.note)),
            _totals(frame, points),
        ),
        print_columns=PRINTED,
    )


def _points(count: int) -> str:
    return f"{count} point{'s' * (count != 1)}"


def _open(points: Sequence[Point]) -> list[Check]:
    return [point.check for point in points if not point.check.passes]


def _sign_off(frame: Frame) -> Table:
    given = frame.answer.sign_off
    return Table(
        name=SIGN_OFF,
        heading="Who answers for it",
        columns=(
            Column(header=FACT, part=Part.LABEL, width=20),
            Column(header=ENTRY, part=Part.INPUT, form=Form.WRAPPED, width=62),
        ),
        rows=tuple(_entry(field, given) for field in fields_of(SignOff)),
    )


def _entry(field: Field, given: SignOff) -> Row:
    form = {Kind.DATE: Form.DATE, Kind.TEXT: Form.WRAPPED}[field.kind]
    takes = Column(header=field.header, part=Part.INPUT, form=form, says=field.says)
    value = getattr(given, field.name)
    return Row(key=field.name, cells=(field.header, value or None), takes=takes)


def _steps(frame: Frame) -> Table:
    pack = frame.pack
    day = f" by {pack.due}" if pack.due else ""
    whom = pack.send_to or "the central office"
    steps = (
        f"Look at the words in A3: they say “{READY}”.",
        "Save the file under the name it has, as an Excel workbook (.xlsx).",
        f"Send the file to {whom}{day}. Nothing else is needed.",
    )
    return Table(
        name="HowToSend",
        heading="How to send it",
        columns=(
            Column(header="Step", part=Part.LABEL),
            Column(header="What to do", part=Part.LABEL, form=Form.WRAPPED),
        ),
        rows=tuple(keyed(str(i + 1), (f"Step {i + 1}", words)) for i, words in enumerate(steps)),
    )


def _table(points: Sequence[Point], *, explained: bool) -> Table:
    passes = f"(ABS({this('Value', TABLE)})<={this('Tolerance', TABLE)})"
    told = f'({_NOTE}<>"")*({this("Kind", TABLE)}={text(CheckKind.SENSITIVITY)})'
    status = (
        f'=REPT("{OK}",{passes}*1)&REPT("{EXPLAINED}",(1-{passes})*{told})'
        f'&REPT("{LOOK}",(1-{passes})*(1-{told}))'
    )
    return Table(
        name=TABLE,
        heading="What is checked",
        columns=_columns(status),
        rows=tuple(_check_row(point.check, explained=explained) for point in points),
    )


def _columns(status: str) -> tuple[Column, ...]:
    return (
        Column(header="Check", part=Part.LABEL),
        Column(header="What must hold", part=Part.LABEL, form=Form.WRAPPED),
        Column(header="Value", form=Form.PLAIN, width=9),
        Column(header="Status", width=12, formula=status, good=OK),
        Column(header="Where", part=Part.LABEL, width=16),
        Column(header="Kind", part=Part.LABEL, width=12),
        Column(header="Tolerance", part=Part.LABEL, form=Form.PLAIN, width=12),
    )


def _check_row(check: Check, *, explained: bool) -> Row:
    told = explained and check.kind is CheckKind.SENSITIVITY
    cells: tuple[Cell, ...] = (
        check.check_id,
        check.says,
        Calculated(check.formula, check.value),
        OK if check.passes else EXPLAINED if told else LOOK,
        Link(check.sheet, check.sheet),
        check.kind.value,
        check.tolerance,
    )
    return Row(key=check.check_id, cells=cells)


def _totals(frame: Frame, points: Sequence[Point]) -> Table:
    waiting = _open(points)
    note = bool(frame.answer.sign_off.note)
    over = sum(check.kind is CheckKind.SENSITIVITY for check in waiting)
    kind, status = whole("Kind", TABLE), whole("Status", TABLE)
    missing = ref(TOTALS, "missing_count", "Value")
    explain = ref(TOTALS, "to_explain", "Value")
    words = (
        f'=IF({missing}>0,"Not ready: "&{_counted(missing)}&" missing, see {TITLE}",'
        f'"{READY}"&IF({explain}>0,", with "&{_counted(explain)}&" to explain, see {TITLE}",""))'
    )
    listed = "&".join(
        f'REPT({text("; " + point.noun + " (")}&INT({value})&")",({value}<>0)*1)'
        for point in points
        for value in (ref(TABLE, point.check.check_id, "Value"),)
    )
    nothing = f"(COUNTIF({status},{text(OK)})=ROWS({status}))*1"
    told = f'="Still missing: "&MID({listed},3,1000)&REPT("nothing",{nothing})'
    known = text(CheckKind.SENSITIVITY)
    rows: tuple[tuple[str, str, str, str | int], ...] = (
        (
            "missing_count",
            "Missing",
            f"=COUNTIFS({kind},{text('<>' + CheckKind.SENSITIVITY)},{status},{text(LOOK)})",
            len(waiting) - over,
        ),
        (
            "to_explain",
            "To explain",
            f"=COUNTIFS({kind},{known},{status},{text(LOOK)})",
            0 if note else over,
        ),
        ("words", "In words", words, master_words(frame)),
        ("missing", "What is missing", told, missing_words(frame)),
    )
    return Table(
        name=TOTALS,
        heading="All checks together",
        columns=(
            Column(header="Figure", part=Part.LABEL),
            Column(header="Value", form=Form.WRAPPED),
        ),
        rows=tuple(keyed(key, (name, Calculated(made, held))) for key, name, made, held in rows),
    )


def _counted(cell: str) -> str:
    return f'{cell}&" point"&REPT("s",({cell}<>1)*1)'
