"""How things look: the one place that turns roles and forms into colors, fonts and formats."""

from __future__ import annotations

from dataclasses import dataclass

from xlbudget.sheets.plan import Emphasis, Form, Part, Role

INK, MUTED, WHITE = "#1F2937", "#4B5563", "#FFFFFF"
HEADER, INPUT_FILL, OUTPUT_FILL, LINE = "#0F5E59", "#FFF7DB", "#E7F3F1", "#D1D5DB"
LINK, PROBLEM, ATTENTION, GOOD = "#1D4ED8", "#B91C1C", "#92400E", "#166534"
SERIES = ("#0072B2", "#B35900", "#00785A", "#A83E00", "#8A4B7A", "#4D4D4D")
DASHES = ("solid", "dash", "round_dot", "long_dash", "dash_dot", "square_dot")
FONT = "Calibri"

TABS = {
    Role.ABOUT: INK,
    Role.INPUT: "#D97706",
    Role.DATA: "#D97706",
    Role.CALCULATION: "#6B7280",
    Role.OUTPUT: HEADER,
    Role.CHECK: "#9A3412",
    Role.LIST: LINE,
    Role.LOG: LINE,
}

NUMBERS = {
    Form.WHOLE: "#,##0",
    Form.NUMBER: "#,##0.00",
    Form.PLAIN: "General",
    Form.FACTOR: "0.0000",
    Form.DOLLARS: "#,##0",
    Form.CENTS: "#,##0.00",
    Form.CURRENCY: "$#,##0.00",
    Form.SHARE: "0.0%",
    Form.RATE: "0.00%",
    Form.YEAR: '[=9999]"goes on";[=0]"none";"FY"0',
    Form.DATE: "yyyy-mm-dd",
    Form.TEXT: "General",
    Form.WRAPPED: "General",
    Form.LABEL: "General",
    Form.LINK: "General",
}
_WRAPPED = frozenset({Form.WRAPPED, Form.LABEL, Form.LINK})


@dataclass(frozen=True, slots=True)
class Style:
    """The named cell style a format belongs to, as people see it in the style gallery.

    One that every Excel has is known by its number; our own have none.
    """

    name: str
    builtin: int | None = None


NORMAL = Style("Normal", 0)
TITLE = Style("Heading 1", 16)
HEADING = Style("Heading 2", 17)
INPUT = Style("Input", 20)
CALCULATION = Style("Calculation", 22)
TOTAL = Style("Total", 25)
NOTE = Style("Explanatory Text", 53)
HYPERLINK = Style("Hyperlink", 8)
COLUMN_HEADER = Style("Column header")
LABEL = Style("Label")
STYLES = (NORMAL, TITLE, HEADING, INPUT, CALCULATION, TOTAL, NOTE, HYPERLINK, COLUMN_HEADER, LABEL)

Properties = dict[str, object]


def base(size: float = 11) -> Properties:
    """Return the properties that every format begins with."""
    return {"font_name": FONT, "font_size": size, "font_color": INK, "valign": "top"}


def title() -> tuple[Style, Properties]:
    """Return the look of a sheet's title."""
    return TITLE, base(16) | {"bold": True, "font_color": HEADER}


def heading() -> tuple[Style, Properties]:
    """Return the look of a block's heading."""
    return HEADING, base(13) | {"bold": True, "font_color": HEADER}


def prose(*, wrapped: bool = False) -> tuple[Style, Properties]:
    """Return the look of a sentence."""
    return NOTE, base() | {"font_color": MUTED, "text_wrap": wrapped}


def strong(*, wrapped: bool = False) -> tuple[Style, Properties]:
    """Return the look of a sentence that must be seen."""
    return NORMAL, base(12) | {"bold": True, "text_wrap": wrapped}


def link() -> tuple[Style, Properties]:
    """Return the look of a link."""
    return HYPERLINK, base() | {"font_color": LINK, "underline": 1}


def header(form: Form) -> tuple[Style, Properties]:
    """Return the look of a column's header, aligned with the column."""
    align = "left" if _is_text(form) else "right"
    look = base() | {"bold": True, "font_color": WHITE, "bg_color": HEADER, "text_wrap": True}
    indent = 0 if _is_text(form) else 1
    frame: Properties = {"align": align, "indent": indent, "valign": "vcenter", "border": 1}
    return COLUMN_HEADER, look | frame | {"border_color": HEADER}


def label(form: Form) -> tuple[Style, Properties]:
    """Return the look of a label above a header."""
    align = "left" if _is_text(form) else "right"
    number = NUMBERS[form]
    look: Properties = {"bold": True, "font_color": MUTED, "align": align, "num_format": number}
    look["indent"] = 0 if _is_text(form) else 1
    return LABEL, base() | look


def figure(form: Form) -> tuple[Style, Properties]:
    """Return the look of a headline figure."""
    look: Properties = {"bold": True, "bg_color": OUTPUT_FILL, "num_format": NUMBERS[form]}
    look["valign"] = "vcenter"
    return TOTAL, base(13) | look | {"align": "left", "text_wrap": _is_text(form)}


def figure_label() -> tuple[Style, Properties]:
    """Return the look of the label above a headline figure."""
    return NORMAL, base(10) | {"font_color": MUTED, "text_wrap": True, "valign": "bottom"}


def cell(part: Part, form: Form, emphasis: Emphasis, *, filled: bool) -> tuple[Style, Properties]:
    """Return the look of a cell of a table."""
    text = _is_text(form)
    look = base() | {
        "num_format": NUMBERS[form],
        "align": "left" if text else "right",
        "indent": 0 if text else 1,
        "text_wrap": form in _WRAPPED,
        "bottom": 1,
        "bottom_color": LINE,
    }
    if part in {Part.INPUT, Part.KEY}:
        # Something must tell where to type: a fill, or a frame all around.
        framed: Properties = {"border": 1, "border_color": MUTED}
        ground: Properties = {"bg_color": INPUT_FILL} if filled else framed
        if form in {Form.TEXT, Form.LABEL}:  # ids and codes stay text: leading zeros count
            look["num_format"] = "@"
        return INPUT, look | ground | {"locked": False, "bold": part is Part.KEY}
    if form is Form.LINK:
        return HYPERLINK, look | link()[1]
    if emphasis is Emphasis.TOTAL:
        return TOTAL, look | {"bold": True, "bg_color": OUTPUT_FILL, "top": 1, "top_color": HEADER}
    if emphasis is Emphasis.NOTE:
        return NOTE, look | {"font_color": MUTED}
    return (LABEL if part is Part.LABEL else CALCULATION), look


def _is_text(form: Form) -> bool:
    return form in {Form.TEXT, *_WRAPPED}
