r"""What a district's IT, or the person, has set about add-ins and macros, as far as it can be read.

A policy stands under ``Software\Policies``; what a person chose in Excel's Trust Center does not.
The first of the two that is set holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from xlbudget.hosts.doctor import Answer
from xlbudget.hosts.excel.registry import Registry, Value, value_of

_OFFICE = r"Microsoft\Office\16.0"
_ROOTS = (
    rf"HKCU\Software\Policies\{_OFFICE}",
    rf"HKLM\Software\Policies\{_OFFICE}",
    r"HKCU\Software\Policies\Microsoft\Cloud\Office\16.0",
    r"HKLM\Software\Policies\Microsoft\Cloud\Office\16.0",
    rf"HKCU\Software\{_OFFICE}",
)
CHILD_PROCESSES = "D4F940AB-401B-4EFC-AADC-AD5F3C50688A"
_DEFENDER = r"Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
_RULES = (
    rf"HKLM\SOFTWARE\Policies\Microsoft\{_DEFENDER}",
    rf"HKLM\SOFTWARE\Microsoft\{_DEFENDER}",
)
_MANAGED = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager"
_LISTED = re.compile(rf"{CHILD_PROCESSES}\}}?=(\d)", re.IGNORECASE)
_STATES = {"0": "off", "1": "blocks", "2": "only records", "5": "not set", "6": "warns"}


@dataclass(frozen=True, slots=True)
class Policy:
    """A setting that can keep the add-in from working.

    Attributes:
        question: What is asked.
        key: Its key below Office's.
        name: Its value.
        harmful: The values that stop the add-in, each with what it means.
        ask: What to ask IT for.
        harmless: Other values worth telling.

    """

    question: str
    key: str
    name: str
    harmful: Mapping[Value, str]
    ask: str
    harmless: Mapping[Value, str] = field(default_factory=dict)


POLICIES = (
    Policy("VBA", "Common", "VBAOff", {1: "switched off for all of Office"},
           "Ask IT to allow VBA in Excel"),
    Policy("Add-ins", r"Excel\Security", "DisableAllAddins", {1: "all switched off"},
           "Ask IT to allow add-ins in Excel"),
    Policy("Signed add-ins", r"Excel\Security", "RequireAddinSig",
           {1: "unsigned add-ins are not loaded; ours is not signed"},
           "Ask IT to sign xlbudget.xlam, or to exempt you"),
    Policy("Signed macros of add-ins", r"Common\Security", "RequireAlwaysOnMacroSig",
           {1: "unsigned macros of add-ins are not loaded; ours are not signed"},
           "Ask IT to sign xlbudget.xlam, or to exempt you"),
    Policy("Trusted locations", r"Excel\Security\Trusted Locations", "AllLocationsDisabled",
           {1: "all switched off"}, "Ask IT to allow trusted locations in Excel"),
    Policy("Trusted locations of your own", r"Common\Security\Trusted Locations",
           "Allow User Locations", {0: "not allowed"},
           r"Ask IT to make %LOCALAPPDATA%\xlbudget\addin a trusted location"),
    Policy("Macros", r"Excel\Security", "VBAWarnings", {}, "", {
        1: "all run",
        2: "Excel asks; in a trusted location they run",
        3: "signed ones alone; in a trusted location all run",
        4: "switched off; in a trusted location they run",
    }),
    Policy("Macros in files from the internet", r"Excel\Security",
           "BlockContentExecutionFromInternet", {}, "",
           {1: "blocked; the installed add-in is not marked as one"}),
)  # fmt: skip


def policy_answers(registry: Registry) -> tuple[Answer, ...]:
    """Return what each setting says about the add-in."""
    return (*(_answer(registry, policy) for policy in POLICIES), _child_processes(registry))


def _answer(registry: Registry, policy: Policy) -> Answer:
    keys = (rf"{root}\{policy.key}" for root in _ROOTS)
    value = _first(registry, keys, policy.name)
    if value is not None and value in policy.harmful:
        return Answer(policy.question, policy.harmful[value], well=False, fix=policy.ask)
    told = "nothing set against it" if value is None else policy.harmless.get(value)
    return Answer(policy.question, told or f"set to {value}, which does no harm")


def _first(registry: Registry, keys: Iterable[str], name: str) -> Value | None:
    for key in keys:
        value = value_of(registry, key, name)
        if value is not None:
            return value
    return None


def _child_processes(registry: Registry) -> Answer:
    question = "Defender: programs started by Office"
    try:
        state = _rule_state(registry)
    except PermissionError:
        return Answer(question, "its rules may not be read by you; ask IT about the rule "
                      f"{CHILD_PROCESSES}")  # fmt: skip
    told = _STATES.get(state, state) if state else "no rule found"
    if state in {"1", "6"}:
        fix = (
            f"Ask IT about the rule {CHILD_PROCESSES}, “Block all Office applications from "
            "creating child processes”: the add-in needs Excel to start Python"
        )
        return Answer(question, f"a rule {told} them", well=False, fix=fix)
    return Answer(question, told)


def _rule_state(registry: Registry) -> str:
    listed = value_of(registry, _MANAGED, "ASRRules")
    match = _LISTED.search(str(listed or ""))
    if match:
        return match[1]
    state = _first(registry, _RULES, CHILD_PROCESSES)
    return "" if state is None else str(state)
