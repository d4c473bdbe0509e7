"""One campaign of two schools that went out, and an answer of each kind."""

import pytest

from distribution.collect.made import S1, issued, type_in


@pytest.fixture(scope="session")
def gone_out(tmp_path_factory):
    """A campaign that was issued; nobody changes it."""
    return issued(tmp_path_factory.mktemp("collect") / "fy27")


@pytest.fixture(scope="session")
def answer(gone_out, tmp_path_factory):
    """A sound answer of S1, typed by openpyxl."""
    return type_in(gone_out.out / S1, tmp_path_factory.mktemp("answers") / S1)
