from __future__ import annotations

from tests.build import claim, event, report, speaker

from trendechos.situation.shortened import Shortened, resolved

HOST = speaker("Ana Ruiz", "ESP")


def _claims() -> list:  # type: ignore[type-arg]
    texts = (
        "North Korean ships left port",
        "North Korea built a road",
        "a South Sudanese mission",
        "two talks",
    )
    return [claim(text, HOST, report(text), event=event("MOBILIZE", "PRKMIL")) for text in texts]


def test_half_a_name_stands_for_the_country_that_the_pages_name() -> None:
    short = Shortened(_claims())
    assert short.spell("men of the North and Northern troops") == "men of North Korea and North Korean troops"
    assert short.spell("the North's ships in the North Sea") == "North Korean ships in the North Sea"
    assert short.spell("the South answered") == "the South answered"  # named once only


def test_speakers_without_a_party_are_tied_to_the_country() -> None:
    held = [
        *_claims(),
        claim("it is not so", speaker("North", kind="organisation"), report("it is not so")),
        claim("it is rumour", speaker("A diplomat of the North", kind="unnamed"), report("it is rumour")),
        claim("it is cold", speaker("the North Sea pilots", kind="unnamed"), report("it is cold")),
    ]
    found = resolved({one.claim_id: one for one in held})
    told = [(found[one.claim_id].speaker.canonical, found[one.claim_id].speaker.party) for one in held[-3:]]
    assert told == [
        ("North Korean government", "PRK"), ("A diplomat of the North", "PRK"), ("the North Sea pilots", None)
    ]  # fmt: skip
