"""A private PostgreSQL server for the tests: a folder, a socket in it, and no port."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import psycopg

NOBODY = 65534  # the server refuses root, so root becomes another
ROLE = "office"
_LOCALE = ("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US")  # as people sort
_PATIENCE = 60  # seconds


def programs():
    """Return the folder of the newest server programs here, or None when there are none."""
    on_path = shutil.which("initdb")
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4])
    )
    places = [*found, *([Path(on_path)] if on_path else [])]
    return places[-1].resolve().parent if places else None


class PostgreSQL:
    """One private server; ``end`` stops it and deletes all of it."""

    def __init__(self):
        self._programs = programs()
        self._folder = Path(tempfile.mkdtemp(prefix="xlbudget-pg-"))
        self._schemas = 0
        self._process = None
        if os.geteuid() == 0:
            os.chown(self._folder, NOBODY, NOBODY)
        made = self._run("initdb", *f"-U {ROLE} -A trust -E UTF8 --no-sync".split(), *_LOCALE)
        if made.wait(_PATIENCE):
            raise RuntimeError(self._log.read_text(errors="replace"))
        self.start()

    def start(self):
        """Start the server, and wait until it answers."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._folder),
            "fsync": "off",
            "shared_buffers": "32MB",
            "max_connections": "40",
        }
        words = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        self._process = self._run("postgres", *words)
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                return self.ask("SELECT 1")
            except psycopg.OperationalError:
                if time.monotonic() > until or self._process.poll() is not None:
                    raise
                time.sleep(0.05)

    def halt(self):
        """Stop the server as if its machine had lost power."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(_PATIENCE)

    def end(self):
        """Stop the server for good."""
        self.halt()
        shutil.rmtree(self._folder)

    def schema(self):
        """Return the address of a new, empty place for a register."""
        self._schemas += 1
        name = f"campaign_{self._schemas}"
        self.ask(f"CREATE SCHEMA {name}")
        path = quote(f"-csearch_path={name}")
        return f"postgresql+psycopg://{ROLE}@/postgres?host={self._folder}&options={path}"

    def ask(self, words):
        """Return the rows that a statement gives, as the server's owner."""
        where = {"host": str(self._folder), "user": ROLE, "dbname": "postgres"}
        with psycopg.connect(**where, autocommit=True) as connection:
            found = connection.execute(words)
            return found.fetchall() if found.description else []

    @property
    def _log(self):
        return self._folder / "log"

    def _run(self, program, *words):
        command = [str(self._programs / program), "-D", str(self._folder / "data"), *words]
        if os.geteuid() == 0:
            become = f"setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups"
            command = [*become.split(), *command]
        with self._log.open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, cwd=self._folder)
