"""The commands of a campaign: out to the schools, and home again."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs: --help must start at once

from __future__ import annotations

import typer

from xlbudget.hosts.campaign_options import (
    Again,
    AgainReason,
    Approve,
    By,
    CameBack,
    CampaignData,
    CampaignDue,
    CampaignId,
    CampaignRoot,
    CampaignTitle,
    Conditional,
    ConditionDue,
    ConsolidatedBook,
    ConsolidatedTables,
    IssueData,
    IssueEdition,
    LineIds,
    MissingSchools,
    NewCampaign,
    NextCampaign,
    NextData,
    NextDue,
    NextTemplate,
    OneSchool,
    Reason,
    RegisterUrl,
    Reject,
    RemindersFile,
    Scheduler,
    SchoolIds,
    SchoolTemplate,
    Trail,
    Where,
    WithLines,
    Workers,
    Yes,
)
from xlbudget.hosts.guard import guarded
from xlbudget.hosts.options import Debug, DryRun, Force, Json

PANEL = "Schools"
"""The part of the help in which these commands stand."""

campaign_app = typer.Typer()


@campaign_app.command(rich_help_panel=PANEL)
@guarded
def issue(
    data: IssueData,
    campaign: NewCampaign,
    *,
    title: CampaignTitle = "",
    campaign_id: CampaignId = "",
    due: CampaignDue = None,
    template: SchoolTemplate = None,
    edition: IssueEdition = None,
    lines: WithLines = None,
    school: SchoolIds = None,
    again: Again = False,
    reason: AgainReason = "",
    workers: Workers = 1,
    scheduler: Scheduler = None,
    register: RegisterUrl = None,
    by: By = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Make one workbook for each school, ready to be sent: its lines, goals, items and money.

    The same command again changes nothing, and goes on where a run was ended. A file that was
    edited is left as it is. With --again schools get a new issue; the old one is kept.
    """
    from xlbudget.distribution.issue import Order
    from xlbudget.hosts.campaign import now
    from xlbudget.hosts.issue import IssueCommand, issue_command

    if again != bool(reason.strip()):
        message = "--again and --reason are given together: a new issue says why."
        raise typer.BadParameter(message)
    if edition and template:
        message = "--edition and --template are not given together: a template has its own edition."
        raise typer.BadParameter(message)
    order = Order(
        root=campaign,
        campaign_id=campaign_id,
        title=title,
        due=due.date() if due else None,
        template=template,
        edition=edition or "",
        with_lines=lines,
        schools=tuple(dict.fromkeys(school or ())),
        again=again,
        reason=reason.strip(),
        workers=workers,
        scheduler=scheduler,
        register=register,
        dry_run=dry_run,
    )
    issue_command(IssueCommand(data=data, order=order, by=by, as_json=as_json), now())


@campaign_app.command(rich_help_panel=PANEL)
@guarded
def collect(
    campaign: CampaignRoot,
    given: CameBack = None,
    *,
    district: CampaignData = None,
    workers: Workers = 1,
    scheduler: Scheduler = None,
    register: RegisterUrl = None,
    by: By = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Read what came back from schools: each file ends as accepted, rejected, duplicate, and so on.

    Whose a workbook is, its stamp tells. Results are calculated anew. Nothing of what came back
    changes, one bad file stops nothing, and the same command again changes nothing. Exits with 1
    when a file is rejected or was not issued by us; schools that are missing are listed only.
    """
    from xlbudget.distribution.collect import Order
    from xlbudget.hosts.campaign import now
    from xlbudget.hosts.collect import CollectCommand, collect_command

    order = Order(
        roots=tuple(given or ()),
        district=district,
        workers=workers,
        scheduler=scheduler,
        dry_run=dry_run,
    )
    command = CollectCommand(
        campaign=campaign, order=order, register=register, by=by, as_json=as_json
    )
    collect_command(command, now())


@campaign_app.command(rich_help_panel=PANEL)
@guarded
def status(
    campaign: CampaignRoot,
    *,
    school: OneSchool = None,
    trail: Trail = False,
    reminders: RemindersFile = None,
    register: RegisterUrl = None,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Show which schools have answered, which have not, and what is wrong.

    With --reminders a text for each school that has something to do is written as CSV, for a mail
    merge: school, contact, email, subject, text. It is UTF-8 with a byte-order mark, commas and
    double quotes; one row is one line.
    """
    from xlbudget.hosts.campaign import now
    from xlbudget.hosts.status import Order, show_status

    order = Order(campaign, register, school, trail, reminders, force, dry_run, as_json)
    show_status(order, now())


@campaign_app.command(rich_help_panel=PANEL)
@guarded
def decide(
    campaign: CampaignRoot,
    lines: LineIds = None,
    *,
    where: Where = None,
    approve: Approve = False,
    conditional: Conditional = None,
    due: ConditionDue = None,
    reject: Reject = False,
    reason: Reason = None,
    by: By = None,
    register: RegisterUrl = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Approve lines, approve them on a condition, or reject them; or show what was decided.

    Lines are named by their ids, or by a rule: comparisons by = != < <= > >= and contains, joined
    by and, such as 'area=hardware and cost>5000'. A later decision takes the place of an earlier
    one about the same line; both are kept. Without a decision, all decisions are shown.
    """
    from xlbudget.hosts.campaign import now
    from xlbudget.hosts.decide import Order, decide_command

    order = Order(
        campaign=campaign,
        register=register,
        lines=lines or (),
        where=where or (),
        approve=approve,
        reject=reject,
        condition=conditional,
        reason=reason,
        due=due.date() if due else None,
        by=by,
        dry_run=dry_run,
        as_json=as_json,
    )
    decide_command(order, now())


@campaign_app.command(rich_help_panel=PANEL)
@guarded
def roll(
    campaign: CampaignRoot,
    new_campaign: NextCampaign,
    *,
    district: CampaignData = None,
    output: NextData = None,
    template: NextTemplate = None,
    due: NextDue = None,
    register: RegisterUrl = None,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Start next year's campaign from this year's: its lines become last year's.

    Lines that are done, ended or rejected leave, and each is named. Prices grow by a year, dates
    and money move on. This year's campaign and data stay as they are.
    """
    from xlbudget.hosts.campaign import now
    from xlbudget.hosts.roll import Order
    from xlbudget.hosts.roll import roll as roll_campaign

    order = Order(
        campaign=campaign,
        new_campaign=new_campaign,
        district=district,
        output=output,
        register=register,
        template=template,
        due=due.date() if due else None,
        force=force,
        dry_run=dry_run,
        as_json=as_json,
    )
    roll_campaign(order, now())


@campaign_app.command(rich_help_panel=PANEL)
@guarded
def consolidate(
    campaign: CampaignRoot,
    *,
    district: CampaignData = None,
    output: ConsolidatedBook = None,
    tables: ConsolidatedTables = None,
    missing: MissingSchools = "leave-out",
    by: By = None,
    register: RegisterUrl = None,
    yes: Yes = False,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    _debug: Debug = False,
) -> None:
    """Put the answers that count together into the district's workbook.

    What they come to is shown first, beside what was issued and the consolidation before, and on
    a terminal it is asked whether to write it. Totals say what they leave out. The sheet Schools
    status tells how it stands with each school; Sources tells file, sheet and row of every line.
    """
    from xlbudget.hosts.campaign import now
    from xlbudget.hosts.consolidate import Order, consolidate_campaign

    order = Order(
        campaign=campaign,
        district=district,
        register=register,
        output=output,
        tables=tables,
        missing=missing,
        by=by,
        yes=yes,
        force=force,
        dry_run=dry_run,
        as_json=as_json,
    )
    consolidate_campaign(order, now())
