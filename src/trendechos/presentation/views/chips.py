"""The counts of a question as chips: a label, a figure, and what it means in a sentence."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.inert import inert
from trendechos.presentation.wording.parts import flat
from trendechos.records import Proposition
from trendechos.records.codec import Json

INDEPENDENCE = {
    "independent": "independent origins",
    "dependent": "not independent",
    "not_established": "independence not established",
}
_MEANS = {
    "independent": "The pages show separate evidence for at least two of the origins.",
    "dependent": "The origins rest on each other or on one source, so that they count as one.",
    "not_established": "No page shows separate evidence. Nothing is added to how well it is corroborated.",
}


def of(index: Index, proposition: Proposition) -> list[Json]:
    """Pages, origins, voices, independence, and what stands against."""
    independence = INDEPENDENCE[proposition.independence]
    if proposition.independence == "independent":
        independence = figures.count(proposition.independent_origins_count, "independent origin")
    reason = flat(proposition.reason, 400)
    chips = [
        _chip(
            "pages",
            figures.count(proposition.pages_count, "page"),
            "Pages that carry it. Pages are not evidence.",
        ),
        _chip(
            "origins",
            figures.count(proposition.origins_count, "origin"),
            "Statements behind those pages: one proposition by one speaker on one occasion.",
        ),
        _chip(
            "voices",
            figures.count(proposition.voices_count, "voice"),
            "Parties that say so. A government is one voice, however many of its people speak.",
        ),
        _chip(
            f"independence {proposition.independence}",
            independence,
            f"{_MEANS[proposition.independence]} {reason[:1].upper()}{reason[1:]}"
            if reason
            else _MEANS[proposition.independence],
        ),
    ]
    if proposition.unnamed_count:
        label = f"{figures.small(proposition.unnamed_count)} unnamed"
        chips.append(_chip("unnamed", label, "Origins whose speaker the pages do not name."))
    if proposition.against_count:
        label = f"{figures.small(proposition.against_count)} against or in doubt"
        chips.append(_chip("against", label, "Origins that deny or doubt it, say otherwise, or leave it open."))
    return [{**chip, "label": inert(str(chip["label"])), "means": inert(str(chip["means"]))} for chip in chips]


def span(index: Index, proposition: Proposition) -> str:
    """The days between which it was said, in words; "" when no day is known."""
    first, last = proposition.first_on, proposition.last_on
    if not first or not last:
        return ""
    if first == last:
        return dates.day(first, index.year)
    return f"{dates.day(first, index.year)} to {dates.day(last, index.year)}"


def _chip(kind: str, label: str, means: str) -> Json:
    return {"kind": kind, "label": label, "means": means}
