"""A linear scale from 0 with round steps."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from 0 to `top` onto positions from `left` to `right`."""

    top: float
    left: float
    right: float

    def at(self, value: float) -> float:
        """The position of a value, held inside the scale."""
        share = 0.0 if self.top <= 0 else min(max(value / self.top, 0.0), 1.0)
        return self.left + share * (self.right - self.left)


def steps(top: float, about: int) -> list[float]:
    """Round values from 0 to just above `top`, `about` steps of 1, 2 or 5 times a power of ten.

    >>> steps(11000, 3), steps(0, 3)
    ([0.0, 5000.0, 10000.0, 15000.0], [0.0, 1.0])
    """
    if top <= 0 or not math.isfinite(top):
        return [0.0, 1.0]
    rough = top / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    return [step * rank for rank in range(math.ceil(top / step - 1e-9) + 1)]
