from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from tests.build import claim, event, evidence, number, origin, place, report, speaker

from trendechos.records import Evidence, Gap, Moment, Relation, Situation
from trendechos.records.codec import decode, encode
from trendechos.situation import assess, pose

FRANCE = speaker("Claire Dumas", "FRA")
ISRAEL = speaker("Noa Levi", "ISR")
HOMS = place("Homs", "town", "SYR")


def held() -> Evidence:
    pages = (
        report("Turkish troops are in Homs.", "2025-03-01", outlet="A", language="en"),
        report(
            "Turkish troops are in Homs, Claire Dumas said.",
            "2025-03-02",
            outlet="B",
            language="en",
            credit="Agency",
        ),
        report("Turkish troops are in Homs, Noa Levi said.", None, outlet="B", language="he"),
    )
    fields = {"type": "deployment", "event": event("MOBILIZE", "TURMIL"), "places": (HOMS,)}
    claims = tuple(
        claim("Turkish troops are in Homs", by, page, **fields)
        for by, page in zip((FRANCE, FRANCE, ISRAEL), pages, strict=True)
    )
    origins = (origin(claims[0], claims[1]), origin(claims[2]))
    return evidence(pages, claims, *origins, propositions=pose(origins, {one.claim_id: one for one in claims}))


def test_coverage_and_totals() -> None:
    found = assess(held(), title="Homs")
    assert (found.title, found.as_of) == ("Homs", "2025-03-02")
    assert (found.coverage.reports, found.coverage.undated, found.coverage.outlets) == (3, 1, 2)
    assert found.coverage.languages == (("en", 2), ("he", 1))
    assert (found.counts.claims, found.counts.origins, found.counts.parties) == (3, 2, 2)
    assert found.counts.echo_share == pytest.approx(1 / 3)


def test_pages_voices_and_independent_origins_are_three_counts() -> None:
    (found,) = assess(held()).propositions
    assert (found.pages_count, found.origins_count, found.voices_count) == (3, 2, 2)
    assert (found.independent_origins_count, found.independence) == (1, "not_established")
    assert found.reason == "2 origins (France and Israel); independence is not established"
    assert found.not_heard == ("SYR", "TUR")
    assert found.open_questions[0] == "On what basis this is said is not given by any page."


def test_separate_evidence_makes_two_independent_origins() -> None:
    before = held()
    first, second = before.origins
    related = replace(first, relations=(Relation(second.origin_id, "independent", "separate evidence"),))
    (found,) = assess(replace(before, origins=(related, second))).propositions
    assert (found.independent_origins_count, found.independence) == (2, "independent")


def test_outlets_with_what_they_add_and_whom_they_credit() -> None:
    shares = {share.outlet: share for share in assess(held()).sources}
    assert shares["A"].original_share == 1.0
    assert (shares["B"].original_share, shares["B"].credits) == (0.5, ("Agency",))


def test_a_day_counts_reports_echoes_and_new_origins_apart() -> None:
    days = assess(held()).attention
    assert [(one.day, one.reports, one.echoes, one.new_origins) for one in days] == [
        ("2025-03-01", 1, 0, 1), ("2025-03-02", 1, 1, 0),
    ]  # fmt: skip


def test_a_question_has_its_own_days() -> None:
    found = assess(held())
    (topic,) = found.attention_by_topic
    assert topic.proposition_id == found.propositions[0].proposition_id
    assert [(one.day, one.reports, one.echoes, one.new_origins) for one in topic.days] == [
        ("2025-03-01", 1, 0, 1), ("2025-03-02", 1, 1, 0),
    ]  # fmt: skip


def test_the_order_of_the_input_makes_no_difference() -> None:
    base = held()
    results = [
        assess(
            replace(
                base, claims=dict(claims), origins=origins, reports=dict(reversed(list(base.reports.items())))
            )
        )
        for claims in itertools.permutations(base.claims.items())
        for origins in itertools.permutations(base.origins)
    ]
    assert all(result == results[0] for result in results)


def test_a_situation_survives_the_serialiser() -> None:
    found = assess(held(), since="2025-03-02")
    assert decode(Situation, encode(found)) == found


def test_nothing_at_all_is_a_situation_too() -> None:
    found = assess(evidence((), ()))
    assert (found.as_of, found.propositions, found.gaps) == (None, (), ())
    assert found.counts.echo_share == 0.0


def test_gaps_of_earlier_stages_are_kept() -> None:
    gap = Gap("file.jsonl:3", "parse", "no text")
    assert assess(replace(evidence((), ()), gaps=(gap,))).gaps == (gap,)


def test_one_author_with_ten_thousand_predictions_is_bounded_and_counted() -> None:
    page = report("it will rain. " * 10_000)
    base = claim("it will rain", FRANCE, page, type="prediction", status="predicted")
    claims = tuple(replace(base, claim_id=f"c{number:05}") for number in range(10_000))
    origins = [origin(one) for one in claims]
    found = assess(evidence((page,), claims, *origins))
    assert len(found.predictions) == 1000
    assert [gap.detail for gap in found.gaps if gap.subject == "predictions"] == [
        "9000 more of 10000 are not listed"
    ]


@pytest.mark.parametrize(
    "value",
    [Moment("0000-00-00", "day"), Moment("9999-12-31", "day"), Moment("/", "day"), Moment("20x4", "year")],
)
def test_broken_and_far_dates_do_no_harm(value: Moment) -> None:
    page = replace(
        report("Turkish troops are in Homs."), published=value, retrieved=Moment("1999-01-01", "day")
    )
    one = claim(
        "Turkish troops are in Homs", FRANCE, page, happened_when=value, said_when=value, type="deployment",
        event=event("MOBILIZE", "TURMIL"), places=(HOMS,), quantities=(number(0, 1e10, counts="troops"),),
    )  # fmt: skip
    origins = (origin(one),)
    found = assess(
        evidence((page,), (one,), *origins, propositions=pose(origins, {one.claim_id: one})), since="2025-01-01"
    )
    assert found.counts.origins == 1


def test_a_town_says_what_lies_near_and_a_province_what_it_borders() -> None:
    page = report("They went from Homs to Hama and on through Idlib Governorate.")
    places = (
        replace(place("Homs", "town", "SYR", "SY-HI"), lat=34.73, lon=36.71, geonameid=1),
        replace(place("Hama", "town", "SYR", "SY-HM"), lat=35.13, lon=36.75, geonameid=2),
        replace(place("Idlib Governorate", "province", "SYR", "SY-ID"), lat=35.93, lon=36.63, geonameid=3),
    )
    one = claim("They went from Homs to Hama", FRANCE, page, places=places)
    found = {where.name: where.context for where in assess(evidence((page,), (one,), origin(one))).places}
    assert found["Hama"] == "Syria; about 40 km from Homs; about 60 km from the border with Lebanon"
    assert found["Idlib Governorate"] == "province or region of Syria; on the border with Turkey"
