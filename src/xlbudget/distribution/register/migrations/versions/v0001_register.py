"""The register's first tables: campaign, schools, what went out, what came home, the trail."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.Text(collation="C").with_variant(sa.Text(), "sqlite")


def _id(name: str, *key: str, primary: bool = False, null: bool = False) -> sa.Column[str]:
    keys = [sa.ForeignKey(one) for one in key]
    return sa.Column(name, ID, *keys, primary_key=primary, nullable=null and not primary)


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True)


def _whole(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger, nullable=False) for name in names]


def _json(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.JSON, nullable=False) for name in names]


def _campaign() -> sa.Column[str]:
    return _id("campaign_id", "campaign.campaign_id")


def _submission() -> sa.Column[int]:
    key = sa.ForeignKey("submission.submission_id")
    return sa.Column("submission_id", sa.Integer, key, primary_key=True)


def _school() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["campaign_id", "school_id"], ["school.campaign_id", "school.school_id"]
    )


def upgrade() -> None:
    """Create the tables."""
    _create_what_goes_out()
    _create_what_comes_home()
    _create_contents()
    _create_trail()
    _keep_events()


def _create_what_goes_out() -> None:
    op.create_table(
        "campaign",
        _id("campaign_id", primary=True),
        *_words("title", "district"),
        sa.Column("base_fiscal_year", sa.Integer, nullable=False),
        sa.Column("due_date", sa.Date),
        *_words("template_id", "template_version", "template_digest"),
        _moment("created_at"),
    )
    op.create_table(
        "school",
        _id("campaign_id", "campaign.campaign_id", primary=True),
        _id("school_id", primary=True),
        *_words("name", "contact_name", "contact_email"),
        sa.Column("expected", sa.Boolean, nullable=False),
    )
    op.create_table(
        "issued_workbook",
        _id("campaign_id", primary=True),
        _id("workbook_id", primary=True),
        _id("school_id"),
        *_words("file_name", "sha256", "template_version", "structure_digest"),
        _moment("issued_at"),
        *_words("reason"),
        _id("supersedes", null=True),
        _school(),
    )
    op.create_index(None, "issued_workbook", ["campaign_id", "school_id"])


def _create_what_comes_home() -> None:
    op.create_table(
        "submission",
        _number("submission_id"),
        _campaign(),
        _id("school_id", null=True),
        *_words("workbook_id", "sha256"),
        *_whole("size"),
        *_words("received_name"),
        _moment("received_at"),
        _moment("collected_at"),
        *_words("template_version", "judged", "state"),
        sa.Column("superseded_by", sa.Integer, sa.ForeignKey("submission.submission_id")),
        *_words("reason"),
        *_json("facts"),
        _school(),
        sa.UniqueConstraint("campaign_id", "sha256"),
    )
    op.create_index(None, "submission", ["campaign_id", "school_id"])
    op.create_table(
        "received_file",
        _submission(),
        sa.Column("name", sa.Text, primary_key=True),
        _moment("received_at"),
        _moment("collected_at"),
    )


def _create_contents() -> None:
    op.create_table(
        "line",
        _submission(),
        _id("line_id", primary=True),
        sa.Column("position", sa.Integer, nullable=False),
        *_words("sheet"),
        sa.Column("row", sa.Integer),
        *_words("action", "description", "program_id", "area", "category", "cost_type", "need"),
        sa.Column("quantity", sa.Text),
        sa.Column("unit_price", sa.Text),
        *_words("goal_1", "source_1", "status"),
        sa.Column("first_fiscal_year", sa.Integer),
        sa.Column("last_fiscal_year", sa.Integer),
        *_json("amounts", "facts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "finding",
        _submission(),
        _number("position"),
        *_words("severity", "code", "file", "sheet", "cell", "column", "record"),
        sa.Column("row", sa.Integer),
        *_words("saw", "wants", "fix"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "submission_total",
        _submission(),
        _id("area", primary=True),
        _id("goal_id", primary=True),
        _number("fiscal_year"),
        *_whole("cents"),
        sqlite_with_rowid=False,
    )


def _create_trail() -> None:
    op.create_table(
        "decision",
        _number("decision_id"),
        _campaign(),
        *_words("school_id", "line_id", "rule", "state", "reason", "condition"),
        sa.Column("due_date", sa.Date),
        *_words("by"),
        _moment("at"),
    )
    op.create_index(None, "decision", ["campaign_id", "school_id", "line_id"])
    op.create_table(
        "consolidation",
        _number("consolidation_id"),
        _campaign(),
        _moment("at"),
        *_words("by", "digest"),
        *_json("totals"),
        *_words("file"),
    )
    op.create_index(None, "consolidation", ["campaign_id"])
    key = sa.ForeignKey("consolidation.consolidation_id")
    op.create_table(
        "consolidated_submission",
        sa.Column("consolidation_id", sa.Integer, key, primary_key=True),
        _submission(),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event",
        _number("event_id"),
        _campaign(),
        _moment("at"),
        *_words("who", "what", "subject"),
        *_json("details"),
    )
    op.create_index(None, "event", ["campaign_id", "subject"])


def _keep_events() -> None:
    """Have the database itself refuse to change or delete what the trail says."""
    refusal = "The audit trail is never changed"
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER event_no_{verb.lower()} BEFORE {verb} ON event "
                f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION event_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER event_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event "
        "FOR EACH STATEMENT EXECUTE FUNCTION event_is_kept()"
    )
