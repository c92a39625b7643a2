"""Short invented reports and claims that the tests of echoes share."""

from __future__ import annotations

import os
from typing import Any

from tests.build import claim, day, report, speaker

from trendechos.echoes import compare, group, trace
from trendechos.echoes.compare import pairs
from trendechos.records import Claim, Origin, Quantity, Report, Span, Speaker

# Examples a property: few in the suite, more where somebody asks (ECHOES_EXAMPLES=2000 before a release).
EXAMPLES = int(os.environ.get("ECHOES_EXAMPLES", "40"))
MINISTER = speaker("Amina Osei", "GHA")
RIVAL = speaker("Kofi Darko", "GHA")
ENVOY = speaker("Lena Brandt", "DEU")
MINISTRY = speaker("Ministry of Health", "GHA", "organisation")
NOBODY = Speaker("", "", "none")


def figure(number: float | None, **fields: Any) -> Quantity:
    fields.setdefault("unit", "people")
    fields.setdefault("counts", "displaced")
    fields.setdefault("words", f"{number:,.0f}" if number else "many")
    fields.setdefault("span", Span(0, 1))
    return Quantity(low=fields.pop("low", number), high=fields.pop("high", number), **fields)


def said(
    text: str, by: Speaker = MINISTER, on: str | None = "2024-05-06", *, page: str | None = None, **fields: Any
) -> tuple[Claim, Report]:
    """A claim on a page of its own, said on the day before the page unless told otherwise."""
    fields.setdefault("type", "casualties")
    published = fields.pop("published", "2024-05-07")
    name = fields.pop("id", None) or f"{page} {published} {text}"
    source = report(text, published, outlet=page, report_id=name)
    return claim(text, by, source, said_when=day(on), **fields), source


def held(*pages: tuple[Claim, Report]) -> tuple[dict[str, Claim], dict[str, Report]]:
    return {one.claim_id: one for one, _ in pages}, {source.report_id: source for _, source in pages}


def origins(*pages: tuple[Claim, Report]) -> tuple[Origin, ...]:
    """The origins that the whole stage makes of the pages."""
    claims, reports = held(*pages)
    links = list(compare(pairs(claims.values()), reports=reports))
    return trace(group(claims, links, reports=reports), claims, reports)
