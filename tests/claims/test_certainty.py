import pytest
from tests.claims.parsed import clause

from trendechos.claims import certainty, events


def read(text: str) -> tuple[str, list[str]]:
    found = clause(text)
    path = events.path(found, events.find(found, "PERSONNEL"))
    softenings = certainty.soften(found, path)
    return certainty.certainty(softenings), [found.parsed.words[item.token] for item in softenings]


@pytest.mark.parametrize(
    ("text", "sure", "hedges"),
    [
        ("Rebels hold the airport.", "asserted", []),
        ("Rebels may have taken the airport.", "possible", ["may"]),
        ("Rebels have probably taken the airport.", "possible", ["probably"]),
        ("Rebels are believed to have taken the airport.", "possible", ["believed"]),
        ("It is unclear if rebels took the airport.", "possible", ["unclear"]),
        ("It is not known if they will attack.", "possible", ["known", "will"]),
        ("Rebels will attack the airport.", "conditional_or_future", ["will"]),
        ("Rebels plan to attack the airport.", "conditional_or_future", ["plan"]),
        ("Rebels are about to attack the airport.", "conditional_or_future", ["about"]),
        ("Rebels attack the airport if the talks fail.", "conditional_or_future", ["if"]),
        ("The pictures, if they are genuine, show a mass grave.", "possible", ["if"]),
        ("The town remained cut off by rebels.", "asserted", []),
        ("Rebels have reportedly taken the airport.", "asserted", ["reportedly"]),
    ],
)
def test_reads_certainty_and_keeps_the_hedges(text: str, sure: str, hedges: list[str]) -> None:
    assert read(text) == (sure, hedges)


@pytest.mark.parametrize(
    ("cue", "believed"),
    [("believes", True), ("is thought", True), ("suggested", True), ("said", False), ("showed", False)],
)
def test_tells_cues_of_belief(cue: str, believed: bool) -> None:
    assert certainty.believes(cue) is believed
