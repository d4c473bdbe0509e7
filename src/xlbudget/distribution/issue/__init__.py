"""Out to the schools: one workbook for each, stamped, recorded, and never replaced in silence."""

from xlbudget.distribution.issue.issue import issue
from xlbudget.distribution.issue.order import Order
from xlbudget.distribution.issue.result import Result, SchoolIssue, State

__all__ = ["Order", "Result", "SchoolIssue", "State", "issue"]
