"""Why a function refuses: XLB_WHY runs it again and puts the reason into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget.catalogue.call import call
from xlbudget.catalogue.cell import plain
from xlbudget.catalogue.cell_error import CellError
from xlbudget.catalogue.function import Function, Parameter
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit
from xlbudget.errors import UnknownChoiceError

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING_WRONG = "Nothing is wrong: the function has an answer."
_LONGEST_QUOTE = 40


def why_function(functions: Mapping[str, Function]) -> Function:
    """Return the entry of XLB_WHY for a catalogue."""

    def why(function: str, *arguments: object) -> str:
        """Return why a function refuses its arguments, in words.

        Use it beside a cell that shows an error: with the function's name and the very same
        arguments.  It runs the function again, and keeps nothing.

        Args:
            function: Name of the function, such as "XLB_NPV".
            arguments: The same arguments as in the cell.

        Returns:
            What was seen, what is wanted and what to do; or that nothing is wrong.

        Raises:
            UnknownChoiceError: No function has this name.

        Formula:
            None: the refusal of the function itself.

        Source:
            Own.

        """
        answer = call(_named(function, functions), arguments)
        return answer.reason if isinstance(answer, CellError) else _NOTHING_WRONG

    return Function(
        name="XLB_WHY",
        family="Help",
        says="Why a function shows an error, in words: its name, then the same arguments.",
        python=why,
        parameters=(
            Parameter("function", Unit.WORD, 'Name of the function, such as "XLB_NPV".', Kind.WORD),
            Parameter("arguments", Unit.TABLE, "The same arguments as in that cell.", Kind.CELLS),
        ),
        returns=Unit.WORD,
        example=(
            ("XLB_ROI", 3_840.0, 0.0),
            (
                "The cost is 0. It is divided by, so it must be above 0. "
                "Fill it in, or leave this figure out. [XLB-106]"
            ),
        ),
    )


def _named(name: str, functions: Mapping[str, Function]) -> Function:
    """Return the function of a name; the prefix and capitals may be left out."""
    asked = str(plain(name)).upper()
    for candidate in (asked, f"XLB_{asked}"):
        if candidate in functions:
            return functions[candidate]
    raise UnknownChoiceError(
        saw=f'The name "{asked[:_LONGEST_QUOTE]}" is not known',
        wants="The name of a function is needed, such as XLB_NPV",
        fix="See the list of functions in the manual",
    )
