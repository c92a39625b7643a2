"""Who speaks, as a reader would name them."""

from __future__ import annotations

import pytest
from tests.build import speaker

from trendechos.presentation.wording import parties
from trendechos.presentation.wording.parts import plain


@pytest.mark.parametrize(("name", "party", "shown"), [
    ("two aid workers", None, "two aid workers (unnamed)"),
    ("a senior official", "Sudan", "a senior official (unnamed, Sudan)"),
    ("two unnamed officials", None, "two unnamed officials"),
    ("an anonymous source", "Sudan", "an anonymous source (Sudan)"),
])  # fmt: skip
def test_unnamed_is_said_once(name: str, party: str | None, shown: str) -> None:
    who = speaker(name, "SDN" if party else None, "unnamed")
    assert plain(parties.speaker(who, party, None)) == shown
