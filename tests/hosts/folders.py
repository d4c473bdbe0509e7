"""Small district folders: a sound one, and what it becomes by one change."""

from pathlib import Path

DISTRICT = """\
name = "Elm Valley"
state = "OH"
fiscal_year_start_month = 7
currency = "USD"
base_fiscal_year = 2027
horizon_years = 3
stage = "requested"
as_of = 2026-07-01
owner = "Ana Ruiz"
vision = "Every student reads."
"""
GOALS = """\
goal_id,plan,statement,measure,baseline,target,target_fiscal_year,owner,importance
G1,district,Every third grader reads,State test,61,75,2029,Ana Ruiz,5
"""
FUNDING = """\
source_id,name,stream,kind,fund,first_fiscal_year,amount_2027,amount_2028,amount_2029,status
F1,General fund,recurring,local,001,2027,50000,50000,50000,secured
"""
LINES = """\
line_id,description,justification,goal_1,cost_type,quantity,unit_price,source_1,status,need,\
first_fiscal_year,area,category,service_life,refresh,function,object
L1,Reading software for grade 3,Every third grader practices reading each day,G1,annual,\
300,12.50,F1,justified,recurring,2027,instructional content,software subscriptions,,,2200,653
"""
SOUND = {
    "district.toml": DISTRICT,
    "goals.csv": GOALS,
    "funding.csv": FUNDING,
    "line_items.csv": LINES,
}


def folder(place: Path, **changed: str | bytes | None) -> Path:
    """Write a sound folder with some files changed (``goals_csv="…"``) or left out (None)."""
    place.mkdir(parents=True, exist_ok=True)
    files = SOUND | {
        "district.toml" if name == "district_toml" else name.replace("_csv", ".csv"): text
        for name, text in changed.items()
    }
    for name, text in files.items():
        if text is not None:
            (place / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return place
