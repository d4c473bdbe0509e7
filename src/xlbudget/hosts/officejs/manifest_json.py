"""The unified manifest, which newer Excels read: one JSON file with its two pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from xlbudget import __version__
from xlbudget.hosts.officejs import names
from xlbudget.hosts.officejs.ribbon import PANE, TAB, TAB_ID, Button, ButtonGroup
from xlbudget.hosts.officejs.site import Site

VERSION = "1.30"
"""The version of Microsoft's schema that it is written for."""

_SCHEMA = "https://developer.microsoft.com/json-schemas/teams/v{}/MicrosoftTeams.schema.json"
_ICONS = (16, 32, 80)
_ACCENT = "#0F5E59"


def manifest_json(site: Site, groups: Sequence[ButtonGroup]) -> str:
    """Return the manifest.

    Args:
        site: Where the files lie.
        groups: The groups of the tab.

    """
    facts = {
        "$schema": _SCHEMA.format(VERSION),
        "manifestVersion": VERSION,
        "id": names.ADDIN_ID,
        "version": __version__,
        "name": {"short": names.TITLE, "full": names.FULL_TITLE},
        "description": {"short": names.SAYS, "full": names.SAYS},
        "developer": {
            "name": names.PUBLISHER,
            "websiteUrl": site.at("help.html"),
            "privacyUrl": site.at("help.html#privacy"),
            "termsOfUseUrl": site.at("help.html#terms"),
        },
        "icons": {"outline": "outline.png", "color": "color.png"},
        "accentColor": _ACCENT,
        "validDomains": [site.host],
        "authorization": {
            "permissions": {
                "resourceSpecific": [{"name": "Document.ReadWrite.User", "type": "Delegated"}]
            }
        },
        "extensions": [_extension(site, groups)],
    }
    return json.dumps(facts, indent=1) + "\n"


def _extension(site: Site, groups: Sequence[ButtonGroup]) -> dict[str, object]:
    tab = {"id": TAB_ID, "label": TAB, "groups": [_group(site, group) for group in groups]}
    page = {"page": site.at("taskpane.html"), "script": site.at("functions.js")}
    return {
        "requirements": {
            "scopes": ["workbook"],
            "capabilities": [{"name": "SharedRuntime", "minVersion": "1.1"}],
        },
        "runtimes": [
            {
                "id": "xlbShared",
                "type": "general",
                "lifetime": "long",
                "code": page,
                "actions": list(_actions(groups)),
                "customFunctions": {
                    "namespace": {"id": names.NAMESPACE, "name": names.NAMESPACE},
                    "metadataUrl": site.at("functions.json"),
                },
            }
        ],
        "ribbons": [{"contexts": ["default"], "tabs": [tab]}],
    }


def _actions(groups: Sequence[ButtonGroup]) -> Iterator[dict[str, str]]:
    for button in (button for group in groups for button in group.buttons):
        if button.action == PANE:
            yield {"id": PANE, "type": "openPage", "view": PANE}
        else:
            yield {"id": button.action, "type": "executeFunction"}


def _group(site: Site, group: ButtonGroup) -> dict[str, object]:
    return {
        "id": group.id,
        "label": group.label,
        "icons": _icons(site),
        "controls": [_control(site, button) for button in group.buttons],
    }


def _control(site: Site, button: Button) -> dict[str, object]:
    return {
        "id": button.id,
        "type": "button",
        "label": button.label,
        "icons": _icons(site),
        "supertip": {"title": button.label, "description": button.tip},
        "actionId": button.action,
    }


def _icons(site: Site) -> list[dict[str, object]]:
    return [{"size": side, "url": site.at(f"icon-{side}.png")} for side in _ICONS]
