from typing import Any

import pytest

from trendechos.claims.types import Said, final_type

PLAIN: dict[str, Any] = {
    "status": "done", "polarity": "asserted", "speaker": "person", "cue": "say", "certainty": "asserted",
    "assessed": False, "conditional": False,
}  # fmt: skip
FORETOLD = {"status": "predicted", "certainty": "conditional_or_future"}


@pytest.mark.parametrize(
    ("event", "changes", "kind"),
    [
        ("combat", {}, "combat"),
        (None, {}, "statement"),
        (None, {"speaker": "none", "cue": None}, "other"),
        ("combat", {"polarity": "denied"}, "denial"),
        ("combat", {"polarity": "denied", "speaker": "none", "cue": None}, "combat"),
        ("combat", FORETOLD, "prediction"),
        ("sanction", {"status": "considered", "certainty": "possible"}, "sanction"),
        ("sanction", {"status": "announced", "certainty": "conditional_or_future"}, "sanction"),
        (None, FORETOLD, "prediction"),
        (None, {**FORETOLD, "conditional": True}, "statement"),
        ("withdrawal", {"status": "demanded"}, "call"),
        (None, {"assessed": True}, "assessment"),
        ("deployment", {"assessed": True}, "assessment"),
        (None, {"cue": "predict"}, "prediction"),
    ],
)
def test_final_type(event: Any, changes: dict[str, Any], kind: str) -> None:
    assert final_type(event, Said(**{**PLAIN, **changes})) == kind
