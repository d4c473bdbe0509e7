"""Shared strings: by the pattern and with care, the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.read.books import strings
from xlbudget.workbook.read.strings import careful_strings, quick_strings, shared_strings

PLAIN = ["<t>one</t>", '<t xml:space="preserve"> two\n</t>', "<t></t>", "<t>a &amp; b</t>"]


def test_a_text_is_found_by_its_number():
    assert shared_strings(strings(*PLAIN).encode(), "book") == {
        "0": "one",
        "1": " two\n",
        "2": "",
        "3": "a & b",
    }


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<r><t>plain </t></r><r><rPr><b/></rPr><t>bold</t></r>", "plain bold"),
        ('<t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/>', "課"),
        ("<t/>", ""),
        ("", ""),
        ("<t><![CDATA[a<b]]></t>", "a<b"),
        ("<t>a_x000D_b</t>", "a\rb"),
        ("<t>a&#13;b\r\nc</t>", "a\rb\nc"),
        ("<t>a&#95;x000D_b</t>", "a\rb"),
        ("<t>&lt;/t&gt;&lt;/si&gt;&lt;si&gt;&lt;t&gt;</t>", "</t></si><si><t>"),
    ],
)
def test_a_text_of_any_form_is_what_its_cell_shows(item, text):
    found = shared_strings(strings("<t>first</t>", item, "<t>last</t>").encode(), "book")
    assert found == {"0": "first", "1": text, "2": "last"}


def test_many_texts_have_their_numbers():
    found = shared_strings(strings(*(f"<t>{i}</t>" for i in range(5_003))).encode(), "book")
    assert all(key == text for key, text in found.items())
    assert len(found) == 5_003


@given(
    st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
            | st.sampled_from("\n_x04D"),
            max_size=9,
        )
    )
)
def test_the_pattern_and_the_careful_reader_agree(texts):
    items = [
        f"<t>{text.replace('&', '&amp;').replace('<', '&lt;')}</t>"
        for text in texts
        if not {"\ufffe", "\uffff"} & set(text)
    ]
    data = strings(*items).encode()
    assert quick_strings(data) == careful_strings(data, "book")
