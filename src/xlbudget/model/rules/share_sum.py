"""Do the shares of a line's sources, and of its goals, sum to 1?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Place, Rule, Severity
from xlbudget.model.line_item import SLOTS, LineItem
from xlbudget.model.placement import found, placed

_TOLERANCE = Decimal("0.000001")
_NOUNS = ("goal", "source")


def _check(budget: Budget) -> Iterator[Finding]:
    for place, line in placed(budget, LineItem):
        for noun in _NOUNS:
            names = [getattr(line, f"{noun}_{slot}") for slot in SLOTS]
            shares = [getattr(line, f"{noun}_share_{slot}") for slot in SLOTS]
            yield from _nameless(place, line, noun, names, shares)
            yield from _gaps(place, line, noun, names)
            given = [share for name, share in zip(names, shares, strict=True) if name]
            if given and given != [None]:
                yield from _sum(place, line, noun, given)


def _sum(
    place: Place, line: LineItem, noun: str, shares: list[Decimal | None]
) -> Iterator[Finding]:
    total = sum((share or Decimal(0) for share in shares), Decimal(0))
    first_alone = shares[0] is None and None not in shares[1:] and total <= 1
    if not first_alone and (None in shares or abs(total - 1) > _TOLERANCE):
        blank = " with a blank among them" if None in shares else ""
        yield found(
            RULE,
            place,
            f"{noun}_share_1",
            saw=f"The {noun} shares of line {line.line_id} sum to {total:.6g}{blank}",
            wants="The shares of a line sum to 1, which is 100 %",
            fix="Correct the shares; a sole one may be left blank",
        )


def _nameless(
    place: Place, line: LineItem, noun: str, names: list[str], shares: list[Decimal | None]
) -> Iterator[Finding]:
    for slot, name, share in zip(SLOTS, names, shares, strict=True):
        if share and not name:
            yield found(
                RULE,
                place,
                f"{noun}_share_{slot}",
                saw=f"Line {line.line_id} has a share of {share:f} without a {noun} {slot}",
                wants=f"A share belongs to a {noun}",
                fix=f"Name {noun} {slot}, or leave its share blank",
            )


def _gaps(place: Place, line: LineItem, noun: str, names: list[str]) -> Iterator[Finding]:
    if any(names) and not names[0]:
        yield found(
            RULE,
            place,
            f"{noun}_1",
            saw=f"Line {line.line_id} names a later {noun} and no {noun} 1",
            wants=f"The first {noun} stands in {noun} 1: by it a line is known to have one",
            fix=f"Move the {noun} and its share to {noun} 1",
        )


RULE = Rule(
    code="XLR-04",
    title="Shares do not sum to 1",
    severity=Severity.FATAL,
    says="The shares of a line's sources sum to 1, and so do those of its goals.",
    source="docs/figures.md, A line (splits add up) and Funding",
    check=_check,
)
