"""A whole campaign: all damage is found, nothing sound is refused, every total is the dice's.

The same play runs in full size, 1,000 schools with 200 lines each, as ``benchmarks/campaign.py``.
"""

from distribution.play import compare
from distribution.play.harm import HARMS
from distribution.play.play import COLLECT, CONSOLIDATE, ISSUE


def test_all_commands_end_well(played):
    codes = {name: played.told[name].code for name in (ISSUE, COLLECT, CONSOLIDATE)}
    said = [told.err for told in played.told.values()]
    assert codes == {ISSUE: 0, COLLECT: 1, CONSOLIDATE: 0}, said  # 1: some files were not taken
    assert "Traceback" not in "".join(said)


def test_sixty_kinds_of_damage_and_more_are_done():
    assert len({harm.name for harm in HARMS}) == len(HARMS) >= 60


def test_every_file_ends_in_its_state_and_all_damage_is_found_with_its_cell(played):
    assert compare.unlike_files(played) == []
    assert compare.strangers(played) == set()


def test_no_sound_file_is_refused_and_its_figures_are_those_of_the_dice(played):
    assert compare.grave_in_sound(played) == []
    assert sum(one.state == "superseded" for one in played.sent) == 2


def test_every_total_is_that_of_the_dice_to_the_cent(played):
    assert compare.unlike_totals(played) == []
    assert compare.unlike_funds(played) == []
    assert compare.compared_totals(played) > 50


def test_the_table_of_lines_holds_every_line_and_sums_to_the_dice_by_code(played):
    assert compare.unlike_lines(played) == []
    assert compare.unlike_tables(played) == []


def test_figures_lead_back_to_file_sheet_and_row(played):
    assert compare.lost_on_the_way_back(played, 12) == []


def test_the_sheet_sources_sums_to_the_dice_and_leads_back(played):
    assert compare.unlike_sources(played) == []


def test_a_school_that_sent_nothing_is_missing_and_one_that_is_refused_is_not_in_it(played):
    counted = {school.key for school in played.counted}
    told = played.consolidated["schools"]
    assert {one["school_id"] for one in told if one["in_the_budget"] == "yes"} == counted
    known = {one.school for one in played.sent if one.state != "not issued by us"}
    missing = {one["school_id"] for one in played.collected["missing"]}
    assert missing == {school.key for school in played.schools} - known
    assert missing > {one.school for one in played.sent} - known


def test_again_changes_nothing(played):
    known = [(one["file"], one["state"]) for one in played.collected["files"]]
    results = {path: path.read_bytes() for path in _files(played.campaign / "results")}
    played.collect()
    played.consolidate()
    assert [(one["file"], one["state"]) for one in played.collected["files"]] == known
    assert not any(one["new"] for one in played.collected["files"])
    assert played.consolidated["written"] == []
    assert {path: path.read_bytes() for path in _files(played.campaign / "results")} == results


def _files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]
