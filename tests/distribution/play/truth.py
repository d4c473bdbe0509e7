"""What every line costs by whole cents, and what they come to by pandas: the generator's truth."""

from fractions import Fraction
from math import ceil, floor

import pandas as pd

from distribution.play.district import BY_KEY, FIRST, GROWTH, SOURCES, YEARS


def cents_of(line):
    """What a line costs in each year of the plan, rounded once, half up, to the cent."""
    kind = BY_KEY[line["kind"]]
    if kind.cost_type == "contract":
        return [_rounded(line["payment"][year] * line["quantity"]) for year in YEARS]
    base, growth = _base(line, kind), 1 + GROWTH[kind.growth]
    return [
        _rounded(base * growth ** (year - FIRST)) if _falls(line, kind, year) else 0
        for year in YEARS
    ]


def parts_of(cents, shares):
    """The cents of each key: cumulated shares are rounded, so that parts add up."""
    reach, below, parts = Fraction(0), 0, {}
    for key, share in shares.items():
        reach += share
        parts[key] = _rounded(cents * reach) - below
        below += parts[key]
    return parts


def frame_of(lines):
    """Every line as a row, with its cents by year."""
    rows = []
    for line in lines:
        kind = BY_KEY[line["kind"]]
        facts = {name: line[name] for name in ("school", "line", "goals", "sources")}
        codes = {"area": kind.area, "category": kind.category, "object": kind.object}
        rows.append(facts | codes | dict(zip(YEARS, cents_of(line), strict=True)))
    return pd.DataFrame(rows)


def totals(frame, by):
    """Cents by year for each key of a column; goals, sources and funds take their shares."""
    if by in {"goal", "source", "fund"}:
        frame = _shared(frame, "goals" if by == "goal" else "sources", by)
    found = frame.groupby(by)[list(YEARS)].sum()
    return {key: tuple(map(int, row)) for key, row in found.iterrows() if any(row)}


def whole(frame):
    """Cents of all lines by year."""
    return tuple(int(frame[year].sum()) for year in YEARS)


def _shared(frame, shares, by):
    rows = []
    for held, *cents in frame[[shares, *YEARS]].itertuples(index=False, name=None):
        parts = [parts_of(amount, held) for amount in cents]
        for key in held:
            name = SOURCES[key][1] if by == "fund" else key
            rows.append((name, *(part[key] for part in parts)))
    return pd.DataFrame(rows, columns=[by, *YEARS])


def _base(line, kind):
    """Cents in money of the first year, not rounded."""
    quantity, price = line["quantity"], Fraction(line["cents"])
    if kind.cost_type == "purchase":
        units = ceil(_rounded(quantity * (1 + line.get("spare", 0)) * 10**6) / Fraction(10**6))
        return units * (price + line.get("setup", 0))
    if kind.cost_type == "staff":
        return quantity * (price * (1 + line["benefit"]) + line["flat"])
    return quantity * price


def _falls(line, kind, year):
    """Whether a line costs anything in a year."""
    age = year - line["first"]
    if age < 0:
        return False
    if kind.cost_type == "purchase":
        return age % kind.life == 0 if kind.refresh else age == 0
    return age == 0 if kind.cost_type == "one-time service" else True


def _rounded(amount):
    """Half up, for amounts that are not negative."""
    return floor(amount + Fraction(1, 2))
