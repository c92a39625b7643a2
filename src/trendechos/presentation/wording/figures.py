"""Numbers as a reader says them: separators, qualifiers in words, counts with their noun."""

from __future__ import annotations

from trendechos.presentation.wording.parts import Given, Phrase, given
from trendechos.records import Qualifier, Quantity

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_QUALIFIERS: dict[Qualifier, str] = {
    "exactly": "exactly ",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
    "up_to": "up to ",
    "nearly": "nearly ",
    "range": "",
    "none": "",
}
COUNTS = {
    "troops": "troops",
    "killed": "killed",
    "wounded": "wounded",
    "killed_or_wounded": "killed or wounded",
    "casualties": "casualties",
    "captured": "captured",
    "missing": "missing",
    "displaced": "displaced",
    "civilians": "civilians",
    "weapons": "weapons",
    "money": "money",
    "distance": "distance",
    "share": "share",
    "duration": "duration",
    "age": "age",
    "other": "other",
}
WINDOWS = {
    "day": "in a day",
    "week": "in a week",
    "month": "in a month",
    "cumulative": "in all",
    "planned": "planned",
    "none": "",
}


# Nouns that stand before a figure on the page ("the death toll rose to 29") and read oddly behind it.
_UNITS = {"death": "deaths", "toll": "", "death toll": "", "figure": "", "number": "", "count": ""}
_SIZES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """A number with thousands separators; millions and more in words where no digit is lost.

    >>> number(11000.0), number(2.5), number(10_700_000_000), number(1_234_567)
    ('11,000', '2.5', '10.7 billion', '1,234,567')
    """
    for size, word in _SIZES:
        if value >= size and round(value / size, 2) == value / size:
            return f"{value / size:,.2f}".rstrip("0").rstrip(".") + f" {word}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def bounds(low: float | None, high: float | None, qualifier: Qualifier | None) -> str:
    """A value with its qualifier in words; "" when both bounds are open.

    >>> bounds(10000, None, "at_least"), bounds(11000, 12000, "range"), bounds(None, 8000, "up_to")
    ('at least 10,000', '11,000 to 12,000', 'up to 8,000')
    """
    word = _QUALIFIERS.get(qualifier or "none", "")
    if low is not None and high is not None and low != high:
        lead = word if qualifier in ("about", "nearly") else ""
        return f"{lead}{number(low)} to {number(high)}"
    if low is not None:
        return f"{word or ('at least ' if high is None else '')}{number(low)}"
    if high is not None:
        return f"{word or 'up to '}{number(high)}"
    return ""


def value(quantity: Quantity) -> Phrase:
    """A quantity in words with its unit; the page's own words where it gives no number."""
    text = bounds(quantity.low, quantity.high, quantity.qualifier)
    if not text:
        return (Given(given(quantity.words).text, words=True),)
    unit = _UNITS.get(quantity.unit or "", quantity.unit)
    lead = {"up": "an increase of ", "down": "a decrease of "}.get(quantity.change, "")
    return (f"{lead}{text} ", given(unit)) if unit else (lead + text,)


def count(many: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun, in words up to ten.

    >>> count(1, "page"), count(0, "page"), count(12, "party", "parties")
    ('one page', 'no page', '12 parties')
    """
    figure = _SMALL[many] if 0 <= many <= 10 else f"{many:,}"
    return f"{figure} {noun if many in (0, 1) else plural or noun + 's'}"


def small(many: int) -> str:
    """A count in words up to ten, in figures above."""
    return _SMALL[many] if 1 <= many <= 10 else f"{many:,}"


def share(part: float) -> str:
    """A share of 0..1 as a whole percentage.

    >>> share(0.456)
    '46%'
    """
    return f"{round(part * 100)}%"


def compatible(values: list[tuple[float | None, float | None, Qualifier | None]]) -> bool | None:
    """Whether all values can be true at once, or None when fewer than two have a bound.

    "About" and "nearly" reach 10% to either side: our choice, wide enough for round numbers.
    """
    known = [_reach(*one) for one in values if one[0] is not None or one[1] is not None]
    if len(known) < 2:
        return None
    return max(low for low, _ in known) <= min(high for _, high in known)


def _reach(low: float | None, high: float | None, qualifier: Qualifier | None) -> tuple[float, float]:
    slack = 0.1 if qualifier in ("about", "nearly") else 0.0
    least = float("-inf") if low is None else low * (1 - slack)
    most = float("inf") if high is None else high * (1 + slack)
    return least, most
