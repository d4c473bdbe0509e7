"""XLR-31: reminders can reach the contact of each school."""

import pytest

from samples import seen, with_first
from xlbudget.model.rules.contact_email import RULE

PLACE = "schools.csv, row 2, contact_email, S1"


@pytest.mark.parametrize(
    "address",
    [
        "oak",
        "oak@",
        "@oak.example",
        "oak@oak",
        "oak@oak.",
        "oak@.example",
        "oak at oak.example",
        "Dana <dana@oak.example>",
        "dana@oak.example, kim@oak.example",
        "dana@oak.example kim@oak.example",
        "dana@@oak.example",
        "mailto:dana@oak.example",
    ],
)
def test_what_is_no_address_is_found(address):
    assert seen(RULE, with_first("schools", contact_email=address)) == [
        (PLACE, f"The contact of school S1 has the address “{address}”")
    ]


@pytest.mark.parametrize(
    "address",
    ["", "dana@oak.example", "d.o'neil+budget@k12.mail-oak.example", "büro@schule.example"],
)
def test_an_address_or_none_is_fine(address):
    assert seen(RULE, with_first("schools", contact_email=address)) == []
