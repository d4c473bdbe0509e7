"""Which Excel is on a machine: a 64-bit or a 32-bit program, as the registry tells."""

from __future__ import annotations

from xlbudget.hosts.excel.registry import Registry, value_of

BITS = (64, 32)
_OFFICE = {
    64: r"HKLM\SOFTWARE\Microsoft\Office",
    32: r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Office",
}
_TOLD = {"x64": 64, "x86": 32, "arm64": 64}  # Excel on Arm loads 64-bit libraries for Intel


def excel_bits(registry: Registry) -> int | None:
    """Return 64 or 32; None if no Excel of 2016 or newer is found.

    Click-to-Run, by which Office is mostly installed, says it outright; older installers say it
    for Outlook, or by where they stand.
    """
    office = _OFFICE[64]
    platform = value_of(registry, rf"{office}\ClickToRun\Configuration", "Platform")
    bitness = value_of(registry, rf"{office}\16.0\Outlook", "Bitness")
    told = (_TOLD.get(str(word).casefold()) for word in (platform, bitness))
    root = r"16.0\Excel\InstallRoot"
    there = (bits for bits, key in _OFFICE.items() if registry.values(rf"{key}\{root}"))
    return next(filter(None, (*told, *there)), None)


def needed_bits(registry: Registry) -> tuple[int, ...]:
    """Return which libraries this Excel may load: both where it is not known."""
    bits = excel_bits(registry)
    return BITS if bits is None else (bits,)
