"""Names, rules, tables and links that call our functions: taken out, or told."""

import pytest

from judges.validator import findings
from workbook.freezing import frozen, of_cells
from workbook.hand_made import HEAD, SPACE, book, cell, number, relations, rows, sheet

ADD_IN = "file:///C:/Users/clerk/AppData/Roaming/Microsoft/AddIns/xlbudget.xlam"
RULES = (
    '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" priority="1">'
    "<formula>XLB_ROI(A1,1)&gt;1</formula></cfRule></conditionalFormatting>"
    '<dataValidations count="1"><dataValidation type="custom" sqref="B1 C1">'
    "<formula1>xlb_gap(B1,1)=0</formula1></dataValidation></dataValidations>"
)
OTHER_RULES = RULES.replace("XLB_ROI", "MAX").replace("xlb_gap", "MAX")


def outcomes(copy):
    return [(one.sheet, one.place, one.became.split(":")[0]) for one in copy.told.remarks]


# --- names and rules ---------------------------------------------------------------------------


def test_rules_that_still_call_us_are_told_with_their_place(tmp_path):
    copy = frozen(of_cells(tmp_path, cell("A1", "XLB_A()"), after=RULES))
    assert outcomes(copy) == [
        ("Data", "A1:A9", "a conditional format"),
        ("Data", "B1 C1", "a data validation"),
    ]
    assert not copy.told.is_whole
    assert "Frozen, but not all of it" in copy.part("xl/worksheets/sheet2.xml")
    assert "<formula>XLB_ROI(A1,1)&gt;1</formula>" in copy.part()
    assert findings(copy.path) == []


def test_rules_are_told_also_where_no_cell_calls_us(tmp_path):
    copy = frozen(of_cells(tmp_path, number("A1", 1), after=RULES))
    assert len(copy.told.remarks) == 2
    assert copy.told.note == "Frozen"


def test_rules_of_others_are_not_told(tmp_path):
    copy = frozen(of_cells(tmp_path, cell("A1", "XLB_A()"), after=OTHER_RULES))
    assert copy.told.remarks == ()
    assert copy.told.is_whole


def test_a_rule_that_uses_a_name_of_ours_is_told_and_the_name_too(tmp_path):
    names = '<definedName name="Worth">XLB_ROI(2,1)</definedName>'
    rules = OTHER_RULES.replace("MAX(A1,1)", "WORTH")
    copy = frozen(of_cells(tmp_path, cell("A1", "Worth"), names=names, after=rules))
    assert [one.place for one in copy.told.remarks] == ["the name Worth", "A1:A9"]
    assert "<definedName" in copy.part("xl/workbook.xml")


def test_a_rule_of_the_newer_kind_is_told_by_its_own_place(tmp_path):
    after = (
        '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        "<x14:conditionalFormattings><x14:conditionalFormatting "
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:cfRule type="expression" priority="1" id="{1}"><xm:f>XLB_ROI(A1,1)</xm:f>'
        "</x14:cfRule>"
        "<xm:sqref>D4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>"
        "</ext></extLst>"
    )
    copy = frozen(of_cells(tmp_path, number("A1", 1), after=after))
    assert outcomes(copy) == [("Data", "D4", "a conditional format")]


# --- tables ------------------------------------------------------------------------------------


def table(column):
    """A book of a table with this last column."""
    text = (
        f'{HEAD}<table xmlns="{SPACE}" id="1" name="Gains" displayName="Gains" ref="A1:B3" '
        'totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="Gain"/>'
        f"{column}</tableColumns></table>"
    )
    data = rows(
        '<c r="A1" t="inlineStr"><is><t>Gain</t></is></c>',
        '<c r="B1" t="inlineStr"><is><t>ROI</t></is></c>',
        number("A2", 2),
        cell("B2", "XLB_ROI(Gains[[#This Row],[Gain]],1)"),
        cell("B3", "XLB_ROI(2,1)"),
    )
    space = ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    parts = sheet(data, '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>', space)
    own = relations(("rId1", "table", "../tables/table1.xml", False))
    more = {
        "xl/tables/table1.xml": (text, "table"),
        "xl/worksheets/_rels/sheet1.xml.rels": (own, ""),
    }
    return {"Data": parts}, more


@pytest.mark.parametrize(
    ("column", "left"),
    [
        pytest.param(
            '<tableColumn id="2" name="ROI"><calculatedColumnFormula>XLB_ROI(Gains[[#This Row],'
            "[Gain]],1)</calculatedColumnFormula></tableColumn>",
            '<tableColumn id="2" name="ROI"></tableColumn>',
            id="calculated",
        ),
        pytest.param(
            '<tableColumn id="2" name="ROI" totalsRowFunction="custom"><totalsRowFormula>XLB_ROI('
            "2,1)</totalsRowFormula></tableColumn>",
            '<tableColumn id="2" name="ROI"></tableColumn>',
            id="total",
        ),
    ],
)
def test_the_formula_of_a_table_column_is_taken_out_and_told(tmp_path, column, left):
    sheets, more = table(column)
    copy = frozen(book(tmp_path / "t.xlsx", sheets, more=more))
    assert left in copy.part("xl/tables/table1.xml")
    assert outcomes(copy) == [("Data", "Gains[ROI]", "the formula of a table column")]
    assert copy.told.is_whole
    assert findings(copy.path) == []


def test_the_formula_of_another_column_stays(tmp_path):
    column = (
        '<tableColumn id="2" name="ROI"><calculatedColumnFormula>1+1</calculatedColumnFormula>'
        "</tableColumn>"
    )
    sheets, more = table(column)
    copy = frozen(book(tmp_path / "t.xlsx", sheets, more=more))
    assert column in copy.part("xl/tables/table1.xml")
    assert copy.told.remarks == ()


# --- links to the add-in -------------------------------------------------------------------------


def linked(folder, links, *formulas, **more):
    cells = [cell(f"A{n}", formula, n) for n, formula in enumerate(formulas, start=1)]
    return of_cells(folder, *cells, links=links, **more)


def link_parts(copy):
    return sorted(name for name in copy.names() if name.endswith(".xml") and "externalLink" in name)


@pytest.mark.parametrize("twins", [False, True])
def test_the_link_to_the_add_in_goes_with_all_that_names_it(tmp_path, twins):
    copy = frozen(linked(tmp_path, [ADD_IN], "[1]!XLB_ROI(2,1)"), twins=twins)
    assert [name for name in copy.names() if "externalLink" in name] == []
    named = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
    assert not any("external" in copy.part(name) for name in named)
    assert copy.told.remarks == ()
    assert findings(copy.path) == []


def test_a_link_after_another_one_goes_and_the_other_keeps_its_number(tmp_path):
    copy = frozen(linked(tmp_path, ["b.xlsx", ADD_IN], "[2]!XLB_ROI(2,1)", "[1]Data!A1"))
    assert link_parts(copy) == ["xl/externalLinks/externalLink1.xml"]
    assert (
        '<externalReferences><externalReference r:id="rIdL1"/></externalReferences>'
        in copy.part("xl/workbook.xml")
    )
    assert findings(copy.path) == []


@pytest.mark.parametrize(
    ("links", "formulas", "words"),
    [
        pytest.param(
            [ADD_IN, "b.xlsx"], ["[1]!XLB_ROI(2,1)", "[2]Data!A1"], "another link", id="order"
        ),
        pytest.param([ADD_IN], ["[1]!XLB_ROI(2,1)", "[1]!OTHER(1)"], "something else", id="used"),
    ],
)
def test_a_link_that_cannot_go_stays_and_is_told(tmp_path, links, formulas, words):
    copy = frozen(linked(tmp_path, links, *formulas))
    assert len(link_parts(copy)) == len(links)
    assert [(one.place, one.formula) for one in copy.told.remarks] == [("link 1", "xlbudget.xlam")]
    assert words in copy.told.remarks[0].became
    assert copy.told.is_whole
    assert findings(copy.path) == []


def test_a_link_to_a_workbook_is_not_ours_to_take_out(tmp_path):
    copy = frozen(linked(tmp_path, ["b.xlsx"], "XLB_ROI([1]!Costs,1)"))
    assert link_parts(copy) == ["xl/externalLinks/externalLink1.xml"]
    assert copy.told.remarks == ()


def test_a_name_that_needs_the_link_keeps_it(tmp_path):
    names = '<definedName name="Worth">[1]!XLB_ROI(2,1)</definedName>'
    copy = frozen(linked(tmp_path, [ADD_IN], "[1]!XLB_ROI(2,1)", names=names))
    assert len(link_parts(copy)) == 1
