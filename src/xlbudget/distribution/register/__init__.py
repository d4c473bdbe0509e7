"""The register of a campaign: what went out, what came home, and what was decided.

``open_register`` opens it.  The records and verbs of a concept stand in its file: ``campaign``,
``school``, ``issued``, ``submissions``, ``status``, ``decision``, ``consolidation``, ``event``.
Every verb is transactional and idempotent: a run that was killed leaves a usable register, and
running again changes nothing.  Who does it, and when, is given by the caller.
"""

from xlbudget.errors import RegisterError

try:
    from xlbudget.distribution.register.open_register import open_register
    from xlbudget.distribution.register.store.handle import Register
except ModuleNotFoundError as error:
    raise RegisterError(
        saw=f"The Python package {error.name} is not installed",
        wants="A register needs it",
        fix='Install it with: pip install "xlbudget[distribution]"',
    ) from error

__all__ = ["Register", "open_register"]
