"""Where copies change what was said."""

from dataclasses import replace

import pytest
from tests.build import place
from tests.echoes.scene import MINISTER, NOBODY, figure, held, said

from trendechos.echoes.drift import drift
from trendechos.records import Hedge, Span

KEY = said(
    "Up to 3,000 people may be displaced in Accra",
    MINISTER,
    page="Daily",
    certainty="possible",
    hedges=(Hedge("may", "modal", Span(0, 1)),),
    quantities=(figure(3000, low=None, qualifier="up_to"),),
    places=(place("Accra", country="GHA"),),
    type="deployment",
)
SAME = {
    "certainty": "possible",
    "quantities": (figure(3000, low=None, qualifier="up_to"),),
    "places": (place("Accra", country="GHA"),),
    "type": "deployment",
}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"certainty": "asserted"}, "hedge dropped"),
        ({"quantities": (figure(3000),)}, "number changed"),
        ({"quantities": (figure(3000, counts="money", unit="dollars"),)}, None),
        ({"places": (place("Lomé", country="TGO"),)}, "place changed"),
        ({"speaker": NOBODY}, "attribution dropped"),
        ({"type": "capture"}, "meaning changed"),
        ({"quantities": (figure(3000, counts="killed"),)}, "unit changed"),
        ({}, None),
    ],
)
def test_a_change_is_named(change: dict, what: str | None) -> None:
    copy, source = said("3,000 people displaced in Accra", page="Post", **SAME)
    copy = replace(copy, **change)
    claims, reports = held(KEY, (copy, source))
    found = drift(KEY[0], tuple(claims.values()), reports)
    assert [one.what for one in found] == ([what] if what else [])
    assert all(one.claim_id == copy.claim_id and "Post" in one.detail for one in found)


def test_restated_text_names_no_outlet() -> None:
    copy, source = said("3,000 people displaced in Accra", page="Post", **SAME | {"certainty": "asserted"})
    claims, reports = held(KEY, (copy, replace(source, text_kind="restatement")))
    (found,) = drift(KEY[0], tuple(claims.values()), reports)
    assert "Post" not in found.detail
    assert found.detail.startswith("a page")


def test_an_equal_copy_does_not_drift() -> None:
    claims, reports = held(KEY)
    assert drift(KEY[0], tuple(claims.values()), reports) == ()


def test_a_page_that_names_the_speaker_elsewhere_drops_no_attribution() -> None:
    copy, source = said("3,000 people displaced in Accra", page="Post", **SAME)
    copy = replace(copy, speaker=NOBODY)
    claims, reports = held(KEY, (copy, source))
    heard = {copy.report_id: frozenset((MINISTER.canonical,))}
    assert drift(KEY[0], tuple(claims.values()), reports, heard) == ()
