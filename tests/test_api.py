"""The API: what `import xlbudget` gives, and that it gives it quickly."""

import subprocess
import sys

import pytest
from openpyxl import load_workbook

import xlbudget
from hosts.folders import DISTRICT, LINES, folder
from xlbudget.errors import (
    BudgetError,
    ExistingFileError,
    FinanceError,
    MissingFileError,
    UnknownChoiceError,
)
from xlbudget.model import Budget
from xlbudget.model.finding import Finding

HEAVY = {"numpy", "numpy_financial", "openpyxl", "pandas", "rich", "typer", "xlsxwriter"}
BAD_LINES = LINES.replace(",G1,", ",G9,").replace("12.50", "about twelve")


@pytest.fixture
def budget(tmp_path):
    """Return the budget of a sound folder."""
    return xlbudget.load(folder(tmp_path / "elm"))


def _modules(code):
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


# --- quick to import
def test_import_alone_imports_nothing_heavy_and_no_room():
    loaded = _modules("import xlbudget; xlbudget.__version__; dir(xlbudget)")
    assert not HEAVY & loaded
    assert {name for name in loaded if name.startswith("xlbudget")} == {"xlbudget"}


def test_analysis_needs_no_third_party():
    assert not HEAVY & _modules("import xlbudget; xlbudget.analyze; import xlbudget.finance")


def test_loading_needs_no_third_party():
    assert not HEAVY & _modules("import xlbudget; xlbudget.load(xlbudget.sample_folder())")


# --- the names
def test_every_name_is_there_and_documented():
    for name in set(xlbudget.__all__) - {"__version__"}:
        assert callable(getattr(xlbudget, name))
        assert getattr(xlbudget, name).__doc__.startswith(("Return", "Write"))
    assert set(xlbudget.__all__) <= set(dir(xlbudget))


def test_all_is_sorted_and_matches_where_names_live():
    assert xlbudget.__all__ == sorted(xlbudget.__all__)
    assert set(xlbudget._HOMES) == set(xlbudget.__all__) - {"__version__"}  # noqa: SLF001 - the map


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'wirte'"):
        xlbudget.wirte  # noqa: B018 - looking it up is the test


# --- load
@pytest.mark.parametrize("kind", [str, lambda path: path], ids=["text", "path"])
def test_load_gives_a_budget(tmp_path, kind):
    got = xlbudget.load(kind(folder(tmp_path / "elm")))
    assert isinstance(got, Budget)
    assert got.district.name == "Elm Valley"


def test_load_lists_every_fatal_finding(tmp_path):
    place = folder(tmp_path / "elm", line_items_csv=BAD_LINES)
    with pytest.raises(BudgetError) as refused:
        xlbudget.load(place)
    told = str(refused.value)
    assert "2 findings are fatal" in told
    assert "line_items.csv, row 2, unit_price, L1" in told
    assert "line_items.csv, row 2, goal_1, L1" in told
    assert told.endswith("[XLB-205]")


def test_load_of_one_fatal_finding_says_one(tmp_path):
    place = folder(tmp_path / "elm", district_toml=DISTRICT.replace("= 3", "= 40"))
    with pytest.raises(BudgetError, match="1 finding is fatal"):
        xlbudget.load(place)


def test_load_of_no_folder(tmp_path):
    with pytest.raises(MissingFileError):
        xlbudget.load(tmp_path / "nowhere")


# --- findings and analyze
def test_findings_are_values(tmp_path):
    place = folder(tmp_path / "elm", line_items_csv=LINES.replace(",G1,", ",,"))
    found = xlbudget.findings(xlbudget.load(place))
    assert {type(finding) for finding in found} == {Finding}
    assert "XLR-09" in {finding.code for finding in found}


def test_a_sound_budget_has_no_findings(budget):
    assert xlbudget.findings(budget) == ()


def test_analyze(budget):
    assert xlbudget.analyze(budget).cash_flow.cost[0] == 3750


# --- write
def test_write_returns_the_path(budget, tmp_path):
    path = tmp_path / "plan.xlsx"
    assert xlbudget.write(budget, str(path)) == path
    assert load_workbook(path).properties.title.startswith("Elm Valley")


def test_write_overwrites_only_when_asked(budget, tmp_path):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(ExistingFileError):
        xlbudget.write(budget, path)
    xlbudget.write(budget, path, edition="accessible", force=True)
    assert path.read_bytes()[:2] == b"PK"
    assert len(list(tmp_path.glob("plan.bak-*.xlsx"))) == 1


def test_write_refuses_a_fatal_budget_and_writes_nothing(budget, tmp_path):
    doubled = Budget(district=budget.district, lines=budget.lines * 2)
    with pytest.raises(BudgetError, match="Elm Valley"):
        xlbudget.write(doubled, tmp_path / "plan.xlsx")
    assert not (tmp_path / "plan.xlsx").exists()


def test_write_refuses_an_unknown_edition(budget, tmp_path):
    with pytest.raises(UnknownChoiceError, match="golden"):
        xlbudget.write(budget, tmp_path / "plan.xlsx", edition="golden")


def test_frames_are_at_hand(budget):
    assert len(xlbudget.to_frame(budget, "lines")) == 1
    assert "cost_by_area" in xlbudget.to_frames(xlbudget.analyze(budget))


def test_finance_is_at_hand():
    from xlbudget import finance  # noqa: PLC0415 - the import is the test

    with pytest.raises(FinanceError):
        finance.npv(-1, [1])
