"""The built add-in, once for all tests."""

import pytest

from xlbudget.hosts.excel import xlam


@pytest.fixture(scope="session")
def addin(tmp_path_factory):
    """Return the path of a built add-in."""
    path = tmp_path_factory.mktemp("addin") / "xlbudget.xlam"
    xlam.build(path)
    return path
