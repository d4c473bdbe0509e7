"""The text of XML: as the standard library's parser reads it."""

from xml.etree import ElementTree as ET

import pytest

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.read.xml_text import all_plain, all_words, as_utf_8, plain, words

TEXTS = ["a", "&amp;lt;", "&lt;&gt;&quot;&apos;&amp;", "&#38;lt;", "&#x1F600;&#65;", "&amp;#65;"]


@pytest.mark.parametrize("text", TEXTS)
def test_references_are_replaced_as_a_parser_does(text):
    assert plain(text) == ET.fromstring(f"<a>{text}</a>").text  # noqa: S314 - our own words


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("a_x000a_b", "a\nb"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("_xD83D_", "\ufffd"),
        ("_x12_ x000D_", "_x12_ x000D_"),
    ],
)
def test_escapes_of_spreadsheets_are_the_letters_they_stand_for(stored, shown):
    assert words(stored) == shown


def test_many_texts_in_one_go_are_the_same_as_one_by_one():
    assert list(all_plain(TEXTS)) == [plain(text) for text in TEXTS]
    assert list(all_plain(["a", "b"])) == ["a", "b"]


def test_a_letter_that_stands_between_the_texts_does_not_mix_them_up():
    odd = ["a&#0;b", "c"]
    assert list(all_plain(odd)) == [plain(text) for text in odd]


def test_escapes_are_seen_in_any_of_many_texts():
    assert list(all_words(["a", "b &amp; _x0041_"])) == ["a", "b & A"]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "windows-1252"])
def test_a_part_in_any_code_comes_out_in_utf_8(code):
    text = f'<?xml version="1.0" encoding="{code.removesuffix("-sig")}"?><a>é</a>'
    assert ET.fromstring(as_utf_8(text.encode(code), "book")).text == "é"  # noqa: S314 - ours


def test_a_part_that_is_not_in_its_code_is_refused():
    with pytest.raises(UnreadableFileError, match="utf-16"):
        as_utf_8(b"\xff\xfe\x00\xd8", "book")
