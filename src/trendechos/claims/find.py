"""Claims of one report: attribution, then coding."""

from __future__ import annotations

from trendechos.claims.attribute import attribute
from trendechos.claims.code import code
from trendechos.records import Claim, Gap, Reading, Report


def find(report: Report, reading: Reading) -> tuple[Claim | Gap, ...]:
    """The claims that `report` puts forward, in order; a Gap where a quotation has no speaker."""
    return code(report, reading, attribute(report, reading))
