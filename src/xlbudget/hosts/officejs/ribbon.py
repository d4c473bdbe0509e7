"""The tab in Excel's ribbon, as plain data for both manifests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xlbudget.actions.verb import Group, Verb

TAB_ID, TAB = "xlbTab", "xlbudget"
PANE = "taskpane"
"""The name of the pane, and of the action that opens it."""


@dataclass(frozen=True, slots=True)
class Button:
    """One button.

    Attributes:
        id: Its id in the manifest.
        label: What stands on it.
        tip: What it does, in one or two sentences.
        action: The name of the action that the page knows; the pane itself for PANE.

    """

    id: str
    label: str
    tip: str
    action: str


@dataclass(frozen=True, slots=True)
class ButtonGroup:
    """Buttons that stand together."""

    id: str
    label: str
    buttons: tuple[Button, ...]


OPEN = Button(
    "xlbOpen",
    "Open the pane",
    "Shows whether the functions are ready, and the way to their help.",
    PANE,
)


def groups(verbs: Iterable[Verb]) -> tuple[ButtonGroup, ...]:
    """Return the groups of the tab: first the button that opens the pane, then the verbs.

    Args:
        verbs: The actions that the page answers; a group without any is left out.

    """
    known = tuple(verbs)
    named = (_group(group, [verb for verb in known if verb.group is group]) for group in Group)
    first = ButtonGroup("xlbFunctions", "Functions", (OPEN,))
    return (first, *(group for group in named if group.buttons))


def _group(group: Group, verbs: Iterable[Verb]) -> ButtonGroup:
    return ButtonGroup(f"xlb{group.name.title()}", group.value, tuple(map(_button, verbs)))


def _button(verb: Verb) -> Button:
    name = f"xlb{verb.name.title().replace('-', '')}"
    return Button(name, verb.label, verb.says, verb.name)
