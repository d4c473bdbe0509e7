"""Recording what 1,000 schools sent home, 200 lines each, against bare inserts in the same run.

The peer writes the same columns of the same lines with the standard library's sqlite3, by
executemany, one transaction per school, into a table of the same shape: no submission, no
totals, no audit trail.  Goals: at least a third of the peer's rows per second in SQLite, a fifth
in PostgreSQL; memory flat in the number of schools; the kept totals read at least 50 times faster
than a sum by a covering index, and equal to a sum over all lines to the cent.

    python benchmarks/register.py [SCHOOLS] [postgresql]
"""

import resource
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter

from xlbudget.distribution.register import Register, open_register
from xlbudget.distribution.register.campaign import Campaign, record_campaign
from xlbudget.distribution.register.school import CampaignSchool, record_schools
from xlbudget.distribution.register.status import status_of
from xlbudget.distribution.register.store.tables import line as line_table
from xlbudget.distribution.register.submissions.accepted_lines import accepted_lines
from xlbudget.distribution.register.submissions.line import Line, cents_of, line_row
from xlbudget.distribution.register.submissions.record_submission import record_submission
from xlbudget.distribution.register.submissions.roll_up import rescan, roll_up
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import Submission
from xlbudget.model import LineItem
from xlbudget.model.choices import Area

LINES, YEARS, GOALS, BLOCKS = 200, range(2027, 2032), 8, 10
AT = datetime(2026, 3, 1, tzinfo=UTC)
WHO = {"by": "office", "at": AT}
COLUMNS = [column.name for column in line_table.columns]


def lines() -> list[Line]:
    """Return the lines of a school."""
    areas = list(Area)
    return [
        Line(
            item=LineItem(
                line_id=f"L{number:03}",
                description=f"Chromebooks for grade {number % 12}, with license and setup",
                school_id="0001",
                justification="Every student reads and writes on a device every day",
                area=areas[number % len(areas)].value,
                category="devices",
                cost_type="purchase",
                need="recurring",
                status="draft",
                quantity=Decimal(number),
                unit_price=Decimal("318.25"),
                goal_1=f"G{number % GOALS}",
                source_1="GEN",
                service_life=4,
                first_fiscal_year=2027,
            ),
            amounts={year: Decimal(number * 100 + year).scaleb(-2) for year in YEARS},
            sheet="My lines",
            row=number + 8,
            action="keep",
        )
        for number in range(LINES)
    ]


def record(register: Register, number: int, kept: list[Line], version: int = 0) -> None:
    """Record the answer of one school."""
    name = f"{number:06}"
    submission = Submission(
        sha256=sha256(f"{name}.{version}".encode()).hexdigest(),
        size=60_000,
        received_name=f"{name}.xlsx",
        received_at=AT + timedelta(hours=version),
        judged=State.ACCEPTED,
        school_id=name,
    )
    record_submission(register, "fy27", submission, lines=kept, **WHO)


def prepare(register: Register, schools: int) -> None:
    """Record the campaign and its schools."""
    facts = {"template_id": "school", "template_version": "v1.0", "template_digest": ""}
    campaign = Campaign(
        campaign_id="fy27",
        title="FY27",
        district="Riverbend",
        base_fiscal_year=2027,
        due_date=None,
        created_at=AT,
        **facts,
    )
    record_campaign(register, campaign, by="office")
    names = (f"{number:06}" for number in range(schools))
    listed = [CampaignSchool(school_id=name, name=name) for name in names]
    record_schools(register, "fy27", listed, **WHO)


def bare(path: Path, names: list[str]) -> sqlite3.Connection:
    """Open the peer: a table of lines, and nothing else."""
    peer = sqlite3.connect(path, isolation_level=None)
    peer.execute("PRAGMA journal_mode = WAL")
    peer.execute("PRAGMA synchronous = NORMAL")
    columns = ", ".join(f'"{name}"' for name in names)
    key = "PRIMARY KEY (submission_id, line_id)"
    peer.execute(f"CREATE TABLE line ({columns}, {key}) WITHOUT ROWID")
    return peer


def insert_bare(peer: sqlite3.Connection, number: int, kept: list[Line]) -> None:
    """Insert the lines of one school, whose rows are made as the register makes them."""
    rows = [(number, *line_row(i, one, cents_of(one))) for i, one in enumerate(kept)]
    peer.execute("BEGIN IMMEDIATE")
    peer.executemany(f"INSERT INTO line VALUES ({', '.join('?' * len(COLUMNS))})", rows)
    peer.execute("COMMIT")


def timed(run, *arguments) -> float:
    """Return the seconds that a call takes."""
    start = perf_counter()
    run(*arguments)
    return perf_counter() - start


def peak() -> float:
    """Return the most memory held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def compare_writing(register: Register, peer: sqlite3.Connection, schools: int) -> None:
    """Write both in turns, in blocks, so that drift cancels."""
    kept, ours, theirs, tops = lines(), [], [], []
    size = schools // BLOCKS
    for block in range(BLOCKS):
        numbers = range(block * size, (block + 1) * size)
        ours.append(timed(lambda block=numbers: [record(register, n, kept) for n in block]))
        theirs.append(timed(lambda block=numbers: [insert_bare(peer, n, kept) for n in block]))
        tops.append(peak())
    ratio = median(theirs[i] / ours[i] for i in range(BLOCKS))
    rows = size * LINES
    print(f"register   {rows / median(ours):10,.0f} rows/s   {sum(ours):.1f} s in all")
    print(f"peer       {rows / median(theirs):10,.0f} rows/s   register at {ratio:.2f} of it")
    print(f"memory     {tops[0]:.0f} MB after a tenth, {tops[-1]:.0f} MB at the end")


def time_reading(register: Register, schools: int) -> None:
    """Time what is asked of a register that is full."""
    known = timed(lambda: [record(register, n, []) for n in range(100)])
    print(f"known      {100 / known:,.0f} files/s are told to be known")
    read = timed(lambda: sum(len(chunk) for chunk in accepted_lines(register, "fy27")))
    print(f"reading    {schools * LINES / read:,.0f} lines/s as records, {peak():.0f} MB at most")
    print(f"status     {timed(status_of, register, 'fy27') * 1000:.0f} ms")


def compare_totals(register: Register, peer: sqlite3.Connection) -> None:
    """Read the totals after one more return, against a covering index over long rows."""
    peer.execute("CREATE TABLE long (area, goal, year, cents)")
    rows = [
        (one.item.area, one.item.goal_1, year, cents)
        for one in lines()
        for year, cents in cents_of(one).items()
    ]
    count = peer.execute("SELECT count(DISTINCT submission_id) FROM line").fetchone()[0]
    peer.execute("BEGIN")
    for _ in range(count):
        peer.executemany("INSERT INTO long VALUES (?, ?, ?, ?)", rows)
    peer.execute("CREATE INDEX covering ON long (area, goal, year, cents)")
    peer.execute("COMMIT")
    ask = "SELECT area, goal, year, sum(cents) FROM long GROUP BY area, goal, year"
    ours = median(timed(roll_up, register, "fy27") for _ in range(15))
    scan = median(timed(lambda: peer.execute(ask).fetchall()) for _ in range(3))
    told = {
        (t.area, t.goal_id, t.fiscal_year): int(t.amount * 100) for t in roll_up(register, "fy27")
    }
    assert told == {tuple(row[:3]): row[3] for row in peer.execute(ask)}
    changed = [replace(one, amounts={2027: Decimal("1.01")}) for one in lines()]
    again = timed(record, register, 0, changed, 1)
    assert roll_up(register, "fy27") == rescan(register, "fy27")
    print(
        f"totals     {ours * 1000:.1f} ms, covering index {scan * 1000:.0f} ms: {scan / ours:.0f} x"
    )
    print(f"one return {again * 1000:.0f} ms to take another's place; totals equal a rescan")


def main() -> None:
    """Run all of it, in SQLite or in a PostgreSQL of its own."""
    schools = next((int(word) for word in sys.argv[1:] if word.isdigit()), 1000)
    with tempfile.TemporaryDirectory() as folder:
        where, server = folder, None
        if "postgresql" in sys.argv:
            sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
            from judges.postgres import PostgreSQL  # noqa: PLC0415

            server = PostgreSQL()
            where = server.schema()
        peer = bare(Path(folder) / "peer", COLUMNS)
        with open_register(where, at=AT) as register, closing(peer):
            prepare(register, schools)
            compare_writing(register, peer, schools)
            time_reading(register, schools)
            compare_totals(register, peer)
        if server:
            server.end()


if __name__ == "__main__":
    main()
