"""Records in one line, for tests."""

from __future__ import annotations

from typing import Any

from trendechos.records import Claim, Moment, Report, Span, Speaker
from trendechos.records.codec import content_id


def day(value: str | None) -> Moment | None:
    return Moment(value, "day") if value else None


def report(text: str, published: str | None = "2024-11-04", **fields: Any) -> Report:
    version_id = content_id("version", fields.get("outlet"), published, fields.get("title"), text)
    fields.setdefault(
        "report_id", content_id("report", fields.get("outlet"), published, fields.get("title"), text)
    )
    fields.setdefault("version_id", version_id)
    return Report(text=text, published=day(published), **fields)


def speaker(canonical: str, party: str | None = None, kind: Any = "person") -> Speaker:
    return Speaker(canonical, canonical, kind, party, None)


def claim(text: str, by: Speaker, of: Report | None = None, **fields: Any) -> Claim:
    source = of or report(text)
    start = source.text.index(text)
    span = Span(start, start + len(text))
    fields.setdefault("claim_id", content_id("claim", source.version_id, span.start, span.end, by.canonical))
    fields.setdefault("attribution_id", fields["claim_id"])
    fields.setdefault("mode", "reported")
    fields.setdefault("content", (span,))
    fields.setdefault("said_when", source.published)
    fields.setdefault("lemmas", tuple(sorted({word.strip(".,").lower() for word in text.split()})))
    return Claim(
        report_id=source.report_id, version_id=source.version_id, span=span, text=text, speaker=by, **fields
    )
