"""What other processes do to a campaign by the real command: collect it, with little allowed."""

import os
import resource
from unittest.mock import patch

from typer.testing import CliRunner

from distribution.collect.made import AT
from distribution.register.processes import become_nobody
from xlbudget.hosts.cli import app


def command(*words):
    """Run a command at a known time; return its exit code and what it complains of."""
    with patch("xlbudget.hosts.campaign.now", lambda: AT):
        done = CliRunner().invoke(app, [*map(str, words)])
    assert "Traceback" not in done.stderr
    return done.exit_code, " ".join(done.stderr.split())


def collect_by_command(root, where=None):
    """Collect a campaign."""
    register = ("--register", where) if where else ()
    return command("collect", root, "--by", "central office", *register)


def collect_on_a_full_disk(root, room):
    """Collect a campaign, while no file may grow beyond a size in bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    return collect_by_command(root)


def collect_without_rights(root, spare):
    """Collect as a user who may read, and not write; a spare campaign is done before."""
    collect_by_command(spare)  # so that all is imported: nobody may read it later
    become_nobody()
    assert os.geteuid()
    return collect_by_command(root)
