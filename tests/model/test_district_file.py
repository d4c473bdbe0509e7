"""read_district: the district's facts from TOML, with every fault named; and back."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import Dice, _district
from xlbudget.model import District
from xlbudget.model.district_file import district_text, read_district
from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Severity

NEEDED = {
    "name": '"Oak"',
    "fiscal_year_start_month": "7",
    "base_fiscal_year": "2027",
    "horizon_years": "5",
}


@pytest.fixture
def read(tmp_path):
    def read_text(text="", **facts):
        lines = [f"{name} = {value}" for name, value in (NEEDED | facts).items() if value]
        path = tmp_path / "district.toml"
        path.write_bytes(text if isinstance(text, bytes) else "\n".join([text, *lines]).encode())
        return read_district(path)

    return read_text


def test_reads_a_district(read):
    got = read(as_of="2026-03-15", due='"6/15/2026"', stage='"Recommended"', state='"OH"')
    assert got.findings == ()
    assert got.district == District(
        name="Oak",
        state="OH",
        fiscal_year_start_month=7,
        base_fiscal_year=2027,
        horizon_years=5,
        stage="recommended",
        as_of=date(2026, 3, 15),
        due=date(2026, 6, 15),
    )


def test_numbers_and_ids_may_be_text(read):
    district = read(base_fiscal_year='"FY2027"', nces_id='"0904320"').district
    assert (district.base_fiscal_year, district.nces_id) == (2027, "0904320")


def test_a_decimal_comma_is_an_option_of_intake(read):
    assert read(decimal_comma="true").decimal_comma
    assert not read().decimal_comma
    (finding,) = read(decimal_comma='"yes"').findings
    assert finding.place.column == "decimal_comma"
    assert finding.severity is Severity.FATAL


@pytest.mark.parametrize("name", NEEDED)
def test_what_is_missing_is_fatal(read, name):
    got = read(**{name: ""})
    assert got.district is None
    assert [str(item.place) for item in got.findings] == [f"district.toml, {name}"]
    assert got.findings[0].saw == f"{name} is missing"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("horizon_years", "11"),
        ("horizon_years", "0"),
        ("horizon_years", "true"),
        ("horizon_years", "[5]"),
        ("horizon_years", f"0x{'f' * 5000}"),
        ("horizon_years", "nan"),
        ("fiscal_year_start_month", "13"),
        ("base_fiscal_year", "1999"),
        ("stage", '"draft"'),
        ("as_of", '"soon"'),
        ("nces_id", '"=1+1"'),
        ("owner", "{ name = 1 }"),
    ],
)
def test_what_is_wrong_is_fatal_and_named_once(read, name, value):
    got = read(**{name: value})
    assert got.district is None
    assert [item.place.column for item in got.findings] == [name]


def test_an_unknown_name_is_a_remark_with_the_nearest_one(read):
    got = read(horizon_year="5", zzz="1")
    assert [item.severity for item in got.findings] == [Severity.INFORMATION] * 2
    assert got.findings[0].wants == "The nearest name is horizon_years"
    assert got.findings[1].wants.startswith("Names are: name, state, ")
    assert got.district is not None


@pytest.mark.parametrize(
    "text",
    ["name = Oak", "name", "a = " + "[" * 5000, 'name = "a"\nname = "b"', f"a = {'9' * 5000}"],
)
def test_what_is_not_toml_is_fatal(read, text):
    got = read(text)
    assert got.district is None
    assert [item.code for item in got.findings] == [IntakeCode.UNREADABLE]


def test_line_ends_and_encodings_are_as_people_have_them(read):
    lines = "\r".join(f"{name} = {value}" for name, value in NEEDED.items())
    assert read(lines.encode("utf-8-sig")).district.name == "Oak"
    got = read((lines.replace("Oak", "Peña")).encode("cp1252"))
    assert got.district.name == "Peña"
    assert [item.code for item in got.findings] == [IntakeCode.ENCODING]
    assert read(b"\0\0").district is None


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 2**32))
def test_a_district_is_read_back_as_it_was_written(tmp_path_factory, number):
    district = _district(Dice(number))
    path = tmp_path_factory.mktemp("district") / "district.toml"
    path.write_text(district_text(district), encoding="utf-8")
    assert read_district(path).district == district
