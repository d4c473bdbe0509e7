"""The formula that adds up the parts of lines that belong to one source or one goal."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.sheets.plan import whole


def split_sum(
    key: str, holders: Sequence[str], noun: str, amount: str, conditions: Sequence[str] = ()
) -> str:
    """Return SUMPRODUCT over the three parts of every line, as ``docs/figures.md`` splits them.

    Args:
        key: The cell or text that names the source or goal.
        holders: Columns of Line items that say whose part 1, 2 and 3 is.
        noun: ``Goal`` or ``Source``: whose cumulated shares are taken.
        amount: What is split: a column of Line items, or an array of the same height.
        conditions: Further factors, each an array of 0 and 1.

    """
    reached = [f"ROUND({whole(f'{noun} reach {slot}')}*{amount},2)" for slot in (1, 2, 3)]
    parts = [reached[0], f"({reached[1]}-{reached[0]})", f"({reached[2]}-{reached[1]})"]
    total = "+".join(
        f"({whole(holder)}={key})*{part}" for holder, part in zip(holders, parts, strict=True)
    )
    factors = "".join(f"*{condition}" for condition in conditions)
    return f"SUMPRODUCT(({total}){factors})"
