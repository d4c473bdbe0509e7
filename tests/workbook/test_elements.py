"""Places of elements in bytes: what is not replaced stays as it is, to the last byte."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.elements import as_text, elements, prefix_of, spliced, without_facts

WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
    ),
    max_size=8,
)
RAW = WORDS.map(lambda words: words.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", ""))
COMMENTS = st.sampled_from(["", "<!-- <c r='no'/> -->", "<![CDATA[<c>/>]]>", "<?go <c/> ?>", "/>"])
GAPS = st.sampled_from([" ", "\n\t", "  "])


@st.composite
def facts(draw):
    names = draw(st.lists(st.sampled_from(["r", "s", "t", "cm", "x:y"]), unique=True))
    quotes = draw(st.sampled_from("\"'"))
    values = (draw(RAW).replace('"', ">").replace("'", "/>") for _ in names)
    return "".join(
        f"{draw(GAPS)}{name} = {quotes}{value}{quotes}"
        for name, value in zip(names, values, strict=True)
    )


@st.composite
def trees(draw, depth=3):
    """An element as text, with all that may stand in a part."""
    name = draw(st.sampled_from(["c", "f", "x:c", "row", "cc"]))
    if draw(st.booleans()) or not depth:
        return f"<{name}{draw(facts())}{draw(st.sampled_from(['', ' ']))}/>"
    inside = "".join(
        draw(COMMENTS) + draw(RAW) + draw(trees(depth=depth - 1))
        for _ in range(draw(st.integers(0, 3)))
    )
    return f"<{name}{draw(facts())}>{inside}{draw(RAW)}{draw(COMMENTS)}</{name}\n>"


def part(inside):
    return f'<?xml version="1.0"?>\n<w xmlns:x="urn:x">{inside}</w>\n'.encode()


def each(found):
    for element in found:
        yield element
        yield from each(element.inside)


@given(st.lists(trees(), max_size=3).map("".join))
def test_every_place_holds_its_own_element_and_nothing_else(inside):
    data = part(inside)
    found = list(each(elements(data, ("c", "f"), "p")))
    tree = [one for one in ET.fromstring(data).iter() if one.tag in {"c", "f", "{urn:x}c"}]  # noqa: S314
    assert len(found) == len(tree)
    for element in found:
        cut = data[element.start : element.end].replace(b"x:", b"")
        alone = ET.fromstring(cut)  # noqa: S314 - ours
        assert alone.tag == element.name
        assert alone.attrib == {key.removeprefix("x:"): v for key, v in element.facts.items()}
        assert element.start < element.opened <= element.closed <= element.end


@given(st.lists(trees(), max_size=3).map("".join))
def test_replacing_each_element_by_itself_changes_no_byte(inside):
    data = part(inside)
    found = elements(data, ("c",), "p")
    edits = [(one.start, one.end, data[one.start : one.end]) for one in found]
    assert spliced(data, reversed(edits)) == data


@given(st.lists(trees(), max_size=3).map("".join))
def test_taking_elements_out_leaves_every_other_byte(inside):
    data = part(inside)
    found = elements(data, ("c",), "p")
    left = spliced(data, [(one.start, one.end, b"") for one in found])
    assert len(left) == len(data) - sum(one.end - one.start for one in found)
    assert elements(left, ("c",), "p") == []


@given(facts())
def test_a_tag_loses_the_named_facts_and_no_other(told):
    tag = f"<c{told}>".encode()
    left = without_facts(tag, (b"cm", b"t"))
    space = b' xmlns:x="urn:x">'
    was = ET.fromstring(tag.removesuffix(b">") + space + b"</c>").attrib  # noqa: S314 - ours
    now = ET.fromstring(left.removesuffix(b">") + space + b"</c>").attrib  # noqa: S314 - ours
    assert now == {key: value for key, value in was.items() if key not in {"cm", "t"}}


@given(WORDS)
def test_words_come_back_as_they_were_put_in(words):
    data = f'<a b="{as_text(words)}">{as_text(words)}</a>'.encode()
    (element,) = elements(data, ("a",), "p")
    assert element.text == words
    assert element.facts == {"b": words}


def test_a_sign_that_xml_cannot_hold_becomes_a_question_mark():
    assert as_text("a\0b\ud800") == "a?b?"


def test_words_of_an_element_are_its_own_also_in_pieces():
    data = b"<w><c>1<f>A&amp;<![CDATA[<B>]]></f>2</c></w>"
    (cell,) = elements(data, ("c", "f"), "p")
    assert (cell.text, cell.inside[0].text, cell.inside[0].parent) == ("12", "A&<B>", cell)


@pytest.mark.parametrize(("name", "prefix"), [("c", ""), ("x:c", "x:"), ("calc:c", "calc:")])
@pytest.mark.parametrize("end", ["/>", ' r="x:y"></{}>'])
def test_the_prefix_of_an_element_is_told(name, prefix, end):
    data = f'<w xmlns:x="u" xmlns:calc="v"><{name}{end.format(name)}</w>'.encode()
    (element,) = elements(data, ("c",), "p")
    assert prefix_of(data, element) == prefix


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type", id="doctype"),
        pytest.param(b"<a><b></a>", "not sound XML in line 1", id="unsound"),
        pytest.param(b"", "not sound XML", id="empty"),
        pytest.param("<a/>".encode("utf-16"), "UTF-8", id="utf-16"),
        pytest.param(b'<?xml version="1.0" encoding="latin-1"?><a/>', "UTF-8", id="latin"),
    ],
)
def test_a_part_that_is_not_plain_xml_is_refused(data, words):
    with pytest.raises(UnreadableFileError) as refusal:
        elements(data, ("a",), "book.xlsx: part")
    assert words in refusal.value.saw
    assert refusal.value.place == "book.xlsx: part"
