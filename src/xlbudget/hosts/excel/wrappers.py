"""The VBA module with one public function for each entry of the catalogue, and its help."""

from __future__ import annotations

from collections.abc import Iterable

import xlbudget
from xlbudget.catalogue import Function, Parameter

MODULE = "XlbFunctions"
LONGEST_LINE = 1000
"""Characters of one line of code; the editor of VBA takes 1,023."""

_KEPT = """
abs addressof and any array as attribute boolean byref byte byval call case cbool cbyte ccur cdate
cdbl cdec cint circle clng clnglng clngptr close const csng cstr currency cvar cverr date debug
declare defbool defbyte defcur defdate defdbl defdec defint deflng deflnglng deflngptr defobj
defsng defstr defvar dim do doevents double each else elseif empty end endif enum eqv erase error
event exit false fix for friend function get global go gosub goto if imp implements in input
inputb instr instrb int integer is lbound len lenb let like lock long longlong longptr loop lset
me mid midb mod new next not nothing null on open option optional or paramarray preserve print
private pset ptrsafe public put raiseevent redim rem resume return rset scale seek select set sgn
shared single spc static stop string sub tab then time to true type typeof ubound unlock until
variant wend while with withevents write xor
"""

RESERVED = frozenset(_KEPT.split())
"""Words that VBA keeps for itself, or that would hide what every module needs."""

_USER_DEFINED = '" \\n14"'
"""Excel's number for the category "User Defined", in the form in which Excel saves it."""


class VbaError(ValueError):
    """What was written is not VBA, or not what it was expected to be."""


def functions_module(functions: Iterable[Function]) -> str:
    """Return the text of the module that holds all functions."""
    lines = [
        f'Attribute VB_Name = "{MODULE}"',
        "Option Explicit",
        "' Made from the catalogue when the add-in is built.",
        f'Public Const XLB_VERSION As String = "{xlbudget.__version__}"',
    ]
    for function in functions:
        lines += ["", *_wrapper(function)]
    if too_long := [line for line in lines if len(line) >= LONGEST_LINE]:
        raise VbaError(f"a line of {len(too_long[0])} characters: {too_long[0][:60]}")
    return "\n".join([*lines, ""])


def vba_name(parameter: Parameter) -> str:
    """Return what VBA calls an argument: its own name, unless VBA keeps that for itself."""
    return f"{parameter.name}_name" if parameter.name in RESERVED else parameter.name


def _wrapper(function: Function) -> list[str]:
    names = [vba_name(parameter) for parameter in function.parameters]
    declared = ", ".join(_declared(function, parameter) for parameter in function.parameters)
    return [
        f"Public Function {function.name}({declared}) As Variant",
        f"Attribute {function.name}.VB_Description = {_quoted(function.says)}",
        f"Attribute {function.name}.VB_ProcData.VB_Invoke_Func = {_USER_DEFINED}",
        *(_asking_why(names) if function.takes_any_number else _asking(function.name, names)),
        "End Function",
    ]


def _declared(function: Function, parameter: Parameter) -> str:
    name = vba_name(parameter)
    if function.takes_any_number and parameter is function.parameters[-1]:
        return f"ParamArray {name}() As Variant"
    optional = "Optional " if function.is_optional(parameter) else ""
    return f"{optional}ByVal {name} As Variant"


def _asking(function: str, names: Iterable[str]) -> list[str]:
    return [f'    {function} = XlbCall("{function}", {", ".join(names)})']


def _asking_why(names: list[str]) -> list[str]:
    # VBA hands a ParamArray on only when it has been copied.
    function, arguments = names
    return [
        "    Dim held As Variant",
        f"    held = {arguments}",
        f"    XLB_WHY = XlbWhyCall({function}, held)",
    ]


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
