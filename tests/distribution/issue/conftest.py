"""One campaign of twelve schools for all tests that only look at it."""

import pytest

from distribution.issue.made import go, marked


@pytest.fixture(scope="session")
def district(riverbend):
    """The sample's budget, each school's words with its mark."""
    return marked(riverbend)


@pytest.fixture(scope="session")
def campaign(district, tmp_path_factory):
    """A campaign that was issued; nobody changes it."""
    root = tmp_path_factory.mktemp("campaign") / "fy27"
    return root, go(root, district)
