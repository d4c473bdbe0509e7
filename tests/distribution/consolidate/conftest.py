"""What the tests of consolidation share: one campaign for those that change nothing in it."""

import pytest

from distribution.consolidate.made import DATA, campaign
from distribution.consolidate.made import merged as merged_of
from xlbudget.distribution.consolidate.preview import preview_of


@pytest.fixture(scope="package")
def made(tmp_path_factory):
    """A campaign of six schools; two have not answered."""
    return campaign(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="package")
def preview(made):
    """What it comes to."""
    with made.register() as register:
        return preview_of(made.folder, register, made.budget, DATA)


@pytest.fixture(scope="package")
def merged(made):
    """The same as one budget with all its lines."""
    return merged_of(made)
