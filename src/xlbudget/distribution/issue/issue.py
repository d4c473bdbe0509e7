"""One workbook for each school: made from a template and last year's lines, stamped, recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.issue.begin import begin, by_school, issued_before
from xlbudget.distribution.issue.bench import Bench
from xlbudget.distribution.issue.ground import Ground, ground_of
from xlbudget.distribution.issue.judged import changed_schools, judged_schools, unknown_schools
from xlbudget.distribution.issue.manifest import write_manifest
from xlbudget.distribution.issue.opened_template import open_school_template
from xlbudget.distribution.issue.order import Order
from xlbudget.distribution.issue.put import digest_of, sweep_all
from xlbudget.distribution.issue.result import Result
from xlbudget.distribution.issue.run import run_through
from xlbudget.distribution.issue.steps import in_order, steps_of
from xlbudget.distribution.issue.workbook import keep_ready
from xlbudget.distribution.packs import packs_of
from xlbudget.distribution.progress import Progress, silent
from xlbudget.distribution.register import Register
from xlbudget.distribution.register.school import schools_of
from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Severity, worst


def issue(
    order: Order, budget: Budget, *, at: datetime, by: str, progress: Progress = silent
) -> Result:
    """Issue a workbook to every school that has none yet; the same call again changes nothing.

    The campaign's folder is made when it is not there.  A run that was ended in the middle goes
    on where it stopped, and ends with the same files.  A file that was edited is left as it is.

    Args:
        order: What is asked for.
        budget: The district's budget, with the lines of last year.
        at: Now, with a time zone.
        by: Who does it.
        progress: Is told how many schools are done.

    Returns:
        What became of each school's workbook; nothing is written when a finding is fatal.

    Raises:
        ExistingFileError: The folder has another campaign in it, or other files.
        FileError: A file cannot be read or written, or the register does not answer.
        InputError: The workers asked for cannot be had.

    """
    with TemporaryDirectory(prefix="xlbudget-") as beside:
        ground, findings = ground_of(order, budget, Path(beside))
        unknown = tuple(unknown_schools(budget, order.schools))
        if ground is None or unknown:
            folder = ground.folder if ground else None
            return Result(folder=folder, findings=(*findings, *unknown))
        return _issue(order, budget, ground, findings, (at, by, progress))


def _issue(
    order: Order,
    budget: Budget,
    ground: Ground,
    findings: tuple[Finding, ...],
    doing: tuple[datetime, str, Progress],
) -> Result:
    """Issue from a ground; ``findings`` are those of the campaign's file."""
    at, by, progress = doing
    facts = ground.folder.facts
    template, said = open_school_template(ground.template)
    packs = packs_of(budget, with_lines=facts.with_lines, send_to=facts.contact, due=facts.due_date)
    schools = [it for it in budget.schools if it.school_id in order.schools or not order.schools]
    keys = {school.school_id for school in schools}
    issued = issued_before(order, ground, at)
    staying = sorted(key for key in issued if not (order.again and key in keys))
    judged = () if template is None else judged_schools(packs, schools, template)
    findings = (*findings, *said, *judged, *changed_schools(packs, ground.folder, staying))
    result = Result(folder=ground.folder, is_new=ground.is_new, findings=findings)
    if template is None or worst(findings) is Severity.FATAL:
        return result
    begun = begin(order, ground, budget, template.stamp, schools=schools, at=at, by=by)
    with begun as register:
        source = ground.template if order.dry_run else ground.folder.template
        named = (str(source.resolve()), digest_of(source))
        keep_ready(template, named[1])
        bench = Bench(ground.folder, packs, named, template.stamp, register, at, by)
        if register is not None:
            sweep_all(ground.folder.out)
        steps = tuple(steps_of(order, ground.folder, schools, issued, at))
        settled = list(run_through(bench, steps, order, progress))
        if register is not None:
            _list(register, ground.folder)
    found = {school.school_id: school for school, _ in settled}
    return replace(
        result,
        schools=tuple(found[school.school_id] for school in schools),
        findings=(*findings, *(why for _, why in settled if why is not None)),
        written=not order.dry_run,
    )


def _list(register: Register, folder: CampaignFolder) -> None:
    """Write the list of what stands in the folder out."""
    campaign_id = folder.facts.campaign_id
    issued = by_school(register, campaign_id)
    names = {school.school_id: school.name for school in schools_of(register, campaign_id)}
    listed = (
        (names[key], len(mine), in_order(mine, campaign_id)[-1]) for key, mine in issued.items()
    )
    write_manifest(folder.out, listed)
