"""Every refusal that xlbudget makes on purpose.

    XlbudgetError
    ├── FinanceError            the question has no answer            #NUM!    in a cell
    │   ├── RateError               a rate at or below -100 %
    │   ├── TermError               a term, period or life that is too short or too long
    │   ├── NoAnswerError           no rate, or no year, solves it
    │   ├── SeveralAnswersError     more than one rate solves it
    │   ├── NoFiniteAnswerError     the figures are too large or too small
    │   └── ZeroBaseError           a division by nothing             #DIV/0!
    ├── InputError              a person typed something unusable     #VALUE!
    │   ├── NotANumberError         an argument is blank, text or not a number
    │   ├── ShapeError              lists of unlike length, or an empty list
    │   ├── ShareError              shares or weights do not sum to 1
    │   ├── UnknownChoiceError      a word outside its list           #N/A
    │   └── BudgetError             a budget's findings are fatal
    └── FileError               a file cannot be read or written      #REF!
        ├── MissingFileError        it is not there
        ├── ExistingFileError       it is there already
        ├── LockedFileError         another program holds it open
        ├── UnreadableFileError     it is not what its name says
        └── RegisterError           a campaign's register cannot be reached or written

An error carries facts, not prose: what was seen, what is wanted, what to do, and where.
``str()`` puts them into one paragraph.  A fault in a person's budget is not an error but a
finding (``xlbudget.model.finding``): a value, and all of them come back at once.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Self


class XlbudgetError(Exception):
    """Base of every refusal made on purpose.  Catch this one at a host's edge."""

    code: ClassVar[str] = "XLB-000"
    cell_error: ClassVar[str] = "#VALUE!"

    def __init__(self, *, saw: str, wants: str, fix: str, place: str = "") -> None:
        super().__init__(saw)
        self.saw = saw
        self.wants = wants
        self.fix = fix
        self.place = place

    def __str__(self) -> str:
        """Return one paragraph that a budget officer can act on."""
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.saw}. {self.wants}. {self.fix}. [{self.code}]"

    def __reduce__(self) -> tuple[partial[Self], tuple[()]]:
        """Return how it is made anew: a worker's refusal crosses to the process that asked."""
        facts = {"saw": self.saw, "wants": self.wants, "fix": self.fix, "place": self.place}
        return partial(type(self), **facts), ()


class FinanceError(XlbudgetError):
    """The question has no answer in numbers."""

    code = "XLB-100"
    cell_error = "#NUM!"


class RateError(FinanceError):
    """A rate is at or below -100 %."""

    code = "XLB-101"


class TermError(FinanceError):
    """A term, period or service life is too short or too long."""

    code = "XLB-102"


class NoAnswerError(FinanceError):
    """No rate or year solves the question."""

    code = "XLB-103"


class SeveralAnswersError(FinanceError):
    """More than one rate solves the question."""

    code = "XLB-104"


class NoFiniteAnswerError(FinanceError):
    """The answer is too large to be a number."""

    code = "XLB-105"


class ZeroBaseError(FinanceError):
    """A figure would be divided by nothing."""

    code = "XLB-106"
    cell_error = "#DIV/0!"


class InputError(XlbudgetError):
    """A person typed something unusable."""

    code = "XLB-200"


class NotANumberError(InputError):
    """An argument is blank, text or not a finite number."""

    code = "XLB-201"


class ShapeError(InputError):
    """Lists are of unlike length, or a list is empty."""

    code = "XLB-202"


class ShareError(InputError):
    """Shares or weights do not sum to 1."""

    code = "XLB-203"


class UnknownChoiceError(InputError):
    """A word is none of the allowed choices."""

    code = "XLB-204"
    cell_error = "#N/A"


class BudgetError(InputError):
    """The findings of a budget are fatal; nothing is written."""

    code = "XLB-205"


class FileError(XlbudgetError):
    """A file cannot be read or written."""

    code = "XLB-300"
    cell_error = "#REF!"


class MissingFileError(FileError):
    """A file or folder is not there."""

    code = "XLB-301"


class ExistingFileError(FileError):
    """A file is there already, and is not overwritten unasked."""

    code = "XLB-302"


class LockedFileError(FileError):
    """Another program holds the file open."""

    code = "XLB-303"


class UnreadableFileError(FileError):
    """A file is not what its name says."""

    code = "XLB-304"


class RegisterError(FileError):
    """A campaign's register cannot be reached, read or written."""

    code = "XLB-401"
