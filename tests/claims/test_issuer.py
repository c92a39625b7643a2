"""What a body says on a page of its own is what that body says."""

from __future__ import annotations

import pytest
from tests.build import report
from tests.claims.parsed import find_in

from trendechos.claims.issuer import issuer


@pytest.mark.parametrize(
    ("outlet", "who", "party"),
    [
        ("NATO", "NATO", "NATO"),
        ("Amnesty International", "Amnesty International", "AMNESTY"),
        ("U.S. Department of State", "US State Department", "USA"),
        ("Ministry of Health Zambia", "Ministry of Health Zambia", "ZMB"),
        ("Prime Minister's Office (Kenya)", "Prime Minister's Office (Kenya)", "KEN"),
    ],
)
def test_bodies_issue_their_own_pages(outlet: str, who: str, party: str) -> None:
    found = issuer(report("Rain fell.", outlet=outlet))
    assert found is not None
    assert (found.canonical, found.party) == (who, party)


@pytest.mark.parametrize(
    "outlet", ["Reuters", "The Hill", "Zambia Daily Mail", "UN News", "Kyiv Independent", None]
)
def test_the_press_issues_no_statements_of_a_body(outlet: str | None) -> None:
    assert issuer(report("Rain fell.", outlet=outlet)) is None


def test_a_release_speaks_for_its_ministry() -> None:
    text = "Nine people have died of cholera in Mbala. The mayor said the wells were closed."
    ministry, mayor = sorted(find_in(text, outlet="Ministry of Health Zambia"), key=lambda one: one.span.start)
    assert (ministry.mode, ministry.speaker.party) == ("asserted", "ZMB")
    assert mayor.speaker.canonical == "mayor"
