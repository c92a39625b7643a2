from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
from tests.build import claim, day, event, number, origin, place, report, speaker

from trendechos.records import Claim, Cue, Origin, Proposition, Span
from trendechos.situation import pose

TARTUS = place("Tartus", "town", "SYR", "SY-TA")
SYRIA = place("Syria", "country", "SYR")
FRANCE = speaker("Claire Dumas", "FRA")
PARIS = speaker("Jean Petit", "FRA")
ISRAEL = speaker("Noa Levi", "ISR")
TEHRAN = speaker("Reza Karimi", "IRN")
DAMASCUS = speaker("Omar Haddad", "SYR")
NOBODY = speaker("", kind="none")


def said(text: str, by: Any, on: str = "2025-03-04", **fields: Any) -> Claim:
    fields.setdefault("type", "deployment")
    fields.setdefault("event", event("MOBILIZE", "IRNMIL"))
    fields.setdefault("places", (TARTUS,))
    return claim(text, by, report(f"{text} ({on})", on), **fields)


def troops(
    text: str, by: Any, low: float | None, high: float | None = None, on: str = "2025-03-04", **fields: Any
) -> Claim:
    scope = fields.pop("scope", "Tartus")
    extra = {key: fields.pop(key) for key in ("qualifier", "window", "counts") if key in fields}
    count = number(low, high, scope=scope, **({"counts": "troops"} | extra))
    return said(text, by, on, quantities=(count,), **fields)


def asked(*claims: Claim) -> tuple[Proposition, ...]:
    return pose([origin(one) for one in claims], {one.claim_id: one for one in claims})


def one(found: tuple[Proposition, ...], text: str) -> Proposition:
    return next(each for each in found if each.text == text)


def stances(proposition: Proposition) -> list[str]:
    return [stance.stance for stance in proposition.stances]


def test_values_of_one_measure_stand_side_by_side() -> None:
    found = asked(
        troops("2,000 Iranian soldiers are in Tartus", FRANCE, 2000, 2000),
        troops("at least 1,500 Iranian soldiers are in Tartus", ISRAEL, 1500, qualifier="at_least"),
    )
    question = one(found, "How many Iranian troops are in Tartus")
    assert question.kind == "value"
    values = {(stance.low, stance.high, stance.qualifier) for stance in question.stances}
    assert values == {(2000, 2000, "none"), (1500, None, "at_least")}
    assert question.voices_count == 2


@pytest.mark.parametrize(
    "other",
    [
        {"scope": "Syria", "places": (SYRIA,)},
        {"window": "planned"},
        {"counts": "killed"},
        {"event": event("MOBILIZE", "RUSMIL")},
    ],
)
def test_the_same_number_can_answer_another_question(other: dict[str, Any]) -> None:
    found = asked(
        troops("2,000 of them are in Tartus", FRANCE, 2000, 2000),
        troops("2,000 of them, it was said", ISRAEL, 2000, 2000, **other),
    )
    values = [each for each in found if each.counts]
    assert len(values) == 2
    assert all(each.origins_count == 1 for each in values)


def test_killed_is_not_killed_or_wounded() -> None:
    found = asked(
        troops("300 were killed", FRANCE, 300, 300, counts="killed", type="casualties"),
        troops("300 were killed or wounded", ISRAEL, 300, 300, counts="killed_or_wounded", type="casualties"),
    )
    assert len([each for each in found if each.counts]) == 2


def test_origins_that_give_one_figure_make_its_statement_and_others_support_it_partly() -> None:
    found = asked(
        troops("some 5,000 Iranian soldiers are in Tartus", FRANCE, 5000, 5000, qualifier="about"),
        troops("up to 5,000 Iranian soldiers are in Tartus", ISRAEL, None, 5000, qualifier="up_to"),
        troops("5,000 soldiers are to go to Tartus", DAMASCUS, 5000, 5000, window="planned"),
    )
    figure = one(found, "About 5,000 Iranian troops are in Tartus")
    assert figure.kind == "statement"
    assert sorted(stances(figure)) == ["partly_supports", "supports", "supports"]


def test_near_figures_are_not_one_figure() -> None:
    found = asked(
        troops("10,000 Iranian soldiers are in Tartus", FRANCE, 10000, 10000),
        troops("11,000 Iranian soldiers are in Tartus", ISRAEL, 11000, 11000),
    )
    assert one(found, "How many Iranian troops are in Tartus").kind == "value"


def test_what_is_to_come_supports_no_statement() -> None:
    found = asked(
        said(
            "Iranian soldiers will go to Tartus", FRANCE, certainty="conditional_or_future", status="predicted"
        )
    )
    assert found == ()


def test_history_poses_no_question() -> None:
    assert asked(said("Iranian soldiers were in Tartus in 1970", FRANCE, background=True)) == ()


@pytest.mark.parametrize(
    ("text", "fields", "stance"),
    [
        ("Iranian soldiers are in Tartus", {}, "supports"),
        ("Iranian soldiers may be in Tartus", {"certainty": "possible"}, "partly_supports"),
        ("Iranian soldiers are not in Tartus", {"polarity": "denied", "type": "denial"}, "contradicts"),
        ("the talk of Iranian soldiers in Tartus is false", {"polarity": "denied", "type": "denial"}, "denies"),
        ("could not confirm Iranian soldiers in Tartus", {"polarity": "noncommittal"}, "doubts"),
        (
            "there is no evidence of Iranian soldiers in Tartus",
            {"polarity": "denied", "type": "denial"},
            "doubts",
        ),
        (
            "neither confirmed nor denied Iranian soldiers in Tartus",
            {"polarity": "noncommittal"},
            "noncommittal",
        ),
        ("declined to comment on soldiers in Tartus", {"polarity": "noncommittal"}, "noncommittal"),
    ],
)
def test_stances(text: str, fields: dict[str, Any], stance: str) -> None:
    found = asked(said("Iranian soldiers stand in Tartus", ISRAEL), said(text, TEHRAN, **fields))
    assert stance in stances(one(found, "Iranian troops are in Tartus"))


def test_a_bare_denial_goes_to_what_its_page_tells_just_before() -> None:
    page = report(
        "Iranian soldiers are in Tartus. Tehran dismissed the reports. Grain prices rose.", "2025-03-05"
    )
    claims = (
        claim("Iranian soldiers are in Tartus", FRANCE, page, type="deployment",
              event=event("MOBILIZE", "IRNMIL"), places=(TARTUS,)),
        claim("Tehran dismissed the reports", TEHRAN, page, type="denial", polarity="denied",
              cue=Cue("dismissed", "deny", Span(0, 1)), lemmas=("dismiss", "report")),
    )  # fmt: skip
    question = one(asked(*claims), "Iranian troops are in Tartus")
    assert sorted(stances(question)) == ["denies", "supports"]
    assert "IRN" not in question.not_heard
    assert question.against_count == 1


def test_who_calls_all_of_it_a_lie_speaks_to_the_widest_question() -> None:
    page = report("Iranian soldiers are in Tartus. Tehran dismissed the reports.", "2025-03-05")
    denial = claim(
        "Tehran dismissed the reports", TEHRAN, page, type="denial", polarity="denied", lemmas=("dismiss",)
    )
    town = claim("Iranian soldiers are in Tartus", FRANCE, page, type="deployment",
                 event=event("MOBILIZE", "IRNMIL"), places=(TARTUS,))  # fmt: skip
    country = said("Iranian soldiers are in Syria", ISRAEL, places=(SYRIA,))
    found = asked(town, denial, country)
    # Who alone says that they are in a town says that they are in its country.
    assert sorted(stances(one(found, "Iranian troops are in Syria"))) == ["denies", "supports", "supports"]


def test_numbers_of_the_enemy_stand_apart() -> None:
    found = asked(
        troops("2,000 Iranian soldiers are in Tartus", FRANCE, 2000, 2000),
        troops(
            "we hold off 9,000 enemies in Tartus",
            ISRAEL,
            9000,
            9000,
            type="combat",
            event=event("ASSAULT", "ISRMIL"),
        ),
    )
    assert one(found, "How many Iranian troops are in Tartus").origins_count == 1


def test_nobody_asks_whether_troops_are_at_home() -> None:
    assert (
        asked(said("Syrian soldiers are in Syria", FRANCE, event=event("MOBILIZE", "SYRMIL"), places=(SYRIA,)))
        == ()
    )


def test_a_party_denies_only_for_itself() -> None:
    page = report("Iranian soldiers are in Tartus. Oslo dismissed the reports.", "2025-03-05")
    claims = (
        claim("Iranian soldiers are in Tartus", FRANCE, page, type="deployment",
              event=event("MOBILIZE", "IRNMIL"), places=(TARTUS,)),
        claim("Oslo dismissed the reports", speaker("Kari Nord", "NOR"), page, type="denial", polarity="denied",
              cue=Cue("dismissed", "deny", Span(0, 1)), lemmas=("dismiss", "report")),
    )  # fmt: skip
    assert stances(one(asked(*claims), "Iranian troops are in Tartus")) == ["supports"]


def test_a_denial_before_the_first_claim_is_marked_earlier_and_its_party_heard_only_before() -> None:
    found = asked(
        said("Iranian soldiers are not in Tartus", TEHRAN, "2025-02-20", polarity="denied", type="denial"),
        said("Iranian soldiers are in Tartus", FRANCE, "2025-03-04"),
    )
    question = one(found, "Iranian troops are in Tartus")
    assert [stance.earlier for stance in question.stances] == [True, False]
    assert question.heard_before == (("IRN", "2025-02-20"),)
    assert question.not_heard == ("SYR",)


def test_a_speaker_who_turns_is_shown_as_such() -> None:
    found = asked(
        said(
            "there is no evidence of Iranian soldiers in Tartus",
            FRANCE,
            "2025-03-01",
            polarity="denied",
            type="denial",
        ),
        said("Iranian soldiers are in Tartus", FRANCE, "2025-03-08"),
    )
    question = one(found, "Iranian troops are in Tartus")
    assert len(question.reversals) == 1
    assert question.stances[0].superseded_by == question.stances[1].origin_id


def test_a_split_inside_one_government_is_shown() -> None:
    found = asked(
        troops("3,000 Iranian soldiers are in Tartus", FRANCE, 3000, 3000),
        troops("500 Iranian soldiers are in Tartus", PARIS, 500, 500),
        troops("700 Iranian soldiers are in Tartus", ISRAEL, 700, 700),
    )
    question = one(found, "How many Iranian troops are in Tartus")
    assert len(question.splits) == 1
    assert question.voices_count == 2


def test_unnamed_sources_are_no_voice() -> None:
    found = asked(
        said("Iranian soldiers are in Tartus", speaker("officials", "FRA", "unnamed")),
        said("Iranian soldiers have come to Tartus", NOBODY),
    )
    question = one(found, "Iranian troops are in Tartus")
    assert (question.origins_count, question.voices_count, question.unnamed_count) == (2, 0, 2)


def test_fighting_of_one_side_joins_the_fighting_of_both_and_losses_support_it() -> None:
    both = said(
        "Iranian and Turkish troops clashed", FRANCE, type="combat", event=event("ASSAULT", "IRNMIL", "TURMIL")
    )
    side = said("Iranian troops came under fire", ISRAEL, type="combat", event=event("ASSAULT", "IRNMIL"))
    lost = said(
        "Iranian troops had their first losses", PARIS, type="casualties", event=event("ASSAULT", "IRNMIL")
    )
    question = one(asked(both, side, lost), "Iranian and Turkish forces have fought in Tartus")
    assert stances(question) == ["supports"] * 3


def test_happenings_weeks_apart_are_two_questions_and_a_state_is_one() -> None:
    protest = {"type": "protest", "event": event("PROTEST", "SYRCVL")}
    found = asked(
        said("people marched in Tartus", FRANCE, "2025-03-01", **protest),
        said("people marched again in Tartus", ISRAEL, "2025-06-01", **protest),
        said("Iranian soldiers are in Tartus", FRANCE, "2025-03-01"),
        said("Iranian soldiers remain in Tartus", ISRAEL, "2025-06-01"),
    )
    texts = [each.text for each in found]
    assert {one for one in texts if "protests" in one} == {
        "There have been protests in Tartus, first said on 1 March 2025",
        "There have been protests in Tartus, first said on 1 June 2025",
    }
    assert texts.count("Iranian troops are in Tartus") == 1


def test_the_order_of_origins_makes_no_difference() -> None:
    claims = (
        troops("2,000 Iranian soldiers are in Tartus", FRANCE, 2000, 2000),
        troops("900 Iranian soldiers are in Tartus", ISRAEL, 900, 900, "2025-03-06"),
        said("Iranian soldiers are not in Tartus", TEHRAN, "2025-03-07", polarity="denied", type="denial"),
    )
    origins: list[Origin] = [origin(each) for each in claims]
    results = {
        pose(order, {each.claim_id: each for each in reversed(claims)})
        for order in itertools.permutations(origins)
    }
    assert len(results) == 1


def test_a_page_more_changes_no_origin_count() -> None:
    first = said("Iranian soldiers are in Tartus", FRANCE)
    copy = said("Iranian soldiers are in Tartus", FRANCE, "2025-03-05", said_when=day("2025-03-04"))
    alone = pose([origin(first)], {first.claim_id: first})[0]
    both = pose([origin(first, copy)], {each.claim_id: each for each in (first, copy)})[0]
    assert (alone.origins_count, both.origins_count) == (1, 1)
    assert (alone.pages_count, both.pages_count) == (1, 2)


def test_claims_that_are_not_held_are_left_out() -> None:
    gone = said("Iranian soldiers are in Tartus", FRANCE)
    assert pose([origin(gone)], {}) == ()


def one_page(*texts: tuple[str, Any, dict[str, Any]]) -> list[Claim]:
    page = report(" ".join(text for text, _, _ in texts), "2025-03-04")
    return [claim(text, by, page, **fields) for text, by, fields in texts]


THERE: dict[str, Any] = {"type": "deployment", "event": event("MOBILIZE", "IRNMIL"), "places": (TARTUS,)}


@pytest.mark.parametrize("text", ["it", "such evidence was verified by members"])
def test_a_bare_confirmation_goes_to_what_its_page_tells_just_before(text: str) -> None:
    cue = (
        {"cue": Cue("confirmed", "confirm", Span(0, 9))} if text == "it" else {"lemmas": ("evidence", "verify")}
    )
    bare: dict[str, Any] = {"type": "statement", **cue}
    found = asked(*one_page(("Iranian troops are in Tartus.", ISRAEL, THERE), (text, FRANCE, bare)))
    assert stances(one(found, "Iranian troops are in Tartus")) == ["supports", "supports"]


def test_near_a_country_is_not_in_it() -> None:
    into = {"type": "deployment", "event": event("MOBILIZE", "IRNMIL")}
    page = report("Iranian troops have moved nearer to Syria", "2025-03-04")
    syria = replace(SYRIA, span=Span(36, 41))
    assert not asked(claim(page.text, FRANCE, page, places=(syria,), **into))


def test_a_doubt_without_words_of_its_own_speaks_of_the_place_that_was_found_for_it() -> None:
    doubt: dict[str, Any] = {
        "type": "statement", "polarity": "noncommittal", "event": None,
        "cue": Cue("could not confirm", "confirm", Span(0, 17)), "places": (replace(TARTUS, span=Span(3, 9)),),
    }  # fmt: skip
    page = report("Of Tartus the speaker said much more, and in the end: it", "2025-03-05")
    found = asked(
        said("Iranian troops are in Tartus", ISRAEL),
        claim("it", FRANCE, page, claim_id="doubt", **doubt),
    )
    assert stances(one(found, "Iranian troops are in Tartus")) == ["supports", "doubts"]


def test_a_number_of_nobody_and_nowhere_is_not_taken_for_the_others() -> None:
    nowhere: dict[str, Any] = {"scope": None, "places": (), "event": None, "type": "statement"}
    found = asked(
        troops(
            "2,000 Iranian soldiers", FRANCE, 2000, 2000, **(nowhere | {"event": event("MOBILIZE", "IRNMIL")})
        ),
        troops("50,000 soldiers", ISRAEL, 50000, 50000, **nowhere),
    )
    assert all(stance.low != 50000 for each in found for stance in each.stances)


def test_their_losses_are_those_of_the_forces_that_the_page_is_about() -> None:
    lost: dict[str, Any] = {"type": "casualties", "event": None, "places": (TARTUS,)}
    found = asked(
        *one_page(
            ("Iranian troops are in Tartus.", ISRAEL, THERE),
            ("their first losses came on Monday", FRANCE, lost),
        )
    )
    assert one(found, "Iranian forces have suffered losses in Tartus").parties == ("IRN",)


@pytest.mark.parametrize(("kind", "lent"), [("call", False), ("other", True)])
def test_whom_a_call_names_lends_no_forces(kind: str, lent: bool) -> None:
    fired: dict[str, Any] = {"type": "combat", "event": event("ASSAULT"), "places": (TARTUS,)}
    found = asked(
        *one_page(
            ("soldiers opened fire in Tartus", FRANCE, fired),
            ("Iranians to avoid all travel to the coast", ISRAEL, {"type": kind, "event": None, "places": ()}),
        )
    )
    assert any(each.text == "Iranian forces have fought in Tartus" for each in found) is lent


def test_a_mere_not_answers_only_its_own_kind_of_event() -> None:
    not_so: dict[str, Any] = {"type": "denial", "polarity": "denied", "cue": Cue("said", "say", Span(0, 4))}
    found = asked(
        *one_page(
            ("Iranian troops are in Tartus.", ISRAEL, THERE),
            ("I was not bothered by it", FRANCE, not_so),
            ("they are not there", PARIS, not_so | {"event": event("MOBILIZE", "IRNMIL")}),
        )
    )
    assert sorted(stances(one(found, "Iranian troops are in Tartus"))) == ["contradicts", "supports"]


BORDER, HOMS_CITY = place("border", "area"), place("Homs", "town", "SYR")


def page_of(*claims: Claim) -> list[Claim]:
    """The claims on one page, one after the other."""
    page = report(" ".join(one.text for one in claims), "2025-03-04")
    starts = itertools.accumulate((len(one.text) + 1 for one in claims), initial=0)
    return [
        replace(
            one, report_id=page.report_id, version_id=page.version_id, span=Span(at, at + len(one.text)),
            claim_id=f"{one.claim_id}-{at}",
        )
        for one, at in zip(claims, starts, strict=False)
    ]  # fmt: skip


def test_the_border_is_the_one_spot_where_its_page_counts_the_same_forces() -> None:
    near = troops(
        "7,000 Iranian soldiers stand near the border", ISRAEL, 7000, 7000, scope="border", places=(BORDER,)
    )
    here = troops("2,000 Iranian soldiers are in Tartus", FRANCE, 2000, 2000)
    there = troops("3,000 Iranian soldiers are in Homs", FRANCE, 3000, 3000, scope="Homs", places=(HOMS_CITY,))
    wide = troops("9,000 Iranian soldiers are in Syria", FRANCE, 9000, 9000, scope="Syria", places=(SYRIA,))

    def spots(*claims: Claim) -> dict[float | None, str | None]:
        found = [one for one in asked(*page_of(*claims)) if one.counts == "troops"]
        return {stance.low: each.scope for each in found for stance in each.stances}

    assert spots(here, near) == {2000: "Tartus", 7000: "Tartus"}
    assert spots(here, there, near)[7000] is None  # two spots: which is not said
    assert spots(wide, near)[7000] is None  # near the border is not in the country behind it


def test_a_blast_by_mishap_is_no_fight_of_those_who_fight_there() -> None:
    fight = {"type": "combat", "event": event("ASSAULT", "SYRMIL")}
    blast = {"type": "combat", "event": event("ASSAULT")}
    found = asked(
        said("Syrian soldiers opened fire in Tartus", FRANCE, **fight),
        said("a blast of methane shook the pit in Tartus", ISRAEL, **blast),
        said("a blast shook the barracks in Tartus", TEHRAN, **blast),
    )
    assert one(found, "Syrian forces have fought in Tartus").origins_count == 2


def test_a_mere_not_negates_nothing_of_a_clause_that_tells_where() -> None:
    fight = {"type": "combat", "event": event("ASSAULT", "SYRMIL"), "lemmas": ("attack", "tartus")}
    denial = fight | {"type": "denial", "polarity": "denied", "lemmas": ("hope", "hangar", "attack")}
    held = said("Syrian soldiers attacked Tartus", FRANCE, **fight)
    other = said("no hope is left for the hangar where they attacked", DAMASCUS, **denial)
    assert not one(asked(held, other), "Syrian forces have fought in Tartus").against_count
    other = said("they did not attack the hangar", DAMASCUS, **denial)
    assert one(asked(held, other), "Syrian forces have fought in Tartus").against_count
