"""What a played campaign must have come to: each function returns what is not as it should be."""

from collections import Counter
from decimal import Decimal
from random import Random

import openpyxl
import pandas as pd

from distribution.collect.made import LINES
from distribution.play.district import YEARS
from distribution.play.records import CAMPAIGN
from distribution.play.truth import totals, whole

_GRAVE = ("fatal", "warning")


def unlike_files(play):
    """Files whose state, school or finding is not what was done to them."""
    told = {one["file"]: one for one in play.collected["files"]}
    return [
        (sent, _said(told.get(sent.name))) for sent in play.sent if not _fits(sent, told[sent.name])
    ]


def strangers(play):
    """Files that collecting tells of, and nobody sent."""
    return {one["file"] for one in play.collected["files"]} - {one.name for one in play.sent}


def grave_in_sound(play):
    """Findings of sound files that say more than is worth knowing, or that figures differ."""
    sound = {one.name for one in play.sent if one.state == "accepted" and not one.finding}
    return [
        (one["file"], finding)
        for one in play.collected["files"]
        if one["file"] in sound
        for finding in one["findings"]["list"]
        if finding["severity"] in _GRAVE or finding["code"] == "XLH-09"
    ]


def unlike_totals(play):
    """Totals of consolidate's JSON that are not the truth's: now, and as issued."""
    told = play.consolidated["totals"]
    wrong = []
    for key, frame in (("amounts", play.truth), ("issued", play.issued)):
        for kind in ("area", "goal", "source", "school"):
            said = {row["key"]: _cents(row[key]) for row in told[kind] if any(_cents(row[key]))}
            wrong += _differences(f"{key} {kind}", said, totals(frame, kind))
        wrong += _differences(key, {"": _cents(told["all"][0][key])}, {"": whole(frame)})
    return wrong


def compared_totals(play):
    """How many totals are compared, each of all years."""
    kinds = ("area", "goal", "source", "school", "object", "category", "fund")
    return sum(len(totals(play.truth, kind)) for kind in kinds)


def unlike_tables(play):
    """Sums over the Parquet table that are not the truth's: by code, category, area, school."""
    lines = play.lines
    amounts = [f"amount_{year}" for year in YEARS]
    columns = {"school": "school_id", "object": "object", "category": "category", "area": "area"}
    wrong = []
    for kind, column in columns.items():
        sums = lines.groupby(column)[amounts].agg(lambda cells: sum(cells, Decimal(0)))
        said = {
            key: tuple(int(cell.scaleb(2)) for cell in row)
            for key, row in zip(sums.index, sums.itertuples(index=False), strict=True)
            if any(row)
        }
        wrong += _differences(kind, said, totals(play.truth, kind))
    return wrong


def unlike_lines(play):
    """Lines of the Parquet table that are not those of the truth, one by one."""
    amounts = [f"amount_{year}" for year in YEARS]
    rows = play.lines[["school_id", "line_id", *amounts]].itertuples(index=False, name=None)
    told = {row[:2]: tuple(int(cell.scaleb(2)) for cell in row[2:]) for row in rows}
    rows = play.truth[["school", "line", *YEARS]].itertuples(index=False, name=None)
    return _differences("line", told, {row[:2]: row[2:] for row in rows})


def unlike_funds(play):
    """Funds whose sources' totals are not the truth's."""
    sources = play.consolidated["totals"]["source"]
    funds = {"F1": "100", "F2": "210", "F3": "220"}
    said = Counter({(funds[row["key"]], year): 0 for row in sources for year in YEARS})
    for row in sources:
        for year, cents in zip(YEARS, _cents(row["amounts"]), strict=True):
            said[funds[row["key"]], year] += cents
    known = totals(play.truth, "fund")
    return [key for key, cents in said.items() if known[key[0]][YEARS.index(key[1])] != cents]


def unlike_sources(play):
    """Sums over the sheet Sources that are not the truth's, and rows that name no file."""
    book = openpyxl.load_workbook(
        play.campaign / "results" / f"{CAMPAIGN}-budget.xlsx", read_only=True, data_only=True
    )
    rows = list(book["Sources"].iter_rows(values_only=True))
    top = next(number for number, row in enumerate(rows) if "File digest" in row)
    found = pd.DataFrame(rows[top + 1 :], columns=rows[top])
    found = found[found["Line"].notna()]
    years = [f"Year {k}" for k in range(1, len(YEARS) + 1)]
    wrong = []
    for kind, column in (("area", "Area"), ("goal", "Goal id"), ("source", "Source")):
        sums = (found.groupby(column)[years].sum() * 100).round().astype(int)
        said = {key: tuple(map(int, row)) for key, row in sums.iterrows() if any(row)}
        wrong += _differences(kind, said, totals(play.truth, kind))
    sent = {one.name for one in play.sent} | {"district"}
    return wrong + [name for name in found["File"] if name not in sent]


def lost_on_the_way_back(play, count):
    """Random lines of which file, sheet and row do not lead to the cells that the school filled."""
    dice = Random(play.size.seed)  # noqa: S311 - no secret
    schools = {school.key: school for school in play.counted}
    sampled = dice.sample(sorted(schools), min(count, len(schools)))
    lines = play.lines.set_index(["school_id", "line_id"])
    return [
        (key, line["line"])
        for key in sampled
        for line in (dice.choice(schools[key].lines),)
        if not _leads_back(play, lines.loc[key, line["line"]], line)
    ]


def _leads_back(play, row, line):
    """Whether a line's way back ends at its row: the file as it came, kept by its digest."""
    kept = play.campaign / "received" / row["sha256"][:2] / f"{row['sha256']}.xlsx"
    book = openpyxl.load_workbook(kept, data_only=True)
    sheet = book[row["sheet"]] if row["sheet"] in book.sheetnames else book[LINES]
    number = int(row["row"])
    held = sheet[f"B{number}"].value, sheet[f"G{number}"].value
    return held[0] == line["line"] and Decimal(str(held[1])) == Decimal(float(line["quantity"]))


def _fits(sent, told):
    if told is None or told["state"] != sent.state:
        return False
    if told["school_id"] not in {sent.school, None}:
        return False
    if not sent.finding or sent.finding[0] == "XLH-01":
        return True
    found = {
        (one["code"], one["sheet"] or "", one["cell"] or "") for one in told["findings"]["list"]
    }
    return tuple(sent.finding) in found


def _said(told):
    if told is None:
        return "nothing"
    found = [
        (one["code"], one["sheet"], one["cell"], one["saw"]) for one in told["findings"]["list"]
    ]
    return told["state"], told["school_id"], told["reason"], found[:6]


def _cents(amounts):
    return tuple(int(Decimal(amounts[str(year)]).scaleb(2)) for year in YEARS)


def _differences(kind, said, known):
    return [
        (kind, key, said.get(key), known.get(key))
        for key in {*said, *known}
        if said.get(key) != known.get(key)
    ]
