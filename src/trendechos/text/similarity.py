"""How much two sets of words share."""

from __future__ import annotations

from collections.abc import Set


def dice(left: Set[str], right: Set[str]) -> float:
    """Twice the shared part over both sizes, 0..1; 0 when either is empty (Dice 1945).

    >>> dice({"a", "b"}, {"b", "c"})
    0.5
    """
    if not left or not right:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))


def containment(left: Set[str], right: Set[str]) -> float:
    """The shared part over the smaller set, 0..1; 0 when either is empty (Broder 1997).

    >>> containment({"a", "b", "c", "d"}, {"b", "c"})
    1.0
    """
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))
