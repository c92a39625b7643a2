from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.build import claim, event, origin, report, speaker

from trendechos.records import Cue, Span
from trendechos.situation.response import response
from trendechos.situation.surroundings import Surroundings

WEIGHED = replace(event(None, "KEN"), cameo="014")
KENYA = speaker("Amina Otieno", "KEN")
LAID_DOWN: dict[str, Any] = {"type": "denial", "polarity": "denied", "status": "announced",
                             "certainty": "conditional_or_future"}  # fmt: skip


def answers(text: str, by: Any = KENYA, **fields: Any) -> list[tuple[str, str, str]]:
    one = claim(text, by, report(text, "2025-03-01"), **fields)
    found = response(Surroundings({one.claim_id: one}, [origin(one)]))
    return [(each.actor, "refused" if each.refused else each.status, each.type) for each in found]


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("Kenya closed the border", {"type": "sanction", "event": event("COERCE", "KEN")}, "done"),
        ("Kenya reopened the border", {"type": "other", "event": event("RETREAT", "KEN")}, "done"),
        ("it was weighing an envoy",
         {"type": "statement", "status": "considered", "event": WEIGHED}, "considered"),
        ("Kenya will not suspend flights", LAID_DOWN | {"event": event("SANCTION", "KEN")}, "refused"),
        ("it had no plans to change the rules", LAID_DOWN, "refused"),
        ("there will not be a next time", LAID_DOWN, None),  # not of the speaker's own doing
        ("Kenya could ban flights if Uganda refuses",
         {"type": "sanction", "status": "considered", "event": event("SANCTION", "KEN")}, "considered"),
        ("Uganda will not suspend flights", LAID_DOWN | {"event": event("SANCTION", "UGA")}, None),
        ("How can we talk under fire", {"type": "consultation", "event": event("CONSULT", "KEN")}, None),
        ("it was an attempt at talks", {"type": "consultation", "event": event("CONSULT", "KEN")}, None),
        ("it was right to warn", {"type": "threat", "event": event("THREATEN", "KEN")}, None),
        ("wrecking the talks", {"type": "consultation", "event": event("CONSULT", "KEN"),
                                "cue": Cue("accused", "claim", Span(0, 7))}, None),
    ],
)  # fmt: skip
def test_what_a_party_does_weighs_and_refuses(text: str, fields: dict[str, Any], expected: str | None) -> None:
    assert [status for _, status, _ in answers(text, **fields)] == ([expected] if expected else [])


def test_steps_of_no_type_of_their_own_are_kept_apart() -> None:
    curfew, release = (
        replace(event(one, "KEN"), mode=mode) for one, mode in (("COERCE", "curfew"), ("RETREAT", "release"))
    )
    said = [claim(text, KENYA, report(text, "2025-03-01"), type="other", event=what)
            for text, what in (("Kenya set a curfew", curfew), ("Kenya freed the crew", release))]  # fmt: skip
    found = response(Surroundings({one.claim_id: one for one in said}, [origin(one) for one in said]))
    assert sorted(each.text for each in found) == ["Kenya freed the crew", "Kenya set a curfew"]


def test_an_order_to_nobody_is_a_step_of_who_gives_it() -> None:
    ordered = Cue("ordered", "call", Span(0, 7))
    text = "the mains be switched on again"
    assert answers(text, type="call", cue=ordered, event=event(None, "KEN")) == [("Kenya", "done", "other")]


def test_what_is_done_by_nobody_named_is_no_act_of_who_tells_of_it() -> None:
    cut = {"type": "sanction", "event": event("SANCTION")}
    assert answers("The line remained cut off on Monday", **cut) == []
    assert answers("it has cut off the line", **cut) == [("Kenya", "done", "sanction")]


def test_who_will_ask_for_something_announces_and_nobody_is_asked_yet() -> None:
    found = answers("Kenya would ask Uganda for fuel", type="call", certainty="conditional_or_future",
                    status="demanded", event=event("REQUEST", "KEN", to=("UGA",)))  # fmt: skip
    assert found == [("Kenya", "announced", "other")]
