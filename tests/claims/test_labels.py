"""Who speaks in a headline with a colon or a dash, and which words before one are no speaker."""

from __future__ import annotations

import pytest
from tests.claims.parsed import find_in

BODY = "Kennedy Lishimpi said on Monday that the fever had come to Bo."


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Fever: what we know about the virus", ""),
        ("SHOCKING: 300 bodies found in rubble", ""),
        ("Lishimpi: Govt needs $18m", "Lishimpi"),
        ("Govt needs $18m for fever, only $4.3m pledged – Lishimpi", "Lishimpi"),
        ("Talks to go on - Reuters", ""),
        ("Peru: Marines shot at crowd", ""),
        ("Police: three killed in blast", "Police"),
        ("At least 12 killed in strike on hospital, rebels say, blaming army", "rebels"),
        ("Mediators move deadline again as Chad threatens", ""),
    ],
)
def test_who_speaks_in_a_title(title: str, who: str) -> None:
    claims = [claim for claim in find_in(BODY, title=title) if claim.span.field == "title"]
    assert claims[0].speaker.name == who
