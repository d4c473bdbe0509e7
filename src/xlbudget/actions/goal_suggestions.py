"""Which goals a line may serve, the likeliest first: by the words that they share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from types import MappingProxyType

from xlbudget.model import Budget, LineItem, PlanGoal
from xlbudget.model.line_item import SLOTS

CLEARLY = 2.0  # times the second score that the best one has, to stand there as the answer
LEAST = 2.0  # score that one needs for it: more than its school alone, about two telling words
_LINKED = 2.0  # what a word weighs that all lines of a goal have, beside 1 for the goal's own
_OWN = 1.0  # what it weighs that a goal is of the line's own school, or both of the district
_WORD = re.compile(r"[a-z]+|[0-9]+")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ers", "es", "ed", "er", "s", "e", "y")
_SHORTEST = 3  # letters that a stem keeps
_COMMON = frozenset(
    [
        "a",
        "all",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "each",
        "every",
        "for",
        "from",
        "has",
        "have",
        "in",
        "is",
        "it",
        "its",
        "more",
        "new",
        "no",
        "not",
        "of",
        "on",
        "one",
        "or",
        "our",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
        "two",
        "was",
        "were",
        "will",
        "with",
        "year",
        "years",
    ]
)
_KIN = (
    ("reading", "phonics", "literacy", "decodable", "reader"),
    ("math", "mathematics", "algebra", "geometry"),
    ("graduation", "graduate", "credit", "transcript", "dropout"),
    ("internet", "network", "wi", "wifi", "fiber", "hotspot", "connectivity", "broadband"),
    ("device", "chromebook", "tablet", "laptop", "hardware"),
    ("repair", "help", "spare", "broken"),
)
"""Words of schools that stand for one another: the first stands for all of its row."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A goal that a line may serve, and how much speaks for it: 0 or more, by no unit."""

    goal: PlanGoal
    score: float


@dataclass(frozen=True, slots=True)
class Goals:
    """What is known of the goals of a budget, to be asked for one line after another."""

    goals: Sequence[PlanGoal]
    words: Mapping[str, Mapping[str, float]]
    rarity: Mapping[str, float]

    def for_line(self, line: LineItem) -> tuple[Suggested, ...]:
        """Return the goals that a line may serve, the likeliest first.

        They are the district's and those of the line's school; for a line of no school, all.
        """
        stems = _stems(_text_of_line(line))
        open_goals = [goal for goal in self.goals if _may_serve(goal, line)]
        found = [Suggested(goal, self._score(goal, line, stems)) for goal in open_goals]
        return tuple(sorted(found, key=lambda one: -one.score))  # equals stay as the plan has them

    def _score(self, goal: PlanGoal, line: LineItem, stems: Iterable[str]) -> float:
        words = self.words[goal.goal_id]
        shared = sorted(stem for stem in stems if stem in words)
        own = goal.school_id == line.school_id
        return sum(self.rarity[stem] * words[stem] for stem in shared) + own * _OWN


def goals_of(budget: Budget) -> Goals:
    """Return what is known of a budget's goals: their own words, and those of their lines."""
    lines: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for line in budget.lines:
        for slot in SLOTS:
            if goal_id := getattr(line, f"goal_{slot}"):
                lines[goal_id].append(_stems(_text_of_line(line)))
    goals = tuple({goal.goal_id: goal for goal in budget.goals}.values())
    words = {goal.goal_id: _words_of(goal, lines[goal.goal_id]) for goal in goals}
    having = Counter(stem for one in words.values() for stem in one)
    rarity = {stem: log((1 + len(goals)) / count) for stem, count in having.items()}
    return Goals(goals, MappingProxyType(words), MappingProxyType(rarity))


def clearly_best(suggested: Sequence[Suggested]) -> PlanGoal | None:
    """Return the first goal when it stands far before the second; None when none does."""
    if not suggested or suggested[0].score < LEAST:
        return None
    second = suggested[1].score if len(suggested) > 1 else 0.0
    return suggested[0].goal if suggested[0].score >= CLEARLY * second else None


def _words_of(goal: PlanGoal, lines: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """Return what each word weighs for a goal: 1 in its own text, more when its lines have it."""
    own = f"{goal.statement} {goal.strategy} {goal.measure}"
    weights = dict.fromkeys(_stems(own), 1.0)
    counts = Counter(stem for stems in lines for stem in stems)
    for stem, count in counts.items():
        weights[stem] = weights.get(stem, 0.0) + _LINKED * count / len(lines)
    return weights


def _may_serve(goal: PlanGoal, line: LineItem) -> bool:
    return not goal.school_id or not line.school_id or goal.school_id == line.school_id


def _text_of_line(line: LineItem) -> str:
    return f"{line.description} {line.justification} {line.category} {line.area}"


def _stems(text: str) -> frozenset[str]:
    found = (word for word in _WORD.findall(text.casefold()) if word not in _COMMON)
    return frozenset(_FOR.get(stem, stem) for stem in map(_stem, found))


def _stem(word: str) -> str:
    """Return a word without its ending: what “reads”, “reader” and “reading” have alike."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


_FOR = {_stem(word): _stem(row[0]) for row in _KIN for word in row}
