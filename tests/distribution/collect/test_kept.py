"""Kept: values come back in their order, however many there are, and leave nothing behind."""

import gc
import tracemalloc
from tempfile import SpooledTemporaryFile

from xlbudget.distribution.collect.kept import Kept


def kept(values):
    made = Kept()
    for value in values:
        made.add(value)
    return made


def test_values_come_back_in_their_order_as_often_as_they_are_asked_for():
    made = kept([("a", 1), ("b", None)])
    assert [list(made), list(made), len(made)] == [[("a", 1), ("b", None)]] * 2 + [2]
    assert (("a", 1) in made, "a" in made) == (True, False)


def test_values_may_be_added_and_read_while_others_are_read():
    made = kept(range(3))
    seen = []
    for value in made:
        made.add(value + 10)
        seen.append((value, len(list(made))))
    assert seen == [(0, 4), (1, 5), (2, 6)]
    assert list(made) == [0, 1, 2, 10, 11, 12]


def test_many_of_them_are_on_the_disk_and_none_in_memory():
    tracemalloc.start()
    made = kept(bytes(1_000_000) for _ in range(9))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 2_000_000
    assert sum(len(value) for value in made) == 9_000_000


def test_the_file_goes_with_the_values(monkeypatch):
    files = []

    def opened(size):
        files.append(SpooledTemporaryFile(size))  # noqa: SIM115 - who asked for it closes it
        return files[-1]

    monkeypatch.setattr("xlbudget.distribution.collect.kept.SpooledTemporaryFile", opened)
    made = kept(range(3))
    assert not files[0].closed
    del made
    gc.collect()
    assert files[0].closed
