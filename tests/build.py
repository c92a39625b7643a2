"""Records in one line, for tests."""

from __future__ import annotations

from typing import Any

from trendechos.records import (
    Actor,
    Claim,
    Event,
    Evidence,
    Moment,
    Origin,
    Place,
    Quantity,
    Report,
    Span,
    Speaker,
)
from trendechos.records.codec import content_id


def day(value: str | None) -> Moment | None:
    if value is None:
        return None
    return Moment(value, "minute" if "T" in value else "month" if len(value) == len("2024-05") else "day")


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


def place(name: str, precision: Any = "town", country: str | None = None, adm1: str | None = None) -> Place:
    return Place(name, precision, Span(0, len(name)), country, adm1, role="event")


def number(low: float | None, high: float | None = None, **fields: Any) -> Quantity:
    fields.setdefault("words", str(low if low is not None else high))
    return Quantity(span=Span(0, 1), low=low, high=high, **fields)


def event(plover: str | None, *actors: str, to: tuple[str, ...] = ()) -> Event:
    """An event between actors given by their codes, which stand for their names too."""
    return Event(
        plover,
        None,
        actors=tuple(Actor(code, code) for code in actors),
        recipients=tuple(Actor(code, code) for code in to),
    )


def origin(*claims: Claim, **fields: Any) -> Origin:
    """The origin of claims that repeat one statement; the first is its key claim."""
    key = claims[0]
    ids = tuple(sorted(claim.claim_id for claim in claims))
    defaults: dict[str, Any] = {
        "origin_id": content_id("origin", *ids),
        "label": f"{key.speaker.canonical}: {key.text}",
        "speaker": key.speaker,
        "party": key.speaker.party,
        "said_when": key.said_when,
        "basis": key.basis,
        "reports": tuple(dict.fromkeys(claim.report_id for claim in claims)),
        "earliest_held": (key.report_id,),
        "quantity": key.quantities[0] if key.quantities else None,
        "certainty": key.certainty,
        "polarity": key.polarity,
    }
    return Origin(claims=ids, key_claim_id=key.claim_id, text=key.text, **(defaults | fields))


def evidence(
    reports: tuple[Report, ...], claims: tuple[Claim, ...], *origins: Origin, **fields: Any
) -> Evidence:
    fields.setdefault("groups", ())
    fields.setdefault("propositions", ())
    return Evidence(
        reports={report.report_id: report for report in reports},
        claims={claim.claim_id: claim for claim in claims},
        origins=origins,
        **fields,
    )
