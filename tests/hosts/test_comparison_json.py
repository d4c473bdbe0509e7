"""comparison_json: every difference, with keys that programs can rely on."""

import json
from dataclasses import replace

from analysis.budgets import budget, line, source
from xlbudget.analysis.comparison import compare
from xlbudget.hosts.comparison_json import comparison_json


def test_a_source_that_ends_is_told_as_record_and_headline():
    old = budget(line(source_1="G"), years=2, sources=(source("G", 100, 100),))
    ended = replace(old.sources[0], last_fiscal_year=2027)
    facts = comparison_json(compare(old, replace(old, sources=(ended,))), "a", "b")
    assert json.loads(json.dumps(facts)) == facts
    (record,) = facts["records"]
    assert (record["table"], record["id"]) == ("source", "G")
    assert record["fields"] == [{"field": "last_fiscal_year", "old": "", "new": "2027"}]
    headlines = {one["key"]: (one["old"], one["new"], one["change"]) for one in facts["headlines"]}
    assert headlines["cliff_year"] == (None, 2028, None)
    assert headlines["unfunded"] == (0, 100, 100)


def test_keys_are_the_same_when_nothing_differs():
    facts = comparison_json(compare(budget(), budget()), "a", "b")
    assert facts["same"] is True
    assert list(facts) == [
        "old", "new", "same", "years", "old_years", "new_years", "same_lines", "lines",
        "records", "headlines", "figures",
    ]  # fmt: skip
    assert set(facts["figures"]) == {"year", "area", "school", "goal", "source"}
