"""What the buttons of the tab ask Python for, through xlwings' server.

VBA calls ``press`` with the name of a verb.  Each answer is a row of four texts: a dialog to open
with its words, what stands in it at first, and how a file name ends; or ``say`` and the words that
end the action.  VBA opens the dialog and calls ``answered`` or ``cancelled``.  Whatever goes wrong
comes back as words: VBA never meets an error.
"""

from __future__ import annotations

import xlwings as xw

from xlbudget.hosts.excel.live.desk import Desk

_DESK = Desk()


@xw.func
@xw.ret("raw")
def ready():  # type: ignore[no-untyped-def]  # noqa: ANN201 - xlwings would convert by a hint
    """Return that the buttons can be answered; VBA asks this before it names a workbook."""
    return ["ready"]


@xw.func
@xw.arg("name", "raw")
@xw.arg("has_workbook", "raw")
@xw.ret("raw")
def press(name, has_workbook):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 - xlwings would convert by hints
    """Begin an action with the active workbook; return its first question, or its end."""
    return _DESK.press(str(name), xw.Book.caller if has_workbook else None)


@xw.func
@xw.arg("text", "raw")
@xw.ret("raw")
def answered(text):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 - as above
    """Take the answer to the last question; return the next one, or the end."""
    return _DESK.answered(str(text))


@xw.func
@xw.ret("raw")
def cancelled():  # type: ignore[no-untyped-def]  # noqa: ANN201 - as above
    """Leave the action; return the words that end it."""
    return _DESK.cancelled()
