"""Whether two numbers with their qualifiers can both be right."""

from __future__ import annotations

from math import inf

from trendechos.records import Quantity

# "About 10,000" covers 10% either way, as rounding to one figure does at its coarsest below 10%;
# a plain round number ("11,000") is taken as rounded to its last figure that is not nought.
_LOOSE = 0.10


def bounds(quantity: Quantity) -> tuple[float, float] | None:
    """The least and the most that `quantity` may mean, in its own unit; None when it gives no number.

    >>> from trendechos.records import Span
    >>> bounds(Quantity("at least 10,000", Span(0, 1), 10000, None, "at_least"))
    (10000, inf)
    >>> bounds(Quantity("11,000", Span(0, 1), 11000, 11000))
    (10500.0, 11500.0)
    """
    low, high, kind = quantity.low, quantity.high, quantity.qualifier
    if low is None and high is None:
        return None
    if high is None or (low is not None and kind in ("at_least", "more_than")):
        return (low if low is not None else -inf), inf
    if kind in ("at_most", "less_than", "up_to"):
        # "Up to 8,000" is said of something near 8,000; far below it another word would stand.
        return high / 2, high
    if low is None:
        return -inf, high
    if kind in ("about", "nearly"):
        return low * (1 - _LOOSE), high * (1 + _LOOSE)
    slack = _rounding(low) if low == high and kind != "exactly" else 0.0
    return low - slack, high + slack


def compatible(one: Quantity, other: Quantity) -> bool:
    """True when some number fits both; a number given in words only fits none.

    >>> from trendechos.records import Span
    >>> plain = Quantity("11,000", Span(0, 6), 11000, 11000)
    >>> least = Quantity("at least 10,000", Span(0, 6), 10000, None, "at_least")
    >>> compatible(plain, least), compatible(plain, Quantity("8,000", Span(0, 5), 8000, 8000))
    (True, False)
    """
    left, right = bounds(one), bounds(other)
    return left is not None and right is not None and left[0] <= right[1] and right[0] <= left[1]


def one_figure(one: Quantity, other: Quantity) -> bool:
    """True when both name one number, whatever their qualifiers ("nearly 50,000", "up to 50,000").

    Different numbers are never one figure, however close: they stay side by side.
    """
    left, right = _numbers(one), _numbers(other)
    return bool(left) and left == right


def _numbers(quantity: Quantity) -> frozenset[float]:
    return frozenset(number for number in (quantity.low, quantity.high) if number is not None)


def _rounding(number: float) -> float:
    whole = abs(int(number))
    if whole != abs(number) or whole < 100:
        return 0.0
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    return step / 2 if step >= 100 else 0.0
