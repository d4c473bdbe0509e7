"""A rule that names lines: simple comparisons of their fields, joined by "and".

``area=hardware and cost>5000`` is read word by word; nothing in it is ever run as a program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import ge, gt, le, lt
from typing import NoReturn

from xlbudget.distribution.line_fact import FACTS, LineFact, fact_named
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.errors import NotANumberError, UnknownChoiceError
from xlbudget.model.field import Kind
from xlbudget.model.number import number_from

_CLAUSE = re.compile(
    r"\s*(?P<name>[a-z][a-z0-9_ ]*?)\s*(?P<sign>!=|<=|>=|=|<|>|\bcontains\b)\s*"
    r'(?:"(?P<quoted>[^"]*)"|(?P<plain>[^"=<>!]*?))(?:\s+and\s+|\s*$)',
    re.IGNORECASE,
)
_LONGEST = 500
_PLAIN = re.compile(r"[\w.$%/-]+(?: [\w.$%/-]+)*")
_ORDERS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


@dataclass(frozen=True, slots=True)
class Clause:
    """One comparison: a fact of a line, a sign, and the value that it is compared with."""

    fact: LineFact
    sign: str
    value: str  # as it stands in the rule's own words; "" is a blank
    number: Decimal | None = None  # the value of a fact that is a number

    def __str__(self) -> str:
        """Return the clause in the one way of writing it."""
        plain = _PLAIN.fullmatch(self.value) and " and " not in f" {self.value.casefold()} "
        value = self.value if plain else f'"{self.value}"'
        gap = " " if self.sign == "contains" else ""
        return f"{self.fact.name}{gap}{self.sign}{gap}{value}"

    def meets(self, line: AcceptedLine) -> bool:
        """Return whether it is true of a line; a blank is neither below nor above anything."""
        values = self.fact.values(line)
        if self.sign in _ORDERS:
            order, number = _ORDERS[self.sign], self.number
            return any(number is not None and order(Decimal(it), number) for it in values)
        if self.sign == "contains":
            return any(self.value.casefold() in str(it).casefold() for it in values)
        return self._equals(values) == (self.sign == "=")

    def _equals(self, values: tuple[Decimal | str, ...]) -> bool:
        if not self.value:
            return not values
        if self.number is not None:
            return any(Decimal(it) == self.number for it in values)
        return any(str(it).casefold() == self.value.casefold() for it in values)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule; all of its clauses must be true of a line."""

    clauses: tuple[Clause, ...]

    def __str__(self) -> str:
        """Return the rule in the one way of writing it: the same rule is the same text."""
        return " and ".join(sorted({str(clause) for clause in self.clauses}))

    def meets(self, line: AcceptedLine) -> bool:
        """Return whether the rule names a line."""
        return all(clause.meets(line) for clause in self.clauses)


def line_rule(text: str) -> LineRule:
    """Return the rule that a text means.

    Args:
        text: Comparisons such as ``area=hardware`` or ``cost>5000``, joined by ``and``.  A value
            with signs or the word and in it stands in double quotes; no value means blank.

    Raises:
        UnknownChoiceError: It is no such text, or names a field or word that lines do not have.
        NotANumberError: A number is compared with something else.

    Example:
        >>> str(line_rule("Area = hardware AND cost > $5,000"))
        'area=hardware and cost>5000'

    """
    clauses, place = [], 0
    hangs = text.rstrip().casefold().endswith(" and")
    if not text.strip() or hangs or len(text) > _LONGEST:
        _refuse_shape(text)
    while place < len(text):
        match = _CLAUSE.match(text, place)
        if match is None:
            _refuse_shape(text)
        given = match["plain"] if match["quoted"] is None else match["quoted"]
        clauses.append(_clause(match["name"], match["sign"].casefold(), given.strip()))
        place = match.end()
    return LineRule(tuple(clauses))


def rule_meets(rule: str, line: AcceptedLine) -> bool:
    """Return whether a rule, in the words in which a decision keeps it, names a line."""
    return _known(rule).meets(line)


@lru_cache(maxsize=256)
def _known(rule: str) -> LineRule:
    return line_rule(rule)


def _clause(name: str, sign: str, value: str) -> Clause:
    fact = fact_named(name)
    if fact.is_number:
        return _number_clause(fact, sign, value)
    if sign in _ORDERS:
        raise UnknownChoiceError(
            saw=f"The rule compares {fact.name} by {sign}",
            wants=f"{fact.name} is a text: it is compared by =, != or contains",
            fix=f"Write {fact.name}={value or 'value'}, or {fact.name} contains {value or 'value'}",
        )
    words = {word.casefold(): word for word in fact.words}
    if words and value and sign != "contains":
        if value.casefold() not in words:
            raise UnknownChoiceError(
                saw=f"The rule compares {fact.name} with “{value}”, which no line can have",
                wants=f"{fact.name} is one of: {', '.join(fact.words)}",
                fix="Choose one of them",
            )
        value = words[value.casefold()]
    return Clause(fact, sign, value)


def _number_clause(fact: LineFact, sign: str, value: str) -> Clause:
    if not value and sign in {"=", "!="}:
        return Clause(fact, sign, "")
    read = number_from(value)
    is_part = fact.kind in {Kind.SHARE, Kind.RATE}
    if read is None or sign == "contains" or (read.percent and not is_part):
        raise NotANumberError(
            saw=f"The rule says {fact.name} {sign} {value or 'nothing'}",
            wants=f"{fact.name} is a number: it is compared by =, !=, <, <=, > or >=",
            fix=f"Write a number, such as {fact.name}>5000",
        )
    number = read.value / 100 if read.percent and is_part else read.value
    return Clause(fact, sign, f"{number.normalize():f}", number)


def _refuse_shape(text: str) -> NoReturn:
    raise UnknownChoiceError(
        saw=f"The rule is “{text[:80]}”",
        wants="A rule is comparisons such as area=hardware or cost>5000, joined by and; the signs "
        "are = != < <= > >= and contains",
        fix=f"Write it so; the fields are: {', '.join(fact.name for fact in FACTS)}",
    )
