from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.build import claim, day, event, origin, place, report, speaker

from trendechos.records import Actor, Claim, Cue, Origin, Prediction, Proposition, Span, Stance
from trendechos.situation.outcome import risen
from trendechos.situation.outlook import assessments, background, calls, predictions
from trendechos.situation.surroundings import Surroundings

FRANCE = speaker("Claire Dumas", "FRA")
ISRAEL = speaker("Noa Levi", "ISR")
HOMS, HAMA = place("Homs", "town", "SYR"), place("Hama", "town", "SYR")
AHEAD: dict[str, Any] = {
    "type": "prediction", "status": "predicted", "certainty": "conditional_or_future",
    "event": event("MOBILIZE", "TURMIL"), "places": (HOMS,),
}  # fmt: skip
DONE: dict[str, Any] = {"type": "deployment", "event": event("MOBILIZE", "TURMIL"), "places": (HOMS,)}


def said(text: str, by: Any, on: str, **fields: Any) -> Claim:
    return claim(text, by, report(f"{text} ({on})", on), **fields)


def register(*claims: Claim) -> list[Prediction]:
    return list(
        predictions(Surroundings({one.claim_id: one for one in claims}, [origin(one) for one in claims]))
    )


FORECAST = said(
    "Turkish troops will likely be in Homs by June",
    FRANCE,
    "2025-03-01",
    happened_when=day("2025-06-01"),
    **AHEAD,
)


def test_a_prediction_keeps_author_words_term_test_and_likelihood_as_written() -> None:
    (found,) = register(FORECAST)
    assert found.author == FRANCE
    assert found.words == FORECAST.text
    assert found.by == day("2025-06-01")
    assert found.test == "forces reported there: Turkey, Homs by 1 June 2025"
    assert found.likelihood == "likely"
    assert found.status == "open"


def test_one_without_kind_party_or_place_has_no_test() -> None:
    (found,) = register(said("it will get worse", FRANCE, "2025-03-01", type="prediction", status="predicted"))
    assert (found.test, found.by) == (None, None)


def test_a_condition_is_kept_as_written() -> None:
    (found,) = register(said("if talks fail, troops will go to Homs", FRANCE, "2025-03-01", **AHEAD))
    assert (found.kind, found.condition) == ("condition", "if talks fail")


@pytest.mark.parametrize(
    ("later", "status"),
    [
        (said("Turkish troops are in Homs", ISRAEL, "2025-05-02", **DONE), "came_true"),
        (said("Turkish troops are in Homs", FRANCE, "2025-05-02", **DONE), "open"),  # only its author says so
        (said("Turkish troops are in Homs", ISRAEL, "2025-02-02", **DONE), "open"),  # said before
        (said("Turkish troops are in Homs", ISRAEL, "2025-07-02", **DONE), "open"),  # after the term
        (said("they may be in Homs", ISRAEL, "2025-05-02", **(DONE | {"certainty": "possible"})), "open"),
        (said("they are in Hama", ISRAEL, "2025-05-02", **(DONE | {"places": (HAMA,)})), "open"),
        (said("Turkish troops will be in Homs later", FRANCE, "2025-04-01", **AHEAD), "superseded"),
    ],
)  # fmt: skip
def test_later_claims_resolve_it_only_when_they_clearly_match(later: Claim, status: str) -> None:
    found = register(FORECAST, later)
    assert next(one for one in found if one.words == FORECAST.text).status == status


def test_an_open_prediction_past_its_term_stays_open_for_a_person() -> None:
    assert register(FORECAST)[0].status == "open"


def test_a_threat_is_a_threat() -> None:
    (found,) = register(said("we will strike Homs", FRANCE, "2025-03-01", **(AHEAD | {"type": "threat"})))
    assert found.kind == "threat"


def test_calls_judgements_and_history_have_their_own_lists() -> None:
    call = said(
        "Ankara must leave Homs",
        FRANCE,
        "2025-03-01",
        type="call",
        event=event("REQUEST", "FRAGOV", to=("TURGOV",)),
    )
    judged = said("this shows how weak they are", ISRAEL, "2025-03-01", type="assessment")
    past = said(
        "they fought there in 2016", ISRAEL, "2025-03-01", background=True, happened_when=day("2016-05-01")
    )
    every = {one.claim_id: one for one in (call, judged, past)}
    around = Surroundings(every, [origin(one) for one in every.values()])
    assert [(one.author, one.to) for one in calls(around)] == [(FRANCE, "Turkey")]
    assert [one.words for one in assessments(around)] == [judged.text]
    assert [(one.when, one.text) for one in background(around)] == [(day("2016-05-01"), past.text)]


STATED: dict[str, Any] = {"type": "statement", "status": "done"}
ASKED: dict[str, Any] = {"type": "call", "cue": Cue("asked", "call", Span(0, 5))}


def asked_for(text: str, **fields: Any) -> list[str]:
    one = said(text, FRANCE, "2025-03-01", **fields)
    return [call.words for call in calls(Surroundings({one.claim_id: one}, [origin(one)]))]


@pytest.mark.parametrize(
    ("text", "fields", "found"),
    [
        ("the army to leave Homs", ASKED, True),
        ("if they are in Homs", ASKED, False),  # asked about, not for
        ("Have they left Homs", ASKED, False),
        ("it", ASKED, False),  # what is asked is not said
        ("both sides must let aid through", STATED, True),
        ("the people should have a say", STATED, True),
        ("the road should be open within a week", STATED, False),  # expected
        ("should they fight, all will suffer", STATED, False),
        ("there must have been a mistake", STATED, False),  # inferred
        ("it is vital that all parties keep the peace", STATED, True),
        ("Stop the war now", STATED, True),
        ("Help is on its way", STATED, False),
        ("Let us go home", STATED, True),
        ("the harvest was good", STATED, False),
        ("the army must have run out of shells", ASKED, False),
        ("the law says that ballots must be counted at once", STATED, False),
        ("the bishops pressed the junta to free them", {"type": "other"}, True),
        ("the rebels meant to stay", {"type": "statement", "cue": Cue("told", "say", Span(3, 7))}, False),
        ("has called for an open inquiry", {"type": "call"}, True),
        ("the roads be opened", ASKED, True),
        ("his niece to be the best girl", ASKED, False),  # being is no act
        ("Stop the shelling", {"type": "withdrawal", "mode": "quoted"}, True),
        ("If it was their fault, they should pay for it", STATED, True),
        ("the cabinet also weighed a bypass should the bridge fail", STATED, False),  # "if it fails"
        ("400", ASKED, False),
        ("cancelled a trip to the coast", ASKED, False),
        ("that killed nine", ASKED, False),
        ("it was ready to help should one be needed", STATED, False),
        ("it was ready to weigh a request for help", ASKED | {"status": "considered"}, False),
        ("We were told to keep the gate shut", {"type": "call", "mode": "quoted"}, False),
        ("Chad would ask the bank for a loan", ASKED | {"certainty": "conditional_or_future"}, False),
    ],
)
def test_what_is_asked_for_and_what_only_sounds_so(text: str, fields: dict[str, Any], found: bool) -> None:
    assert asked_for(text, **fields) == ([text] if found else [])


@pytest.mark.parametrize(
    ("text", "fields", "kind"),
    [
        ("they want the bridge rebuilt", {"type": "prediction", "status": "predicted"}, None),
        ("to hold two votes", {"type": "prediction", "status": "predicted"}, None),  # meant, and announced
        ("it is an open question whether they would come", {"status": "predicted"}, None),
        ("whether he would come", {"type": "prediction", "status": "predicted"}, None),
        ("it would", {"type": "prediction", "status": "predicted"}, None),
        ("it will not last", {"type": "denial", "status": "predicted", "polarity": "denied"}, "prediction"),
        ("it will pay in cases where it broke its word", {"status": "announced"}, "condition"),
        ("even if it rains, they will come", {"type": "prediction", "status": "predicted"}, "prediction"),
        ("should they come, they will be met", {"type": "prediction", "status": "predicted"}, "condition"),
        ("the river could crest at nine metres", {"type": "statement", "certainty": "possible"}, "prediction"),
        (
            "the rebels are poised to take the port",
            {"type": "statement", "certainty": "possible"},
            "prediction",
        ),
        ("it is only a matter of time before it falls", {"certainty": "asserted"}, "prediction"),
        ("we are going to school", {"type": "statement", "certainty": "asserted"}, None),
        ("he may have left", {"type": "statement", "certainty": "possible"}, None),
        ("they could hear the guns", {"type": "statement", "certainty": "possible"}, None),
        ("the bank would have failed", {"type": "prediction", "status": "predicted"}, None),
        ("if the alarm had rung, they would live", {"status": "predicted"}, None),
        ("the vote will be held on Friday", {"type": "prediction", "status": "predicted"}, None),
        ("she would sue the town", {"type": "prediction", "status": "predicted"}, None),  # her own plan
        ("We will burn every farm", {"type": "combat", "status": "announced", "mode": "quoted"}, "threat"),
        ("Rebuilding the mill will cost two million", {"type": "prediction", "status": "predicted"}, None),
        ("that was all they could save", {"type": "statement", "certainty": "possible"}, None),
        ("he would stay to make sure that it holds", {"type": "prediction", "status": "announced"}, None),
        ("the hardest point remained who would run the port", {"status": "predicted"}, None),
        ("France will go on feeding them", {"type": "prediction", "status": "predicted"}, None),  # her own
        ("a deal is possible within a week", {"type": "statement", "certainty": "possible"}, "prediction"),
        ("she's going to sign by the end of May", {"certainty": "asserted"}, "prediction"),
        ("it still expected the fire to be out by mid-May", {"type": "statement"}, "prediction"),
        ("any new raid would be met with force", {"status": "announced"}, "threat"),
        ("rioters will feel all the severity of the law", {"status": "predicted"}, "threat"),
        ("he will probably keep the mill", {"type": "other", "certainty": "asserted"}, "prediction"),
        ("there is a risk that it spreads", {"status": "predicted", "type": "prediction"}, "prediction"),
        ("there is a real risk that the dam bursts", {"certainty": "possible"}, "prediction"),
        ("the navy reserves the right to board them", {"certainty": "asserted"}, "threat"),
        ("all who looted will be punished", {"status": "announced"}, "threat"),
        ("whatever his name may be", {"status": "predicted"}, None),
        (
            "the road will be opened by noon",
            {"status": "announced", "happened_when": day("2025-03-02")},
            "prediction",
        ),
        ("the union has called off its walkout", {"type": "threat", "status": "done"}, None),
        (
            "500 men have reached Homs, with more to come",
            {"type": "deployment", "status": "done"},
            "prediction",
        ),
    ],
)
def test_what_looks_ahead_and_what_only_sounds_so(text: str, fields: dict[str, Any], kind: str | None) -> None:
    fields = {"certainty": "conditional_or_future"} | fields
    found = register(said(text, FRANCE, "2025-03-01", **fields))
    assert [one.kind for one in found] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "cue", "fields", "kind"),
    [
        (
            "there would be no deal by Friday",
            "predicted",
            {"type": "denial", "polarity": "denied"},
            "prediction",
        ),
        ("the fever kills one in three", "has warned", {"type": "prediction"}, None),  # so already
        ("losing her farm", "fear of", {"type": "prediction"}, None),  # a reason
        ("a berth for the barges", "offered", {"type": "prediction"}, None),
        ("five new camps", "expects", {"type": "prediction"}, "prediction"),
        ("to reopen the mill in spring", "expects", {"type": "prediction"}, "prediction"),
        ("whatever it may have cost him", "promised", {"type": "assessment"}, None),
        ("the offer stands", "pledged", {"type": "prediction"}, None),
    ],
)
def test_a_cue_of_foretelling_foretells_but_no_offer_and_no_fear(
    text: str, cue: str, fields: dict[str, Any], kind: str | None
) -> None:
    fields = {"certainty": "conditional_or_future", "status": "done"} | fields
    found = register(said(text, FRANCE, "2025-03-01", cue=Cue(cue, "predict", Span(0, 9)), **fields))
    assert [one.kind for one in found] == ([kind] if kind else [])


def test_the_month_of_may_is_no_likelihood() -> None:
    (found,) = register(said("the siege will end by 3 May", FRANCE, "2025-03-01", **AHEAD))
    assert found.likelihood == "will"


def test_whom_a_page_tells_of_as_asking_or_threatening_is_the_author() -> None:
    asking = event("REQUEST", "FRAGOV", to=("TURGOV",))
    asking = replace(asking, actors=(Actor("Two mayors", None),))
    one = said("Two mayors have urged Ankara to leave", speaker("", None, "none"), "2025-03-01",
               type="call", event=asking)  # fmt: skip
    (found,) = calls(Surroundings({one.claim_id: one}, [origin(one)]))
    assert found.author.canonical == "Two mayors"


@pytest.mark.parametrize(
    "text", ["Turkish troops are preparing to attack Homs", "Turkish troops were ordered to go to Homs"]
)
def test_what_is_only_readied_bears_nothing_out(text: str) -> None:
    assert register(FORECAST, said(text, ISRAEL, "2025-05-02", **DONE))[0].status == "open"


def test_what_was_so_before_it_was_foretold_bears_nothing_out() -> None:
    before = said("Turkish troops stand in Homs", ISRAEL, "2025-02-01", **DONE)
    after = said("Turkish troops are in Homs", ISRAEL, "2025-05-02", **DONE)
    assert register(FORECAST, before, after)[0].status == "open"
    recalled = said(
        "troops were in Homs in January", ISRAEL, "2025-05-02", happened_when=day("2025-01-05"), **DONE
    )
    assert register(FORECAST, recalled)[0].status == "open"


def test_who_foretells_the_same_again_takes_nothing_back() -> None:
    again = said(
        "Turkish troops, I say again, will be in Homs", FRANCE, "2025-03-09",
        happened_when=day("2025-06-01"), **AHEAD,
    )  # fmt: skip
    assert [one.status for one in register(FORECAST, again)] == ["open", "open"]


@pytest.mark.parametrize(("text", "term"), [
    ("they will be in Homs within weeks", "within weeks"),
    ("they will be in Homs before June is out", "before June is out"),
    ("they will be in Homs in a matter of days", "in a matter of days"),
    ("they will be in Homs soon", "soon"),
    ("they will be in Homs", None),
])  # fmt: skip
def test_a_term_without_a_day_stays_in_the_words(text: str, term: str | None) -> None:
    (found,) = register(said(text, FRANCE, "2025-03-01", **AHEAD))
    assert (found.by, found.term) == (None, term)


def test_whoever_is_asked_is_named_as_the_page_describes_him() -> None:
    asked = event("REQUEST", "FRAGOV")
    asked = replace(asked, recipients=(Actor("the government", None),))
    one = said("the government to open an inquiry", FRANCE, "2025-03-01", event=asked, **ASKED)
    (found,) = calls(Surroundings({one.claim_id: one}, [origin(one)]))
    assert found.to == "the government"


def test_of_the_speakers_own_side_the_one_asked_is_named_not_the_party() -> None:
    asked = replace(event("REQUEST", "FRAGOV"), recipients=(Actor("the cabinet", "FRAGOV"),))
    one = said("the cabinet to halt the sale", FRANCE, "2025-03-01", event=asked, **ASKED)
    (found,) = calls(Surroundings({one.claim_id: one}, [origin(one)]))
    assert found.to == "the cabinet"


def test_likely_foretells() -> None:
    (found,) = register(said("An attack on Homs is likely before winter", FRANCE, "2025-03-01", **AHEAD))
    assert (found.likelihood, found.status) == ("likely", "open")


def toll(low: float, on: str, text: str, by: Any = FRANCE) -> tuple[Origin, Stance]:
    one = origin(said(text, by, on, type="casualties"))
    return one, Stance(one.origin_id, "value", low, low, None, on)


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ((40.0, "2025-03-04"), "came_true"),
        ((12.0, "2025-03-04"), "open"),  # not higher
        ((40.0, "2025-02-20"), "open"),  # said before
    ],
)
def test_that_a_toll_would_rise_came_true_where_a_later_one_is_higher(
    later: tuple[float, str], status: str
) -> None:
    first, given = toll(12, "2025-03-01", "12 died")
    after, then = toll(*later, "so many died", ISRAEL)
    ahead = said("the toll could rise", FRANCE, "2025-03-01", type="casualties", certainty="possible")
    found = origin(ahead)
    origins = {one.origin_id: one for one in (first, after, found)}
    stances = (given, then)
    question = Proposition(
        "p", "how many", "value", stances, 0, 0, 0, 0, "not_established", "", counts="killed"
    )
    (settled,) = risen(register(ahead), [question], origins)
    assert settled.status == status
    assert settled.resolved_by == (after.origin_id if status == "came_true" else None)
