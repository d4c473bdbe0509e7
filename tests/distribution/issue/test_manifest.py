"""The list of what went out: sorted, safe to open, the same bytes for the same files."""

from dataclasses import replace
from hashlib import sha256

from distribution.issue.made import AT
from xlbudget.distribution.issue.manifest import NAME, write_manifest
from xlbudget.distribution.register.issued import IssuedWorkbook

OAK = IssuedWorkbook(
    workbook_id="w1",
    school_id="014",
    file_name="Oak_014.xlsx",
    sha256=sha256(b"oak").hexdigest(),
    template_version="v1.0",
    structure_digest="d",
    issued_at=AT,
)
ELM = replace(OAK, school_id="013", file_name="Elm_013.xlsx", workbook_id="w2")


def test_files_are_listed_by_school_and_only_those_as_issued_have_a_size(tmp_path):
    (tmp_path / "Oak_014.xlsx").write_bytes(b"oak")
    (tmp_path / "Elm_013.xlsx").write_bytes(b"edited")
    write_manifest(tmp_path, [("=Oak", 2, OAK), ("Elm", 1, ELM)])
    digest = OAK.sha256
    assert (tmp_path / NAME).read_text("utf-8").splitlines() == [
        "school_id,school,file,sha256,workbook_id,issue,bytes",
        f"013,Elm,Elm_013.xlsx,{digest},w2,1,",
        f"014,'=Oak,Oak_014.xlsx,{digest},w1,2,3",
    ]


def test_the_same_list_is_not_written_again(tmp_path):
    write_manifest(tmp_path, [("Elm", 1, ELM)])
    before = (tmp_path / NAME).stat().st_mtime_ns
    write_manifest(tmp_path, [("Elm", 1, ELM)])
    assert (tmp_path / NAME).stat().st_mtime_ns == before
