"""Talks to the worker that drives LibreOffice, from any Python, and ends it without remains."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has python3-uno; the tests' own has not
WORKER = Path(__file__).with_name("uno_worker.py")
PATIENCE_SECONDS = 180.0
END_SECONDS = 60.0


class LibreOfficeError(RuntimeError):
    """LibreOffice could not do what was asked."""


class UnoClient:
    """A worker process with its LibreOffice, and a profile folder of their own."""

    def __init__(
        self,
        patience: float = PATIENCE_SECONDS,
        prepare: Callable[[Path], object] | None = None,
    ) -> None:
        self._patience = patience
        self._profile = tempfile.mkdtemp(prefix="xlbudget-libreoffice-")
        if prepare is not None:
            self._prepare(prepare)
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        self._worker = subprocess.Popen(
            [SYSTEM_PYTHON, "-B", str(WORKER), shutil.which("soffice") or "", self._profile],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=environment | {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
            start_new_session=True,
        )
        self.office_process: int | None = None
        try:
            self.office_process = self._answer()
        except LibreOfficeError:
            self.end()
            raise

    def ask(self, do: str, **arguments: Any) -> Any:
        """Send one request and return its result; a fault there is raised here."""
        assert self._worker.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._worker.stdin.write(json.dumps({"do": do, **arguments}) + "\n")
            self._worker.stdin.flush()
        return self._answer()

    def end(self) -> None:
        """Close the worker's input, upon which it ends LibreOffice; then remove the profile."""
        with contextlib.suppress(subprocess.TimeoutExpired, BrokenPipeError):
            self._worker.communicate(timeout=END_SECONDS)
        if self._worker.poll() != 0:
            self._kill_office()
            self._worker.kill()
            self._worker.communicate()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _prepare(self, prepare: Callable[[Path], object]) -> None:
        try:
            prepare(Path(self._profile))
        except BaseException:
            shutil.rmtree(self._profile, ignore_errors=True)
            raise

    def _answer(self) -> Any:
        assert self._worker.stdout is not None
        watchdog = threading.Timer(self._patience, self._kill_office)
        watchdog.start()
        try:
            line = self._worker.stdout.readline()
        finally:
            watchdog.cancel()
        answer = json.loads(line or '{"error": "LibreOffice has ended and gave no answer"}')
        if "error" in answer:
            raise LibreOfficeError(answer["error"])
        return answer["result"]

    def _kill_office(self) -> None:
        if self.office_process is None:
            self._worker.terminate()  # still starting: it ends what it has started
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.office_process, signal.SIGKILL)
