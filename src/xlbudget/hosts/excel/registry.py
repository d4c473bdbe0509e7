r"""The Windows registry through a small port: values are listed, written and deleted.

A key is written as people write it: ``HKCU\Software\Microsoft\Office``.  Names of keys and values
are the same in small and capital letters, as in Windows.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Protocol

Value = str | int


class Registry(Protocol):
    """What the installation and the doctor ask of a registry."""

    def values(self, key: str) -> Mapping[str, Value]:
        """Return the texts and whole numbers of a key by name; none if it is not there."""

    def keys(self, key: str) -> tuple[str, ...]:
        """Return the names of the keys right below a key."""

    def write(self, key: str, name: str, value: Value) -> None:
        """Write a value, a text as REG_SZ and a number as REG_DWORD; make its key."""

    def delete(self, key: str, name: str) -> None:
        """Delete a value, if it is there."""

    def delete_key(self, key: str) -> None:
        """Delete a key with its values, if it is there; it has no keys below it."""


def value_of(registry: Registry, key: str, name: str) -> Value | None:
    """Return one value, or None."""
    found = {item.casefold(): value for item, value in registry.values(key).items()}
    return found.get(name.casefold())


class MemoryRegistry:
    """A registry in memory: an empty one stands for Windows on every other system."""

    def __init__(self, content: Mapping[str, Mapping[str, Value]] | None = None) -> None:
        self.content: dict[str, dict[str, Value]] = {
            key: dict(values) for key, values in (content or {}).items()
        }

    def values(self, key: str) -> Mapping[str, Value]:
        """Return the values of a key by name."""
        return dict(self.content.get(self._spelled(key), {}))

    def keys(self, key: str) -> tuple[str, ...]:
        """Return the names of the keys right below a key."""
        above = f"{key}\\".casefold()
        below = [item[len(above) :] for item in self.content if item.casefold().startswith(above)]
        return tuple(dict.fromkeys(item.partition("\\")[0] for item in below))

    def write(self, key: str, name: str, value: Value) -> None:
        """Write a value."""
        self.delete(key, name)
        self.content.setdefault(self._spelled(key), {})[name] = value

    def delete(self, key: str, name: str) -> None:
        """Delete a value, if it is there."""
        values = self.content.get(self._spelled(key), {})
        for item in [item for item in values if item.casefold() == name.casefold()]:
            del values[item]

    def delete_key(self, key: str) -> None:
        """Delete a key with its values, if it is there."""
        self.content.pop(self._spelled(key), None)

    def _spelled(self, key: str) -> str:
        return next((item for item in self.content if item.casefold() == key.casefold()), key)


if sys.platform == "win32":
    import winreg

    _HIVES = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}
    # A 32-bit Python must see what 64-bit programs see; a 32-bit Windows takes no notice.
    _VIEW = winreg.KEY_WOW64_64KEY

    class WindowsRegistry:
        """The registry of this machine."""

        def values(self, key: str) -> Mapping[str, Value]:
            """Return the values of a key by name; a key that may not be read raises an error."""
            try:
                with self._open(key) as handle:
                    count = winreg.QueryInfoKey(handle)[1]
                    found = [winreg.EnumValue(handle, index) for index in range(count)]
            except FileNotFoundError:
                return {}
            return {name: value for name, value, _ in found if isinstance(value, str | int)}

        def keys(self, key: str) -> tuple[str, ...]:
            """Return the names of the keys right below a key."""
            try:
                with self._open(key) as handle:
                    count = winreg.QueryInfoKey(handle)[0]
                    return tuple(winreg.EnumKey(handle, index) for index in range(count))
            except FileNotFoundError:
                return ()

        def write(self, key: str, name: str, value: Value) -> None:
            """Write a value."""
            hive, _, path = key.partition("\\")
            kind = winreg.REG_SZ if isinstance(value, str) else winreg.REG_DWORD
            access = winreg.KEY_SET_VALUE | _VIEW
            with winreg.CreateKeyEx(_HIVES[hive], path, 0, access) as handle:
                winreg.SetValueEx(handle, name, 0, kind, value)

        def delete(self, key: str, name: str) -> None:
            """Delete a value, if it is there."""
            try:
                with self._open(key, winreg.KEY_SET_VALUE) as handle:
                    winreg.DeleteValue(handle, name)
            except FileNotFoundError:
                return

        def delete_key(self, key: str) -> None:
            """Delete a key with its values, if it is there."""
            hive, _, path = key.partition("\\")
            try:
                winreg.DeleteKeyEx(_HIVES[hive], path, _VIEW, 0)
            except FileNotFoundError:
                return

        def _open(self, key: str, access: int = winreg.KEY_READ) -> winreg.HKEYType:
            hive, _, path = key.partition("\\")
            return winreg.OpenKeyEx(_HIVES[hive], path, 0, access | _VIEW)


def this_registry() -> Registry:
    """Return the registry of this machine; on systems without one an empty one in memory."""
    if sys.platform == "win32":
        return WindowsRegistry()
    return MemoryRegistry()
