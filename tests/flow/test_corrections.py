"""What people say against the machine, applied where its words still stand."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.build import claim, report, speaker

from trendechos.flow import corrections
from trendechos.flow.assess import Question, assess
from trendechos.records import Claim, Correction, EchoGroup, Report, Span
from trendechos.records.codec import content_id

ADA = speaker("Ada Ray")
TEXT = "The bridge is closed and the mill is open"
ONE = report(TEXT, outlet="Post", report_id="one")
TWO = report(TEXT + ".", outlet="Herald", report_id="two")
CLAIMS = {one.claim_id: one for one in (claim(TEXT, ADA, ONE), claim(TEXT, ADA, TWO))}
FIRST, SECOND = CLAIMS
REPORTS = {"one": ONE, "two": TWO}
GROUPS = (EchoGroup("g", tuple(sorted(CLAIMS))),)


def correction(corrects: str, value: Any, of: Report = ONE, *, words: str = TEXT, at: str = "1") -> Correction:
    start = of.text.find(words)
    span = Span(max(start, 0), max(start, 0) + len(words))
    made = content_id("correction", of.report_id, corrects, value, at)
    return Correction(made, of.report_id, span, words, corrects, json.dumps(value), "Bo", at, "because")


def applied(*made: Correction, claims: dict[str, Claim] = CLAIMS) -> corrections.Applied:
    found, gaps = corrections.find(made, claims, REPORTS)
    assert not gaps
    return corrections.apply(found, claims, GROUPS)


def test_a_speaker_is_replaced_on_the_claim_and_its_echoes() -> None:
    done = applied(correction("speaker", {"name": "Cy Dole", "kind": "person", "party": "KEN"}))
    assert [done.claims[one].speaker.canonical for one in (FIRST, SECOND)] == ["Cy Dole", "Cy Dole"]
    assert {(one.claim_id, one.before, one.carried) for one in done.done} == {
        (FIRST, "Ada Ray", False), (SECOND, "Ada Ray", True),
    }  # fmt: skip


def test_it_does_not_carry_over_to_another_speakers_claim() -> None:
    other = {**CLAIMS, SECOND: replace(CLAIMS[SECOND], speaker=speaker("Eve Low"))}
    done = applied(correction("speaker", {"name": "Cy Dole"}), claims=other)
    assert done.claims[SECOND].speaker.canonical == "Eve Low"


def test_the_last_word_on_a_field_counts() -> None:
    first, last = (correction("speaker", {"name": name}, at=at) for name, at in (("X", "1"), ("Y", "2")))
    assert applied(last, first).claims[FIRST].speaker.canonical == "Y"


def test_a_claim_that_is_none_goes_and_its_echo_stays() -> None:
    done = applied(correction("accept", {"accepted": False}))
    assert (FIRST in done.claims, SECOND in done.claims) == (False, True)


def test_a_split_makes_two_claims_of_one() -> None:
    done = applied(correction("split", {"at": [TEXT.index("and")]}))
    texts = sorted(one.text for one in done.claims.values() if one.report_id == "one")
    assert texts == ["The bridge is closed", "and the mill is open"]
    assert all(
        ONE.text[one.span.start : one.span.end] == one.text
        for one in done.claims.values()
        if one.report_id == "one"
    )


def test_groups_are_parted_and_joined() -> None:
    other = {"report_id": "two", "start": 0, "end": len(TEXT), "field": "text"}
    apart, _ = corrections.find([correction("link", {"other": other, "same": False})], CLAIMS, REPORTS)
    parted = corrections.regroup(apart, GROUPS, CLAIMS)
    assert sorted(one.claim_ids for one in parted) == sorted([(FIRST,), (SECOND,)])
    same, _ = corrections.find([correction("link", {"other": other, "same": True})], CLAIMS, REPORTS)
    assert [one.claim_ids for one in corrections.regroup(same, parted, CLAIMS)] == [GROUPS[0].claim_ids]
    assert len(corrections.linked(same, CLAIMS)) == 2


def test_words_that_moved_are_found_and_words_that_went_are_a_gap() -> None:
    moved = replace(correction("accept", {}), span=Span(3, 3 + len(TEXT)))
    found, gaps = corrections.find([moved], CLAIMS, REPORTS)
    assert (found[0].claim_ids, gaps) == ((FIRST,), [])
    gone = replace(correction("accept", {}), quote="Another text altogether")
    found, gaps = corrections.find([gone], CLAIMS, REPORTS)
    assert (found, [gap.reason for gap in gaps]) == ([], ["no longer fits"])


def test_nonsense_does_nothing() -> None:
    for corrects, value in (
        ("speaker", {}),
        ("speaker", [1]),
        ("split", {"at": ["x", -1, 10**9]}),
        ("link", {"other": 1}),
        ("x", {}),
    ):
        found, _ = corrections.find([correction(corrects, value)], CLAIMS, REPORTS)
        assert corrections.apply(found, CLAIMS, GROUPS).claims == CLAIMS
        assert corrections.regroup(found, GROUPS, CLAIMS) == GROUPS
    broken = replace(correction("speaker", {}), value="{not json")
    assert applied(broken).claims == CLAIMS


def test_a_correction_reaches_the_situation_and_no_correction_changes_nothing() -> None:
    plain = assess([ONE, TWO], list(CLAIMS.values()), Question())
    same = assess([ONE, TWO], list(CLAIMS.values()), Question(), corrections=[])
    assert plain == same
    made = [correction("speaker", {"name": "Cy Dole", "kind": "person"})]
    corrected = assess([TWO, ONE], list(CLAIMS.values()), Question(), corrections=made)
    assert {one.speaker.canonical for one in corrected.situation.origins} == {"Cy Dole"}
    assert len(corrected.corrected) == 2
    elsewhere = [replace(made[0], report_id="not held here")]
    assert assess([ONE, TWO], list(CLAIMS.values()), Question(), corrections=elsewhere) == plain
