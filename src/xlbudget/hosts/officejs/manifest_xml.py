"""The XML manifest: what an administrator hands to Microsoft 365, and older Excels read."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from xlbudget import __version__
from xlbudget.hosts.officejs import names
from xlbudget.hosts.officejs.ribbon import PANE, TAB, TAB_ID, Button, ButtonGroup
from xlbudget.hosts.officejs.site import Site

_APP = "http://schemas.microsoft.com/office/appforoffice/1.1"
_OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides"
_TYPES = "http://schemas.microsoft.com/office/officeappbasictypes/1.0"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_ICONS = (16, 32, 80)


def manifest_xml(site: Site, groups: Sequence[ButtonGroup]) -> str:
    """Return the manifest.

    Args:
        site: Where the files lie.
        groups: The groups of the tab.

    """
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="{_APP}" xmlns:xsi="{_SCHEMA}" xmlns:bt="{_TYPES}" xsi:type="TaskPaneApp">
 <Id>{names.ADDIN_ID}</Id>
 <Version>{__version__}.0</Version>
 <ProviderName>{escape(names.PUBLISHER)}</ProviderName>
 <DefaultLocale>en-US</DefaultLocale>
 <DisplayName{_default(names.TITLE)}/>
 <Description{_default(names.SAYS)}/>
 <IconUrl{_default(site.at("icon-32.png"))}/>
 <HighResolutionIconUrl{_default(site.at("icon-64.png"))}/>
 <SupportUrl{_default(site.at("help.html"))}/>
 <AppDomains><AppDomain>{escape(f"https://{site.host}")}</AppDomain></AppDomains>
 <Hosts><Host Name="Workbook"/></Hosts>
 <Requirements><Sets DefaultMinVersion="1.1"><Set Name="SharedRuntime"/></Sets></Requirements>
 <DefaultSettings><SourceLocation{_default(site.at("taskpane.html"))}/></DefaultSettings>
 <Permissions>ReadWriteDocument</Permissions>
 <VersionOverrides xmlns="{_OVERRIDES}" xsi:type="VersionOverridesV1_0">
  <Hosts><Host xsi:type="Workbook">
   <Runtimes><Runtime resid="Pane.Url" lifetime="long"/></Runtimes>
   <AllFormFactors><ExtensionPoint xsi:type="CustomFunctions">
    <Script><SourceLocation resid="Functions.Url"/></Script>
    <Page><SourceLocation resid="Pane.Url"/></Page>
    <Metadata><SourceLocation resid="Metadata.Url"/></Metadata>
    <Namespace resid="Namespace"/>
   </ExtensionPoint></AllFormFactors>
   <DesktopFormFactor>
    <FunctionFile resid="Pane.Url"/>
    <ExtensionPoint xsi:type="PrimaryCommandSurface"><CustomTab id="{TAB_ID}">
{"".join(map(_group, groups))}     <Label resid="Tab.Label"/>
    </CustomTab></ExtensionPoint>
   </DesktopFormFactor>
  </Host></Hosts>
  <Resources>
{_resources(site, groups)}  </Resources>
 </VersionOverrides>
</OfficeApp>
"""


def _default(text: str) -> str:
    return f" DefaultValue={quoteattr(text)}"


def _group(group: ButtonGroup) -> str:
    return f"""     <Group id="{group.id}"><Label resid="{group.id}.Label"/>{_pictures()}
{"".join(map(_button, group.buttons))}     </Group>
"""


def _pictures() -> str:
    images = (f'<bt:Image size="{side}" resid="Icon.{side}"/>' for side in _ICONS)
    return f"<Icon>{''.join(images)}</Icon>"


def _button(button: Button) -> str:
    return f"""      <Control xsi:type="Button" id="{button.id}">
       <Label resid="{button.id}.Label"/>
       <Supertip><Title resid="{button.id}.Label"/><Description resid="{button.id}.Tip"/></Supertip>
       {_pictures()}
       {_action(button)}
      </Control>
"""


def _action(button: Button) -> str:
    if button.action == PANE:
        inner = f'<TaskpaneId>{PANE}</TaskpaneId><SourceLocation resid="Pane.Url"/>'
        return f'<Action xsi:type="ShowTaskpane">{inner}</Action>'
    inner = f"<FunctionName>{escape(button.action)}</FunctionName>"
    return f'<Action xsi:type="ExecuteFunction">{inner}</Action>'


def _resources(site: Site, groups: Sequence[ButtonGroup]) -> str:
    buttons = [button for group in groups for button in group.buttons]
    images = {f"Icon.{side}": site.at(f"icon-{side}.png") for side in _ICONS}
    addresses = {
        "Pane.Url": site.at("taskpane.html"),
        "Functions.Url": site.at("functions.js"),
        "Metadata.Url": site.at("functions.json"),
    }
    labels = {"Namespace": names.NAMESPACE, "Tab.Label": TAB}
    labels |= {f"{group.id}.Label": group.label for group in groups}
    labels |= {f"{button.id}.Label": button.label for button in buttons}
    tips = {f"{button.id}.Tip": button.tip for button in buttons}
    return (
        _texts("Images", "Image", images)
        + _texts("Urls", "Url", addresses)
        + _texts("ShortStrings", "String", labels)
        + _texts("LongStrings", "String", tips)
    )


def _texts(kind: str, one: str, texts: dict[str, str]) -> str:
    inner = "".join(
        f'    <bt:{one} id="{name}"{_default(text)}/>\n' for name, text in texts.items()
    )
    return f"   <bt:{kind}>\n{inner}   </bt:{kind}>\n"
