"""A district made of dice, as plain facts: nothing here asks the project how anything is reckoned.

Money is whole cents, rates and shares are fractions.  ``records.py`` turns the facts into the
project's records, ``truth.py`` says what every line costs.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

YEARS = (2027, 2028, 2029, 2030, 2031)
FIRST = YEARS[0]
GROWTH = {
    "general": Fraction(2, 100),
    "hardware": Fraction(0),
    "software": Fraction(35, 1000),
    "connectivity": Fraction(-1, 100),
    "staff": Fraction(25, 1000),
    "services": Fraction(215, 10_000),
}
GOALS = {
    "G1": "Every student reads on grade level",
    "G2": "=1+1 is what students can explain",
    "G3": "Families hear from us in their language",
}
SOURCES = {
    "F1": ("General fund", "100"),
    "F2": ("@Title I", "210"),
    "F3": ("State technology grant", "220"),
}
RISKY = ("=1+1", "+1-1", "-2+3", "@SUM(1)", '=HYPERLINK("http://example.com","pay")')
"""What a spreadsheet would take for a formula, and people mean as words."""
WHY = (
    "Each student needs a working device",
    "Teachers ask for it in every survey",
    "=2+2 is asked on the first day, so",
    "+ more time for students who need it",
    "-1 hour of waiting for each teacher",
    "@ home students go on with their work",
)


@dataclass(frozen=True)
class Kind:
    """How a thing is bought; the fields are those of a line."""

    key: str
    words: str
    cost_type: str
    area: str
    category: str
    growth: str
    function: str
    object: str
    cents: int = 0
    life: int | None = None
    refresh: bool = False
    unit: str = ""


KINDS = (
    Kind("K1", "Chromebooks", "purchase", "hardware", "device hardware", "hardware",
         "1000", "734", 31_999, 4, True),
    Kind("K2", "Switches", "purchase", "network infrastructure", "network hardware", "general",
         "2580", "735", 84_550, 7, False),
    Kind("K3", "Reading app", "annual", "instructional content", "software subscriptions",
         "software", "2230", "736", 775),
    Kind("K4", "Aide for devices", "staff", "technical support", "support labor", "staff",
         "2230", "110", 4_812_300),
    Kind("K5", "Internet line", "contract", "broadband", "connectivity", "connectivity",
         "2580", "530"),
    Kind("K6", "Cabling", "one-time service", "network infrastructure", "external services",
         "services", "2580", "352", 120_045),
)  # fmt: skip
ITEMS = (
    Kind("I1", "Laptop, 13 in", "purchase", "hardware", "device hardware", "hardware",
         "1000", "734", 61_250, 3, True, "device"),
    Kind("I2", "Reading licence", "annual", "instructional content", "digital content", "software",
         "1000", "640", 1_650, None, False, "student and year"),
    Kind("I3", "Access point", "purchase", "network infrastructure", "network hardware", "general",
         "2580", "735", 27_999, 6, False, "unit"),
    Kind("I4", "Training day", "one-time service", "professional learning", "professional learning",
         "services", "2213", "330", 45_000, None, False, "day"),
)  # fmt: skip
OTHER = Kind("Other", "not on the list", "one-time service", "hardware", "supplies and printing",
             "general", "1000", "650")  # fmt: skip
BY_KEY = {kind.key: kind for kind in (*KINDS, *ITEMS, OTHER)}


@dataclass(frozen=True)
class Size:
    """How large a play is.

    Attributes:
        schools: Schools.
        last_year: Lines of last year in each.
        new: Lines that each adds, at most 50.
        damaged: Files that something is done to.
        office: Files that a real program fills in and saves.
        seed: Of all dice.

    """

    schools: int = 90
    last_year: int = 8
    new: int = 4
    damaged: int = 30
    office: int = 3
    seed: int = 2027


@dataclass
class School:
    """A school: its lines of last year, and later what it answers."""

    key: str
    name: str
    last_year: list = field(default_factory=list)
    lines: list = field(default_factory=list)
    cells: dict = field(default_factory=dict)  # what is typed, by sheet and cell

    @property
    def goal(self):
        """The id of its own goal of last year."""
        return f"B{self.key}"

    @property
    def goal_words(self):
        """Its own goal in one sentence."""
        return f"Lunch hour coding at {self.key}"


def schools_of(size):
    """The schools of a district, each with its lines of last year."""
    return [_school(number, size) for number in range(1, size.schools + 1)]


def _school(number, size):
    key = f"S{number:04}"
    dice = Random(f"{size.seed} {key}")  # noqa: S311 - no secret
    names = ("Oak Hill", "=Fir", "Elm Street", "+Ash", "Maple", "@Birch", "Cedar", "-Pine")
    school = School(key, f"{names[number % len(names)]} School {number}")
    school.last_year = [_line(school, place, dice) for place in range(size.last_year)]
    return school


def _line(school, place, dice):
    """A line of last year; the first is devices, so that damage has something to hit."""
    kind = KINDS[0] if not place else dice.choice(KINDS)
    line = {
        "school": school.key,
        "line": f"{school.key}-L{place + 1:03}",
        "kind": kind.key,
        "words": f"{kind.words} for room {place + 1}",
        "why": WHY[0] if not place else dice.choice(WHY),
        "quantity": Fraction(30 if not place else dice.randrange(1, 60)),
        "cents": kind.cents + dice.randrange(0, 99),
        "first": FIRST if not place else dice.choice((FIRST, FIRST, FIRST - 1, FIRST + 1)),
        "goals": {"G1": Fraction(1)},
        "sources": {"F1": Fraction(1)},
        "status": dice.choice(("approved", "justified", "proposed")),
    }
    if kind.cost_type == "purchase":
        line |= {"spare": Fraction(dice.randrange(0, 9), 100), "setup": dice.randrange(0, 2_500)}
    if kind.cost_type == "staff":
        line["quantity"] = Fraction(dice.randrange(1, 9), 4)
        line |= {"benefit": Fraction(dice.randrange(20, 36), 100), "flat": 123_456}
    if kind.cost_type == "contract":
        line |= {"quantity": Fraction(1), "first": FIRST}
        line["payment"] = {year: dice.randrange(1, 900_000) for year in YEARS}
    if place:
        line |= {"goals": _shares(dice, ("G1", "G2", "G3")), "sources": _shares(dice, SOURCES)}
    return line


def _shares(dice, keys):
    """One key for all of a line, or for one line in four two of them."""
    first, second = dice.sample(list(keys), 2)
    if dice.randrange(4):
        return {first: Fraction(1)}
    share = Fraction(dice.randrange(1, 1000), 1000)
    return {first: share, second: 1 - share}


CENTRAL = (
    {
        "school": "",
        "line": "C1",
        "kind": "K5",
        "words": "Internet line of all schools",
        "why": WHY[0],
        "quantity": Fraction(1),
        "cents": 0,
        "first": FIRST,
        "goals": {"G1": Fraction(333, 1000), "G3": Fraction(667, 1000)},
        "sources": {"F1": Fraction(1)},
        "status": "approved",
        "payment": {year: 99_999 + year for year in YEARS},
    },
)
"""The district's own lines, which no school is asked for."""
