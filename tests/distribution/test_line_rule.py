"""Rules that name lines: how they are read, what they meet, and how they are refused."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distribution.played import ANSWER, line_item, with_costs
from xlbudget.distribution.line_rule import line_rule, rule_meets
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.errors import InputError, NotANumberError, UnknownChoiceError

LINES = [AcceptedLine("S1", 1, "reply.xlsx", line) for line in with_costs(ANSWER)]


def met(rule):
    return [line.line.item.line_id for line in LINES if rule_meets(rule, line)]


@pytest.mark.parametrize(
    ("rule", "ids"),
    [
        ("area=hardware", ["S1-N01"]),
        ("AREA = Hardware", ["S1-N01"]),
        ("area!=instructional content", ["S1-N01", "S1-N02"]),
        ("cost>38061.65", []),
        ("cost>=38061.65", ["S1-N01"]),  # 50 x 365.55 = 18,277.50; x 1.02^4 = 19,784.15 in FY2031
        ("amount=5000", ["S1-N02"]),
        ("amount = $5,000.00", ["S1-N02"]),
        ("amount<1,000", ["S1-N05"]),
        ("quantity=", ["S1-N05"]),
        ("quantity!=", ["S1-L1", "S1-N01", "S1-N02", "S1-N03", "S1-N04"]),
        ("quantity<1", []),  # a blank is below nothing
        ("source=F2", ["S1-N03"]),
        ("action=keep", ["S1-L1"]),
        ("description contains SOFTWARE S1-L", ["S1-L1"]),
        ("refresh=yes", ["S1-N01"]),
        ("cost>5000 and area=hardware", ["S1-N01"]),
        ("cost>5000 AND area=hardware and goal=G2", []),
        ("first_fiscal_year=2027 and need=one-time", ["S1-N02"]),
        ("school=S1 and line=S1-L1", ["S1-L1"]),
    ],
)
def test_a_rule_meets_these_lines(rule, ids):
    assert met(str(line_rule(rule))) == ids
    assert met(rule) == ids


def test_text_that_looks_like_a_formula_or_a_program_is_only_compared():
    item = line_item("L1", description="=1+1 and __import__('os')")
    (line,) = with_costs([item])
    rule = "description=\"=1+1 and __import__('os')\""
    assert rule_meets(rule, AcceptedLine("S1", 1, "x", line))
    assert str(line_rule(rule)) == rule


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("area = hardware and cost > $5,000.00", "cost>5000 and area=hardware"),
        ("Unit price<=10", "unit_price <= 10.0"),
        ("goal=G1 and goal=G1", "goal=G1"),
        ("area=Hardware", "area=hardware"),
        ("spare_share>5%", "spare_share>0.05"),
    ],
)
def test_the_same_rule_is_the_same_text(one, other):
    assert str(line_rule(one)) == str(line_rule(other))


@given(st.text(st.characters(exclude_characters='"', exclude_categories=["Cs", "Cc"]), max_size=30))
def test_the_text_of_a_rule_means_the_same_rule(value):
    rule = line_rule(f'description contains "{value}" and cost>-3.5')
    assert str(line_rule(str(rule))) == str(rule)
    assert {clause.value for clause in line_rule(str(rule)).clauses} == {value.strip(), "-3.5"}


@given(st.text(max_size=60))
def test_any_text_is_a_rule_or_is_refused_in_words(text):
    with suppress(InputError):
        rule = line_rule(text)
        assert str(line_rule(str(rule))) == str(rule)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("", "A rule is comparisons"),
        ("area", "A rule is comparisons"),
        ("area=hardware or area=broadband", "A rule is comparisons"),
        ("area==hardware", "A rule is comparisons"),
        ("area=hardware and", "A rule is comparisons"),
        ("__import__('os').system('x')", "A rule is comparisons"),
        ("cost>5000 and " * 60 + "cost>1", "A rule is comparisons"),
        ("colour=red", "Fields are: cost, amount, school_id"),
        ("area=hardwear", "area is one of: broadband"),
        ("area<hardware", "compared by =, != or contains"),
    ],
)
def test_what_is_no_rule_is_refused_with_what_is_allowed(rule, words):
    with pytest.raises(UnknownChoiceError) as refusal:
        line_rule(rule)
    assert words in refusal.value.wants


@pytest.mark.parametrize("rule", ["cost>much", "cost contains 5", "cost<", "cost>5%"])
def test_a_number_is_compared_with_a_number(rule):
    with pytest.raises(NotANumberError, match="cost is a number"):
        line_rule(rule)


def test_percent_of_a_share_is_a_part_of_one():
    (clause,) = line_rule("source_share_1>=50%").clauses
    assert clause.number == Decimal("0.5")
