"""Whether two numbers answer one question and give one answer."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.echoes.profile import place_key
from trendechos.records import Quantity

# Counts that a page may use for each other without changing the question.
_FAMILIES = {
    "killed": "loss", "wounded": "loss", "killed_or_wounded": "loss", "casualties": "loss",
    "troops": "people", "civilians": "people", "displaced": "people", "captured": "captured",
}  # fmt: skip
# "nearly 11,000" and "11,000" are one number; 10,000 and 11,000 are two. News rounds to two digits.
_SAME = 0.025


def value(quantity: Quantity) -> float | None:
    """The number that stands in the text: the middle of a range, else the bound given; None for words alone."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return (low + high) / 2
    return low if low is not None else high


def same_value(left: float, right: float) -> bool:
    """True when two numbers are one figure, allowing for the rounding of news."""
    return abs(left - right) <= _SAME * max(abs(left), abs(right))


def same_kind(left: Quantity, right: Quantity) -> bool:
    """True when the numbers count the same sort of thing, so that they can agree or conflict."""
    if left.counts == right.counts:
        return left.counts != "other" or not left.unit or not right.unit or left.unit == right.unit
    family = _FAMILIES.get(left.counts)
    if family is not None and family == _FAMILIES.get(right.counts):
        return True
    return "other" in (left.counts, right.counts) and not {left.counts, right.counts} & {
        "money",
        "distance",
        "share",
    }


def agreement(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[float, str]:
    """How the numbers of two claims stand to each other, -1..1, and why; 0 when they cannot be compared.

    The first number of each claim decides when it conflicts; one shared figure elsewhere softens that.
    """
    pairs = [(one, two) for one in left for two in right if same_kind(one, two)]
    rated = [(one, two, value(one), value(two)) for one, two in pairs]
    equal = [(one, two) for one, two, a, b in rated if a is not None and b is not None and same_value(a, b)]
    if equal:
        best = max(_equal(one, two) for one, two in equal)
        one, two = equal[0]
        return best, f"{one.words} = {two.words}"
    differing = [(one, two) for one, two, a, b in rated if a is not None and b is not None]
    for one, two in differing:
        if _inside(one, two):
            return 0.3, f"{one.words} within {two.words}"
    if differing:
        return -1.0, f"{differing[0][0].words} is not {differing[0][1].words}"
    if left and right:
        return -0.2, "numbers of different kinds"
    return (-0.4, "a figure in one only") if left or right else (0.0, "no figures")


def _equal(left: Quantity, right: Quantity) -> float:
    scopes = {place_key(quantity.scope) for quantity in (left, right) if quantity.scope}
    windows = {quantity.window for quantity in (left, right)} - {"none", "planned", "cumulative"}
    base = 1.0 if left.counts == right.counts else 0.7
    if len(scopes) == 2 and not _nested(*scopes):
        base -= 0.3
    return base - (0.5 if len(windows) == 2 else 0.0)


def _nested(left: str, right: str) -> bool:
    a, b = set(left.split()), set(right.split())
    return a <= b or b <= a


def _inside(left: Quantity, right: Quantity) -> bool:
    for wide, point in ((left, right), (right, left)):
        at = value(point)
        if wide.qualifier == "range" and wide.low is not None and wide.high is not None and at is not None:
            return wide.low <= at <= wide.high
    return False
