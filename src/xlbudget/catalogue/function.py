"""One function that people call in a cell: everything that any host needs to offer it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from inspect import Parameter as PythonParameter
from inspect import signature
from typing import Any, TypeAlias

from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit

Value: TypeAlias = float | str
Rows: TypeAlias = Sequence[Sequence[Value]]

_REQUIRED = PythonParameter.empty
_LONGEST_HELP = 255
"""Characters of help that Excel's function wizard keeps."""

_NAME = re.compile(r"XLB(_[A-Z][A-Z0-9]*)+")


class CatalogueError(TypeError):
    """An entry of the catalogue does not fit its Python function."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a function.

    Attributes:
        name: Its name, the same as in Python.
        unit: What it is counted in.
        says: One sentence for the person who fills it in.
        kind: What it is: a number unless said otherwise.

    """

    name: str
    unit: Unit
    says: str
    kind: Kind = Kind.NUMBER


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A function of the catalogue; it checks itself against Python when it is made.

    Attributes:
        name: What people type, such as "XLB_NPV".
        family: The group of functions that it belongs to.
        says: One sentence on what it answers.
        python: The Python function that answers.
        parameters: Its arguments, in the order of a cell.
        returns: What the answer is counted in.
        example: The arguments of an example, and its true result, as rounded as it is shown.
        since: The first version of xlbudget that has it.
        lays_out: Lays an answer of several numbers out in rows; none for a single number.
        no_answer: Why there is none, in words, where Python answers None or infinity.
        unlike: How it differs from the spreadsheet's own function for the same question.
        twin: The same in the spreadsheet's own functions, where that can be said: a text
            with each argument's name in braces.

    """

    name: str
    family: str
    says: str
    python: Callable[..., Any]
    parameters: tuple[Parameter, ...]
    returns: Unit
    example: tuple[tuple[object, ...], object]
    since: str = "0.1"
    lays_out: Callable[[Any], Rows] | None = None
    no_answer: str = ""
    unlike: str = ""
    twin: str = ""

    def __post_init__(self) -> None:
        """Refuse an entry that does not fit its Python function."""
        said = [parameter.name for parameter in self.parameters]
        has = list(signature(self.python).parameters)
        if said != has:
            raise CatalogueError(f"{self.name}: the catalogue says {said}, Python says {has}")
        if not _NAME.fullmatch(self.name):
            raise CatalogueError(f"{self.name}: a name is XLB_ and words in capitals")
        helps = [self.says, *(parameter.says for parameter in self.parameters)]
        if too_long := [text for text in helps if not 0 < len(text) <= _LONGEST_HELP]:
            raise CatalogueError(f"{self.name}: no help, or too long for a wizard: {too_long}")

    @property
    def spills(self) -> bool:
        """Whether the answer takes several cells."""
        return self.lays_out is not None

    @property
    def takes_any_number(self) -> bool:
        """Whether the last parameter stands for any number of arguments."""
        return bool(self.parameters) and self.parameters[-1].kind is Kind.CELLS

    def is_optional(self, parameter: Parameter) -> bool:
        """Return whether an argument may be left out."""
        if parameter.kind is Kind.CELLS:
            return True
        return self._python(parameter).default is not _REQUIRED

    def default(self, parameter: Parameter) -> object:
        """Return what stands for an argument that is left out; None for nothing."""
        default = self._python(parameter).default
        return None if default is _REQUIRED else default

    def by_keyword(self, parameter: Parameter) -> bool:
        """Return whether Python takes an argument by its name only."""
        return self._python(parameter).kind is PythonParameter.KEYWORD_ONLY

    def _python(self, parameter: Parameter) -> PythonParameter:
        return signature(self.python).parameters[parameter.name]


def across(values: Sequence[Value]) -> Rows:
    """Return values side by side, as years stand in a budget."""
    return (tuple(values),)


def down(values: Sequence[Value]) -> Rows:
    """Return values one below the other."""
    return tuple((value,) for value in values)


def as_table(rows: Rows) -> Rows:
    """Return rows as they are: a table with a heading of its own."""
    return rows
