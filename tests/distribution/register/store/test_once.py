"""Insert what is not there yet."""

from distribution.register.made import ID
from xlbudget.distribution.register.store.once import insert_once
from xlbudget.distribution.register.store.tables import school
from xlbudget.distribution.register.store.transaction import write


def test_a_row_is_inserted_once(register):
    row = {
        "campaign_id": ID,
        "school_id": "0099",
        "name": "North",
        "contact_name": "",
        "contact_email": "",
        "expected": True,
    }
    answers = [
        write(register, lambda connection: insert_once(connection, school, row)) for _ in "ab"
    ]
    assert answers == [True, False]
