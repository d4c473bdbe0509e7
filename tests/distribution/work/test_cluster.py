"""Cluster: the same outcomes from a Dask cluster, and refusals in words."""

import subprocess
import sys

import pytest
from distributed import KilledWorker, LocalCluster

import work_items
from xlbudget.distribution.work import spread
from xlbudget.distribution.work.cluster import Cluster, failure_on_cluster
from xlbudget.errors import InputError

ITEMS = range(40)


@pytest.fixture(scope="module")
def address():
    """Return where a scheduler runs, with one worker that is a thread of this process."""
    with LocalCluster(
        n_workers=1,
        threads_per_worker=2,
        processes=False,
        dashboard_address=None,
        host="127.0.0.1",
        protocol="tcp",
        scheduler_port=0,
    ) as started:
        yield started.scheduler_address


def test_a_cluster_gives_what_one_worker_gives(address):
    done = list(spread(work_items.double, ITEMS, scheduler=address, chunk=6))
    assert sorted(done, key=lambda each: each.index) == list(spread(work_items.double, ITEMS))


def test_equal_items_are_each_done(address):
    work_items.MARKS.clear()
    assert len(list(spread(work_items.marks, [1] * 5, scheduler=address, chunk=1))) == 5
    assert work_items.MARKS == [1] * 5


def test_an_item_that_raises_stops_nothing(address):
    done = {each.item: each for each in spread(work_items.fails, ITEMS, scheduler=address)}
    assert "ValueError" in done.pop(work_items.BAD).failure.saw
    assert all(each.result == 2 * item for item, each in done.items())


def test_a_chunk_that_fails_as_a_whole_is_done_item_by_item(address):
    crew = Cluster(address)
    found = list(crew.one_by_one(work_items.fails, [6, 7]))
    crew.close()
    assert found[0] == (12, None)
    assert "ValueError" in found[1][1].saw


class Useless:
    """A client of a cluster that can do nothing."""

    def __init__(self, status):
        self.status = status

    def __call__(self, *_args, **_options):
        return self

    def nthreads(self):
        return {"tcp://worker": 2}

    def get_executor(self, *, pure):
        assert not pure
        return self

    def submit(self, *_args):
        raise RuntimeError("Error during deserialization of the task graph")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        pytest.param("running", "the same xlbudget", id="another-python-there"),
        pytest.param("connecting", "gone away", id="no-scheduler-any-more"),
    ],
)
def test_a_cluster_that_can_do_nothing_is_refused_at_once(monkeypatch, status, said):
    monkeypatch.setattr("distributed.Client", Useless(status))
    crew = Cluster("tcp://cluster:8786")
    with pytest.raises(InputError, match=said):
        list(crew.one_by_one(work_items.double, [1]))


def test_a_chunk_for_a_scheduler_that_is_gone_is_refused(monkeypatch):
    monkeypatch.setattr("distributed.Client", Useless("closed"))
    with pytest.raises(InputError, match="gone away"):
        Cluster("tcp://cluster:8786").submit(work_items.double, [1])


def test_an_item_that_kills_its_worker_is_told_as_such():
    assert "ended the program" in failure_on_cluster(KilledWorker("task", None, 3)).saw
    assert "fault of its own" in failure_on_cluster(ValueError()).saw


def test_an_address_where_nobody_answers_is_refused(monkeypatch):
    monkeypatch.setattr("xlbudget.distribution.work.cluster._SECONDS", 0.2)
    with pytest.raises(InputError, match=r"No scheduler of Dask answers at tcp://127\.0\.0\.1:9"):
        spread(work_items.double, ITEMS, scheduler="tcp://127.0.0.1:9")


def test_a_missing_dask_names_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"xlbudget\[scheduler\]"):
        spread(work_items.double, ITEMS, scheduler="tcp://127.0.0.1:9")


def test_dask_is_imported_only_when_it_is_asked_for():
    code = "import sys, xlbudget.distribution.work; sys.exit('distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
