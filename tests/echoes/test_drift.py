"""Where copies change what was said."""

from dataclasses import replace

import pytest
from tests.build import claim, day, place, speaker
from tests.echoes.scene import MINISTER, NOBODY, figure, held, origins, said

from trendechos.echoes.drift import drift
from trendechos.records import Claim, Cue, Hedge, Report, Span, Speaker

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
        ({"speaker": NOBODY}, None),
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


@pytest.mark.parametrize(
    ("one", "two", "changed"),
    [("a few thousand", "a couple of thousand", True), ("some", "a few", False), ("dozens", "dozens", False)],
)
def test_figures_in_words_drift_when_they_say_another_size(one: str, two: str, *, changed: bool) -> None:
    first, second = (
        said(f"{words} people fled the floods", page=page, quantities=(figure(None, words=words),))
        for words, page in ((one, "Daily"), (two, "Post"))
    )
    claims, reports = held(first, second)
    found = drift(first[0], tuple(claims.values()), reports)
    assert [drift.what for drift in found] == (["number changed"] if changed else [])


def test_a_page_is_held_against_other_pages_only() -> None:
    twice = replace(KEY[0], claim_id="again", certainty="asserted", quantities=(figure(3000),))
    title = replace(twice, claim_id="title", span=replace(twice.span, field="title"))
    assert drift(KEY[0], (KEY[0], twice), {KEY[1].report_id: KEY[1]}) == ()
    other, source = said("Up to 3,000 people may flee Accra", page="Post", **SAME)
    own_title = replace(title, report_id=other.report_id, version_id=other.version_id)
    reports = {page.report_id: page for page in (KEY[1], source)}
    assert drift(KEY[0], (KEY[0], other, own_title), reports) == ()
    assert [one.what for one in drift(KEY[0], (KEY[0], own_title), reports)] == [
        "hedge dropped",
        "number changed",
    ]


@pytest.mark.parametrize(
    ("text", "dropped"), [("Osei counts 3,000 displaced", False), ("3,000 are displaced", True)]
)
def test_a_claim_that_names_the_speaker_drops_no_attribution(text: str, *, dropped: bool) -> None:
    full = said("3,000 people are displaced", page="Daily", quantities=(figure(3000),))
    bare = said(text, NOBODY, page="Post", quantities=(figure(3000),))
    claims, reports = held(full, bare)
    found = drift(full[0], tuple(claims.values()), reports)
    assert [one.what for one in found] == (["attribution dropped"] if dropped else [])


def test_one_name_found_as_two_places_is_no_change() -> None:
    here, there = (
        said("Accra is cut off", page=page, places=(place("Accra", country=country),), type="combat")
        for page, country in (("Daily", "GHA"), ("Post", "TGO"))
    )
    claims, reports = held(here, there)
    assert drift(here[0], tuple(claims.values()), reports) == ()


def test_a_bare_figure_drops_no_hedge() -> None:
    full = said("3,000 may be displaced", page="Daily", certainty="possible", quantities=(figure(3000),))
    bare = said("3,000", page="Post", quantities=(figure(3000),))
    claims, reports = held(full, bare)
    assert drift(full[0], tuple(claims.values()), reports) == ()


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


def believed(word: str, **fields: object) -> tuple:
    hedge = Hedge(word, "verb", Span(0, 1))
    return said("The state holds 3,000 people", page="Daily", certainty="possible", hedges=(hedge,), **fields)


@pytest.mark.parametrize(
    ("word", "told", "lost"),
    [("believes", "neutral", 0), ("believes", "endorsing", 1), ("may", "neutral", 1), ("may", "endorsing", 1)],
)
def test_a_belief_told_plainly_is_no_drift_and_told_as_confirmed_is(word: str, told: str, lost: int) -> None:
    key = believed(word)
    copy = said("3,000 people are held by the state", page="Post", reported_as=told)
    claims, reports = held(key, copy)
    assert len(drift(key[0], tuple(claims.values()), reports)) == lost


def test_a_statement_on_another_figure_drops_no_hedge() -> None:
    key = believed("may", quantities=(figure(3000),))
    copy = said(
        "The state holds 90,000 cattle", page="Post", quantities=(figure(90000, counts="other", unit="cattle"),)
    )
    claims, reports = held(key, copy)
    assert drift(key[0], tuple(claims.values()), reports) == ()


@pytest.mark.parametrize(
    ("told", "lost"),
    [
        ("Ghana has imposed curbs on the mining company", True),
        ("Roads to the mining company were closed by floods", False),
    ],
)
def test_a_step_that_is_weighed_told_as_done_loses_its_hedge_and_another_step_does_not(
    told: str, lost: bool
) -> None:
    weighed = {
        "certainty": "conditional_or_future", "hedges": (Hedge("considering", "verb", Span(0, 1)),),
        "status": "considered", "type": "sanction",
    }  # fmt: skip
    key = said("Ghana is considering curbs on the mining company", page="Daily", **weighed)
    claims, reports = held(key, said(told, page="Post", type="sanction", status="done"))
    found = drift(key[0], tuple(claims.values()), reports)
    assert [one.detail for one in found] == (["Post leaves out “considering” of another copy"] if lost else [])


def _change(first: dict, told: dict) -> list[str]:
    """What drift finds in a page of the next day."""
    pages = (
        said(page="Daily", published="2024-05-07", **first),
        said(page="Post", published="2024-05-08", **told),
    )
    claims, reports = held(*pages)
    found = drift(pages[1][0], tuple(claims.values()), reports)
    return [f"{one.what}: {one.detail}" for one in found]


PLAN = {"certainty": "conditional_or_future", "hedges": (Hedge("would", "modal", Span(0, 1)),)}


@pytest.mark.parametrize(
    ("told", "lost"),
    [
        ("The navy will close the strait to tankers", True),
        ("The navy will close the strait to tankers unless a deal is found", False),
        ("The harbour is crowded with tankers", False),
    ],
)
def test_a_threat_told_without_its_condition(told: str, lost: bool) -> None:
    first = {"text": "The navy would close the strait to tankers if a cable was cut", "type": "threat"} | PLAN
    wanted = ["meaning changed: Post leaves out “if a cable was cut”"] if lost else []
    assert _change(first, {"text": told, "type": "threat"} | PLAN) == wanted


@pytest.mark.parametrize(("kind", "turned"), [("confirm", True), ("say", False)])
def test_what_was_denied_told_as_admitted(kind: str, turned: bool) -> None:
    text, cues = "Its vessel had cut the cable", (("denied", "deny"), ("admits", kind))
    first, told = ({"text": text, "cue": Cue(word, of, Span(0, 1))} for word, of in cues)
    wanted = ["meaning changed: Post has “admits” for “denied”"] if turned else []
    assert _change(first | {"polarity": "denied"}, told) == wanted


def test_what_is_announced_told_as_done() -> None:
    first = {"text": "The council has proposed talks with the owners", "status": "announced", "type": "other"}
    told = {"text": "The council has agreed to talks with the owners", "status": "done", "type": "other"}
    assert _change(first, told) == ["meaning changed: Post has as done what others have as announced"]
    assert _change(first, told | {"status": "ongoing"}) == []


@pytest.mark.parametrize(
    ("units", "changed"),
    [(("tonnes", "barrels"), True), (("tonnes", "tonnes"), False), (("men", "sailors"), False)],
)
def test_one_number_told_in_another_unit_of_measure(units: tuple[str, str], changed: bool) -> None:
    first, told = (
        {"text": "The tanker spilled 400 of diesel", "quantities": (figure(400, counts="other", unit=unit),)}
        for unit in units
    )
    wanted = ["unit changed: Post has 400 barrels for 400 tonnes"] if changed else []
    assert _change(first, told) == wanted


@pytest.mark.parametrize(("on", "told"), [("2024-05-06", True), ("2024-05-16", False)])
def test_a_lone_page_that_turns_the_deed_into_another_is_named(on: str, told: bool) -> None:
    men = {"quantities": (figure(8000, counts="troops"),), "places": (place("Accra", country="GHA"),)}
    pages = (
        said("8,000 men were sent to Accra", page="Daily", type="deployment", **men),
        said("He put the men sent to Accra at 8,000", page="Post", type="deployment", **men),
        said("8,000 were seized at Accra", page="Herald", type="capture", on=on, published="2024-05-17", **men),
    )
    whole = max(origins(*pages), key=lambda origin: len(origin.reports))
    wrong = [one for one in whole.drift if one.claim_id == pages[2][0].claim_id]
    assert [one.what for one in wrong] == (["meaning changed"] if told else [])


@pytest.mark.parametrize(
    ("told", "lost"),
    [
        ("Ballots were miscounted", "in several districts"),
        ("Ballots were miscounted in some towns", None),
        ("Observers were kept out", None),
    ],
)
def test_what_is_so_in_part_is_not_so_throughout(told: str, lost: str | None) -> None:
    lemmas = {"lemmas": tuple(told.lower().split()), "type": "statement"}
    whole = said("Ballots were miscounted in several districts", page="Daily", type="statement")
    claims, reports = held(whole, said(told, page="Post", **lemmas))
    found = drift(whole[0], tuple(claims.values()), reports)
    assert [one.detail for one in found] == ([f"Post leaves out “{lost}”"] if lost else [])


def test_people_affected_are_not_people_displaced() -> None:
    reached = said("3,000 people are affected", page="Daily", quantities=(figure(3000, counts="civilians"),))
    moved = said("3,000 people were displaced", page="Post", quantities=(figure(3000),))
    claims, reports = held(reached, moved)
    for key, _ in (reached, moved):
        (found,) = drift(key, tuple(claims.values()), reports)
        assert (found.claim_id, found.what) == (moved[0].claim_id, "meaning changed")


@pytest.mark.parametrize(("body", "raised"), [("VRA", True), ("Ministry of Health", False)])
def test_an_official_told_as_the_body_loses_the_attribution(body: str, *, raised: bool) -> None:
    official = speaker("senior VRA official", None, "unnamed")
    scene = {"places": (place("Ada", country="GHA"),), "quantities": (figure(60, counts="killed"),)}
    first = said("Some 60 died in Ada", official, page="Daily", **scene)
    lone = said("60 died in Ada", speaker(body, None, "organisation"), None, page="Post", **scene)
    found = [one for origin in origins(first, lone) for one in origin.drift]
    assert [one.what for one in found] == (["attribution dropped"] if raised else [])


AGENCY = speaker("Relief Agency", "GHA", "organisation")
COUNCIL = speaker("Harbour Council", "TGO", "organisation")


def _counts(number: float, by: Speaker, day: str, page: str) -> tuple[Claim, Report]:
    some = (figure(number, counts="killed"),)
    return said(f"{number:.0f} people were killed", by, day, page=page, published=day, quantities=some)


def test_the_figure_of_another_told_as_the_speakers_own() -> None:
    own = _counts(39, AGENCY, "2024-05-06", "Daily")
    some = {"type": "casualties", "quantities": (figure(47, counts="killed"),)}
    theirs = claim("killed", COUNCIL, own[1], said_when=day("2024-05-06"), **some)
    moved = _counts(47, AGENCY, "2024-05-07", "Post")
    revised = _counts(52, AGENCY, "2024-05-07", "Wire")

    def changes(*pages: tuple[Claim, Report]) -> list[str]:
        found = origins(*pages, (theirs, own[1]))
        return [f"{one.what}: {one.detail}" for origin in found for one in origin.drift]

    assert changes(own, moved) == ["number changed: Post has 47 for 39; 47 is what Harbour Council gives"]
    assert changes(own, revised) == []
    assert changes(own, _counts(47, AGENCY, "2024-05-20", "Post")) == []


OFFICE = speaker("Office of the United Nations High Commissioner for Human Rights", "UNO", "organisation")
NATIONS = speaker("United Nations", "UNO", "organisation")


@pytest.mark.parametrize(("page", "wrong"), [("Post", True), ("United Nations", False)])
def test_the_offices_of_a_body_are_one_voice_that_tells_its_own_figures_best(page: str, *, wrong: bool) -> None:
    some = {"type": "casualties", "quantities": (figure(47, counts="killed"),)}
    wire = _counts(12, OFFICE, "2024-05-05", "Wire")
    theirs = claim("were killed", COUNCIL, wire[1], said_when=day("2024-05-05"), **some)
    pages = (wire, _counts(39, OFFICE, "2024-05-06", "Daily"), _counts(47, NATIONS, "2024-05-07", page))
    found = [one.detail for origin in origins(*pages, (theirs, wire[1])) for one in origin.drift]
    assert found == ([f"{page} has 47 for 39; 47 is what Harbour Council gives"] if wrong else [])


@pytest.mark.parametrize(
    ("page", "beside", "wrong"),
    [("Post", True, True), ("Post", False, False), ("Harbour Council", True, False)],
)
def test_a_figure_told_as_that_of_another_who_spoke_beside_its_author(
    page: str, beside: bool, wrong: bool
) -> None:
    some = {"type": "other", "quantities": (figure(18000, counts="civilians"),)}
    first = said("18,000 people lack clean water", AGENCY, "2024-05-06", published="2024-05-06", **some)
    told = said("18,000 lack clean water", COUNCIL, "2024-05-07", published="2024-05-07", page=page, **some)
    silent = claim(
        "people", COUNCIL, first[1], said_when=day("2024-05-06"), polarity="noncommittal", type="other"
    )
    pages = (first, told, (silent, first[1])) if beside else (first, told)
    found = [one for origin in origins(*pages) for one in origin.drift]
    wanted = [("attribution dropped", f"{page} has Harbour Council for Relief Agency")]
    assert [(one.what, one.detail) for one in found] == (wanted if wrong else [])


def test_those_treated_told_as_dead_though_another_figure_is_the_same() -> None:
    two, text = figure(2, counts="other", unit="camps"), "In two camps 54 have the fever"
    first, told = (
        said(text, page=page, published=on, quantities=(figure(54, counts=counts), two))
        for page, on, counts in (("Daily", "2024-05-07", "displaced"), ("Post", "2024-05-08", "killed"))
    )
    claims, reports = held(first, told)
    found = drift(first[0], tuple(claims.values()), reports)
    assert [one.detail for one in found] == ["Post has 54 killed for displaced"]


def test_cases_told_as_deaths() -> None:
    some = (figure(28, counts="other", unit="cases"), figure(19, counts="killed"))
    first = said("28 cases, of them 19 dead", AGENCY, "2024-05-06", published="2024-05-06", quantities=some)
    dead = _counts(28, AGENCY, "2024-05-07", "Post")
    found = [one for origin in origins(first, dead) for one in origin.drift]
    assert [(one.what, one.detail) for one in found] == [("meaning changed", "Post has 28 killed for 28 cases")]


def test_an_older_page_is_no_copy() -> None:
    hedged = said("Some 60 people may have died", AGENCY, None, page="Daily", published="2024-05-07",
                  certainty="possible", quantities=(figure(60, counts="killed"),))  # fmt: skip
    for day_of, dropped in (("2024-05-06", False), ("2024-05-08", True)):
        plain = _counts(60, AGENCY, day_of, "Post")
        assert any(one.drift for one in origins(hedged, plain)) is dropped
