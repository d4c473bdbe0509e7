"""The lists that people choose from: each word stands here and nowhere else."""

from __future__ import annotations

from enum import StrEnum


class Area(StrEnum):
    """The six budget areas of digital learning."""

    BROADBAND = "broadband"
    NETWORK = "network infrastructure"
    HARDWARE = "hardware"
    SUPPORT = "technical support"
    CONTENT = "instructional content"
    LEARNING = "professional learning"


class Category(StrEnum):
    """What is bought: fourteen kinds, each of one area (``model/data/categories.csv``)."""

    DEVICES = "device hardware"
    NETWORK = "network hardware"
    SERVERS = "servers and cloud"
    SOFTWARE = "software subscriptions"
    CONTENT = "digital content"
    CONNECTIVITY = "connectivity"
    SUPPLIES = "supplies and printing"
    SPARES = "spares and repair"
    SUPPORT = "support labor"
    SERVICES = "external services"
    LEARNING = "professional learning"
    FACILITIES = "facilities and electrical"
    DISPOSAL = "retirement and disposal"
    USER_TIME = "user time"


class CostType(StrEnum):
    """How a line's cost comes about."""

    PURCHASE = "purchase"
    ANNUAL = "annual"
    STAFF = "staff"
    CONTRACT = "contract"
    ONE_TIME_SERVICE = "one-time service"


class Need(StrEnum):
    """Whether stopping the cost would end a service."""

    RECURRING = "recurring"
    ONE_TIME = "one-time"
    STARTS = "starts"


class LineStatus(StrEnum):
    """How far a line has come."""

    PROPOSED = "proposed"
    JUSTIFIED = "justified"
    CONDITIONAL = "conditional"
    APPROVED = "approved"
    RELEASED = "released"
    LAPSED = "lapsed"


PLANNED = (
    LineStatus.JUSTIFIED,
    LineStatus.CONDITIONAL,
    LineStatus.APPROVED,
    LineStatus.RELEASED,
)


class Stream(StrEnum):
    """How long a source of money lasts."""

    RECURRING = "recurring"
    RENEWABLE = "renewable"
    ONE_TIME = "one-time"


class SourceKind(StrEnum):
    """What a source of money is."""

    LOCAL = "local"
    STATE = "state"
    TITLE_I = "Title I-A"
    TITLE_II = "Title II-A"
    TITLE_IV = "Title IV-A"
    IDEA = "IDEA-B"
    ERATE_1 = "E-rate Category One"
    ERATE_2 = "E-rate Category Two"
    BOND = "bond"
    GRANT = "grant"
    DONATION = "donation"
    CARRY_OVER = "carry-over"
    RESERVE = "reserve"
    OTHER = "other"


ERATE = (SourceKind.ERATE_1, SourceKind.ERATE_2)


class SourceStatus(StrEnum):
    """How sure a source of money is."""

    SECURED = "secured"
    EXPECTED = "expected"
    APPLIED = "applied"


class Plan(StrEnum):
    """Whose plan a goal stands in."""

    DISTRICT = "district"
    BUILDING = "building"


class Priority(StrEnum):
    """What goes first when a share must be cut."""

    MANDATED = "mandated"
    COMMITTED = "committed by contract"
    DISCRETIONARY = "discretionary"


class EvidenceTier(StrEnum):
    """How strong the evidence for a practice is (ESSA)."""

    STRONG = "1 strong"
    MODERATE = "2 moderate"
    PROMISING = "3 promising"
    RATIONALE = "4 rationale"
    NONE = "none"


class Stage(StrEnum):
    """Which stage the budget's amounts are at."""

    REQUESTED = "requested"
    RECOMMENDED = "recommended"
    ADOPTED = "adopted"
    AMENDED = "amended"


class SavingType(StrEnum):
    """How a saving shows."""

    CASHABLE = "cashable"
    AVOIDED = "avoided"
    PRODUCTIVITY = "productivity"
    REVENUE = "revenue"


class Dimension(StrEnum):
    """By what a scenario's driver picks lines or sources."""

    AREA = "area"
    CATEGORY = "category"
    SOURCE = "source"
    TAG = "tag"


class Locale(StrEnum):
    """Where a school lies, for the E-rate discount."""

    URBAN = "urban"
    RURAL = "rural"


class Level(StrEnum):
    """What grades a school has."""

    ELEMENTARY = "elementary"
    MIDDLE = "middle"
    HIGH = "high"
    OTHER = "other"
