"""Which reports need not be read because another of the same words was."""

from __future__ import annotations

from trendechos import claims, reading
from trendechos.records import Report
from trendechos.records.codec import content_id, encode


def reading_key(report: Report) -> str:
    """The hash of all that the claims of a report depend on: two reports with one key differ in ids alone.

    Its words, byline, credit, language and moment of publication count; of the outlet its country, and the
    outlet itself only where the page may name it.
    """
    return content_id(
        "reading",
        report.title,
        report.text,
        report.byline,
        report.credit,
        report.language,
        encode(report.published) if report.published else None,
        reading.home(report),
        report.outlet if claims.names_itself(report) else None,
    )
