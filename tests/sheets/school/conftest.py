"""What the tests of a school's sheets share: books of the small district's school."""

import pytest

from school_answers import answered, new_line, school_pack
from sheets.school.reading import frame


@pytest.fixture(scope="session")
def kept():
    """The frame in which every line of last year is kept, and somebody signed."""
    return frame(answered())


@pytest.fixture(scope="session")
def fresh():
    """The frame of a workbook as it is issued."""
    return frame(None, school_pack())


@pytest.fixture(scope="session")
def broken():
    """The frame with a line that lacks all that it can."""
    return frame(answered(new_line(item_id="I99", goal_id="", source_id="", why="", quantity=None)))
