"""Whether two numbers answer one question and give one answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from trendechos.echoes.profile import place_key
from trendechos.knowledge import countries
from trendechos.records import FATES, Quantity
from trendechos.text.normalise import fold, words

# Counts that a page may use for each other without changing the question.
_FAMILIES = {
    "killed": "loss", "wounded": "loss", "killed_or_wounded": "loss", "casualties": "loss",
    "troops": "people", "civilians": "people", "displaced": "people", "captured": "captured",
}  # fmt: skip
# Measures of something else than people or things.
_MEASURES = frozenset(("money", "distance", "share", "duration", "age"))
# A statement of how many people is no statement of anything else.
_COUNTED = FATES | {"civilians"}
# Spans of time are round in every text ("48 hours", "21 days").
_TIMES = frozenset(("duration", "age"))
# Below this two numbers are equal by chance too often to say anything unless they count the same.
SMALL = 20
# What one small figure in two claims counts for at most: without it two unrelated claims in a hundred events'
# coverage shared "two" or "11" and little else (own look at links across events of ECB+; of those within one
# event none was lost).
_SMALL_AGREES = 0.3
# "nearly 11,000" and "11,000" are one number; 10,000 and 11,000 are two. News rounds to two digits.
_SAME = 0.025


def value(quantity: Quantity) -> float | None:
    """The number that stands in the text: the middle of a range, else the bound given; None for words alone."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return (low + high) / 2
    return low if low is not None else high


def is_large(quantity: Quantity) -> bool:
    """False for numbers that are equal by chance."""
    return (value(quantity) or 0) >= SMALL


def large(quantities: Iterable[Quantity]) -> frozenset[float | None]:
    """The numbers that are no such."""
    return frozenset(value(one) for one in quantities if is_large(one))


def same_large(one: Quantity, two: Quantity) -> bool:
    """True for one number in both, too large to be so by chance."""
    return is_large(one) and value(one) == value(two)


def same_value(left: float, right: float) -> bool:
    """True when two numbers are one figure, allowing for the rounding of news."""
    return abs(left - right) <= _SAME * max(abs(left), abs(right))


def same_kind(left: Quantity, right: Quantity) -> bool:
    """True when the numbers count the same sort of thing, so that they can agree or conflict."""
    if left.counts == right.counts:
        return left.counts != "other" or _unit(left) == _unit(right)
    family = _FAMILIES.get(left.counts)
    return family is not None and family == _FAMILIES.get(right.counts)


def telling(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The counts of people that are too large, and not bound to a day, to be equal by chance."""
    return tuple(one for one in of_people(quantities) if is_large(one) and one.window in ("none", "cumulative"))


def figures(quantities: Sequence[Quantity]) -> frozenset[float | None]:
    """The numbers of those counts."""
    return frozenset(map(value, telling(quantities)))


def same_measure(left: Quantity, right: Quantity) -> bool:
    """True for one number of one kind, told of places of which one may hold the other."""
    return (
        value(left) == value(right)
        and same_kind(left, right)
        and (not left.scope or not right.scope or _around(left.scope, right.scope))
    )


def _around(left: str, right: str) -> bool:
    """True when one of two places may hold the other: by its words, or as a country."""
    return any(map(countries.find, (left, right))) or _nested(place_key(left), place_key(right))


def of_people(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities that count people."""
    return tuple(one for one in quantities if one.counts in _FAMILIES)


def _unit(quantity: Quantity) -> str:
    return fold(quantity.unit or "").removesuffix("s")


def _open_kind(left: Quantity, right: Quantity) -> bool:
    """True when one page leaves open what it counts: such a number may agree and never conflicts."""
    kinds = {left.counts, right.counts}
    small = min(value(left) or 0, value(right) or 0) < SMALL
    if "other" not in kinds or small or kinds & _MEASURES:
        return False
    # Cases are not deaths: what is named and counts no people says nothing of what befell people.
    return not kinds & FATES or any(one.counts == "other" and one.unit is None for one in (left, right))


def agreement(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[float, str]:
    """How the numbers of two claims stand to each other, -1..1, and why; 0 when they cannot be compared.

    One shared figure decides for them; without one, two figures of the same kind decide against them.
    """
    equal: list[tuple[float, str]] = []
    inside: list[tuple[float, str]] = []
    differing: list[tuple[float, str]] = []
    tolls = False
    for one, two in product(left, right):
        a, b = value(one), value(two)
        if a is None or b is None:
            if a is b and (weight := _in_words(one, two)):
                equal.append((weight, f"{one.words}, {two.words}"))
            continue
        if same_value(a, b) and (weight := _equal(one, two)):
            equal.append((weight, f"{one.words} = {two.words}"))
        elif same_kind(one, two):
            found, verb = (inside, "within") if _inside(one, two) else (differing, "is not")
            found.append((0.3 if found is inside else -1.0, f"{one.words} {verb} {two.words}"))
            tolls |= found is differing and {one.counts, two.counts} <= FATES
    if tolls and equal and max(equal)[0] <= _SMALL_AGREES:
        # "43, five of them children" and "19, five of them children" are two tolls.
        equal = []
    for rated in (equal, inside, differing):
        if rated:
            return max(rated)
    if left and right:
        told = all(value(one) is not None for one in (*left, *right))
        alone = told and any(all(one.counts in FATES for one in side) for side in (left, right))
        return (-0.5 if alone else -0.2), "numbers of different kinds"
    if all(value(quantity) is None for quantity in (*left, *right)):
        # "Several thousand" on one page is as soon "some" or nothing on another.
        return (-0.1, "a figure in words in one only") if left or right else (0.0, "no figures")
    counted = any(one.counts in _COUNTED and value(one) is not None for one in (*left, *right))
    # How many were killed is what a count claims; of whom and why, another statement.
    return (-1.0, "a count in one only") if counted else (-0.4, "a figure in one only")


# Words that leave a figure in words as open as it is.
_OPEN = frozenset(
    ("a", "an", "the", "of", "some", "few", "several", "many", "number", "small", "large", "more")
)
# Words by which two figures in words are of one size.
_ORDERS = frozenset(("dozen", "score", "hundred", "thousand", "million", "billion"))


def size(quantity: Quantity) -> frozenset[str]:
    """The words of a figure in words that say how many: its couples, dozens, hundreds, thousands."""
    return frozenset(word.removesuffix("s") for word in words(quantity.words)) - _OPEN


def _in_words(left: Quantity, right: Quantity) -> float:
    """How far two figures in words are one: the same words, or the same order of size ("a few thousand")."""
    if left.words and fold(left.words) == fold(right.words):
        return 0.7
    shared = size(left) & size(right) & _ORDERS
    return 0.4 if shared and same_kind(left, right) else 0.0


def _equal(left: Quantity, right: Quantity) -> float:
    """How far one value in both is one figure: less when counts, scope or window differ, 0 for another kind."""
    kinds = {left.counts, right.counts}
    if left.counts == right.counts:
        base = 1.0 if same_kind(left, right) else 0.0
    elif kinds <= _FAMILIES.keys():
        # What befell the people differs: perhaps one page has it wrong.
        base = 0.8 if same_kind(left, right) and "loss" not in map(_FAMILIES.get, kinds) else 0.6
    else:
        base = 0.8 if _open_kind(left, right) else 0.0
    scopes = {place_key(quantity.scope) for quantity in (left, right) if quantity.scope}
    windows = {quantity.window for quantity in (left, right)} - {"none", "planned", "cumulative"}
    if len(scopes) == 2 and not _nested(*scopes):
        base -= 0.2
    if _floor(left) != _floor(right):
        # "At least" gets lost on the way, but as often it is another figure of another day.
        base -= 0.3
    rated = max(0.0, base - (0.5 if len(windows) == 2 else 0.0))
    small = min(value(left) or 0.0, value(right) or 0.0) < SMALL or kinds <= _TIMES
    return min(rated, _SMALL_AGREES) if small else rated


def _floor(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is None


def _nested(left: str, right: str) -> bool:
    a, b = set(left.split()), set(right.split())
    return a <= b or b <= a


def _inside(left: Quantity, right: Quantity) -> bool:
    for wide, point in ((left, right), (right, left)):
        at = value(point)
        if wide.qualifier == "range" and wide.low is not None and wide.high is not None and at is not None:
            return wide.low <= at <= wide.high
    return False
