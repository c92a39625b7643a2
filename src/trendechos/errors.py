"""The named ways in which work stops; absence that is no fault is a Gap, not an error."""


class TrendechosError(Exception):
    """Base of every error that trendechos raises on purpose; its text is meant for the user."""


class InvalidInput(TrendechosError):
    """What the user gave cannot be used: names file, line, reason and remedy."""


class NotFound(TrendechosError):
    """What was asked for by name or id is not held."""


class SkipItem(TrendechosError):
    """One item failed during I/O; `flow` turns it into a Gap and the run goes on."""


class StopRun(TrendechosError):
    """The run cannot go on; what is committed stays."""


class StoreError(TrendechosError):
    """The store cannot be read or written: names the store, the reason and the remedy."""
