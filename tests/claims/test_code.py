import pytest
from tests.claims.parsed import find_in, one


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "The defence minister said rebels had shelled the port of Hodeidah.",
            {"type": "combat", "polarity": "asserted", "certainty": "asserted", "status": "done"},
        ),
        (
            "The ministry denied that its soldiers had crossed the border.",
            {"type": "denial", "polarity": "denied", "certainty": "asserted"},
        ),
        (
            "The spokesman said he could not confirm that soldiers had crossed the border.",
            {"polarity": "noncommittal", "certainty": "possible"},
        ),
        (
            "The minister said he would not rule out sanctions on the junta.",
            {"polarity": "noncommittal"},
        ),
        (
            "The ministry did not deny that its soldiers had crossed the border.",
            {"type": "statement", "polarity": "noncommittal", "certainty": "possible"},
        ),
        (
            "The governor said no soldiers had crossed the border.",
            {"type": "denial", "polarity": "denied"},
        ),
        (
            "The envoy said Brussels may consider sanctions on the junta.",
            {"type": "sanction", "status": "considered"},
        ),
        (
            "The general said the rebels will attack the airport within days.",
            {"type": "prediction", "status": "predicted", "certainty": "conditional_or_future"},
        ),
        (
            "The president said the raid shows how weak the junta is.",
            {"type": "assessment"},
        ),
        (
            "The opposition urged the junta to free the prisoners.",
            {"type": "call"},
        ),
        ("The police allegedly beat the students.", {"reported_as": "distancing"}),
    ],
)
def test_codes_one_proposition(text: str, fields: dict[str, str]) -> None:
    claim = one(text)
    assert {name: getattr(claim, name) for name in fields} == fields


def test_who_hears_it_is_no_claim() -> None:
    found = find_in(
        "Mr. Okoro told a meeting held in May that rebels had left Beira, according to Ruth Lee, a lawyer."
    )
    assert [claim.speaker.canonical for claim in found] == ["Okoro"]


def test_one_attribution_gives_a_claim_a_clause() -> None:
    claims = find_in("The general said rebels took the bridge and his troops withdrew from the valley.")
    assert [claim.type for claim in claims] == ["combat", "withdrawal"]
    assert len({claim.attribution_id for claim in claims}) == 1
    assert len({claim.claim_id for claim in claims}) == 2
    assert len({claim.content for claim in claims}) == 1


def test_spans_quote_the_report() -> None:
    text = "“We have lost the bridge,” the general said on Sunday. Soldiers fled to Goma."
    for claim in find_in(text):
        assert text[claim.span.start : claim.span.end] == claim.text


def test_numbers_of_different_things_are_claims_of_their_own() -> None:
    claims = find_in("The ministry said the raid left 12 soldiers dead and 40 wounded.")
    counts = [{quantity.counts for quantity in claim.quantities} for claim in claims]
    assert all(len(found) <= 1 for found in counts)


def test_the_page_asks_nothing_and_shouts_nothing() -> None:
    assert find_in("Will the rebels take the city?") == []
    assert find_in("More soon.") == []


def test_the_page_speaks_for_itself() -> None:
    claim = one("Rebels have taken the airport of Goma.")
    assert (claim.mode, claim.speaker.kind, claim.cue) == ("asserted", "none", None)
    assert [(place.name, place.role) for place in claim.places] == [("Goma", "event")]


@pytest.mark.parametrize(
    ("text", "said", "happened"),
    [
        ("The mayor said on Sunday that the bridge was hit on Friday.", "2024-05-05", "2024-05-03"),
        ("The mayor said the bridge was hit.", "2024-05-06", None),
        ("The mayor said the city is under fire.", "2024-05-06", "2024-05-06"),
        ("Earlier the mayor had said the bridge was hit.", None, None),
        ("The mayor said rebels will attack on 1 June.", "2024-05-06", "2024-06-01"),
    ],
)
def test_keeps_saying_and_happening_apart(text: str, said: str | None, happened: str | None) -> None:
    claim = one(text)
    assert (claim.said_when.value if claim.said_when else None) == said
    assert (claim.happened_when.value if claim.happened_when else None) == happened


def test_an_undated_page_gives_no_day() -> None:
    claim = one("The mayor said the city is under fire.", published=None)
    assert (claim.said_when, claim.happened_when) == (None, None)


def test_ids_do_not_depend_on_anything_but_the_words() -> None:
    text = "The mayor said the bridge was hit."
    assert one(text) == one(text)


@pytest.mark.parametrize(
    "text", ["", "\n", "?!", "“", "a" * 3000, "said said said", "10,000 10,000, and", "“He said”"]
)
def test_odd_input_raises_nothing(text: str) -> None:
    assert isinstance(find_in(text or " "), list)


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("Macron confirmed, it said, that 400 soldiers have left.", "Emmanuel Macron", []),
        (
            "Talks go on and may end soon, as Macron said, a Reuters correspondent reports.",
            "Emmanuel Macron",
            ["Reuters"],
        ),
        (
            "Macron said the talks had failed, per Reuters from his Telegram channel.",
            "Emmanuel Macron",
            ["Reuters"],
        ),
    ],
)
def test_asides_keep_the_innermost_speaker(text: str, speaker: str, chain: list[str]) -> None:
    for claim in find_in(text):
        assert (claim.speaker.canonical, [link.canonical for link in claim.chain]) == (speaker, chain)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The UN said 400 soldiers are deployed in Goma.", "2024-05-06"),
        ("The UN said 400 soldiers might be in Goma by now.", "2024-05-06"),
        ("The UN said 400 soldiers were sent to Goma.", None),
        ("The UN said soldiers train in Goma to be ready in June.", "2024-05-06"),
        (
            "The UN said on Friday that 400 soldiers were sent to Goma. Chad said the same day that 20 fell.",
            None,
        ),
    ],
)
def test_only_present_and_perfect_speak_of_the_time_of_speaking(text: str, value: str | None) -> None:
    moment = find_in(text)[0].happened_when
    assert (moment.value if moment else None) == value


def test_the_same_day_is_the_day_named_last() -> None:
    text = "The UN said on Friday that 400 soldiers had left. Chad said the same day that 20 soldiers fell."
    assert [claim.said_when.value for claim in find_in(text) if claim.said_when] == ["2024-05-03"] * 2


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The UN has been unable to verify the attack.", "noncommittal"),
        ("The UN failed to confirm the attack.", "noncommittal"),
        ("The UN was able to verify the attack.", "asserted"),
    ],
)
def test_who_is_unable_to_verify_leaves_it_open(text: str, polarity: str) -> None:
    assert {claim.polarity for claim in find_in(text) if claim.cue} == {polarity}


def test_an_accusation_is_told_at_a_distance() -> None:
    assert {claim.reported_as for claim in find_in("Chad accused Sudan of shelling Adre.")} == {"distancing"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The UN foresees that 400 soldiers will leave soon.", "2024-05-06"),
        ("The UN could not say whether the soldiers fought in Goma.", "2024-05-06"),
        ("The UN said soldiers in Goma have begun to fight.", "2024-05-06"),
        ("The vote took place on 30 February 2024, the UN said.", None),
        ("The army has 900 men in Goma, up from 200 in March.", "2024-05-06"),
        ("Shells fell on Goma at 2 p.m. on Friday.", "2024-05-03T14:00"),
    ],
)
def test_when_it_happened(text: str, value: str | None) -> None:
    moment = find_in(text)[0].happened_when
    assert (moment.value if moment else None) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Gunmen hit a bus near Goma on Friday. The attack killed twelve people.",
            ["2024-05-03", "2024-05-03"],
        ),
        ("Gunmen hit a bus near Goma on Friday. Elsewhere a bomb killed two people.", ["2024-05-03", None]),
        ("Gunmen hit a bus near Goma on Friday. A mine killed two people.", ["2024-05-03", None]),
    ],
)
def test_what_goes_on_about_an_act_has_its_time(text: str, values: list[str | None]) -> None:
    assert [claim.happened_when and claim.happened_when.value for claim in find_in(text)] == values


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            'The aide said the money was "a drop in the river".',
            ['the money was "a drop in the river"'],
        ),
        (
            "The network said at least 11 people were killed and more than 50 injured on Monday.",
            ["at least 11 people were killed", "more than 50 injured on Monday"],
        ),
        (
            '"As I speak to you, 29 people have been buried," the chief said.',
            ["As I speak to you, 29 people have been buried"],
        ),
    ],
)
def test_a_claim_begins_and_ends_with_its_own_words(text: str, claims: list[str]) -> None:
    assert [claim.text for claim in find_in(text) if claim.cue] == claims


def test_to_evade_a_rule_denies_nothing() -> None:
    found = find_in("Traders that have become skilled at evading such measures will be hard to stop.")
    assert found
    assert all(claim.type != "denial" and claim.polarity == "asserted" for claim in found)
