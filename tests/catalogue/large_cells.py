"""The most work that a function can be given with 10,000 cells, or with one whole column."""

from random import Random

MANY = 10_000
_NAMES, _ONES = ("a",) * MANY, (1.0,) * MANY
_DICE = Random(3)  # noqa: S311 - repeatable, not a secret
_SWINGING = tuple(_DICE.uniform(-1, 1) for _ in range(481))
_LINE = (10.0, 400.0, 0.0, 4.0, 0.0, 20.0, 1.0)
_PROJECTS = tuple((_DICE.uniform(1, 2), _DICE.uniform(1, 2)) for _ in range(40))

LARGE = [
    ("XLB_NPV", (0.03, _ONES)),
    ("XLB_NPV", (0.03, ((1.0,), *((None,),) * 1_048_575))),
    ("XLB_XNPV", (0.03, _ONES, (40_000.0,) * MANY)),
    ("XLB_IRR", ((-5_000.0, *_ONES[1:]),)),
    ("XLB_IRR_ALL", (_SWINGING,)),
    ("XLB_XIRR", ((-5_000.0, *_ONES[1:]), tuple(40_000.0 + day for day in range(MANY)))),
    ("XLB_CHAIN_NPV", (0.03, _ONES, MANY - 1.0)),
    ("XLB_SCENARIO_NPV", (0.03, _NAMES, ((1.0,),) * MANY)),
    ("XLB_TORNADO", (0.03, _NAMES, ((1.0,),) * MANY, _ONES, _ONES)),
    ("XLB_SIMULATE", (0.03, 5.0, (1.0, 2.0, 3.0), (1.0, 2.0, 3.0), 100_000.0)),
    ("XLB_VOI", (_ONES, _ONES, _ONES)),
    ("XLB_TCO_BY_YEAR", ((_LINE,) * MANY, 50.0)),
    ("XLB_TCO_SCHEDULE", (tuple(map(str, range(1, MANY + 1))), (_LINE,) * MANY, 50.0)),
    ("XLB_TCO_YEARS", (400.0, 0.0, 4.0, 10_000.0)),
    ("XLB_SUM_OF_YEARS", (400.0, 0.0, 10_000.0)),
    ("XLB_LCC", (0.03, 10_000.0, 1.0, 1.0, ((5.0, 1.0),) * MANY, ((5.0, 1.0),) * MANY)),
    ("XLB_RATIONING", (_NAMES[:40], _PROJECTS, 30.0)),
    ("XLB_UNALIGNED", (_NAMES, ("",) * MANY, _ONES)),
    ("XLB_CLIFF_YEAR", ((2031.0,) * MANY, (2028.0,) * MANY)),
]
