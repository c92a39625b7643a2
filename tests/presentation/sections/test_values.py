"""How a question about a number reads as the number."""

from __future__ import annotations

import pytest
from tests.build import claim, origin, speaker

from trendechos.presentation.sections.values import governments, measure
from trendechos.presentation.wording.parts import plain
from trendechos.records import Proposition

PARTED = "How many people were killed in Lomé, first said on 3 May 2025"


@pytest.mark.parametrize(("text", "occasion", "said"), [
    ("How many Chadian troops are in Adré", False, "the number of Chadian troops in Adré"),
    (PARTED, False, "the number of people killed in Lomé"),
    (PARTED, True, "the number of people killed in Lomé, first said on 3 May 2025"),
])  # fmt: skip
def test_a_question_turned_round(text: str, occasion: bool, said: str) -> None:
    asked = Proposition("p", text, "value", (), 1, 1, 1, 0, "not_established", "one origin")
    assert plain(measure(asked, None, occasion=occasion)) == said


@pytest.mark.parametrize(
    ("parties", "so"), [(("TGO", "GHA"), True), (("TGO", "UNO"), False), (("MSF", "GHA"), False)]
)
def test_the_united_nations_are_no_government(parties: tuple[str, str], so: bool) -> None:
    made = [origin(claim("Ten people died.", speaker(f"A {party}", party))) for party in parties]
    assert governments(made) is so
