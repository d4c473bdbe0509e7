"""What owning a device costs, year by year."""

from __future__ import annotations

from math import inf

from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite
from xlbudget.finance.annual_cost import equivalent_annual_cost
from xlbudget.finance.present_value import single_present_value

_DAYS_OF_A_LEAP_YEAR = 366


def annual_ownership_cost(  # noqa: PLR0917 - the published order of a worksheet function
    price: float,
    setup: float,
    service_life: int,
    residual: float,
    quantity: float,
    annual_unit_cost: float,
    *,
    rate: float | None = None,
) -> float:
    r"""Return what a fleet costs in each year of its service.

    Use it for the total cost of ownership of like devices.  Without a rate the purchase is
    spread evenly (what a budget shows); with one it is the equivalent annual cost (what
    comparisons need).

    Args:
        price: Dollars per device.
        setup: Dollars per device, once, at the purchase.
        service_life: Years of service, 1 or more.
        residual: Dollars per device got back at the end of service.
        quantity: Number of devices, spares included.
        annual_unit_cost: Dollars per device a year for repair, licenses, management.
        rate: Discount rate per year as a fraction, above -1, or none for an even spread.

    Returns:
        Dollars per year; positive is cost.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole years.
        RateError: ``rate`` is -1 or less.
        TermError: ``service_life`` is below 1.
        FinanceError: ``quantity`` is negative.
        NoFiniteAnswerError: The cost is too large to be a number.

    Example:
        1,050 devices at $358 and $7 setup, kept 4 years, $15 back, without repair:

        >>> annual_ownership_cost(358, 7, 4, 15, 1_050, 0)
        91875.0
        >>> round(annual_ownership_cost(358, 7, 4, 15, 1_050, 0, rate=0.03), 2)
        99339.94

    Formula:
        :math:`Q ((P + U - S) / L + A)`; with a rate the quotient becomes
        :math:`(P + U - S (1 + r)^{-L}) \cdot r / (1 - (1 + r)^{-L})`.

    Source:
        CoSN, Project Cost Estimator: annualized initial cost and ongoing annual cost.

    """
    bought = arguments.number(price, "The price") + arguments.number(setup, "The setup cost")
    life = arguments.whole(service_life, "The service life in years")
    back = arguments.number(residual, "The residual value")
    units = arguments.at_least(quantity, "The quantity")
    yearly = arguments.number(annual_unit_cost, "The annual unit cost")
    if rate is None:
        spread = (bought - back) / life
    else:
        spread = equivalent_annual_cost(
            bought - back * single_present_value(rate, life), rate, life
        )
    return finite(units * (spread + yearly), "The annual cost of ownership")


def ownership_schedule(
    price: float,
    setup: float,
    service_life: int,
    *,
    horizon: int,
    residual: float = 0.0,
    quantity: float = 1.0,
    annual_unit_cost: float = 0.0,
    first_year: int = 1,
    last_year: int | None = None,
    refresh: bool = True,
) -> tuple[float, ...]:
    """Return what a fleet costs in each year of a plan, the purchase spread over its service.

    Use it to lay ownership cost beside the cash of the years in which devices are bought.
    Each year of service bears an equal share, the first one a full share.  Service that ends
    before the devices are worn out charges what is left in its last year.

    Args:
        price: Dollars per device.
        setup: Dollars per device, once, at each purchase.
        service_life: Years of service, 1 or more.
        horizon: Years of the plan, 1 or more.
        residual: Dollars per device got back at the end of service.
        quantity: Number of devices, spares included.
        annual_unit_cost: Dollars per device in each year of service.
        first_year: Year of the plan in which the devices are bought, 1 or more.
        last_year: Last year of service; none when it goes on beyond the plan.
        refresh: Whether worn-out devices are bought again until the last year.

    Returns:
        Dollars for each year of the plan; positive is cost, 0 out of service.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole years.
        TermError: A term is below 1, or ``last_year`` lies before ``first_year``.
        FinanceError: ``quantity`` is negative.
        NoFiniteAnswerError: A cost is too large to be a number.

    Example:
        $400 over 4 years, bought in year 1, again in year 5, and given up after year 6:

        >>> ownership_schedule(400, 0, 4, horizon=7, last_year=6)
        (100.0, 100.0, 100.0, 100.0, 100.0, 300.0, 0.0)

    Formula:
        :math:`Q ((P + U - S) / L + A)`, in the last year
        :math:`Q ((P + U - S) (L - a) / L + A)` with a the years that are charged already.

    Source:
        Straight-line spread as in :func:`annual_ownership_cost`; the early end follows the
        retirement of a fixed asset at its book value.

    """
    life = arguments.whole(service_life, "The service life in years")
    years = arguments.whole(horizon, "The horizon in years")
    first = arguments.whole(first_year, "The first year")
    last: float = inf
    if last_year is not None:
        last = arguments.whole(last_year, "The last year", lowest=first)
    if not refresh:
        last = min(last, first + life - 1)
    share = annual_ownership_cost(price, setup, life, residual, quantity, 0)
    yearly = annual_ownership_cost(0, 0, life, 0, quantity, annual_unit_cost)

    def charged(year: int) -> float:
        if not first <= year <= last:
            return 0.0
        age = (year - first) % life
        return finite(yearly + share * (life - age if year == last else 1), "The cost of a year")

    return tuple(charged(year) for year in range(1, years + 1))


def refresh_reserve(quantity: float, unit_cost: float, service_life: int) -> float:
    r"""Return what to set aside each year so that a fleet can always be replaced.

    Use it to turn the spike of a fleet bought in one year into an even yearly need.

    Args:
        quantity: Number of devices, spares included.
        unit_cost: Dollars per device, setup included.
        service_life: Years of service, 1 or more.

    Returns:
        Dollars per year, before interest.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole years.
        TermError: ``service_life`` is below 1.
        FinanceError: ``quantity`` is negative.
        NoFiniteAnswerError: The amount is too large to be a number.

    Example:
        >>> refresh_reserve(2_400, 365, 4)
        219000.0

    Formula:
        :math:`Q \cdot P / L`.

    Source:
        Steady refresh: a fleet of Q devices that last L years is replaced at Q / L a year.

    """
    return annual_ownership_cost(unit_cost, 0, service_life, 0, quantity, 0)


def cost_per_device_day(price: float, years: int, days_per_year: int) -> float:
    """Return what a device costs on each day of school.

    Use it to make a price felt: 44 cents a day against a textbook or a bus ride.

    Args:
        price: Dollars per device, with all that belongs to it.
        years: Years of service, 1 or more.
        days_per_year: School days a year, 1 to 366.

    Returns:
        Dollars per school day.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole.
        TermError: ``years`` is below 1, or ``days_per_year`` outside 1 to 366.

    Example:
        A $400 tablet with its case, 5 years of 180 days:

        >>> round(cost_per_device_day(400, 5, 180), 2)
        0.44

    Formula:
        :math:`P / (n D)`.

    Source:
        The Next Tech Thing (2015), cost of a tablet per school day.

    """
    cost = arguments.number(price, "The price")
    term = arguments.whole(years, "The number of years")
    days = arguments.whole(
        days_per_year, "The number of school days a year", highest=_DAYS_OF_A_LEAP_YEAR
    )
    return cost / (term * days)
