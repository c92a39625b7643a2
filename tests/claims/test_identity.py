"""When the claims of a page depend on which outlet it is."""

from __future__ import annotations

import pytest
from tests.build import report

from trendechos.claims import names_itself

PAGES = [
    ("The dam is full.", "Reuters", False),
    ("The minister told this newspaper that the dam is full.", "Le Monde", True),
    ("The minister told Le Monde that the dam is full.", "Le Monde", True),
    # "the foreign ministry" is that of the state which commands the outlet
    ("The foreign ministry said the dam is full.", "TASS", True),
    ("The foreign ministry said the dam is full.", None, False),
]


@pytest.mark.parametrize(("text", "outlet", "depends"), PAGES)
def test_names_itself(text: str, outlet: str | None, depends: bool) -> None:
    assert names_itself(report(text, outlet=outlet)) is depends
