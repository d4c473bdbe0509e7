"""What a formula may give, over many made-up inputs."""

import pytest

from xlbudget.workbook.lint.possible import WORLDS, possible


def outcomes(formula):
    return set(possible(formula, "Checks"))


@pytest.mark.parametrize(
    "formula",
    [
        "A1-A1",
        "A1-$A$1",
        "Checks!A1-A1",
        "SUM(Lines[Year 1])-SUM(Lines[Year 1])",
        "(B7+C7)*0",
        "IF(A1=A1,0,1)",
        "IF(TRUE,0,A1)",
        "MAX(0,-ABS(A1))",
        "ABS(A1)-ABS(A1)",
        "100%-1",
        "MIN(0,COUNTIF(A1:A9,1))",
        '0*("a"&A1="b")',
    ],
)
def test_what_is_always_nothing_is_seen(formula):
    assert {round(float(one), 9) for one in outcomes(formula)} == {0.0}


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ('IF(ABS(A1)<=B1,"OK","look")', {"OK", "look"}),
        ('IF(A1>0,"OK","OK")', {"OK"}),
        ('REPT("OK",(A1<=B1)*1)&REPT("look",1-(A1<=B1))', {"OK", "look"}),
        ('IF(A1="hope","OK","look")', {"OK", "look"}),
        ('"OK"&IF(A1<>A1,"!","")', {"OK"}),
    ],
)
def test_the_words_that_a_formula_can_say(formula, words):
    assert outcomes(formula) == words


@pytest.mark.parametrize(
    "formula",
    [
        "A1-B1",
        "A1-Other!A1",
        "SUMPRODUCT((A1:A9=1)*B1:B9)-SUM(C1:C9)",
        "COUNTIF(Checks[Status],1)",
        "ROUND(A1,2)-ROUND(A1,0)",
        "-A1^2/B1",
    ],
)
def test_what_may_fail_is_seen(formula):
    assert len(outcomes(formula)) > 1


@pytest.mark.parametrize("formula", ["{1,2}+A1", "A1 B1", "IF(", "", "#REF!+1", "IF(A1)"])
def test_what_is_not_understood_gives_nothing(formula):
    assert outcomes(formula) == set()


def test_the_worlds_are_the_same_each_time():
    told = list(possible("A1-B1"))
    assert len(told) == WORLDS
    assert told == list(possible("A1-B1"))
