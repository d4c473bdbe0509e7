"""The help page: every function, whole and well formed, without any script."""

import re
from html.parser import HTMLParser

from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.officejs.help_page import help_page, in_excel

PAGE = help_page()
EMPTY = {"meta", "link"}


class Parsed(HTMLParser):
    """What stands open, which tags there are, and which ids."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.ids = [], set(), []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.ids += [value for name, value in attributes if name == "id"]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed():
    reader = Parsed()
    reader.feed(PAGE)
    assert reader.open == []
    return reader


def test_it_is_well_formed_and_has_no_script():
    assert "script" not in parsed().tags
    assert "default-src 'none'" in PAGE


def test_every_function_can_be_pointed_at():
    ids = parsed().ids
    assert sorted(ids) == sorted([*FUNCTIONS, "privacy", "terms"])


def test_every_argument_is_told():
    rows = re.findall(r'<th scope="row">(\w+)</th>', PAGE)
    assert rows == [each.name for function in FUNCTIONS.values() for each in function.parameters]


def test_functions_are_named_as_excel_has_them_here():
    assert in_excel("XLB_NPV and XLB_TCO_BY_YEAR") == "XLB.NPV and XLB.TCO_BY_YEAR"
    assert re.findall(r">XLB_(?!NPV<)", PAGE) == []
