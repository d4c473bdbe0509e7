"""The command status: how a campaign stands, one school's versions, the audit trail, reminders."""

from __future__ import annotations

import sys
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.decided_earlier import decided_earlier
from xlbudget.distribution.register import Register
from xlbudget.distribution.register.event import Event, events_of
from xlbudget.distribution.register.school import schools_of
from xlbudget.distribution.register.submissions.roll_up import roll_up
from xlbudget.distribution.reminders import Reminder, reminders, reminders_text
from xlbudget.distribution.status import campaign_status, school_versions
from xlbudget.errors import UnknownChoiceError
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.campaign import campaign_folder, day_of, opened
from xlbudget.hosts.status_json import school_json, status_json, trail_json
from xlbudget.hosts.status_shown import put_school, put_status, put_trail
from xlbudget.hosts.terminal import next_step, say, shown_path
from xlbudget.workbook.save import Saved, check_target, save_file

ENDING = ".csv"
_LAST_EVENTS = 200


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for: which campaign, what of it, and where reminders go."""

    campaign: Path
    register: str | None = None
    school: str | None = None
    trail: bool = False
    reminders: Path | None = None
    force: bool = False
    dry_run: bool = False
    as_json: bool = False


def show_status(order: Order, at: datetime) -> None:
    """Show how a campaign stands, and write reminders when they are asked for.

    Raises:
        FileError: There is no such campaign, or its register does not answer.
        UnknownChoiceError: The campaign has no such school.

    """
    if order.reminders is not None:
        check_target(order.reminders, force=order.force, ending=ENDING)
    folder = campaign_folder(order.campaign)
    with opened(folder, order.register, at) as register:
        if order.school is not None:
            _check_school(register, folder.facts.campaign_id, order.school)
        if order.trail:
            _show_trail(register, folder, order)
        elif order.school is not None:
            _show_school(register, folder, order, order.school)
        else:
            _show_all(register, folder, order, at)


def _show_all(register: Register, folder: CampaignFolder, order: Order, at: datetime) -> None:
    campaign_id = folder.facts.campaign_id
    status = campaign_status(register, campaign_id, day_of(at))
    earlier = decided_earlier(register, campaign_id)
    rows = reminders(status, folder.facts.contact)
    if order.as_json:
        asked = roll_up(register, campaign_id)
        put_json(sys.stdout, status_json(status, earlier, rows, asked))
    else:
        put_status(status, earlier)
    if order.reminders is None:
        name = shown_path(order.campaign)
        words = f"xlbudget status {name} --reminders reminders.csv" if rows else ""
        next_step(f"write reminders with: {words}" if words else "no school is to be reminded.")
    else:
        _write(order.reminders, rows, order)


def _write(path: Path, rows: tuple[Reminder, ...], order: Order) -> None:
    text = reminders_text(rows).encode("utf-8")
    saved: Saved | None = None
    if not order.dry_run:
        saved = save_file(lambda beside: _put(beside, text), path, force=order.force, ending=ENDING)
    noun = "1 reminder" if len(rows) == 1 else f"{len(rows)} reminders"
    say(f"{noun} for {shown_path(path)}.")
    if lacking := [row.school for row in rows if not row.email]:
        more = " and others" if len(lacking) > 1 else ""
        say(f"Without an e-mail address: {len(lacking)}, {lacking[0]}{more}.")
    if saved is None:
        next_step("run the same command without --dry-run; nothing was written.")
        return
    if saved.backup is not None:
        say(f"The file that stood there is kept as {saved.backup.name}.")
    next_step(f"take {shown_path(path)} as the list of a mail merge.")


def _show_school(register: Register, folder: CampaignFolder, order: Order, school_id: str) -> None:
    campaign_id = folder.facts.campaign_id
    versions = school_versions(register, campaign_id, school_id)
    if order.as_json:
        put_json(sys.stdout, school_json(campaign_id, school_id, versions))
    else:
        put_school(school_id, versions)


def _show_trail(register: Register, folder: CampaignFolder, order: Order) -> None:
    campaign_id = folder.facts.campaign_id
    events = events_of(register, campaign_id, order.school)
    if order.as_json:
        put_json(sys.stdout, trail_json(campaign_id, tuple(events)))
    else:
        count = 0
        last: deque[Event] = deque(maxlen=_LAST_EVENTS)
        for event in events:
            count += 1
            last.append(event)
        put_trail(tuple(last), left_out=count - len(last))


def _check_school(register: Register, campaign_id: str, school_id: str) -> None:
    known = [school.school_id for school in schools_of(register, campaign_id)]
    if school_id not in known:
        raise UnknownChoiceError(
            saw=f"The campaign has no school “{school_id}”",
            wants=f"It has {len(known)} schools, such as {', '.join(known[:5]) or 'none'}",
            fix="Write the school's id as in the district's data",
        )


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)
