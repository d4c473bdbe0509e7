"""The share of a normal distribution that lies below a point: numpy has no function for it."""

from __future__ import annotations

import numpy as np

from xlbudget.portfolio._cells import Numbers

_FARTHEST = 7.0
"""Farther out than 7 deviations lies one draw in 800 billion."""

_ABOVE = (
    3.52624965998911e-02,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376,
)
_BELOW = (
    8.83883476483184e-02,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752,
)


def normal_shares(points: Numbers) -> Numbers:
    r"""Return the share below each point of the normal distribution of mean 0, deviation 1.

    The error is below 1e-14; points beyond 7 deviations are taken to lie there.

    Args:
        points: Numbers of standard deviations from the mean.

    Returns:
        Shares between 0 and 1.

    Example:
        >>> normal_shares(np.array([-1.959964, 0.0, 1.644854])).round(6).tolist()
        [0.025, 0.5, 0.95]

    Formula:
        A quotient of two polynomials of :math:`|z|`, times :math:`\exp(-z^2 / 2)`, is the share
        farther out on the same side.

    Source:
        J. F. Hart et al., *Computer Approximations* (1968), no. 5666; as in G. West, "Better
        Approximations to Cumulative Normal Functions", *Wilmott Magazine* (2005).

    """
    distance = np.minimum(np.abs(points), _FARTHEST)
    outside = np.exp(-distance * distance / 2)
    outside *= np.polyval(_ABOVE, distance) / np.polyval(_BELOW, distance)
    return np.where(points > 0, 1 - outside, outside)
