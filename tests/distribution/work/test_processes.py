"""Processes: one that dies takes no more with it than the item that killed it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event

import pytest

import work_items
from xlbudget.distribution.work import processes, spread
from xlbudget.errors import InputError

ITEMS = range(30)

SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
import work_items
from xlbudget.distribution.work import spread
if __name__ == "__main__":
    try:
        for outcome in spread(work_items.waits, range(10_000), workers=2, chunk=1):
            print(outcome.result, flush=True)
    except KeyboardInterrupt:
        print("ended", flush=True)
"""


def outcomes(function, **options):
    return {each.item: each for each in spread(function, ITEMS, workers=2, chunk=10, **options)}


def the_rest_is_right(done):
    return all(each.result == 2 * item for item, each in done.items() if item != work_items.BAD)


def test_an_item_that_kills_its_process_is_the_only_one_that_fails():
    done = outcomes(work_items.kills)
    assert done.keys() == set(ITEMS)
    assert done[work_items.BAD].failure.saw == "Looking into it ended the program"
    assert the_rest_is_right(done)


def test_an_item_that_takes_too_long_is_the_only_one_that_fails():
    done = outcomes(work_items.hangs, limit=0.5)
    assert done[work_items.BAD].failure.saw == "Looking into it took longer than 0.5 seconds"
    assert the_rest_is_right(done)


def test_a_result_that_cannot_travel_is_a_fault_of_the_program():
    done = outcomes(work_items.answers_oddly)
    assert "fault of its own" in done[work_items.BAD].failure.saw
    assert the_rest_is_right(done)


@pytest.mark.parametrize("limit", [None, 600.0])
def test_a_worker_answers_for_each_item_of_a_chunk(limit):
    found = processes.work_off(work_items.fails, limit, [6, 7, 8])
    assert [result for result, _ in found] == [12, None, 16]
    assert "ValueError" in found[1][1].saw


def test_a_worker_that_nobody_waits_for_stops(monkeypatch):
    stop = Event()
    monkeypatch.setattr(processes, "_STOP", [stop])
    assert len(processes.work_off(work_items.double, None, [1, 2])) == 2
    stop.set()
    assert processes.work_off(work_items.double, None, [1, 2]) == []


def test_processes_that_cannot_be_started_are_refused_in_words(monkeypatch):
    def broken(_self, _workers):
        pool = processes.ProcessPoolExecutor(1)
        pool.submit = lambda *_: (_ for _ in ()).throw(processes.BrokenExecutor())
        return pool

    monkeypatch.setattr(processes.Processes, "_new_pool", broken)
    with pytest.raises(InputError, match="No worker process can be started"):
        list(processes.Processes(2).one_by_one(work_items.double, [1]))


@pytest.fixture
def program(tmp_path):
    """Start a program that works with two processes, and read who they are."""
    script = tmp_path / "program.py"
    script.write_text(SCRIPT, "utf-8")
    tests = Path(work_items.__file__).parent
    with subprocess.Popen(
        [sys.executable, script, tests],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as started:
        workers = {int(started.stdout.readline()) for _ in range(6)}
        yield started, workers
        started.kill()


def lives(pid):
    """Whether a process lives; one that only waits to be forgotten does not."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def all_end(pids, *, within=20):
    until = time.monotonic() + within
    while any(map(lives, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(lives, pids))


def test_ctrl_c_ends_the_work_without_a_word_of_the_workers(program):
    started, workers = program
    os.killpg(started.pid, signal.SIGINT)
    out, err = started.communicate(timeout=30)
    assert out.splitlines()[-1] == "ended"
    assert (err, started.returncode) == ("", 0)
    assert all_end(workers)


def test_workers_do_not_outlive_a_program_that_was_killed(program):
    started, workers = program
    assert all(map(lives, workers))
    started.kill()
    assert all_end(workers)
