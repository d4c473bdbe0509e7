"""Long lists as JSON: written item by item, and the same text as of one piece."""

import io
import json

import pytest

from xlbudget.hosts.as_json import put_json, put_long_json


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_long_list_is_written_as_if_it_were_one_piece(count):
    items = [{"file": f'"files": [{n}', "findings": [], "said": "a\nb\u2028"} for n in range(count)]
    facts = {"in_words": 'He said "files": [', "files": items, "missing": [{"id": 1}]}
    whole, parts = io.StringIO(), io.StringIO()
    put_json(whole, facts)
    put_long_json(parts, facts | {"files": iter(items)}, "files")
    assert parts.getvalue() == whole.getvalue()
    assert json.loads(parts.getvalue())["files"] == items


def test_only_one_item_is_held_at_a_time():
    stream, lengths = io.StringIO(), []

    def items():
        for number in range(3):
            lengths.append(len(stream.getvalue()))
            yield number

    put_long_json(stream, {"files": items()}, "files")
    assert lengths == sorted(set(lengths))
