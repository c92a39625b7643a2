"""Pages of several outlets on one event, from text to origins: what repeats what, and what depends on what.

Which statements are one was written down before the first run. The pages are in pages.tsv.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.build import report

from trendechos.flow import api
from trendechos.records import Origin, Report

# By the words of a claim the pages, by number, of the one origin that it belongs to.
EXPECTED: dict[str, dict[str, set[int]]] = {
    "flood": {
        "killed 66": {0, 1}, "60 others": {0}, "240 millimetres": {1}, "toll from the floods to 148": {2, 3},
        "more than 3,300": {2, 3}, "193 people had been killed": {4, 5, 6, 7}, "41 bodies": {6},
        "no reports of missing": {7},
    },
    "strike": {
        "31 people had": {0, 1, 2}, "missile depots": {2}, "strikes to 53": {3, 4},
        "no indication that": {3, 4}, "with 18 missiles": {5, 6}, "had been hit": {6}, "14 dead": {7},
    },
    "vote": {
        "had won 70%": {0, 1}, "with 51.2%": {0, 2}, "international standards": {3, 4}, "Six people": {4, 5},
        "dead at 11": {6}, "won with 52%": {6, 7},
    },
}  # fmt: skip


@cache
def pages(name: str) -> tuple[Report, ...]:
    lines = (Path(__file__).parent / "pages.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t")[1:] for line in lines if line.startswith(name)]
    return tuple(
        report(text, published, outlet=outlet, report_id=f"page {number}", language="en")
        for number, (outlet, published, text) in enumerate(rows)
    )


@cache
def origins(name: str) -> tuple[Origin, ...]:
    return api.trace(pages(name))


@pytest.mark.parametrize("name", EXPECTED)
def test_pages_that_repeat_a_statement_are_one_origin(name: str) -> None:
    texts = {claim.claim_id: claim.text for claim in api.find(pages(name))}
    found = {
        words: [
            {int(page.removeprefix("page ")) for page in origin.reports}
            for origin in origins(name)
            if any(words in texts[claim] for claim in origin.claims)
        ]
        for words in EXPECTED[name]
    }
    assert found == {words: [numbers] for words, numbers in EXPECTED[name].items()}


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_is_independent_without_evidence_of_its_own_and_one_party_depends(name: str) -> None:
    held = {origin.origin_id: origin for origin in origins(name)}
    for origin in held.values():
        for relation in origin.relations:
            assert relation.independence != "independent"
            if origin.party and origin.party == held[relation.origin_id].party:
                assert relation.independence == "dependent"


@pytest.mark.parametrize("name", EXPECTED)
def test_a_copied_page_and_another_order_change_no_origin(name: str) -> None:
    first = pages(name)[0]
    copied = report(first.text, first.published_on, outlet="Portal", report_id="copied", language="en")
    again = api.trace((copied, *reversed(pages(name))))
    assert len(again) == len(origins(name))
    untouched = {origin.origin_id for origin in origins(name) if first.report_id not in origin.reports}
    assert untouched <= {origin.origin_id for origin in again}
