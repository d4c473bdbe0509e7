"""The schema of SARIF passes a sound log and names what is wrong in another."""

import json

import pytest

from judges import sarif
from judges.sarif import against_the_schema

SOUND = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": []}]}


def judged(folder, log):
    path = folder / "log.json"
    path.write_text(json.dumps(log), "utf-8")
    return against_the_schema(path)


def test_a_sound_log_is_passed(tmp_path):
    assert judged(tmp_path, SOUND) == []


def test_all_that_is_wrong_is_named(tmp_path):
    result = {"message": {"text": "a"}, "level": "fatal", "cell": "A1"}
    wrong = {"version": "2.1.0", "runs": [{"tool": {}, "results": [result]}]}
    found = " ".join(judged(tmp_path, wrong))
    assert "driver" in found
    assert "results[0].level" in found
    assert "additional properties" in found


def test_a_missing_schema_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(sarif, "NODE_MODULES", tmp_path)
    with pytest.raises(FileNotFoundError, match="make test"):
        judged(tmp_path, SOUND)
