"""What came of collecting, as JSON with stable keys."""

from __future__ import annotations

from xlbudget.distribution.collect import Collected, FileResult
from xlbudget.distribution.register.submissions.state import State
from xlbudget.hosts.as_json import findings_json


def collected_json(campaign_id: str, done: Collected) -> dict[str, object]:
    """Return every file with its state and findings, and the schools that are missing.

    The files are an iterable, of which one at a time is held.
    """
    return {
        "campaign_id": campaign_id,
        "written": done.written,
        "in_words": done.in_words,
        "counts": {state.value: done.counts[state] for state in State},
        "passed_over": done.passed_over,
        "files": map(_file, done.files),
        "missing": [
            {"school_id": school.school_id, "name": school.name} for school in done.missing
        ],
    }


def _file(file: FileResult) -> dict[str, object]:
    return {
        "file": file.name,
        "sha256": file.sha256,
        "school_id": file.school_id or None,
        "state": file.state.value,
        "reason": file.reason,
        "new": file.is_new,
        "findings": findings_json(file.findings),
    }
