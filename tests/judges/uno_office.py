"""Starts and ends one private soffice process; needs the system's Python, where ``uno`` lives."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

FLAGS = ("--headless", "--invisible", "--norestore", "--nologo", "--nodefault")
START_SECONDS = 90.0
END_SECONDS = 15.0
LOG = "soffice.log"


def properties(**values: Any) -> tuple[Any, ...]:
    """Return keyword arguments as the property values that UNO calls take."""
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


class Office:
    """A soffice process with its own profile folder, session and port on 127.0.0.1."""

    def __init__(self, soffice: str, profile: Path) -> None:
        address = f"socket,host=127.0.0.1,port={_free_port()},tcpNoDelay=1;urp"
        self.process = _start(soffice, profile, address)
        self.desktop: Any = None
        try:
            context = self._connect(f"uno:{address};StarOffice.ComponentContext")
        except BaseException as error:
            self.end()
            log = (profile / LOG).read_text(errors="replace")
            raise RuntimeError(f"{error}; its last words: {log[-500:]!r}") from error
        self._context = context
        self.desktop = self.create("com.sun.star.frame.Desktop")

    def _connect(self, url: str) -> Any:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with contextlib.suppress(NoConnectException):
                return resolver.resolve(url)
            if self.process.poll() is not None:
                raise RuntimeError(f"soffice ended at once with {self.process.returncode}")
            time.sleep(0.05)
        raise RuntimeError(f"soffice did not answer within {START_SECONDS:.0f} s")

    def create(self, service: str) -> Any:
        """Return a new object of one of LibreOffice's services."""
        return self._context.ServiceManager.createInstanceWithContext(service, self._context)

    def load(self, path: str, **options: Any) -> Any:
        """Open a workbook hidden, with macros off and links not followed."""
        url = uno.systemPathToFileUrl(os.path.realpath(path))
        flags = properties(Hidden=True, MacroExecutionMode=0, UpdateDocMode=0, **options)
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, flags)
        if document is None:
            raise ValueError(f"LibreOffice cannot open {path}")
        return document

    def end(self) -> None:
        """Ask soffice to end, wait until its whole session has, and end it if it does not."""
        with contextlib.suppress(DisposedException):
            if self.desktop is not None:
                self.desktop.terminate()
                self._wait_for_session(END_SECONDS)
        for signal_number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal_number)
                self._wait_for_session(END_SECONDS)

    def _wait_for_session(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        with contextlib.suppress(ProcessLookupError):
            while time.monotonic() < deadline:
                self.process.poll()
                os.killpg(self.process.pid, 0)
                time.sleep(0.02)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _start(soffice: str, profile: Path, address: str) -> "subprocess.Popen[bytes]":
    home = f"-env:UserInstallation={(profile / 'user').resolve().as_uri()}"
    accept = f"--accept={address};StarOffice.ComponentContext"
    with (profile / LOG).open("wb") as log:
        return subprocess.Popen(
            [soffice, *FLAGS, home, accept],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
