"""Hostile files and names in the inbox of a campaign: refused in bounds, and the rest goes on."""

import io
import json
import struct
import zipfile
from stat import S_IFLNK

import pytest

from distribution.collect.hostile import HOSTILE
from distribution.collect.made import S1, S2, bytes_of, issued
from distribution.play.conftest import run

NAMES = ("../../evil.xlsx", "/evil.xlsx", "C:\\evil.xlsx", "..\\..\\evil.xlsx", "a/../../evil.xlsx")
ODD = ("=cmd.xlsx", "+1.xlsx", "@SUM(1).xlsx", "-x.xlsx", "a\nb.xlsx", 'o\'brien "x".xlsx')
SIZE = 24 * 2**20  # bytes of a member that says it has four


def member(name):
    """A member of a zip file that is called so, whatever it leads to."""
    info = zipfile.ZipInfo("x")
    info.filename = info.orig_filename = name
    return info


def with_links(data):
    """A zip file with a link out of it, paths out of it, and one that lies about its size."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in NAMES:
            package.writestr(member(name), data)
        link = zipfile.ZipInfo("link.xlsx")
        link.create_system, link.external_attr = 3, (S_IFLNK | 0o777) << 16
        package.writestr(link, "/etc/passwd")
        package.writestr("lies.xlsx", bytes(SIZE))
    lie = made.getvalue()
    return lie.replace(struct.pack("<L", SIZE), struct.pack("<L", 4))


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """A campaign with every hostile file and one sound answer, what was there, what was said."""
    place = tmp_path_factory.mktemp("hostile")
    campaign = issued(place / "fy27")
    data = (campaign.out / S1).read_bytes()
    for made in HOSTILE:
        (campaign.inbox / f"{made.__name__}.xlsx").write_bytes(made(data))
    (campaign.inbox / "mail.zip").write_bytes(with_links(data))
    for name in ODD:
        (campaign.inbox / name).write_bytes((campaign.out / S2).read_bytes() + name.encode())
    (campaign.inbox / S1).write_bytes(data)
    (campaign.inbox / "passwd.xlsx").symlink_to("/etc/passwd")
    (campaign.inbox / "all").symlink_to(place)
    before = bytes_of(campaign.inbox)
    outside = {path for path in place.rglob("*") if not path.is_relative_to(campaign.root)}
    told = run(["collect", str(campaign.root), "--json"])
    return campaign, told, before, outside


def states(told):
    return {one["file"]: one["state"] for one in json.loads(told.out)["files"]}


def test_the_sound_answer_is_taken_and_the_command_ends_in_words(collected):
    _, told, _, _ = collected
    assert told.code == 1
    assert states(told)[S1] == "accepted with warnings"  # nobody signed for it
    assert "Traceback" not in told.err


@pytest.mark.parametrize("made", HOSTILE)
def test_every_hostile_file_is_refused(collected, made):
    assert states(collected[1])[f"{made.__name__}.xlsx"] in {"rejected", "not issued by us"}


def test_every_name_and_link_that_leads_out_is_refused(collected):
    found = json.loads(collected[1].out)["files"]
    out = [one["file"] for one in found if one["findings"]["list"][0]["code"] == "XLD-03"]
    assert len([name for name in out if name.startswith("mail.zip/")]) == len(NAMES) + 1
    assert {"passwd.xlsx", "all"} <= set(out)


def test_a_member_that_lies_about_its_size_is_refused(collected):
    assert states(collected[1])["mail.zip/lies.xlsx"] == "rejected"


def test_nothing_is_written_outside_and_the_inbox_stays_as_it_was(collected):
    campaign, _, before, outside = collected
    assert bytes_of(campaign.inbox) == before
    place = campaign.root.parent
    assert {path for path in place.rglob("*") if not path.is_relative_to(campaign.root)} == outside
    assert not list(place.rglob("evil*"))


def test_names_that_begin_like_a_formula_stay_words(collected):
    campaign, told, _, _ = collected
    names = set(states(told))
    assert set(ODD) - names == {"a\nb.xlsx"}
    assert not [name for name in names if "\n" in name]
    text = (campaign.root / "results" / "findings.csv").read_text("utf-8-sig")
    heads = {line.partition(",")[0] for line in text.splitlines()}
    assert {"'=cmd.xlsx", "'+1.xlsx", "'@SUM(1).xlsx", "'-x.xlsx"} <= heads


def test_collecting_again_says_the_same(collected):
    campaign, told, _, _ = collected
    again = run(["collect", str(campaign.root), "--json"])
    assert states(again) == states(told)
