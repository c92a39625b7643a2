"""The decision rules of PLOVER 2.0 (docs/standards), one row each."""

import pytest
from tests.claims.parsed import tree

from trendechos.claims import coding


@pytest.mark.parametrize(
    ("text", "source", "target", "plover", "mode"),
    [
        ("Kenya will host Somalia for talks.", "Kenya", "Somalia", "AGREE", None),
        ("Kenya offered to send aid to Somalia.", "Kenya", "Somalia", "AGREE", None),
        ("Kenya signed a treaty with Somalia.", "Kenya", "Somalia", "SUPPORT", None),
        ("Kenya announced it will withdraw its troops from Somalia.", "Kenya", "Somalia", "CONCEDE", None),
        ("Kenya withdrew its troops from Somalia.", "Kenya", "Somalia", "RETREAT", "withdraw"),
        ("Kenya declared a ceasefire in Somalia.", "Kenya", "Somalia", "CONCEDE", None),
        ("Kenya released prisoners to Somalia.", "Kenya", "Somalia", "RETREAT", "release"),
        ("Kenya urged Somalia to reopen the border.", "Kenya", "Somalia", "REQUEST", None),
        ("Kenya said Somalia must open the border.", "Kenya", "Somalia", "REQUEST", "change"),
        (
            "Thousands of people protested in Nairobi against Somalia.",
            "Thousands",
            "Somalia",
            "PROTEST",
            "demo",
        ),
        ("Kenya summoned the ambassador of Somalia.", "Kenya", "Somalia", "ACCUSE", "disapprove"),
        ("Kenya imposed sanctions on Somalia.", "Kenya", "Somalia", "SANCTION", "discontinue"),
        ("Kenya suspended aid to Somalia.", "Kenya", "Somalia", "SANCTION", "discontinue"),
        ("Kenya expelled diplomats of Somalia.", "Kenya", "Somalia", "SANCTION", "expel"),
        ("Kenya deported nine citizens of Somalia.", "Kenya", "Somalia", "COERCE", "deport"),
        ("A Kenyan court convicted a minister from Somalia.", "court", "Somalia", "SANCTION", "convict"),
        ("Kenya cancelled the talks with Somalia.", "Kenya", "Somalia", "REJECT", "meet"),
        ("Kenya refused to release the pilots to Somalia.", "Kenya", "Somalia", "REJECT", None),
        ("Kenya threatened to attack Somalia.", "Kenya", "Somalia", "THREATEN", None),
        ("Kenya cancelled the debt of Somalia.", "Kenya", "Somalia", "AID", None),
        ("Kenya captured soldiers of Somalia.", "Kenya", "Somalia", "ASSAULT", "abduct"),
        ("Kenya held joint exercises with Somalia.", "Kenya", "Somalia", "COOPERATE", None),
        ("Kenya said it would not accept refugees from Somalia.", "Kenya", "Somalia", "REJECT", None),
    ],
)
def test_codes_by_the_decision_rules(
    text: str, source: str, target: str, plover: str, mode: str | None
) -> None:
    parsed = tree(text)
    at = {name: {i for i, word in enumerate(parsed.parsed.words) if word == name} for name in (source, target)}
    term = coding.between(parsed, at[source], at[target])
    assert term is not None
    assert term.plover == plover
    if mode is not None:
        assert term.mode == mode
