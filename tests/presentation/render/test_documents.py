from __future__ import annotations

import json

from tests.presentation import scene

from trendechos.presentation import render
from trendechos.records import ParsedSentence, Reading, Sentence, Span


def test_the_situation_has_the_published_names() -> None:
    made = render.document(scene.situation())
    names = (
        "as_of title coverage counts propositions series timeline places actors response attention bursts"
        " predictions calls changes gaps"
    )
    for key in names.split():
        assert key in made
    assert made["coverage"]["languages"] == {"en": 10}
    assert {"series", "from", "to", "weight"} <= made["bursts"][0].keys()
    assert made["series"][0]["points"][0] == {
        "origin_id": "seid-40", "said_on": "2024-06-12", "low": 40000, "high": None, "qualifier": "at_least",
        "pages_count": 3, "revises": None, "words": None,
    }  # fmt: skip
    json.dumps(made)


def test_a_claim_and_an_origin_have_the_published_names() -> None:
    claim = render.claim(next(iter(scene.evidence().claims.values())))
    assert {
        "claim_id",
        "attribution_id",
        "report_id",
        "start",
        "end",
        "text",
        "mode",
        "speaker",
        "chain",
        "cue",
    } <= claim.keys()
    origin = render.origin(scene.situation().origins[0])
    assert {
        "origin_id",
        "label",
        "speaker",
        "party",
        "said_when",
        "basis",
        "claims",
        "reports",
        "via",
        "drift",
    } <= origin.keys()


def test_a_reading_gives_sentences_by_position_only() -> None:
    parsed = ParsedSentence("Hi", "m", ("Hi",), (0,), ("hi",), ("UH",), ("INTJ",), (0,), ("ROOT",))
    made = render.reading(Reading("r", "v", "en", (Sentence(Span(0, 2), parsed),)))
    assert made["sentences"] == [{"start": 0, "end": 2}]


def test_only_towns_and_sites_are_points_on_the_ground() -> None:
    features = render.geojson(scene.situation())["features"]
    assert [one["properties"]["label_position"] for one in features] == [False, False, True, True]
    assert features[0]["geometry"]["coordinates"] == [22.201, 13.467]
