"""Search and pages, on every backend."""

from __future__ import annotations

import pytest
from tests.build import claim, report, speaker

from trendechos.records import Submission
from trendechos.store import Store
from trendechos.store.pages import Known
from trendechos.store.store import Read

FERRY = report("Troops crossed the river at dawn, the ministry said.", outlet="Daily Ferry", report_id="ferry")
BRIDGE = report("The bridge at Ozerne was closed. Nobody crossed.", outlet="Bridge Post", report_id="bridge")
SAID = claim("Troops crossed the river at dawn", speaker("the ministry", "AAA"), FERRY, type="deployment")


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writer() as writer:
        writer.add_reports([FERRY, BRIDGE])
        writer.add_reports([FERRY])
        writer.add_read([Read(FERRY, (SAID,), (), 1, 9)], "engine-1", {})
    return store


@pytest.mark.parametrize(("query", "facets", "expected"), [
    ("crossed", {}, {("report", "ferry"), ("report", "bridge"), ("claim", "ferry")}),
    ("crossed river", {}, {("report", "ferry"), ("claim", "ferry")}),
    ('"crossed the river"', {"kind": "claim"}, {("claim", "ferry")}),
    ("crossed", {"outlet": "Bridge Post"}, {("report", "bridge")}),
    ("crossed", {"party": "AAA"}, {("claim", "ferry")}),
    ("submarine", {}, set()),
    ("", {}, set()),
    ('" OR 1=1 --', {}, set()),
    ("NEAR(crossed, 5) AND *", {"outlet": "'; DROP TABLE search"}, set()),
])  # fmt: skip
def test_search_finds_words_and_narrows(filled: Store, query: str, facets: dict, expected: set) -> None:
    with filled.view() as view:
        hits, total = view.search(query, facets=facets)
    assert {(hit.kind, hit.report_id) for hit in hits} == expected
    assert total == len(expected)


def test_a_hit_leads_to_the_exact_words(filled: Store) -> None:
    with filled.view() as view:
        (hit,), _ = view.search("crossed dawn", facets={"kind": "claim"})
    assert FERRY.text[hit.start : hit.end] == hit.words == SAID.text


def test_facets_count_hits(filled: Store) -> None:
    with filled.view() as view:
        assert view.facets("crossed")["outlet"] == [("Daily Ferry", 2), ("Bridge Post", 1)]
        assert view.facets("nowhere") == view.facets("*") == {}


def test_paging_gives_each_hit_once(filled: Store) -> None:
    with filled.view() as view:
        pages = [view.search("crossed", limit=1, offset=offset)[0][0] for offset in range(3)]
    assert len({(hit.kind, hit.ref) for hit in pages}) == 3


def test_situations_hold_members_and_views(filled: Store) -> None:
    known = Known("river", "Crossings", None, "2024-11-05T10:00:00Z")
    with filled.writer() as writer:
        writer.pages.add_situation(known)
        writer.pages.add_members("river", [FERRY])
        writer.pages.add_members("river", [FERRY])
        writer.pages.put(
            "river", "", [("situation", "", {"title": "Crossings"}), ("report", "ferry", {"n": 1})]
        )
        writer.pages.put("river", "2024-11-04", [("situation", "", {"title": "Then"})])
        writer.pages.want("river", "2024-11-03", "2024-11-05T10:00:01Z")
        writer.pages.want("river", "2024-11-03", "2024-11-05T10:00:02Z")
    with filled.view() as view:
        assert view.pages.situations() == [known]
        assert view.pages.members("river") == [FERRY]
        page = view.pages.get("river", "", "situation")
        assert page is not None
        assert page.document == {"title": "Crossings"}
        assert view.pages.get("river", "", "actor") is None
        assert view.pages.keys("river", "", "report") == ["ferry"]
        assert view.pages.wanted() == [("river", "2024-11-03")]
    with filled.writer() as writer:
        writer.pages.put("river", "2024-11-03", [])
        writer.pages.forget_days("river")
    with filled.view() as view:
        assert view.pages.wanted() == []
        assert view.pages.get("river", "2024-11-04", "situation") is None
        assert view.pages.views_count("river") == 2


def test_submissions_wait_until_they_are_settled(filled: Store) -> None:
    handed = Submission("s-1", "river", "page.html", b"<p>\x00\xff", "Ada", "2024-11-05T10:00:00Z")
    with filled.writer() as writer:
        writer.pages.submit(handed)
        writer.pages.submit(handed)
    with filled.view() as view:
        assert [one.submission for one in view.pages.submissions(state="waiting")] == [handed]
    with filled.writer() as writer:
        writer.pages.settle("s-1", "done", "1 report")
    with filled.view() as view:
        assert view.pages.submissions(state="waiting") == []
        assert [one.note for one in view.pages.submissions(situation_id="river")] == ["1 report"]
