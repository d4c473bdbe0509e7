"""The XML manifest against Microsoft's written rules: ids resolve, https, lengths, all unique."""

from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from xlbudget.actions.verbs import VERBS
from xlbudget.hosts.officejs.manifest_xml import manifest_xml
from xlbudget.hosts.officejs.ribbon import groups
from xlbudget.hosts.officejs.site import site

APP = "{http://schemas.microsoft.com/office/appforoffice/1.1}"
OVER = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}"
TYPES = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}type"
LONGEST = {"Image": 2_048, "Url": 2_048}
SHORT, LONG = 125, 250

WHERE = site("https://apps.example.org/xlb")


@pytest.fixture(scope="module", params=[(), VERBS], ids=["the-pane-alone", "with-verbs"])
def manifest(request):
    return ET.fromstring(manifest_xml(WHERE, groups(request.param)))  # noqa: S314 - it is our own


def resources(manifest):
    return {each.get("id"): each.get("DefaultValue") for each in manifest.iter() if each.get("id")
            and each.tag.startswith(TYPES)}  # fmt: skip


def test_every_resource_that_is_named_is_there_and_none_is_idle(manifest):
    named = {each.get("resid") for each in manifest.iter() if each.get("resid")}
    assert named == set(resources(manifest))


def test_every_id_is_unique_and_short(manifest):
    ids = Counter(each.get("id") for each in manifest.iter() if each.get("id"))
    assert [name for name, times in ids.items() if times > 1] == []
    assert [name for name in resources(manifest) if len(name) > 32] == []


def test_every_address_is_https_and_below_the_base(manifest):
    values = [each.get("DefaultValue") for each in manifest.iter() if each.get("DefaultValue")]
    addresses = [value for value in values if "://" in value]
    assert len(addresses) > 8
    assert [value for value in addresses if not value.startswith(f"{WHERE.base}/")] == []
    assert manifest.findtext(f"{APP}AppDomains/{APP}AppDomain") == "https://apps.example.org"


def test_texts_keep_to_their_lengths(manifest):
    short = manifest.findall(f".//{TYPES}ShortStrings/{TYPES}String")
    long = manifest.findall(f".//{TYPES}LongStrings/{TYPES}String")
    assert len(short) > 3
    assert [each.get("id") for each in short if len(each.get("DefaultValue")) > SHORT] == []
    assert [each.get("id") for each in long if len(each.get("DefaultValue")) > LONG] == []


def test_one_runtime_holds_the_functions_and_the_pane(manifest):
    runtime = manifest.find(f".//{OVER}Runtimes/{OVER}Runtime")
    assert runtime.attrib == {"resid": "Pane.Url", "lifetime": "long"}
    point = next(each for each in manifest.iter() if each.get(XSI) == "CustomFunctions")
    page = point.find(f"{OVER}Page/{OVER}SourceLocation")
    assert page.get("resid") == "Pane.Url"
    assert resources(manifest)["Namespace"] == "XLB"
    assert resources(manifest)["Metadata.Url"].endswith("/functions.json")


def test_its_parts_stand_in_the_order_of_the_schema(manifest):
    order = [each.tag.removeprefix(APP).removeprefix(OVER) for each in manifest]
    assert " ".join(order) == (
        "Id Version ProviderName DefaultLocale DisplayName Description IconUrl "
        "HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings "
        "Permissions VersionOverrides"
    )


def test_the_first_button_opens_the_pane_and_each_verb_runs_its_action(manifest):
    actions = list(manifest.iter(f"{OVER}Action"))
    assert actions[0].get(XSI) == "ShowTaskpane"
    others = [each.findtext(f"{OVER}FunctionName") for each in actions[1:]]
    assert set(others) in (set(), {verb.name for verb in VERBS})
