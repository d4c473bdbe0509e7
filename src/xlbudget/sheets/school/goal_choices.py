"""The goals that a line may serve: the building's own, then the district's, without gaps."""

from __future__ import annotations

from xlbudget.sheets.plan import Calculated, Column, Form, Part, Row, Table, keyed, ref, this, whole
from xlbudget.sheets.school.frame import Frame, id_text
from xlbudget.sheets.school.goals import DISTRICT, OWN, goal_header

_NUMBER = Column(header="Number", part=Part.LABEL, form=Form.PLAIN, width=18)


def goal_tables(frame: Frame) -> tuple[Table, ...]:
    """Return two tables: all rows of goals with their places, and the filled ones in order."""
    return (_goal_pool(frame), _goal_choices(frame))


def _goal_pool(frame: Frame) -> Table:
    """Return all rows of goals, the building's first, each with its place in the list."""
    own = [(frame.goal_labels.get(goal.goal_id, "")) for goal in frame.goals]
    labels = own + [frame.goal_labels[goal.goal_id] for goal in frame.pack.goals]
    labels += [""] * (frame.sizes.goals + frame.sizes.district_goals - len(labels))
    here, number = this("Label", "GoalPool"), this("Number", "GoalPool")
    filled = f'({whole("Label", "GoalPool")}<>"")'
    rank = f'=({here}<>"")*SUMPRODUCT(({whole("Number", "GoalPool")}<={number})*{filled})'
    rows = tuple(
        Row(
            key=str(i + 1),
            cells=(
                i + 1,
                Calculated(_pool_label(frame, i), words),
                sum(bool(held) for held in labels[: i + 1]) if words else 0,
            ),
        )
        for i, words in enumerate(labels)
    )
    return Table(
        name="GoalPool",
        heading="Goals of the building and the district",
        columns=(
            _NUMBER,
            Column(header="Label", form=Form.WRAPPED, width=44),
            Column(header="Place", form=Form.PLAIN, width=14, formula=rank),
        ),
        rows=rows,
    )


def _pool_label(frame: Frame, i: int) -> str:
    if i < frame.sizes.goals:
        key = ref(OWN, str(i + 1), "Goal")
        says = ref(OWN, str(i + 1), goal_header("statement"))
        return f'=IF({says}="","",{key}&" · "&LEFT({says},40))'
    return f'={ref(DISTRICT, str(i + 1 - frame.sizes.goals), "District goal")}&""'


def _goal_choices(frame: Frame) -> Table:
    labels = list(frame.goal_labels.items())
    count = frame.sizes.goals + frame.sizes.district_goals
    labels += [("", "")] * (count - len(labels))
    number = this("Number", "GoalChoices")
    place = f"MATCH({number},{whole('Place', 'GoalPool')},0)"
    return Table(
        name="GoalChoices",
        heading="Goals that a line may serve",
        columns=(
            _NUMBER,
            Column(
                header="Label",
                form=Form.WRAPPED,
                width=44,
                formula=f'=IFERROR(INDEX({whole("Label", "GoalPool")},{place}),"")',
            ),
            Column(
                header="Goal",
                form=Form.TEXT,
                width=14,
                formula="=" + id_text(this("Label", "GoalChoices")),
            ),
        ),
        rows=tuple(keyed(str(i + 1), (i + 1, words, key)) for i, (key, words) in enumerate(labels)),
    )
