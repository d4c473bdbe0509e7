"""A rule of workbooks: declared once, with its weight, source, explanation and remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from xlbudget.workbook.lint.profile import Weights
from xlbudget.workbook.lint.subject import Subject


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: in words, and where; a remedy of its own where the rule's is too wide.

    What LibreOffice drops when it saves is only a remark in a workbook that it saved.
    """

    saw: str
    sheet: str = ""
    cell: str = ""
    fix: str = ""
    may_be_dropped: bool = False


Check = Callable[[Subject], Iterable[Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LintRule:
    """A rule.

    Attributes:
        code: Its id; findings and suppressions name it.
        title: What is wrong where it finds something.
        weights: Its severity by profile.
        wants: What is allowed, and why.
        fix: What to do.
        source: Who asks for it.
        check: Finds the faults of a workbook.

    """

    code: str
    title: str
    weights: Weights
    wants: str
    fix: str
    source: str
    check: Check


@dataclass(slots=True)
class Family:
    """The rules of one file, in the order in which they are declared."""

    rules: list[LintRule] = field(default_factory=list)

    def rule(
        self, code: str, title: str, weights: Weights, *, wants: str, fix: str, source: str
    ) -> Callable[[Check], Check]:
        """Declare the function below as the check of a rule."""

        def declare(check: Check) -> Check:
            self.rules.append(
                LintRule(
                    code=code,
                    title=title,
                    weights=weights,
                    wants=wants,
                    fix=fix,
                    source=source,
                    check=check,
                )
            )
            return check

        return declare

    def __iter__(self) -> Iterator[LintRule]:
        """Return the rules one by one."""
        return iter(self.rules)
