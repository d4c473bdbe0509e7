"""An add-in that was built is named; one that was not is refused with the way to get it."""

import pytest

from xlbudget.errors import MissingFileError
from xlbudget.hosts.built import require_built


def test_an_add_in_that_is_there_is_named(tmp_path):
    (tmp_path / "xlbudget.oxt").touch()
    assert require_built(tmp_path / "xlbudget.oxt") == tmp_path / "xlbudget.oxt"


def test_a_missing_one_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(MissingFileError) as refusal:
        require_built(tmp_path / "xlbudget.oxt")
    assert "xlbudget.oxt" in refusal.value.saw
    assert "with pip" in refusal.value.fix
    assert "make addin" in refusal.value.fix
