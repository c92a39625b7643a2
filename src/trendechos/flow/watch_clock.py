"""Time for watching: the clock is handed in, so that tests decide what it says."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import blake2b

# A source that fails is asked again after twice the time, but at least once a day.
LONGEST_SECONDS = 86_400.0
# How much of a wait chance may take off: enough to part a hundred watchers by seconds.
_SPREAD = 0.2


@dataclass(frozen=True, slots=True)
class Clock:
    """The present as seconds since 1970, and a way to let time pass."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep

    def stamp(self, later: float = 0) -> str:
        """The present, or `later` seconds after it, as RFC 3339 in UTC to the second."""
        return stamp(self.now() + later)


def stamp(seconds: float) -> str:
    """Seconds since 1970 as RFC 3339 in UTC, whole seconds.

    >>> stamp(1730800800.7)
    '2024-11-05T10:00:00Z'
    """
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(stamped: str) -> float:
    """What `stamp` was given, to the second."""
    return datetime.fromisoformat(stamped.replace("Z", "+00:00")).timestamp()


def back_off(fails: int, every: float, who: str = "") -> float:
    """Seconds until the next try after so many failures in a row: doubled each time, a day at most.

    `who` (a situation and an address) takes up to a fifth off, always the same for the same try, so
    that many watchers that failed at one moment do not come back at one moment.

    >>> [back_off(fails, 60) for fails in (1, 2, 3, 30)]
    [120.0, 240.0, 480.0, 86400.0]
    >>> 96 <= back_off(1, 60, "floods https://a.example/feed") < 120
    True
    """
    whole = float(min(every * 2 ** min(fails, 20), max(LONGEST_SECONDS, every)))
    return whole - whole * _SPREAD * _share(f"{who} {fails}") if who else whole


def _share(name: str) -> float:
    """A number in [0, 1) that the name decides."""
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=4).digest(), "big") / 2**32


def pause(retry_after: str | None, now: float) -> float:
    """Seconds that a Retry-After header asks for, between one second and a day; 60 without a usable one.

    >>> pause("120", 0), pause("Thu, 01 Jan 1970 00:10:00 GMT", 0), pause("soon", 0), pause("9" * 20, 0)
    (120.0, 600.0, 60.0, 86400.0)
    """
    wanted = 60.0
    if retry_after:
        try:
            wanted = float(int(retry_after))
        except ValueError:
            try:
                wanted = parsedate_to_datetime(retry_after).timestamp() - now
            except (ValueError, TypeError, OverflowError):
                wanted = 60.0
    return min(max(wanted, 1.0), LONGEST_SECONDS)
