"""Page documents: echo trees with a reason for each line, text in pieces, bounded whatever comes in."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.build import claim, event, evidence, origin, report, speaker

from trendechos.presentation.composer import compose
from trendechos.presentation.index import Index
from trendechos.presentation.views import documents
from trendechos.presentation.views.bounds import LARGE, PART_ROWS, ROWS, few_in, short
from trendechos.presentation.views.excerpt import hit
from trendechos.presentation.views.report import _paragraphs
from trendechos.presentation.views.tree import Links, tree
from trendechos.records import Actor, Copy, Evidence, Row, Section, Table
from trendechos.situation import assess
from trendechos.store.search import Hit

ADA = speaker("Ada Ray", "KEN")
TEXT = "The bridge at Thika is closed"
FIRST = report(TEXT + ", Ada Ray said.", "2025-01-01", outlet="Post", report_id="first")
CREDITS = report(TEXT + ", the Post reports.", "2025-01-02", outlet="Herald", report_id="credits")
COPIED = report(TEXT + " for good.", "2025-01-03", outlet="Sun (AFP)", report_id="copied")
ALONE = report(TEXT + " again.", None, outlet="Star", report_id="alone")
CLAIMS = (
    claim(TEXT, ADA, FIRST),
    claim(TEXT, ADA, CREDITS, chain=(speaker("The Post", kind="outlet"),)),
    claim(TEXT, ADA, COPIED),
    claim(TEXT, ADA, ALONE),
)
ORIGIN = origin(*CLAIMS)


def held(*copies: Copy) -> Evidence:
    return evidence((FIRST, CREDITS, COPIED, ALONE), CLAIMS, ORIGIN, copies=copies)


def routes(found: Evidence) -> dict[str, tuple[str, str | None, str | None]]:
    index = Index(assess(found), found)
    return {
        one.report.report_id: (one.route, one.parent, one.source)
        for one in tree(index, Links.of(index), ORIGIN)
    }


def test_a_line_stands_only_for_a_credit_or_for_shared_words() -> None:
    assert routes(held()) == {
        "first": ("unknown", None, None),
        "credits": ("credit", "first", None),
        "copied": ("credit", None, "AFP"),
        "alone": ("unknown", None, None),
    }


def test_shared_words_stand_before_a_credit_to_a_page_not_held() -> None:
    copy = Copy("copied", "first", 0.8, "copy", ((0, 10),), ((0, 10),))
    assert routes(held(copy))["copied"] == ("wording", "first", None)


def test_every_line_has_its_reason_and_later_pages_hang_below_earlier_ones() -> None:
    found = held(Copy("copied", "credits", 0.8, "copy", ((0, 10),), ((0, 10),)))
    index = Index(assess(found), found)
    carriers = tree(index, Links.of(index), ORIGIN)
    assert [(one.report.report_id, one.depth) for one in carriers] == [
        ("first", 0), ("credits", 1), ("copied", 2), ("alone", 0),
    ]  # fmt: skip
    assert all(bool(one.reasons) == (one.route != "unknown") for one in carriers)


def test_text_is_cut_where_claims_and_copies_begin_and_comes_out_whole() -> None:
    text = "Ada said this.\n\nAnd that was all."
    copy = Copy("x", "y", 0.5, "excerpt", ((4, 20),), ((0, 16),))
    source = report(text)
    marked = [claim("said this", ADA, source), claim("this.\n\nAnd", ADA, source)]
    paragraphs = _paragraphs(text, marked, [copy])
    assert ["".join(str(piece["text"]) for piece in one) for one in paragraphs] == [
        "Ada said this.",
        "And that was all.",
    ]
    assert [piece["claims"] for piece in paragraphs[0]] == [[], [1], [1, 2], [2]]


def test_documents_are_json_and_the_same_twice() -> None:
    found = held()
    made = list(documents(assess(found), found))
    assert json.dumps(made) == json.dumps(list(documents(assess(found), found)))
    assert {kind for kind, _, _ in made} >= {
        "situation",
        "summary",
        "brief",
        "report",
        "source",
        "changes",
        "list",
    }
    assert len({(kind, key) for kind, key, _ in made}) == len(made)


def test_the_face_of_a_situation_tells_its_coverage_once() -> None:
    found = held()
    face = next(document for kind, _, document in documents(assess(found), found) if kind == "situation")
    prose = json.dumps(face["sections"]["coverage"])
    assert "our collection, not the world" in face["tiles"][0]["means"]
    assert "Pages by the outlet’s country" in face["sections"]["coverage"]["sentences"][0]["pieces"][0][0]
    assert "our collection" not in prose
    assert "repeat an origin" not in prose


def test_nothing_at_all_and_far_too_much_make_pages_too() -> None:
    nothing = evidence((), ())
    assert list(documents(assess(nothing), nothing))
    huge = replace(FIRST, title="\u202e<b>" + "t" * 10_000, text=TEXT + " " + "word " * 400_000, version_id="v")
    found = evidence((huge,), (CLAIMS[0],), origin(CLAIMS[0]))
    page = next(document for kind, _, document in documents(assess(found), found) if kind == "report")
    assert len(json.dumps(page)) < 200_000
    assert page["cut"] > 1_000_000
    assert "\u202e" not in json.dumps(page, ensure_ascii=False)


def test_actors_of_one_name_have_pages_of_their_own() -> None:
    acts = ((FIRST, "KEN"), (CREDITS, "UGA"))
    made = [claim(TEXT, ADA, of, event=event("AID", code)) for of, code in acts]
    same = [
        replace(
            one, event=replace(one.event, actors=tuple(replace(who, name="Forces") for who in one.event.actors))
        )
        for one in made
        if one.event
    ]
    found = evidence((FIRST, CREDITS), tuple(same), *(origin(one) for one in same))
    keys = [key for kind, key, _ in documents(assess(found), found) if kind == "actor"]
    assert len(keys) == len(set(keys)) > 1


def test_a_person_is_not_credited_with_what_others_of_the_party_say() -> None:
    acting = replace(event("AID"), actors=(Actor("Ben Oyo", "KENGOV"),))
    acts = claim(TEXT, speaker("Ben Oyo", "KEN"), CREDITS, event=acting)
    found = evidence((FIRST, CREDITS), (CLAIMS[0], acts), origin(CLAIMS[0]), origin(acts))
    shown = {key: page for kind, key, page in documents(assess(found), found) if kind in ("actor", "list")}
    (page,) = (page for page in shown.values() if page.get("title") == "Ben Oyo")
    assert page["spoken_count"] == 1
    assert [entry["cells"][-1] for entry in shown["actors-1"]["entries"]] == ["1"]


def test_a_hit_shows_its_words_marked_and_leads_to_them() -> None:
    words = "a " * 500 + "the Bridge is shut " + "b " * 500
    found = Hit("claim", "claim-1", "r", 0, 1, "Post", "Ada", "KEN", "other", "2025-01-01T21:00:00Z", words)
    shown = hit(found, "bridge", "r", "s")
    assert [text for text, marked in shown["pieces"] if marked] == ["Bridge"]
    assert shown["day"] == "1 January 2025"
    assert shown["address"] == "/s/s/reports/r#claim-1"
    assert hit(found, '"*(', "r", "")["address"] == ""


def test_a_large_situation_is_shown_in_part_and_says_so() -> None:
    row = Row(("a",), tuple(f"c{n}" for n in range(9)))
    table = Table("Rows", ("A",), tuple(row for _ in range(99)))
    part = few_in(Section("s", "S", (), (table,), subsections=(Section("p", "P", (), (table,)),)), 4)
    assert [len(part.tables[0].rows), len(part.tables[0].rows[0].claim_ids)] == [ROWS, 4]
    assert len(part.subsections[0].tables[0].rows) == PART_ROWS
    found = held()
    index = Index(assess(found), found)
    assert short(compose(index.situation, found), index) == compose(index.situation, found)
    many = replace(index.situation, counts=replace(index.situation.counts, claims=LARGE + 1))
    cut = short(compose(many, found), Index(many, found))
    assert "A large situation" in cut.sections[0].sentences[-1].text
