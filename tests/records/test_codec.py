from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trendechos.records import Claim, Correction, Moment, ParsedSentence, Quantity, Report, Situation, Span
from trendechos.records.codec import content_id, decode, dumps, encode

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(
    Span,
    st.builds(
        lambda start, length, field: Span(start, start + length, field),
        st.integers(0, 99), st.integers(0, 99), st.sampled_from(["text", "title"]),
    ),
)  # fmt: skip


@pytest.mark.parametrize("kind", [Moment, Quantity, Report, ParsedSentence, Correction, Claim, Situation])
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_record_of_any_shape_survives_its_json(kind: type, data: st.DataObject) -> None:
    record = data.draw(st.from_type(kind))
    assert decode(kind, json.loads(dumps(record))) == record


def test_a_span_is_written_flat_and_names_the_title_only() -> None:
    quantity = Quantity("some 11,000", Span(3, 14), low=11000, high=11000)
    assert {key: encode(quantity)[key] for key in ("start", "end")} == {"start": 3, "end": 14}
    assert "field" not in encode(quantity)
    assert encode(Quantity("12", Span(0, 2, "title")))["field"] == "title"


@pytest.mark.parametrize(("value", "message"), [
    ({"value": "2024"}, "needs precision"),
    ({"value": "2024", "precision": "century"}, "'century' is not one of"),
    ({"value": "2024", "precision": "year", "zone": "UTC"}, "no field 'zone'"),
])  # fmt: skip
def test_what_does_not_fit_is_named(value: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        decode(Moment, value)


def test_ids_follow_content_and_order() -> None:
    assert content_id("x", "a", "b") != content_id("x", "b", "a")
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")
    assert content_id("x", "\ud83d").startswith("x-")
