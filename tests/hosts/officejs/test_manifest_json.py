"""The unified manifest: Microsoft's validator, offline, finds nothing; and it can find."""

import json

import pytest

from judges import node
from xlbudget.actions.verbs import VERBS
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.officejs.manifest_json import manifest_json
from xlbudget.hosts.officejs.metadata import functions_json
from xlbudget.hosts.officejs.ribbon import groups
from xlbudget.hosts.officejs.site import site

WHERE = site("https://apps.example.org/xlb")
TOO_SHORT_FOR_ITS_SCHEMA = "XLB_PI"


def verdict(tmp_path, facts):
    path = tmp_path / "manifest.json"
    path.write_text(facts if isinstance(facts, str) else json.dumps(facts), "utf-8")
    return node.manifest_verdict(path)


@pytest.mark.parametrize("verbs", [(), VERBS], ids=["the-pane-alone", "with-verbs"])
def test_the_validator_finds_nothing(tmp_path, verbs):
    assert verdict(tmp_path, manifest_json(WHERE, groups(verbs))) == {"valid": True, "told": []}


def test_the_validator_takes_the_functions_as_we_describe_them(tmp_path):
    facts = json.loads(manifest_json(WHERE, groups(())))
    described = json.loads(functions_json(WHERE.at("help.html")))["functions"]
    taken = [_as_its_schema(each) for each in described if each["id"] != TOO_SHORT_FOR_ITS_SCHEMA]
    assert len(taken) == len(FUNCTIONS) - 1
    facts["extensions"][0]["runtimes"][0]["customFunctions"]["functions"] = taken
    assert verdict(tmp_path, facts) == {"valid": True, "told": []}


def test_the_validator_can_find_a_fault(tmp_path):
    facts = json.loads(manifest_json(WHERE, groups(())))
    facts["extensions"][0]["runtimes"][0]["customFunctions"]["namespace"]["id"] = "X LB"
    found = verdict(tmp_path, facts)
    assert found["valid"] is False
    assert "namespace" in " ".join(found["told"])


def test_it_names_what_lies_in_the_folder(held):
    facts = json.loads(held["manifest.json"])
    text = held["manifest.json"].decode()
    named = {part.split('"')[0].split("#")[0] for part in text.split(f"{WHERE.base}/")[1:]}
    assert len(named) > 5
    assert (named | set(facts["icons"].values())) <= set(held)


def _as_its_schema(function):
    kept = {name: function[name] for name in ("id", "name", "description", "parameters")}
    return kept | {"result": {"dimensionality": function["result"]["dimensionality"]}}
