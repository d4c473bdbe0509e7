"""Work over many files: here, in several processes, or on a cluster; one fault stops nothing."""

from xlbudget.distribution.work.outcome import Failure, Outcome
from xlbudget.distribution.work.spread import spread

__all__ = ["Failure", "Outcome", "spread"]
