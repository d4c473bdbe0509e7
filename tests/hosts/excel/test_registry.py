"""The registry: the one in memory behaves as Windows does, and Windows' own is asked rightly."""

import importlib.util
import sys
from types import SimpleNamespace

import pytest

from xlbudget.hosts.excel import registry as port
from xlbudget.hosts.excel.registry import MemoryRegistry, this_registry, value_of

KEY = r"HKCU\Software\Elm"


class Winreg(SimpleNamespace):
    """Python's winreg over a MemoryRegistry: the same calls, the same errors, the same flags."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE = "HKCU", "HKLM"
    KEY_READ, KEY_SET_VALUE, KEY_WOW64_64KEY = 0x20019, 0x2, 0x100
    REG_SZ, REG_DWORD, REG_BINARY = 1, 4, 3
    HKEYType = object

    def __init__(self):
        super().__init__(store={}, opened=[])

    def OpenKeyEx(self, hive, path, reserved, access):  # noqa: N802, ARG002
        self.opened.append(access)
        name = rf"{hive}\{path}"
        if not any(key == name or key.startswith(f"{name}\\") for key in self.store):
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return Handle(name)

    def CreateKeyEx(self, hive, path, reserved, access):  # noqa: N802
        self.store.setdefault(rf"{hive}\{path}", {})
        return self.OpenKeyEx(hive, path, reserved, access)

    def QueryInfoKey(self, handle):  # noqa: N802
        return len(self._below(handle)), len(self.store.get(handle.name, {})), 0

    def EnumValue(self, handle, index):  # noqa: N802
        name, (kind, value) = list(self.store[handle.name].items())[index]
        return name, value, kind

    def EnumKey(self, handle, index):  # noqa: N802
        return self._below(handle)[index]

    def SetValueEx(self, handle, name, reserved, kind, value):  # noqa: N802, ARG002
        self.store[handle.name][name] = (kind, value)

    def DeleteValue(self, handle, name):  # noqa: N802
        if name not in self.store[handle.name]:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        del self.store[handle.name][name]

    def DeleteKeyEx(self, hive, path, access, reserved):  # noqa: N802, ARG002
        if self.store.pop(rf"{hive}\{path}", None) is None:
            raise FileNotFoundError(2, "The system cannot find the file specified")

    def _below(self, handle):
        above = f"{handle.name}\\"
        below = [key[len(above) :].split("\\")[0] for key in self.store if key.startswith(above)]
        return list(dict.fromkeys(below))


class Handle(SimpleNamespace):
    """An open key; it is closed at the end of a with block."""

    def __init__(self, name):
        super().__init__(name=name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


@pytest.fixture
def winreg():
    return Winreg()


@pytest.fixture
def of_windows(winreg, monkeypatch):
    """Return the registry port as it is on Windows."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    spec = importlib.util.spec_from_file_location("port_on_windows", port.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.this_registry()


@pytest.fixture(params=["memory", "of_windows"])
def registry(request):
    return MemoryRegistry() if request.param == "memory" else request.getfixturevalue("of_windows")


def test_what_is_written_is_read(registry):
    registry.write(KEY, "OPEN", "a.xlam")
    registry.write(KEY, "AllowSubfolders", 0)
    assert registry.values(KEY) == {"OPEN": "a.xlam", "AllowSubfolders": 0}


def test_a_later_value_takes_the_place_of_an_earlier_one(registry):
    registry.write(KEY, "OPEN", "a.xlam")
    registry.write(KEY, "OPEN", "b.xlam")
    assert registry.values(KEY) == {"OPEN": "b.xlam"}


def test_what_is_not_there_is_empty(registry):
    assert registry.values(KEY) == {}
    assert registry.keys(KEY) == ()
    assert value_of(registry, KEY, "OPEN") is None


def test_a_value_is_deleted_and_a_second_time_nothing_happens(registry):
    registry.write(KEY, "OPEN", "a.xlam")
    registry.write(KEY, "OPEN1", "b.xlam")
    registry.delete(KEY, "OPEN")
    registry.delete(KEY, "OPEN")
    registry.delete(rf"{KEY}\Nowhere", "OPEN")
    assert registry.values(KEY) == {"OPEN1": "b.xlam"}


def test_keys_below_are_named_once(registry):
    registry.write(rf"{KEY}\Location0", "Path", "C:\\")
    registry.write(rf"{KEY}\Location1\Deep", "Path", "C:\\")
    registry.write(rf"{KEY}\Location1", "Path", "C:\\")
    assert registry.keys(KEY) == ("Location0", "Location1")


def test_a_key_is_deleted_and_a_second_time_nothing_happens(registry):
    registry.write(rf"{KEY}\Location0", "Path", "C:\\")
    registry.write(rf"{KEY}\Location1", "Path", "D:\\")
    registry.delete_key(rf"{KEY}\Location0")
    registry.delete_key(rf"{KEY}\Location0")
    assert registry.keys(KEY) == ("Location1",)


def test_a_name_is_found_in_small_and_capital_letters(registry):
    registry.write(KEY, "VBAWarnings", 4)
    assert value_of(registry, KEY, "vbawarnings") == 4


def test_memory_takes_keys_in_small_and_capital_letters_for_the_same():
    registry = MemoryRegistry({KEY: {"OPEN": "a.xlam"}})
    registry.write(KEY.lower(), "open", "b.xlam")
    assert registry.content == {KEY: {"open": "b.xlam"}}


def test_windows_gets_texts_as_sz_and_numbers_as_dword(of_windows, winreg):
    of_windows.write(KEY, "Path", "C:\\")
    of_windows.write(KEY, "AllowSubfolders", 0)
    assert winreg.store == {KEY: {"Path": (1, "C:\\"), "AllowSubfolders": (4, 0)}}


def test_windows_is_asked_for_what_64_bit_programs_see(of_windows, winreg):
    of_windows.write(KEY, "Path", "C:\\")
    of_windows.values(KEY)
    of_windows.keys(KEY)
    of_windows.delete(KEY, "Path")
    assert [access & winreg.KEY_WOW64_64KEY for access in winreg.opened] == [0x100] * 4


def test_a_value_that_is_neither_text_nor_number_is_left_out(of_windows, winreg):
    winreg.store[KEY] = {"Blob": (3, b"\x00"), "Path": (1, "C:\\")}
    assert of_windows.values(KEY) == {"Path": "C:\\"}


def test_other_systems_have_an_empty_registry_in_memory(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    assert isinstance(this_registry(), MemoryRegistry)
