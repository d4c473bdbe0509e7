"""Collect what came back from schools: every file judged, recorded, and told in words."""

from xlbudget.distribution.collect.code import CollectCode
from xlbudget.distribution.collect.collect import collect
from xlbudget.distribution.collect.order import Order
from xlbudget.distribution.collect.result import Collected, FileResult

__all__ = ["CollectCode", "Collected", "FileResult", "Order", "collect"]
