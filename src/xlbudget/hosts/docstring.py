"""What the docstring of a function says: its formula, its source, its refusals."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from textwrap import dedent

from xlbudget import errors
from xlbudget.catalogue import Function

_SECTION = re.compile(r"^(\w+):\n((?:    .*\n|\n)*)", re.MULTILINE)
_RAISES = re.compile(r"^(\w+): ((?:.*\n)(?:    .*\n)*)", re.MULTILINE)
_MATH = re.compile(r":math:`([^`]*)`")
_LINK = re.compile(r":\w+:`~?([^`]*)`")
_SIGNS = {r"\sum": "Σ", r"\cdot": "·", r"\le": "≤", r"\sqrt": "√", r"\min": "min", r"\max": "max"}
_WORD = re.compile(r"(?<![\\A-Za-z])(?:in|[A-Za-z][a-z-]{2,})(?![A-Za-z])")
_NONE = "None"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal that a docstring tells of: what the cell shows, its code, and when."""

    error: str
    code: str
    name: str
    when: str


def section(function: Function, name: str) -> str:
    """Return the words of a section in one line; nothing where there is none."""
    words = " ".join(_sections(function).get(name, "").split())
    return "" if words.startswith(_NONE) else words


def refusals(function: Function) -> tuple[Refusal, ...]:
    """Return the refusals of a function, as its docstring lists them; then having no answer."""
    told = [
        _refusal(name, " ".join(when.split()))
        for name, when in _RAISES.findall(_sections(function).get("Raises", "") + "\n")
    ]
    if function.no_answer:
        told.append(Refusal(_without_answer(function), "", "", function.no_answer))
    return tuple(told)


def readable(words: str) -> str:
    """Return words of a docstring for a terminal: formulas in plain signs, names as they are."""
    plain = _LINK.sub(r"\1", _MATH.sub(lambda match: _signs(match[1]), words))
    return re.sub(r"\*([^*]+)\*", r"\1", plain.replace("``", ""))


def as_markdown(words: str) -> str:
    """Return words of a docstring for a page: formulas as GitHub typesets them."""
    linked = _LINK.sub(r"`\1`", _MATH.sub(lambda match: f"$`{_upright(match[1])}`$", words))
    return linked.replace("``", "`")


def _sections(function: Function) -> dict[str, str]:
    text = (inspect.getdoc(function.python) or "") + "\n"
    return {name: dedent(words) for name, words in _SECTION.findall(text)}


def _refusal(name: str, when: str) -> Refusal:
    kind: type[errors.XlbudgetError] = getattr(errors, name)
    return Refusal(kind.cell_error, kind.code, name, when)


def _without_answer(function: Function) -> str:
    answer: Callable[..., object] = function.python
    may_be_none = "None" in str(answer.__annotations__["return"])
    return "#N/A" if function.spills or may_be_none else "#NUM!"


def _signs(formula: str) -> str:
    for sign, plain in _SIGNS.items():
        formula = formula.replace(sign, plain)
    raised = re.sub(r"\^\{([^{}]*)\}", lambda match: f"^{_grouped(match[1])}", formula)
    return re.sub(r"[{}]", "", re.sub(r"√\{([^{}]*)\}", r"√(\1)", raised))


def _grouped(words: str) -> str:
    return words if re.fullmatch(r"-?(\w|\d+)", words) else f"({words})"


def _upright(formula: str) -> str:
    r"""Return a formula whose words are set as words, not as products of letters."""
    return _WORD.sub(r"\\text{\g<0>}", formula)
