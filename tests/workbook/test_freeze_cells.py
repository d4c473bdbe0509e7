"""Formula cells of a sheet part: what is read of them, and what an edit leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.hand_made import cell, number, rows, sheet
from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.elements import as_text, spliced
from xlbudget.workbook.freeze_cells import as_formula, as_value, formula_cells

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=9)
VALUES = st.one_of(
    st.tuples(st.just("str"), TEXTS),
    st.tuples(st.just("n"), st.floats(allow_nan=False, allow_infinity=False).map(repr)),
    st.tuples(st.just("b"), st.sampled_from(["0", "1"])),
    st.tuples(st.just("e"), st.sampled_from(["#N/A", "#DIV/0!"])),
)
GAPS = st.sampled_from(
    ["", "\n", "<!-- XLB_NPV(1) -->", "<c r='ZZ9'/>", '<c r="ZZ9" t="s"><v>0</v></c>']
)


def part(*cells):
    return sheet(rows(*cells)).encode()


def read(*cells):
    return formula_cells(part(*cells), "p")


@given(st.lists(st.tuples(VALUES, st.booleans(), GAPS), min_size=1, max_size=6))
def test_freezing_some_cells_leaves_every_other_byte(cells):
    texts = [
        f'<c t="{kind}" r="A{n}"\n s="3"><f ca="1">{"XLB_A()" if ours else "B1"}</f>'
        f"<v>{as_text(value)}</v></c>"
        for n, ((kind, value), ours, _) in enumerate(cells, start=1)
    ]
    gaps = [gap for _, _, gap in cells]
    data = sheet("".join(text + gap for text, gap in zip(texts, gaps, strict=True))).encode()
    found = [one for one in formula_cells(data, "p") if one.formula == "XLB_A()"]
    assert len(found) == sum(ours for _, ours, _ in cells)
    left = spliced(data, [edit for one in found for edit in as_value(data, one)])
    wanted = [
        text if not ours else _frozen(text, kind, value)
        for text, ((kind, value), ours, _) in zip(texts, cells, strict=True)
    ]
    assert left == sheet("".join(a + b for a, b in zip(wanted, gaps, strict=True))).encode()


def _frozen(text, kind, value):
    text = text.replace('<f ca="1">XLB_A()</f>', "")
    if kind != "str":
        return text
    text = text.replace(' t="str"', "").replace('s="3">', 's="3" t="inlineStr">')
    held = f'<is><t xml:space="preserve">{as_text(value)}</t></is>'
    return text.replace(f"<v>{as_text(value)}</v>", held)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("", "0.1", 0.1),
        ("n", "1E-300", 1e-300),
        ("n", "INF", "INF"),
        ("n", "many", "many"),
        ("str", "", ""),
        ("str", "a", "a"),
        ("b", "1", True),
        ("b", "0", False),
        ("e", "#N/A", "#N/A"),
        ("e", "#NAME?", None),
        ("d", "2026-07-01", "2026-07-01"),
        ("", "", None),
        ("", None, None),
    ],
)
def test_a_stored_value_is_read_as_its_kind(kind, text, value):
    (found,) = read(cell("A1", "XLB_A()", text, kind))
    assert (found.value, type(found.value)) == (value, type(value))


def test_a_text_within_the_cell_is_a_value():
    (found,) = read('<c r="A1" t="inlineStr"><f>XLB_A()</f><is><t>a</t><t>b</t></is></c>')
    assert found.value == "ab"


def test_a_shared_formula_is_told_for_each_cell_as_it_stands_there():
    found = read(
        cell("B1", "XLB_ROI($A1,A$1)", facts=' t="shared" ref="B1:C2" si="4"'),
        cell("C1", "", facts=' t="shared" si="4"'),
        cell("C2", "", facts=' t="shared" si="4"'),
        number("D1", 1),
    )
    assert [(one.at, one.formula) for one in found] == [
        ("B1", "XLB_ROI($A1,A$1)"),
        ("C1", "XLB_ROI($A1,B$1)"),
        ("C2", "XLB_ROI($A2,B$1)"),
    ]


@pytest.mark.parametrize("formula", ["XLB_ROI(A1,1)", 'XLB_ROI("A', "XLB_ROI(2})"])
def test_a_shared_formula_that_cannot_be_moved_is_told_as_its_first_cell_has_it(formula):
    found = read(
        cell("B2", formula, facts=' t="shared" ref="B1:B2" si="0"'),
        cell("B1", "", facts=' t="shared" si="0"'),
    )
    assert [(one.at, one.formula, one.as_in) for one in found] == [
        ("B1", formula, "B2"),
        ("B2", formula, ""),
    ]


def test_a_cell_without_an_address_is_refused():
    data = sheet("<row><c><f>XLB_A()</f><v>1</v></c></row>").encode()
    with pytest.raises(UnreadableFileError, match="has no address"):
        formula_cells(data, "p")


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ("", "<f>1&lt;2</f>"),
        (' ca="1"', '<f ca="1">1&lt;2</f>'),
        (' t="array" ref="A1"', '<f t="array" ref="A1">1&lt;2</f>'),
        (' t="shared" ref="A1:A2" si="0" ca="1"', '<f ca="1">1&lt;2</f>'),
    ],
)
def test_a_twin_takes_the_place_of_the_formula_alone(facts, left):
    data = part(cell("A1", "XLB_A()", "2.50", facts=facts))
    (found,) = formula_cells(data, "p")
    assert spliced(data, as_formula(data, found, "1<2")) == part(f'<c r="A1">{left}<v>2.50</v></c>')
