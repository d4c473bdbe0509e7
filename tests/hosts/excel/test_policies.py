"""What IT has set: each policy by the key and value that Microsoft's templates write."""

import pytest

from xlbudget.hosts.excel.policies import CHILD_PROCESSES, policy_answers
from xlbudget.hosts.excel.registry import MemoryRegistry

USER = r"HKCU\Software\Policies\Microsoft\Office\16.0"
CLOUD = r"HKCU\Software\Policies\Microsoft\Cloud\Office\16.0"
OWN = r"HKCU\Software\Microsoft\Office\16.0"
RULES = (
    r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
)
MANAGED = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager"
DEFENDER = "Defender: programs started by Office"


def answers(content):
    return {item.question: item for item in policy_answers(MemoryRegistry(content))}


def wrong(content):
    return [item.question for item in answers(content).values() if not item.well]


def test_where_nothing_is_set_nothing_is_wrong():
    assert wrong({}) == []


# --- spelled as the administrative templates of Office spell them


@pytest.mark.parametrize(
    ("key", "name", "value", "question"),
    [
        (r"common", "vbaoff", 1, "VBA"),
        (r"excel\security", "disablealladdins", 1, "Add-ins"),
        (r"excel\security", "requireaddinsig", 1, "Signed add-ins"),
        (r"common\security", "requirealwaysonmacrosig", 1, "Signed macros of add-ins"),
        (r"excel\security\trusted locations", "alllocationsdisabled", 1, "Trusted locations"),
        (
            r"common\security\trusted locations",
            "allow user locations",
            0,
            "Trusted locations of your own",
        ),
    ],
)
@pytest.mark.parametrize("root", [USER, CLOUD], ids=["group-policy", "cloud-policy"])
def test_a_policy_that_stops_the_add_in(root, key, name, value, question):
    content = {rf"{root}\{key}": {name: value}}
    assert wrong(content) == [question]
    assert answers(content)[question].fix.startswith("Ask IT to ")
    assert wrong({rf"{root}\{key}": {name: 1 - value}}) == []


def test_a_policy_goes_before_what_a_person_chose():
    own = {rf"{OWN}\Excel\Security": {"RequireAddinSig": 1}}
    assert wrong(own) == ["Signed add-ins"]
    assert wrong(own | {rf"{USER}\excel\security": {"requireaddinsig": 0}}) == []


@pytest.mark.parametrize(
    ("value", "words"), [(1, "all run"), (2, "Excel asks"), (3, "signed ones"), (4, "switched off")]
)
def test_macros_that_are_switched_off_run_in_a_trusted_location(value, words):
    found = answers({rf"{USER}\excel\security": {"vbawarnings": value}})["Macros"]
    assert found.well
    assert words in found.answer


def test_files_from_the_internet_are_told_as_they_are():
    key = rf"{USER}\excel\security"
    found = answers({key: {"blockcontentexecutionfrominternet": 1}})
    assert found["Macros in files from the internet"].answer.startswith("blocked; ")


# --- Defender's rule about programs that Office starts


@pytest.mark.parametrize(
    ("content", "well", "words"),
    [
        pytest.param({RULES: {CHILD_PROCESSES: "1"}}, False, "blocks", id="block"),
        pytest.param({RULES: {CHILD_PROCESSES.lower(): "6"}}, False, "warns", id="warn"),
        pytest.param({RULES: {CHILD_PROCESSES: "2"}}, True, "only records", id="audit"),
        pytest.param({RULES: {CHILD_PROCESSES: 0}}, True, "off", id="off-as-a-number"),
        pytest.param({RULES: {"3B576869-A4EC-4529-8536-B80A7769E899": "1"}}, True, "no rule",
                     id="another-rule"),
        pytest.param({MANAGED: {"ASRRules": f"3b576869-a4ec-4529-8536-b80a7769e899=2|"
                                            f"{CHILD_PROCESSES.lower()}=1"}},
                     False, "blocks", id="intune"),
        pytest.param({}, True, "no rule", id="none"),
    ],
)  # fmt: skip
def test_defender_s_rule(content, well, words):
    found = answers(content)[DEFENDER]
    assert (found.well, words in found.answer) == (well, True)
    assert (CHILD_PROCESSES in found.fix) is not well


def test_rules_that_may_not_be_read_are_said_to_be_so():
    class Closed(MemoryRegistry):
        def values(self, key):
            if "Defender" in key:
                raise PermissionError(13, "Access is denied")
            return super().values(key)

    found = {item.question: item for item in policy_answers(Closed())}[DEFENDER]
    assert found.well
    assert "may not be read by you" in found.answer
