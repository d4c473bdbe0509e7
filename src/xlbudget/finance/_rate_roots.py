"""At which rates are timed amounts worth nothing?  All of them, and proved to be all.

With u = ln(1 + rate), the worth of amounts a at times t is f(u) = sum of a * exp(-t * u).
Three facts make the list of its zeros complete:

1. Descartes' rule of signs holds for such sums: f has no more zeros than the amounts, in
   order of time, have changes of sign; with one change it has exactly one.
2. Multiply f by exp(s * u), which moves no zero, with s between two neighboring amounts of
   unlike sign, and differentiate.  Each amount is multiplied by s - t.  That flips the signs
   after s, so the new sum has one change of sign less.
3. By Rolle's theorem, between two zeros of f lies a zero of that derivative.  So between two
   neighboring zeros of the derivative f has at most one zero, and signs tell whether.

The ladder goes down by step 2 until one change of sign is left, and climbs up again by step 3.
Where f comes nearer to zero than the rounding of the amounts lets one see, it touches zero: a
double root, reported once.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import exp, fsum
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ROUNDING = 2.0**-47
"""The share of all terms together, below which their sum cannot be told from zero."""

_FIRST_STEP = 0.125
_FINEST = 2.0**-53
_NEAR_ZERO = 2.0**-10


def rate_roots(amounts: Mapping[float, float]) -> tuple[float, ...]:
    """Return every u = ln(1 + rate) at which ``amounts`` by time are worth nothing, rising."""
    held = sorted((time, amount) for time, amount in amounts.items() if amount)
    if not held:
        return ()
    ladder = [_scaled(tuple(t for t, _ in held), [a for _, a in held])]
    while len(changes := ladder[-1].changes()) > 1:
        ladder.append(ladder[-1].derivative(changes[len(changes) // 2]))
    zeros: list[float] = []
    for rung in reversed(ladder):
        zeros = rung.zeros(zeros)
    return _told_apart(ladder[0], zeros)


def sign_changes(amounts: Mapping[float, float]) -> int:
    """Return how often the sign changes, in order of time; zeros do not count."""
    held = [amount > 0 for _, amount in sorted(amounts.items()) if amount]
    return sum(a != b for a, b in pairwise(held))


@dataclass(frozen=True, slots=True)
class _TimedSum:
    """Amounts, none of them zero, at rising times."""

    times: tuple[float, ...]
    amounts: tuple[float, ...]
    since_first: tuple[float, ...]
    since_last: tuple[float, ...]

    def terms(self, u: float) -> list[float]:
        """Return the terms of f(u), all divided by the power that keeps the largest at 1."""
        return list(map(mul, self.amounts, map(exp, [d * u for d in self._distances(u)])))

    def sign(self, u: float) -> int:
        """Return the sign of f(u): 1, -1, or 0 within rounding."""
        terms = self.terms(u)
        total = fsum(terms)
        if abs(total) <= _ROUNDING * fsum(map(abs, terms)):
            return 0
        return 1 if total > 0 else -1

    def value_and_slope(self, u: float) -> tuple[float, float]:
        """Return f(u) and its slope, both divided by the same power; 0 within rounding."""
        terms = self.terms(u)
        value = fsum(terms)
        if abs(value) <= _FINEST * sum(map(abs, terms)):
            value = 0.0
        # The slope only shows the way, so a plain sum is good enough; and twice as quick.
        return value, sum(map(mul, self._distances(u), terms))

    def _distances(self, u: float) -> tuple[float, ...]:
        """Return how far each time lies from the one whose term is the largest."""
        return self.since_first if u >= 0 else self.since_last

    def changes(self) -> list[int]:
        """Return the positions after which the sign changes."""
        return [k for k, (a, b) in enumerate(pairwise(self.amounts)) if (a > 0) != (b > 0)]

    def derivative(self, change: int) -> _TimedSum:
        """Return step 2 of the ladder, at the given change of sign."""
        s = (self.times[change] + self.times[change + 1]) / 2
        return _scaled(
            self.times, [a * (s - t) for t, a in zip(self.times, self.amounts, strict=True)]
        )

    def zeros(self, splits: Sequence[float]) -> list[float]:
        """Return all zeros, given points that lie between any two of them."""
        at_start, at_end = (1 if self.amounts[k] > 0 else -1 for k in (-1, 0))
        signs = [self.sign(u) for u in splits]
        low = self._reach(splits[0] if splits else 0.0, -_FIRST_STEP, at_start)
        high = self._reach(splits[-1] if splits else 0.0, _FIRST_STEP, at_end)
        points = [(low, at_start), *zip(splits, signs, strict=True), (high, at_end)]
        crossings = [
            self._crossing(left, right)
            for (left, before), (right, after) in pairwise(points)
            if before * after < 0
        ]
        touches = [u for u, sign in zip(splits, signs, strict=True) if sign == 0]
        return sorted(crossings + touches)

    def _reach(self, u: float, step: float, wanted: int) -> float:
        """Return a point outward of ``u`` where f has the sign that it has at infinity."""
        while True:
            u, step = u + step, 2 * step
            if self.sign(u) == wanted:
                return u

    def _crossing(self, low: float, high: float) -> float:
        """Return the zero between two points of unlike sign: Newton's steps, kept inside."""
        rises = self.value_and_slope(high)[0] > 0
        u, step = (low + high) / 2, high - low
        while min(abs(step), high - low) > _FINEST * max(abs(u), _NEAR_ZERO):
            value, slope = self.value_and_slope(u)
            if value == 0:
                break
            low, high = (low, u) if (value > 0) == rises else (u, high)
            before, step = step, -value / slope if slope else high - low
            # A step must stay inside and at least halve; otherwise the middle is better.
            if not low < u + step < high or abs(step) > abs(before) / 2:
                step = (low + high) / 2 - u
            u += step
        return u


def _scaled(times: tuple[float, ...], amounts: list[float]) -> _TimedSum:
    """Return the same sum with 1 as its largest amount; what vanishes beside it is left out."""
    largest = max(map(abs, amounts))
    held = [(t, a / largest) for t, a in zip(times, amounts, strict=True) if a / largest]
    first, last = held[0][0], held[-1][0]
    return _TimedSum(
        times=tuple(t for t, _ in held),
        amounts=tuple(a for _, a in held),
        since_first=tuple(first - t for t, _ in held),
        since_last=tuple(last - t for t, _ in held),
    )


def _told_apart(worth: _TimedSum, zeros: Sequence[float]) -> tuple[float, ...]:
    """Return the zeros, those once between which nothing but rounding is to be seen."""
    kept: list[float] = []
    for u in zeros:
        if not kept or worth.sign((kept[-1] + u) / 2) != 0:
            kept.append(u)
    return tuple(kept)
