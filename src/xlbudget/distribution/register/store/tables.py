"""Every table of the register, declared once; ``migrations`` brings older registers to this."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from xlbudget.distribution.register.store.moment import IDENTITY, Moment, Words
from xlbudget.model.field import Kind, field_named
from xlbudget.model.line_item import LineItem

VERSION = "0002"
"""The newest migration: the version of register that this program reads and writes."""

VERSION_TABLE = "register_version"

LINE_FIELDS = (
    "description",
    "program_id",
    "area",
    "category",
    "cost_type",
    "need",
    "quantity",
    "unit_price",
    "goal_1",
    "source_1",
    "status",
    "first_fiscal_year",
    "last_fiscal_year",
)
"""Fields of a line item that have a column of their own; the others stand in ``facts``."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Words, nullable=False)


def _of_campaign() -> Column[str]:
    return Column("campaign_id", IDENTITY, ForeignKey("campaign.campaign_id"), nullable=False)


def _of_submission() -> Column[int]:
    key = ForeignKey("submission.submission_id")
    return Column("submission_id", Integer, key, primary_key=True)


def _of_school() -> ForeignKeyConstraint:
    keys = ("campaign_id", "school_id")
    return ForeignKeyConstraint(keys, [f"school.{key}" for key in keys])


def _line_column(name: str) -> Column[object]:
    """Return the column of a line item's field; numbers stand as text, so that no digit is lost."""
    is_year = field_named(LineItem, name).kind is Kind.YEAR
    kind: TypeEngine[object] = Integer() if is_year else Text()  # type: ignore[assignment]
    is_number = field_named(LineItem, name).is_number
    return Column(name, kind, nullable=is_number)


campaign = Table(
    "campaign",
    metadata,
    Column("campaign_id", IDENTITY, primary_key=True),
    _text("title"),
    _text("district"),
    Column("base_fiscal_year", Integer, nullable=False),
    Column("due_date", Date),
    _text("template_id"),
    _text("template_version"),
    _text("template_digest"),
    Column("created_at", Moment, nullable=False),
)

school = Table(
    "school",
    metadata,
    Column("campaign_id", IDENTITY, ForeignKey("campaign.campaign_id"), primary_key=True),
    Column("school_id", IDENTITY, primary_key=True),
    _text("name"),
    _text("contact_name"),
    _text("contact_email"),
    Column("expected", Boolean, nullable=False),
)

issued_workbook = Table(
    "issued_workbook",
    metadata,
    Column("campaign_id", IDENTITY, primary_key=True),
    Column("workbook_id", IDENTITY, primary_key=True),
    Column("school_id", IDENTITY, nullable=False),
    _text("file_name"),
    _text("sha256"),
    _text("template_version"),
    _text("structure_digest"),
    Column("issued_at", Moment, nullable=False),
    _text("reason"),
    Column("supersedes", IDENTITY),
    _of_school(),
    Index(None, "campaign_id", "school_id"),
)

submission = Table(
    "submission",
    metadata,
    Column("submission_id", Integer, primary_key=True),
    _of_campaign(),
    Column("school_id", IDENTITY),
    _text("workbook_id"),
    _text("sha256"),
    Column("size", BigInteger, nullable=False),
    _text("received_name"),
    Column("received_at", Moment, nullable=False),
    Column("collected_at", Moment, nullable=False),
    _text("template_version"),
    _text("judged"),
    _text("state"),
    Column("superseded_by", Integer, ForeignKey("submission.submission_id")),
    _text("reason"),
    Column("facts", JSON, nullable=False),
    _of_school(),
    UniqueConstraint("campaign_id", "sha256"),
    Index(None, "campaign_id", "school_id"),
)

received_file = Table(
    "received_file",
    metadata,
    _of_submission(),
    Column("name", Words, primary_key=True),
    Column("received_at", Moment, nullable=False),
    Column("collected_at", Moment, nullable=False),
)

line = Table(
    "line",
    metadata,
    _of_submission(),
    Column("line_id", IDENTITY, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("row", Integer),
    Column("action", Text, nullable=False),
    *(_line_column(name) for name in LINE_FIELDS),
    Column("amounts", JSON, nullable=False),
    Column("facts", JSON, nullable=False),
    sqlite_with_rowid=False,
)

finding = Table(
    "finding",
    metadata,
    _of_submission(),
    Column("position", Integer, primary_key=True),
    *(
        Column(name, Text, nullable=False)
        for name in ("severity", "code", "file", "sheet", "cell", "column", "record")
    ),
    Column("row", Integer),
    *(Column(name, Text, nullable=False) for name in ("saw", "wants", "fix")),
    sqlite_with_rowid=False,
)

submission_total = Table(
    "submission_total",
    metadata,
    _of_submission(),
    Column("area", IDENTITY, primary_key=True),
    Column("goal_id", IDENTITY, primary_key=True),
    Column("fiscal_year", Integer, primary_key=True),
    Column("cents", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

roll_up = Table(
    "roll_up",
    metadata,
    Column("campaign_id", IDENTITY, ForeignKey("campaign.campaign_id"), primary_key=True),
    Column("area", IDENTITY, primary_key=True),
    Column("goal_id", IDENTITY, primary_key=True),
    Column("fiscal_year", Integer, primary_key=True),
    Column("cents", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

decision = Table(
    "decision",
    metadata,
    Column("decision_id", Integer, primary_key=True),
    _of_campaign(),
    _text("school_id"),
    _text("line_id"),
    _text("rule"),
    _text("state"),
    _text("reason"),
    _text("condition"),
    Column("due_date", Date),
    _text("by"),
    Column("at", Moment, nullable=False),
    Index(None, "campaign_id", "school_id", "line_id"),
)

consolidation = Table(
    "consolidation",
    metadata,
    Column("consolidation_id", Integer, primary_key=True),
    _of_campaign(),
    Column("at", Moment, nullable=False),
    _text("by"),
    _text("digest"),
    Column("totals", JSON, nullable=False),
    _text("file"),
    Index(None, "campaign_id"),
)

consolidated_submission = Table(
    "consolidated_submission",
    metadata,
    Column(
        "consolidation_id",
        Integer,
        ForeignKey("consolidation.consolidation_id"),
        primary_key=True,
    ),
    _of_submission(),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    Column("event_id", Integer, primary_key=True),
    _of_campaign(),
    Column("at", Moment, nullable=False),
    _text("who"),
    _text("what"),
    _text("subject"),
    Column("details", JSON, nullable=False),
    Index(None, "campaign_id", "subject"),
)
