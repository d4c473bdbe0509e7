"""What a formula may give, tried in many worlds of made-up inputs: can a check fail at all?

A reference, and a function that is not known here, gives another made-up value in each world, the
same one wherever it stands in the formula.  So ``A1-A1`` is 0 in all worlds, ``A1-B1`` is not.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from xlbudget.workbook.lint.anatomy import TOKEN, bare
from xlbudget.workbook.lint.worlds import (
    COMPARED,
    NUMBERS,
    Told,
    Value,
    World,
    called,
    constant,
    hundredth,
    joined,
    number,
)

WORLDS = 200
_ORDERS = (
    tuple(COMPARED),
    ("&",),
    ("+", "-"),
    ("*", "/"),
    ("^",),
)


class NotUnderstoodError(Exception):
    """A formula is written in a way that is not known here."""


def possible(formula: str, own_sheet: str = "") -> Iterator[Value]:
    """Give what a formula gives, world by world; nothing when it is not understood.

    Args:
        formula: Without an equal sign.
        own_sheet: The sheet on which it stands: ``Checks!A1`` is ``A1`` there.

    """
    tokens = list(TOKEN.finditer(formula))
    words = tuple(sorted({_plain(one[0]) for one in tokens if one.lastgroup == "text"}))
    try:
        told = _Reader(tokens, own_sheet.casefold()).whole()
        for number in range(WORLDS):
            # Not for secrets: the same worlds each time, so that a rule says the same each time.
            yield told(World(random.Random(number), words))  # noqa: S311
    except (
        NotUnderstoodError,
        ArithmeticError,
        ValueError,
        LookupError,
        TypeError,
        RecursionError,
    ):
        return


class _Reader:
    """Reads the words of a formula one by one."""

    def __init__(self, tokens: Sequence[re.Match[str]], own_sheet: str) -> None:
        self.tokens = tokens
        self.at = 0
        self.own = own_sheet

    def whole(self) -> Told:
        told = self.compared(0)
        if self.at < len(self.tokens):
            raise NotUnderstoodError
        return told

    def compared(self, level: int) -> Told:
        """Return the operators of a level and all that bind more strongly."""
        if level == len(_ORDERS):
            return self.signed()
        told = self.compared(level + 1)
        while self.word in _ORDERS[level]:
            told = joined(self.take(), told, self.compared(level + 1))
        return told

    def signed(self) -> Told:
        if self.word in {"-", "+"}:
            sign, inner = self.take(), self.signed()
            return (lambda world: -number(inner(world))) if sign == "-" else inner
        told = self.single()
        while self.word == "%":
            self.take()
            told = hundredth(told)
        return told

    def single(self) -> Told:
        """Return a number, a text, a reference, a call, or what stands in parentheses."""
        kind, word = self.kind, self.take()
        if kind == "number":
            return constant(float(word))
        if kind == "text":
            return constant(_plain(word))
        if word == "(":
            told = self.compared(0)
            self.expect(")")
            return told
        if kind == "call":
            return called(bare(word), self.arguments())
        if kind == "name" and word.upper() in {"TRUE", "FALSE"}:
            return constant(word.upper() == "TRUE")
        return self.reference(kind, word)

    def reference(self, kind: str, word: str) -> Told:
        """Return a made-up value for a reference, by its words."""
        if kind not in {"sheet", "cell", "columns", "rows", "column", "name"}:
            raise NotUnderstoodError
        parts = [word]
        if kind == "sheet":
            if word[:-1].strip("'").replace("''", "'").casefold() == self.own:
                parts = []
            parts.append(self.take())
        while self.word == ":":
            parts += (self.take(), self.take())
        key = "".join(parts).replace("$", "").casefold()
        return lambda world: world.of(key, (*NUMBERS, *world.words))

    def arguments(self) -> list[Told]:
        self.expect("(")
        told: list[Told] = []
        while self.word != ")":
            told.append(constant(0.0) if self.word == "," else self.compared(0))
            if self.word == ",":
                self.take()
        self.expect(")")
        return told

    @property
    def kind(self) -> str:
        return (self.tokens[self.at].lastgroup or "") if self.at < len(self.tokens) else ""

    @property
    def word(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        word = self.word
        self.at += 1
        return word

    def expect(self, word: str) -> None:
        if self.take() != word:
            raise NotUnderstoodError


def _plain(word: str) -> str:
    return word[1:-1].replace('""', '"')
