"""What an origin is called: who, when, and what in a few words."""

from __future__ import annotations

from trendechos.records import Claim, Moment, Quantity, Speaker

_QUALIFIERS = {
    "about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ",
    "less_than": "less than ", "up_to": "up to ", "nearly": "nearly ",
}  # fmt: skip
_LENGTH = 90


def label(speaker: Speaker, said_when: Moment | None, key: Claim, quantity: Quantity | None) -> str:
    """Who said it, when, and what: the figure with its unit and place, else the first words of the claim.

    A day that no page states is called so; an unnamed speaker keeps the words that describe it.
    """
    who = speaker.canonical or speaker.name or "No source given"
    when = said_when.value.replace("/", " to ") if said_when else "day not stated"
    return f"{who}, {when}: {_figure(quantity) or _cut(key.text)}"


def _figure(quantity: Quantity | None) -> str:
    if quantity is None or quantity.unit is None:
        return ""
    where = f" in {quantity.scope}" if quantity.scope else ""
    return f"{amount(quantity)} {quantity.unit}{where}"


def amount(quantity: Quantity) -> str:
    """The figure with its qualifier in plain words, as the text has it where it gives no bounds."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return quantity.words
    if low is not None and high is not None and low != high:
        return f"{low:,.15g} to {high:,.15g}"
    value = low if low is not None else high
    return f"{_QUALIFIERS.get(quantity.qualifier, '')}{value:,.15g}"


def _cut(text: str) -> str:
    flat = " ".join(text.split()).rstrip(".")
    if len(flat) <= _LENGTH:
        return flat
    return flat[: flat.rfind(" ", 0, _LENGTH) if " " in flat[:_LENGTH] else _LENGTH] + " …"
