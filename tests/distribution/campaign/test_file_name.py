"""file_name: what schools' files are called, on every system."""

from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.distribution.campaign.file_name import LONGEST_NAME, file_name
from xlbudget.model.text import cleaned_id

# Names that Windows keeps for devices (Microsoft, "Naming Files, Paths, and Namespaces").
DEVICES = {"CON", "PRN", "AUX", "NUL"}
DEVICES |= {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}

words = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from("aA1-_. \\/:*?\"<>|'é山ß"), max_size=60),
    st.sampled_from(
        [*DEVICES, "..", "../../x", "~$x", "=1+1", " x. ", "a\0b", "\ud800", "A" * 300]
    ),
)


@pytest.mark.parametrize(
    ("school_id", "name", "expected"),
    [
        pytest.param("014", "North Elementary", "North-Elementary_014.xlsx", id="plain"),
        pytest.param("S-2", "Año Nuevo K–8 / Annex", "Ano-Nuevo-K-8-Annex_S-2.xlsx", id="accents"),
        pytest.param("7", "St. Mary's", "St-Marys_7.xlsx", id="points-and-apostrophes"),
        pytest.param("7", "Größe Łódź", "Grosse-Lodz_7.xlsx", id="letters-without-a-plain-form"),
        pytest.param("7", "山田 小学校", "山田-小学校_7.xlsx", id="no-plain-letters-at-all"),
        pytest.param("7", "दिल्ली", "दिल्ली_7.xlsx", id="marks-stay-with-their-letters"),
        pytest.param("7", "", "school_7.xlsx", id="no-name"),
        pytest.param("7", "CON", "CON_7.xlsx", id="no-device"),
    ],
)
def test_a_name_is_easy_to_find(school_id, name, expected):
    assert file_name(school_id, name) == expected


@given(words, words)
def test_a_name_is_safe_on_every_system(school_id, name):
    made = file_name(school_id, name)
    stem = made.removesuffix(".xlsx")
    assert made.endswith(".xlsx")
    assert len(made) <= LONGEST_NAME
    assert len(made.encode("utf-8")) <= 255
    assert is_normalized("NFC", made)
    assert not set(made) & set('<>:"/\\|?*\0')
    assert made.isprintable()
    assert stem.split(".")[0].upper() not in DEVICES
    assert stem[0].isalnum()
    assert stem[-1] not in ". "


@given(words, words, words, words)
def test_no_two_schools_share_a_name_even_where_capitals_do_not_count(one, name, other, its_name):
    same_school = cleaned_id(one).casefold() == cleaned_id(other).casefold()
    same_file = file_name(one, name).casefold() == file_name(other, its_name).casefold()
    assert same_school or not same_file


@given(words, words)
def test_a_school_always_gets_the_same_name(school_id, name):
    assert file_name(school_id, name) == file_name(f" {school_id} ", name)


@pytest.mark.parametrize("ids", [("a b", "a-b"), ("a_b", "a-b"), ("A/1", "A-1"), ("", "id")])
def test_ids_that_look_alike_when_made_plain_stay_apart(ids):
    one, other = (file_name(school_id, "North") for school_id in ids)
    assert one != other
