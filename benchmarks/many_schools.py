"""What grows with the number of schools: 1,000, 10,000 and 100,000 of them, simulated.

Answers are rows of the register, drawn by dice, two lines each: files of so many schools would
take hours, and cost the same each (``benchmarks/collect.py``).  Each number of schools runs in a
process of its own, so that its peak memory is its own.  Wanted: seconds that are linear in the
schools, and memory that grows by what a school is, not by what it sent.

    python benchmarks/many_schools.py [SCHOOLS ...]
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from distribution.consolidate.made import (
    AT,
    BY,
    DATA,
    ID,
    Made,
    contract,
    district_budget,
    enter,
    school_ids,
    send,
)
from xlbudget.distribution.campaign import CampaignFacts, new_campaign
from xlbudget.distribution.consolidate.preview import preview_of
from xlbudget.distribution.register import Register, open_register
from xlbudget.distribution.register.issued import (
    IssuedWorkbook,
    issued_workbooks,
    record_issued,
)
from xlbudget.distribution.register.status import missing_schools
from xlbudget.distribution.register.submissions.roll_up import roll_up
from xlbudget.distribution.register.submissions.submission import submission_of
from xlbudget.distribution.reminders import reminders, reminders_text
from xlbudget.distribution.status import campaign_status

SIZES = (1_000, 10_000, 100_000)
BATCH = 50  # workbooks that issue records at once
ASKED = 1_000  # files that come again, and are known
CENTS = (10_000, 20_000, 30_000)  # of each line, by year


def peak() -> float:
    """Return the most memory that this process held, in MB."""
    held = re.search(r"VmHWM:\s+([0-9]+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(held[1]) / 1024 if held else 0.0


@contextmanager
def step(words: str, schools: int) -> Iterator[None]:
    """Print what a step costs: seconds, and milliseconds of processor for each school."""
    start, busy = perf_counter(), process_time()
    yield
    each = (process_time() - busy) / schools * 1000
    print(
        f"{words:<34}{perf_counter() - start:>9.2f} s {each:>9.3f} ms a school {peak():>8,.0f} MB",
        flush=True,
    )


def record_all_issued(register: Register, keys: list[str]) -> None:
    """Record a workbook for each school, as issue does: some in one transaction."""
    for first in range(0, len(keys), BATCH):
        issued = [
            IssuedWorkbook(
                workbook_id=f"w-{key}",
                school_id=key,
                file_name=f"School-{key}.xlsx",
                sha256=sha256(key.encode()).hexdigest(),
                template_version="v1.0",
                structure_digest="d",
                issued_at=AT,
            )
            for key in keys[first : first + BATCH]
        ]
        record_issued(register, ID, issued, by=BY)


def record_all_answers(register: Register, keys: list[str]) -> None:
    """Record an answer of each school, as collect does: each in one transaction."""
    for key in keys:
        send(register, key, [contract(f"{key}-N{n}", CENTS, school_id=key) for n in (1, 2)])


def simulate(place: Path, schools: int) -> None:
    """Simulate a campaign of so many schools, of which one in ten has not answered."""
    keys = school_ids(schools)
    answered = keys[: schools * 9 // 10]
    with step("the district's data", schools):
        budget = district_budget(schools)
    (place / "any.xlsx").write_bytes(b"a template")
    facts = CampaignFacts(
        campaign_id=ID, title="Budget", district="Millbrook", base_fiscal_year=2027
    )
    made = Made(new_campaign(place / "campaign", facts, place / "any.xlsx"), budget, ())
    with open_register(made.folder.register, at=AT) as register:
        with step("register: schools", schools):
            enter(register, schools)
        with step("register: workbooks issued", schools):
            record_all_issued(register, keys)
        with step("collect: answers recorded", schools):
            record_all_answers(register, answered)
        with step("collect: workbooks looked up", schools):
            issued_workbooks(register, ID)
        with step(f"collect: {ASKED:,} known files", ASKED):
            for key in answered[:ASKED]:
                submission_of(register, ID, sha256(f"{key} 1".encode()).hexdigest())
        with step("collect: who is missing", schools):
            assert len(missing_schools(register, ID)) == schools - len(answered)
        with step("status and reminders", schools):
            status = campaign_status(register, ID, (AT + timedelta(days=30)).date())
            text = reminders_text(reminders(status))
            assert text.count("\r\n") == schools - len(answered) + 1
        with step("totals by area and goal", schools):
            roll_up(register, ID)
        with step("consolidate: all sums", schools):
            preview = preview_of(made.folder, register, budget, DATA)
    own = (50_008, 50_002, 50_012)
    wanted = tuple(a + 2 * len(answered) * b for a, b in zip(own, CENTS, strict=True))
    assert preview.sum.totals.whole == wanted, preview.sum.totals.whole
    size = sum(path.stat().st_size for path in made.folder.root.glob("register*"))
    print(f"the register has {size / 1e6:,.0f} MB; {preview.sum.lines:,} lines sum to the cent")


def main() -> None:
    """Run each size in a process of its own."""
    if sys.argv[1:2] == ["simulate"]:
        simulate(Path(sys.argv[2]), int(sys.argv[3]))
        return
    for schools in map(int, sys.argv[1:] or SIZES):
        print(f"\n{schools:,} schools", flush=True)
        with tempfile.TemporaryDirectory() as place:
            words = [sys.executable, __file__, "simulate", place, str(schools)]
            subprocess.run(words, check=True)


if __name__ == "__main__":
    main()
