"""Functions that workers can import; each does something to the item 7."""

import os
import time

from xlbudget.errors import BudgetError

BAD = 7
MARKS = []


def double(item):
    return 2 * item


def marks(item):
    MARKS.append(item)


def fails(item):
    if item == BAD:
        raise ValueError(item)
    return 2 * item


def refuses(item):
    if item == BAD:
        raise BudgetError(saw="A line is blank", wants="It has words", fix="Write", place="L-7")
    return 2 * item


def exits(item):
    if item == BAD:
        raise SystemExit(3)
    return 2 * item


def kills(item):
    if item == BAD:
        os._exit(3)
    return 2 * item


def hangs(item):
    if item == BAD:
        time.sleep(600)
    return 2 * item


def answers_oddly(item):
    return (lambda: item) if item == BAD else 2 * item


def waits(_item):
    time.sleep(0.05)
    return os.getpid()
