"""The options and arguments that the commands of a campaign share, each with its help."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from xlbudget.hosts.options import workbook_name

CampaignRoot = Annotated[
    Path, typer.Argument(metavar="CAMPAIGN", help="The campaign's folder, with campaign.toml.")
]
RegisterUrl = Annotated[
    str | None,
    typer.Option(
        "--register",
        metavar="URL",
        help="Address of a shared register, postgresql+psycopg://…; if not named, as "
        "campaign.toml says.",
    ),
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who does it; if not named, the login name."),
]
RemindersFile = Annotated[
    Path | None,
    typer.Option(
        "--reminders",
        metavar="FILE.csv",
        help="Write a reminder for each school that has something to do, for a mail merge.",
    ),
]
OneSchool = Annotated[
    str | None,
    typer.Option("--school", metavar="ID", help="Show every version of one school's answer."),
]
Trail = Annotated[
    bool, typer.Option("--trail", help="Show who did what and when; with --school, on it.")
]
LineIds = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="LINE_ID", help="Lines by their ids; SCHOOL/LINE_ID where two schools have one."
    ),
]
Where = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="RULE",
        help="Lines by a rule, such as 'area=hardware and cost>5000'; several are joined by and.",
    ),
]
Approve = Annotated[bool, typer.Option("--approve", help="Approve the lines.")]
Reject = Annotated[bool, typer.Option("--reject", help="Reject the lines; give the reason.")]
Conditional = Annotated[
    str | None,
    typer.Option(
        "--conditional",
        metavar="TEXT",
        help="Approve the lines if this comes true; give the day by --due.",
    ),
]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help="Why it is decided so.")
]
ConditionDue = Annotated[
    datetime | None,
    typer.Option(
        "--due",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        help="Day until which the condition must come true, such as 2027-02-01.",
    ),
]
NextCampaign = Annotated[
    Path, typer.Argument(metavar="NEW_CAMPAIGN", help="The folder of next year's campaign.")
]
NextData = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FOLDER",
        help="Folder for next year's district data; if not named, NEW_CAMPAIGN/data.",
    ),
]
NextTemplate = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="TEMPLATE",
        help="The template of next year's workbooks; if not named, this year's.",
    ),
]
NextDue = Annotated[
    datetime | None,
    typer.Option(
        "--due",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        help="Next year's due date; if not named, a year after this year's.",
    ),
]
ConsolidatedTables = Annotated[
    Path | None,
    typer.Option(
        "--tables", metavar="DIR", help="Folder for the same as Parquet and CSV, to the cent."
    ),
]
MissingSchools = Annotated[
    Literal["leave-out", "last-year"],
    typer.Option(
        "--missing",
        metavar="CHOICE",
        help="leave-out or last-year: what stands for schools without an answer that counts.",
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before it is written.")]
ConsolidatedBook = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="The workbook to write; if not named, one in CAMPAIGN/results.",
        callback=workbook_name,
    ),
]
IssueData = Annotated[
    Path,
    typer.Argument(metavar="DATA", help="The district's data: a folder, or a filled workbook."),
]
NewCampaign = Annotated[
    Path,
    typer.Argument(metavar="CAMPAIGN", help="The campaign's folder; made when it is not there."),
]
CampaignTitle = Annotated[
    str, typer.Option("--title", metavar="TEXT", help="Title of a new campaign.")
]
CampaignId = Annotated[str, typer.Option("--id", metavar="ID", help="Id of a new campaign.")]
CampaignDue = Annotated[
    datetime | None,
    typer.Option(
        "--due",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        help="Day by which schools answer; if not named, the district's.",
    ),
]
SchoolTemplate = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FILE",
        help="Your own school template, branded and extended; if not named, one is made that has "
        "room for every school.",
    ),
]
IssueEdition = Annotated[
    Literal["working", "accessible"] | None,
    typer.Option(
        "--edition",
        metavar="EDITION",
        help="working, or accessible: frames in place of fills on inputs, no frozen panes; if not "
        "named, as the campaign began.",
    ),
]
WithLines = Annotated[
    bool | None,
    typer.Option(
        "--lines/--no-lines", help="With last year's lines, or without; if not named, with them."
    ),
]
SchoolIds = Annotated[
    list[str] | None,
    typer.Option("--school", metavar="ID", help="Only this school; may be given several times."),
]
Again = Annotated[
    bool,
    typer.Option("--again", help="Issue anew what schools have already; give the reason."),
]
AgainReason = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why it is issued again.")
]
Workers = Annotated[
    int, typer.Option("--workers", metavar="N", min=1, help="Processes that work on it.")
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="A Dask cluster that does it: tcp://server:8786."
    ),
]
CameBack = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FOLDER_OR_ZIP",
        help="What came back: folders, zip files, workbooks; if not named, CAMPAIGN/inbox.",
    ),
]
CampaignData = Annotated[
    Path | None,
    typer.Option(
        "--district",
        metavar="DATA",
        help="The district's data that the campaign was issued from; if not named, the copy in "
        "the campaign's folder.",
    ),
]
