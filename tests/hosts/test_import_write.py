"""target_of and write_target: into a folder's table, whole or not at all."""

import pytest

from foreign import ACTUALS_MAPPING
from hosts.folders import LINES
from xlbudget.errors import BudgetError, ExistingFileError
from xlbudget.hosts.import_write import target_of, write_target
from xlbudget.model import LineItem
from xlbudget.model.finding import Place
from xlbudget.model.mapping_file import read_mapping

MAPPING = read_mapping(ACTUALS_MAPPING, Place()).mapping


def target(folder, *lines, force=False):
    return target_of(MAPPING, lines, folder, force=force)


def test_a_folder_that_is_not_there_is_made_and_nothing_is_left_beside(tmp_path):
    made = target(tmp_path / "a" / "b", LineItem(line_id="L2", description="A"))
    assert write_target(made) is None
    assert [file.name for file in made.path.parent.iterdir()] == ["line_items.csv"]


def test_the_rows_of_a_person_stay_as_they_are(sound):
    made = target(sound, LineItem(line_id="L2", description="A"))
    backup = write_target(made)
    header, first, second = made.path.read_text().splitlines()
    assert f"{header}\n".startswith(LINES.splitlines()[0])
    assert first.startswith(LINES.splitlines()[1].partition(",G1")[0])
    assert second.startswith("L2,A,")
    assert backup.read_text() == LINES


def test_an_id_that_is_there_is_refused_and_told(sound):
    with pytest.raises(ExistingFileError) as refusal:
        target(sound, LineItem(line_id="L1", description="A"))
    assert "line L1 already" in refusal.value.saw


def test_a_folder_with_decimal_commas_gets_them(sound):
    toml = sound / "district.toml"
    toml.write_text(f"decimal_comma = true\n{toml.read_text()}")
    file = sound / "line_items.csv"
    file.write_text(LINES.replace("12.50", '"12,50"'))
    made = target(sound, LineItem(line_id="L2", description="1.5", unit_price=2.5))
    row = dict(zip(made.merged.rows[0], made.merged.rows[-1], strict=True))
    assert (row["description"], row["unit_price"]) == ("1.5", "2,5")


def test_a_faulty_file_is_not_added_to(sound):
    (sound / "line_items.csv").write_text(LINES.replace("12.50", "cheap"))
    with pytest.raises(BudgetError, match="cheap"):
        target(sound, LineItem(line_id="L2", description="A"))
