"""The tab of the add-in: its groups and its menu, made from the verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import quoteattr

from xlbudget.actions.verb import Group, Verb

_SPACE = "http://schemas.microsoft.com/office/2009/07/customui"
_HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<customUI xmlns="{_SPACE}"'

FUNCTION_BUTTONS: tuple[Mapping[str, str], ...] = (
    {
        "id": "xlbWhy",
        "label": "Why this error?",
        "imageMso": "ErrorChecking",
        "keytip": "W",
        "onAction": "XlbOnWhy",
        "screentip": "Why this error?",
        "supertip": "Says in words why a function of xlbudget in the selected cell refuses its "
        "arguments, and what to do.",
    },
    {
        "id": "xlbAll",
        "label": "All functions",
        "imageMso": "FunctionWizard",
        "keytip": "F",
        "onAction": "XlbOnAll",
        "screentip": "All functions",
        "supertip": "Opens Excel's list of functions, with help for each argument. Those of "
        "xlbudget begin with XLB_ and stand under User Defined.",
    },
    {
        "id": "xlbCheckAddin",
        "label": "Check the add-in",
        "imageMso": "AddInManager",
        "keytip": "A",
        "onAction": "XlbOnCheck",
        "screentip": "Check the add-in",
        "supertip": "Starts Python anew and says which one answers; if none does, what is missing "
        "and what to do.",
    },
)
"""The buttons for functions in cells; VBA answers them."""


def custom_ui(verbs: Iterable[Verb]) -> str:
    """Return the description of the tab as Excel reads it.

    Args:
        verbs: The actions; those of the menu stand there with the buttons for functions.

    """
    known = tuple(verbs)
    groups = (Group.PLAN, Group.REVIEW)
    lines = [f'{_HEAD} onLoad="XlbOnLoad">', "  <ribbon>", "    <tabs>"]
    lines.append('      <tab id="xlbTab" label="xlbudget" keytip="XB">')
    for group in groups:
        lines += _group(group, [verb for verb in known if verb.group is group])
    lines += _menu([verb for verb in known if verb.group is Group.MENU])
    lines += ["      </tab>", "    </tabs>", "  </ribbon>", "</customUI>", ""]
    return "\n".join(lines)


def _group(group: Group, verbs: Iterable[Verb]) -> Iterator[str]:
    yield f'        <group id="xlb{group.name.title()}" label={quoteattr(group.value)}>'
    for place, verb in enumerate(verbs):
        size = {"size": "large" if place == 0 else "normal"}
        yield f"          <button{_facts(_button(verb) | size)}/>"
    yield "        </group>"


def _menu(verbs: Iterable[Verb]) -> Iterator[str]:
    name = Group.MENU.value
    facts = {
        "id": "xlbMore",
        "label": name,
        "size": "large",
        "imageMso": "ControlsGallery",
        "keytip": "M",
        "screentip": name,
        "supertip": "A new budget, what came back from the schools, and help for functions.",
    }
    yield f'        <group id="xlbMoreGroup" label={quoteattr(name)}>'
    yield f"          <menu{_facts(facts)}>"
    for button in (*map(_button, verbs), *FUNCTION_BUTTONS):
        yield f"            <button{_facts(button)}/>"
    yield "          </menu>"
    yield "        </group>"


def _button(verb: Verb) -> dict[str, str]:
    facts = {
        "id": f"xlb{verb.name.title().replace('-', '')}",
        "label": verb.label,
        "imageMso": verb.image,
        "keytip": verb.key_tip,
        "onAction": "XlbOnVerb",
        "tag": verb.name,
        "screentip": f"{verb.label}: {verb.tip}",
        "supertip": verb.says,
    }
    return facts if verb.group is Group.MENU else facts | {"getEnabled": "XlbEnabled"}


def _facts(facts: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in facts.items())
