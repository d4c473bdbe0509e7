"""digests: what changes them, and what does not."""

from dataclasses import replace

import pytest

from xlbudget.workbook.stamp.digest import digests
from xlbudget.workbook.stamp.shape import Block, Shape

HEADERS = ("Line", "Price", "Cost")
NAMES = {"Rate": "Summary!$A$1", "Base": "Lines!$B$3", "Unused": "Summary!$Z$9"}


def lines(rows=4, top=3, formulas=None, headers=HEADERS, name="LineItems"):
    """A sheet that grows: a price in each row, a cost by formula."""
    block = Block(name, top, 1, top + rows, headers)
    made = {(top + i, 3): f"=B{top + i}*Rate" for i in range(1, rows + 1)}
    return Shape("Lines", grows=True, blocks=(block,), formulas=made | (formulas or {}))


def summary(formulas=None, top=5):
    """A sheet that stays as it is."""
    block = Block("Totals", top, 1, top + 2, ("What", "Amount"))
    made = {(top + 1, 2): "=SUM(LineItems[Cost])", (top + 2, 2): "=Base+Lines!$B$3"}
    return Shape("Summary", grows=False, blocks=(block,), formulas=made | (formulas or {}))


def changed(sheets, names=None):
    """The sheets whose digests are not those of the usual workbook, and whether the whole is."""
    usual = digests((lines(), summary()), NAMES)
    found = digests(sheets, NAMES if names is None else names)
    differ = {title for title in found.sheets if found.sheets[title] != usual.sheets.get(title)}
    return differ, found.whole != usual.whole


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(lines(rows=9), id="more rows"),
        pytest.param(lines(rows=1), id="fewer rows"),
        pytest.param(lines(formulas={(4, 2): "=270*180"}), id="a formula in an input"),
        pytest.param(lines(formulas={(4, 2): "=Summary!B6"}), id="a link in an input"),
        pytest.param(lines(rows=1, formulas={(4, 2): "=270*180"}), id="in the only row"),
        pytest.param(lines(formulas={(9, 7): "=B4"}), id="a formula beside the table"),
        pytest.param(lines(formulas={(4, 3): " b4 * $Rate "}), id="another spelling"),
    ],
)
def test_what_people_do_on_a_sheet_of_inputs_changes_nothing(sheet):
    assert changed((sheet, summary())) == (set(), False)


def test_a_table_that_moves_down_changes_only_where_its_address_is_named():
    names = NAMES | {"Base": "Lines!$B$6"}
    told = {(7, 2): "=Base+Lines!$B$6"}
    assert changed((lines(top=6), summary(told)), names) == (set(), False)


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(lines(formulas={(5, 3): ""}), id="typed over in one row"),
        pytest.param(lines(formulas={(7, 3): ""}), id="typed over in the last row"),
        pytest.param(lines(formulas={(5, 3): "=B5*2"}), id="altered in one row"),
        pytest.param(lines(formulas={(5, 3): "=B4*Rate"}), id="points to another row"),
        pytest.param(lines(formulas={(5, 3): "=270*180"}), id="a number by formula"),
        pytest.param(
            lines(formulas={(row, 3): "" for row in range(4, 8)}), id="typed over in all rows"
        ),
        pytest.param(lines(headers=("Line id", "Price", "Cost")), id="header renamed"),
        pytest.param(lines(headers=("Cost", "Price", "Line")), id="columns moved"),
        pytest.param(lines(headers=(*HEADERS, "Vendor")), id="column added"),
        pytest.param(lines(formulas={(1, 1): "=Rate"}), id="formula above"),
        pytest.param(lines(formulas={(2, 2): "=Rate"}), id="formula in the row of labels"),
    ],
)
def test_a_change_of_a_sheet_of_inputs_flips_it_alone(sheet):
    assert changed((sheet, summary())) == ({"Lines"}, True)


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(summary({(6, 2): "=SUM(LineItems[Price])"}), id="altered"),
        pytest.param(summary({(20, 1): "=1+1"}), id="added"),
        pytest.param(summary(top=6), id="pushed down"),
    ],
)
def test_a_change_of_a_sheet_of_results_flips_it_alone(sheet):
    assert changed((lines(), sheet)) == ({"Summary"}, True)


def test_the_order_of_sheets_counts_and_flips_none():
    assert changed((summary(), lines())) == (set(), True)


@pytest.mark.parametrize("name", ["Rate", "Base"])
def test_a_name_that_formulas_use_counts(name):
    assert changed((lines(), summary()), NAMES | {name: "Summary!$A$2"}) == (set(), True)


@pytest.mark.parametrize(
    "names", [NAMES | {"Unused": "Lines!$A$1"}, NAMES | {"Own": "Lines!$A$1"}], ids=["no", "own"]
)
def test_a_name_that_no_formula_uses_does_not_count(names):
    assert changed((lines(), summary()), names) == (set(), False)


def test_a_name_behind_a_name_counts():
    names = NAMES | {"Rate": "Deeper*2", "Deeper": "1"}
    deeper = digests((lines(), summary()), names | {"Deeper": "3"})
    assert deeper.whole != digests((lines(), summary()), names).whole


def test_the_labels_of_a_lower_table_count():
    lower = Block("Calendar", 12, 1, 14, ("Date", "Year 1"))

    def with_label(formula):
        usual = lines(formulas={(11, 2): formula})
        return replace(usual, blocks=(*usual.blocks, lower))

    one, other = (digests((with_label(f), summary()), NAMES) for f in ("=Rate", "=Rate+1"))
    assert one.sheets["Lines"] != other.sheets["Lines"]


def test_a_block_without_formulas_that_is_pushed_down_is_seen():
    words = Block("Words", 5, 1, 9, ("Word", "Meaning"))
    usual = Shape("Guide", grows=False, blocks=(words,), formulas={})
    pushed = replace(usual, blocks=(replace(words, top=6, bottom=10),))
    assert digests((usual,), {}).whole != digests((pushed,), {}).whole
