"""Which cues are nobody's word: things that suggest, help in kind, inclinations that the page sees."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Said

from trendechos.languages.en.periods import HISTORY

# text, speakers as written of what somebody is said to say
OWN = [
    ("This deployment suggests a deeper alliance.", []),
    ("The terrain suggests that they will wait.", []),
    ("The minister's remarks underscore the need for haste.", []),
    ("Experts suggest that they will wait.", ["Experts"]),
    ("The images show that the bridge is gone.", ["The images"]),
    ("It has supported countries like Chad through training.", []),
    ("All who went down are counted by electronic lamps.", []),
    ("There were warning shots on Sunday.", []),
    ("The army blamed them. It offered no evidence.", ["The army"]),
    ("The council could provide insight and offer clues about the plan.", []),
]


@pytest.mark.parametrize(("text", "speakers"), OWN)
def test_things_say_nothing(text: str, speakers: list[str], said: Said) -> None:
    _, found = said(text)
    assert [one.speaker.name for one in found if one.cue is not None and one.puts_forward] == speakers


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("For decades, it armed others", True),
        ("In the decades following the Border War, it armed others", True),
        ("Since the 1990s it has armed others", True),
        ("It armed others last year", False),
        ("It is at war", False),
    ],
)
def test_history(text: str, old: bool) -> None:
    assert bool(HISTORY.search(text)) is old
