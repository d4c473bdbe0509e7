"""What a number in a cell is counted in."""

from __future__ import annotations

from enum import Enum


class Unit(Enum):
    """A unit: what people call it, and how a cell shows a number of it."""

    DOLLARS = ("dollars", "$#,##0.00")
    DOLLARS_PER_YEAR = ("dollars a year", "$#,##0.00")
    DOLLARS_PER_DAY = ("dollars a school day", "$#,##0.00")
    DOLLARS_PER_UNIT = ("dollars for each unit of effect and student", "$#,##0.00")
    RATE = ("rate per period, such as 3%", "0.00%")
    SHARE = ("share from 0% to 100%", "0.0%")
    RATIO = ("ratio", "0.0000")
    PERCENT = ("percent, such as 62", "0")
    LEVEL = ("price level, 1 in the base year", "0.0000")
    GAIN = ("units of the measure", "0.0000")
    GAIN_PER_DOLLAR = ("units of the measure, times students, for each dollar", "0.000000")
    SCORE = ("score", "0.00")
    NUMBER = ("number", "#,##0.##")
    YEARS = ("years", "0.00")
    PERIODS = ("periods", "0.00")
    MONTHS = ("months", "0")
    DAYS = ("days", "0")
    FISCAL_YEAR = ("fiscal year, such as 2027", "0")
    DATE = ("date", "yyyy-mm-dd")
    WORD = ("text", "@")
    FLAG = ("TRUE or FALSE", "General")
    TABLE = ("table", "#,##0.00")

    def __init__(self, says: str, number_format: str) -> None:
        self.says = says
        self.number_format = number_format
