"""What other processes do to a campaign that has its answers: consolidate it, and be ended."""

import resource
from pathlib import Path
from unittest.mock import patch

from typer.testing import CliRunner

from distribution import moments
from distribution.consolidate.made import AT
from distribution.register.made import everything
from distribution.register.processes import become_nobody
from xlbudget.distribution.register import open_register
from xlbudget.hosts.cli import app


def consolidate_now(root, data, *more):
    """Consolidate a campaign by the command; return its exit code and what it complains of."""
    tables = ("--tables", Path(root) / "results" / "tables")
    words = ("consolidate", root, "--district", data, "--yes", "--by", "Ada", *tables, *more)
    with patch("xlbudget.hosts.campaign.now", lambda: AT):
        done = CliRunner().invoke(app, [*map(str, words)])
    assert "Traceback" not in done.stderr
    return done.exit_code, " ".join(done.stderr.split())


def consolidate_counted(root, data):
    """Consolidate, and return at how many moments the run could be ended."""
    return moments.counted(root, lambda: consolidate_now(root, data))


def consolidate_killed(root, data, moment):
    """Consolidate, and be killed at a moment."""
    moments.killed(root, lambda: consolidate_now(root, data), moment)


def consolidate_on_a_full_disk(root, data, room):
    """Consolidate, while no file may grow beyond a size in bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    return consolidate_now(root, data)


def consolidate_without_rights(root, data, spare):
    """Consolidate as a user who may read, and not write; a spare campaign is done before."""
    consolidate_now(spare, data)  # so that all is imported: nobody may read it later
    become_nobody()
    return consolidate_now(root, data)


def whole(root):
    """The bytes of every file of a campaign but the register's, and all that its register says."""
    with open_register(root, at=AT) as register:
        held = everything(register)
    files = {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(Path(root).rglob("*"))
        if path.is_file() and not path.name.startswith("register.sqlite")
    }
    return files, held
