"""Worlds of made-up inputs, and what the functions and operators of formulas give in them."""

from __future__ import annotations

import operator
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Value = float | str | bool
Told = Callable[["World"], Value]

NUMBERS = (0.0, 1.0, -1.0, 2.0, 5.0, 0.5, -40.0, 12_345.0)
_COUNTS = (0.0, 1.0, 2.0, 7.0)
COMPARED = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_FROM_NUMBERS: dict[str, Callable[[Sequence[float]], float]] = {
    "SUM": sum,
    "ABS": lambda args: abs(args[0]),
    "MIN": min,
    "MAX": max,
    "N": lambda args: args[0],
    "ROUND": lambda args: round(args[0], max(-9, min(9, int(args[1])))),
    "SIGN": lambda args: float((args[0] > 0) - (args[0] < 0)),
    "AND": lambda args: float(all(args)),
    "OR": lambda args: float(any(args)),
    "NOT": lambda args: float(not args[0]),
}


@dataclass(slots=True)
class World:
    """One set of made-up inputs."""

    chance: random.Random
    words: tuple[str, ...]
    known: dict[object, Value] = field(default_factory=dict)

    def of(self, key: object, values: Sequence[Value]) -> Value:
        """Return the value of a thing, made up when it is asked for first."""
        if key not in self.known:
            self.known[key] = self.chance.choice(values)
        return self.known[key]


def called(name: str, args: list[Told]) -> Told:
    """Return what a function gives; one that is not known gives a made-up value by its inputs."""
    if name == "IF":
        return _chosen(*args)
    if name == "REPT":
        return lambda world: _words(args[0](world)) * max(0, min(9, int(number(args[1](world)))))
    if name in _FROM_NUMBERS and args:
        return lambda world: _FROM_NUMBERS[name]([number(arg(world)) for arg in args])
    values: tuple[float, ...] = _COUNTS if name.startswith(("COUNT", "ROWS")) else NUMBERS
    if name.startswith("IS") or name == "EXACT":
        values = (0.0, 1.0)
    return lambda world: world.of((name, *(arg(world) for arg in args)), values)


def _chosen(test: Told, then: Told, otherwise: Told | None = None) -> Told:
    """Return what IF gives."""
    other = otherwise or constant(False)
    return lambda world: then(world) if number(test(world)) else other(world)


def joined(sign: str, one: Told, other: Told) -> Told:
    """Return what two values give with a sign between them."""
    return lambda world: _reckoned(sign, one(world), other(world))


def _reckoned(sign: str, one: Value, other: Value) -> Value:
    if sign == "&":
        return _words(one) + _words(other)
    if sign in COMPARED:
        return bool(COMPARED[sign](_ranked(one), _ranked(other)))
    return _ARITHMETIC[sign](number(one), number(other))


def _power(base: float, exponent: float) -> float:
    return abs(base) ** min(9.0, max(-9.0, exponent)) if base else 0.0


def _ranked(value: Value) -> tuple[int, float, str]:
    """Return a value so that it can be compared: numbers, then texts."""
    return (1, 0.0, value.casefold()) if isinstance(value, str) else (0, float(value), "")


def number(value: Value) -> float:
    """Return a value as a number; any text is one and the same."""
    return 3.0 if isinstance(value, str) else float(value)


def _words(value: Value) -> str:
    return value if isinstance(value, str) else f"{float(value):g}"


def hundredth(told: Told) -> Told:
    """Return what a percent sign makes of a value."""
    return lambda world: number(told(world)) / 100


def constant(value: Value) -> Told:
    """Return a value that is the same in all worlds."""
    return lambda _: value


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": lambda one, other: one / other if other else 0.0,
    "^": _power,
}
